"""Walking through what Tab reaches, and telling by the pixels where the keyboard is."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEAST_CONTRAST = 3.0
RING = 2  # pixels
LEAST_SHARE = 0.75  # of a ring's pixels: round corners are blended with what is below
AROUND = 8  # pixels around a control that a ring may reach


@dataclass(frozen=True)
class Ring:
    """What changed where a control took the keyboard."""

    area: QRect  # around all pixels that changed by a contrast of three
    pixels: int  # how many did

    @property
    def wanted(self) -> int:
        """Return how many pixels a ring of two around that area has."""
        width, height = self.area.width(), self.area.height()
        return width * height - max(0, width - 2 * RING) * max(0, height - 2 * RING)

    @property
    def is_seen(self) -> bool:
        is_large = self.area.width() > 10 and self.area.height() > 10
        return is_large and self.pixels >= LEAST_SHARE * self.wanted


def stops(window):
    """Return all that Tab should reach in a window, whoever made it."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.window() is window
    }


def walked(window, back=False, at_each=None):
    """Press Tab until a stop comes again; return the stops on the way, each with what `at_each`
    found there."""
    found = {}
    limit = 4 * len(stops(window)) + 8
    for _ in range(limit):
        focused = QApplication.focusWidget() or window
        QTest.keyClick(focused, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        if focused in found:
            if focused is list(found)[-1]:
                continue  # from link to link within it
            break
        found[focused] = at_each(focused) if at_each is not None else None
    return found


def ring_of(widget):
    """Return what changes in the window where a control, which has the keyboard, gives it away."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    area = area.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(window.rect())
    seen = _luminance(window.grab(area).toImage())
    widget.clearFocus()
    QApplication.processEvents()
    unseen = _luminance(window.grab(area).toImage())
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    changed = (np.maximum(seen, unseen) + 0.05) / (np.minimum(seen, unseen) + 0.05)
    rows, columns = np.nonzero(changed >= LEAST_CONTRAST)
    if not len(rows):
        return Ring(QRect(), 0)
    width, height = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
    return Ring(QRect(int(columns.min()), int(rows.min()), width, height), len(rows))


def name_of(widget):
    """Return how a stop is called where a test fails."""
    words = (type(widget).__name__, widget.accessibleName(), getattr(widget, "text", str)())
    return " ".join(filter(None, words))


def _luminance(image):
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    rgb = data[:, : 3 * image.width()].reshape(image.height(), image.width(), 3) / 255.0
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
