"""What the pretrained encoder says of tracks, a row each, whatever classifier is in use.

A row holds while the file bears the stamp under which it was computed, and for the one encoder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from musicreclass.core.track import FileStamp
from musicreclass.library.sqlite_errors import library_errors

BATCH = 5_000  # tracks read at a time

Row = npt.NDArray[np.float32]  # shape (n_columns,), the mean over the patches of a track


@dataclass(frozen=True, slots=True, eq=False)
class EncodedRow:
    """The encoder's numbers for one track."""

    encoder: str  # digest of its weights
    values: Row
    is_glimpse: bool = False  # of fewer patches than usual; it takes the place of no other


@dataclass(frozen=True, slots=True, eq=False)
class EncodedBatch:
    """The numbers of many tracks."""

    track_ids: tuple[int, ...]
    rows: npt.NDArray[np.float16]  # shape (n_tracks, n_columns)


class EncodingStore:
    """The encoder's rows in a library; lives on its connection."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def batches(self, encoder: str, size: int = BATCH) -> Iterator[EncodedBatch]:
        """Yield the rows of all tracks whose files are as they were, at most `size` at a time.

        Nothing is locked between batches, and what is recorded meanwhile may come or not.
        """
        last = -1
        while True:
            with library_errors(self._path):
                found = list(self._db.execute(_BATCH, [encoder, last, size]))
            if not found:
                return
            last = found[-1][0]
            yield _batch(found)

    def of_tracks(self, encoder: str, track_ids: Sequence[int]) -> EncodedBatch:
        """Return the rows of those of some tracks whose files are as they were, by id."""
        with library_errors(self._path):
            found = list(self._db.execute(_OF_TRACKS, [encoder, json.dumps(list(track_ids))]))
        return _batch(found)


def record(db: Database, track_id: int, stamp: FileStamp, encoded: EncodedRow) -> None:
    """Keep the row of a track, inside a transaction of somebody else's."""
    widest = np.finfo(np.float16).max
    values = np.clip(encoded.values, -widest, widest).astype("<f2").tobytes()
    known = [encoded.encoder, stamp.size, stamp.mtime_ns]
    sql = _RECORD + (_WHERE_NEW if encoded.is_glimpse else "")
    db.execute(sql, [*known, values, track_id, *(known if encoded.is_glimpse else ())])


def _batch(found: Sequence[tuple[int, bytes]]) -> EncodedBatch:
    ids = tuple(track_id for track_id, _ in found)
    rows = np.frombuffer(b"".join(values for _, values in found), dtype="<f2")
    return EncodedBatch(ids, rows.reshape(len(ids), -1) if ids else rows.reshape(0, 0))


_RECORD = """
    INSERT OR REPLACE INTO encoding(encoder, size, mtime_ns, columns, track_id)
    SELECT ?, ?, ?, ?, id FROM track WHERE id = ?
"""
_WHERE_NEW = """
    AND NOT EXISTS (SELECT 1 FROM encoding e WHERE e.track_id = track.id
                    AND e.encoder = ? AND e.size = ? AND e.mtime_ns = ?)
"""
_CURRENT = "e.encoder = ? AND e.size = t.size AND e.mtime_ns = t.mtime_ns"
_BATCH = f"""
    SELECT e.track_id, e.columns FROM encoding e JOIN track t ON t.id = e.track_id
    WHERE {_CURRENT} AND e.track_id > ? AND t.folder_id IS NOT NULL
    ORDER BY e.track_id LIMIT ?
"""
_OF_TRACKS = f"""
    SELECT e.track_id, e.columns FROM encoding e JOIN track t ON t.id = e.track_id
    WHERE {_CURRENT} AND e.track_id IN (SELECT value FROM json_each(?))
    ORDER BY e.track_id
"""
