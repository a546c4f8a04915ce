"""The window's translations: what Qt's tools read from the sources, and what they make of it."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

UNFINISHED = 'type="unfinished"'


def catalogues(root: Path) -> list[Path]:
    """Return the catalogues that people translate, one a language."""
    return sorted((root / "resources" / "translations").glob("*.ts"))


def sources(root: Path) -> list[Path]:
    """Return the files with texts of the window."""
    return sorted((root / "musicreclass" / "gui").rglob("*.py"))


def update(python: Path, files: Iterable[Path], catalogue: Path) -> int:
    """Bring a catalogue up to date, and return how many of its texts nobody has translated yet."""
    options = ("-no-obsolete", "-locations", "none")
    _run(python, "pyside6-lupdate", *options, *files, "-ts", catalogue)
    return catalogue.read_text(encoding="utf-8").count(UNFINISHED)


def release(python: Path, catalogue: Path, made: Path) -> None:
    """Make of a catalogue what the program loads."""
    _run(python, "pyside6-lrelease", catalogue, "-qm", made)


def _run(python: Path, tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools, which PySide6 installs beside the interpreter."""
    program = shutil.which(tool, path=os.fspath(python.parent))
    if program is None:
        raise OSError(f"PySide6's {tool} is not beside {python}")
    subprocess.run([program, *arguments], capture_output=True, check=True)
