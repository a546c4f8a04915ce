"""What the window has done with files: looked at, written, taken back; and what to show of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from musicreclass.core.genres.genre_rules import GenreRuling
from musicreclass.core.job import ForwardingContext, JobContext
from musicreclass.core.tag_change import FileChange, SafeWay, WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.gui.workers import Job, JobThread
from musicreclass.gui.writing.change_rows import ChangeRow, previewed_row, unchecked_row
from musicreclass.pipeline.organizing.move_recovery import recover_moves
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.review.library_contents import lines_reader
from musicreclass.pipeline.writing import apply, written_batches
from musicreclass.pipeline.writing.plan import WantedGenres
from musicreclass.pipeline.writing.recover import recover
from musicreclass.pipeline.writing.undo_from_file import FileUndoSummary, undo_from_file
from musicreclass.sentences.reason import Reason
from musicreclass.settings import HistorySettings

if TYPE_CHECKING:
    from musicreclass.pipeline.writing.apply import ApplySummary, Preview


class Retagged(NamedTuple):
    """What became of some files, and their tracks as they stand now."""

    changes: Sequence[FileChange]
    lines: Sequence[TrackLine]


@dataclass(frozen=True, slots=True)
class FirstRows:
    """What is known of all changes before anybody has looked at the files."""

    rows: tuple[ChangeRow, ...]


class WritingJobs:
    """Jobs on one library's files; each is to be run by a thread."""

    def __init__(
        self,
        library_file: Path,
        run: Run = in_place,
        safe_way: Callable[[], SafeWay] = lambda: SafeWay.AUTO,
    ) -> None:
        """Take a library.

        Args:
            run: runs jobs where networks are, which know styles.
            safe_way: how bytes are given back to files, asked for when that begins.
        """
        self._file = library_file
        self._run = run
        self._safe_way = safe_way

    def preview(self, lines: Sequence[TrackLine], choices: WriteChoices, ctx: JobContext) -> None:
        """Publish batches of `ChangeRow`: what a write would do to the files of tracks."""
        in_turn = iter(lines)  # previews come in their order

        def rows(found: Sequence[tuple[int, Preview]]) -> list[ChangeRow]:
            return [
                previewed_row(preview, next(line for line in in_turn if line.id == track_id))
                for track_id, preview in found
            ]

        apply.preview(self._file, _wanted(lines), choices, Converting(ctx, rows), self._run)

    def write(
        self, lines: Sequence[TrackLine], choices: WriteChoices, ctx: JobContext
    ) -> ApplySummary:
        """Write what was decided of tracks; publish `Retagged`."""
        with lines_reader(self._file) as read:
            telling = _retagging(ctx, read)
            return apply.write_genres(
                self._file, _wanted(lines), choices, telling, compute=self._run
            )

    def undo(
        self,
        batch: int | None,
        change_ids: Sequence[int] | None,
        ctx: JobContext,
        *,
        genre_only: bool = False,
    ) -> ApplySummary:
        """Take back changes of a batch, None for the last one; publish `Retagged`."""
        if batch is None:
            batch = written_batches.batches(self._file, ctx)[0].id
        with lines_reader(self._file) as read:
            telling = _retagging(ctx, read)
            return apply.undo_batch(
                self._file,
                batch,
                telling,
                change_ids=change_ids,
                genre_only=genre_only,
                safe=self._safe_way(),
            )

    def undo_from(self, batch_file: Path, ctx: JobContext) -> FileUndoSummary:
        """Take back what a batch's own file has the old bytes of; publish `Retagged`."""
        with lines_reader(self._file) as read:
            telling = _retagging(ctx, read)
            return undo_from_file(self._file, batch_file, telling, safe=self._safe_way())

    def begin_session(self, limits: HistorySettings, ctx: JobContext) -> tuple[Reason, ...]:
        """Put right what a crash left, forget what is too old; return what there is to say."""
        found = (*recover_moves(self._file, ctx), *recover(self._file, ctx))
        written_batches.prune(self._file, limits, ctx)
        return found


class Converting(ForwardingContext):
    """A job's context that makes what is shown of what is published, on the job's own thread."""

    def __init__(self, ctx: JobContext, shown: Callable[[Sequence[Any]], object]) -> None:
        super().__init__(ctx)
        self._shown = shown

    def publish(self, batch: object) -> None:
        assert isinstance(batch, Sequence)
        super().publish(self._shown(batch))


def with_first_rows(
    lines: Iterable[TrackLine],
    ruling: GenreRuling | None,
    looking: Job,
    ctx: JobThread,
) -> None:
    """Publish `FirstRows`, and go on to look at the files.

    Args:
        ruling: which of the genres decided files get; without it, all.
        looking: the job that does.
    """
    rows = []
    for line in lines:
        ctx.raise_if_cancelled()
        rows.append(unchecked_row(line, ruling))
    ctx.publish(FirstRows(tuple(rows)))
    looking(ctx)


def _retagging(ctx: JobContext, read: Callable[[Sequence[int]], list[TrackLine]]) -> JobContext:
    def retagged(changes: Sequence[FileChange]) -> Retagged:
        return Retagged(changes, read([one.track_id for one in changes]))

    return Converting(ctx, retagged)


def _wanted(lines: Iterable[TrackLine]) -> list[WantedGenres]:
    return [WantedGenres.of(line.id, line.decision) for line in lines if line.decision]
