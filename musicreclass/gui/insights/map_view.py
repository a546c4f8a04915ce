"""The map of the library: what lies where, whose dots these are, and what to do with some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolTip, QVBoxLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import TrackLine
from musicreclass.gui.insights.map_canvas import MapCanvas
from musicreclass.gui.insights.map_dots import Indices
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import choice_box, legend, push_button, text_label
from musicreclass.gui.widgets.panels import fill, panel

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.library_map import MapOfLibrary

MOST_NAMED = 12  # genres in the legend
NO_GENRE = -1


class MapView(QWidget):
    """Signals:
    play_wanted: the TrackLine of a dot that was clicked.
    show_wanted: the ids of the tracks that are to be shown in Review.
    """

    play_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self._map: MapOfLibrary | None = None
        self._chosen: Indices = np.empty(0, dtype=np.intp)
        self.canvas = MapCanvas(theme, self)
        self.by = choice_box(self.tr("What the colours stand for"), self)
        self.by.addItems([self.tr("Suggested genre"), self.tr("Genre in file")])
        self.legend = text_label("", self, wraps=True)
        self.hint = text_label("", self, "dim", wraps=True)
        self.show_button = push_button(self.tr("Show in Review"), self, style="primary")
        self.clear_button = QPushButton(self.tr("Choose none"), self)
        self._lay_out()
        self.by.currentIndexChanged.connect(self._colour)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.activated.connect(self._on_activated)
        self.canvas.chosen.connect(self.choose)
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self.chosen_ids))
        self.clear_button.clicked.connect(lambda: self.choose(np.empty(0, dtype=np.intp)))
        theme.changed.connect(self._colour)
        self.choose(self._chosen)

    def show_map(self, found: MapOfLibrary) -> None:
        self._map = found
        self._colour()
        self.choose(np.empty(0, dtype=np.intp))

    def choose(self, dots: Indices) -> None:
        """Take some dots in hand."""
        self._chosen = dots
        self.canvas.show_chosen(dots)
        self._tell()
        for button in (self.show_button, self.clear_button):
            button.setVisible(len(dots) > 0)
        if len(dots):
            said = self.tr("{tracks} chosen").format(tracks=tracks(len(dots)))
        else:
            said = self._picked() + self.tr(
                "What sounds alike lies close. Click a dot to play it, draw around dots to choose"
                " them; the wheel zooms, the right button moves. By keys: arrows go from dot to"
                " dot and draw with Shift, Space chooses, Enter plays."
            )
        self.hint.setText(said)

    def _picked(self) -> str:
        """Say how many tracks are shown where that is not all of them."""
        found = self._map
        if found is None or found.total <= len(found.lines):
            return ""
        said = self.tr("Of {tracks}, {number} picked at random are shown.")
        text = said.format(tracks=tracks(found.total), number=count(len(found.lines)))
        return f"{text} "

    @property
    def chosen_ids(self) -> frozenset[int]:
        """Return the ids of the tracks that are chosen."""
        if self._map is None:
            return frozenset()
        return frozenset(self._map.lines[index].id for index in self._chosen.tolist())

    def words_of(self, line: TrackLine, genre: str) -> str:
        """Return what hovering says of a dot."""
        name = " – ".join(filter(None, (line.artist, line.shown_title)))
        return f"{name}\n{self._taxonomy.name(genre, spoken())}" if genre else name

    def _genres(self, found: MapOfLibrary) -> Indices:
        return found.in_files if self.by.currentIndex() else found.suggested

    def _colour(self) -> None:
        found = self._map
        if found is None:
            return
        genres = self._genres(found)
        table = [QColor(self._taxonomy.colour(name)).rgb() for name in found.names]
        rest = QColor(self._theme.tokens.dim).rgb()
        colours = np.array([*table, rest], dtype=np.uint32)[genres]  # -1 is the last of them
        self.canvas.show_dots(found.at, colours)
        self.canvas.show_chosen(self._chosen)
        self._show_legend(found, genres)

    def _show_legend(self, found: MapOfLibrary, genres: Indices) -> None:
        counts = np.bincount(genres[genres != NO_GENRE], minlength=len(found.names))
        named = [index for index in np.argsort(-counts, kind="stable") if counts[index]]
        parts = [
            (self._taxonomy.colour(found.names[index]), found.names[index])
            for index in named[:MOST_NAMED]
        ]
        said = [(colour, self._taxonomy.name(genre, spoken())) for colour, genre in parts]
        if (genres == NO_GENRE).any():
            none = self.tr("none") if self.by.currentIndex() else self.tr("not sure")
            said.append((self._theme.tokens.dim, none))
        self.legend.setText(legend(said) + " …" * (len(named) > MOST_NAMED))

    def _on_pointed(self, index: int) -> None:
        self._tell()
        if text := self._words_at(index):
            QToolTip.showText(self.canvas.point_of(index), text, self.canvas)
        else:
            QToolTip.hideText()

    def _words_at(self, index: int) -> str:
        if self._map is None or index < 0:
            return ""
        genre = int(self._genres(self._map)[index])
        name = self._map.names[genre] if genre != NO_GENRE else ""
        return self.words_of(self._map.lines[index], name)

    def _tell(self) -> None:
        """Tell a screen reader what is in hand on the map, and whether it is chosen."""
        index = self.canvas.in_hand
        words = [word for word in self._words_at(index).split("\n") if word]
        if words and index in self._chosen:
            words.append(self.tr("chosen"))
        self.canvas.tell(", ".join(words))

    def _on_activated(self, index: int) -> None:
        if self._map is not None:
            self.play_wanted.emit(self._map.lines[index])

    def _lay_out(self) -> None:
        top = fill(QHBoxLayout(), self.by, (self.legend, 1), spacing=12)
        bottom = fill(QHBoxLayout(), (self.hint, 1), self.clear_button, self.show_button, spacing=8)
        bottom.addStrut(self.show_button.sizeHint().height())
        ground = QWidget(self)
        inside = fill(QVBoxLayout(ground), margins=(12, 8, 12, 6), spacing=8)
        fill(inside, top, (self.canvas, 1), bottom)
        fill(QVBoxLayout(self), panel(ground), margins=(0, 0, 0, 0))
