"""What the window remembers from one day to the next: its geometry, columns and panels.

Kept apart from the settings: these are conveniences, and losing them costs nothing.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.fitted_header import FittedHeader

ONCE_EXTRA = ("album", "length")  # columns that no longer wait until somebody asks for them


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

    def restore_columns(self, header: FittedHeader) -> None:
        """Bring back order, widths and choice of columns, by name: there may be new ones."""
        known = {column.name: section for section, column in enumerate(COLUMNS)}
        remembered = [name for name in self._list("columns/order") if name in known]
        for index, name in enumerate(_with_new(remembered)):
            header.moveSection(header.visualIndex(known[name]), index)
        pinned = set(self._list("columns/pinned")) & known.keys()
        hidden = (set(self._list("columns/hidden")) & known.keys()) - {COLUMNS[0].name}
        if not self._kept.contains("columns/pinned"):  # of a version in which none hid by itself
            pinned = {c.name for c in COLUMNS if c.is_extra and c.name in remembered} - hidden
            hidden -= {c.name for c in COLUMNS if c.is_extra or c.name in ONCE_EXTRA}
        header.set_choices(
            dict.fromkeys((known[name] for name in hidden), False)
            | dict.fromkeys((known[name] for name in pinned), True)
        )
        widths = header.widths()
        for entry in self._list("columns/widths"):
            name, _, width = entry.partition("=")
            if name in known and width.isdecimal():
                widths[known[name]] = max(1, int(width))
        header.set_widths(widths)

    def keep_columns(self, header: FittedHeader) -> None:
        order = sorted(range(len(COLUMNS)), key=header.visualIndex)
        chosen = header.choices()
        widths = header.widths()
        self._kept.setValue("columns/order", [COLUMNS[i].name for i in order])
        for key, wanted in (("columns/hidden", False), ("columns/pinned", True)):
            names = [COLUMNS[i].name for i, is_shown in chosen.items() if is_shown is wanted]
            self._kept.setValue(key, names)
        self._kept.setValue("columns/widths", [f"{COLUMNS[i].name}={widths[i]}" for i in order])

    def restore_text(self, key: str) -> str:
        """Return what was kept under a key; nothing where there was nothing."""
        value = self._kept.value(key)
        return value if isinstance(value, str) else ""

    def keep_text(self, key: str, text: str) -> None:
        self._kept.setValue(key, text)

    def _list(self, key: str) -> list[str]:
        """Return a list of words; Qt gives back a bare word where the list had one."""
        value = self._kept.value(key)
        if isinstance(value, str):
            return [value]
        return [str(word) for word in value] if isinstance(value, list) else []


def _with_new(remembered: list[str]) -> list[str]:
    """Return the names of all columns in the remembered order, new ones behind their neighbours."""
    order = list(remembered)
    for section, column in enumerate(COLUMNS):
        if column.name not in order:
            neighbour = COLUMNS[section - 1].name if section else ""
            order.insert(order.index(neighbour) + 1 if neighbour else 0, column.name)
    return order
