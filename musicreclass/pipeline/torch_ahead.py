"""Loading torch beside a window: the part that would stop it first, without Python's lock."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from pathlib import Path

LAZILY = 1  # RTLD_LAZY, alike on Linux and macOS


def load_native_part() -> None:
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
        load(str(library).encode(), LAZILY)
