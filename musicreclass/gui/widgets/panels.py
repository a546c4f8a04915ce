"""Grounds that contents lie on: panels of a page, where folders may be dropped, what is empty."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import text_label

MARGIN = 24
ROUNDING = 14
BUNDLE_ENDS = (".pth", ".pt")
HANDLE = 8  # pixels, of a splitter

Box = TypeVar("Box", bound=QBoxLayout)
Content = QWidget | QLayout
Item = Content | tuple[Content, int] | int | None  # content and its share, a gap, all that is left
Margins = tuple[int, int, int, int]  # left, top, right, bottom


def fill(box: Box, *items: Item, margins: Margins | None = None, spacing: int | None = None) -> Box:
    """Put items into a layout, one after the other, and return it."""
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for item in items:
        content, share = item if isinstance(item, tuple) else (item, 0)
        if isinstance(content, QWidget):
            box.addWidget(content, share)
        elif isinstance(content, QLayout):
            box.addLayout(content, share)
        elif content is None:
            box.addStretch()
        else:
            box.addSpacing(content)
    return box


class Panel(QFrame):
    """A ground for contents; what is made as its child need not be styled anew when put in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.box = fill(QVBoxLayout(self), margins=(4, 6, 4, 6))


def panel(content: QWidget) -> Panel:
    """Return a panel with `content` in it."""
    ground = Panel()
    fill(ground.box, content)
    return ground


def split(splitter: QSplitter, *contents: tuple[QWidget, int]) -> QSplitter:
    """Put contents with their shares of the room into a splitter, each in a panel."""
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(HANDLE)
    for content, share in contents:
        splitter.addWidget(panel(content))
        splitter.setStretchFactor(splitter.count() - 1, share)
    return splitter


def named_texts(ground: QWidget, texts: Iterable[tuple[str, str]]) -> QGridLayout:
    """Put texts that wrap into a widget, each behind its name, and return their layout.

    Qt's own form would cut them at times: it keeps heights that belong to another width.
    """
    layout = QGridLayout(ground)
    layout.setVerticalSpacing(8)
    layout.setColumnStretch(1, 1)
    at_top = Qt.AlignmentFlag.AlignTop
    for row, (name, text) in enumerate(texts):
        said = text_label(text, ground, wraps=True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setAccessibleName(f"{name}: {text}")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setMinimumWidth(1)  # a long path breaks rather than widen all
        layout.addWidget(text_label(name, ground, "dim"), row, 0, at_top)
        layout.addWidget(said, row, 1, at_top)
    return layout


class ScrolledGround(QScrollArea):
    """What may be higher than its room, but never wider. Tab stops here only where it scrolls."""

    def __init__(
        self, name: str, parent: QWidget | None = None, content: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        if content is not None:
            self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Be no narrower than the content: nothing would bring what is cut into sight."""
        least, content = super().minimumSizeHint(), self.widget()
        if content is None:
            return least
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(content.minimumSizeHint().width() + bar, least.height())

    def make_room(self) -> None:
        """Give the content the height that it needs by now.

        Qt does so later, and what lies on top of each other would be seen until then.
        """
        if (content := self.widget()) is not None:
            needed = content.heightForWidth(content.width())
            content.resize(content.width(), max(needed, content.height()))

    def _on_range(self, least: int, most: int) -> None:
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if most > least else policies.NoFocus)


class PageGround(QScrollArea):
    """A whole page: scrolls both ways where a window is smaller than the page can be made."""

    def __init__(self, page: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is on the page has the keyboard
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        if page is not None:
            self.hold(page)

    def hold(self, page: QWidget) -> None:
        """Take in the page."""
        self.setWidget(page)
        page.setAutoFillBackground(False)  # which a scroll area has turned on


class DropGround(QWidget):
    """The dashed ground that says: something may be dropped here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def hold(self, *items: QWidget | int) -> None:
        """Show widgets in the middle, one below the other, with gaps where numbers stand."""
        edge = MARGIN + ROUNDING
        layout = fill(QVBoxLayout(self), None, spacing=12, margins=(edge, MARGIN, edge, MARGIN))
        for item in items:
            if isinstance(item, int):
                layout.addSpacing(item)
            elif _can_wrap(item):
                layout.addLayout(_centred(item))
            else:
                layout.addWidget(item, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()

    def add_line(self, line: QWidget) -> None:
        """Show a line of text that may wrap below all else."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, _centred(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 2, Qt.PenStyle.DashLine))
        area = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawRoundedRect(area, ROUNDING, ROUNDING)
        painter.end()


def _can_wrap(item: QWidget) -> bool:
    return item.hasHeightForWidth() or item.layout() is not None


def _centred(item: QWidget) -> QHBoxLayout:
    """Return a row for what may wrap: where it is aligned, its height is that of one line."""
    row = QHBoxLayout()
    fill(row, None, (item, 100), None)
    return row


def folders_in(data: QMimeData) -> list[Path]:
    """Return the folders among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir()]


def bundles_in(data: QMimeData) -> list[Path]:
    """Return the files among what is dragged that may hold a classifier."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in BUNDLE_ENDS and path.is_file()]


class ShownStack(QStackedWidget):
    """Needs only as much room as what it shows: others may be larger, and scroll when shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self._let_go())

    def addWidget(self, widget: QWidget) -> int:  # noqa: N802
        at = super().addWidget(widget)
        self._let_go()
        return at

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that what is shown needs: Qt would ask all others as well."""
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown is not None else -1

    def _let_go(self) -> None:
        policies = QSizePolicy.Policy
        for index in range(self.count()):
            is_shown = index == self.currentIndex()
            policy = policies.Preferred if is_shown else policies.Ignored
            if (widget := self.widget(index)) is not None:
                widget.setSizePolicy(policy, policy)
        self.updateGeometry()


class CoveredView(QStackedWidget):
    """Says in a sentence why it shows nothing, and `content` once there is something in it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = text_label("", self, "hint", wraps=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cover = QWidget(self)
        fill(QVBoxLayout(cover), self._label, margins=(48, 24, 48, 24))
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
