"""What can be done to the selected rows, as a menu: at the pointer, and for all that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from musicreclass.core.location import path_of
from musicreclass.core.review.track_list import is_to_write
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import percent, tracks
from musicreclass.gui.review.deciding import Deciding
from musicreclass.gui.services.candidates import Candidates
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.tracks.track_view import TrackView
from musicreclass.gui.widgets.genre_editor import asked_genres


class RowMenu(QObject):
    """Opens the menu of the rows that are selected.

    Signals:
        write_wanted: those of the selected TrackLines that can be written.
    """

    write_wanted = Signal(object)

    def __init__(self, table: TrackView, deciding: Deciding, candidates: Candidates) -> None:
        super().__init__(table)
        self._table = table
        self._deciding = deciding
        self._candidates = candidates
        self.more: list[Callable[[QMenu, Sequence[TrackLine]], None]] = []  # what else adds to it
        table.customContextMenuRequested.connect(self._on_wanted)

    def build(self) -> QMenu:
        """Return the menu as things stand."""
        menu = QMenu(self._table)
        deciding = self._deciding
        menu.addAction(self.tr("Accept"), QKeySequence("A"), deciding.accept)
        self._add_candidates(menu)
        menu.addAction(self.tr("Set genre…"), QKeySequence("E"), self.ask_genre)
        menu.addAction(self.tr("Skip"), QKeySequence("S"), deciding.skip)
        menu.addAction(self.tr("Take back the last decision"), QKeySequence("Z"), deciding.undo)
        menu.addSeparator()
        self._add_write(menu)
        menu.addAction(self.tr("Copy"), QKeySequence.StandardKey.Copy, self._table.copy_rows)
        menu.addAction(self.tr("Open folder"), self._open_folder)
        for add in self.more:
            add(menu, self._table.selected_lines())
        for action in menu.actions():
            action.setShortcutVisibleInContextMenu(True)
        return menu

    def ask_genre(self) -> None:
        """Let a genre be typed: into the row where there is one, in a dialog for several."""
        if self._table.selected_count <= 1 and self._table.edit_genre():
            return
        words, number = self._table.delegate.words, self._table.selected_count
        if number and (genres := asked_genres(words, number, self._table)):
            self._deciding.give(genres)

    def _add_candidates(self, menu: QMenu) -> None:
        line = self._table.current_line()
        if line is None or self._table.selected_count > 1:
            return
        for rank, candidate in enumerate(self._candidates.of(line)):
            shown = self._table.delegate.words.shown(candidate.genre)
            text = f"{shown}  {percent(candidate.confidence)}"
            action = menu.addAction(text, QKeySequence(str(rank + 1)))
            action.triggered.connect(lambda _=False, rank=rank: self._deciding.take(rank))

    def _add_write(self, menu: QMenu) -> None:
        lines = list(filter(is_to_write, self._table.selected_lines()))
        action = menu.addAction(self.tr("Write…"), lambda: self.write_wanted.emit(lines))
        action.setEnabled(bool(lines))

    def _open_folder(self) -> None:
        line = self._table.current_line()
        if line is not None:
            folder = Path(path_of(line.location)).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_wanted(self, at: QPoint) -> None:
        if self._table.current_line() is not None:
            self.build().exec(self._table.viewport().mapToGlobal(at))


class ManyButton(QToolButton):
    """A button with what can be done to all that is shown."""

    def __init__(self, table: TrackView, decisions: DecisionService) -> None:
        super().__init__()
        self._table = table
        self._decisions = decisions
        self.setText(self.tr("All that is shown ▾"))
        self.setToolTip(self.tr("Set the genre of all tracks shown, or skip them"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.set_genre = menu.addAction("", self._on_set_genre)
        self.skip = menu.addAction("", lambda: self._decisions.skip_all(self._shown()))
        menu.aboutToShow.connect(self._say_how_many)
        self.setMenu(menu)
        self._say_how_many()

    def _say_how_many(self) -> None:
        number = self._table.tracks.rowCount()
        shown = tracks(number)
        self.set_genre.setText(self.tr("Set genre of {tracks}…").format(tracks=shown))
        self.skip.setText(self.tr("Skip {tracks}").format(tracks=shown))
        for action in (self.set_genre, self.skip):
            action.setEnabled(number > 0)

    def _shown(self) -> list[TrackLine]:
        return self._table.tracks.tracks.shown()

    def _on_set_genre(self) -> None:
        lines = self._shown()
        if genres := asked_genres(self._table.delegate.words, len(lines), self._table):
            self._decisions.set_genres(lines, genres)
