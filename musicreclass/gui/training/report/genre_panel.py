"""Genre by genre: figures, and the pairs that are hard to tell apart."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import UNKNOWN, count, percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report.report_words import pair_text
from musicreclass.gui.widgets.column_table import RIGHT, Column, ColumnTableModel
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.drawing import dot
from musicreclass.gui.widgets.panels import fill

if TYPE_CHECKING:
    from musicreclass.training.measure.evaluation import Evaluation
    from musicreclass.training.measure.metrics import GenreFigures
    from musicreclass.training.reports.report import TrainingReport

CONTEXT = "GenreFigures"
MOST_PAIRS = 12
FIGURE_WIDTH = 132  # pixels
LEAST_FIGURE = 68


class GenreFiguresModel(ColumnTableModel["GenreFigures"]):
    """One row a genre."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        genre: Column[GenreFigures] = Column(
            "genre",
            QT_TRANSLATE_NOOP("GenreFigures", "Genre"),
            lambda row: genre_name(taxonomy, row.genre),
            40,
            stretches=True,
            least=112,
            icon=lambda row: dot(taxonomy.colour(row.genre)),
        )
        super().__init__((genre, *FIGURES), CONTEXT, parent)

    def show_evaluation(self, found: Evaluation | None) -> None:
        """Show what was measured; None is nothing."""
        self.show_rows(() if found is None else found.by_genre)


def _figure(
    name: str,
    heading: object,
    hint: object,
    value: Callable[[GenreFigures], float | None],
    shown: Callable[[float], str] = percent,
) -> Column[GenreFigures]:
    """Return the column of a figure; None is what nobody can say, and sorts below all else."""

    def text(row: GenreFigures) -> str:
        number = value(row)
        return UNKNOWN if number is None else shown(number)

    def key(row: GenreFigures) -> float:
        number = value(row)
        return -1.0 if number is None else number

    return Column(
        name, heading, text, FIGURE_WIDTH, key=key, hint=hint, alignment=RIGHT, least=LEAST_FIGURE
    )


FIGURES: tuple[Column[GenreFigures], ...] = (
    _figure(
        "support",
        QT_TRANSLATE_NOOP("GenreFigures", "Tracks"),
        QT_TRANSLATE_NOOP("GenreFigures", "How many of it were tested"),
        lambda genre: genre.support,
        lambda number: count(int(number)),
    ),
    _figure(
        "recall",
        QT_TRANSLATE_NOOP("GenreFigures", "Found"),
        QT_TRANSLATE_NOOP("GenreFigures", "How many of its tracks are recognised (recall)"),
        lambda genre: genre.recall,
    ),
    _figure(
        "precision",
        QT_TRANSLATE_NOOP("GenreFigures", "Right when said"),
        QT_TRANSLATE_NOOP("GenreFigures", "How many tracks taken for it are of it (precision)"),
        lambda genre: genre.precision,
    ),
    _figure(
        "f1",
        QT_TRANSLATE_NOOP("GenreFigures", "F1"),
        QT_TRANSLATE_NOOP("GenreFigures", "The harmonic mean of both"),
        lambda genre: genre.f1,
    ),
)


class GenrePanel(QWidget):
    """A table that sorts on a click on its headings, and a list of pairs."""

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self.figures = GenreFiguresModel(taxonomy, self)
        self.view = ColumnView(self.figures, self.tr("Figures of each genre"), self)
        self.view.setSortingEnabled(True)
        title = text_label(self.tr("Hard to tell apart"), self, "track")
        self.pairs = QLabel(self)
        self.pairs.setTextFormat(Qt.TextFormat.RichText)
        self.pairs.setWordWrap(True)
        right = fill(QVBoxLayout(), title, self.pairs, None, spacing=10)
        fill(QHBoxLayout(self), (self.view, 3), (right, 2), margins=(12, 8, 12, 8), spacing=20)

    def show_report(self, report: TrainingReport) -> None:
        self.figures.show_evaluation(report.evaluation)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        lines = [escape(pair_text(pair, self._taxonomy)) for pair in report.pairs[:MOST_PAIRS]]
        lines += ["…"] * (len(report.pairs) > MOST_PAIRS)
        none = self.tr("None: each two genres are told apart well.")
        hint = self.tr(
            "Of the tracks of both, with no other answer allowed; a coin is right on 50 %."
        )
        dim = self._theme.tokens.dim
        told = "<br><br>".join(lines or [escape(none)])
        self.pairs.setText(f'{told}<br><br><span style="color:{dim}">{escape(hint)}</span>')
