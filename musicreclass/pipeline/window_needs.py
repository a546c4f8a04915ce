"""What a window needs from the system, found without opening one or importing Qt."""

import ctypes
import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from musicreclass.core.finding import Finding

# Loading these loads all that Qt draws and plays with; the loader names what it cannot find.
QT_PARTS = (
    "lib/libQt6Gui.so.6",
    "lib/libQt6Multimedia.so.6",
    "plugins/platforms/libqxcb.so",
)
REPAIR = "run python3 packaging/bootstrap.py run, or install it with your package manager"


def findings() -> list[Finding]:
    """Return how the window's needs are met; other systems than Linux bring them along."""
    if not sys.platform.startswith("linux"):
        return []
    return [_libraries(_qt_folder()), chinese_font()]


def _qt_folder() -> Path | None:
    found = importlib.util.find_spec("PySide6")
    return Path(found.origin).parent / "Qt" if found is not None and found.origin else None


def _libraries(qt: Path | None) -> Finding:
    if qt is None:
        return Finding("window libraries", "PySide6 is not installed", REPAIR)
    failures = [reason for part in QT_PARTS if (reason := _failure(qt / part))]
    if failures:
        return Finding("window libraries", "; ".join(failures), REPAIR)
    return Finding("window libraries", "all there")


def _failure(library: Path) -> str:
    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return str(error).partition(":")[0] + " is missing"
    return ""


def chinese_font(command: Sequence[str] = ("fc-list", ":lang=zh", "family")) -> Finding:
    """Say whether Chinese titles can be shown."""
    advice = "install a font such as Noto Sans CJK (Debian: fonts-noto-cjk)"
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return Finding("Chinese font", "unknown, for fontconfig's tools are missing", advice)
    families = sorted({line.partition(",")[0].strip() for line in listed.splitlines()} - {""})
    if not families:
        return Finding("Chinese font", "none; Chinese titles show as boxes", advice)
    return Finding("Chinese font", families[0])
