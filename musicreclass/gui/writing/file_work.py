"""Jobs that change files: one at a time, beside no scan, with the player out of the way."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from musicreclass.core.location import Location
from musicreclass.core.track import TrackLine
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.workers import Job, JobThread, single_shot
from musicreclass.gui.writing.moved_files import MovedTracks
from musicreclass.gui.writing.write_jobs import Retagged

SHOW_MS = 250  # rows that leave a queue make the table anew


class FileWork(QObject):
    """Runs what writes and takes back, and passes on how tracks stand after it.

    Signals:
        began: the locations of all files that are to be changed from now on.
        retagged: TrackLines as they are now, some time after their files were changed.
        ended: all is done that was begun, however it ended.
    """

    began = Signal(object)
    retagged = Signal(object)
    ended = Signal()

    def __init__(self, session: LibrarySession, decisions: DecisionService) -> None:
        super().__init__(session)
        self._session = session
        self._decisions = decisions
        self._waiting: list[JobThread] = []  # for decisions to be kept
        decisions.flushed.connect(self._start_waiting)
        self._unfinished = 0
        self._held: frozenset[Location] = frozenset()  # files that are or will be changed
        self._lines: dict[int, TrackLine] = {}  # to be passed on
        self._showing = single_shot(self, SHOW_MS, self._show)

    def prepare(self, job: Job) -> JobThread:
        """Return a thread to connect to; nothing runs until `start`."""
        thread = self._session.lane.prepare(job)
        thread.published.connect(self._on_retagged)
        thread.finished.connect(self._on_finished)
        return thread

    def start(self, thread: JobThread, locations: Iterable[Location]) -> None:
        """Let a prepared thread change files, once all decisions are kept and no scan runs."""
        self._unfinished += 1
        self._held |= frozenset(locations)
        self.began.emit(self._held)
        self._waiting.append(thread)
        if self._decisions.is_flushed:
            self._start_waiting()

    @property
    def is_waiting(self) -> bool:
        """Whether a scan has to end first."""
        return self._session.is_scanning

    def _start_waiting(self) -> None:
        threads, self._waiting = self._waiting, []
        for thread in threads:
            self._session.lane.enqueue(thread)

    def _on_retagged(self, retagged: Retagged | MovedTracks) -> None:
        self._lines.update((line.id, line) for line in retagged.lines)
        if not self._showing.isActive():
            self._showing.start()

    def _show(self) -> None:
        self._showing.stop()
        lines, self._lines = self._lines, {}
        if lines:
            self.retagged.emit(list(lines.values()))

    def _on_finished(self) -> None:
        self._unfinished -= 1
        self._show()
        if not self._unfinished:
            self._held = frozenset()
            self.ended.emit()
