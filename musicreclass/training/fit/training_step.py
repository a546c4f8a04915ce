"""The loss, and one step: gradients of a batch, in as many parts as memory asks for.

However little memory there is, as much is learned from at a time as the training config says: the
gradients of the parts add up to those of the whole. Only batch normalisation sees the parts one by
one.
"""

from __future__ import annotations

import copy
import gc
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from musicreclass.sentences.reason import because
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.sampling import fitting
from musicreclass.training.fit.memory import TooLittleMemory, free_bytes, is_out_of_memory

LONGEST_STEP = 5.0  # a gradient's norm beyond this is cut to it
FEWEST = 2  # in a part: a single one has nothing to be normalised by
TRIED = 8  # how many chunks or tracks tell what one of them takes
RAREST = 1e-6  # the share of a genre that is never drawn, whose logarithm would have no end

Batch = tuple[Tensor, Tensor]  # inputs and soft targets (n, n_genres)


class LearningStep:
    """Trains a network one batch after the other."""

    def __init__(
        self,
        network: nn.Module,
        loss: Loss,
        training_config: TrainingConfig,
        optimiser: Optimizer,
        device: torch.device,
    ) -> None:
        self._network = network
        self._loss = loss
        self._optimiser = optimiser
        self._device = device
        # Apple's GPUs gain nothing by it, and processors lose.
        self._is_mixed = training_config.mixed_precision and device.type == "cuda"
        self._scaler = torch.amp.GradScaler(device.type, enabled=self._is_mixed)
        self._n_parts = 0  # of each batch; 0 until the first has been seen

    def learn(self, inputs: Tensor, targets: Tensor) -> Batch:
        """Take one step, and return the batch's mean loss and how many answers were right.

        Raises:
            TooLittleMemory: not even the smallest part of the batch fits.
        """
        inputs, targets = inputs.to(self._device), targets.to(self._device)
        self._n_parts = self._n_parts or self._first_guess(inputs, targets)
        while (found := self._tried(self._network, inputs, targets)) is None:
            self._halve(len(inputs))
        self._scaler.unscale_(self._optimiser)
        nn.utils.clip_grad_norm_(self._network.parameters(), LONGEST_STEP)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        return found

    def parts(self, batch: Tensor) -> tuple[Tensor, ...]:
        """Return what of a batch goes to the device together.

        The parts are even: one of a single chunk would have nothing to be normalised by.
        """
        return batch.tensor_split(max(1, self._n_parts))

    def state_dict(self) -> dict[str, Any]:
        return {"scaler": self._scaler.state_dict(), "n_parts": self._n_parts}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._scaler.load_state_dict(state["scaler"])
        self._n_parts = state["n_parts"]

    def _tried(self, network: nn.Module, inputs: Tensor, targets: Tensor) -> Batch | None:
        """Return what `learn` does, None where memory was lacking: then all that it held is free.

        The step is only ready to be taken: the gradients lie with the weights.
        """
        self._optimiser.zero_grad(set_to_none=True)
        try:
            return self._gradients(network, inputs, targets)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
        return None

    def _gradients(self, network: nn.Module, inputs: Tensor, targets: Tensor) -> Batch:
        total = right = torch.zeros((), device=self._device)
        for part, wanted in zip(self.parts(inputs), self.parts(targets), strict=True):
            with torch.autocast(self._device.type, enabled=self._is_mixed):
                logits = network(part)
            loss = self._loss(logits.float(), wanted) * (len(part) / len(inputs))
            self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
            total = total + loss.detach()
            right = right + self._loss.right_ones(logits, wanted)
        return total, right

    def _halve(self, size: int) -> None:
        at_once = size // self._n_parts
        if at_once < 2 * FEWEST:
            is_cpu = self._device.type == "cpu"
            code = "training.too_little_memory" if is_cpu else "training.too_little_gpu_memory"
            raise TooLittleMemory(because(code, count=at_once))
        self._n_parts *= 2
        gc.collect()
        if self._device.type == "cuda":
            torch.cuda.empty_cache()

    def _first_guess(self, inputs: Tensor, targets: Tensor) -> int:
        """Return how many parts fit, by what a few tracks take on a device that can tell."""
        few = min(TRIED, len(inputs))
        if self._device.type != "cuda" or few == len(inputs):
            return 1
        before = torch.cuda.memory_allocated(self._device)
        torch.cuda.reset_peak_memory_stats(self._device)
        with torch.random.fork_rng(devices=[self._device]):
            # A copy, for its norms would learn from this.
            trial = copy.deepcopy(self._network)
            if self._tried(trial, inputs[:few], targets[:few]) is None:
                return -(-len(inputs) // few)
        taken = torch.cuda.max_memory_allocated(self._device) - before
        return -(-len(inputs) // fitting(len(inputs), taken / few, free_bytes(self._device)))


class Loss(Protocol):
    """What is made small."""

    def __call__(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return the mean loss of a batch."""

    def right_ones(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return how many of a batch were answered right."""


class OwnCost:
    """The mean of what layers say themselves that each input costs; nothing is right or wrong."""

    def __call__(self, logits: Tensor, targets: Tensor) -> Tensor:
        return logits.mean()

    def right_ones(self, logits: Tensor, targets: Tensor) -> Tensor:
        return torch.zeros((), device=logits.device)


class GenreLoss:
    """Cross-entropy against soft targets, adjusted for how often each genre occurs if wanted.

    With the adjustment the network is made to tell a rare genre by more than its rarity; it
    answers without it, as if all genres were as frequent (Menon et al., 2021).
    """

    def __init__(self, training_config: TrainingConfig, shares: npt.NDArray[np.float32]) -> None:
        """Make the loss of genres that are drawn by these shares, shape (n_genres,)."""
        self._smoothing = training_config.label_smoothing
        self._offsets: Tensor | None = None  # shape (n_genres,)
        if training_config.logit_adjustment:
            logs = torch.from_numpy(shares).clamp(min=RAREST).log()
            self._offsets = training_config.logit_adjustment * logs

    def __call__(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return the mean loss of a batch; both are of shape (n, n_genres)."""
        if self._offsets is not None:
            logits = logits + self._offsets.to(logits.device)
        return nn.functional.cross_entropy(logits, targets, label_smoothing=self._smoothing)

    def right_ones(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return how many answers name the genre that has the largest share of the target."""
        return torch.sum(logits.argmax(dim=1) == targets.argmax(dim=1))
