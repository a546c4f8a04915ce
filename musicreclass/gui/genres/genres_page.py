"""The Genres page: the vocabulary as a tree, one genre beside it, and the rules for writing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from musicreclass.core.genres.genre_rules import GenreRules
from musicreclass.gui.genres.genre_form import GenreForm
from musicreclass.gui.genres.genre_tree import GenreTree
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import ScrolledGround, fill, panel, split
from musicreclass.gui.widgets.separator_box import SeparatorBox
from musicreclass.gui.writing.rule_bar import RuleBar


class GenresPage(QWidget):
    """Shows and asks; `GenresService` does the work.

    Signals:
        shown: the page has come into sight.
        add_wanted: a new genre is to be asked for.
        undo_wanted: the last change of the vocabulary is to be taken back.
    """

    shown = Signal()
    add_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, rules: GenreRules, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a genre in any language"))
        self.search.setAccessibleName(self.tr("Find a genre"))
        self.search.setClearButtonEnabled(True)
        self.add_button = push_button(self.tr("New genre…"), self)
        self.undo_button = push_button(
            self.tr("Take back"),
            self,
            tip=self.tr("Take back what was last done to the vocabulary"),
        )
        self.undo_button.setEnabled(False)
        self.said = text_label("", self, "hint", wraps=True)
        self.tree = GenreTree(theme, self)
        self.form = GenreForm(self)
        self.form.setEnabled(False)
        self.rules = RuleBar(rules, self)
        self.separator = SeparatorBox(None, self)
        self.rules_title = text_label(self.tr("Rules for writing"), self, "title")
        self.rules_said = text_label("", self, "hint", wraps=True)
        self._lay_out()
        self.search.textChanged.connect(self.tree.filter)
        self.search.returnPressed.connect(self._go_to_first)
        self.add_button.clicked.connect(self.add_wanted)
        self.undo_button.clicked.connect(self.undo_wanted)

    def say(self, sentence: str) -> None:
        """Say what became of a change, or why there is none."""
        self.said.setText(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.type() == QEvent.Type.Show:
            self.shown.emit()

    def _go_to_first(self) -> None:
        """Choose the first genre that is found, ready to be gone through by key."""
        self.tree.setFocus()
        for genre_id in self.tree.ids():
            item = self.tree.item_of(genre_id)
            spelled = self.search.text().strip().casefold()
            if item is not None and not item.isHidden() and item.text(0).casefold() == spelled:
                self.tree.go_to(genre_id)
                return
        self.tree.go_to_first()

    def _lay_out(self) -> None:
        above = fill(QHBoxLayout(), (self.search, 1), self.add_button, self.undo_button, spacing=8)
        left = QWidget(self)
        fill(
            QVBoxLayout(left), above, (self.tree, 1), self.said, margins=(12, 12, 12, 8), spacing=8
        )
        ground = ScrolledGround(self.tr("The genre that is chosen"), self, self.form)
        for part in (ground.viewport(), self.form):
            part.setAutoFillBackground(False)  # it lies on the panel's own ground
        self.splitter = split(QSplitter(self), (left, 5), (ground, 2))
        rules = QWidget(self)
        fill(
            QVBoxLayout(rules),
            *(self.rules_title, self.rules, self._several(), self.rules_said),
            margins=(12, 10, 12, 10),
            spacing=8,
        )
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 8), spacing=8)
        fill(layout, (self.splitter, 1), panel(rules))

    def _several(self) -> QHBoxLayout:
        label = QLabel(self.tr("Several genres"), self)
        label.setBuddy(self.separator.several)
        return fill(QHBoxLayout(), label, self.separator, None, spacing=8)
