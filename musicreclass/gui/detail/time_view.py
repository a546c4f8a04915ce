"""Spectrogram above, genres below, on one axis of time; a playhead runs through both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.detail.spectrogram import Spectrogram
from musicreclass.gui.detail.strip import StripPlot
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import clock, percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import ChoiceMenu
from musicreclass.gui.widgets.plot_style import names

if TYPE_CHECKING:
    from musicreclass.pipeline.preview.track_preview import Picture, Strip

AXIS_WIDTH = 34
STRIP_HEIGHT = 28
KEY_SECONDS = 5.0
KEY_ZOOM = 0.7
HOVER_COUNT = 3  # genres that hovering names


class TimeView(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """A click or a drag seeks, the wheel zooms, a double click shows all, the menu has colours.

    With the keyboard on it: left and right seek, plus and minus zoom, Home shows all.

    Signals:
        sought: seconds.
        colours_chosen: the name of a colour map.
    """

    sought = Signal(float)
    colours_chosen = Signal(str)

    is_drawn = True  # see gui/accessible_roles.py

    def __init__(
        self,
        theme: Theme,
        taxonomy: Taxonomy,
        colours: str,
        parent: QWidget | None = None,
        *,
        plots: tuple[Spectrogram, StripPlot] | None = None,
    ) -> None:
        """Make it, with plots that were made before, if any: each takes a while."""
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self._colours = colours
        self._at = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Spectrogram"))
        self.spectrogram, self.strip = plots or (Spectrogram(colours), StripPlot(taxonomy))
        self.addItem(self.spectrogram, row=0, col=0)
        self.addItem(self.strip, row=1, col=0)
        self.ci.layout.setContentsMargins(0, 4, 0, 0)
        self.ci.layout.setSpacing(4)
        self.ci.layout.setRowFixedHeight(1, STRIP_HEIGHT)
        self._plots: tuple[Any, ...] = (self.spectrogram, self.strip)  # pyqtgraph has no types
        self._playheads: list[Any] = []
        for plot in self._plots:
            head = pg.InfiniteLine(angle=90)
            self._playheads.append(head)
            plot.getAxis("left").setWidth(AXIS_WIDTH)
            plot.addItem(head, ignoreBounds=True)
            plot.box.sought.connect(self.sought)
            plot.box.asked.connect(lambda at: self.colour_menu().exec(at))
        self.strip.setXLink(self.spectrogram)
        self.scene().sigMouseMoved.connect(self._on_hover)
        theme.changed.connect(self._wear)
        self._wear()
        self._tell()

    def show_sound(self, picture: Picture | None, seconds: float) -> None:
        """Draw a picture; `seconds` is how long the track is where there is none."""
        if picture is not None and picture is self.spectrogram.picture:
            return  # and stay where somebody zoomed in
        self.spectrogram.show_picture(picture)
        length = picture.seconds if picture is not None else seconds
        for head in self._playheads:
            head.setVisible(picture is not None)
        for plot in self._plots:
            plot.box.set_length(length)
        self._tell()

    def show_strip(self, strip: Strip | None) -> None:
        self.strip.show_strip(strip)
        self._tell()

    def show_position(self, seconds: float) -> None:
        """Put the playhead to where the player stands."""
        self._at = seconds
        for head in self._playheads:
            head.setPos(seconds)

    def choose_colours(self, name: str) -> None:
        self.show_colours(name)
        self.colours_chosen.emit(name)

    def show_colours(self, name: str) -> None:
        """Draw in the colours that were chosen elsewhere."""
        self._colours = name
        self.spectrogram.choose_colours(name)

    def colour_menu(self) -> ChoiceMenu:
        menu = ChoiceMenu(self.tr("Colours"), names(), self._colours, self)
        menu.chosen.connect(self.choose_colours)
        return menu

    def text_at(self, seconds: float, height: float | None) -> str:
        """Return what there is at a point: time, Hz and dB, and the stretch's best genres."""
        parts = [clock(seconds) or "0:00"]
        found = None if height is None else self.spectrogram.loudness_at(seconds, height)
        if found is not None:
            hz, db = found
            shown_hz = f"{hz / 1000:.1f} kHz" if hz >= 1000 else f"{hz:.0f} Hz"
            parts += [shown_hz, f"{db:.0f} dB".replace("-", "−")]
        text = " · ".join(parts)
        strip = self.strip.strip
        best = strip.top(seconds, HOVER_COUNT) if strip is not None else []
        genres = " · ".join(f"{self._name(genre)} {percent(share)}" for genre, share in best)
        return f"{text}\n{genres}" if genres else text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = KEY_SECONDS if key == Qt.Key.Key_Right else -KEY_SECONDS
            self.sought.emit(max(0.0, self._at + step))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.spectrogram.box.zoom(KEY_ZOOM, self._at)
        elif key == Qt.Key.Key_Minus:
            self.spectrogram.box.zoom(1 / KEY_ZOOM, self._at)
        elif key == Qt.Key.Key_Home:
            self.spectrogram.box.show_all()
        else:
            super().keyPressEvent(event)

    def _name(self, genre: str) -> str:
        return genre_name(self._taxonomy, genre)

    def _tell(self) -> None:
        """Tell a screen reader what is drawn: how long it is, and its genre over time."""
        picture = self.spectrogram.picture
        said = [clock(picture.seconds)] if picture is not None else []
        stretches = self.strip.stretches()
        parts = [f"{clock(start) or '0:00'} {self._name(genre)}" for start, genre in stretches]
        if parts:
            said.append(self.tr("Genre over time: {parts}").format(parts=", ".join(parts)))
        said.append(self.tr("Left and right seek, plus and minus zoom, Home shows all"))
        self.setAccessibleDescription(". ".join(said))

    def _on_hover(self, at: QPointF) -> None:
        for plot in self._plots:
            if plot.box.sceneBoundingRect().contains(at):
                point = plot.box.mapSceneToView(at)
                height = point.y() if plot is self.spectrogram else None
                if self.spectrogram.picture is not None or plot is self.strip:
                    offset = self.mapToGlobal(self.mapFromScene(at)) + QPoint(0, 12)
                    QToolTip.showText(offset, self.text_at(point.x(), height), self)
                return
        QToolTip.hideText()

    def _wear(self) -> None:
        tokens = self._theme.tokens
        self.setBackground(tokens.panel)
        for plot in self._plots:
            plot.wear(tokens)
        for head, colour in zip(self._playheads, ("#ffffff", tokens.text), strict=True):
            head.setPen(pg.mkPen(colour, width=2))
