"""Grounds that contents lie on: panels of a page, where folders may be dropped, what is empty."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from musicreclass.gui.theme import Theme

MARGIN = 24
ROUNDING = 14


def panel(content: QWidget) -> QFrame:
    """Return a panel with `content` in it."""
    ground = QFrame()
    ground.setObjectName("panel")
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(4, 6, 4, 6)
    layout.addWidget(content)
    return ground


class DropGround(QWidget):
    """The dashed ground that says: something may be dropped here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 2, Qt.PenStyle.DashLine))
        area = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawRoundedRect(area, ROUNDING, ROUNDING)
        painter.end()


def folders_in(data: QMimeData) -> list[Path]:
    """Return the folders among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir()]


class CoveredView(QStackedWidget):
    """Says in a sentence why it shows nothing, and `content` once there is something in it."""

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
