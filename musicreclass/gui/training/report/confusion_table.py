"""What was taken for what, as a Qt model: a row for each genre, a column for each answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.column_table import CENTRE, DISPLAY, Column, ColumnTableModel

if TYPE_CHECKING:
    from musicreclass.training.measure.evaluation import Evaluation

CONTEXT = "Confusion"
CELL_WIDTH = 84  # pixels
FAINTEST, STRONGEST = 20, 135  # of 255: how strongly a cell is coloured; numbers stay readable


class ConfusionTableModel(ColumnTableModel[int]):
    """Right answers lie on the diagonal; cells are the stronger the larger their share.

    Its rows are numbers of genres, and there is a column for each of them as an answer.
    """

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__((), CONTEXT, parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self._genres: tuple[str, ...] = ()
        self._counts: list[list[int]] = []
        theme.changed.connect(lambda: self.say_changed(range(self.rowCount())))

    def show_evaluation(self, found: Evaluation | None) -> None:
        """Show what was measured; None is nothing."""
        self.beginResetModel()
        self._genres = () if found is None else found.genres
        self._counts = [] if found is None else found.confusion.tolist()
        self._rows = list(range(len(self._genres)))
        self.columns = tuple(map(self._column, self._rows))
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

    def cell(self, row: int, column: Column[int], role: int) -> Any:
        answer = self._genres.index(column.name)
        if role == Qt.ItemDataRole.BackgroundRole and self._counts[row][answer]:
            return self._colour(row, answer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            role = Qt.ItemDataRole.ToolTipRole
        return super().cell(row, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if not 0 <= section < len(self._genres):
            return None
        return self.name(section) if role in (DISPLAY, Qt.ItemDataRole.ToolTipRole) else None

    def name(self, number: int) -> str:
        """Return what the genre of a row or column is called here."""
        return genre_name(self._taxonomy, self._genres[number])

    def _column(self, answer: int) -> Column[int]:
        return Column(
            self._genres[answer],
            "",
            lambda row: count(number) if (number := self._counts[row][answer]) else "",
            CELL_WIDTH,
            alignment=CENTRE,
            tool_tip=partial(self._sentence, answer),
        )

    def _sentence(self, answer: int, row: int) -> str:
        said = QCoreApplication.translate(
            "Confusion", "{number} of {total} {genre} were taken for {answer}."
        )
        return said.format(
            number=count(self._counts[row][answer]),
            total=count(sum(self._counts[row])),
            genre=self.name(row),
            answer=self.name(answer),
        )

    def _colour(self, row: int, column: int) -> QColor:
        tokens = self._theme.tokens
        share = self._counts[row][column] / sum(self._counts[row])
        colour = QColor(tokens.good if row == column else tokens.bad)
        colour.setAlpha(round(FAINTEST + (STRONGEST - FAINTEST) * share))
        return colour
