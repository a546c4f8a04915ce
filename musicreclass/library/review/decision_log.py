"""The log of decisions: what each batch did, to take it back by, do it again, and list it.

A row of `decision_log` holds what stood for a track before its batch; once the batch is taken back,
what stood after it. Batches that were taken back in turn are the last ones, always: a new decision
drops them. One that is taken back out of turn stays, and a new batch says that it takes it back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from musicreclass.core.decision import Decision, Deed, LogEntry, ReviewState
from musicreclass.core.review.transitions import redo, undo
from musicreclass.library.review.decision_rows import COLUMNS, PUT, decision_of, stored_genres

KEPT_BATCHES = 10_000  # that can be taken back in another session
GENRES_NAMED = 3  # of those that a batch gave


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a batch back came to, or doing it again, by track id."""

    restored: Mapping[int, Decision | None]  # what stands now; None where nothing is decided
    written: tuple[int, ...] = ()  # left as they are: they were written since
    later: tuple[int, ...] = ()  # left as they are: something was decided on them since


class DecisionLog:
    """Runs inside its caller's transactions."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(
        self,
        track_ids: Collection[int],
        deed: Deed,
        genres: Sequence[str] = (),
        *,
        in_bulk: bool = False,
        takes_back: int | None = None,
    ) -> int:
        """Note what stands for some tracks before a batch changes it, and return its id."""
        self._drop_undone()
        row = (
            datetime.now(UTC).isoformat(timespec="seconds"),
            *(deed.value, in_bulk, json.dumps(list(genres), ensure_ascii=False), takes_back),
        )
        batch = self._db.execute(_BEGIN, row).lastrowid
        assert batch is not None
        logged = self._db.conn.executemany(_LOG, ((batch, track_id) for track_id in track_ids))
        self._db.execute(_COUNT, [logged.rowcount, batch])
        return batch

    def undo(self) -> Undone:
        """Take back the last batch that stands; nothing where there is none."""
        # The write comes first: a reader that turns writer may find it is too late.
        last = self._db.execute(_TURN_LAST).fetchone()
        return Undone({}) if last is None else self._swap(last[0], undo)

    def redo(self) -> Undone:
        """Do again what was taken back last; nothing where something was decided since."""
        first = self._db.execute(_TURN_BACK).fetchone()
        return Undone({}) if first is None else self._swap(first[0], redo)

    def take_back(self, batch: int) -> Undone:
        """Take back any batch, but for tracks that something was decided on since."""
        last = self._db.execute(_LAST).fetchone()
        if last is not None and last[0] == batch:
            return self.undo()
        entry = next(iter(self._db.query("SELECT * FROM decision_batch WHERE id = ?", [batch])), {})
        if not entry or entry["is_undone"] or entry["takes_back"] is not None:
            return Undone({})
        rows = [row for row in self._db.query(_OF_BATCH, {"batch": batch}) if not row["is_back"]]
        later = tuple(row["track_id"] for row in rows if row["is_later"])
        current = self._current(batch)
        written = tuple(
            row["track_id"]
            for row in rows
            if not row["is_later"] and _is_written(current.get(row["track_id"]))
        )
        left = {*later, *written}
        before = {row["track_id"]: row for row in rows if row["track_id"] not in left}
        if before:
            self.begin(
                before,
                Deed.TAKEN_BACK,
                stored_genres(entry["genres"]),
                in_bulk=len(before) > 1,
                takes_back=batch,
            )
            self._put(before)
        restored = {i: decision_of(row) if row["said"] else None for i, row in before.items()}
        return Undone(restored, written, later)

    def entries(self, most: int) -> list[LogEntry]:
        """Return the last batches, the latest first."""
        return [_entry(row) for row in self._db.query(_ENTRIES, [most])]

    def tracks(self, batch: int) -> list[int]:
        """Return the ids of the tracks that a batch was about."""
        found = self._db.execute("SELECT track_id FROM decision_log WHERE batch = ?", [batch])
        return [track_id for (track_id,) in found]

    def forget(self, kept: int) -> None:
        """Drop all but the last batches."""
        self._db.execute(_FORGET, [kept])
        self._db.execute(
            "DELETE FROM decision_log WHERE batch NOT IN (SELECT id FROM decision_batch)"
        )

    def unwrite(self, track_ids: Iterable[int]) -> None:
        """Note that files bear no longer what was written, wherever the log says they do."""
        undone = ReviewState.UNDONE.value
        self._db.conn.executemany(_UNWRITE, ((undone, track_id) for track_id in track_ids))

    def _drop_undone(self) -> None:
        """Drop what was taken back in turn: who decides anew does not go back there."""
        undone = "SELECT id FROM decision_batch WHERE is_undone"
        self._db.execute(f"DELETE FROM decision_log WHERE batch IN ({undone})")
        self._db.execute("DELETE FROM decision_batch WHERE is_undone")

    def _swap(self, batch: int, rule: Any) -> Undone:
        """Put what the log of a batch holds in place of what stands, and that into the log."""
        rows = list(self._db.query("SELECT * FROM decision_log WHERE batch = ?", [batch]))
        current = self._current(batch)
        put: dict[int, Mapping[str, Any]] = {}
        restored: dict[int, Decision | None] = {}
        written: list[int] = []
        for row in rows:
            track_id, now = row["track_id"], current.get(row["track_id"])
            stands = decision_of(now) if now else None
            held = decision_of(row) if row["said"] else None
            if stands is not None and rule(stands, held) is stands:
                written.append(track_id)
            else:
                put[track_id], restored[track_id] = row, held
        drop = "DELETE FROM decision_log WHERE batch = ? AND track_id = ?"
        self._db.conn.executemany(drop, ((batch, track_id) for track_id in written))
        swapped = ((*_stored(current.get(track_id)), batch, track_id) for track_id in put)
        self._db.conn.executemany(_HOLD, swapped)
        self._put(put)
        return Undone(restored, tuple(written))

    def _current(self, batch: int) -> dict[int, Mapping[str, Any]]:
        """Return the rows of what stands for the tracks of a batch, by track id."""
        return {row["track_id"]: row for row in self._db.query(_CURRENT, [batch])}

    def _put(self, rows: Mapping[int, Mapping[str, Any]]) -> None:
        gone = [(track_id,) for track_id, row in rows.items() if not row["said"]]
        self._db.conn.executemany("DELETE FROM decision WHERE track_id = ?", gone)
        held = ((*_stored(row), track_id) for track_id, row in rows.items() if row["said"])
        self._db.conn.executemany(PUT, held)


def deed_of(decisions: Iterable[Decision]) -> tuple[Deed, tuple[str, ...]]:
    """Return what some decisions are together, and the genres most of them give."""
    said: set[ReviewState] = set()
    given: Counter[str] = Counter()
    for decision in decisions:
        said.add(decision.said)
        given.update(decision.genres)
    deed = Deed(said.pop().value) if len(said) == 1 else Deed.DECIDED
    return deed, tuple(genre for genre, _ in given.most_common(GENRES_NAMED))


def _is_written(row: Mapping[str, Any] | None) -> bool:
    return row is not None and row["became"] == ReviewState.WRITTEN.value


def _stored(row: Mapping[str, Any] | None) -> tuple[Any, ...]:
    return tuple(None if row is None else row[name] for name in _NAMES)


def _entry(row: Mapping[str, Any]) -> LogEntry:
    return LogEntry(
        row["id"],
        datetime.fromisoformat(row["made_at"]),
        Deed(row["deed"]),
        row["track_count"],
        stored_genres(row["genres"]),
        bool(row["in_bulk"]),
        row["title"] or "",
        row["taken_back"] or 0,
        bool(row["is_undone"]),
    )


_NAMES = COLUMNS.split(", ")
_BEGIN = """
    INSERT INTO decision_batch(made_at, deed, in_bulk, genres, takes_back) VALUES (?, ?, ?, ?, ?)
