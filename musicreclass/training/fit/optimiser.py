"""The optimiser, AdamW, and the schedule of its learning rate."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Protocol

from torch import nn
from torch.optim import AdamW, Optimizer
from torch.optim.lr_scheduler import LambdaLR, LinearLR, ReduceLROnPlateau

from musicreclass.training.config import TrainingConfig

HEAD = "head."  # how the names of a network's last layer begin
LAST_RATE = 0.02  # of the learning rate, where the cosine ends
STEP_DOWN = 0.5  # of the rate, on a plateau
STEPS_DOWN_BEFORE_THE_END = 3  # that a fit has time for before patience is lost


def optimiser_of(network: nn.Module, training_config: TrainingConfig, rate: float) -> AdamW:
    """Return an optimiser of all weights that are to be trained; the last group is the head's."""
    backbone = [p for name, p in _fitted(network) if not name.startswith(HEAD)]
    head = [p for name, p in _fitted(network) if name.startswith(HEAD)]
    groups = [
        *_decayed_and_not(
            backbone, training_config.weight_decay, rate * training_config.backbone_rate
        ),
        *_decayed_and_not(head, training_config.weight_decay, rate),
    ]
    return AdamW([group for group in groups if group["params"]], lr=rate)


def _fitted(network: nn.Module) -> list[tuple[str, nn.Parameter]]:
    return [(name, p) for name, p in network.named_parameters() if p.requires_grad]


def _decayed_and_not(
    weights: list[nn.Parameter], decay: float, rate: float
) -> list[dict[str, object]]:
    """Return the weights that shrink, and biases and norms, which must not."""
    return [
        {"params": [p for p in weights if p.ndim > 1], "weight_decay": decay, "lr": rate},
        {"params": [p for p in weights if p.ndim <= 1], "weight_decay": 0.0, "lr": rate},
    ]


class Schedule(Protocol):
    """Sets the rates of an optimiser, and can be kept."""

    def after_batch(self) -> None: ...

    def after_epoch(self, loss: float) -> None: ...

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state: dict[str, Any]) -> None: ...


def schedule_of(
    training_config: TrainingConfig, optimiser: Optimizer, batches_per_epoch: int
) -> Schedule:
    """Return the schedule that `training_config` names."""
    steps = training_config.epochs * batches_per_epoch
    warm_up = max(1, round(steps * training_config.warm_up_share))
    if training_config.schedule == "plateau":
        return Plateau(optimiser, warm_up, training_config.patience)
    return Cosine(optimiser, warm_up, steps)


class Cosine:
    """Warm-up, and then half a cosine down to nearly nothing."""

    def __init__(self, optimiser: Optimizer, warm_up: int, steps: int) -> None:
        self._rates = LambdaLR(optimiser, _warm_up_and_cosine(warm_up, steps))

    def after_batch(self) -> None:
        self._rates.step()

    def after_epoch(self, loss: float) -> None:
        """Nothing: the rate was known from the start."""

    def state_dict(self) -> dict[str, Any]:
        return dict(self._rates.state_dict())

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._rates.load_state_dict(state)


class Plateau:
    """Warm-up, and then a step down whenever the loss has not become less for a while."""

    def __init__(self, optimiser: Optimizer, warm_up: int, patience: int) -> None:
        self._warm_up = LinearLR(optimiser, 1.0 / warm_up, total_iters=warm_up)
        waits = patience // STEPS_DOWN_BEFORE_THE_END
        self._falls = ReduceLROnPlateau(optimiser, factor=STEP_DOWN, patience=waits)

    def after_batch(self) -> None:
        self._warm_up.step()

    def after_epoch(self, loss: float) -> None:
        self._falls.step(loss)

    def state_dict(self) -> dict[str, Any]:
        return {"warm_up": self._warm_up.state_dict(), "falls": self._falls.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._warm_up.load_state_dict(state["warm_up"])
        self._falls.load_state_dict(state["falls"])


def _warm_up_and_cosine(warm_up: int, steps: int) -> Callable[[int], float]:
    def share(step: int) -> float:
        if step < warm_up:
            return (step + 1) / warm_up
        done = min(1.0, (step - warm_up) / max(1, steps - warm_up))
        return LAST_RATE + (1.0 - LAST_RATE) * 0.5 * (1.0 + math.cos(math.pi * done))

    return share
