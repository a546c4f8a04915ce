"""What one write dialog has done: previews, writing, taking back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from musicreclass.core.genres.genre_rules import GenreRules, GenreRuling
from musicreclass.core.review.columns.line_columns import LineView
from musicreclass.core.tag_change import ChangeState, WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.gui.workers import Job, JobThread, Workers
from musicreclass.gui.writing.change_rows import (
    FILTERS,
    ROW_STATES,
    ChangeRow,
    applied_row,
    outcome_text,
    unchecked_row,
)
from musicreclass.gui.writing.file_work import FileRun, FileWork
from musicreclass.gui.writing.write_dialog import WriteDialog
from musicreclass.gui.writing.write_jobs import FirstRows, Retagged, WritingJobs, with_first_rows

if TYPE_CHECKING:
    from musicreclass.pipeline.writing.apply import ApplySummary

MOST_AT_ONCE = 2_000  # files; of more, what is known is put into rows beside the window


class WriteRun(FileRun[WriteDialog]):
    """The previews, the writing and the taking back of one dialog."""

    def __init__(
        self,
        dialog: WriteDialog,
        lines: Sequence[TrackLine],
        jobs: WritingJobs,
        work: FileWork,
        workers: Workers,
        ruling_of: Callable[[GenreRules], GenreRuling] | None = None,
    ) -> None:
        super().__init__(dialog, work, workers)
        self._ruling_of = ruling_of  # None: nothing is known of rules before files are looked at
        self._lines = lines if isinstance(lines, LineView) else tuple(lines)
        self._jobs = jobs
        self._previewed_with: WriteChoices | None = None
        self._batch: int | None = None
        self._written: set[int] = set()  # ids of changes that can be taken back
        dialog.choices_changed.connect(self._on_choices)
        dialog.write_wanted.connect(self._write)
        dialog.undo_wanted.connect(self._undo)
        dialog.stop_wanted.connect(self._stop)
        dialog.finished.connect(self._on_closed)

    def preview(self, choices: WriteChoices) -> None:
        """Look at all files, and show what a write would do to them."""
        assert self._dialog is not None
        self._stop()
        self._trouble = ""
        self._previewed_with = choices
        ruling = self._ruling_of(choices.rules) if self._ruling_of is not None else None
        job: Job = partial(self._jobs.preview, self._lines, choices)
        if len(self._lines) > MOST_AT_ONCE:
            job = partial(with_first_rows, self._lines, ruling, job)
            self._dialog.await_rows(len(self._lines))
        else:
            self._dialog.show_rows([unchecked_row(line, ruling) for line in self._lines])
        thread = self._workers.prepare(job)
        thread.published.connect(partial(self._on_previewed, thread))
        thread.failed.connect(partial(self._on_failed, thread))
        thread.succeeded.connect(partial(self._on_all_previewed, thread))
        thread.finished.connect(partial(self._on_preview_finished, thread))
        self._thread = thread
        self._dialog.watch_preview(thread)
        self._workers.start(thread)

    def _on_choices(self, choices: WriteChoices) -> None:
        if not self._is_previewed(choices):
            self.preview(choices)

    def _is_previewed(self, choices: WriteChoices) -> bool:
        """Say whether what is shown is what these choices would do; times make no difference."""
        before = self._previewed_with
        return before is not None and replace(choices, keep_times=before.keep_times) == before

    def _write(self, choices: WriteChoices) -> None:
        assert self._dialog is not None
        if not self._is_previewed(choices):
            self.preview(choices)  # typed a moment ago; nothing is written unseen
            return
        lines = _without(self._lines, self._dialog.changes.left_out())
        self._start(partial(self._jobs.write, lines, choices), self._dialog.watch_writing)

    def _undo(self) -> None:
        assert self._dialog is not None
        job = partial(self._jobs.undo, self._batch, tuple(self._written))
        self._start(job, self._dialog.watch_undoing)

    def _on_previewed(self, thread: JobThread, rows: Sequence[ChangeRow] | FirstRows) -> None:
        if thread is not self._thread or self._dialog is None:
            return
        if isinstance(rows, FirstRows):
            self._dialog.show_rows(rows.rows)
        else:
            self._dialog.renew(rows)

    def _on_all_previewed(self, thread: JobThread, result: object) -> None:
        if thread is self._thread and self._dialog is not None:
            self._dialog.show_previewed()

    def _on_done(self, thread: JobThread, retagged: Retagged) -> None:
        for change in retagged.changes:
            self._counts[FILTERS[ROW_STATES[change.state]]] += 1
            if change.state is ChangeState.WRITTEN:
                self._written.add(change.id)
            elif change.state is ChangeState.UNDONE:
                self._written.discard(change.id)
        if thread is self._thread and self._dialog is not None:
            row_of = self._dialog.changes.row_of
            self._dialog.renew(
                [applied_row(row_of(change.track_id), change) for change in retagged.changes]
            )

    def _on_succeeded(self, thread: JobThread, summary: ApplySummary) -> None:
        self._batch = summary.batch

    def _outcome(self) -> str:
        return outcome_text(self._counts, self._trouble)

    @property
    def _can_undo(self) -> bool:
        return bool(self._written)


def _without(lines: Sequence[TrackLine], left_out: Collection[int]) -> Sequence[TrackLine]:
    if isinstance(lines, LineView):
        return lines.without(left_out)
    return tuple(line for line in lines if line.id not in left_out)
