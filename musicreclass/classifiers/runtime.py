"""What torch can use on this machine."""

import torch

from musicreclass.core.finding import Finding


def device() -> torch.device:
    """Return the fastest device there is."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def finding() -> Finding:
    """Say which torch is here and what it computes on."""
    return Finding("torch", f"{torch.__version__}, computes on: {_described(device())}")


def _described(chosen: torch.device) -> str:
    if chosen.type == "cuda":
        return str(torch.cuda.get_device_name(chosen))
    return "Apple GPU" if chosen.type == "mps" else f"processor, {torch.get_num_threads()} threads"
