"""The batches of an epoch: tracks in random order, cut, augmented and mixed.

Every batch has random numbers of its own, by seed, epoch and number. So it does not matter whether
this process or another makes it, nor whether those before it were made in the same run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from musicreclass.classifiers.kinds.fitter import Chunking, Cutting, FeatureVariants
from musicreclass.core.analysis import Picture
from musicreclass.training.augmentation.augment_mel import augment_mel, louder_or_softer, masked
from musicreclass.training.augmentation.augment_wave import augment_wave, cut
from musicreclass.training.data.labelled_tracks import Targets
from musicreclass.training.data.sampling import SampleOrder

Chunks = npt.NDArray[np.float32]  # shape (n_chunks, n_mels, frames)
Batch = tuple[Tensor, Tensor]  # inputs and soft targets (n, n_genres)


class TrainingSet(Protocol):
    """The tracks of a fit. It is sent to other processes where those make the batches."""

    @property
    def order(self) -> SampleOrder: ...

    def batch(self, epoch: int, number: int) -> Batch:
        """Return a batch: from 0 to `order.count`, of an epoch from 0."""


@dataclass(frozen=True, slots=True)
class FeatureTrainingSet:
    """Batches of rows of features, each from any variant of its track."""

    order: SampleOrder
    rows: FeatureVariants

    def batch(self, epoch: int, number: int) -> Batch:
        indices, rng = self.order.indices(epoch, number), self.order.rng(epoch, number)
        rows = self.rows[rng.integers(len(self.rows), size=len(indices)), indices]
        return mixed(rows, self.order.targets(indices), self.order.training_config.mixup, rng)


@dataclass(frozen=True, slots=True)
class MelTrainingSet:
    """Batches of chunks of mels, as other channels might have recorded them."""

    order: SampleOrder
    variants: Sequence[Sequence[Picture]]  # of all tracks, n_variants times
    chunking: Chunking
    centre: npt.NDArray[np.float32]  # shape (n_mels,), dB; the usual level of each band

    def batch(self, epoch: int, number: int) -> Batch:
        config = self.order.training_config
        indices, rng = self.order.indices(epoch, number), self.order.rng(epoch, number)
        chunks = np.concatenate([self._chunks(int(index), rng) for index in indices])
        chunks = louder_or_softer(chunks, config.gain_db, rng)
        chunks = masked(chunks, self.centre, config.masks, rng)
        targets = self.order.targets(indices).repeat(config.crops, axis=0)
        return mixed(chunks, targets, config.mixup, rng)

    def _chunks(self, index: int, rng: np.random.Generator) -> Chunks:
        """Return chunks from random positions of one track, shape (crops, n_mels, frames)."""
        config, frames = self.order.training_config, self.chunking.chunk_frames
        mel: npt.NDArray[np.floating] = self.variants[int(rng.integers(len(self.variants)))][index]
        if config.channel_augmentation is not None:
            mel = augment_mel(mel, self.chunking.mel, config.channel_augmentation, rng)
        whole = self.chunking.prepared(mel)
        if whole.shape[1] < frames:
            whole = np.tile(whole, -(-frames // whole.shape[1]))
        starts = rng.integers(0, whole.shape[1] - frames + 1, config.crops)
        return np.stack([whole[:, start : start + frames] for start in starts])


@dataclass(frozen=True, slots=True)
class WaveTrainingSet:
    """Batches of chunks of raw sound, as other channels might have recorded them."""

    order: SampleOrder
    variants: Sequence[Sequence[Picture]]  # of all tracks, n_variants times
    cutting: Cutting

    def batch(self, epoch: int, number: int) -> Batch:
        config = self.order.training_config
        indices, rng = self.order.indices(epoch, number), self.order.rng(epoch, number)
        chunks = np.concatenate([self._chunks(int(index), rng) for index in indices])
        chunks = augment_wave(chunks, config.gain_db, config.wave_augmentation, rng)
        targets = self.order.targets(indices).repeat(config.crops, axis=0)
        return mixed(chunks, targets, config.mixup, rng)

    def _chunks(self, index: int, rng: np.random.Generator) -> Chunks:
        """Return chunks from random pieces of one track, shape (crops, chunk_samples)."""
        config = self.order.training_config
        pieces = self.variants[int(rng.integers(len(self.variants)))][index]
        shifts = config.wave_augmentation is not None
        return cut(pieces, self.cutting.chunk_samples, config.crops, rng, shifts=shifts)


def mixed(
    inputs: npt.NDArray[np.float32], targets: Targets, alpha: float, rng: np.random.Generator
) -> Batch:
    """Return each input with a share of another one in it (mixup), and targets that say so.

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
