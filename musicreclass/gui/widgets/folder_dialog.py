"""Asks for a folder, beginning where people have their music."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Return the folder that a person chooses, None where they think better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(music_folder()))
    return Path(chosen) if chosen else None


def music_folder() -> Path:
    """Return the system's folder of music, or else the person's own."""
    music = QStandardPaths.StandardLocation.MusicLocation
    folder = Path(QStandardPaths.writableLocation(music))
    return folder if folder.is_dir() else Path.home()
