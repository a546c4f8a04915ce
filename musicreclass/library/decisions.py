"""What a person decided, committed before the call returns, with a log to take it back by.

`decision` holds what stands for each track; `decision_log` what stood before, batch by batch: a
bulk accept is one batch, and one undo.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sqlite_utils import Database

from musicreclass.core.decision import GENRE_SEPARATOR, Decision, DecisionLine, ReviewState
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.review.transitions import MAY_FOLLOW, undo, was_right
from musicreclass.library.connection import library_errors

BATCH = 5_000  # rows read at a time
AT_ONCE = 500  # ids that one question names
KEPT_BATCHES = 100  # that can be taken back in another session


class Correction(NamedTuple):
    """What a person who looked at a track said it is."""

    track_id: int
    genre: str
    artist: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a batch back came to, by track id."""

    restored: Mapping[int, Decision | None]  # what stands now; None where nothing was decided
    written: tuple[int, ...] = ()  # left as they are: they were written since


class DecisionStore:
    """The decisions of a library; lives on its connection."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def record(self, decisions: Mapping[int, Decision], bundle: str = "") -> None:
        """Keep decisions by track id, in one transaction that is one undo.

        Tracks that have left the library since are passed over.

        Args:
            bundle: digest of the classifiers whose suggestions were answered.
        """
        if not decisions:
            return
        with library_errors(self._path), self._db.atomic():
            batch = self._begin_batch()
            self._db.conn.executemany(_LOG, ((batch, track_id) for track_id in decisions))
            self._put(decisions, bundle)

    def undo(self) -> Undone:
        """Take back the last batch that has not been taken back; nothing where there is none."""
        with library_errors(self._path), self._db.atomic():
            # The write comes first: a reader that turns writer may find it is too late.
            last = self._db.execute(_POP_BATCH).fetchall()
            if not last:
                return Undone({})
            rows = list(self._db.query(_LOGGED, last[0]))
            self._db.execute("DELETE FROM decision_log WHERE batch = ?", last[0])
            return self._restore(rows)

    def forget_undos(self, kept: int = KEPT_BATCHES) -> None:
        """Give up taking back all but the last batches; to be called as a session begins."""
        with library_errors(self._path), self._db.atomic():
            self._db.execute(_FORGET_BATCHES, [kept])
            self._db.execute(
                "DELETE FROM decision_log WHERE batch NOT IN (SELECT id FROM decision_batch)"
            )

    def mark(self, track_ids: Iterable[int], became: ReviewState) -> list[int]:
        """Note that decided tracks were written, or that their writing was undone.

        Returns:
            The tracks of which that can be true.
        """
        froms = [state.value for state, then in MAY_FOLLOW.items() if became in then]
        mark = _MARK.format(", ".join("?" for _ in froms))
        ids = list(track_ids)
        with library_errors(self._path), self._db.atomic():
            marked = [i for i in ids if self._db.execute(mark, [became.value, i, *froms]).rowcount]
            if became is ReviewState.UNDONE:  # nor does undoing a decision make it written again
                self._db.conn.executemany(_UNWRITE_LOG, ((became.value, i) for i in ids))
        return marked

    def of_track(self, track_id: int) -> Decision | None:
        """Return what stands for one track, None where nothing was decided."""
        with library_errors(self._path):
            for row in self._db.query("SELECT * FROM decision WHERE track_id = ?", [track_id]):
                return _decision(row)
        return None

    def lines(self, size: int = BATCH) -> Iterator[list[tuple[int, DecisionLine]]]:
        """Yield what lists show of all decisions with their track ids, `size` at a time.

        Nothing is locked between batches, and what is decided meanwhile may come or not.
        """
        last = -1
        while True:
            with library_errors(self._path):
                rows = self._db.execute(_LINES, [last, size]).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield [(track_id, _line(state, genres)) for track_id, state, genres in rows]

    def lines_of(self, track_ids: Sequence[int]) -> dict[int, DecisionLine]:
        """Return what lists show of the decisions on some tracks, by their ids."""
        found: dict[int, DecisionLine] = {}
        with library_errors(self._path):
            for start in range(0, len(track_ids), AT_ONCE):
                some = list(track_ids[start : start + AT_ONCE])
                marks = ", ".join("?" for _ in some)
                for track_id, state, genres in self._db.execute(_SOME.format(marks), some):
                    found[track_id] = _line(state, genres)
        return found

    def outcomes(self, bundle: str = "") -> Outcomes:
        """Return how the suggestions that a person looked at turned out; see `was_right`.

        Args:
            bundle: only what these classifiers suggested, or nobody knows who did; all if empty.
        """
        with library_errors(self._path):
            decisions = [_decision(row) for row in self._db.query(_ANSWERED, {"bundle": bundle})]
        known = [
            (decision.answered.confidence, right)
            for decision in decisions
            if decision.answered is not None and (right := was_right(decision)) is not None
        ]
        if not known:
            return Outcomes.none()
        confidences, is_right = np.array(known, dtype=np.float64).T
        return Outcomes(np.clip(confidences, 0.0, 1.0), is_right)

    def corrections(self, most: int) -> list[Correction]:
        """Return the latest genres that a person gave to tracks one by one, the latest first.

        What was written and taken back out of the file is not among them.
        """
        with library_errors(self._path):
            rows = self._db.execute(_CORRECTIONS, [most]).fetchall()
        return [Correction(track, _genres(genres)[0], artist) for track, genres, artist in rows]

    def given(self) -> dict[int, str]:
        """Return the first genre of each track that a person gave one, by track id.

        What was accepted in bulk is left out: nobody looked at it.
        """
        with library_errors(self._path):
            rows = self._db.execute(_GIVEN).fetchall()
        return {track_id: _genres(genres)[0] for track_id, genres in rows}

    def _begin_batch(self) -> int:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        cursor = self._db.execute("INSERT INTO decision_batch(made_at) VALUES (?)", [now])
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _put(self, decisions: Mapping[int, Decision], bundle: str) -> None:
        self._db.conn.executemany(
            _PUT, ((*_values(d), bundle, track_id) for track_id, d in decisions.items())
        )

    def _restore(self, rows: Sequence[Mapping[str, Any]]) -> Undone:
        restored: dict[int, Decision | None] = {}
        written: list[int] = []
        for row in rows:
            track_id, before = row["track_id"], _decision(row) if row["said"] else None
            current = self.of_track(track_id)
            stands = undo(current, before)
            if current is not None and stands is current:
                written.append(track_id)
                continue
            restored[track_id] = before
            if before is None:
                self._db.execute("DELETE FROM decision WHERE track_id = ?", [track_id])
            else:
                self._put({track_id: before}, row["bundle"])
        return Undone(restored, tuple(written))


def _values(decision: Decision) -> tuple[Any, ...]:
    answered = decision.answered
    return (
        decision.said.value,
        decision.became.value if decision.became else None,
        json.dumps(decision.genres, ensure_ascii=False),
        decision.made_at.isoformat(),
        decision.in_bulk,
        answered.genre if answered else None,
        answered.confidence if answered else None,
    )


def _decision(row: Mapping[str, Any]) -> Decision:
    suggested, became = row["suggested"], row["became"]
    return Decision(
        ReviewState(row["said"]),
        _genres(row["genres"]),
        datetime.fromisoformat(row["made_at"]),
        None if suggested is None else Candidate(suggested, row["confidence"]),
        bool(row["in_bulk"]),
        ReviewState(became) if became else None,
    )


@lru_cache(maxsize=1024)
def _line(state: str, genres: str) -> DecisionLine:
    """Return one and the same line for all tracks that stand alike: there are few kinds."""
    decided = _genres(genres)
    return DecisionLine(ReviewState(state), decided, GENRE_SEPARATOR.join(decided))


@lru_cache(maxsize=256)
def _genres(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


_COLUMNS = "said, became, genres, made_at, in_bulk, suggested, confidence, bundle"
_LOG = f"""
    INSERT INTO decision_log(batch, track_id, {_COLUMNS})
    SELECT ?, t.id, {_COLUMNS.replace("genres", "d.genres")}
    FROM track t LEFT JOIN decision d ON d.track_id = t.id
    WHERE t.id = ?
