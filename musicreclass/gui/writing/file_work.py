"""Jobs that change files: one at a time, beside no scan, with the player out of the way.

And what the runs behind the dialogs that ask for them have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from musicreclass.core.location import Location
from musicreclass.core.review.columns.line_columns import LineView
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import sentence_on
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.workers import Job, JobThread, Workers, single_shot
from musicreclass.gui.writing.change_rows import ChangeFilter, ChangeRow, RowState
from musicreclass.gui.writing.change_table import ChangeTableModel
from musicreclass.gui.writing.moved_files import MovedTracks
from musicreclass.gui.writing.write_jobs import Retagged

NOT_DONE = (RowState.CHANGES, RowState.CHECKING)  # whatever is left when the work has ended
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


class FilesDialog(Protocol):
    """A dialog that shows what becomes of files."""

    strip: JobStrip
    changes: ChangeTableModel

    def renew(self, rows: Iterable[ChangeRow]) -> None:
        """Show what became of some files."""

    def show_outcome(self, text: str, *, can_undo: bool) -> None:
        """Say what came of it."""


AnyDialog = TypeVar("AnyDialog", bound=FilesDialog)


class FileRun(QObject, Generic[AnyDialog]):
    """The jobs behind a dialog. What was begun is finished, also where the dialog is closed.

    Signals:
        said: what came of the work, in a sentence.
    """

    said = Signal(str)

    def __init__(self, dialog: AnyDialog, work: FileWork, workers: Workers) -> None:
        super().__init__(workers)
        self._dialog: AnyDialog | None = dialog
        self._lines: Sequence[TrackLine] = ()
        self._work = work
        self._workers = workers
        self._thread: JobThread | None = None  # what runs for the dialog
        self._counts: Counter[ChangeFilter] = Counter()  # of what became of files
        self._trouble = ""

    def _stop(self) -> None:
        if self._thread is not None:
            self._thread.cancel()

    def _start(self, job: Job, watch: Callable[[JobThread, bool], None]) -> None:
        """Let a job work on the files, as soon as no other does."""
        self._trouble = ""
        self._counts.clear()
        thread = self._work.prepare(job)
        thread.published.connect(partial(self._on_done, thread))
        thread.failed.connect(partial(self._on_failed, thread))
        thread.succeeded.connect(partial(self._on_succeeded, thread))
        self._thread = thread
        watch(thread, self._work.is_waiting)
        thread.finished.connect(partial(self._on_finished, thread))  # after the strip, to say more
        self._work.start(thread, _locations(self._lines))

    def _on_done(self, thread: JobThread, batch: Any) -> None:
        """Take note of what became of some files."""
        raise NotImplementedError

    def _on_succeeded(self, thread: JobThread, summary: Any) -> None:
        """Take note of what came of all."""
        raise NotImplementedError

    def _outcome(self) -> str:
        """Return what came of it, in a sentence."""
        raise NotImplementedError

    @property
    def _can_undo(self) -> bool:
        raise NotImplementedError

    def _on_preview_finished(self, thread: JobThread) -> None:
        if thread is self._thread:
            self._thread = None
            if self._dialog is None:
                self.deleteLater()
            elif self._trouble:
                self._dialog.strip.say(self._trouble)

    def _on_failed(self, thread: JobThread, error: Exception) -> None:
        if thread is self._thread:
            self._trouble = sentence_on(error)

    def _on_finished(self, thread: JobThread) -> None:
        if thread is not self._thread:
            return
        self._thread = None
        if self._dialog is not None:
            rows = self._dialog.changes.rows()
            left = [row._replace(state=RowState.LEFT) for row in rows if row.state in NOT_DONE]
            self._dialog.renew(left)
            self._counts[ChangeFilter.LEFT] = len(left)
        text = self._outcome()
        self.said.emit(text)
        if self._dialog is not None:
            self._dialog.show_outcome(text, can_undo=self._can_undo)
        else:
            self.deleteLater()

    def _on_closed(self) -> None:
        self._dialog = None
        if self._thread is None:
            self.deleteLater()


def _locations(lines: Sequence[TrackLine]) -> Iterable[Location]:
    """Return where files lie, without a line of each where there may be many."""
    return lines.locations if isinstance(lines, LineView) else [line.location for line in lines]
