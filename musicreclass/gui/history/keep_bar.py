"""How long, and in how much room, what was written can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from musicreclass.settings import HistorySettings

CHOOSING_MS = 600  # a choice is kept once the hand rests: each time a file is written
BOX_HEIGHT = 28
MOST_DAYS = 36_500
MOST_MEGABYTES = 1_000_000


class KeepBar(QWidget):
    """Signals: `changed` with the HistorySettings that hold from the next start on."""

    changed = Signal(object)

    def __init__(self, limits: HistorySettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = self._box(MOST_DAYS, limits.keep_days, self.tr(" days"))
        self.days.setAccessibleName(self.tr("Days for which writing can be taken back"))
        self.megabytes = self._box(MOST_MEGABYTES, limits.keep_megabytes, " MB")
        self.megabytes.setAccessibleName(self.tr("Room for what can be taken back"))
        self._choosing = QTimer(self)
        self._choosing.setSingleShot(True)
        self._choosing.setInterval(CHOOSING_MS)
        self._choosing.timeout.connect(lambda: self.changed.emit(self.limits()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self._word(self.tr("Can be taken back for")))
        layout.addWidget(self.days)
        layout.addWidget(self._word(self.tr("in at most")))
        layout.addWidget(self.megabytes)
        layout.addStretch()
        for box in (self.days, self.megabytes):
            box.setToolTip(self.tr("What is older or does not fit is forgotten at the next start."))
            box.valueChanged.connect(self._choosing.start)

    def limits(self) -> HistorySettings:
        """Return what is chosen."""
        return HistorySettings(self.days.value(), self.megabytes.value())

    def _box(self, most: int, value: int, unit: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(1, most)
        box.setValue(value)
        box.setSuffix(unit)
        box.setMinimumHeight(BOX_HEIGHT)  # or a splitter squeezes it until its figures are cut
        box.setGroupSeparatorShown(True)
        return box

    def _word(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("dim")
        return label
