"""Small controls: labels, one that ends in an ellipsis, and a menu in which one choice holds."""

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

NUMBER_INSET = 6  # pixels


class ElidedLabel(QLabel):
    """A label of one line that says all on hovering.

    It keeps no window from being made narrow, however long its text is.
    """

    def __init__(self, parent: QWidget | None = None, style: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """Return what there is room for."""
        right = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), right, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area, text, role = self.contentsRect(), self.shown_text(), self.foregroundRole()
        self.style().drawItemText(
            painter, area, self.alignment(), self.palette(), self.isEnabled(), text, role
        )
        painter.end()


class ChoiceMenu(QMenu):
    """Signals: `chosen` with the value of the choice the user made."""

    chosen = Signal(str)

    def __init__(
        self, title: str, choices: Mapping[str, str], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        group = QActionGroup(self)
        for value, text in choices.items():
            action = QAction(text, self, checkable=True, checked=value == current)
            action.setData(value)
            group.addAction(action)
            self.addAction(action)
        group.triggered.connect(lambda action: self.chosen.emit(action.data()))

    def show_choice(self, value: str) -> None:
        """Show a choice that was made elsewhere."""
        for action in self.actions():
            action.setChecked(action.data() == value)


def text_label(
    text: str, parent: QWidget | None, style: str = "", *, wraps: bool = False
) -> QLabel:
    """Return a label in one of the theme's styles: "dim", "hint", "title", "track"."""
    made = QLabel(text, parent)
    made.setObjectName(style)
    made.setWordWrap(wraps)
    return made


def push_button(text: str, parent: QWidget, *, style: str = "", tip: str = "") -> QPushButton:
    """Return a button in one of the theme's styles: "primary", "choice"."""
    made = QPushButton(text, parent)
    made.setObjectName(style)
    made.setToolTip(tip)
    return made


def verbatim(text: str) -> str:
    """Return what a menu or button is to be given for it to show "R&B": it takes "&" for a key."""
    return text.replace("&", "&&")


def number_box(parent: QWidget | None = None) -> QSpinBox:
    """Return a box for a number."""
    made = QSpinBox(parent)
    inset(made)
    return made


def choice_box(name: str, parent: QWidget | None = None) -> QComboBox:
    """Return a choice without a label: on Linux the name told of it would be what is chosen."""
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)
    return box


def inset(box: QAbstractSpinBox) -> None:
    """Keep a number off its frame: Qt leaves out what the style sheet says of that."""
    box.lineEdit().setTextMargins(NUMBER_INSET, 0, 0, 0)


def chip(text: str, parent: QWidget) -> QToolButton:
    """Return a button of a choice, to be put into a group."""
    made = QToolButton(parent)
    made.setObjectName("chip")
    made.setText(text)
    made.setCheckable(True)
    return made


def legend(named: Iterable[tuple[str, str]], mark: str = "●") -> str:
    """Return pairs of a colour and what it stands for, as rich text."""
    return " &nbsp; ".join(
        f'<span style="color:{colour}">{mark}</span>&nbsp;{escape(name)}' for colour, name in named
    )
