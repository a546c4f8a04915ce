"""Forgetting old bytes: in the journal, and the batch files that go with it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from musicreclass.library.history.batch_file import SUFFIX, BatchHead, folder_of, head_of
from musicreclass.library.history.pruning import BatchSize, Keeping, SeenClock, superfluous


@dataclass(frozen=True, slots=True)
class BatchFileFacts:
    """A batch file, as far as its first bytes tell."""

    path: Path
    size: int
    head: BatchHead


def batch_files(library_file: Path) -> list[BatchFileFacts]:
    """Return the batch files of a library that can be read, in the order of their batches."""
    name = re.compile(rf"{re.escape(library_file.name)}\.\d{{8}}-\d{{6}}\.\d+{re.escape(SUFFIX)}")
    found: list[BatchFileFacts] = []
    with suppress(OSError), os.scandir(folder_of(library_file)) as entries:
        for entry in entries:
            head = head_of(Path(entry.path)) if name.fullmatch(entry.name) else None
            if head is not None:
                found.append(BatchFileFacts(Path(entry.path), entry.stat().st_size, head))
    return sorted(found, key=lambda one: (one.head.made_at, one.head.number))


class Forgetting:
    """Lives on the connection of a library."""

    def __init__(self, db: Database, library_file: Path) -> None:
        self._db = db
        self._file = library_file

    def forget(self, keeping: Keeping, now: datetime) -> int:
        """Forget what need not be kept; return how many changes that are.

        Raises:
            sqlite3.Error: the library cannot be used.
        """
        is_sane = self._look_at_clock(now).can_be_trusted(self._newest())
        count = 0
        if is_sane:
            gone = superfluous(self._sizes(), keeping, now)
            with self._db.atomic():
                count = sum(self._db.execute(_FORGET, [batch.id]).rowcount for batch in gone)
        strangers = self._remove_files()
        if is_sane:
            sizes = [BatchSize(i, one.head.made_at, one.size) for i, one in enumerate(strangers)]
            _remove(strangers[batch.id].path for batch in superfluous(sizes, keeping, now))
        return count

    def _look_at_clock(self, now: datetime) -> SeenClock:
        row = self._db.execute("SELECT seen_at, steady_since FROM seen_clock").fetchone()
        clock = SeenClock(now, now)
        if row is not None:
            clock = SeenClock(*map(datetime.fromisoformat, row)).at(now)
        with self._db.atomic():
            self._db.execute(
                "INSERT OR REPLACE INTO seen_clock(id, seen_at, steady_since) VALUES (1, ?, ?)",
                [clock.seen_at.isoformat(), clock.steady_since.isoformat()],
            )
        return clock

    def _newest(self) -> datetime | None:
        (newest,) = self._db.execute(_NEWEST).fetchone()
        return None if newest is None else datetime.fromisoformat(newest)

    def _sizes(self) -> list[BatchSize]:
        return [
            BatchSize(number, datetime.fromisoformat(made_at), size)
            for number, made_at, size in self._db.execute(_SIZES)
        ]

    def _remove_files(self) -> list[BatchFileFacts]:
        """Remove the files of batches that the journal has nothing of to take back.

        Returns:
            Those of batches that it does not know: of a library that was restored.
        """
        known = {
            (number, datetime.fromisoformat(made_at)): is_kept
            for number, made_at, is_kept in self._db.execute(_KEPT_BATCHES)
        }
        strangers: list[BatchFileFacts] = []
        done: list[Path] = []
        for one in batch_files(self._file):
            is_kept = known.get((one.head.number, one.head.made_at.astimezone(UTC)))
            if is_kept is None:
                strangers.append(one)
            elif not is_kept:
                done.append(one.path)
        _remove(done)
        return strangers


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


_FORGET = """
    UPDATE tag_change SET patches = NULL
    WHERE patches IS NOT NULL AND state = 'written' AND batch = ?
"""
_NEWEST = """
    SELECT max(made_at) FROM (SELECT made_at FROM tag_batch UNION SELECT made_at FROM move_batch)
"""
_SIZES = """
    SELECT b.id, b.made_at, sum(length(c.patches))
    FROM tag_batch b JOIN tag_change c ON c.batch = b.id
    WHERE c.patches IS NOT NULL AND c.state = 'written' GROUP BY b.id ORDER BY b.id
"""
_KEPT_BATCHES = """
    SELECT b.id, b.made_at, coalesce(
        max(c.patches IS NOT NULL AND c.state IN ('written', 'intended', 'undoing')), 0
    )
    FROM tag_batch b LEFT JOIN tag_change c ON c.batch = b.id GROUP BY b.id
"""
