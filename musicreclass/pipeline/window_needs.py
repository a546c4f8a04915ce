"""What a window needs from the system, found without opening one or importing Qt."""

import importlib.util
import os
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
    missing = [name for part in QT_PARTS if (name := _missing_for(qt / part))]
    if missing:
        return Finding("window libraries", f"{', '.join(missing)} missing", REPAIR)
    return Finding("window libraries", "all there")


def _missing_for(library: Path) -> str:
    """Return the library that the loader misses first, nothing where it misses none."""
    # In a process of its own: Qt writes to the terminal while it is loaded, and stays loaded.
    done = subprocess.run(
        [sys.executable, "-c", "import ctypes, sys; ctypes.CDLL(sys.argv[1])", str(library)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    if done.returncode == 0:
        return ""
    return done.stderr.strip().splitlines()[-1].removeprefix("OSError: ").partition(":")[0]


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
