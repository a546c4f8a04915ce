"""Genre by genre: figures, and the pairs that are hard to tell apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QAbstractTableModel, QCoreApplication, QObject, Qt

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.messages import count, percent
from musicreclass.gui.tracks.track_table import NO_PARENT, Index
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.training.measure.evaluation import (
        Evaluation,  # with it would come scikit-learn
    )
    from musicreclass.training.measure.metrics import GenreFigures
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report.report_words import pair_text
from musicreclass.gui.widgets.fitted_header import FittedHeader
from musicreclass.gui.widgets.tables import settle

if TYPE_CHECKING:
    from musicreclass.training.reports.report import (
        TrainingReport,  # with it would come scikit-learn
    )


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


MOST_PAIRS = 12
FIGURE_WIDTH = 132


class GenrePanel(QWidget):
    """A table that sorts on a click on its headings, and a list of pairs."""

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.figures = GenreFiguresModel(taxonomy, self)
        self.view = QTableView(self)
        self.view.setAccessibleName(self.tr("Figures of each genre"))
        settle(self.view)
        widths = (40, *(FIGURE_WIDTH for _ in COLUMNS))
        header = FittedHeader(widths, (True, *(False for _ in COLUMNS)), self.view)
        self.view.setHorizontalHeader(header)
        self.view.setModel(self.figures)
        self.view.setSortingEnabled(True)
        title = QLabel(self.tr("Hard to tell apart"), self)
        title.setObjectName("track")
        self.pairs = QLabel(self)
        self.pairs.setTextFormat(Qt.TextFormat.RichText)
        self.pairs.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(title)
        right.addWidget(self.pairs)
        right.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(20)
        layout.addWidget(self.view, 3)
        layout.addLayout(right, 2)

    def show_report(self, report: TrainingReport) -> None:
        self.figures.show_evaluation(report.evaluation)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        lines = [escape(pair_text(pair)) for pair in report.pairs[:MOST_PAIRS]]
        lines += ["…"] * (len(report.pairs) > MOST_PAIRS)
        none = self.tr("None: each two genres are told apart well.")
        hint = self.tr(
            "Of the tracks of both, with no other answer allowed; a coin is right on 50 %."
        )
        dim = self._theme.tokens.dim
        told = "<br><br>".join(lines or [escape(none)])
        self.pairs.setText(f'{told}<br><br><span style="color:{dim}">{escape(hint)}</span>')
