"""Asks for the genre of many tracks at once."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from musicreclass.gui import messages
from musicreclass.gui.review.genre_editor import GenreEditor, GenreWords


class GenreDialog(QDialog):
    """One field and two buttons; `genres` is what was typed in the end."""

    def __init__(self, words: GenreWords, tracks: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set genre"))
        question = self.tr("Which genre is right for {tracks}?")
        asked = QLabel(question.format(tracks=messages.tracks(tracks)), self)
        self.editor = GenreEditor(words, self)
        self.editor.committed.connect(self._on_committed)
        hint = QLabel(self.tr("Several genres are parted by semicolons."), self)
        hint.setObjectName("hint")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.buttons.accepted.connect(self._on_committed)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (asked, self.editor, hint, self.buttons):
            layout.addWidget(widget)
        self.editor.setFocus()

    def genres(self) -> list[str]:
        """Return the genres typed."""
        return self.editor.genres()

    def _on_committed(self) -> None:
        if self.genres():
            self.accept()


def asked_genres(words: GenreWords, tracks: int, parent: QWidget) -> list[str]:
    """Ask which genre so many tracks are to have; none where the question was turned down."""
    dialog = GenreDialog(words, tracks, parent)
    return dialog.genres() if dialog.exec() else []
