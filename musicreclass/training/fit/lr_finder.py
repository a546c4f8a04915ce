"""Which learning rate suits a network: it is raised step by step until learning breaks down."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
import torch
from torch import nn

from musicreclass.core.job import JobContext
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.batch_loader import BatchLoader
from musicreclass.training.data.training_set import Batch
from musicreclass.training.fit.checkpoints import random_state, restore_random_state
from musicreclass.training.fit.optimiser import optimiser_of
from musicreclass.training.fit.training_step import LearningStep, Loss

LOWEST = 1e-5
HIGHEST = 1.0
STEPS = 100
MEMORY = 0.9  # of the losses before, in the running mean
BROKEN_DOWN = 4.0  # times the least loss
# The loss falls fastest a good deal below the rate at which it begins to rise.
SHARE_OF_BEST = 0.1


@dataclass(frozen=True, slots=True)
class RateCurve:
    """What the loss was at each rate, and which rate to take for that."""

    classifier: str
    rates: tuple[float, ...]
    losses: tuple[float, ...]  # smoothed
    suggestion: float


def find_rate(
    name: str,
    network: nn.Module,
    training_config: TrainingConfig,
    loss: Loss,
    loader: BatchLoader,
    ctx: JobContext,
    device: torch.device,
) -> RateCurve:
    """Return how the loss of a copy of `network` moves while the rate is raised.

    Network and random numbers are as they were afterwards.

    Raises:
        Cancelled: the user stopped.
    """
    before = random_state(device)
    trial = copy.deepcopy(network).train()
    optimiser = optimiser_of(trial, training_config, LOWEST)
    step = LearningStep(trial, loss, training_config, optimiser, device)
    rates, losses, mean = [], [], 0.0
    for number, (inputs, targets) in zip(range(1, STEPS + 1), _endlessly(loader), strict=False):
        ctx.raise_if_cancelled()
        mean = MEMORY * mean + (1.0 - MEMORY) * step.learn(inputs, targets)[0].item()
        if not math.isfinite(mean):
            break
        rates.append(optimiser.param_groups[-1]["lr"])
        losses.append(mean / (1.0 - MEMORY**number))
        if losses[-1] > BROKEN_DOWN * min(losses):
            break
        for group in optimiser.param_groups:
            group["lr"] *= (HIGHEST / LOWEST) ** (1 / (STEPS - 1))
    restore_random_state(before, device)
    return RateCurve(name, tuple(rates), tuple(losses), suggested(rates, losses))


def suggested(rates: list[float], losses: list[float]) -> float:
    """Return a tenth of the rate at which the loss was least, and no less than the lowest."""
    return max(LOWEST, SHARE_OF_BEST * rates[int(np.argmin(losses))])


def _endlessly(loader: BatchLoader) -> Iterator[Batch]:
    for epoch in count():
        yield from loader.batches(epoch)
