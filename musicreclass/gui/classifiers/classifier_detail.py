"""All that is known of the classifier in hand, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.classifiers.classifier_table import use_mark
from musicreclass.gui.classifiers.classifier_words import (
    interval,
    measured_sentence,
    origin_word,
    provenance,
    quality_text,
    shown_name,
)
from musicreclass.gui.classifiers.weights_panel import WeightsPanel
from musicreclass.gui.language import as_sentence
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report.confusion_panel import matrix_view
from musicreclass.gui.training.report.confusion_table import ConfusionTableModel
from musicreclass.gui.training.report.genre_panel import GenreFiguresModel
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import ElidedLabel, chip, push_button, text_label
from musicreclass.gui.widgets.drawing import DOT_SIZE
from musicreclass.gui.widgets.panels import ScrolledGround, fill, named_texts

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.classifier_facts import ClassifierFacts

OVERVIEW, GENRES, CONFUSION, WEIGHTS, CARD = range(5)
NARROW_FIGURE = 72  # pixels of a column of figures beside the list


class ClassifierDetail(QWidget):
    """Signals: `report_wanted` when the report on its training is to be opened."""

    report_wanted = Signal()

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._facts: ClassifierFacts | None = None
        self.name = ElidedLabel(self, "track")
        self.state = text_label("", self, "dim")
        self.report_button = push_button(self.tr("Training report"), self)
        self.report_button.setToolTip(self.tr("Opens the report on its training again"))
        self.report_button.clicked.connect(self.report_wanted)
        self.figure = text_label("", self, "title")
        self.spread = text_label("", self, "dim")
        self.measured = text_label("", self, wraps=True)
        self.facts = QWidget(self)
        self.figures = GenreFiguresModel(taxonomy, self)
        self.figures_view = ColumnView(self.figures, self.tr("Figures of each genre"), self)
        self.figures_view.setIconSize(QSize(DOT_SIZE, DOT_SIZE))
        self.figures_view.header.set_widths([40, *[NARROW_FIGURE] * 4])
        self.figures_view.setSortingEnabled(True)
        self.confusion = ConfusionTableModel(theme, taxonomy, self)
        self.matrix: QTableView = matrix_view(self.confusion, self)
        self.weights = WeightsPanel(self)
        self.card = QTextBrowser(self)
        self.card.setAccessibleName(self.tr("Card of the classifier"))
        self.card.setOpenExternalLinks(True)
        self.card.setFrameShape(QFrame.Shape.NoFrame)
        self._chips = QButtonGroup(self)
        self.chips: list[QToolButton] = []
        self._stack = QStackedWidget(self)
        self._lay_out()

    def show_facts(self, facts: ClassifierFacts) -> None:
        """Show all that is known of a classifier, in the section that was shown before."""
        is_other = self._facts is None or self._facts.path != facts.path
        self._facts = facts
        self.name.setText(shown_name(facts))
        self.name.setToolTip(shown_name(facts))
        self.state.setText("  ·  ".join(filter(None, (use_mark(facts), origin_word(facts)))))
        self.report_button.setVisible(facts.has_report)
        self._show_quality(facts)
        self._show_provenance(facts)
        self.figures.show_rows(facts.by_genre)
        self.figures_view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.confusion.show_evaluation(facts.evaluation)
        self.weights.show_facts(facts)
        is_there = (
            True,
            bool(facts.by_genre),
            facts.evaluation is not None,
            facts.problem is None,
            bool(facts.card),
        )
        for button, shown in zip(self.chips, is_there, strict=True):
            button.setVisible(shown)
        section = self._chips.checkedId()
        if section < 0 or not is_there[section] or (is_other and section == CARD):
            section = OVERVIEW
        self.choose(section)

    def choose(self, section: int) -> None:
        """Show a section as a click on its chip does."""
        self.chips[section].setChecked(True)
        if section == CARD and self._facts is not None:  # it takes a moment to be laid out
            self.card.setMarkdown(self._facts.card)
        self._stack.setCurrentIndex(section)

    def _show_quality(self, facts: ClassifierFacts) -> None:
        if facts.problem is not None:
            self.figure.setText(self.tr("✕ It cannot be used"))
            self.spread.clear()
            self.measured.setText(as_sentence(facts.problem))
            return
        self.figure.setText(quality_text(facts))
        self.spread.setText(interval(facts.quality))
        self.measured.setText(measured_sentence(facts.quality))

    def _show_provenance(self, facts: ClassifierFacts) -> None:
        fresh = QWidget(self)
        file = QCoreApplication.translate("ClassifierWords", "File")
        is_usable = facts.problem is None
        known = provenance(facts, self._taxonomy) if is_usable else [(file, str(facts.path))]
        layout = named_texts(fresh, known)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        self._overview.replaceWidget(self.facts, fresh)
        self.facts.deleteLater()
        self.facts = fresh

    def _lay_out(self) -> None:
        head = fill(QHBoxLayout(), (self.name, 1), self.report_button, spacing=8)
        ground = QWidget(self)
        ground.setObjectName("detail")
        figures = fill(QHBoxLayout(), self.figure, self.spread, None, spacing=10)
        self._overview = fill(QVBoxLayout(ground), figures, self.measured, self.facts, None)
        fill(self._overview, margins=(12, 10, 12, 10), spacing=12)
        sections: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Overview"), ScrolledGround(self.tr("Overview"), self, ground)),
            (self.tr("Genres"), self.figures_view),
            (self.tr("Confusion"), self.matrix),
            (self.tr("Weights"), _scrolled(self.tr("Weights"), self.weights)),
            (self.tr("Card"), self.card),
        )
        tips = (
            self.tr("How good it is, and where it comes from"),
            self.tr("How each genre fares"),
            self.tr("What was taken for what"),
            self.tr("How much each member counts"),
            self.tr("All that was measured, in full"),
        )
        row = QHBoxLayout()
        for number, (name, section) in enumerate(sections):
            button = chip(name, self)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, number=number: self.choose(number))
            button.setToolTip(tips[number])
            self._chips.addButton(button, number)
            self.chips.append(button)
            self._stack.addWidget(section)
            row.addWidget(button)
        fill(row, None, spacing=6)
        layout = fill(QVBoxLayout(self), head, self.state, row, (self._stack, 1))
        fill(layout, margins=(10, 8, 10, 6), spacing=8)


def _scrolled(name: str, content: QWidget) -> QScrollArea:
    content.setObjectName("detail")
    return ScrolledGround(name, content.parentWidget(), content)
