"""The overview of a report: figures with intervals, two plots, and what was trained on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report.report_plot import ReportPlot
from musicreclass.gui.training.report.report_words import (
    background,
    compared,
    interval_text,
    measured,
    points,
)
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.panels import fill, named_texts
from musicreclass.gui.workers import in_turns

if TYPE_CHECKING:
    from musicreclass.training.reports.report import TrainingReport

PLOTS_WIDTH = 400


class ReportOverview(QWidget):
    """Words on the left, plots on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = [Figure(self) for _ in range(3)]
        self.compared = _words(self)
        self.sentences = _words(self)
        self.sentences.setObjectName("dim")
        self._theme = theme
        self._report: TrainingReport | None = None  # that is shown
        self._plots = QVBoxLayout()
        self.calibration = LateWidget(self._made_calibration)
        self.curve = LateWidget(self._made_curve)
        self._lay_out()

    def show_report(self, report: TrainingReport) -> None:
        """Show it in words, and draw its plots in turns of their own: each takes a while."""
        found = report.evaluation
        names = (self.tr("Balanced accuracy"), self.tr("Macro-F1"), self.tr("Calibration error"))
        if found is not None:
            values = (
                (points(found.balanced_accuracy), interval_text(found.balanced_accuracy_interval)),
                (points(found.macro_f1), interval_text(found.macro_f1_interval)),
                (points(found.calibration_error), self.tr("0 is as sure as right")),
            )
            for figure, name, (value, spread) in zip(self.figures, names, values, strict=True):
                figure.show_figure(name, value, spread)
        for figure in self.figures:
            figure.setVisible(found is not None)
        _say(self.compared, [compared(report.current)])
        _say(self.sentences, list(measured(report)))
        self._report = report
        in_turns(self, self._draw_calibration, self._draw_curve)

    def _draw_calibration(self) -> None:
        assert self._report is not None
        if bins := self._report.calibration:
            self.calibration.get().show_calibration(bins)
        if self.calibration.made is not None:
            self.calibration.made.setVisible(bool(bins))

    def _draw_curve(self) -> None:
        assert self._report is not None
        curve = self._report.curve
        is_drawn = curve is not None and bool(curve.sizes)
        if is_drawn:
            self.curve.get().show_curve(curve)
        if self.curve.made is not None:
            self.curve.made.setVisible(is_drawn)

    def _made_calibration(self) -> ReportPlot:
        plot = self._added_plot(0, self.tr("Is it as right as it is sure?"))
        plot.setToolTip(self.tr("On the line, of 100 tracks at 70 % confidence 70 are right."))
        return plot

    def _made_curve(self) -> ReportPlot:
        return self._added_plot(1, self.tr("Right, by tracks learned from"))

    def _added_plot(self, position: int, title: str) -> ReportPlot:
        plot = ReportPlot(title, self._theme, self)
        plot.setFixedWidth(PLOTS_WIDTH)
        self._plots.insertWidget(position, plot, 1)
        return plot

    def _lay_out(self) -> None:
        figures = FlowLayout(spacing=24)
        for figure in self.figures:
            figures.addWidget(figure)
        words = fill(QVBoxLayout(), figures, self.compared, self.sentences, None, spacing=14)
        fill(QHBoxLayout(self), (words, 1), self._plots, margins=(16, 12, 12, 12), spacing=20)


class Figure(QWidget):
    """A number, what it is, and how far it may be off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = text_label("", self, "title")
        self.name = QLabel(self)
        self.spread = text_label("", self, "dim")
        layout = fill(QVBoxLayout(self), margins=(0, 0, 0, 0), spacing=2)
        fill(layout, self.value, self.name, self.spread)

    def show_figure(self, name: str, value: str, spread: str) -> None:
        for label, text in ((self.name, name), (self.value, value), (self.spread, spread)):
            label.setText(text)
        self.setAccessibleName(f"{name}: {value} {spread}".strip())


def _words(parent: QWidget, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _say(label: QLabel, sentences: Sequence[str]) -> None:
    label.setText("\n\n".join(filter(None, sentences)))
    label.setVisible(bool(label.text()))


class Background(QScrollArea):
    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self.setAccessibleName(self.tr("What it was trained on"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def show_report(self, report: TrainingReport) -> None:
        ground = QWidget(self)
        ground.setObjectName("detail")
        layout = named_texts(ground, background(report, self._taxonomy))
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setHorizontalSpacing(20)
        layout.setRowStretch(layout.rowCount(), 1)
        self.setWidget(ground)  # the old one goes with this
