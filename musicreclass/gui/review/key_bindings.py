"""Which key does what in a review: those that a person may choose, and those that are fixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from musicreclass.settings import KeySettings

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
CANDIDATE_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
SEEK_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
# What the table, the window or every program uses them for.
FIXED_KEYS = frozenset(
    {
        *CANDIDATE_KEYS,
        *SEEK_KEYS,
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Menu),
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Question),
        *(Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F10),
    }
)


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A line of the list of keys."""

    keys: str
    meaning: object  # text, which Qt's marker for translators types as anything

    @property
    def shown_meaning(self) -> str:
        return QCoreApplication.translate("Keys", str(self.meaning))


# What can be done with a key that a person may choose, by the name in the settings.
ACTIONS: Mapping[str, object] = {
    "next": QT_TRANSLATE_NOOP("Keys", "go to the next track"),
    "previous": QT_TRANSLATE_NOOP("Keys", "go to the previous track"),
    "accept": QT_TRANSLATE_NOOP("Keys", "accept the genre that the row shows"),
    "edit": QT_TRANSLATE_NOOP("Keys", "type the genre, or several parted by semicolons"),
    "skip": QT_TRANSLATE_NOOP("Keys", "skip: leave the track as it is"),
    "clear": QT_TRANSLATE_NOOP("Keys", "clear what was decided of the selected tracks"),
    "undo": QT_TRANSLATE_NOOP("Keys", "take back the last decision"),
    "redo": QT_TRANSLATE_NOOP("Keys", "decide again what was taken back"),
    "play": QT_TRANSLATE_NOOP("Keys", "play or pause"),
}
REPEATED = frozenset({"next", "previous"})  # while a key is held
FIXED_HINTS = (
    KeyHint("↑ ↓", QT_TRANSLATE_NOOP("Keys", "go to the next or the previous track")),
    KeyHint("Home  End", QT_TRANSLATE_NOOP("Keys", "go to the first or the last track")),
    KeyHint("1 – 5", QT_TRANSLATE_NOOP("Keys", "take this candidate instead")),
    KeyHint("← →", QT_TRANSLATE_NOOP("Keys", "five seconds back or on")),
    KeyHint(
        "A  1 – 5  E  S", QT_TRANSLATE_NOOP("Keys", "on a group: for all its undecided tracks")
    ),
    KeyHint("← →  Enter", QT_TRANSLATE_NOOP("Keys", "on a group: fold or unfold it")),
    KeyHint("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "write what is accepted into the files")),
    KeyHint("Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "take back the last decision")),
    KeyHint("Ctrl+Y", QT_TRANSLATE_NOOP("Keys", "decide again what was taken back")),
    KeyHint("Ctrl+D", QT_TRANSLATE_NOOP("Keys", "list what was decided")),
    KeyHint("", QT_TRANSLATE_NOOP("Keys", "(a double click on the genre types it, too)")),
    KeyHint("Ctrl+A", QT_TRANSLATE_NOOP("Keys", "select all that is shown")),
    KeyHint("Ctrl+C", QT_TRANSLATE_NOOP("Keys", "copy the selected rows as text")),
    KeyHint("?", QT_TRANSLATE_NOOP("Keys", "show these keys")),
)
WINDOW_HINTS = (
    KeyHint("Ctrl+F", QT_TRANSLATE_NOOP("Keys", "search")),
    KeyHint("Ctrl+1 …", QT_TRANSLATE_NOOP("Keys", "turn to a page: Review, Train, Insights …")),
    KeyHint("Ctrl+O", QT_TRANSLATE_NOOP("Keys", "add a folder of music")),
    KeyHint("F5", QT_TRANSLATE_NOOP("Keys", "look at all folders again")),
    KeyHint("F6", QT_TRANSLATE_NOOP("Keys", "listen to what was not heard yet")),
    KeyHint("Ctrl+,", QT_TRANSLATE_NOOP("Keys", "settings")),
    KeyHint("F1", QT_TRANSLATE_NOOP("Keys", "help")),
    KeyHint("Ctrl+Q", QT_TRANSLATE_NOOP("Keys", "quit")),
)


class KeyBindings(QObject):
    """The keys that hold now.

    Signals:
        changed: some of them are others.
    """

    changed = Signal()

    def __init__(self, chosen: KeySettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choose(chosen)

    def choose(self, chosen: KeySettings) -> None:
        """Let other keys hold; one that is none, or twice there, is as it usually is."""
        self._keys = sensible(chosen)
        self._actions = {key: name for name, key in self._keys.items()}
        self.changed.emit()

    def key(self, name: str) -> QKeySequence:
        """Return the key of an action."""
        return QKeySequence(self._keys[name])

    def action(self, event: QKeyEvent) -> str | None:
        """Return what a key that was pressed means, None where it means nothing."""
        return self._actions.get(text_of(event))

    def hints(self) -> list[KeyHint]:
        """Return all keys of a review."""
        own = [KeyHint(shown_key(key), ACTIONS[name]) for name, key in self._keys.items()]
        return [*own, *FIXED_HINTS]


def sensible(chosen: KeySettings) -> dict[str, str]:
    """Return the key of each action; all as they usually are where two would have the same."""
    keys = {name: QKeySequence(key).toString() for name, key in asdict(chosen).items()}
    usual = {field.name: str(field.default) for field in fields(KeySettings)}
    keys = {name: key or usual[name] for name, key in keys.items()}
    return {name: keys[name] for name in ACTIONS} if len(set(keys.values())) == len(keys) else usual


def text_of(event: QKeyEvent) -> str:
    """Return a key as settings have it: "A", "Shift+Z"; nothing for one beside Ctrl or Alt."""
    modifiers = event.modifiers() & ~_KEYPAD
    if modifiers & ~_SHIFT or event.key() in MODIFIERS:
        return ""
    is_shifted = bool(modifiers & _SHIFT) and (event.text().isalpha() or not event.text().strip())
    key = event.key() | _SHIFT.value if is_shifted else event.key()  # a sign above another is one
    return QKeySequence(key).toString()


def shown_key(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
