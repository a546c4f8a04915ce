"""Asks for folders and files, beginning where a person was the last time, or has the music.

Each purpose has its own last folder: where music is, where reports go.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from musicreclass import paths

MUSIC = "music"
MEMORY_FILE = "window.ini"


def ask_folder(parent: QWidget, title: str, purpose: str = MUSIC) -> Path | None:
    """Return the folder that a person chooses, None where they think better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(last_folder(purpose)))
    if not chosen:
        return None
    _remember(purpose, Path(chosen))
    return Path(chosen)


def ask_open_file(parent: QWidget, title: str, kinds: str, purpose: str) -> Path | None:
    """Return the file that a person chooses, None where they think better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(last_folder(purpose)), kinds)
    return _file(chosen, purpose)


def ask_open_files(parent: QWidget, title: str, kinds: str, purpose: str) -> list[Path]:
    """Return the files that a person chooses, none where they think better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(last_folder(purpose)), kinds)
    return [path for file in chosen if (path := _file(file, purpose)) is not None]


def ask_save_file(
    parent: QWidget, title: str, proposed: Path | str, kinds: str, purpose: str
) -> Path | None:
    """Return where a person wants something kept, None where they think better of it.

    Args:
        proposed: a name, for the last folder of this purpose; or a path, where none is known.
    """
    path, _ = ask_save_as(parent, title, proposed, kinds, purpose)
    return path


def ask_save_as(
    parent: QWidget, title: str, proposed: Path | str, kinds: str, purpose: str
) -> tuple[Path | None, str]:
    """Return the same, and the kind of file that was chosen, one of those between ";;"."""
    usual = Path(proposed)
    has_folder = usual.is_absolute() and _remembered(purpose) is None
    begin = usual if has_folder else last_folder(purpose) / usual.name
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(begin), kinds)
    return _file(chosen, purpose), kind


def last_folder(purpose: str) -> Path:
    """Return the folder that was chosen last for a purpose, at first that of music."""
    return _remembered(purpose) or music_folder()


def music_folder() -> Path:
    """Return the system's folder of music, or else the person's own."""
    music = QStandardPaths.StandardLocation.MusicLocation
    folder = Path(QStandardPaths.writableLocation(music))
    return folder if folder.is_dir() else Path.home()


def _file(chosen: str, purpose: str) -> Path | None:
    if not chosen:
        return None
    _remember(purpose, Path(chosen).parent)
    return Path(chosen)


def _memory() -> QSettings:
    return QSettings(str(paths.config_dir() / MEMORY_FILE), QSettings.Format.IniFormat)


def _remembered(purpose: str) -> Path | None:
    kept = _memory().value(f"folders/{purpose}")
    folder = Path(kept) if isinstance(kept, str) and kept else None
    return folder if folder is not None and folder.is_dir() else None


def _remember(purpose: str, folder: Path) -> None:
    _memory().setValue(f"folders/{purpose}", str(folder))
