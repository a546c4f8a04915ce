"""Folders shown in the system's own file manager."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(path: str) -> bool:
    """Show a folder in the system's file manager; say whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
