"""The history as the window has it: read when it is looked at, and taken back where asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from musicreclass.core.file_move import FileMove, MoveBatch
from musicreclass.core.job import JobContext
from musicreclass.core.location import location_of
from musicreclass.core.tag_change import FileChange
from musicreclass.gui.language import sentence_on
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import Job, JobThread, Workers
from musicreclass.gui.writing.batch_table import HistoryBatch
from musicreclass.gui.writing.change_rows import FILTERS, ROW_STATES, ChangeFilter
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.moved_files import MOVE_STATES, MovedTracks, MoveJobs
from musicreclass.gui.writing.write_jobs import Retagged, WritingJobs
from musicreclass.library.history.batch_file import folder_of
from musicreclass.pipeline.writing import written_batches

if TYPE_CHECKING:
    from musicreclass.pipeline.writing.undo_from_file import FileUndoSummary


class HistoryService(QObject):
    """Reads for the page, and takes back what is asked for there.

    Signals:
        said: a sentence: what came of taking back, or what went wrong.
    """

    said = Signal(str)

    def __init__(
        self,
        page: HistoryPage,
        library_file: Path,
        jobs: WritingJobs,
        work: FileWork,
        choices: Choices,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._page = page
        self._file = library_file
        self._jobs = jobs
        self._moves = MoveJobs(library_file)
        self._work = work
        self._choices = choices
        self._lane = Lane(workers)
        self._lane.failed.connect(self.said)
        self._counts: Counter[ChangeFilter] = Counter()  # of what became of files in this undo
        self._trouble = ""
        page.show_folder(folder_of(library_file))
        page.shown.connect(self.read)
        page.batch_chosen.connect(self._read_changes)
        page.undo_wanted.connect(self._undo)
        page.put_back_wanted.connect(self._put_back)
        page.file_wanted.connect(self._undo_from)
        page.limits_changed.connect(lambda limits: choices.change(history=limits))
        work.ended.connect(self._on_work_ended)

    def read(self) -> None:
        """Show all that was written and moved until now."""
        self._lane.run(self._batches, self._page.show_batches)

    def _batches(self, ctx: JobContext) -> list[HistoryBatch]:
        every: list[HistoryBatch] = [
            *written_batches.batches(self._file, ctx),
            *self._moves.batches(ctx),
        ]
        return sorted(every, key=lambda batch: batch.id, reverse=True)

    def _read_changes(self, batch: int) -> None:
        in_hand = self._page.batch
        if isinstance(in_hand, MoveBatch) and in_hand.id == batch:
            job: Job = partial(self._moves.moves, batch)
        else:
            job = partial(written_batches.changes, self._file, batch)
        self._lane.run(job, partial(self._on_changes, batch))

    def _on_changes(self, batch: int, changes: Sequence[FileChange | FileMove]) -> None:
        in_hand = self._page.batch
        if in_hand is not None and in_hand.id == batch:
            self._page.show_changes(changes)

    def _undo(self, batch: int, changes: Sequence[FileChange], genre_only: bool) -> None:
        ids = [change.id for change in changes]
        job = partial(self._jobs.undo, batch, ids, genre_only=genre_only)
        self._take_back(job, [change.path for change in changes])

    def _put_back(self, batch: int, moves: Sequence[FileMove]) -> None:
        job = partial(self._moves.undo, batch, [move.id for move in moves])
        self._take_back(job, [move.path for move in moves])

    def _undo_from(self, batch_file: Path) -> None:
        thread = self._take_back(partial(self._jobs.undo_from, batch_file), [])
        thread.succeeded.connect(self._on_undone_from)

    def _on_undone_from(self, summary: FileUndoSummary) -> None:
        if summary.gaps:
            self._trouble = self.tr(
                "The file is damaged: what else it held is not known, and was left as it is."
            )

    def _take_back(self, job: Job, paths: Sequence[Path]) -> JobThread:
        self._counts.clear()
        self._trouble = ""
        thread = self._work.prepare(job)
        thread.published.connect(self._on_retagged)
        thread.failed.connect(self._on_failed)
        self._page.watch(thread)
        thread.finished.connect(self._on_finished)  # after the strip, to say more
        self._work.start(thread, [location_of(str(path)) for path in paths])
        return thread

    def _on_retagged(self, retagged: Retagged | MovedTracks) -> None:
        if isinstance(retagged, MovedTracks):
            self._counts.update(FILTERS[MOVE_STATES[move.state]] for move in retagged.moves)
        else:
            self._counts.update(FILTERS[ROW_STATES[change.state]] for change in retagged.changes)

    def _on_failed(self, error: Exception) -> None:
        self._trouble = sentence_on(error)

    def _on_finished(self) -> None:
        self._page.show_outcome(self._counts, self._trouble)
        self.said.emit(self._page.strip.text())  # or the window would go on saying what was written

    def _on_work_ended(self) -> None:
        if self._page.isVisible():
            self.read()
