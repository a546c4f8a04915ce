"""What an empty library shows: one place to drop a folder, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.drop_ground import DropGround


class EmptyPage(DropGround):
    """Signals: `folder_wanted` when the user wants to choose a folder."""

    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        title = QLabel(self.tr("Drop a folder of music here"), self)
        title.setObjectName("title")
        hint = QLabel(
            self.tr("Everything below it is looked at. Nothing is changed until you write."), self
        )
        hint.setObjectName("hint")
        self.button = QPushButton(self.tr("Choose a folder…"), self)
        self.button.setObjectName("primary")
        self.button.clicked.connect(self.folder_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch()
        for widget in (title, hint, self.button):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
