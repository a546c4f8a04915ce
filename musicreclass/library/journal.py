"""What is about to be written into files, on the disk before any file is touched; then, what was.

A change holds all bytes that differ, old and new: enough to finish it, or to take it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.location import location_of, path_of
from musicreclass.core.tag_change import (
    ChangeState,
    FileChange,
    Id3Version,
    Patch,
    WriteBatch,
    WriteChoices,
    packed,
    unpacked,
)
from musicreclass.core.track import FileStamp
from musicreclass.library.connection import library_errors, surely
from musicreclass.sentences.reason import Reason, from_stored, to_stored


@dataclass(frozen=True, slots=True)
class Intention:
    """A change that is about to be made, or that of a file that was not to be changed."""

    change: FileChange
    stamp: FileStamp  # of the file before
    patches: tuple[Patch, ...] = ()
    regions: tuple[Patch, ...] = ()  # that are to be written in place, with all that they move
    digest: str = ""  # of what is outside the patches, where that is known before


@dataclass(frozen=True, slots=True)
class UndoIntention:
    """A change that is about to be taken back; or the bytes that one is writing in place."""

    change_id: int
    size: int  # of the file before that
    patches: tuple[Patch, ...]  # whole regions where they are written in place


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A change with all that is needed to finish it or to take it back."""

    id: int
    batch: int
    track_id: int
    path: Path  # where the file is now, as far as the library knows
    before: tuple[str, ...]
    after: tuple[str, ...]
    stamp: FileStamp  # of the file before
    state: ChangeState
    digest: str  # of the bytes outside the patches; empty until it was written
    patches: tuple[Patch, ...] | None  # None where they were pruned
    pending: UndoIntention | None = None  # while it is being undone, or written in place


# Batches of written tags and of moved files are counted together: one number, one batch.
NEXT_BATCH = """
    (SELECT 1 + max(
        coalesce((SELECT max(id) FROM tag_batch), 0), coalesce((SELECT max(id) FROM move_batch), 0)
    ))
"""


class Journal:
    """The journal of a library; lives on its connection."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def begin(self, choices: WriteChoices, at: datetime | None = None) -> int:
        """Begin a batch, and return its number."""
        made_at = (at or datetime.now(UTC)).isoformat(timespec="seconds")
        values = (made_at, choices.id3.value, choices.separator, choices.keep_times)
        with library_errors(self._path), self._db.atomic():
            number = self._db.execute(_BEGIN, values).lastrowid
        assert number is not None
        return number

    def intend(self, batch: int, intentions: Sequence[Intention]) -> list[int]:
        """Note changes of a batch, and return their numbers once a power cut cannot lose them."""
        with surely(self._db, self._path):
            cursors = [self._db.execute(_INTEND, _values(batch, one)) for one in intentions]
        return [cursor.lastrowid or 0 for cursor in cursors]

    def intend_undo(self, intentions: Iterable[UndoIntention]) -> None:
        """Note that changes are about to be taken back; returns as `intend` does."""
        with surely(self._db, self._path):
            self._db.conn.executemany(
                _INTEND_UNDO, [(packed(one.patches), one.size, one.change_id) for one in intentions]
            )

    def record(
        self,
        change_id: int,
        state: ChangeState,
        *,
        reason: Reason | None = None,
        digest: str | None = None,
    ) -> None:
        """Note what became of a change.

        Args:
            digest: of the bytes outside its patches; None where that is known already.
        """
        with library_errors(self._path), self._db.atomic():
            kept = "" if reason is None else to_stored(reason)
            self._db.execute(_RECORD, [state.value, kept, digest, change_id])
            if state in (ChangeState.REFUSED, ChangeState.UNDONE):
                self._db.execute("UPDATE tag_change SET patches = NULL WHERE id = ?", [change_id])

    def drop(self, change_ids: Iterable[int]) -> None:
        """Forget changes that were never begun."""
        with library_errors(self._path), self._db.atomic():
            self._db.conn.executemany(
                "DELETE FROM tag_change WHERE id = ?", ((i,) for i in change_ids)
            )

    def drop_empty(self) -> None:
        """Forget batches in which nothing came to pass."""
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_DROP_EMPTY)

    def open_changes(self) -> list[KeptChange]:
        """Return the changes of which nobody noted what became of them."""
        return self._kept("c.state IN ('intended', 'undoing')", [])

    def kept_changes(self, batch: int, change_ids: Sequence[int] | None = None) -> list[KeptChange]:
        """Return the changes of a batch that stand in files, all or some of them, by path."""
        found = self._kept("c.batch = ? AND c.state = 'written'", [batch])
        wanted = None if change_ids is None else set(change_ids)
        return [change for change in found if wanted is None or change.id in wanted]

    def choices(self, batch: int) -> WriteChoices:
        """Return how a batch was written.

        Raises:
            KeyError: there is no such batch.
        """
        with library_errors(self._path):
            for row in self._db.query("SELECT * FROM tag_batch WHERE id = ?", [batch]):
                return WriteChoices(
                    Id3Version(row["id3"]), row["separator"], bool(row["keep_times"])
                )
        raise KeyError(batch)

    def batches(self) -> list[WriteBatch]:
        """Return all batches, the last one first."""
        with library_errors(self._path):
            counts = _by_batch(self._db.execute(_COUNTS))
            genres = _by_batch(self._db.execute(_GENRES))
            rows = self._db.execute(_BATCHES).fetchall()
        return [
            WriteBatch(
                number,
                datetime.fromisoformat(made_at),
                {ChangeState(state): count for state, count in counts.get(number, ())},
                tuple((_text(a), _text(b), count) for a, b, count in genres.get(number, ())),
                undoable,
                bool(pruned),
            )
            for number, made_at, undoable, pruned in rows
        ]

    def changes(self, batch: int) -> list[FileChange]:
        """Return the files of one batch, by path."""
        with library_errors(self._path):
            rows = list(self._db.query(_CHANGES, [batch]))
        found = [
            FileChange(
                row["id"],
                batch,
                row["track_id"],
                path_of(row["location"]),
                _genres(row["before"]),
                _genres(row["after"]),
                ChangeState(row["state"]),
                from_stored(row["reason"]) if row["reason"] else None,
                bool(row["can_undo"]),
            )
            for row in rows
        ]
        return sorted(found, key=lambda change: str(change.path))

    def prune(self, days: int, size: int, now: datetime | None = None) -> int:
        """Forget the bytes of what is older than `days`, and of the oldest beyond `size` bytes.

        Returns:
            How many changes cannot be taken back any more.
        """
        eldest = ((now or datetime.now(UTC)) - timedelta(days=days)).isoformat(timespec="seconds")
        with library_errors(self._path), self._db.atomic():
            by_age = self._db.execute(_PRUNE_OLD, [eldest]).rowcount
            return by_age + self._db.execute(_PRUNE_LARGE, [size]).rowcount

    def _kept(self, condition: str, values: Sequence[Any]) -> list[KeptChange]:
        with library_errors(self._path):
            rows = list(self._db.query(f"{_KEPT} WHERE {condition}", values))
        return sorted(map(_kept_change, rows), key=lambda change: str(change.path))


def _values(batch: int, one: Intention) -> tuple[Any, ...]:
    change = one.change
    return (
        batch,
        change.track_id,
        location_of(str(change.path)),
        change.state.value,
        "" if change.reason is None else to_stored(change.reason),
        json.dumps(change.before, ensure_ascii=False),
        json.dumps(change.after, ensure_ascii=False),
        one.stamp.size,
        one.stamp.mtime_ns,
        one.digest,
        packed(one.patches) if change.state is ChangeState.INTENDED else None,
        packed(one.regions) if one.regions else None,
        one.stamp.size if one.regions else None,
    )


def _kept_change(row: Mapping[str, Any]) -> KeptChange:
    patches, kept = row["patches"], row["undo_patches"]
    pending = None if kept is None else UndoIntention(row["id"], row["undo_size"], unpacked(kept))
    return KeptChange(
        row["id"],
        row["batch"],
        row["track_id"],
        path_of(row["location_now"]),
        _genres(row["before"]),
        _genres(row["after"]),
        FileStamp(row["size_before"], row["mtime_ns_before"]),
        ChangeState(row["state"]),
        row["digest"],
        None if patches is None else unpacked(patches),
        pending,
    )


def _by_batch(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for batch, *rest in rows:
        found.setdefault(batch, []).append(tuple(rest))
    return found


def _genres(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _text(stored: str) -> str:
    return GENRE_SEPARATOR.join(_genres(stored))


_BEGIN = f"""
    INSERT INTO tag_batch(id, made_at, id3, separator, keep_times)
    VALUES ({NEXT_BATCH}, ?, ?, ?, ?)
