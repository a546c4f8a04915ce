"""What one organize dialog has done: previews, sorting, taking back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from musicreclass.core.file_move import MoveKind, MoveState
from musicreclass.core.naming.name_patterns import NamePattern
from musicreclass.core.track import TrackLine
from musicreclass.errors import MusicReclassError
from musicreclass.gui.language import sentence_on
from musicreclass.gui.messages import listed, tracks
from musicreclass.gui.organizing.organize_dialog import OrganizeDialog
from musicreclass.gui.workers import JobThread, Workers
from musicreclass.gui.writing.change_rows import FILTERS, ChangeRow
from musicreclass.gui.writing.file_work import FileRun, FileWork
from musicreclass.gui.writing.moved_files import (
    MOVE_STATES,
    MovedTracks,
    MoveJobs,
    move_outcome_text,
    move_row,
)
from musicreclass.pipeline.organizing.move_plan import OrganizeChoices, Unsorted, why_unsorted
from musicreclass.settings import OrganizeSettings

if TYPE_CHECKING:
    from musicreclass.pipeline.organizing.organize_files import OrganizeSummary


class OrganizeRun(FileRun[OrganizeDialog]):
    """The previews, the sorting and the taking back of one dialog.

    Signals:
        moved: files have gone into a folder that the library may not have watched over before.
    """

    moved = Signal()

    def __init__(
        self,
        dialog: OrganizeDialog,
        scopes: Sequence[Callable[[], Sequence[TrackLine]]],
        jobs: MoveJobs,
        work: FileWork,
        workers: Workers,
    ) -> None:
        super().__init__(dialog, work, workers)
        self._scopes = scopes
        self._staying: Counter[Unsorted] = Counter()
        self._jobs = jobs
        self._planned: list[ChangeRow] = []
        self._into = Path()
        self._batch = 0
        self._moved: dict[int, int] = {}  # ids of moves that can be taken back -> row
        dialog.choices_changed.connect(self.preview)
        dialog.scope_changed.connect(self._on_scope)
        dialog.organize_wanted.connect(self._organize)
        dialog.undo_wanted.connect(self._undo)
        dialog.stop_wanted.connect(self._stop)
        dialog.finished.connect(self._on_closed)
        self._take_scope(dialog.scope.currentIndex())

    def preview(self, settings: OrganizeSettings) -> None:
        """Look where all files would go, and show it."""
        assert self._dialog is not None
        self._stop()
        self._thread, self._trouble, self._planned = None, "", []
        self._dialog.show_rows([], self._note(settings))
        choices = self._choices(settings)
        if choices is None:
            return
        self._into = choices.into
        thread = self._workers.prepare(partial(self._jobs.preview, self._lines, choices))
        thread.published.connect(partial(self._on_planned, thread))
        thread.failed.connect(partial(self._on_failed, thread))
        thread.succeeded.connect(partial(self._on_all_planned, thread, settings))
        thread.finished.connect(partial(self._on_preview_finished, thread))
        self._thread = thread
        self._dialog.watch_preview(thread)
        self._workers.start(thread)

    def _choices(self, settings: OrganizeSettings) -> OrganizeChoices | None:
        """Return what is to be done, or None once it is said why that cannot be."""
        assert self._dialog is not None
        if not settings.folder:
            self._dialog.strip.say(self.tr("Choose a folder to sort into."))
            return None
        try:
            pattern = NamePattern.of(settings.pattern)
        except MusicReclassError as error:
            self._dialog.strip.say(sentence_on(error))
            return None
        into = Path(settings.folder).expanduser().absolute()
        kind = MoveKind(settings.kind)
        return OrganizeChoices(into, kind, pattern, settings.prunes_empty)

    def _note(self, settings: OrganizeSettings) -> str:
        parts = []
        if self._staying:
            stay = self.tr("Left where they are: {reasons}.")
            parts.append(stay.format(reasons=listed(self._reasons())))
        if settings.kind == MoveKind.MOVE.value and self._lines:
            parts.append(self.tr("The library watches over the folder from then on."))
        if settings.kind == MoveKind.HARD_LINK.value:
            parts.append(self.tr("Files with several names are not written into, unless parted."))
        return " ".join(parts)

    def _reasons(self) -> Iterator[str]:
        """Yield for each reason why tracks stay how many they are."""
        words = {
            Unsorted.UNDECIDED: self.tr("{tracks} not decided yet"),
            Unsorted.SKIPPED: self.tr("{tracks} skipped"),
            Unsorted.TAKEN_BACK: self.tr("{tracks} taken back: accept what they shall be"),
            Unsorted.MISSING: self.tr("{tracks} missing"),
        }
        for why, text in words.items():
            if number := self._staying[why]:
                yield text.format(tracks=tracks(number))

    def _take_scope(self, number: int) -> None:
        lines = self._scopes[number]()
        self._lines = tuple(line for line in lines if why_unsorted(line) is None)
        self._staying = Counter(filter(None, map(why_unsorted, lines)))

    def _on_scope(self, number: int) -> None:
        assert self._dialog is not None
        self._take_scope(number)
        self.preview(self._dialog.choices())

    def _organize(self, settings: OrganizeSettings) -> None:
        assert self._dialog is not None
        choices = self._choices(settings)
        if choices is not None:
            job = partial(self._jobs.organize, self._lines, choices)
            self._start(job, self._dialog.watch_moving)

    def _undo(self) -> None:
        assert self._dialog is not None
        job = partial(self._jobs.undo, self._batch, tuple(self._moved))
        self._start(job, self._dialog.watch_undoing)

    def _on_planned(self, thread: JobThread, rows: Sequence[ChangeRow]) -> None:
        if thread is self._thread:
            self._planned += rows

    def _on_all_planned(
        self, thread: JobThread, settings: OrganizeSettings, result: object
    ) -> None:
        if thread is self._thread and self._dialog is not None:
            self._dialog.strip.say("")
            self._dialog.show_rows(self._planned, self._note(settings))

    def _on_done(self, thread: JobThread, moved: MovedTracks) -> None:
        for move in moved.moves:
            self._counts[FILTERS[MOVE_STATES[move.state]]] += 1
            self._batch = move.batch
            if move.state is MoveState.MOVED:
                self._moved[move.id] = move.track_id or 0
            elif move.state is MoveState.UNDONE:
                self._moved.pop(move.id, None)
        if thread is self._thread and self._dialog is not None:
            self._dialog.renew(
                move_row(move, move.track_id or 0, self._into) for move in moved.moves
            )

    def _on_succeeded(self, thread: JobThread, summary: OrganizeSummary) -> None:
        self._batch = summary.batch or self._batch

    def _outcome(self) -> str:
        return move_outcome_text(self._counts, self._trouble)

    @property
    def _can_undo(self) -> bool:
        return bool(self._moved)

    def _on_finished(self, thread: JobThread) -> None:
        is_mine = thread is self._thread
        super()._on_finished(thread)
        if is_mine:
            self.moved.emit()
