"""Fitting one network: epochs of batches, and which of its states is kept in the end."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, update_bn

from musicreclass.classifiers.runtime import device as fastest_device
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.plain import plain, shaped
from musicreclass.sentences.reason import because
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.batch_loader import BatchLoader
from musicreclass.training.data.sampling import learning_rate
from musicreclass.training.data.training_set import TrainingSet
from musicreclass.training.fit.checkpoints import (
    FitCheckpoint,
    State,
    fingerprint,
    random_state,
    reproducible,
    restore_random_state,
)
from musicreclass.training.fit.lr_finder import find_rate
from musicreclass.training.fit.memory import MemoryWatch
from musicreclass.training.fit.optimiser import optimiser_of, schedule_of
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.training_step import GenreLoss, LearningStep, Loss

OBSERVE_SECONDS = 0.5  # between two looks at tracks that are merely observed
OBSERVE_SHARE = 0.05  # of the time, at most, goes into these


@dataclass(frozen=True, slots=True)
class Watched:
    """How well tracks are answered that are held out."""

    loss: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class FitTask:
    """All that is needed to fit one network, whatever it reads.

    `watch` says how tracks are answered that are not learned from: with it, fitting ends when they
    get no better, and the best state is kept. `observe` says it, too, and nothing follows from it:
    tracks that the network will be measured on may be shown, but must not steer.
    """

    name: str
    network: nn.Module
    training_set: TrainingSet
    training_config: TrainingConfig
    watch: Callable[[], Watched] | None = None
    observe: Callable[[], Watched] | None = None
    loss: Loss | None = None  # None: that of genres
    # What else makes it another fit: tracks, shapes. Asked for where a checkpoint is kept.
    facts: Callable[[], tuple[object, ...]] = tuple


def fit(
    fit_task: FitTask,
    ctx: JobContext,
    seed: int,
    checkpoint: FitCheckpoint | None = None,
    *,
    workers: int = 0,
    device: torch.device | None = None,
) -> list[Epoch]:
    """Fit the network of `fit_task` in place, and return how that went.

    The same seed gives the same weights on one machine and number of threads, also where the
    fit was broken off at any moment and goes on from `checkpoint`. Random numbers of others who
    use torch are left as they were. The network comes back to the processor.

    Args:
        workers: how many processes make batches ahead; 0 makes them in this one.
        device: where to compute; None is the fastest there is.

    Raises:
        Cancelled: the user stopped; the network is somewhere on the way.
        TooLittleMemory: not even a small part of a batch fits.
    """
    device = device or fastest_device()
    n_epochs = fit_task.training_config.epochs_of(len(fit_task.training_set.order.labels))
    fit_task = replace(fit_task, training_config=replace(fit_task.training_config, epochs=n_epochs))
    fit_task.network.to(device)
    try:
        with (
            reproducible(seed, device),
            closing(BatchLoader(fit_task.training_set, workers)) as loader,
        ):
            kept = _bound(checkpoint or FitCheckpoint(), fit_task, seed, device)
            before = kept.load()
            rate = _rate(fit_task, ctx, device, loader) if before is None else 1.0  # which is kept
            fitting = _Fitting(fit_task, ctx, device, loader, rate)
            if before is not None:
                fitting.resume(before)
            return fitting.run(kept)
    finally:
        fit_task.network.to("cpu")


def _bound(
    checkpoint: FitCheckpoint, fit_task: FitTask, seed: int, device: torch.device
) -> FitCheckpoint:
    """Return the checkpoint for states of that very fit alone."""
    if checkpoint.path is None:
        return checkpoint
    facts = (fit_task.name, fit_task.training_config, seed, device.type, *fit_task.facts())
    return replace(checkpoint, fingerprint=fingerprint(facts, fit_task.network.state_dict()))


def _rate(fit_task: FitTask, ctx: JobContext, device: torch.device, loader: BatchLoader) -> float:
    """Return the learning rate: the recipe's, or what a trial finds."""
    if not fit_task.training_config.finds_rate:
        return learning_rate(fit_task.training_config, len(fit_task.training_set.order.labels))
    curve = find_rate(
        fit_task.name,
        fit_task.network,
        fit_task.training_config,
        _loss(fit_task),
        loader,
        ctx,
        device,
    )
    ctx.publish(curve)
    return curve.suggestion


def _loss(fit_task: FitTask) -> Loss:
    order = fit_task.training_set.order
    return fit_task.loss or GenreLoss(fit_task.training_config, order.shares)


