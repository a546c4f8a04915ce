"""Genre by genre: figures, and the pairs that are hard to tell apart."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.genre_figures import COLUMNS, GenreFiguresModel
from musicreclass.gui.training.report_words import pair_text
from musicreclass.gui.widgets.fitted_header import FittedHeader
from musicreclass.gui.widgets.tables import settle

if TYPE_CHECKING:
    from musicreclass.training.reports.report import (
        TrainingReport,  # with it would come scikit-learn
    )

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
