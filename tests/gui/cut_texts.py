"""What texts of a window cannot be read whole."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from musicreclass.gui.widgets.controls import ElidedLabel
from musicreclass.gui.widgets.panels import PageGround

TOLERANCE = 1  # pixels, by which metrics are rounded
BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)


def cut_texts(shown):
    pages = [page for page in shown.findChildren(PageGround) if page.isVisible()]
    hidden = [page.horizontalScrollBar().maximum() for page in pages]
    wide = [f"the page is {more} pixels wider than its room" for more in hidden if more]
    return wide + [said for widget in shown.findChildren(QWidget) if (said := cut_text(widget))]


def cut_text(widget):
    """Return a text of which a part cannot be read, "" where all can or more can be scrolled to."""
    if not isValid(widget) or not widget.isVisible() or isinstance(widget, ElidedLabel):
        return ""
    text = widget.text() if isinstance(widget, (QLabel, *BUTTONS)) else ""
    if isinstance(widget, QComboBox):
        text = widget.currentText()
    if not text.strip():
        return ""
    needed, room = needs(widget, text), widget.size()
    is_cut = (
        needed.width() > room.width() + TOLERANCE or needed.height() > room.height() + TOLERANCE
    )
    if is_cut or reaches_out(widget):
        return f"{type(widget).__name__} {text!r}: {needed.toTuple()} in {room.toTuple()}"
    return ""


def needs(widget, text):
    """Return how much room a text takes as it is laid out."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    if isinstance(widget, QComboBox):
        return QSize(widget.fontMetrics().horizontalAdvance(text), 0)
    return widget.minimumSizeHint() if isinstance(widget, QLabel) else QSize(words(widget, text), 0)


def words(widget, text):
    shown = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return max(map(widget.fontMetrics().horizontalAdvance, shown.split("\n")))


def reaches_out(widget):
    """Say whether a widget reaches sideways out of what it lies in and cannot be scrolled to."""
    above = widget.parentWidget()
    inside, at = widget, widget.rect()
    while above is not None and not inside.isWindow():
        at = at.translated(inside.pos())
        ground = above.parentWidget()
        if isinstance(ground, QScrollArea):
            can_scroll = ground.horizontalScrollBar().maximum() > 0
            if can_scroll:
                return False
        if at.left() < -TOLERANCE or at.right() > above.width() + TOLERANCE:
            return True
        inside, above = above, above.parentWidget()
    return False
