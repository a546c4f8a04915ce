"""What stands in place of rows where nothing is like what was chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import fill


class NothingFound(QWidget):
    """Says in place of rows that there are none. Signals: `cleared` where all are wanted again."""

    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = text_label("", self, "hint", wraps=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = push_button(self.tr("Clear"), self)
        self.button.setToolTip(self.tr("Show all tracks again"))
        self.button.clicked.connect(self.cleared)
        layout = fill(QVBoxLayout(self), None, self.label, spacing=10)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        self.hide()

    def say(self, text: str, *, can_clear: bool) -> None:
        """Say that nothing is like what was searched for, or chosen."""
        matches = self.tr("Nothing matches “{text}”.").format(text=text.strip())
        self.label.setText(matches if text.strip() else self.tr("No track is like that."))
        self.button.setVisible(can_clear)
