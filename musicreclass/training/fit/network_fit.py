"""One lesson for networks of features, and one for networks of mels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.kinds.cnn import ShortChunkCnn
from musicreclass.classifiers.kinds.mlp import FeatureNetwork, FeatureRows
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.analysis import LogMel
from musicreclass.core.ensemble.log_probs import mean_log_loss, normalised
from musicreclass.core.job import JobContext
from musicreclass.training.augmentation.augment_mel import augment_mel
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.labelled_tracks import LabelledTracks, check_copies
from musicreclass.training.data.training_set import FeatureTrainingSet, MelTrainingSet, SampleOrder
from musicreclass.training.fit.checkpoints import FitCheckpoint, digest_of
from musicreclass.training.fit.loop import Epoch, FitTask, Watched, fit


def fit_mlp(
    network: FeatureNetwork,
    tracks: LabelledTracks,
    training_config: TrainingConfig,
    ctx: JobContext,
    *,
    seed: int,
    watched: LabelledTracks | None = None,
    name: str = "mlp",
    checkpoint: FitCheckpoint | None = None,
    copies: Sequence[LabelledTracks] = (),
    learns_scaling: bool = True,
    workers: int = 0,
) -> list[Epoch]:
    """Teach a network of features.

    Features that are summed up of a mel are learned from several takes of each track, as other
    machines might have recorded it, where the recipe wants that.

    Args:
        copies: the same tracks in the same order, played otherwise; each is as good as the first.
        learns_scaling: take the scaling from `tracks`; a network that knows music keeps its own.
    """
    check_copies(tracks, copies)
    variants = [
        take for some in (tracks, *copies) for take in _takes(network, some, training_config, seed)
    ]
    if learns_scaling:
        network.learn_scaling(np.concatenate(variants))
    rows = np.stack([network.selected(take) for take in variants])
    training_set = FeatureTrainingSet(_order(tracks, training_config, seed), rows)
    watched_rows = None if watched is None else feature_rows(network, watched)

    def watch() -> Watched:
        assert watched is not None
        assert watched_rows is not None
        return _watched(network.answers(watched_rows).log_probs, watched)

    def facts() -> tuple[object, ...]:
        return network.config, *_digests(tracks, *copies, watched)

    fit_task = FitTask(
        name, network, training_set, training_config, watch if watched else None, facts
    )
    with one_thread():  # a second one gains little, and loses much where others want it
        return fit(fit_task, ctx, seed, checkpoint, workers=workers)


def fit_cnn(
    network: ShortChunkCnn,
    tracks: LabelledTracks,
    training_config: TrainingConfig,
    ctx: JobContext,
    *,
    seed: int,
    watched: LabelledTracks | None = None,
    name: str = "cnn",
    checkpoint: FitCheckpoint | None = None,
    copies: Sequence[LabelledTracks] = (),
    learns_scaling: bool = True,
    workers: int = 0,
) -> list[Epoch]:
    """Teach a network of mels.

    Each epoch hears other chunks of each track, as other machines might have recorded it.

    Args:
        copies: the same tracks in the same order, played otherwise; each is as good as the first.
        learns_scaling: take the scaling from `tracks`; a network that knows music keeps its own.
    """
    check_copies(tracks, copies)
    variants = [_mels_of(some) for some in (tracks, *copies)]
    if learns_scaling:
        network.learn_scaling(mel for take in variants for mel in take)
    centre = network.centre.numpy().copy()
    training_set = MelTrainingSet(
        _order(tracks, training_config, seed), variants, network.config, centre
    )

    def watch() -> Watched:
        assert watched is not None
        answers = [network.answer(mel).log_probs for mel in _mels_of(watched)]
        return _watched(np.stack(answers), watched)

    def facts() -> tuple[object, ...]:
        return network.config, *_digests(tracks, *copies, watched)

    fit_task = FitTask(
        name, network, training_set, training_config, watch if watched else None, facts
    )
    return fit(fit_task, ctx, seed, checkpoint, workers=workers)


def feature_rows(network: FeatureNetwork, tracks: LabelledTracks) -> FeatureRows:
    """Return what the network hears of each track: its features, or a summary of its mel."""
    spec = network.config.mel
    if spec is None:
        if tracks.features is None:
            raise ValueError("these tracks come without features")
        return tracks.features
    return np.stack([summarise(mel, spec) for mel in _mels_of(tracks)])


def _takes(
    network: FeatureNetwork, tracks: LabelledTracks, training_config: TrainingConfig, seed: int
) -> list[FeatureRows]:
    """Return the tracks as they are, and as often otherwise recorded as the recipe says."""
    spec, channel_augmentation, rng = (
        network.config.mel,
        training_config.channel_augmentation,
        np.random.default_rng((seed, 1)),
    )
    variants = [feature_rows(network, tracks)]
    if spec is not None and channel_augmentation is not None:
        for _ in range(training_config.variants):
            changed = (
                augment_mel(mel, spec, channel_augmentation, rng) for mel in _mels_of(tracks)
            )
            variants.append(np.stack([summarise(mel, spec) for mel in changed]))
    return variants


def _mels_of(tracks: LabelledTracks) -> Sequence[LogMel]:
    if tracks.mels is None:
        raise ValueError("these tracks come without mels")
    return tracks.mels


def _order(tracks: LabelledTracks, training_config: TrainingConfig, seed: int) -> SampleOrder:
    return SampleOrder(tracks.labels, len(tracks.genres), training_config, seed)


def _digests(*some: LabelledTracks | None) -> tuple[str | None, ...]:
    return tuple(None if tracks is None else digest_of(tracks) for tracks in some)


def _watched(log_probs: npt.NDArray[np.float32], watched: LabelledTracks) -> Watched:
    known = watched.has_genre
    said, labels = normalised(log_probs[known]), watched.labels[known]
    return Watched(mean_log_loss(said, labels), float((said.argmax(axis=1) == labels).mean()))
