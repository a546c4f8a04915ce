"""The pages of a window, of which one is shown, and the buttons that turn to them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QWidget

from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.panels import PageGround


class PageButton(QRadioButton):
    """A page to be turned to; read out as one of several, and not as a box to tick."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("page")

    def hitButton(self, at: QPoint) -> bool:  # noqa: N802
        """Take clicks everywhere: Qt's own would leave out the padding."""
        return self.rect().contains(at)


class PageStack(QStackedWidget):
    """Each page is made when it is first shown, and scrolls where the window is smaller than it.

    Signals:
        turned: another page is shown.
    """

    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[PageButton] = []
        self._pages: list[LateWidget[QWidget]] = []
        self._group = QButtonGroup(self)
        self.currentChanged.connect(lambda _: self.turned.emit())

    @property
    def shown(self) -> QWidget:
        """Return the page that is shown."""
        return self._pages[self.currentIndex()].get()

    def add(self, name: str, page: LateWidget[Any], keys: QKeySequence) -> PageButton:
        """Take in a page, the first of which is shown; return the button that turns to it."""
        button = PageButton(name, self.parentWidget())
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        ground = PageGround(parent=self)
        page.when_made(ground.hold)
        button.toggled.connect(lambda is_on: self._show(ground, page) if is_on else None)
        QShortcut(keys, self.window()).activated.connect(button.click)
        self.buttons.append(button)
        self._pages.append(page)
        self._group.addButton(button)
        self.addWidget(ground)
        button.setChecked(len(self._pages) == 1)
        return button

    def turn_to(self, page: QWidget | LateWidget[Any]) -> None:
        """Show a page."""
        number = next(i for i, one in enumerate(self._pages) if page in (one, one.made))
        self.buttons[number].click()

    def _show(self, ground: PageGround, page: LateWidget[Any]) -> None:
        page.get()
        self.setCurrentWidget(ground)
