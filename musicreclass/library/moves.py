"""Which files are about to be moved, on the disk before any is touched; then, which were.

The tracks of a library follow their files: a moved track keeps its id, and with it all decisions.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from musicreclass.core.file_move import FileMove, MoveBatch, MoveKind, MoveState
from musicreclass.core.location import location_of, path_of
from musicreclass.core.track import FileStamp
from musicreclass.library.connection import surely
from musicreclass.library.journal import NEXT_BATCH
from musicreclass.library.rows import file_name
from musicreclass.library.sqlite_errors import library_errors
from musicreclass.sentences.reason import Reason, from_stored, to_stored


@dataclass(frozen=True, slots=True)
class MoveIntention:
    """A move that is about to be made, or that of a file that was not to be moved."""

    move: FileMove
    stamp: FileStamp  # of the file before


@dataclass(frozen=True, slots=True)
class KeptMove:
    """A move with all that is needed to finish it or to take it back."""

    move: FileMove
    kind: MoveKind
    stamp: FileStamp  # of the file before
    stamp_now: FileStamp | None  # of what lies at the target, as the program left it
    into: Path  # the folder of the batch


class MoveStore:
    """The moves of a library's files; lives on its connection."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def begin(
        self, kind: MoveKind, into: Path, *, adds_folder: bool = False, at: datetime | None = None
    ) -> int:
        """Begin a batch, and return its number.

        Args:
            adds_folder: whether the library watches over `into` from now on.
        """
        made_at = (at or datetime.now(UTC)).isoformat(timespec="seconds")
        values = (made_at, kind.value, location_of(str(into)), adds_folder)
        with library_errors(self._path), self._db.atomic():
            number = self._db.execute(_BEGIN, values).lastrowid
        assert number is not None
        return number

    def intend(self, batch: int, intentions: Sequence[MoveIntention]) -> list[int]:
        """Note moves of a batch, and return their numbers once a power cut cannot lose them."""
        with surely(self._db, self._path):
            cursors = [self._db.execute(_INTEND, _values(batch, one)) for one in intentions]
        return [cursor.lastrowid or 0 for cursor in cursors]

    def intend_undo(self, move_ids: Iterable[int]) -> None:
        """Note that moves are about to be taken back; returns as `intend` does."""
        with surely(self._db, self._path):
            self._db.conn.executemany(
                "UPDATE file_move SET state = 'undoing', reason = '' WHERE id = ?",
                ((i,) for i in move_ids),
            )

    def record(
        self,
        move_id: int,
        state: MoveState,
        *,
        reason: Reason | None = None,
        stamp_now: FileStamp | None = None,
    ) -> None:
        """Note what became of a move.

        Args:
            stamp_now: of what lies at the target; None where that is known already.
        """
        kept = "" if reason is None else to_stored(reason)
        size, mtime_ns = (None, None) if stamp_now is None else (stamp_now.size, stamp_now.mtime_ns)
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_RECORD, [state.value, kept, size, mtime_ns, move_id])

    def drop(self, move_ids: Iterable[int]) -> None:
        """Forget moves that were never begun."""
        with library_errors(self._path), self._db.atomic():
            self._db.conn.executemany(
                "DELETE FROM file_move WHERE id = ?", ((i,) for i in move_ids)
            )

    def drop_empty(self) -> None:
        """Forget batches in which nothing came to pass."""
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_DROP_EMPTY)

    def follow(self, track_id: int, path: Path, stamp: FileStamp) -> None:
        """Let a track be the one whose file lies at `path` now.

        A scan that ran meanwhile may have taken the file for a new track: that one, of which
        nothing was decided yet, is none. Where something was, it stays, and this one is missing.
        """
        location = location_of(str(path))
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_DROP_UNDECIDED, [location, track_id])
            if self._db.execute(_OTHER_AT, [location, track_id]).fetchone():
                self._db.execute("UPDATE track SET is_missing = 1 WHERE id = ?", [track_id])
                return
            folder_id = self._folder_of(path)
            values = [location, file_name(str(path)), stamp.size, stamp.mtime_ns, folder_id]
            self._db.execute(_FOLLOW, [*values, track_id])
            self._db.execute("DELETE FROM problem WHERE location = ?", [location])

    def carry_over(self, track_id: int, old: FileStamp, new: FileStamp) -> None:
        """Let moved files be taken back that this program has written into since."""
        values = [new.size, new.mtime_ns, track_id, old.size, old.mtime_ns]
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_CARRY_OVER, values)

    def open_moves(self) -> list[KeptMove]:
        """Return the moves of which nobody noted what became of them."""
        return self._kept("m.state IN ('intended', 'undoing')", [])

    def kept_moves(self, batch: int, move_ids: Sequence[int] | None = None) -> list[KeptMove]:
        """Return the moves of a batch that stand on the disk, all or some of them, by path."""
        found = self._kept("m.batch = ? AND m.state = 'moved'", [batch])
        wanted = None if move_ids is None else set(move_ids)
        return [kept for kept in found if wanted is None or kept.move.id in wanted]

    def moves(self, batch: int) -> list[FileMove]:
        """Return the files of one batch, by path."""
        return [kept.move for kept in self._kept("m.batch = ?", [batch])]

    def has_batch(self, batch: int) -> bool:
        """Say whether a batch of this number moved files."""
        with library_errors(self._path):
            found = self._db.execute("SELECT 1 FROM move_batch WHERE id = ?", [batch]).fetchone()
        return found is not None

    def batches(self) -> list[MoveBatch]:
        """Return all batches, the last one first."""
        with library_errors(self._path):
            counts = _by_batch(self._db.execute(_COUNTS))
            genres = _by_batch(self._db.execute(_GENRES))
            rows = self._db.execute(_BATCHES).fetchall()
        return [
            MoveBatch(
                number,
                datetime.fromisoformat(made_at),
                MoveKind(kind),
                path_of(location),
                {MoveState(state): count for state, count in counts.get(number, ())},
                tuple(genres.get(number, ())),
            )
            for number, made_at, kind, location in rows
        ]

    def drop_added_folder(self, batch: int) -> int | None:
        """Stop watching over the folder that a batch brought, once no track is left in it.

        Returns:
            The folder's id, None where it stays.
        """
        with library_errors(self._path), self._db.atomic():
            row = self._db.execute(_ADDED_AND_EMPTY, [batch]).fetchone()
            if row is None:
                return None
            self._db.execute("DELETE FROM folder WHERE id = ?", row)
        return int(row[0])

    def _folder_of(self, path: Path) -> int | None:
        rows = self._db.execute("SELECT location, id FROM folder").fetchall()
        known = [
            (os.fsdecode(location).rstrip(os.sep) + os.sep, number) for location, number in rows
        ]
        below = [(root, number) for root, number in known if str(path).startswith(root)]
        return max(below, key=lambda pair: len(pair[0]))[1] if below else None

    def _kept(self, condition: str, values: Sequence[Any]) -> list[KeptMove]:
        with library_errors(self._path):
            rows = list(self._db.query(f"{_KEPT} WHERE {condition}", values))
        return sorted(map(_kept_move, rows), key=lambda kept: str(kept.move.source))


