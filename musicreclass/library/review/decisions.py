"""What a person decided, committed before the call returns, with a log to take it back by.

`decision` holds what stands for each track; the log beside it what stood before, batch by batch: a
bulk accept is one batch, and one undo.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sqlite_utils import Database

from musicreclass.core.company import artists_told
from musicreclass.core.decision import (
    GENRE_SEPARATOR,
    Decision,
    DecisionLine,
    Deed,
    LogEntry,
    ReviewState,
)
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.review.transitions import MAY_FOLLOW, was_right
from musicreclass.library.review.decision_log import KEPT_BATCHES, DecisionLog, Undone, deed_of
from musicreclass.library.review.decision_rows import PUT, decision_of, stored_genres, values_of
from musicreclass.library.sqlite_errors import library_errors

BATCH = 5_000  # rows read at a time
AT_ONCE = 500  # ids that a question names


class Correction(NamedTuple):
    """What a person who looked at a track said it is."""

    track_id: int
    genre: str
    artist: str


class DecisionStore:
    """The decisions of a library; lives on its connection."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path
        self._log = DecisionLog(db)

    def record(self, decisions: Mapping[int, Decision], bundle: str = "") -> None:
        """Keep decisions by track id, in one transaction that is one undo.

        Tracks that have left the library since are passed over.

        Args:
            bundle: digest of the classifiers whose suggestions were answered.
        """
        if not decisions:
            return
        deed, genres = deed_of(decisions.values())
        in_bulk = any(decision.in_bulk for decision in decisions.values())
        with library_errors(self._path), self._db.atomic():
            self._log.begin(decisions, deed, genres, in_bulk=in_bulk)
            self._db.conn.executemany(
                PUT, ((*values_of(d, bundle), track_id) for track_id, d in decisions.items())
            )

    def clear(self, track_ids: Iterable[int]) -> Undone:
        """Forget what was decided of tracks, in one transaction that is one undo.

        What is written stays, for it is in the file; tracks that nobody decided on are passed over.
        """
        with library_errors(self._path), self._db.atomic():
            self._db.execute("DELETE FROM decision WHERE 0")  # a writer from the first word on
            states = self._states(track_ids)
            is_written = {i: state == ReviewState.WRITTEN.value for i, state in states.items()}
            wanted = [i for i, stays in is_written.items() if not stays]
            if wanted:
                self._log.begin(wanted, Deed.CLEARED, in_bulk=len(wanted) > 1)
                forget = "DELETE FROM decision WHERE track_id = ?"
                self._db.conn.executemany(forget, ((i,) for i in wanted))
        return Undone(dict.fromkeys(wanted), tuple(i for i, stays in is_written.items() if stays))

    def undo(self) -> Undone:
        """Take back the last batch that has not been taken back; nothing where there is none."""
        with library_errors(self._path), self._db.atomic():
            return self._log.undo()

    def redo(self) -> Undone:
        """Do again what was taken back last; nothing where something was decided since."""
        with library_errors(self._path), self._db.atomic():
            return self._log.redo()

    def take_back(self, batch: int) -> Undone:
        """Take back any batch; tracks that something was decided on since are left."""
        with library_errors(self._path), self._db.atomic():
            return self._log.take_back(batch)

    def entries(self, most: int) -> list[LogEntry]:
        """Return the last batches of the log, the latest first."""
        with library_errors(self._path):
            return self._log.entries(most)

    def tracks_of(self, batch: int) -> list[int]:
        """Return the ids of the tracks that a batch was about."""
        with library_errors(self._path):
            return self._log.tracks(batch)

    def forget_undos(self, kept: int = KEPT_BATCHES) -> None:
        """Give up taking back all but the last batches; to be called as a session begins."""
        with library_errors(self._path), self._db.atomic():
            self._log.forget(kept)

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
                self._log.unwrite(ids)
        return marked

    def of_track(self, track_id: int) -> Decision | None:
        """Return what stands for one track, None where nothing was decided."""
        with library_errors(self._path):
            for row in self._db.query("SELECT * FROM decision WHERE track_id = ?", [track_id]):
                return decision_of(row)
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
            yield [(track_id, _line(*said)) for track_id, *said in rows]

    def lines_of(self, track_ids: Sequence[int]) -> dict[int, DecisionLine]:
        """Return what lists show of the decisions on some tracks, by their ids."""
        found: dict[int, DecisionLine] = {}
        with library_errors(self._path):
            for start in range(0, len(track_ids), AT_ONCE):
                some = list(track_ids[start : start + AT_ONCE])
                marks = ", ".join("?" for _ in some)
                for track_id, *said in self._db.execute(_SOME.format(marks), some):
                    found[track_id] = _line(*said)
        return found

    def outcomes(self, bundle: str = "") -> Outcomes:
        """Return how the suggestions that a person looked at turned out; see `was_right`.

        What was written and taken back out of the file tells nothing.

        Args:
            bundle: only what these classifiers suggested, or nobody knows who did; all if empty.
        """
        with library_errors(self._path):
            decisions = [decision_of(row) for row in self._db.query(_ANSWERED, {"bundle": bundle})]
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
        told = artists_told(os.fsdecode(at) for *_, artist, at in rows if not artist)
        return [
            Correction(track, stored_genres(genres)[0], artist or told.get(os.fsdecode(at), ""))
            for track, genres, artist, at in rows
        ]

    def given(self) -> dict[int, str]:
        """Return the first genre of each track that a person gave one, by track id.

        What was accepted in bulk is left out: nobody looked at it.
        """
        with library_errors(self._path):
            rows = self._db.execute(_GIVEN).fetchall()
        return {track_id: stored_genres(genres)[0] for track_id, genres in rows}

    def _states(self, track_ids: Iterable[int]) -> dict[int, str]:
        """Return how far those of some tracks have come that were decided on."""
        ids = list(track_ids)
        found: dict[int, str] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            marks = ", ".join("?" * len(some))
            found |= dict(self._db.execute(_STATES.format(marks), some).fetchall())
        return found


