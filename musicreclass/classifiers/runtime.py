"""What torch and torchaudio can use on this machine, and how much of it.

The one way to torchaudio, whose native part is made for CUDA and fails where torch has none. Its
Python transforms are all that the program uses; they work without the native part once the set-up
has taken that away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType

import threadpoolctl
import torch

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because


def device() -> torch.device:
    """Return the fastest device there is."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


@contextmanager
def one_thread() -> Iterator[None]:
    """Let torch and numpy compute in the calling thread alone; afterwards they are as they were.

    Their threads wait for each other by spinning. On two cores that two other processes keep busy,
    as decoders do, a network that takes 16 ms for a track in one thread took 460 ms in two; and
    with numpy in two, files went from sound to verdict half as fast: 12 instead of 22 a second.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with threadpoolctl.threadpool_limits(1, user_api="blas"):
            yield
    finally:
        torch.set_num_threads(before)


@dataclass(frozen=True, slots=True)
class TorchFacts:
    """Which torch is here, and what it computes on."""

    version: str
    device: str  # "cuda", "mps" or "cpu"
    device_name: str
    threads: int


def torch_facts() -> TorchFacts:
    """Return which torch is here, and what it computes on."""
    chosen = device()
    name = torch.cuda.get_device_name(chosen) if chosen.type == "cuda" else chosen.type
    return TorchFacts(str(torch.__version__), chosen.type, str(name), torch.get_num_threads())


class TorchaudioProblem(MusicReclassError):
    """torchaudio cannot be loaded."""


def torchaudio() -> ModuleType:
    """Return the module torchaudio.

    Raises:
        TorchaudioProblem: it is not installed, or its native part does not fit this torch.
    """
    try:
        import torchaudio
    except (ImportError, OSError) as error:
        raise TorchaudioProblem(
            because("classifiers.torchaudio_problem", problem=str(error))
        ) from error
    module: ModuleType = torchaudio
    return module
