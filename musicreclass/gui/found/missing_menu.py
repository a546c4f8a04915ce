"""What can be done about tracks whose files are gone: find them elsewhere, or let them go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.insights import findings


class MissingMenu(QObject):
    """Adds to the menu of tracks what makes sense for missing ones.

    Signals:
        said: a sentence.
        forgotten: the ids of tracks that are to be shown no more.
    """

    said = Signal(str)
    forgotten = Signal(object)

    def __init__(
        self,
        tracks: TrackList,
        library_file: Path,
        session: LibrarySession,
        workers: Workers,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tracks = tracks
        self._file = library_file
        self._session = session
        self._parent = parent
        self._sought: frozenset[int] = frozenset()
        self._lane = Lane(workers)
        self._lane.failed.connect(self.said)
        session.scanned.connect(lambda _: self._on_scanned())

    def add_to(self, menu: QMenu, lines: Sequence[TrackLine]) -> None:
        """Add actions to a menu of these tracks, if any of them is missing."""
        missing = [line for line in lines if line.is_missing]
        if missing:
            menu.addSeparator()
            menu.addAction(self.tr("Locate…"), lambda: self._locate(missing))
            text = self.tr("Forget {tracks}").format(tracks=tracks(len(missing)))
            menu.addAction(text, lambda: self._forget(missing))

    def _locate(self, missing: Sequence[TrackLine]) -> None:
        title = self.tr("The folder in which the missing files are now")
        if folder := ask_folder(self._parent, title):
            self._sought = frozenset(line.id for line in missing)
            self._session.scan([folder])

    def _on_scanned(self) -> None:
        """Say how many of those that were sought have been found."""
        sought, self._sought = self._sought, frozenset()
        if sought:
            lines = map(self._tracks.line_of, sought)
            found = sum(line is not None and not line.is_missing for line in lines)
            text = self.tr("{found} of {number} missing files are found again.")
            self.said.emit(text.format(found=count(found), number=count(len(sought))))

    def _forget(self, missing: Sequence[TrackLine]) -> None:
        ids = frozenset(line.id for line in missing)
        text = self.tr(
            "Forgotten: {tracks}. Should the files come back, so do the decisions on them."
        )

        def on_done(_: object) -> None:
            self.forgotten.emit(ids)
            self.said.emit(text.format(tracks=tracks(len(ids))))

        self._lane.run(partial(findings.forget_missing, self._file, sorted(ids)), on_done)
