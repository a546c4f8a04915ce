"""What moves the weights: AdamW, by rates of their own for the head and for what lies below it."""

from __future__ import annotations

from torch import nn
from torch.optim import AdamW

from musicreclass.training.config import Recipe

HEAD = "head."  # how the names of a network's last layer begin


def optimiser_of(network: nn.Module, recipe: Recipe, rate: float) -> AdamW:
    """Return an optimiser of all weights that are to be taught; the last group is the head's."""
    trunk = [p for name, p in _taught(network) if not name.startswith(HEAD)]
    head = [p for name, p in _taught(network) if name.startswith(HEAD)]
    groups = [
        *_decayed_and_not(trunk, recipe.weight_decay, rate * recipe.trunk_rate),
        *_decayed_and_not(head, recipe.weight_decay, rate),
    ]
    return AdamW([group for group in groups if group["params"]], lr=rate)


def _taught(network: nn.Module) -> list[tuple[str, nn.Parameter]]:
    return [(name, p) for name, p in network.named_parameters() if p.requires_grad]


def _decayed_and_not(
    weights: list[nn.Parameter], decay: float, rate: float
) -> list[dict[str, object]]:
    """Return the weights that shrink, and biases and norms, which must not."""
    return [
        {"params": [p for p in weights if p.ndim > 1], "weight_decay": decay, "lr": rate},
        {"params": [p for p in weights if p.ndim <= 1], "weight_decay": 0.0, "lr": rate},
    ]
