"""Makes torchaudio importable beside a torch without CUDA. Imports neither.

On Linux torchaudio's wheel may be built for CUDA: its native part then wants a library that a
torch for the CPU does not have, and `import torchaudio` fails. By its own code the native part is
optional, and the transforms used here are plain Python, so it is taken away.
"""

import sys
from pathlib import Path

_CUDA_LIBRARY = "libc10_cuda.so"

CHECK = "import torchaudio; torchaudio.transforms.MelSpectrogram(sample_rate=16000, n_mels=64)"


def cure(site_packages: Path) -> list[Path]:
    """Remove torchaudio's native part if its torch cannot carry it; return what was removed."""
    if not sys.platform.startswith("linux") or _has_cuda(site_packages):
        return []
    native = sorted((site_packages / "torchaudio" / "lib").glob("*.so"))
    if not any(_wants_cuda(path) for path in native):
        return []
    for path in native:
        path.unlink()
    return native


def has_native_part(site_packages: Path) -> bool:
    """Tell whether torchaudio still has its native part."""
    return any((site_packages / "torchaudio" / "lib").glob("*.so"))


def _has_cuda(site_packages: Path) -> bool:
    return (site_packages / "torch" / "lib" / _CUDA_LIBRARY).exists()


def _wants_cuda(library: Path) -> bool:
    return _CUDA_LIBRARY.encode() in library.read_bytes()
