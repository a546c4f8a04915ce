"""Files that go into folders, as the window has them: jobs on workers, and rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from musicreclass.core.file_move import FileMove, MoveBatch, MoveState
from musicreclass.core.job import JobContext
from musicreclass.core.location import location_of, readable
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import count
from musicreclass.gui.writing.change_rows import ChangeFilter, ChangeRow, RowState, outcome_text
from musicreclass.gui.writing.write_jobs import Converting
from musicreclass.pipeline.organizing.move_by_genre import move_to_genre
from musicreclass.pipeline.organizing.organize_files import (
    OrganizeSummary,
    batch_moves,
    move_batches,
    organize,
    preview_moves,
    undo_moves,
)
from musicreclass.pipeline.review.library_contents import lines_reader

if TYPE_CHECKING:
    from musicreclass.pipeline.organizing.move_plan import OrganizeChoices

MOVE_STATES = {
    MoveState.INTENDED: RowState.CHANGES,
    MoveState.MOVED: RowState.MOVED,
    MoveState.UNCHANGED: RowState.UNCHANGED,
    MoveState.REFUSED: RowState.REFUSED,
    MoveState.UNDOING: RowState.CHECKING,
    MoveState.UNDONE: RowState.UNDONE,
}
SHOWN_FOLDERS = 2  # of where a file comes from: the last ones say most


class MovedTracks(NamedTuple):
    """What became of some files, and their tracks as they stand now."""

    moves: Sequence[FileMove]
    lines: Sequence[TrackLine]


class MoveJobs:
    """Jobs on one library's files; each is to be run by a thread."""

    def __init__(self, library_file: Path) -> None:
        self._file = library_file

    def preview(self, lines: Sequence[TrackLine], choices: OrganizeChoices, ctx: JobContext) -> int:
        """Publish lists of `ChangeRow`: where files would go."""

        def rows(moves: Sequence[FileMove]) -> list[ChangeRow]:
            return [move_row(move, move.track_id or 0, choices.into) for move in moves]

        return preview_moves(self._file, lines, choices, Converting(ctx, rows))

    def organize(
        self, lines: Sequence[TrackLine], choices: OrganizeChoices, ctx: JobContext
    ) -> OrganizeSummary:
        """Sort the files of tracks; publish `MovedTracks`."""
        with lines_reader(self._file) as read:
            return organize(self._file, lines, choices, _following(ctx, read))

    def move_to_genre(
        self,
        paths: Sequence[Path],
        genre: str,
        folders: Mapping[str, Path] | None,
        ctx: JobContext,
    ) -> list[FileMove]:
        """Move files to the folder of a genre; publish `MovedTracks`."""
        with lines_reader(self._file) as read:
            following = _following(ctx, read)
            return move_to_genre(self._file, paths, genre, following, folders=folders)

    def undo(self, batch: int, move_ids: Sequence[int] | None, ctx: JobContext) -> OrganizeSummary:
        """Put files of a batch back; publish `MovedTracks`."""
        with lines_reader(self._file) as read:
            return undo_moves(self._file, batch, _following(ctx, read), move_ids=move_ids)

    def batches(self, ctx: JobContext) -> list[MoveBatch]:
        return move_batches(self._file, ctx)

    def moves(self, batch: int, ctx: JobContext) -> list[FileMove]:
        return batch_moves(self._file, batch, ctx)


def _following(ctx: JobContext, read: Callable[[Sequence[int]], list[TrackLine]]) -> JobContext:
    def moved(moves: Sequence[FileMove]) -> MovedTracks:
        return MovedTracks(moves, read([m.track_id for m in moves if m.track_id is not None]))

    return Converting(ctx, moved)


def move_row(move: FileMove, row_id: int, into: Path) -> ChangeRow:
    """Return a move as a row: of a preview, of a run or of the history."""
    folders = move.source.parent.parts[-SHOWN_FOLDERS:]
    before = "/".join(part.strip("/\\") for part in folders)
    return ChangeRow(
        row_id,
        location_of(str(move.source)),
        readable(before),
        target_text(move, into),
        "",
        "",
        MOVE_STATES[move.state],
        reason=move.reason,
        remarks=move.remarks,
    )


def target_text(move: FileMove, into: Path) -> str:
    """Return where a file goes as seen from the folder that it goes into.

    Its name is told only where it becomes another.
    """
    target = move.target
    folder = target.parent
    inside = folder.relative_to(into).as_posix() if into in (folder, *folder.parents) else folder
    shown = readable(str(inside))
    return shown if target.name == move.source.name else f"{shown}/{readable(target.name)}"


def move_outcome_text(counts: Mapping[ChangeFilter, int], trouble: str = "") -> str:
    """Return "207 sorted, 3 refused", behind what ended it before its time."""
    said = outcome_text({**counts, ChangeFilter.UNCHANGED: 0}, trouble)
    if there := counts.get(ChangeFilter.UNCHANGED, 0):
        words = QCoreApplication.translate("Changes", "{number} lie there already")
        comma = QCoreApplication.translate("Changes", ", ")
        said = comma.join(filter(None, (said, words.format(number=count(there)))))
    return said
