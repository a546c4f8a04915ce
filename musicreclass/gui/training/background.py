"""What a classifier was trained on, and how: names and values below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QWidget

from musicreclass.gui.training.report_words import background

if TYPE_CHECKING:
    from musicreclass.training.reports.report import (
        TrainingReport,  # with it would come scikit-learn
    )


class Background(QScrollArea):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What it was trained on"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def show_report(self, report: TrainingReport) -> None:
        ground = QWidget(self)
        ground.setObjectName("detail")
        layout = QFormLayout(ground)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setHorizontalSpacing(20)
        layout.setVerticalSpacing(8)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, value in background(report):
            shown = QLabel(value, ground)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setWordWrap(True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label = QLabel(name, ground)
            label.setObjectName("dim")
            layout.addRow(label, shown)
        self.setWidget(ground)  # the old one goes with this