class _Fitting:
    def __init__(
        self,
        fit_task: FitTask,
        ctx: JobContext,
        device: torch.device,
        loader: BatchLoader,
        rate: float,
    ) -> None:
        training_config = fit_task.training_config
        self._fit_task = fit_task
        self._ctx = ctx
        self._device = device
        self._loader = loader
        self._optimiser = optimiser_of(fit_task.network, training_config, rate)
        self._schedule = schedule_of(training_config, self._optimiser, loader.batches_per_epoch)
        self._step = LearningStep(
            fit_task.network, _loss(fit_task), training_config, self._optimiser, device
        )
        self._memory = MemoryWatch(fit_task.name, device, ctx)
        self._average: AveragedModel | None = None
        self._best: tuple[float, dict[str, Tensor]] | None = None
        self._epochs_since_best = 0
        self._seen: Watched | None = None  # how observed tracks were answered last
        self._observe_at = 0.0  # by the monotonic clock
        self._is_finished = False
        self._epochs: list[Epoch] = []

    def run(self, checkpoint: FitCheckpoint) -> list[Epoch]:
        while not self._is_over():
            self._epochs.append(self._epoch(len(self._epochs)))
            checkpoint.save(self._state)
            self._tell(self._epochs[-1])
        if not self._is_finished:
            self._settle()
            self._is_finished = True
            checkpoint.save(self._state)
        return self._epochs

    def resume(self, state: State) -> None:
        """Go on where `state` was taken; the epochs before are told again."""
        self._fit_task.network.load_state_dict(state["network"])
        self._fit_task.network.eval()
        self._is_finished = state["is_finished"]
        self._epochs = [
            shaped(Epoch, told, because("training.an_epoch")) for told in state["epochs"]
        ]
        for epoch in self._epochs:
            self._tell(epoch)
        if self._is_finished:
            return
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        self._step.load_state_dict(state["step"])
        self._epochs_since_best = state["epochs_since_best"]
        if state["best"] is not None:
            self._best = state["best_loss"], state["best"]
        if state["average"] is not None:
            self._average = AveragedModel(self._fit_task.network)
            self._average.load_state_dict(state["average"])
        restore_random_state(state["random"], self._device)

    def _state(self) -> State:
        """Return all that `resume` needs, in plain values and tensors."""
        state = {
            "is_finished": self._is_finished,
            "epochs": [plain(epoch) for epoch in self._epochs],
            "network": self._fit_task.network.state_dict(),
        }
        if self._is_finished:
            return state
        return state | {
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
            "step": self._step.state_dict(),
            "epochs_since_best": self._epochs_since_best,
            "best_loss": None if self._best is None else self._best[0],
            "best": None if self._best is None else self._best[1],
            "average": None if self._average is None else self._average.state_dict(),
            "random": random_state(self._device),
        }

    def _is_over(self) -> bool:
        training_config = self._fit_task.training_config
        return (
            self._is_finished
            or len(self._epochs) >= training_config.epochs
            or (
                self._fit_task.watch is not None
                and self._epochs_since_best >= training_config.patience
            )
        )

    def _epoch(self, epoch: int) -> Epoch:
        training_config, started = self._fit_task.training_config, time.monotonic()
        loss, accuracy = self._learn(epoch)
        rate = self._optimiser.param_groups[-1]["lr"]
        if epoch >= math.ceil(training_config.epochs * (1.0 - training_config.swa_share)):
            self._take_average()
        watched = self._watched()
        self._schedule.after_epoch(loss if watched is None else watched.loss)
        shown = self._observed() if watched is None else watched
        return Epoch(
            classifier=self._fit_task.name,
            number=epoch + 1,
            of=training_config.epochs,
            loss=loss,
            accuracy=accuracy,
            watched_loss=None if shown is None else shown.loss,
            watched_accuracy=None if shown is None else shown.accuracy,
            rate=rate,
            seconds=time.monotonic() - started,
            memory_bytes=self._memory.take_peak(),
        )

    def _learn(self, epoch: int) -> tuple[float, float]:
        """Learn from every batch once, and return the mean loss and the share of right answers."""
        self._fit_task.network.train()
        # Added up where they are: each look at a number would wait for the graphics processor.
        loss = right = torch.zeros((), device=self._device)
        count = 0
        for inputs, targets in self._loader.batches(epoch):
            self._ctx.raise_if_cancelled()
            batch_loss, batch_right = self._step.learn(inputs, targets)
            self._schedule.after_batch()
            self._memory.look(len(self._step.parts(targets)[0]))
            loss = loss + batch_loss * len(targets)
            right = right + batch_right
            count += len(targets)
        self._fit_task.network.eval()
        return loss.item() / max(1, count), right.item() / max(1, count)

    def _watched(self) -> Watched | None:
        if self._fit_task.watch is None:
            return None
        watched = self._fit_task.watch()
        self._epochs_since_best += 1
        if self._best is None or watched.loss < self._best[0]:
            self._best = watched.loss, copy.deepcopy(self._fit_task.network.state_dict())
            self._epochs_since_best = 0
        return watched

    def _observed(self) -> Watched | None:
        """Return how tracks were answered when they were last looked at; seldom, for it costs."""
        started = time.monotonic()
        if self._fit_task.observe is not None and started >= self._observe_at:
            self._seen = self._fit_task.observe()
            ended = time.monotonic()
            self._observe_at = ended + max(OBSERVE_SECONDS, (ended - started) / OBSERVE_SHARE)
        return self._seen

    def _take_average(self) -> None:
        if self._average is None:
            self._average = AveragedModel(self._fit_task.network)
        self._average.update_parameters(self._fit_task.network)

    def _tell(self, epoch: Epoch) -> None:
        self._ctx.publish(epoch)
        self._ctx.report(Progress(epoch.number, epoch.of, f"Teaching {epoch.classifier}"))

    def _settle(self) -> None:
        """Leave the network with the averaged weights, or with the best watched where better."""
        network = self._fit_task.network
        if self._average is not None:
            network.load_state_dict(self._average.module.state_dict())
            with torch.no_grad():
                update_bn(self._run_batches(self._fit_task.training_config.epochs), network)
        network.eval()
        if self._fit_task.watch is None or self._best is None:
            return
        if self._average is None or self._fit_task.watch().loss > self._best[0]:
            network.load_state_dict(self._best[1])

    def _run_batches(self, epoch: int) -> Iterator[Tensor]:
        for inputs, _ in self._loader.batches(epoch):
            self._ctx.raise_if_cancelled()
            yield from (part.to(self._device) for part in self._step.parts(inputs))
