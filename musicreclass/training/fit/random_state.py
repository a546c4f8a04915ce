"""Random numbers of torch: sown for a lesson, taken down, and put back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor


@contextmanager
def reproducible(seed: int, device: torch.device) -> Iterator[None]:
    """Begin random numbers anew; afterwards those of others go on as if nothing had been.

    With CUDA the convolutions are those that always add up in the same order, too.
    """
    forked = torch.random.fork_rng(devices=[device] if device.type == "cuda" else [])
    ordered = torch.backends.cudnn.flags(enabled=True, benchmark=False, deterministic=True)
    with forked, ordered:
        torch.manual_seed(seed)
        yield


def random_state(device: torch.device) -> dict[str, Tensor]:
    """Return where the random numbers stand."""
    state = {"cpu": torch.get_rng_state()}
    if device.type == "cuda":
        state["device"] = torch.cuda.get_rng_state(device)
    if device.type == "mps":
        state["device"] = torch.mps.get_rng_state()
    return state


def restore_random_state(state: dict[str, Tensor], device: torch.device) -> None:
    """Put the random numbers to where they stood."""
    torch.set_rng_state(state["cpu"])
    if device.type == "cuda":
        torch.cuda.set_rng_state(state["device"], device)
    if device.type == "mps":
        torch.mps.set_rng_state(state["device"])
