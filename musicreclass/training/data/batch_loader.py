"""Batches made by this process, or ahead of time by others beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch.utils.data import DataLoader, Dataset, Sampler

from musicreclass.training.data.training_set import Batch, TrainingSet


class BatchLoader:
    """Makes all batches of an epoch, the same ones however many processes help with that."""

    def __init__(self, training_set: TrainingSet, workers: int = 0) -> None:
        self._epoch = _Epoch(training_set.order.count)
        self._loader = DataLoader(
            _Batches(training_set),
            batch_size=None,
            sampler=self._epoch,
            num_workers=workers,
            multiprocessing_context="spawn" if workers else None,
            persistent_workers=workers > 0,
            # It draws a number for each epoch, which dropout would miss.
            generator=torch.Generator(),
        )

    @property
    def batches_per_epoch(self) -> int:
        return len(self._epoch)

    def batches(self, epoch: int) -> Iterator[Batch]:
        """Yield the batches of an epoch, which is counted from 0."""
        self._epoch.number = epoch
        yield from self._loader

    def close(self) -> None:
        """Send the helping processes home."""
        self._loader._iterator = None


@dataclass(slots=True)
class _Epoch(Sampler[tuple[int, int]]):
    """The indices of an epoch's batches."""

    count: int
    number: int = 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter([(self.number, i) for i in range(self.count)])

    def __len__(self) -> int:
        return self.count


@dataclass(frozen=True, slots=True)
class _Batches(Dataset[Batch]):
    training_set: TrainingSet

    def __getitem__(self, indices: tuple[int, int]) -> Batch:
        return self.training_set.batch(*indices)
