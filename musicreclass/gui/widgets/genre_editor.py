"""Where genres are typed: completed from the known ones and a person's own, several to a track."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.genre import Taxonomy, key_of
from musicreclass.gui import messages
from musicreclass.gui.language import spoken
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.panels import fill
from musicreclass.sentences.languages import LANGUAGES

SEPARATORS = (";", "；")  # Chinese keyboards give the wide one
MOST_OFFERED = 12
MARK_GAP = 8  # pixels around the mark of what is new
BETWEEN_NAMES = " · "
# A window of its own has nothing behind it for the clear ground of other lists to show.
POPUP = """
QListView { background: palette(base); border: 1px solid palette(mid); padding: 4px; }
QListView::item { padding: 5px 8px; }
"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GenreWords:
    """What a genre may be called here: the taxonomy's names, and those already in use."""

    def __init__(self, taxonomy: Taxonomy, own: Callable[[], Sequence[str]]) -> None:
        self.taxonomy = taxonomy
        self._own = own

    def offered(self, typed: str) -> list[str]:
        """Return the genres that `typed` may become, likeliest first."""
        return self.taxonomy.complete(typed, self._own())[:MOST_OFFERED]

    def shown(self, genre: str) -> str:
        """Return a genre with its name in the window's language before it."""
        language = spoken()
        name = self.taxonomy.name(genre, language) if language in LANGUAGES else genre
        return genre if name == genre else f"{name}{BETWEEN_NAMES}{genre}"

    def is_new(self, genre: str) -> bool:
        """Say whether nobody knows a genre: no taxonomy, no file and no decision here."""
        if self.taxonomy.find(genre) is not None:
            return False
        key = key_of(genre)
        return all(key != key_of(own) for own in self._own())

    def genres(self, text: str) -> list[str]:
        """Return the genres that were typed, in the words of whoever typed them."""
        return [self.taxonomy.as_typed(genre) for genre in self.taxonomy.split(text, SEPARATORS)]

    def is_whole(self, typed: str, offered: str) -> bool:
        """Say whether what was typed is all of what is offered, in whichever language."""
        return self.taxonomy.identity(typed) == self.taxonomy.identity(offered)