def _values(batch: int, one: MoveIntention) -> tuple[Any, ...]:
    move = one.move
    return (
        batch,
        move.track_id,
        location_of(str(move.source)),
        location_of(str(move.target)),
        move.genre,
        move.state.value,
        "" if move.reason is None else to_stored(move.reason),
        one.stamp.size,
        one.stamp.mtime_ns,
    )


def _kept_move(row: Mapping[str, Any]) -> KeptMove:
    move = FileMove(
        row["id"],
        row["batch"],
        row["track_id"],
        path_of(row["source"]),
        path_of(row["target"]),
        row["genre"],
        MoveState(row["state"]),
        from_stored(row["reason"]) if row["reason"] else None,
    )
    now = None if row["size_now"] is None else FileStamp(row["size_now"], row["mtime_ns_now"])
    before = FileStamp(row["size"], row["mtime_ns"])
    return KeptMove(move, MoveKind(row["kind"]), before, now, path_of(row["location"]))


def _by_batch(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for batch, *rest in rows:
        found.setdefault(batch, []).append(tuple(rest))
    return found


_BEGIN = f"""
    INSERT INTO move_batch(id, made_at, kind, location, adds_folder)
    VALUES ({NEXT_BATCH}, ?, ?, ?, ?)
"""
_INTEND = """
    INSERT INTO file_move(batch, track_id, source, target, genre, state, reason, size, mtime_ns)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_RECORD = """
    UPDATE file_move
    SET state = ?, reason = ?,
        size_now = coalesce(?, size_now), mtime_ns_now = coalesce(?, mtime_ns_now)
    WHERE id = ?
"""
_DROP_EMPTY = "DELETE FROM move_batch WHERE id NOT IN (SELECT batch FROM file_move)"
_DROP_UNDECIDED = """
    DELETE FROM track
    WHERE location = ? AND id != ? AND id NOT IN (SELECT track_id FROM decision)
"""
_OTHER_AT = "SELECT 1 FROM track WHERE location = ? AND id != ?"
_FOLLOW = """
    UPDATE track
    SET location = ?, name = ?, size = ?, mtime_ns = ?, folder_id = ?, is_missing = 0
    WHERE id = ?
"""
_CARRY_OVER = """
    UPDATE file_move SET size_now = ?, mtime_ns_now = ?
    WHERE track_id = ? AND size_now = ? AND mtime_ns_now = ? AND state = 'moved'
        AND batch IN (SELECT id FROM move_batch WHERE kind = 'move')
"""
_KEPT = "SELECT m.*, b.kind, b.location FROM file_move m JOIN move_batch b ON b.id = m.batch"
_COUNTS = "SELECT batch, state, count(*) FROM file_move GROUP BY batch, state"
_GENRES = """
    SELECT batch, genre, count(*) AS number FROM file_move
    WHERE state IN ('moved', 'undoing', 'undone')
    GROUP BY batch, genre ORDER BY batch, number DESC, genre
"""
_BATCHES = "SELECT id, made_at, kind, location FROM move_batch ORDER BY id DESC"
_ADDED_AND_EMPTY = """
    SELECT f.id FROM move_batch b JOIN folder f ON f.location = b.location
    WHERE b.id = ? AND b.adds_folder
        AND NOT EXISTS (SELECT 1 FROM track t WHERE t.folder_id = f.id)
"""
