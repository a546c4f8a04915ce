"""Who and what a track is: cover, title, artist, what its file says of itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.location import path_of, readable
from musicreclass.core.track import FileFacts, TrackLine
from musicreclass.gui.messages import WAITING
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import ElidedLabel
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.widgets.panels import fill

COVER_SIZE = 64
PATH_MARGIN = 4  # pixels
ROUNDNESS = 6.0


class Head(QWidget):
    """The top of the panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cover = Cover(theme, self)
        self.title = ElidedLabel(self, "track")
        self.artist = ElidedLabel(self, "dim")
        self.facts = ElidedLabel(self, "dim")
        self.path = PathButton(self)
        words = fill(QVBoxLayout(), None, self.title, self.artist, self.facts, spacing=2)
        fill(words, self.path, None)
        fill(QHBoxLayout(self), self.cover, (words, 1), margins=(0, 0, 0, 0), spacing=10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_track(self, line: TrackLine | None, facts: FileFacts | None) -> None:
        if line is None:
            for label in (self.title, self.artist, self.facts):
                _say(label, "")
            self.path.show_path(None)
            return
        guessed = line.guessed.split()
        _say(self.title, line.shown_title, self._source("title" in guessed))
        known = (line.artist, line.album, line.year[:4])
        is_told = not {"artist", "album"}.isdisjoint(guessed)
        _say(self.artist, " · ".join(filter(None, known)), self._source(is_told))
        self.path.show_path(path_of(line.location))
        _say(self.facts, facts_text(facts) if facts else line.format or WAITING)

    def _source(self, is_guessed: bool) -> str:
        return self.tr("from the file's name") if is_guessed else ""


class PathButton(QToolButton):
    """Where a file lies, with its end in sight; a click opens the folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("path")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._path: Path | None = None
        self.clicked.connect(self._open)
        self.show_path(None)

    def show_path(self, path: Path | None) -> None:
        """Show the path of a file; nothing where there is none."""
        self._path = path
        self.setVisible(path is not None)
        if path is not None:
            shown = readable(str(path))
            hint = self.tr("Click to open the folder")
            self.setToolTip(f"{shown}\n{hint}")
            self.setAccessibleName(self.tr("Open the folder of {path}").format(path=shown))
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        if self._path is not None:
            room, left = self.width() - 2 * PATH_MARGIN, Qt.TextElideMode.ElideLeft
            self.setText(self.fontMetrics().elidedText(readable(str(self._path)), left, room))

    def _open(self) -> None:
        if self._path is not None:
            open_folder(self._path.parent, self)


class Cover(QLabel):
    """A picture with round corners, or a plain square where there is none."""

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixmap: QPixmap | None = None
        self.setFixedSize(COVER_SIZE, COVER_SIZE)
        self.setAccessibleName(self.tr("Cover"))

    def show_image(self, image: QImage | None) -> None:
        self._pixmap = None if image is None else QPixmap.fromImage(image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), ROUNDNESS, ROUNDNESS)
        painter.setClipPath(corners)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.raised))
        if (cover := self._pixmap) is not None:
            painter.drawPixmap(self._fitted(cover), cover, QRectF(cover.rect()))
        else:
            painter.setPen(QColor(self._theme.tokens.dim))
            font = self.font()
            font.setPixelSize(COVER_SIZE // 3)
            painter.setFont(font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "♪")
        painter.end()

    def _fitted(self, pixmap: QPixmap) -> QRectF:
        size = pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        return QRectF(corner, size)


def facts_text(facts: FileFacts) -> str:
    """Return what the file is: "MP3 · 320 kbit/s · 44.1 kHz · stereo · ID3v2.3"."""
    stream = facts.stream
    translate = QCoreApplication.translate
    channels = {1: translate("Head", "mono"), 2: translate("Head", "stereo")}
    parts = (
        stream.format,
        f"{round(stream.bits_per_second / 1000)} kbit/s" if stream.bits_per_second else "",
        f"{stream.sample_rate / 1000:g} kHz" if stream.sample_rate else "",
        channels.get(stream.channels, ""),
        facts.tags.tag_kind or translate("Head", "no tags"),
    )
    return " · ".join(filter(None, parts))


def _say(label: ElidedLabel, text: str, source: str = "") -> None:
    """Show a text, aslant and marked where it was only guessed; `source` says from what."""
    font = label.font()
    if font.italic() is not bool(source):
        font.setItalic(bool(source))
        label.setFont(font)
    label.setText(f"≈ {text}" if source else text)
    label.setToolTip(f"{text}\n{source}" if source else text)
    label.setAccessibleName(f"{text}, {source}" if source else text)
