"""What is about to be written into files, on the disk before any file is touched; then, what was.

A change holds all bytes that differ, old and new: enough to finish it, or to take it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from musicreclass.core.location import location_of, path_of
from musicreclass.core.tag_change import (
    ChangeState,
    FileChange,
    Id3Version,
    WriteBatch,
    WriteChoices,
    packed,
    unpacked,
)
from musicreclass.core.track import FileStamp
from musicreclass.library.connection import surely
from musicreclass.library.history.batch_file import BatchFile, BatchIntention
from musicreclass.library.history.forgetting import Forgetting
from musicreclass.library.history.kept_change import Intention, KeptChange, UndoIntention
from musicreclass.library.history.listing import stored_genres, written_batches
from musicreclass.library.history.pruning import Keeping
from musicreclass.library.integrity import stored_values
from musicreclass.library.sqlite_errors import LibraryDamaged, library_errors
from musicreclass.sentences.reason import Reason, from_stored, to_stored

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
        self._file: BatchFile | None = None  # of the batch that is being written

    def begin(self, choices: WriteChoices, at: datetime | None = None) -> int:
        """Begin a batch, and return its number; `end` it in any case."""
        made_at = at or datetime.now(UTC)
        values = (
            made_at.isoformat(timespec="seconds"),
            choices.id3.value,
            choices.separator,
            choices.keep_times,
        )
        with library_errors(self._path), self._db.atomic():
            number = self._db.execute(_BEGIN, values).lastrowid
        assert number is not None
        self._file = BatchFile(self._path, number, made_at, choices)
        return number

    def end(self) -> None:
        """End the batch that was begun, and forget batches in which nothing came to pass."""
        file, self._file = self._file, None
        try:
            self.drop_empty()
        finally:
            if file is not None:
                file.close()

    def intend(self, batch: int, intentions: Sequence[Intention]) -> list[int]:
        """Note changes of a batch, and return their numbers once a power cut cannot lose them."""
        kept = [_packed(one) for one in intentions]
        with surely(self._db, self._path):
            numbers = [
                self._db.conn.execute(_INTEND, _values(batch, one, *bytes_)).lastrowid or 0
                for one, bytes_ in zip(intentions, kept, strict=True)
            ]
        if self._file is not None and self._file.number == batch:
            self._file.intend(
                BatchIntention(
                    replace(one.change, id=number), one.stamp, patches, regions, one.digest
                )
                for number, one, (patches, regions) in zip(numbers, intentions, kept, strict=True)
                if one.change.state is ChangeState.INTENDED
            )
        return numbers

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
        kept = "" if reason is None else to_stored(reason)
        self._record(state, kept, {change_id: digest})

    def record_all(self, state: ChangeState, digests: Mapping[int, str | None]) -> None:
        """Note the same of many changes, by their numbers; see `record`."""
        self._record(state, "", digests)

    def _record(self, state: ChangeState, reason: str, digests: Mapping[int, str | None]) -> None:
        with library_errors(self._path), self._db.atomic():
            self._db.conn.executemany(
                _RECORD, [(state.value, reason, digest, i) for i, digest in digests.items()]
            )
            if state in (ChangeState.REFUSED, ChangeState.UNDONE):
                self._db.conn.executemany(_FORGET_BYTES, [(i,) for i in digests])
        if self._file is not None:
            is_written = state is ChangeState.WRITTEN
            self._file.note(digests if is_written else dict.fromkeys(digests))

    def drop(self, change_ids: Sequence[int]) -> None:
        """Forget changes that were never begun."""
        if self._file is not None:
            self._file.drop(change_ids)
        with library_errors(self._path), self._db.atomic():
            self._db.conn.executemany(
                "DELETE FROM tag_change WHERE id = ?", ((i,) for i in change_ids)
            )

    def drop_empty(self) -> None:
        """Forget batches in which nothing came to pass."""
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_DROP_EMPTY)

    def open_changes(self) -> list[KeptChange]:
        """Return the changes of which nobody noted what became of them, damaged ones as such."""
        return self._kept("c.state IN ('intended', 'undoing')", [])

    def kept_changes(self, batch: int, change_ids: Sequence[int] | None = None) -> list[KeptChange]:
        """Return the changes of a batch that stand in files, all or some of them, by path.

        Those that are damaged are among them, as such.
        """
        found = self._kept("c.batch = ? AND c.state = 'written'", [batch])
        wanted = None if change_ids is None else set(change_ids)
        return [change for change in found if wanted is None or change.id in wanted]

    def choices(self, batch: int) -> WriteChoices:
        """Return how a batch was written.

        Raises:
            KeyError: there is no such batch.
        """
        with library_errors(self._path), stored_values(self._path):
            for row in self._db.query("SELECT * FROM tag_batch WHERE id = ?", [batch]):
                return WriteChoices(
                    Id3Version(row["id3"]), row["separator"], bool(row["keep_times"])
                )
        raise KeyError(batch)

    def made_at(self, batch: int) -> datetime | None:
        """Return when a batch was begun, None where there is no such batch."""
        with library_errors(self._path), stored_values(self._path):
            row = self._db.execute("SELECT made_at FROM tag_batch WHERE id = ?", [batch]).fetchone()
            return None if row is None else datetime.fromisoformat(row[0])

    def later_batches(self, batches: Iterable[int]) -> dict[int, int]:
        """Return by track id the last batch in its file, of those that came after some."""
        with library_errors(self._path):
            rows = self._db.execute(_LATER, [max(batches, default=0)]).fetchall()
        return dict(rows)

    def batches(self) -> list[WriteBatch]:
        """Return all batches, the last one first."""
        return written_batches(self._db, self._path)

    def changes(self, batch: int) -> list[FileChange]:
        """Return the files of one batch, by path."""
        with library_errors(self._path):
            rows = list(self._db.query(_CHANGES, [batch]))
        with stored_values(self._path):
            found = [_change(row) for row in rows]
        return sorted(found, key=lambda change: str(change.path))

    def prune(self, keeping: Keeping, now: datetime | None = None) -> int:
        """Forget the bytes of batches that need not be kept, and of batches taken back.

        Returns:
            How many changes cannot be taken back any more.
        """
        with library_errors(self._path):
            return Forgetting(self._db, self._path).forget(keeping, now or datetime.now(UTC))

    def _kept(self, condition: str, values: Sequence[Any]) -> list[KeptChange]:
        try:
            found = self._read(condition, values)
        except LibraryDamaged:
            found = self._read_singly(condition, values)
        return sorted(found, key=lambda change: str(change.path))

    def _read(self, condition: str, values: Sequence[Any]) -> list[KeptChange]:
        with library_errors(self._path):
            # Not by `query`, which leaves a transaction open where it meets damage.
            cursor = self._db.execute(f"{_KEPT} WHERE {condition}", values)
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        with stored_values(self._path):
            return list(map(_kept_change, rows))

    def _read_singly(self, condition: str, values: Sequence[Any]) -> list[KeptChange]:
        """Return what can be read, and of what cannot only which changes these are."""
        among = condition.partition(" AND ")[0]  # which an index has, so that no row is needed
        with library_errors(self._path):
            rows = self._db.execute(f"SELECT c.id FROM tag_change c WHERE {among}", values)
            numbers = [int(row[0]) for row in rows.fetchall()]
        found: list[KeptChange] = []
        for number in numbers:
            try:
                found += self._read(f"c.id = ? AND {condition}", [number, *values])
            except LibraryDamaged:
                found.append(_unread(number, values))
        return found


def _packed(one: Intention) -> tuple[bytes, bytes]:
    """Return the bytes of what is to be patched, and of what is to be written in place."""
    is_intended = one.change.state is ChangeState.INTENDED
    return (
        packed(one.patches) if is_intended else b"",
        packed(one.regions) if one.regions else b"",
    )


def _values(batch: int, one: Intention, patches: bytes, regions: bytes) -> tuple[Any, ...]:
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
        patches or None,
        regions or None,
        one.stamp.size if regions else None,
    )


def _change(row: Mapping[str, Any]) -> FileChange:
    return FileChange(
        row["id"],
        row["batch"],
        row["track_id"],
        path_of(row["location"]),
        stored_genres(row["before"]),
        stored_genres(row["after"]),
        ChangeState(row["state"]),
        from_stored(row["reason"]) if row["reason"] else None,
        bool(row["can_undo"]),
    )


def _kept_change(row: Mapping[str, Any]) -> KeptChange:
    patches, kept = row["patches"], row["undo_patches"]
    pending = None if kept is None else UndoIntention(row["id"], row["undo_size"], unpacked(kept))
    return KeptChange(
        row["id"],
        row["batch"],
        row["track_id"],
        path_of(row["location_now"]),
        stored_genres(row["before"]),
        stored_genres(row["after"]),
        FileStamp(row["size_before"], row["mtime_ns_before"]),
        ChangeState(row["state"]),
        row["digest"],
        None if patches is None else unpacked(patches),
        pending,
    )


def _unread(number: int, values: Sequence[Any]) -> KeptChange:
    batch = int(values[0]) if values else 0
    nothing = FileStamp(0, 0)
    return KeptChange(
        *(number, batch, 0, Path(), (), (), nothing, ChangeState.WRITTEN, "", None), is_unread=True
    )


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
_FORGET_BYTES = "UPDATE tag_change SET patches = NULL WHERE id = ?"
_DROP_EMPTY = "DELETE FROM tag_batch WHERE id NOT IN (SELECT batch FROM tag_change)"
_KEPT = """
    SELECT c.*, coalesce(t.location, c.location) AS location_now
    FROM tag_change c LEFT JOIN track t ON t.id = c.track_id
"""
_LATER = """
    SELECT track_id, max(batch) FROM tag_change
    WHERE batch > ? AND state = 'written' GROUP BY track_id
"""
_CHANGES = """
    SELECT c.id, c.batch, c.track_id, coalesce(t.location, c.location) AS location,
           c.before, c.after, c.state, c.reason,
           c.state = 'written' AND c.patches IS NOT NULL AS can_undo
    FROM tag_change c LEFT JOIN track t ON t.id = c.track_id
    WHERE c.batch = ?
"""
