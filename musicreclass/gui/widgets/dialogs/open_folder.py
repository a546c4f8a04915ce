"""Opens a folder in the system's file manager, and says where it is where there is none."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from musicreclass.core.location import readable


def open_folder(folder: Path, parent: QWidget) -> None:
    """Show a folder in the file manager; where none does, say where it is."""
    opener = shutil.which("xdg-open") if sys.platform.startswith("linux") else None
    if opener is None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            _show_path(folder, parent)
        return
    # Qt starts it, too, but does not look at how it ends: nothing would happen, and nothing said.
    process = QProcess(parent)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.finished.connect(lambda code, _: _show_path(folder, parent) if code else None)
    process.finished.connect(process.deleteLater)
    process.start(opener, [str(folder)])


class FolderMessage(QMessageBox):
    """Says where a folder is, to be copied."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = readable(str(folder))
        self.setWindowTitle(QCoreApplication.translate("FolderMessage", "Open folder"))
        self.setText(
            QCoreApplication.translate("FolderMessage", "No file manager opened the folder. It is:")
        )
        self.setInformativeText(self._path)
        self.copy_button = QPushButton(QCoreApplication.translate("FolderMessage", "Copy"), self)
        self.addButton(self.copy_button, QMessageBox.ButtonRole.ActionRole)
        self.copy_button.clicked.disconnect()  # or the message would close
        self.copy_button.clicked.connect(self._copy)
        self.addButton(QMessageBox.StandardButton.Close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._path)


def _show_path(folder: Path, parent: QWidget) -> None:
    message = FolderMessage(folder, parent)
    message.finished.connect(message.deleteLater)
    message.open()
