"""The keys of a review: what each does while the table has the keyboard, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.panels import fill

SEEK_SECONDS = 5.0

_CANDIDATE_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_WITH_SHIFT = (*_PLAIN, Qt.KeyboardModifier.ShiftModifier)  # "?" is above another sign


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A line of the list of keys."""

    keys: str
    meaning: object  # text, which Qt's marker for translators types as anything

    @property
    def shown_meaning(self) -> str:
        return QCoreApplication.translate("Keys", str(self.meaning))


HINTS = (
    KeyHint("↑ ↓  J K", QT_TRANSLATE_NOOP("Keys", "go to the next or the previous track")),
    KeyHint("A", QT_TRANSLATE_NOOP("Keys", "accept the suggestion")),
    KeyHint("1 – 5", QT_TRANSLATE_NOOP("Keys", "take this candidate instead")),
    KeyHint("E", QT_TRANSLATE_NOOP("Keys", "type the genre, or several parted by semicolons")),
    KeyHint("S", QT_TRANSLATE_NOOP("Keys", "skip: leave the track as it is")),
    KeyHint("Z", QT_TRANSLATE_NOOP("Keys", "take back the last decision")),
    KeyHint("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "write what is accepted into the files")),
    KeyHint("Space", QT_TRANSLATE_NOOP("Keys", "play or pause")),
    KeyHint("← →", QT_TRANSLATE_NOOP("Keys", "five seconds back or on")),
    KeyHint(
        "A  1 – 5  E  S", QT_TRANSLATE_NOOP("Keys", "on a group: for all its undecided tracks")
    ),
    KeyHint("← →  Enter", QT_TRANSLATE_NOOP("Keys", "on a group: fold or unfold it")),
    KeyHint("Ctrl+A", QT_TRANSLATE_NOOP("Keys", "select all that is shown")),
    KeyHint("Ctrl+C", QT_TRANSLATE_NOOP("Keys", "copy the selected rows as text")),
    KeyHint("Ctrl+F", QT_TRANSLATE_NOOP("Keys", "search")),
    KeyHint("?", QT_TRANSLATE_NOOP("Keys", "show these keys")),
)


class ReviewKeys(QObject):
    """Turns keys pressed on a table into what they mean.

    Signals:
        moved: how many rows down.
        accepted, edited, skipped, undone, asked: A, E, S, Z and ?.
        taken: the rank of a candidate, 0 for the best.
        toggled: play or pause.
        sought: so many seconds on.
    """

    moved = Signal(int)
    accepted = Signal()
    taken = Signal(int)
    edited = Signal()
    skipped = Signal()
    undone = Signal()
    toggled = Signal()
    sought = Signal(float)
    asked = Signal()

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._simple = {
            Qt.Key.Key_A: self.accepted,
            Qt.Key.Key_E: self.edited,
            Qt.Key.Key_S: self.skipped,
            Qt.Key.Key_Z: self.undone,
            Qt.Key.Key_Space: self.toggled,
        }
        self._moves = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        self._seeks = {Qt.Key.Key_Left: -SEEK_SECONDS, Qt.Key.Key_Right: SEEK_SECONDS}
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._act(event)
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> bool:
        """Do what a key means; say whether it means anything here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.text() in ("?", "？") and modifiers in _WITH_SHIFT:
            self.asked.emit()
        elif modifiers not in _PLAIN:
            return False
        elif key in self._moves:
            self.moved.emit(self._moves[key])
        elif key in self._seeks:
            self.sought.emit(self._seeks[key])
        elif event.isAutoRepeat():
            return key in self._simple or key in _CANDIDATE_KEYS  # a held key decides one track
        elif key in _CANDIDATE_KEYS:
            self.taken.emit(_CANDIDATE_KEYS.index(key))
        elif key in self._simple:
            self._simple[key].emit()
        else:
            return False
        return True


class KeySheet(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, hint in enumerate(HINTS):
            keys, meaning = QLabel(hint.keys, self), QLabel(hint.shown_meaning, self)
            grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(meaning, row, 1)
        note = text_label(self.tr("They work while the table has the keyboard."), self, "hint")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        fill(QVBoxLayout(self), grid, note, close, margins=(24, 20, 24, 16), spacing=14)
