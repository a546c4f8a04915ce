"""The order in which Tab goes through a window: as it is read, and not as it was built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def put_in_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through some parts of a window one after the other.

    Within each part, what it is made of stays in the order that it has by now.
    """
    window = parts[0].window()
    inside: list[list[QWidget]] = [[] for _ in parts]
    for widget in _chain(window):
        for part, found in zip(parts, inside, strict=True):
            if widget is part or part.isAncestorOf(widget):
                found.append(widget)
                break
    stops = [widget for found in inside for widget in found]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _chain(window: QWidget) -> Iterator[QWidget]:
    """Yield what can have the keyboard in a window, now or once it scrolls, in today's order."""
    for widget in _widgets_of(window):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (takes_tab or isinstance(widget, QScrollArea)) and widget.focusProxy() is None:
            yield widget


def _widgets_of(window: QWidget) -> list[QWidget]:
    """Return all widgets in a window but itself, in the order in which the keyboard takes them.

    PySide takes the one behind for a part of the one before, and for destroyed once that is; who
    is asked for its children takes back what is its own. The last one is not asked for what is
    behind it, which is the window.
    """
    last, found = window.previousInFocusChain(), [window]
    while found[-1] is not last and (behind := found[-1].nextInFocusChain()) is not None:
        found.append(behind)
    for above in {one.parentWidget() or window for one in found[1:]}:
        above.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found[1:]
