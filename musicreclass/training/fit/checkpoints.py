"""Checkpoints of fits, so that a run that was killed goes on where it stood, and random states.

One file for each fit, written whole or not at all, and read without running anything in it. What is
damaged, or of another run, costs time only: that fit begins anew.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import torch
from torch import Tensor

from musicreclass import __version__
from musicreclass.classifiers import weights_file
from musicreclass.core.plain import spelt
from musicreclass.training.data.labelled_tracks import LabelledTracks

SUFFIX = ".lesson"
FORMAT = "musicreclass lesson 1"

logger = logging.getLogger(__name__)

# Plain values and tensors only, so that it can be read without unpickling anything else.
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FitCheckpoint:
    """The file in which one fit is kept. Without a path nothing is."""

    path: Path | None = None
    fingerprint: str = ""  # of the fit; what has another one is not used

    @property
    def next(self) -> FitCheckpoint:
        """Return the checkpoint of the fit that goes on with the same network."""
        if self.path is None:
            return self
        return FitCheckpoint(self.path.with_name(f"{self.path.stem}, on{SUFFIX}"))

    def load(self) -> State | None:
        """Return what was saved last with this fingerprint, None where there is nothing of use."""
        if self.path is None or not self.path.exists():
            return None
        try:
            kept = weights_file.read(self.path)
        except weights_file.ClassifierFileProblem as problem:
            logger.warning("A lesson begins anew, for its checkpoint is of no use: %s", problem)
            return None
        wanted = {"format": FORMAT, "fingerprint": self.fingerprint}
        if not isinstance(kept, dict) or any(kept.get(key) != wanted[key] for key in wanted):
            return None
        state: State = kept["state"]
        return state

    def save(self, state: Callable[[], State]) -> None:
        """Replace what was kept by what `state` returns.

        A disk that is full or cannot be written to is no reason to stop: then nothing is kept.
        """
        if self.path is None:
            return
        content = {"format": FORMAT, "fingerprint": self.fingerprint, "state": dict(state())}
        try:
            weights_file.write(content, self.path)
        except weights_file.ClassifierFileProblem as problem:
            logger.warning("A lesson goes on without a checkpoint: %s", problem)


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """The fits of one run, in a folder; None keeps nothing."""

    folder: Path | None = None

    def of(self, fit_name: str) -> FitCheckpoint:
        """Return where the fit of this name is kept."""
        if self.folder is None:
            return FitCheckpoint()
        self.folder.mkdir(parents=True, exist_ok=True)
        return FitCheckpoint(self.folder / (quote(fit_name, safe=" ,") + SUFFIX))

    def clear(self) -> None:
        """Forget all fits, once what they were for is done; leftovers of kills go, too."""
        if self.folder is None or not self.folder.exists():
            return
        for pattern in (f"*{SUFFIX}", f".*{SUFFIX}.*.part"):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)
        with suppress(OSError):  # somebody put something else into it
            self.folder.rmdir()


def fingerprint(facts: Iterable[object], state: Mapping[str, Tensor]) -> str:
    """Return what only a fit of the same facts, with the same first weights, has.

    Other versions of torch and another number of threads add up in another order.
    """
    digest = hashlib.blake2b(digest_size=20)
    for fact in (__version__, torch.__version__, torch.get_num_threads(), *facts):
        digest.update(f"{spelt(fact)}\n".encode())
    for name, tensor in state.items():
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(tensor.detach().cpu().numpy()).data)
    return digest.hexdigest()


def digest_of(tracks: LabelledTracks) -> str:
    """Return what only the same tracks with the same sound and labels have."""
    digest = hashlib.blake2b(repr((tracks.names, tracks.genres)).encode(), digest_size=20)
    digest.update(np.ascontiguousarray(tracks.labels).data)
    if tracks.features is not None:
        digest.update(np.ascontiguousarray(tracks.features).data)
    if tracks.soft is not None:
        digest.update(np.ascontiguousarray(tracks.soft).data)
    for mel in tracks.mels or ():
        digest.update(repr(mel.shape).encode())
        digest.update(np.ascontiguousarray(mel).data)
    return digest.hexdigest()


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
