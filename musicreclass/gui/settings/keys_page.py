"""Settings: which key does what in a review, and all other keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from musicreclass.gui.review.key_bindings import (
    ACTIONS,
    FIXED_HINTS,
    FIXED_KEYS,
    MODIFIERS,
    WINDOW_HINTS,
    sensible,
    shown_key,
    text_of,
)
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.widgets.controls import text_label


class KeyButton(QPushButton):
    """Shows a key; pressed, it waits for another one. Escape leaves it as it was.

    Signals: `typed` with a key as settings have it, nothing where it cannot be one.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = ""
        self._waits = False
        self.setAutoDefault(False)
        self.clicked.connect(self._wait)

    @property
    def waits(self) -> bool:
        return self._waits

    def show_key(self, key: str) -> None:
        self._key = key
        self._stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._waits:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._stop()
        elif event.key() not in MODIFIERS:
            is_fixed = Qt.Key(event.key()) in FIXED_KEYS
            self._stop()
            self.typed.emit("" if is_fixed else text_of(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        self._waits = True
        self.setText(self.tr("press a key…"))

    def _stop(self) -> None:
        self._waits = False
        self.setText(shown_key(self._key))


class KeysPage(SettingsPage):
    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("KeysPage", "Keys"), choices, parent)
        self.add_paragraph(
            self.tr(
                "These work while the table of tracks has the keyboard. Click one and press "
                "another key to change it."
            )
        )
        self.said = text_label("", self, "caution", wraps=True)
        self.buttons = {name: self._add_action(name, str(ACTIONS[name])) for name in ACTIONS}
        self.add_group("", self.said)
        self.said.hide()
        self.add_group(self.tr("Always so"), QWidget(self))
        for hint in (*FIXED_HINTS, *WINDOW_HINTS):
            key = QLabel(hint.keys, self)
            self.add_row(key, text_label(hint.shown_meaning, self, "dim", wraps=True))

    def _add_action(self, name: str, meaning: str) -> KeyButton:
        words = QCoreApplication.translate("Keys", meaning)
        button = KeyButton(self)
        button.typed.connect(lambda key: self._on_typed(name, key))
        self.add_row(text_label(words, self, wraps=True), button)

        def show(key: object) -> None:
            button.show_key(str(key))
            button.setAccessibleName(f"{words}: {shown_key(str(key))}")

        self.bind(f"keys.{name}", show)
        return button

    def _on_typed(self, name: str, key: str) -> None:
        """Keep a key, or say why it cannot be that one."""
        taken = {other: one for one, other in sensible(self.choices.settings.keys).items()}
        if not key:
            self._say(self.tr("This key has another use in the window; choose another one."))
        elif taken.get(key, name) != name:
            words = QCoreApplication.translate("Keys", str(ACTIONS[taken[key]]))
            text = self.tr("{key} is taken already: {action}. Change that one first.")
            self._say(text.format(key=shown_key(key), action=words))
        else:
            self._say("")
            self.keep(f"keys.{name}", key)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            self.scrolled.ensureWidgetVisible(self.said)
