"""What the window remembers from one day to the next: its geometry, panels, and more by name.

Kept apart from the settings: these are conveniences, and losing them costs nothing.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter


class WindowMemory:
    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def restore_window(self, window: QMainWindow) -> bool:
        """Put the window where it was; say whether it had been anywhere."""
        geometry = self._kept.value("window/geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def keep_window(self, window: QMainWindow) -> None:
        self._kept.setValue("window/geometry", window.saveGeometry())

    def restore_splitter(self, splitter: QSplitter) -> None:
        state = self._kept.value("window/panels")
        if isinstance(state, QByteArray):
            splitter.restoreState(state)

    def keep_splitter(self, splitter: QSplitter) -> None:
        self._kept.setValue("window/panels", splitter.saveState())

    def restore_text(self, key: str) -> str:
        """Return what was kept under a key; nothing where there was nothing."""
        value = self._kept.value(key)
        return value if isinstance(value, str) else ""

    def keep_text(self, key: str, text: str) -> None:
        self._kept.setValue(key, text)

    def has(self, key: str) -> bool:
        return self._kept.contains(key)

    def restore_list(self, key: str) -> list[str]:
        """Return a list of words; Qt gives back a bare word where the list had one."""
        value = self._kept.value(key)
        if isinstance(value, str):
            return [value]
        return [str(word) for word in value] if isinstance(value, list) else []

    def keep_list(self, key: str, words: Sequence[str]) -> None:
        self._kept.setValue(key, list(words))
