"""A view that says in a sentence why it shows nothing, as long as it does not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget


class Covered(QStackedWidget):
    """Shows `content` once there is something in it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setObjectName("hint")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cover = QWidget(self)
        layout = QVBoxLayout(cover)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.addWidget(self._label)
        self._content = content
        self.addWidget(cover)
        self.addWidget(content)

    @property
    def sentence(self) -> str:
        """Return what is said in place of the content, nothing where that is shown."""
        return "" if self.currentWidget() is self._content else self._label.text()

    @property
    def is_covered(self) -> bool:
        return self.currentWidget() is not self._content

    def cover(self, sentence: str) -> None:
        """Say this in place of the content."""
        self._label.setText(sentence)
        self.setCurrentIndex(0)

    def uncover(self) -> None:
        self.setCurrentWidget(self._content)
