"""The means by which training fits a network of any kind: see `Fitter` in `classifiers.kinds`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from torch import nn

from musicreclass.classifiers.kinds.fitter import Chunking, Cutting, FeatureVariants, Floats, Tracks
from musicreclass.classifiers.kinds.network import Network, wanted
from musicreclass.core.analysis import MelSpec, Picture
from musicreclass.core.ensemble.log_probs import mean_log_loss, normalised
from musicreclass.core.job import JobContext, Progress
from musicreclass.training.augmentation.augment_mel import Mel, augment_mel
from musicreclass.training.config import ChannelAugmentation, TrainingConfig
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks, check_copies
from musicreclass.training.data.sampling import SampleOrder
from musicreclass.training.data.training_set import (
    FeatureTrainingSet,
    MelTrainingSet,
    TrainingSet,
    WaveTrainingSet,
)
from musicreclass.training.fit.backbone import Backbone, CopyId
from musicreclass.training.fit.checkpoints import FitCheckpoint, digest_of
from musicreclass.training.fit.leaning_regression import leaning_regression
from musicreclass.training.fit.loop import FitTask, Watched, fit
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.training_step import Loss, OwnCost

UNKNOWN = -20.0  # what speaks for a genre of which no track is known


@dataclass(frozen=True, slots=True, eq=False)
class Trainer:
    """Fits one network to some tracks by one training config."""

    network: Network
    tracks: LabelledTracks
    training_config: TrainingConfig
    ctx: JobContext
    seed: int
    name: str = ""  # of the member; that of the kind where it has none
    watched: LabelledTracks | None = None  # held out; where they get no better, the fit ends
    observed: LabelledTracks | None = None  # what it will be measured on: shown, and no more
    checkpoint: FitCheckpoint | None = None
    copies: Sequence[LabelledTracks] = ()  # augmented; each is as good as the tracks themselves
    backbone: Backbone | None = None
    finish: Trainer | None = None
    workers: int = 0  # processes that make batches ahead
    epochs: list[Epoch] = field(default_factory=list)  # that were run

    def __post_init__(self) -> None:
        check_copies(self.tracks, self.copies)

    def fit(self) -> list[Epoch]:
        """Fit the network in place, and return how that went.

        Raises:
            Cancelled: the user stopped; the network is somewhere on the way.
            TooLittleMemory: not even a small part of a batch fits.
        """
        self.network.fit(self)
        if not self.epochs:
            self.ctx.report(Progress(1, 1, f"Teaching {self._name}"))
        return self.epochs

    @property
    def pretrained(self) -> nn.Module | None:
        return None if self.backbone is None else self.backbone.network

    def of_genres(self) -> Trainer:
        known = np.flatnonzero(self.tracks.has_genre)
        copies = [copy.at(known) for copy in self.copies]
        return replace(self, tracks=self.tracks.at(known), copies=copies)

    def augmented(self, some: Tracks, spec: MelSpec) -> Iterator[Iterator[Mel]]:
        how, rng = self.training_config.channel_augmentation, np.random.default_rng((self.seed, 1))
        if how is None:
            return
        for _ in range(self.training_config.variants):
            yield (augment_mel(mel, spec, how, rng) for mel in wanted(some.mels, "mels"))

    def activations(self) -> FeatureVariants:
        backbone = self._backbone
        return np.concatenate([backbone.cached(*one) for one in self._seen_by(backbone)])

    def embeddings(self) -> Sequence[FeatureVariants]:
        backbone = self._backbone
        return [backbone.embeddings(*one) for one in self._seen_by(backbone)]

    def fit_rows(
        self,
        layers: nn.Module,
        rows: FeatureVariants,
        *,
        least_steps: int = 0,
        is_watched: bool = True,
    ) -> None:
        order = self._order()
        n_epochs = max(self.training_config.epochs, -(-least_steps // order.count))
        config = replace(self.training_config, epochs=n_epochs)
        self._fit(layers, FeatureTrainingSet(order, rows), config, is_watched=is_watched)

    def fit_chunks(
        self, layers: nn.Module, chunking: Chunking, centre: npt.NDArray[np.float32]
    ) -> None:
        self._fit(layers, self._chunks(chunking, centre), self.training_config)

    def fit_costs(
        self, layers: nn.Module, chunking: Chunking, centre: npt.NDArray[np.float32]
    ) -> None:
        chunks = self._chunks(chunking, centre)
        self._fit(layers, chunks, self.training_config, OwnCost(), is_watched=False)

    def fit_waves(self, layers: nn.Module, cutting: Cutting) -> None:
        waves = WaveTrainingSet(self._order(), self._pictures(), cutting)
        self._fit(layers, waves, self.training_config)

    def logistic_regression(
        self,
        rows: Floats,
        labels: Indices,
        *,
        freedom: float,
        most_steps: int,
        prior: Floats | None = None,
    ) -> tuple[Floats, Floats]:
        """Return weights and biases; of one genre alone nothing but its bias speaks for it."""
        n_genres, present = len(self.tracks.genres), np.unique(labels)
        weights, biases = np.zeros((n_genres, rows.shape[1])), np.full(n_genres, UNKNOWN)
        biases[present] = 0.0
        if len(present) == 1:
            return weights, biases
        if prior is not None:
            weights[present], biases[present] = leaning_regression(
                rows,
                np.searchsorted(present, labels),
                prior[present],
                freedom=freedom,
                most_steps=most_steps,
            )
            return weights, biases
        found = LogisticRegression(C=freedom, max_iter=most_steps).fit(rows, labels)
        told = present[1:] if len(present) == 2 else present  # of a pair only the second is
        weights[told], biases[told] = found.coef_, found.intercept_
        return weights, biases

    @property
    def _name(self) -> str:
        return self.name or self.network.config.kind.name

    def _chunks(self, chunking: Chunking, centre: npt.NDArray[np.float32]) -> MelTrainingSet:
        return MelTrainingSet(self._order(), self._pictures(), chunking, centre)

    def _pictures(self) -> list[Sequence[Picture]]:
        """Return mels or raw sound of the tracks, and of each copy of them."""
        return [wanted(some.mels, "mels") for some in (self.tracks, *self.copies)]

    def _order(self) -> SampleOrder:
        n_genres = len(self.tracks.genres)
        return SampleOrder(
            self.tracks.labels, n_genres, self.training_config, self.seed, self.tracks.soft
        )

    @property
    def _backbone(self) -> Backbone:
        assert self.backbone is not None  # kinds look at `pretrained` first
        return self.backbone

    def _seen_by(self, backbone: Backbone) -> Iterator[tuple[LabelledTracks, CopyId]]:
        """Yield the tracks and each copy, once the backbone has seen them."""
        config = self.training_config
        how = config.channel_augmentation or ChannelAugmentation(share=0.0)
        for number, some in enumerate((self.tracks, *self.copies)):
            copy = (config.audio_augmentation, number) if number else None
            backbone.run(some, how, self.seed, self.ctx, copy)
            yield some, copy

    def _fit(
        self,
        layers: nn.Module,
        training_set: TrainingSet,
        config: TrainingConfig,
        loss: Loss | None = None,
        *,
        is_watched: bool = True,
    ) -> None:
        watched = (self.watched,) if is_watched else ()

        def facts() -> tuple[object, ...]:
            some = (self.tracks, *self.copies, *watched)
            return self.network.config, *(None if one is None else digest_of(one) for one in some)

        watch = self._look_at(self.watched) if is_watched else None
        observe = self._look_at(self.observed) if is_watched else None
        fit_task = FitTask(self._name, layers, training_set, config, watch, observe, loss, facts)
        fitted = fit(fit_task, self.ctx, self.seed, self.checkpoint, workers=self.workers)
        self.epochs.extend(fitted)

    def _look_at(self, tracks: LabelledTracks | None) -> Callable[[], Watched] | None:
        """Return what says how tracks are answered at the moment; None where there are none."""
        known = None if tracks is None else tracks.at(np.flatnonzero(tracks.has_genre))
        if known is None or not len(known):
            return None

        def look() -> Watched:
            said = self.network.answers(known.features, known.mels).log_probs
            log_probs = normalised(said)
            is_right = log_probs.argmax(axis=1) == known.labels
            return Watched(mean_log_loss(log_probs, known.labels), float(is_right.mean()))

        return look
