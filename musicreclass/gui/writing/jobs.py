"""What the window has done with files: looked at, written, taken back; and what to show of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from musicreclass.core.job import JobContext, Progress
from musicreclass.core.tag_change import WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.gui.writing.change_rows import ChangeRow, previewed_row
from musicreclass.pipeline import apply, history
from musicreclass.pipeline.apply import Applied, ApplySummary, Preview, WantedGenres
from musicreclass.pipeline.contents import lines_of
from musicreclass.pipeline.recover import recover
from musicreclass.settings import HistorySettings


class Retagged(NamedTuple):
    """What became of some files, and their tracks as they stand now."""

    applied: Sequence[Applied]
    lines: Sequence[TrackLine]


class WritingJobs:
    """Jobs on one library's files; each is to be run by a thread."""

    def __init__(self, library_file: Path) -> None:
        self._file = library_file

    def preview(self, lines: Sequence[TrackLine], choices: WriteChoices, ctx: JobContext) -> None:
        """Publish batches of `ChangeRow`: what a write would do to the files of tracks."""
        apply.preview(self._file, _wanted(lines), choices, _Converting(ctx, _rows))

    def write(
        self, lines: Sequence[TrackLine], choices: WriteChoices, ctx: JobContext
    ) -> ApplySummary:
        """Write what was decided of tracks; publish `Retagged`."""
        return apply.write_genres(self._file, _wanted(lines), choices, self._retagging(ctx))

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
            batch = history.batches(self._file, ctx)[0].id
        retagging = self._retagging(ctx)
        return apply.undo_batch(
            self._file, batch, retagging, change_ids=change_ids, genre_only=genre_only
        )

    def begin_session(self, limits: HistorySettings, ctx: JobContext) -> tuple[str, ...]:
        """Put right what a crash left, forget what is too old; return what there is to say."""
        sentences = recover(self._file, ctx)
        history.prune(self._file, limits, ctx)
        return sentences

    def _retagging(self, ctx: JobContext) -> JobContext:
        return _Converting(ctx, self._retagged)

    def _retagged(self, applied: Sequence[Applied]) -> Retagged:
        ids = [one.track_id for one in applied]
        return Retagged(applied, lines_of(self._file, ids))


class _Converting:
    """A job's context that makes what is shown of what is published, on the job's own thread."""

    def __init__(self, ctx: JobContext, shown: Callable[[Sequence[Any]], object]) -> None:
        self._ctx = ctx
        self._shown = shown

    def report(self, progress: Progress) -> None:
        self._ctx.report(progress)

    def publish(self, batch: object) -> None:
        assert isinstance(batch, Sequence)
        self._ctx.publish(self._shown(batch))

    def raise_if_cancelled(self) -> None:
        self._ctx.raise_if_cancelled()


def _wanted(lines: Iterable[TrackLine]) -> list[WantedGenres]:
    return [WantedGenres(line.id, line.decision.genres) for line in lines if line.decision]


def _rows(previews: Sequence[Preview]) -> list[ChangeRow]:
    return [previewed_row(preview) for preview in previews]