"""
_INTEND = """
    INSERT INTO tag_change(
        batch, track_id, location, state, reason, before, after,
        size_before, mtime_ns_before, digest, patches, undo_patches, undo_size
    )
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INTEND_UNDO = """
    UPDATE tag_change SET state = 'undoing', reason = '', undo_patches = ?, undo_size = ?
    WHERE id = ?
"""
_RECORD = """
    UPDATE tag_change
    SET state = ?, reason = ?, digest = coalesce(?, digest),
        undo_patches = NULL, undo_size = NULL
    WHERE id = ?
"""
_DROP_EMPTY = "DELETE FROM tag_batch WHERE id NOT IN (SELECT batch FROM tag_change)"
_KEPT = """
    SELECT c.*, coalesce(t.location, c.location) AS location_now
    FROM tag_change c LEFT JOIN track t ON t.id = c.track_id
"""
_COUNTS = "SELECT batch, state, count(*) FROM tag_change GROUP BY batch, state"
_GENRES = """
    SELECT batch, before, after, count(*) AS count FROM tag_change
    WHERE state IN ('written', 'undoing', 'undone')
    GROUP BY batch, before, after ORDER BY batch, count DESC, before, after
"""
_BATCHES = """
    SELECT b.id, b.made_at,
           coalesce(sum(c.state = 'written' AND c.patches IS NOT NULL), 0),
           coalesce(max(c.state = 'written' AND c.patches IS NULL), 0)
    FROM tag_batch b LEFT JOIN tag_change c ON c.batch = b.id
    GROUP BY b.id ORDER BY b.id DESC
"""
_CHANGES = """
    SELECT c.id, c.track_id, coalesce(t.location, c.location) AS location, c.before, c.after,
           c.state, c.reason, c.state = 'written' AND c.patches IS NOT NULL AS can_undo
    FROM tag_change c LEFT JOIN track t ON t.id = c.track_id
    WHERE c.batch = ?
"""
_PRUNE_OLD = """
    UPDATE tag_change SET patches = NULL
    WHERE patches IS NOT NULL AND state = 'written'
        AND batch IN (SELECT id FROM tag_batch WHERE made_at < ?)
"""
# A batch stays whole: half of it would be of little use.
_PRUNE_LARGE = """
    UPDATE tag_change SET patches = NULL
    WHERE patches IS NOT NULL AND state = 'written' AND batch IN (
        SELECT batch FROM (
            SELECT batch, sum(sum(length(patches))) OVER (ORDER BY batch DESC) AS room
            FROM tag_change WHERE patches IS NOT NULL GROUP BY batch
        )
        WHERE room > ?
    )
"""
