"""The keys of a review: what each does while the table has the keyboard, and the list of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from musicreclass.gui.review.key_bindings import (
    CANDIDATE_KEYS,
    REPEATED,
    SEEK_KEYS,
    WINDOW_HINTS,
    KeyBindings,
)
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.panels import ScrolledGround, fill

SEEK_SECONDS = 5.0

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
# Whatever the system calls it: people come with either habit.
_REDO = ((_CTRL, Qt.Key.Key_Y), (_CTRL | _SHIFT, Qt.Key.Key_Z))
_WITH_SHIFT = (*_PLAIN, Qt.KeyboardModifier.ShiftModifier)  # "?" is above another sign


class ReviewKeys(QObject):
    """Turns keys pressed on a table into what they mean.

    Signals:
        moved: how many rows down.
        accepted, edited, skipped, cleared, undone, redone, asked: A, E, S, U, Z, Shift+Z and ?,
            where no others were chosen.
        taken: the rank of a candidate, 0 for the best.
        toggled: play or pause.
        sought: so many seconds on.
    """

    moved = Signal(int)
    accepted = Signal()
    taken = Signal(int)
    edited = Signal()
    skipped = Signal()
    cleared = Signal()
    undone = Signal()
    redone = Signal()
    toggled = Signal()
    sought = Signal(float)
    asked = Signal()

    def __init__(self, table: QWidget, bindings: KeyBindings) -> None:
        super().__init__(table)
        self.bindings = bindings
        self._does: dict[str, Callable[[], object]] = {
            "next": lambda: self.moved.emit(1),
            "previous": lambda: self.moved.emit(-1),
            "accept": self.accepted.emit,
            "edit": self.edited.emit,
            "skip": self.skipped.emit,
            "clear": self.cleared.emit,
            "undo": self.undone.emit,
            "redo": self.redone.emit,
            "play": self.toggled.emit,
        }
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._act(event)
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> bool:
        """Do what a key means; say whether it means anything here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        action = self.bindings.action(event)
        is_plain = modifiers in _PLAIN
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or (modifiers, key) in _REDO:
            self.redone.emit()
        elif event.text() in ("?", "？") and modifiers in _WITH_SHIFT:
            self.asked.emit()
        elif is_plain and key in SEEK_KEYS:
            self.sought.emit(SEEK_KEYS[key] * SEEK_SECONDS)
        elif event.isAutoRepeat() and action not in REPEATED:
            # A held key decides one track.
            return action is not None or (is_plain and key in CANDIDATE_KEYS)
        elif is_plain and key in CANDIDATE_KEYS:
            self.taken.emit(CANDIDATE_KEYS.index(key))
        elif action is not None:
            self._does[action]()
        else:
            return False
        return True


class KeySheet(QDialog):
    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        OnScreen(self)
        sheet = QWidget(self)
        sheet.setObjectName("detail")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for row, hint in enumerate([*bindings.hints(), *WINDOW_HINTS]):
            keys, meaning = QLabel(hint.keys, self), QLabel(hint.shown_meaning, self)
            grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(meaning, row, 1)
        note = text_label(
            self.tr(
                "Those without Ctrl work while the table has the keyboard. Settings › Keys lets "
                "you choose others."
            ),
            self,
            "hint",
            wraps=True,
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        ground = ScrolledGround(self.windowTitle(), self, sheet)
        layout = fill(QVBoxLayout(self), (ground, 1), note, close, spacing=14)
        fill(layout, margins=(24, 20, 24, 16))
        hidden = sheet.sizeHint().height() - ground.sizeHint().height()
        self.resize(self.sizeHint() + QSize(0, max(0, hidden)))  # the screen may want less
