"""How much memory a fit takes, where it computes, and how much of it is free."""

from __future__ import annotations

import os
import time
from pathlib import Path

import torch

from musicreclass.core.job import JobContext
from musicreclass.errors import MusicReclassError
from musicreclass.training.fit.progress import MemoryUse

WATCH_SECONDS = 1.0  # between two looks


class TooLittleMemory(MusicReclassError):
    """Not even the smallest batch fits."""


class MemoryWatch:
    """Looks at the memory while a fit goes on, and tells of it now and then."""

    def __init__(self, classifier: str, device: torch.device, ctx: JobContext) -> None:
        self._classifier = classifier
        self._device = device
        self._ctx = ctx
        self._looked_at = float("-inf")
        self._peak: int | None = None

    def look(self, at_once: int) -> None:
        """Look, unless that was done a moment ago. Cheap enough for every batch."""
        if time.monotonic() - self._looked_at < WATCH_SECONDS:
            return
        self._looked_at = time.monotonic()
        used = used_bytes(self._device)
        self._peak = max(used or 0, self._peak or 0) or None
        self._ctx.publish(MemoryUse(self._classifier, used, free_bytes(self._device), at_once))

    def take_peak(self) -> int | None:
        """Return the most there was since the last time, None where nobody looked."""
        peak, self._peak = self._peak, None
        return peak


def used_bytes(device: torch.device) -> int | None:
    """Return what this process takes of the device's memory."""
    if device.type == "cuda":
        return torch.cuda.memory_reserved(device)
    return int(torch.mps.driver_allocated_memory()) if device.type == "mps" else _resident_bytes()


def free_bytes(device: torch.device) -> int | None:
    """Return what this process could still take of the device's memory."""
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    if device.type == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    return _available_bytes()


def is_out_of_memory(error: RuntimeError) -> bool:
    """Say whether it was memory that was lacking; each device says so in its own words."""
    if isinstance(error, torch.OutOfMemoryError):
        return True
    return any(words in str(error) for words in ("out of memory", "can't allocate memory"))


def _resident_bytes() -> int | None:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:  # no Linux
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _available_bytes() -> int | None:
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:  # no Linux
        return None
    found = [line for line in text.splitlines() if line.startswith("MemAvailable:")]
    return int(found[0].split()[1]) << 10 if found else None
