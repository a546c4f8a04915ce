"""The list of keys, shown on asking."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from musicreclass.gui.review.keys import HINTS


class KeySheet(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, hint in enumerate(HINTS):
            keys, meaning = QLabel(hint.keys, self), QLabel(hint.shown_meaning, self)
            grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(meaning, row, 1)
        note = QLabel(self.tr("They work while the table has the keyboard."), self)
        note.setObjectName("hint")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addLayout(grid)
        layout.addWidget(note)
        layout.addWidget(close)
