"""What moves the weights: AdamW, by rates of their own for the head and for what lies below it."""

from __future__ import annotations

from torch import nn
from torch.optim import AdamW

from musicreclass.training.config import TrainingConfig

HEAD = "head."  # how the names of a network's last layer begin


def optimiser_of(network: nn.Module, training_config: TrainingConfig, rate: float) -> AdamW:
    """Return an optimiser of all weights that are to be taught; the last group is the head's."""
    backbone = [p for name, p in _fitted(network) if not name.startswith(HEAD)]
    head = [p for name, p in _fitted(network) if name.startswith(HEAD)]
    groups = [
        *_decayed_and_not(
            backbone, training_config.weight_decay, rate * training_config.trunk_rate
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
