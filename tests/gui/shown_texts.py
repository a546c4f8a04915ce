"""All texts that a window has: shown, in tooltips, and for screen readers."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
MOST_ROWS = 40


def texts_of(shown: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a widget and all in it, behind where it stands."""
    for widget in (shown, *shown.findChildren(QWidget)):
        if not isValid(widget):
            continue
        name = type(widget).__name__
        for text in _of_widget(widget):
            if text.strip():
                yield name, text
    for action in shown.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip()):
            if text.strip():
                yield "QAction", text


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    if isinstance(widget, QProgressBar):
        yield widget.format().replace("%p%", "")
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
        yield getattr(widget, "prefix", str)()
        yield getattr(widget, "suffix", str)()
    if isinstance(widget, QComboBox):
        for number in range(widget.count()):
            yield widget.itemText(number)
            yield str(widget.itemData(number, Qt.ItemDataRole.ToolTipRole) or "")
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _of_view(widget)


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    # List models of Python have no `columnCount` that can be called.
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    for column in columns:
        for role in ROLES:
            yield _text(model.headerData(column, Qt.Orientation.Horizontal, role))
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(min(model.rowCount(parent), MOST_ROWS)):
            waiting.append(model.index(row, 0, parent))
            for column in columns:
                index = model.index(row, column, parent)
                for role in ROLES:
                    yield _text(index.data(role))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
