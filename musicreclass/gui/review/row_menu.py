"""What can be done to the selected rows, as a menu: at the pointer, and for all that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from musicreclass.core.location import path_of
from musicreclass.core.review.shown import is_to_write
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import percent, tracks
from musicreclass.gui.review.deciding import Deciding
from musicreclass.gui.review.key_bindings import KeyBindings
from musicreclass.gui.services.candidates import Candidates
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.tracks.track_view import TrackView
from musicreclass.gui.widgets.controls import verbatim
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.widgets.genre_editor import asked_genres
from musicreclass.pipeline.organizing.move_plan import is_sortable


class RowMenu(QObject):
    """Opens the menu of the rows that are selected.

    Signals:
        write_wanted: those of the selected TrackLines that can be written.
        organize_wanted: the selected TrackLines, whose files are to be sorted into folders.
        log_wanted: the list of what was decided.
    """

    write_wanted = Signal(object)
    organize_wanted = Signal(object)
    log_wanted = Signal()

    def __init__(
        self, table: TrackView, deciding: Deciding, candidates: Candidates, keys: KeyBindings
    ) -> None:
        super().__init__(table)
        self._keys = keys
        self._table = table
        self._deciding = deciding
        self._candidates = candidates
        self.more: list[Callable[[QMenu, Sequence[TrackLine]], None]] = []  # what else adds to it
        table.customContextMenuRequested.connect(self._on_wanted)

    def build(self) -> QMenu:
        """Return the menu as things stand."""
        menu = QMenu(self._table)
        deciding, key = self._deciding, self._keys.key
        menu.addAction(self.tr("Accept"), key("accept"), deciding.accept)
        self._add_candidates(menu)
        menu.addAction(self.tr("Set genre…"), key("edit"), self.ask_genre)
        menu.addAction(self.tr("Skip"), key("skip"), deciding.skip)
        clear = menu.addAction(self.tr("Clear decision"), key("clear"), deciding.clear)
        clear.setEnabled(any(line.decision for line in self._table.selected_lines()))
        menu.addSeparator()
        menu.addAction(self.tr("Take back the last decision"), key("undo"), deciding.undo)
        menu.addAction(self.tr("Decide again"), key("redo"), deciding.redo)
        menu.addAction(self.tr("Decisions…"), QKeySequence("Ctrl+D"), self.log_wanted.emit)
        menu.addSeparator()
        self._add_write(menu)
        selected = self._table.selected_lines()
        organize = menu.addAction(self.tr("Sort files into folders…"))
        organize.triggered.connect(lambda: self.organize_wanted.emit(selected))
        organize.setEnabled(any(map(is_sortable, selected)))
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
            action = menu.addAction(verbatim(text), QKeySequence(str(rank + 1)))
            action.triggered.connect(lambda _=False, rank=rank: self._deciding.take(rank))

    def _add_write(self, menu: QMenu) -> None:
        lines = list(filter(is_to_write, self._table.selected_lines()))
        action = menu.addAction(self.tr("Write…"), lambda: self.write_wanted.emit(lines))
        action.setEnabled(bool(lines))

    def _open_folder(self) -> None:
        line = self._table.current_line()
        if line is not None:
            open_folder(Path(path_of(line.location)).parent, self._table)

    def _on_wanted(self, at: QPoint) -> None:
        if self._table.current_line() is not None:
            self.build().exec(self._table.viewport().mapToGlobal(at))


class ManyButton(QToolButton):
    """A button with what can be done to all that is shown.

    Signals: `organize_wanted`, `table_wanted` and `playlists_wanted` with the TrackLines shown.
    """

    organize_wanted = Signal(object)
    table_wanted = Signal(object)
    playlists_wanted = Signal(object)

    def __init__(self, table: TrackView, decisions: DecisionService) -> None:
        super().__init__()
        self._table = table
        self._decisions = decisions
        self.setText(self.tr("All that is shown ▾"))
        self.setToolTip(
            self.tr("Set the genre of all tracks shown, skip, clear, sort or export them")
        )
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.set_genre = menu.addAction("", self._on_set_genre)
        self.skip = menu.addAction("", lambda: self._decisions.skip_all(self._shown()))
        self.clear = menu.addAction("", lambda: self._decisions.clear_all(self._shown()))
        menu.addSeparator()
        self.organize = menu.addAction("", lambda: self.organize_wanted.emit(()))
        self.export_table = menu.addAction("", lambda: self.table_wanted.emit(self._shown()))
        self.export_playlists = menu.addAction(
            self.tr("Export playlists by genre…"), lambda: self.playlists_wanted.emit(self._shown())
        )
        menu.aboutToShow.connect(self._say_how_many)
        self.setMenu(menu)
        self._say_how_many()

    def _say_how_many(self) -> None:
        number = self._table.tracks.tracks.shown_tracks
        shown = tracks(number)
        self.set_genre.setText(self.tr("Set genre of {tracks}…").format(tracks=shown))
        self.skip.setText(self.tr("Skip {tracks}").format(tracks=shown))
        self.clear.setText(self.tr("Clear the decisions on {tracks}").format(tracks=shown))
        self.organize.setText(self.tr("Sort files of {tracks} into folders…").format(tracks=shown))
        self.export_table.setText(self.tr("Export {tracks} as a table…").format(tracks=shown))
        for action in self.menu().actions():
            action.setEnabled(number > 0)

    def _shown(self) -> Sequence[TrackLine]:
        return self._table.tracks.tracks.shown()

    def _on_set_genre(self) -> None:
        lines = self._shown()
        if genres := asked_genres(self._table.delegate.words, len(lines), self._table):
            self._decisions.set_genres(lines, genres)
