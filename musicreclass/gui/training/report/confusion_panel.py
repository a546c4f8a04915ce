"""The confusion matrix, and the tracks of the cell in hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report.confusion_table import CELL_WIDTH, ConfusionTableModel
from musicreclass.gui.training.report.found_tracks import FoundView, answered
from musicreclass.gui.widgets.column_table import Index
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.panels import fill

if TYPE_CHECKING:
    from musicreclass.training.reports.report import ReportTrack, TrainingReport

CELL_HEIGHT = 38  # pixels


class ConfusionPanel(QWidget):
    """Signals: `play_wanted` with the path of a track."""

    play_wanted = Signal(str)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: Mapping[tuple[str, str], Sequence[ReportTrack]] = {}
        self.table = ConfusionTableModel(theme, taxonomy, self)
        self.view = matrix_view(self.table, self)
        self.headline = text_label("", self, "track")
        self.tracks = FoundView(taxonomy, self)
        self.tracks.play_wanted.connect(self.play_wanted)
        hint = text_label(
            self.tr("Down: the genre. Across: what its tracks were taken for."), self, "dim"
        )
        left = fill(QVBoxLayout(), hint, (self.view, 1))
        bottom = fill(QHBoxLayout(), None, self.tracks.menu.button(self))
        right = fill(QVBoxLayout(), self.headline, (self.tracks, 1), bottom)
        fill(QHBoxLayout(self), (left, 4), (right, 5), margins=(12, 8, 12, 8), spacing=16)
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._on_cell(index))

    def show_report(self, report: TrainingReport) -> None:
        """Show the matrix, and the tracks of its worst cell."""
        self._cells = report.cells()
        self.table.show_evaluation(report.evaluation)
        row, column = self.table.worst() or (0, 0)
        self.view.setCurrentIndex(self.table.index(row, column))

    def _on_cell(self, index: Index) -> None:
        if not index.isValid():
            self.headline.clear()
            self.tracks.tracks.show_rows(())
            return
        genre, answer = self.table.genres_at(index.row(), index.column())
        found = self._cells.get((genre, answer), ())
        text = self.tr("{genre}, taken for {answer}: {number}")
        names = self.table.name(index.row()), self.table.name(index.column())
        said = text.format(genre=names[0], answer=names[1], number=count(len(found)))
        self.headline.setText(said)
        by_confidence = sorted(found, key=lambda track: -(track.confidence or 0.0))
        self.tracks.tracks.show_rows([answered(track) for track in by_confidence])


def matrix_view(table: ConfusionTableModel, parent: QWidget) -> QTableView:
    """Return the view of a confusion matrix."""
    view = QTableView(parent)
    view.setModel(table)
    view.setObjectName("matrix")
    view.setAccessibleName(QCoreApplication.translate("ConfusionPanel", "Confusion matrix"))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)  # or Tab would never leave it
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setItemDelegate(ShadedDelegate(view))
    across, down = view.horizontalHeader(), view.verticalHeader()
    across.setMinimumSectionSize(CELL_WIDTH)
    across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    down.setDefaultSectionSize(CELL_HEIGHT)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for header in (across, down):
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
    return view


class ShadedDelegate(QStyledItemDelegate):
    """Fills cells with their colours, which the window's style sheet would leave out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if colour := index.data(Qt.ItemDataRole.BackgroundRole):
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), colour)
        super().paint(painter, option, index)
