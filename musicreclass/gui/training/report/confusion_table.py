"""What was taken for what, as a Qt model: a row for each genre, a column for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor

from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.track_table import NO_PARENT, Index

if TYPE_CHECKING:
    from musicreclass.training.measure.evaluation import (
        Evaluation,  # with it would come scikit-learn
    )

CONTEXT = "Confusion"
FAINTEST, STRONGEST = 20, 190  # of 255: how strongly a cell is coloured

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class ConfusionTableModel(QAbstractTableModel):
    """Right answers lie on the diagonal; cells are the stronger the larger their share."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._genres: tuple[str, ...] = ()
        self._counts: list[list[int]] = []
        theme.changed.connect(self._repaint)

    def show_evaluation(self, found: Evaluation | None) -> None:
        """Show what was measured; None is nothing."""
        self.beginResetModel()
        self._genres = () if found is None else found.genres
        self._counts = [] if found is None else found.confusion.tolist()
        self.endResetModel()

    def genres_at(self, row: int, column: int) -> tuple[str, str]:
        """Return the genre and the answer of a cell."""
        return self._genres[row], self._genres[column]

    def worst(self) -> tuple[int, int] | None:
        """Return the cell with the most wrong answers, None where all are right."""
        wrong = [
            (number, row, column)
            for row, counts in enumerate(self._counts)
            for column, number in enumerate(counts)
            if number and row != column
        ]
        return max(wrong, key=lambda cell: cell[0])[1:] if wrong else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._genres)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._genres)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        number = self._counts[row][column]
        if role == _DISPLAY:
            return count(number) if number else ""
        if role == Qt.ItemDataRole.BackgroundRole and number:
            return self._colour(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = QCoreApplication.translate(
                "Confusion", "{number} of {total} {genre} were taken for {answer}."
            )
            genre, answer = self.genres_at(row, column)
            total = count(sum(self._counts[row]))
            return said.format(number=count(number), total=total, genre=genre, answer=answer)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if not 0 <= section < len(self._genres):
            return None
        if role in (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole)):
            return self._genres[section]
        return None

    def _colour(self, row: int, column: int) -> QColor:
        tokens = self._theme.tokens
        share = self._counts[row][column] / sum(self._counts[row])
        colour = QColor(tokens.good if row == column else tokens.bad)
        colour.setAlpha(round(FAINTEST + (STRONGEST - FAINTEST) * share))
        return colour

    def _repaint(self) -> None:
        if self._genres:
            last = len(self._genres) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))
