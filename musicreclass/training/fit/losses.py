"""What is made small while a network is taught."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.training.config import TrainingConfig

RAREST = 1e-6  # the share of a genre that is never heard, whose logarithm would have no end


class GenreLoss:
    """Cross-entropy against soft targets, adjusted for how often each genre occurs if wanted.

    With the adjustment the network is made to tell a rare genre by more than its rarity; it
    answers without it, as if all genres were as frequent (Menon et al., 2021).
    """

    def __init__(self, training_config: TrainingConfig, shares: npt.NDArray[np.float32]) -> None:
        """Make the loss of genres that are heard by these shares, shape (n_genres,)."""
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


def right_ones(logits: Tensor, targets: Tensor) -> Tensor:
    """Return how many answers name the genre that has the largest share of the target."""
    return torch.sum(logits.argmax(dim=1) == targets.argmax(dim=1))
