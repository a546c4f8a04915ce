"""One genre: its names in each language, its aliases, its place, and what may be done to it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Genre, Taxonomy
from musicreclass.gui.language import spoken
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import fill
from musicreclass.sentences.languages import LANGUAGES, NAMES

BETWEEN_ALIASES = "; "


class GenreDraft(NamedTuple):
    """What was typed of a genre; `genre_id` is "" for a new one."""

    genre_id: str
    names: dict[str, str]
    aliases: tuple[str, ...]
    parent: str | None


class GenreForm(QWidget):
    """Shows and asks; the service does the work.

    Signals:
        saved: a GenreDraft.
        removed: the id of an own genre.
        shown_toggled: an id, and whether it may be suggested.
        merge_wanted: the id of the genre that is to count as another.
        parted: the id of a genre that is to stand for itself again.
        review_wanted: the name of a genre whose tracks are to be shown.
    """

    saved = Signal(object)
    removed = Signal(str)
    shown_toggled = Signal(str, bool)
    merge_wanted = Signal(str)
    parted = Signal(str)
    review_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._genre_id = ""
        self._text = ""  # of a genre that stands in files only
        self.title = text_label(self.tr("Choose a genre"), self, "title", wraps=True)
        self.names = {language: QLineEdit(self) for language in LANGUAGES}
        for language, edit in self.names.items():
            edit.setAccessibleName(self.tr("Name in {language}").format(language=NAMES[language]))
            edit.returnPressed.connect(self._save)
        self.aliases = QLineEdit(self)
        self.aliases.setAccessibleName(self.tr("Aliases"))
        self.aliases.setPlaceholderText(self.tr("other spellings, parted by semicolons"))
        self.aliases.setToolTip(
            self.tr("Files and folders that say one of these are of this genre, too.")
        )
        self.aliases.returnPressed.connect(self._save)
        self.parent_box = QComboBox(self)
        self.parent_box.setAccessibleName(self.tr("Belongs to"))
        self.is_shown = QCheckBox(self.tr("May be suggested"), self)
        self.is_shown.clicked.connect(lambda on: self.shown_toggled.emit(self._genre_id, on))
        self.goes_to = text_label("", self, "hint", wraps=True)
        self.save_button = push_button(self.tr("Save"), self, style="primary")
        self.save_button.clicked.connect(self._save)
        self.remove_button = push_button(
            self.tr("Remove"), self, tip=self.tr("Take this genre of yours out of the vocabulary")
        )
        self.remove_button.clicked.connect(lambda: self.removed.emit(self._genre_id))
        self.merge_button = push_button(
            self.tr("Counts as…"),
            self,
            tip=self.tr("Let this genre be another name of one that you choose"),
        )
        self.merge_button.clicked.connect(
            lambda: self.merge_wanted.emit(self._genre_id or self._text)
        )
        self.review_button = push_button(
            self.tr("Show tracks"), self, tip=self.tr("Search for this genre in Review")
        )
        self.review_button.clicked.connect(self._on_review)
        self._merged = QWidget(self)
        self._merged_layout = fill(QVBoxLayout(self._merged), margins=(0, 0, 0, 0), spacing=4)
        self._lay_out()

    def show_genre(
        self,
        genre: Genre,
        taxonomy: Taxonomy,
        *,
        is_own: bool,
        is_shown: bool,
        goes_to: str,
        merged: dict[str, str],
    ) -> None:
        """Show a genre.

        Args:
            goes_to: what becomes of its evidence where it is hidden, in a sentence.
            merged: id -> name of those that count as it.
        """
        self._genre_id = genre.id
        self.title.setText(taxonomy.name(genre.id, spoken()))
        for language, edit in self.names.items():
            edit.setText(genre.names[language])
        self.aliases.setText(BETWEEN_ALIASES.join(genre.aliases))
        self.aliases.setCursorPosition(0)  # or of many only the end would be seen
        self._offer_parents(taxonomy, genre)
        self.parent_box.setEnabled(is_own)
        self.is_shown.setChecked(is_shown)
        self.goes_to.setText(goes_to)
        self.goes_to.setVisible(bool(goes_to))
        self._show_merged(merged)
        self.save_button.setText(self.tr("Save"))
        for button in (self.is_shown, self.merge_button, self.review_button):
            button.setVisible(True)
        self.remove_button.setVisible(is_own)

    def show_new(self, taxonomy: Taxonomy, text: str = "", parent: str | None = None) -> None:
        """Ask for a new genre, which may be called `text` in all languages."""
        self._genre_id = self._text = ""
        self.title.setText(self.tr("New genre"))
        for language, edit in self.names.items():
            edit.setText(text if language == "en" else "")
        self.aliases.clear()
        self._offer_parents(taxonomy, None, parent)
        self.parent_box.setEnabled(True)
        self._show_merged({})
        self.goes_to.setVisible(False)
        self.save_button.setText(self.tr("Add"))
        for button in (self.is_shown, self.merge_button, self.review_button, self.remove_button):
            button.setVisible(False)
        if not text:
            self.names["en"].setFocus()

    def show_strange(self, taxonomy: Taxonomy, text: str) -> None:
        """Show what files call a genre and the vocabulary does not know: to be added, or merged."""
        self.show_new(taxonomy, text)
        self._text = text
        self.title.setText(text)
        self.goes_to.setText(self.tr("Files call a genre so; the vocabulary does not know it."))
        for widget in (self.goes_to, self.merge_button, self.review_button):
            widget.setVisible(True)

    def draft(self) -> GenreDraft:
        """Return what is typed."""
        aliases = self.aliases.text().replace("；", ";").split(";")
        return GenreDraft(
            self._genre_id,
            {language: edit.text() for language, edit in self.names.items()},
            tuple(filter(None, map(str.strip, aliases))),
            self.parent_box.currentData(),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        for language, edit in self.names.items():
            form.addRow(NAMES[language], edit)
        form.addRow(self.tr("Aliases"), self.aliases)
        form.addRow(self.tr("Belongs to"), self.parent_box)
        row = fill(QHBoxLayout(), self.save_button, self.remove_button, None, spacing=8)
        more = fill(QHBoxLayout(), self.merge_button, self.review_button, None, spacing=8)
        layout = fill(QVBoxLayout(self), margins=(16, 12, 16, 12), spacing=12)
        fill(layout, self.title, form, row, self.is_shown, self.goes_to, more, self._merged, None)

    def _offer_parents(
        self, taxonomy: Taxonomy, genre: Genre | None, parent: str | None = None
    ) -> None:
        self.parent_box.clear()
        self.parent_box.addItem(self.tr("none: a family of its own"), None)
        for one in taxonomy.genres:
            above = taxonomy.parents(one.id)
            if genre is None or (one.id != genre.id and genre.id not in above):
                indent = "   " * len(above)
                self.parent_box.addItem(indent + taxonomy.name(one.id, spoken()), one.id)
        wanted = parent if genre is None else genre.parent
        self.parent_box.setCurrentIndex(max(self.parent_box.findData(wanted), 0) if wanted else 0)

    def _show_merged(self, merged: dict[str, str]) -> None:
        while (item := self._merged_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._merged.setVisible(bool(merged))
        if merged:
            self._merged_layout.addWidget(text_label(self.tr("Counts as it"), self, "dim"))
        for genre_id, name in merged.items():
            part = QToolButton(self._merged)
            part.setObjectName("chip")
            part.setText(self.tr("{genre} ✕").format(genre=name))
            part.setAccessibleName(self.tr("Part {genre} again").format(genre=name))
            part.setToolTip(self.tr("Let it stand for itself again"))
            part.clicked.connect(lambda _=False, one=genre_id: self.parted.emit(one))
            self._merged_layout.addWidget(part)

    def _save(self) -> None:
        self.saved.emit(self.draft())

    def _on_review(self) -> None:
        self.review_wanted.emit(self.names["en"].text())
