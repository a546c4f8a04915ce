"""The pages of a window, of which one is shown, and the buttons that turn to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
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

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        """Make the buttons of pages to come; nothing can be turned to yet."""
        super().__init__(parent)
        self._pages: list[LateWidget[QWidget]] = []
        self._group = QButtonGroup(self)
        self.buttons = [self._button(name, number) for number, name in enumerate(names, 1)]
        self.buttons[0].setChecked(True)
        self._grounds: list[PageGround] = []
        self.currentChanged.connect(lambda _: self.turned.emit())

    @property
    def shown(self) -> QWidget:
        """Return the page that is shown."""
        return self._pages[self.currentIndex()].get()

    def add_ground(self) -> QWidget:
        """Return what the next page is to be a child of: moved there, it would be styled anew."""
        self._grounds.append(PageGround(parent=self))
        return self._grounds[-1].viewport()

    def hold(self, pages: Sequence[LateWidget[Any]]) -> None:
        """Take in the pages, one for each name, and show the first."""
        while len(self._grounds) < len(pages):
            self.add_ground()
        for button, page, ground in zip(self.buttons, pages, self._grounds, strict=True):
            page.when_made(ground.hold)
            button.toggled.connect(partial(self._show, ground, page))
            button.setEnabled(True)
            self._pages.append(page)
            self.addWidget(ground)
        pages[0].get()

    def turn_to(self, page: QWidget | LateWidget[Any]) -> None:
        """Show a page."""
        number = next(i for i, one in enumerate(self._pages) if page in (one, one.made))
        self.buttons[number].click()

    def _button(self, name: str, number: int) -> PageButton:
        button = PageButton(name, self.parentWidget())
        keys = QKeySequence(f"Ctrl+{number}")
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        button.setEnabled(False)
        QShortcut(keys, self.window()).activated.connect(button.click)
        self._group.addButton(button)
        return button

    def _show(self, ground: PageGround, page: LateWidget[Any], is_on: bool) -> None:
        if is_on:
            page.get()
            self.setCurrentWidget(ground)