"""
_LOG = f"""
    INSERT INTO decision_log(batch, track_id, {COLUMNS})
    SELECT ?, t.id, {COLUMNS.replace("genres", "d.genres")}
    FROM track t LEFT JOIN decision d ON d.track_id = t.id
    WHERE t.id = ?
"""
_COUNT = "UPDATE decision_batch SET track_count = ? WHERE id = ?"
_HAS_ROWS = "EXISTS (SELECT 1 FROM decision_log l WHERE l.batch = decision_batch.id)"
_LAST = f"SELECT max(id) FROM decision_batch WHERE NOT is_undone AND {_HAS_ROWS}"
_FIRST_UNDONE = f"SELECT min(id) FROM decision_batch WHERE is_undone AND {_HAS_ROWS}"
_TURN_LAST = f"UPDATE decision_batch SET is_undone = 1 WHERE id = ({_LAST}) RETURNING id"
_TURN_BACK = f"UPDATE decision_batch SET is_undone = 0 WHERE id = ({_FIRST_UNDONE}) RETURNING id"
_CURRENT = "SELECT d.* FROM decision d JOIN decision_log l USING (track_id) WHERE l.batch = ?"
_HOLD = f"""
    UPDATE decision_log SET {", ".join(f"{name} = ?" for name in _NAMES)}
    WHERE batch = ? AND track_id = ?
"""
# Whether a batch was taken back out of turn on the track of a row: {batch} and {track} are columns.
_IS_BACK = """
    EXISTS (
        SELECT 1 FROM decision_batch t JOIN decision_log tl ON tl.batch = t.id
        WHERE t.takes_back = {batch} AND NOT t.is_undone AND tl.track_id = {track}
    )
"""
_OF_BATCH = f"""
    SELECT l.*, {_IS_BACK.format(batch="l.batch", track="l.track_id")} AS is_back,
        EXISTS (
            SELECT 1 FROM decision_log m JOIN decision_batch b ON b.id = m.batch
            WHERE m.track_id = l.track_id AND m.batch > l.batch
            AND NOT b.is_undone AND b.takes_back IS NULL
            AND NOT {_IS_BACK.format(batch="m.batch", track="m.track_id")}
        ) AS is_later
    FROM decision_log l WHERE l.batch = :batch
"""
_ENTRIES = """
    SELECT b.*, back.taken_back,
        CASE WHEN b.track_count = 1 THEN (
            SELECT CASE t.title WHEN '' THEN t.name ELSE t.title END
            FROM decision_log l JOIN track t ON t.id = l.track_id WHERE l.batch = b.id
        ) END AS title
    FROM decision_batch b LEFT JOIN (
        SELECT takes_back, sum(track_count) AS taken_back FROM decision_batch
        WHERE takes_back IS NOT NULL AND NOT is_undone GROUP BY takes_back
    ) back ON back.takes_back = b.id
    ORDER BY b.id DESC LIMIT ?
"""
_FORGET = """
    DELETE FROM decision_batch
    WHERE id NOT IN (SELECT id FROM decision_batch ORDER BY id DESC LIMIT ?)
"""
_UNWRITE = "UPDATE decision_log SET became = ? WHERE track_id = ? AND became = 'written'"
