"""How each genre fares, as a Qt model that sorts by values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractTableModel, QCoreApplication, QObject, Qt

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.messages import count, percent
from musicreclass.gui.review.track_table import NO_PARENT, Index
from musicreclass.gui.widgets.dots import dot

if TYPE_CHECKING:
    from musicreclass.training.measure.evaluation import (
        Evaluation,  # with it would come scikit-learn
    )
    from musicreclass.training.measure.metrics import GenreFigures

CONTEXT = "GenreFigures"
UNKNOWN = "–"

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One figure of a genre; None is what nobody can say."""

    heading: object  # text, which Qt's marker for translators types as anything
    hint: object
    value: Callable[[GenreFigures], float | None]
    is_share: bool = True


COLUMNS: tuple[FigureColumn, ...] = (
    FigureColumn(
        QT_TRANSLATE_NOOP("GenreFigures", "Tracks"),
        QT_TRANSLATE_NOOP("GenreFigures", "How many of it were tested"),
        lambda genre: genre.support,
        is_share=False,
    ),
    FigureColumn(
        QT_TRANSLATE_NOOP("GenreFigures", "Found"),
        QT_TRANSLATE_NOOP("GenreFigures", "How many of its tracks are recognised (recall)"),
        lambda genre: genre.recall,
    ),
    FigureColumn(
        QT_TRANSLATE_NOOP("GenreFigures", "Right when said"),
        QT_TRANSLATE_NOOP("GenreFigures", "How many tracks taken for it are of it (precision)"),
        lambda genre: genre.precision,
    ),
    FigureColumn(
        QT_TRANSLATE_NOOP("GenreFigures", "F1"),
        QT_TRANSLATE_NOOP("GenreFigures", "The harmonic mean of both"),
        lambda genre: genre.f1,
    ),
)


class GenreFiguresModel(QAbstractTableModel):
    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._rows: list[GenreFigures] = []

    def show_evaluation(self, found: Evaluation | None) -> None:
        """Show what was measured; None is nothing."""
        self.beginResetModel()
        self._rows = [] if found is None else list(found.by_genre)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _DISPLAY:
            return row.genre if column == 0 else _text(COLUMNS[column - 1], row)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return dot(self._taxonomy.colour(row.genre))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if section == 0:
            return QCoreApplication.translate("GenreFigures", "Genre") if role == _DISPLAY else None
        column = COLUMNS[section - 1]
        texts = {_DISPLAY: column.heading, int(Qt.ItemDataRole.ToolTipRole): column.hint}
        return QCoreApplication.translate(CONTEXT, str(texts[role])) if role in texts else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values, what is not known below all else; by name for the first."""
        is_descending = order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        if column <= 0:
            self._rows.sort(key=lambda row: row.genre.casefold(), reverse=is_descending)
        else:
            value = COLUMNS[column - 1].value
            self._rows.sort(key=lambda row: _or_lowest(value(row)), reverse=is_descending)
        self.layoutChanged.emit()


def _or_lowest(value: float | None) -> float:
    return -1.0 if value is None else value


def _text(column: FigureColumn, row: GenreFigures) -> str:
    value = column.value(row)
    if value is None:
        return UNKNOWN
    return percent(value) if column.is_share else count(int(value))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | side
