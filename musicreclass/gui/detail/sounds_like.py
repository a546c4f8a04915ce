"""The tracks that sound most alike, with their genres."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import percent
from musicreclass.gui.widgets.drawing import DOT_SIZE, dot

if TYPE_CHECKING:
    from musicreclass.pipeline.preview.track_preview import Neighbour

ROW_HEIGHT = 22
NO_COLOUR = "#00000000"  # as wide as the others, so that all names begin at one edge
LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class SoundsLike(QListWidget):
    """Signals: `wanted` with the TrackLine that was double-clicked, or chosen with Enter."""

    wanted = Signal(object)

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self.setAccessibleName(self.tr("Sounds like"))
        self.setIconSize(QSize(DOT_SIZE, DOT_SIZE))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(lambda item: self.wanted.emit(item.data(LINE_ROLE)))
        self.show_neighbours(())

    def show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        self.clear()
        for neighbour in neighbours:
            self.addItem(self._item(neighbour))
        height = max(1, len(neighbours)) * self._row_height
        self.setFixedHeight(height + 2 * self.frameWidth())

    @property
    def _row_height(self) -> int:
        return max(ROW_HEIGHT, self.fontMetrics().height() + 6)

    def _item(self, neighbour: Neighbour) -> QListWidgetItem:
        line = neighbour.line
        genre = genre_of(line)
        name = " – ".join(filter(None, (line.artist, line.shown_title)))
        shown = genre_name(self._taxonomy, genre)
        item = QListWidgetItem(f"{name} · {shown}" if genre else name)
        item.setIcon(dot(self._taxonomy.colour(genre) if genre else NO_COLOUR))
        alike = self.tr("{share} alike").format(share=percent(max(0.0, neighbour.similarity)))
        item.setToolTip(f"{item.text()}\n{alike}")
        item.setSizeHint(QSize(0, self._row_height))
        item.setData(LINE_ROLE, line)
        return item


def genre_of(line: TrackLine) -> str:
    """Return the genre in the file, or else the one that is surely suggested."""
    if line.genre:
        return line.genre
    suggested = line.suggestion
    is_sure = suggested is not None and suggested.verdict is Verdict.SURE
    return suggested.genre if suggested is not None and is_sure else ""
