"""Keeps windows and dialogs within the screen that they are on, whatever its size and scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from musicreclass.gui.workers import single_shot

TITLE_HEIGHT = 32  # pixels; of a frame that is not drawn yet
FRAME_MS = 60  # a frame is drawn only after its window was shown
_AS_LARGE_AS_ALLOWED = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


class OnScreen(QObject):
    """Sees to it that a window lies within its screen whenever it is shown or that changes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._fitting = single_shot(self, FRAME_MS, lambda: fit(window))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            fit(self._window)
            self._fitting.start()
        elif event.type() == QEvent.Type.ScreenChangeInternal:
            self._fitting.start()  # it was moved to another screen, or that got another scale
        return False


def fit(window: QWidget) -> None:
    """Make a window smaller and move it, as far as its screen wants that."""
    if window.windowState() & _AS_LARGE_AS_ALLOWED:
        return
    available = window.screen().availableGeometry()
    area = fitted(window.frameGeometry(), window.size(), available)
    if area.size() != window.size():
        window.resize(area.size())
    if area.topLeft() != window.frameGeometry().topLeft():
        window.move(area.topLeft())


def fitted(frame: QRect, size: QSize, available: QRect) -> QRect:
    """Return where a window's frame is to begin, and how large what is in it is to be.

    Args:
        frame: where the window is by now, with its title.
        size: how large it is without.
        available: what of the screen no panel of the desktop takes.
    """
    around = frame.size() - size
    if around.height() <= 0:
        around = QSize(0, TITLE_HEIGHT)
    size = size.boundedTo(available.size() - around)
    whole = size + around
    right = available.left() + available.width() - whole.width()
    bottom = available.top() + available.height() - whole.height()
    left = max(available.left(), min(frame.left(), right))
    top = max(available.top(), min(frame.top(), bottom))
    return QRect(QPoint(left, top), size)