class GenreEditor(QLineEdit):
    """Signals: `committed` when the genres typed are meant."""

    committed = Signal()

    def __init__(self, words: GenreWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._offered: list[str] = []
        self._shown = QStringListModel(self)
        self._completer = QCompleter(self._shown, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_OFFERED)
        self._completer.setWidget(self)
        self._popup = QListView(self)
        self._popup.setStyleSheet(POPUP)
        self._completer.setPopup(self._popup)
        self._popup.clicked.connect(self._on_clicked)
        self.setAccessibleName(self.tr("Genre"))
        self.setPlaceholderText(self.tr("Jazz; Blues"))
        self._mark = QLabel(self.tr("✱ new genre"), self)
        self._mark.setObjectName("caution")
        self._mark.hide()
        self.textEdited.connect(self._offer)
        self.textChanged.connect(self._mark_new)

    def genres(self) -> list[str]:
        """Return the genres typed, in the words of whoever typed them."""
        return self._words.genres(self.text())

    def show_genres(self, genres: Sequence[str]) -> None:
        """Begin with these genres, ready to be typed over."""
        self.setText(GENRE_SEPARATOR.join(genres))
        self.selectAll()

    @property
    def is_offering(self) -> bool:
        """Whether genres to choose from are shown."""
        return self._popup.isVisible()

    def event(self, event: QEvent) -> bool:
        """Let Tab take what is offered: Qt would leave the field with it."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.is_offering
        ):
            self._take_current()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if self._is_typed_whole():
                self._popup.hide()
            elif self.is_offering:
                self._take_current()
            self.committed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_offering:
            self._popup.hide()
            self._mark_new()
        elif event.key() == Qt.Key.Key_Down and not self.is_offering:
            self._offer()
        else:
            super().keyPressEvent(event)

    def new_genres(self) -> list[str]:
        """Return those of the genres typed that nobody knows, but for one still being typed."""
        start, end = self._piece()
        text = self.text()
        if self.is_offering:  # Enter takes what is offered
            text = f"{text[:start]}{text[end:]}"
        return [genre for genre in self._words.genres(text) if self._words.is_new(genre)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move_mark()

    def _mark_new(self) -> None:
        """Say beside the text that a genre in it is new: it may be a slip of the keys."""
        new = self.new_genres()
        named = self.tr("Not known until now: {genres}").format(genres=GENRE_SEPARATOR.join(new))
        self._mark.setVisible(bool(new))
        self._mark.setToolTip(named if new else "")
        self.setAccessibleDescription(named if new else "")
        self._move_mark()

    def _move_mark(self) -> None:
        self._mark.adjustSize()
        width = self._mark.width() + MARK_GAP if not self._mark.isHidden() else 0
        margins = self.textMargins()
        self.setTextMargins(margins.left(), margins.top(), width, margins.bottom())
        top = (self.height() - self._mark.height()) // 2
        self._mark.move(self.width() - self._mark.width() - MARK_GAP, top)

    def sizeHint(self) -> QSize:
        return QSize(260, super().sizeHint().height())

    def _offer(self) -> None:
        """Show the genres that what was typed last may become, the likeliest marked."""
        start, end = self._piece()
        typed = self.text()[start:end].strip()
        self._offered = self._words.offered(typed)
        if not self._offered or self._offered == [typed]:
            self._popup.hide()
            self._mark_new()
            return
        self._shown.setStringList([self._words.shown(genre) for genre in self._offered])
        self._completer.complete()
        if typed:
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        self._mark_new()

    def _piece(self) -> tuple[int, int]:
        """Return where the genre in which the cursor stands begins and ends."""
        text, cursor = self.text(), self.cursorPosition()
        start = max(text.rfind(sign, 0, cursor) for sign in SEPARATORS) + 1
        ends = [at for sign in SEPARATORS if (at := text.find(sign, cursor)) >= 0]
        return start, min(ends, default=len(text))

    def _is_typed_whole(self) -> bool:
        """Say whether a genre was typed to its end, and the first one offered is just that."""
        start, end = self._piece()
        typed, row = self.text()[start:end].strip(), self._popup.currentIndex().row()
        return bool(self._offered) and row <= 0 and self._words.is_whole(typed, self._offered[0])

    def _take_current(self) -> None:
        row = self._popup.currentIndex().row()
        self._popup.hide()
        if 0 <= row < len(self._offered):
            self._take(self._offered[row])

    def _on_clicked(self, index: QModelIndex) -> None:
        self._popup.hide()
        if 0 <= index.row() < len(self._offered):
            self._take(self._offered[index.row()])

    def _take(self, genre: str) -> None:
        """Put a whole genre where a part of it was typed."""
        start, end = self._piece()
        before, behind = self.text()[:start], self.text()[end:]
        genre = self._words.taxonomy.continued(self.text()[start:end], genre)
        gap = " " if before else ""
        self.setText(f"{before}{gap}{genre}{behind}")
        self.setCursorPosition(len(before) + len(gap) + len(genre))


def is_for_editor(delegate: QStyledItemDelegate, editor: QObject, event: QEvent) -> bool:
    """Say whether an event is a genre editor's own affair, which a delegate must keep out of.

    Nothing half typed becomes a decision because somebody clicked elsewhere: it is closed then.
    """
    if not isinstance(editor, GenreEditor):
        return False
    if event.type() == QEvent.Type.FocusOut:
        if editor.isActiveWindow() and not editor.is_offering:
            delegate.closeEditor.emit(editor, delegate.EndEditHint.NoHint)
        return True
    if event.type() != QEvent.Type.KeyPress:
        return False
    is_escape = event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined]
    return not is_escape or editor.is_offering  # it knows better what Enter and Tab mean


class GenreDialog(QDialog):
    """One field and two buttons; `genres` is what was typed in the end."""

    def __init__(
        self, words: GenreWords, tracks: int, parent: QWidget | None = None, asked: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set genre"))
        OnScreen(self)
        question = self.tr("Which genre is right for {tracks}?")
        asks = QLabel(asked or question.format(tracks=messages.tracks(tracks)), self)
        self.editor = GenreEditor(words, self)
        self.editor.committed.connect(self._on_committed)
        hint = text_label(self.tr("Several genres are parted by semicolons."), self, "hint")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.buttons.accepted.connect(self._on_committed)
        self.buttons.rejected.connect(self.reject)
        fill(QVBoxLayout(self), asks, self.editor, hint, self.buttons, spacing=10)
        self.editor.setFocus()

    def genres(self) -> list[str]:
        """Return the genres typed."""
        return self.editor.genres()

    def _on_committed(self) -> None:
        if self.genres():
            self.accept()


def asked_genres(words: GenreWords, tracks: int, parent: QWidget, question: str = "") -> list[str]:
    """Ask which genre so many tracks are to have; none where the question was turned down.

    Args:
        question: another one than that.
    """
    dialog = GenreDialog(words, tracks, parent, question)
    return dialog.genres() if dialog.exec() else []
