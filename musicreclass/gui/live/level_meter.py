"""The level meter: how loud the sound is now, louder at once and quieter by and by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from musicreclass.core.live.loudness import SILENT_DB, Loudness
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme

LEAST_DB = -72.0  # where it begins
BAR_HEIGHT, WIDTH, WIDEST = 10, 160, 360
SAID_STEP = 6.0  # dB that the loudness must change by until it is said anew
MARK = 2  # pixels, of the peak


class LevelMeter(QWidget):
    """Read out as a number in steps, so that it does not change all the time."""

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Loudness()
        self._said_db: float | None = None
        self._is_on = False
        self.setAccessibleName(self.tr("Level"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(WIDTH // 2)
        self.setMaximumWidth(WIDEST)
        theme.changed.connect(self.update)
        self.show_off()

    @property
    def shown(self) -> Loudness:
        return self._shown

    def show_off(self) -> None:
        """Show that nothing is recorded."""
        self._is_on, self._said_db, self._shown = False, None, Loudness()
        self._say(self.tr("Off"))

    def show_loudness(self, now: Loudness, seconds: float) -> None:
        """Show what came in, so long after what was shown before."""
        self._is_on = True
        self._shown = self._shown.fallen_to(now, seconds)
        self.update()
        db = self._shown.rms_db
        if self._said_db is None or abs(db - self._said_db) >= SAID_STEP:
            self._said_db = db
            self._say(self.tr("Silence") if db < SILENT_DB else _decibels(db))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, BAR_HEIGHT + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, shown = self._theme.tokens, self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - BAR_HEIGHT) / 2
        self._paint(painter, QRectF(0, top, self.width(), BAR_HEIGHT), tokens.line)
        if self._is_on:
            width = self.width() * _share(shown.rms_db)
            self._paint(painter, QRectF(0, top, width, BAR_HEIGHT), tokens.good)
            peak = max(0.0, self.width() * _share(shown.peak_db) - MARK)
            painter.fillRect(QRectF(peak, top, MARK, BAR_HEIGHT), QColor(tokens.text))
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF, colour: str) -> None:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(area, BAR_HEIGHT / 2, BAR_HEIGHT / 2)

    def _say(self, text: str) -> None:
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()


def _share(db: float) -> float:
    return min(1.0, max(0.0, 1.0 - db / LEAST_DB))


def _decibels(db: float) -> str:
    return f"{count(round(db))} dB".replace("-", "−")