@lru_cache(maxsize=1024)
def _line(state: str, genres: str, is_typed: int) -> DecisionLine:
    """Return one and the same line for all tracks that stand alike: there are few kinds."""
    decided = stored_genres(genres)
    return DecisionLine(ReviewState(state), decided, GENRE_SEPARATOR.join(decided), bool(is_typed))


_LINES = """
    SELECT track_id, coalesce(became, said), d.genres, d.is_typed
    FROM decision d JOIN track t ON t.id = d.track_id
    WHERE track_id > ? AND t.folder_id IS NOT NULL ORDER BY track_id LIMIT ?
"""
_SOME = """
    SELECT track_id, coalesce(became, said), genres, is_typed FROM decision WHERE track_id IN ({})
"""
_MARK = "UPDATE decision SET became = ? WHERE track_id = ? AND coalesce(became, said) IN ({})"
_STATES = "SELECT track_id, coalesce(became, said) FROM decision WHERE track_id IN ({})"
_ANSWERED = """
    SELECT * FROM decision
    WHERE suggested IS NOT NULL AND NOT in_bulk AND coalesce(became, '') != 'undone'
    AND (:bundle IN ('', bundle) OR bundle = '')
"""
_GIVEN = """
    SELECT track_id, genres FROM decision
    WHERE (said = 'changed' OR said = 'accepted' AND NOT in_bulk)
        AND coalesce(became, said) != 'undone'
"""
_CORRECTIONS = """
    SELECT d.track_id, d.genres, t.artist, t.location
    FROM decision d JOIN track t ON t.id = d.track_id
    WHERE d.said IN ('accepted', 'changed') AND coalesce(d.became, '') != 'undone'
    AND NOT d.in_bulk AND t.folder_id IS NOT NULL
    ORDER BY d.made_at DESC LIMIT ?
"""
