"""Teaching one network: epochs of batches, and which of its states is kept in the end."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, update_bn

from musicreclass.core.job import JobContext, Progress
from musicreclass.training.recipe import Recipe

# Draws the batches of one epoch: inputs and soft targets (n, n_genres). Nothing but its own random
# numbers makes two epochs differ.
Draw = Callable[[], Iterator[tuple[Tensor, Tensor]]]

LAST_RATE = 0.02  # of the learning rate, where the cosine ends
LONGEST_STEP = 5.0  # a gradient's norm beyond this is cut to it


@dataclass(frozen=True, slots=True)
class Epoch:
    """How one epoch went."""

    classifier: str
    number: int  # from 1
    of: int
    loss: float
    watched_loss: float | None  # of tracks held out; None where none are


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that is needed to teach one network, whatever it hears.

    `watch` returns the log-loss of tracks that are not taught: with it, teaching ends when they
    get no better, and the best state is kept.
    """

    name: str
    network: nn.Module
    draw: Draw
    batches_per_epoch: int
    recipe: Recipe
    watch: Callable[[], float] | None = None


def teach(lesson: Lesson, ctx: JobContext, seed: int) -> list[Epoch]:
    """Teach the network of `lesson` in place, and return how that went.

    The same seed gives the same weights on one machine and number of threads. Random numbers of
    others who use torch are left as they were.

    Raises:
        Cancelled: the user stopped; the network is somewhere on the way.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return _Teaching(lesson, ctx).run()


class _Teaching:
    def __init__(self, lesson: Lesson, ctx: JobContext) -> None:
        recipe = lesson.recipe
        self._lesson = lesson
        self._ctx = ctx
        self._optimiser = torch.optim.AdamW(
            _decayed_and_not(lesson.network, recipe.weight_decay), lr=recipe.learning_rate
        )
        steps = recipe.epochs * lesson.batches_per_epoch
        self._schedule = LambdaLR(self._optimiser, _warm_up_and_cosine(steps, recipe))
        self._average: AveragedModel | None = None
        self._best: tuple[float, dict[str, Tensor]] | None = None
        self._epochs_since_best = 0

    def run(self) -> list[Epoch]:
        recipe, epochs = self._lesson.recipe, []
        first_averaged = math.ceil(recipe.epochs * (1.0 - recipe.swa_share))
        for number in range(1, recipe.epochs + 1):
            loss = self._epoch()
            if recipe.swa_share > 0.0 and number > first_averaged:
                self._take_average()
            watched = self._watched()
            epochs.append(Epoch(self._lesson.name, number, recipe.epochs, loss, watched))
            self._ctx.publish(epochs[-1])
            self._ctx.report(Progress(number, recipe.epochs, f"Teaching {self._lesson.name}"))
            if self._epochs_since_best >= recipe.patience:
                break
        self._settle()
        return epochs

    def _epoch(self) -> float:
        network = self._lesson.network.train()
        total, count = 0.0, 0
        for inputs, targets in self._lesson.draw():
            self._ctx.raise_if_cancelled()
            loss = nn.functional.cross_entropy(
                network(inputs), targets, label_smoothing=self._lesson.recipe.label_smoothing
            )
            self._optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
            self._optimiser.step()
            self._schedule.step()
            total += loss.item() * len(targets)
            count += len(targets)
        network.eval()
        return total / max(1, count)

    def _watched(self) -> float | None:
        if self._lesson.watch is None:
            return None
        loss = self._lesson.watch()
        self._epochs_since_best += 1
        if self._best is None or loss < self._best[0]:
            self._best = loss, copy.deepcopy(self._lesson.network.state_dict())
            self._epochs_since_best = 0
        return loss

    def _take_average(self) -> None:
        if self._average is None:
            self._average = AveragedModel(self._lesson.network)
        self._average.update_parameters(self._lesson.network)

    def _settle(self) -> None:
        """Leave the network with the averaged weights, or with the best watched where better."""
        network = self._lesson.network
        if self._average is not None:
            network.load_state_dict(self._average.module.state_dict())
            with torch.no_grad():
                update_bn((inputs for inputs, _ in self._lesson.draw()), network)
        network.eval()
        if self._lesson.watch is None or self._best is None:
            return
        if self._average is None or self._lesson.watch() > self._best[0]:
            network.load_state_dict(self._best[1])


def _decayed_and_not(network: nn.Module, decay: float) -> list[dict[str, object]]:
    """Return the weights that shrink, and biases and norms, which must not."""
    weights = [p for p in network.parameters() if p.requires_grad]
    return [
        {"params": [p for p in weights if p.ndim > 1], "weight_decay": decay},
        {"params": [p for p in weights if p.ndim <= 1], "weight_decay": 0.0},
    ]


def _warm_up_and_cosine(steps: int, recipe: Recipe) -> Callable[[int], float]:
    warm_up = max(1, round(steps * recipe.warm_up_share))

    def share(step: int) -> float:
        if step < warm_up:
            return (step + 1) / warm_up
        done = min(1.0, (step - warm_up) / max(1, steps - warm_up))
        return LAST_RATE + (1.0 - LAST_RATE) * 0.5 * (1.0 + math.cos(math.pi * done))

    return share
