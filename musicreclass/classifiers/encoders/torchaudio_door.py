"""The one way to torchaudio, whose native part is made for CUDA and fails where torch has none.

Its Python transforms are all that the program uses; they work without the native part once the
set-up has taken that away.
"""

from types import ModuleType

from musicreclass.core.finding import Finding
from musicreclass.errors import MusicReclassError


class TorchaudioProblem(MusicReclassError):
    """torchaudio cannot be loaded."""


def load() -> ModuleType:
    """Return the module torchaudio.

    Raises:
        TorchaudioProblem: it is not installed, or its native part does not fit this torch.
    """
    try:
        import torchaudio
    except (ImportError, OSError) as error:
        raise TorchaudioProblem(f"torchaudio cannot be loaded ({error})") from error
    module: ModuleType = torchaudio
    return module


def finding() -> Finding:
    """Say whether torchaudio works here."""
    try:
        version = load().__version__
    except TorchaudioProblem as error:
        advice = (
            "run python3 packaging/bootstrap.py run doctor, which repairs it; elsewhere delete "
            "the .so files in the folder torchaudio/lib of the installation"
        )
        return Finding("torchaudio", str(error), advice)
    return Finding("torchaudio", f"{version}, transforms work")
