"""A dialog of pages: their names on the left, the one that is chosen on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.panels import fill, panel

USUAL_SIZE = QSize(860, 620)
ON_SCREEN = 0.92  # at most so much of the screen
LIST_PADDING = 44  # pixels around the longest name


class PagedDialog(QDialog):
    """Stays open beside the window, which goes on."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        OnScreen(self)
        self.names = QListWidget(self)
        self.names.setObjectName("pages")
        self.names.setAccessibleName(self.tr("Pages"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.close)
        self.notice = text_label("", self, "caution", wraps=True)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice.hide()
        self.hint = text_label("", self, "dim", wraps=True)
        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self._left = panel(self.names)
        columns = fill(QHBoxLayout(), self._left, (panel(self.stack), 1), spacing=8)
        layout = fill(QVBoxLayout(self), margins=(12, 12, 12, 12), spacing=8)
        below = fill(QHBoxLayout(), (self.hint, 1), self.buttons)
        fill(layout, self.notice, (columns, 1), below)
        self._fit()

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page behind those there are."""
        self.names.addItem(name)
        self.stack.addWidget(page)
        self._fit_names()
        if self.names.count() == 1:
            self.names.setCurrentRow(0)

    def add_pages(self, pages: Sequence[tuple[str, QWidget]]) -> None:
        """Add pages in their order."""
        for name, page in pages:
            self.add_page(name, page)

    def turn_to(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.names.setCurrentRow(self.stack.indexOf(page))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_names()

    def _fit_names(self) -> None:
        self._left.setFixedWidth(self.names.sizeHintForColumn(0) + LIST_PADDING)

    def bring_up(self) -> None:
        """Show the dialog, or bring it before all others where it is shown already."""
        self._fit()
        self.show()
        self.activateWindow()
        self.names.setFocus()

    def say(self, sentence: str) -> None:
        """Say something above the pages; nothing takes it away again."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def _fit(self) -> None:
        if not self.isVisible():
            room = self.screen().availableGeometry().size() * ON_SCREEN
            self.resize(USUAL_SIZE.boundedTo(room))
