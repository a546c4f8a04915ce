"""What a network hears in an epoch: tracks in random order, cut, changed and mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from musicreclass.classifiers.cnn import ShortChunkCnn
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.classifiers.mlp import FeatureMlp, FeatureRows
from musicreclass.core.hearing import LogMel
from musicreclass.core.job import JobContext
from musicreclass.core.log_probs import mean_log_loss, normalised
from musicreclass.training.augment import masked, otherwise_recorded
from musicreclass.training.labelled import LabelledTracks
from musicreclass.training.loop import Epoch, Lesson, teach
from musicreclass.training.recipe import Recipe

Targets = npt.NDArray[np.float32]  # shape (n, n_genres); each row sums to 1


def teach_mlp(
    network: FeatureMlp,
    tracks: LabelledTracks,
    recipe: Recipe,
    ctx: JobContext,
    *,
    seed: int,
    watched: LabelledTracks | None = None,
    name: str = "mlp",
) -> list[Epoch]:
    """Teach a network of features; its scaling is learned from `tracks`, too.

    Features that are summed up of a mel are learned from several takes of each track, as other
    machines might have recorded it, where the recipe wants that.
    """
    takes = _takes(network, tracks, recipe, np.random.default_rng((seed, 1)))
    network.learn_scaling(np.concatenate(takes))
    rows = [torch.from_numpy(np.ascontiguousarray(network.selected(take))) for take in takes]
    deck = _Deck(tracks, recipe, np.random.default_rng(seed))
    watched_rows = None if watched is None else feature_rows(network, watched)

    def draw() -> Iterator[tuple[Tensor, Tensor]]:
        for places in deck.batches():
            chosen = deck.rng.integers(len(rows), size=len(places))
            heard = torch.stack([rows[take][i] for take, i in zip(chosen, places, strict=True)])
            yield deck.mixed(heard, deck.targets[places])

    def watch() -> float:
        assert watched is not None
        assert watched_rows is not None
        return _log_loss(network.answers(watched_rows).log_probs, watched)

    lesson = Lesson(name, network, draw, deck.count, recipe, watch if watched else None)
    return teach(lesson, ctx, seed)


def feature_rows(network: FeatureMlp, tracks: LabelledTracks) -> FeatureRows:
    """Return what the network hears of each track: its features, or a summary of its mel."""
    spec = network.config.mel
    if spec is None:
        if tracks.features is None:
            raise ValueError("these tracks come without features")
        return tracks.features
    return np.stack([summarise(mel, spec) for mel in _mels_of(tracks)])


def _takes(
    network: FeatureMlp, tracks: LabelledTracks, recipe: Recipe, rng: np.random.Generator
) -> list[FeatureRows]:
    """Return the tracks as they are, and as often otherwise recorded as the recipe says."""
    spec, habits = network.config.mel, recipe.habits
    takes = [feature_rows(network, tracks)]
    if spec is not None and habits is not None:
        for _ in range(recipe.takes):
            changed = (otherwise_recorded(mel, spec, habits, rng) for mel in _mels_of(tracks))
            takes.append(np.stack([summarise(mel, spec) for mel in changed]))
    return takes


def _mels_of(tracks: LabelledTracks) -> Sequence[LogMel]:
    if tracks.mels is None:
        raise ValueError("these tracks come without mels")
    return tracks.mels


def teach_cnn(
    network: ShortChunkCnn,
    tracks: LabelledTracks,
    recipe: Recipe,
    ctx: JobContext,
    *,
    seed: int,
    watched: LabelledTracks | None = None,
    name: str = "cnn",
) -> list[Epoch]:
    """Teach a network of mels; its scaling is learned from `tracks`, too.

    Each epoch hears other chunks of each track, as other machines might have recorded it.
    """
    mels = _mels_of(tracks)
    network.learn_scaling(mels)
    rng = np.random.default_rng(seed)
    deck = _Deck(tracks, recipe, rng)

    def draw() -> Iterator[tuple[Tensor, Tensor]]:
        filling = network.centre.numpy()
        for places in deck.batches():
            chunks = np.concatenate([_chunks(network, mels[i], recipe, rng) for i in places])
            chunks = masked(chunks, filling, recipe.masks, rng)
            targets = deck.targets[places].repeat_interleave(recipe.crops, dim=0)
            yield deck.mixed(torch.from_numpy(chunks), targets)

    def watch() -> float:
        assert watched is not None
        answers = [network.answer(mel).log_probs for mel in _mels_of(watched)]
        return _log_loss(np.stack(answers), watched)

    lesson = Lesson(name, network, draw, deck.count, recipe, watch if watched else None)
    return teach(lesson, ctx, seed)


def _chunks(
    network: ShortChunkCnn,
    mel: npt.NDArray[np.floating],
    recipe: Recipe,
    rng: np.random.Generator,
) -> npt.NDArray[np.float32]:
    """Return randomly placed chunks of one track, shape (crops, n_mels, frames)."""
    spec, frames = network.config.mel, network.config.chunk_frames
    if recipe.habits is not None:
        mel = otherwise_recorded(mel, spec, recipe.habits, rng)
    whole = network.prepared(mel)
    if whole.shape[1] < frames:
        whole = np.tile(whole, -(-frames // whole.shape[1]))
    starts = rng.integers(0, whole.shape[1] - frames + 1, recipe.crops)
    return np.stack([whole[:, start : start + frames] for start in starts])


@dataclass(slots=True)
class _Deck:
    """The tracks of a lesson, shuffled anew for each epoch."""

    tracks: LabelledTracks
    recipe: Recipe
    rng: np.random.Generator
    targets: Tensor = field(init=False)

    def __post_init__(self) -> None:
        self.targets = torch.from_numpy(_targets(self.tracks))

    @property
    def count(self) -> int:
        """Return how many batches make an epoch."""
        return -(-len(self.tracks) // self._tracks_at_once)

    @property
    def _tracks_at_once(self) -> int:
        return max(1, self.recipe.batch_size // self.recipe.crops)

    def batches(self) -> Iterator[npt.NDArray[np.intp]]:
        order = self.rng.permutation(len(self.tracks))
        # Even batches: a last one of a single track would have nothing to be normalised by.
        yield from np.array_split(order, self.count)

    def mixed(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return each input with a share of another one in it, and targets that say so."""
        if self.recipe.mixup <= 0.0 or len(inputs) < 2:
            return inputs, targets
        alpha = self.recipe.mixup
        share = self.rng.beta(alpha, alpha, len(inputs)).astype(np.float32)
        kept = torch.from_numpy(np.maximum(share, 1.0 - share))
        other = torch.from_numpy(self.rng.permutation(len(inputs)))
        wide = kept.reshape(-1, *[1] * (inputs.ndim - 1))
        return (
            wide * inputs + (1.0 - wide) * inputs[other],
            kept[:, None] * targets + (1.0 - kept[:, None]) * targets[other],
        )


def _targets(tracks: LabelledTracks) -> Targets:
    """Return what shall be answered: one genre, or all alike where there is none."""
    n_genres = len(tracks.genres)
    targets = np.full((len(tracks), n_genres), 1.0 / n_genres, dtype=np.float32)
    targets[tracks.has_genre] = np.eye(n_genres, dtype=np.float32)[tracks.labels[tracks.has_genre]]
    return targets


def _log_loss(log_probs: npt.NDArray[np.float32], watched: LabelledTracks) -> float:
    known = watched.has_genre
    return mean_log_loss(normalised(log_probs[known]), watched.labels[known])