"""
_PUT = f"""
    INSERT OR REPLACE INTO decision({_COLUMNS}, track_id)
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, id FROM track WHERE id = ?
"""
_POP_BATCH = """
    DELETE FROM decision_batch WHERE id = (SELECT max(id) FROM decision_batch) RETURNING id
"""
_LOGGED = "SELECT * FROM decision_log WHERE batch = ? ORDER BY track_id"
_FORGET_BATCHES = """
    DELETE FROM decision_batch
    WHERE id NOT IN (SELECT id FROM decision_batch ORDER BY id DESC LIMIT ?)
"""
_LINES = """
    SELECT track_id, coalesce(became, said), d.genres
    FROM decision d JOIN track t ON t.id = d.track_id
    WHERE track_id > ? AND t.folder_id IS NOT NULL ORDER BY track_id LIMIT ?
"""
_SOME = """
    SELECT track_id, coalesce(became, said), genres FROM decision WHERE track_id IN ({})
"""
_MARK = "UPDATE decision SET became = ? WHERE track_id = ? AND coalesce(became, said) IN ({})"
_UNWRITE_LOG = "UPDATE decision_log SET became = ? WHERE track_id = ? AND became = 'written'"
_ANSWERED = """
    SELECT * FROM decision
    WHERE suggested IS NOT NULL AND NOT in_bulk AND (:bundle IN ('', bundle) OR bundle = '')
"""
_GIVEN = """
    SELECT track_id, genres FROM decision
    WHERE (said = 'changed' OR said = 'accepted' AND NOT in_bulk)
        AND coalesce(became, said) != 'undone'
"""
_CORRECTIONS = """
    SELECT d.track_id, d.genres, t.artist FROM decision d JOIN track t ON t.id = d.track_id
    WHERE d.said IN ('accepted', 'changed') AND coalesce(d.became, '') != 'undone'
    AND NOT d.in_bulk AND t.folder_id IS NOT NULL
    ORDER BY d.made_at DESC LIMIT ?
"""
