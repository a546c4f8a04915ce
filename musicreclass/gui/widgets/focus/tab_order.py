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
    last = window.previousInFocusChain()
    widget: QWidget | None = window
    while widget is not None:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        can_stop = widget is not window and (takes_tab or isinstance(widget, QScrollArea))
        if can_stop and widget.focusProxy() is None:
            yield widget
        # The last one is not asked for the next, which is the window: PySide would take the window
        # for a part of it, and all in the window for destroyed once that widget is.
        widget = None if widget is last else widget.nextInFocusChain()
