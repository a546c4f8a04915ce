"""Loading torch beside a window: the part that would stop it first, without Python's lock."""

from __future__ import annotations

import _imp
import ctypes
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LAZILY = 1  # RTLD_LAZY, alike on Linux and macOS


def preload_torch() -> None:
    """Load torch's libraries before `import torch` does it, which holds everybody else up.

    An import keeps Python's lock while the system loads libraries: the window stood still for
    0.36 s, and does so for 0.04 s when they are there already. A call of a foreign function gives
    the lock away. Where this cannot be done nothing is lost: the import will do it.
    """
    if "torch" in sys.modules or sys.platform == "win32":
        return
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return
    for library in sorted((Path(spec.origin).parent / "lib").glob("libtorch_python.*")):
        load = ctypes.CDLL(None).dlopen
        load.restype, load.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
        with imports_held_back():
            load(str(library).encode(), LAZILY)


@contextmanager
def imports_held_back() -> Iterator[None]:
    """Let imports of other threads wait for the moment, while they leave Python's lock to others.

    The system loads one library at a time. An import that got as far as a library of its own
    would wait for it with Python's lock in hand: the window stood still for 1.4 s.
    """
    _imp.acquire_lock()
    try:
        yield
    finally:
        _imp.release_lock()
