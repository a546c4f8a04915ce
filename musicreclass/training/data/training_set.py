"""What a network hears in an epoch: tracks in random order, cut, changed and mixed.

Every batch has random numbers of its own, by seed, epoch and place. So it does not matter whether
this process or another deals it, nor whether those before it were dealt in the same run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from musicreclass.classifiers.kinds.cnn import prepared
from musicreclass.classifiers.spec import CnnConfig
from musicreclass.core.analysis import LogMel
from musicreclass.training.augmentation.augment_mel import (
    augment_mel,
    louder_or_softer,
    masked,
)
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.data.sampling import balanced, batch_size, shuffled

Targets = npt.NDArray[np.float32]  # shape (n_tracks, n_genres); each row sums to 1
FeatureVariants = npt.NDArray[np.float32]  # shape (n_takes, n_tracks, n_used)
Chunks = npt.NDArray[np.float32]  # shape (n_chunks, n_mels, frames)
Batch = tuple[Tensor, Tensor]  # inputs and soft targets (n, n_genres)


class TrainingSet(Protocol):
    """The tracks of a lesson. It is sent to other processes where those deal the batches."""

    @property
    def order(self) -> SampleOrder: ...

    def batch(self, epoch: int, number: int) -> Batch:
        """Return a batch: from 0 to `order.count`, of an epoch from 0."""


@dataclass(slots=True)
class SampleOrder:
    """Which tracks make up each batch, shuffled anew for each epoch."""

    labels: Indices
    n_genres: int
    training_config: TrainingConfig
    seed: int
    _latest: tuple[int, Indices] | None = field(default=None, init=False)

    @property
    def count(self) -> int:
        """Return how many batches make an epoch."""
        size = batch_size(self.training_config, len(self.labels))
        return -(-len(self.labels) // max(1, size // self.training_config.crops))

    @property
    def shares(self) -> npt.NDArray[np.float32]:
        """Return how often each genre is heard, shape (n_genres,); they sum to 1."""
        return np.asarray(self.targets(np.arange(len(self.labels))).mean(axis=0))

    def targets(self, places: Indices) -> Targets:
        """Return what shall be answered: one genre, or all alike where there is none."""
        labels = self.labels[places]
        targets = np.full((len(places), self.n_genres), 1.0 / self.n_genres, dtype=np.float32)
        targets[labels >= 0] = np.eye(self.n_genres, dtype=np.float32)[labels[labels >= 0]]
        return targets

    def places(self, epoch: int, number: int) -> Indices:
        """Return the tracks of a batch."""
        # Even batches: a last one of a single track would have nothing to be normalised by.
        order, count = self._order(epoch), self.count
        return order[number * len(order) // count : (number + 1) * len(order) // count]

    def rng(self, epoch: int, number: int) -> np.random.Generator:
        """Return the random numbers of a batch."""
        return np.random.default_rng((self.seed, epoch, number + 1))

    def _order(self, epoch: int) -> Indices:
        if self._latest is None or self._latest[0] != epoch:
            rng = np.random.default_rng((self.seed, epoch))
            fair = self.training_config.balanced_sampler
            order = balanced(self.labels, rng) if fair else shuffled(len(self.labels), rng)
            self._latest = epoch, order
        return self._latest[1]


@dataclass(frozen=True, slots=True)
class FeatureTrainingSet:
    """Deals rows of features, each from any of its takes."""

    order: SampleOrder
    rows: FeatureVariants

    def batch(self, epoch: int, number: int) -> Batch:
        places, rng = self.order.places(epoch, number), self.order.rng(epoch, number)
        variants = rng.integers(len(self.rows), size=len(places))
        rows = self.rows[variants, places]
        return mixed(rows, self.order.targets(places), self.order.training_config.mixup, rng)


@dataclass(frozen=True, slots=True)
class MelTrainingSet:
    """Deals chunks of mels, as other machines might have recorded them."""

    order: SampleOrder
    variants: Sequence[Sequence[LogMel]]  # of all tracks, n_takes times
    config: CnnConfig
    centre: npt.NDArray[np.float32]  # shape (n_mels,), dB; the usual level of each band

    def batch(self, epoch: int, number: int) -> Batch:
        training_config = self.order.training_config
        places, rng = self.order.places(epoch, number), self.order.rng(epoch, number)
        chunks = np.concatenate([self._chunks(int(place), rng) for place in places])
        chunks = louder_or_softer(chunks, training_config.gain_db, rng)
        chunks = masked(chunks, self.centre, training_config.masks, rng)
        targets = self.order.targets(places).repeat(training_config.crops, axis=0)
        return mixed(chunks, targets, training_config.mixup, rng)

    def _chunks(self, place: int, rng: np.random.Generator) -> Chunks:
        """Return randomly placed chunks of one track, shape (crops, n_mels, frames)."""
        training_config, frames = self.order.training_config, self.config.chunk_frames
        take = int(rng.integers(len(self.variants)))
        mel: npt.NDArray[np.floating] = self.variants[take][place]
        if training_config.channel_augmentation is not None:
            mel = augment_mel(mel, self.config.mel, training_config.channel_augmentation, rng)
        whole = prepared(mel, self.config)
        if whole.shape[1] < frames:
            whole = np.tile(whole, -(-frames // whole.shape[1]))
        starts = rng.integers(0, whole.shape[1] - frames + 1, training_config.crops)
        return np.stack([whole[:, start : start + frames] for start in starts])


def mixed(
    inputs: npt.NDArray[np.float32], targets: Targets, alpha: float, rng: np.random.Generator
) -> Batch:
    """Return each input with a share of another one in it, and targets that say so.

    `inputs` are changed in place, for they are many.
    """
    if alpha > 0.0 and len(inputs) > 1:
        share = rng.beta(alpha, alpha, len(inputs)).astype(np.float32)
        kept = np.maximum(share, 1.0 - share)
        other = rng.permutation(len(inputs))
        wide = kept.reshape(-1, *[1] * (inputs.ndim - 1))
        others = inputs[other]
        others *= 1.0 - wide
        inputs *= wide
        inputs += others
        targets = kept[:, None] * targets + (1.0 - kept[:, None]) * targets[other]
    return torch.from_numpy(np.ascontiguousarray(inputs)), torch.from_numpy(targets)
