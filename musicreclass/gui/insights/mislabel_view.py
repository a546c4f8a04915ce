"""Tracks whose genre is probably wrong: to be played, and looked at in Review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import path_of
from musicreclass.gui.found.found_menu import FoundMenu
from musicreclass.gui.insights.mislabel_table import PLAY, MislabelTableModel
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.drawing import DOT_SIZE
from musicreclass.gui.widgets.panels import fill, panel
from musicreclass.pipeline.insights.findings import LabelIssue

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.library_mislabels import Contradictions


class MislabelView(QWidget):
    """Signals:
    play_wanted: the TrackLine to be played, or paused where it plays.
    show_wanted: the ids of the tracks that are to be shown in Review.
    """

    play_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MislabelTableModel(taxonomy, self)
        self.hint = text_label("", self, "dim", wraps=True)
        name = self.tr("Probably mislabelled")
        self.view = ColumnView(self.rows, name, self, selects_many=True)
        self.view.setIconSize(QSize(DOT_SIZE, DOT_SIZE))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.show_button = push_button("", self, style="primary")
        self.confirmed_box = QCheckBox(self)
        self.menu = FoundMenu(
            self.view,
            self._issues_in_hand,
            taxonomy,
            are_suspicious=lambda: not self.confirmed_box.isChecked(),
        )
        self._found: Contradictions | None = None
        self._lay_out()
        self.view.clicked.connect(self._on_clicked)
        self.view.doubleClicked.connect(self._on_double_clicked)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.view)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._play(self.view.currentIndex()))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_button())
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self.ids_in_hand()))
        self.confirmed_box.toggled.connect(lambda _: self._show_rows())
        self.menu.play_wanted.connect(lambda: self._play(self.view.currentIndex()))
        self._show_button()

    def show_contradictions(self, found: Contradictions) -> None:
        self._found = found
        text = self.tr("Those that I said are right: {number}")
        self.confirmed_box.setText(text.format(number=count(len(found.confirmed))))
        self.confirmed_box.setVisible(bool(found.confirmed))
        if not found.confirmed:
            self.confirmed_box.setChecked(False)
        self._show_rows()
        text = self.tr(
            "{tracks} of {compared} surely sound like another genre than their files say; the most"
            " suspicious come first. Where a classifier was trained on these very files it repeats"
            " what they say, and finds less."
        )
        self.hint.setText(
            text.format(tracks=tracks(len(found.found)), compared=count(found.compared))
        )

    def ids_in_hand(self) -> frozenset[int]:
        """Return the ids of the tracks that are selected, or of all where none is."""
        rows = self.view.selected_row_numbers() or range(self.rows.rowCount())
        return frozenset(self.rows.row_at(row).line.id for row in rows)

    def _issues_in_hand(self) -> list[LabelIssue]:
        rows = map(self.rows.row_at, self.view.selected_row_numbers())
        return [LabelIssue(path_of(row.line.location), row.given, row.likely) for row in rows]

    def _show_rows(self) -> None:
        """Show what is suspicious, or what a person said is right."""
        if (found := self._found) is not None:
            shows_confirmed = self.confirmed_box.isChecked()
            self.rows.show_rows(found.confirmed if shows_confirmed else found.found)
        self._show_button()

    def _show_button(self) -> None:
        number = len(self.view.selectionModel().selectedRows())
        some, every = self.tr("Show {number} in Review"), self.tr("Show all in Review")
        self.show_button.setText(some.format(number=count(number)) if number else every)
        self.show_button.setEnabled(self.rows.rowCount() > 0)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == PLAY:
            self._play(index)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != PLAY:  # there, each of the two clicks has had its say
            self._play(index)

    def _play(self, index: QModelIndex) -> None:
        if index.isValid():
            self.play_wanted.emit(self.rows.row_at(index.row()).line)

    def _lay_out(self) -> None:
        what_to_do = self.menu.button(self)
        bottom = fill(QHBoxLayout(), (self.hint, 1), self.confirmed_box, what_to_do)
        fill(bottom, self.show_button)
        ground = QWidget(self)
        fill(QVBoxLayout(ground), (self.view, 1), bottom, margins=(4, 4, 8, 6), spacing=8)
        fill(QVBoxLayout(self), panel(ground), margins=(0, 0, 0, 0))
