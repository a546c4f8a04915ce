"""Raw scores in the library: which tracks a bundle of classifiers has scored, and how.

A prediction holds while the file bears the stamp under which it was scored, and for the one bundle:
a retrained one of the same name is another, by the digest of its file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from musicreclass.core.ensemble.columns import PredictionColumns, ScoreColumns
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.location import path_of
from musicreclass.core.track import FileStamp, Problem
from musicreclass.library import encodings
from musicreclass.library.encodings import EncodedRow
from musicreclass.library.sqlite_errors import library_errors
from musicreclass.sentences.reason import Reason, from_stored, to_stored

BATCH = 5_000  # tracks read at a time


@dataclass(frozen=True, slots=True)
class UnscoredTrack:
    """A track to be scored, as its file stood when it was scanned."""

    id: int
    path: Path
    stamp: FileStamp
    fingerprint: str


@dataclass(frozen=True, slots=True, eq=False)
class ScoredTrack:
    """What a bundle said of a track whose file bore `stamp`."""

    id: int
    stamp: FileStamp
    predictions: tuple[Prediction, ...]
    problem: Reason | None = None  # with networks that could not answer
    encoded: EncodedRow | None = None


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why a track whose file bore `stamp` could not be decoded."""

    id: int
    stamp: FileStamp
    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class ScoredBatch:
    """What the same classifiers said of many tracks, in columns."""

    track_ids: tuple[int, ...]
    columns: PredictionColumns

    def at(self, rows: npt.NDArray[np.intp]) -> ScoredBatch:
        """Return the same of some of the tracks."""
        if len(rows) == len(self.track_ids):
            return self
        return ScoredBatch(tuple(self.track_ids[row] for row in rows), self.columns.at(rows))


class PredictionStore:
    """The predictions of a library; lives on its connection."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def record(
        self,
        bundle: str,
        scored: Iterable[ScoredTrack],
        undecodable: Iterable[Undecodable] = (),
        *,
        keeps_problems: bool = False,
    ) -> None:
        """Keep predictions of tracks, and which of them could not be decoded, in one transaction.

        What the bundle said of them before is forgotten. Tracks that have left the library since
        are passed over.

        Args:
            keeps_problems: what is known of problems with the tracks stays, for others found it.
        """
        with library_errors(self._path), self._db.atomic():
            for track in scored:
                self._forget(bundle, track.id, keeps_problems=keeps_problems)
                self._db.conn.executemany(_INSERT, _rows(bundle, track))
                if track.encoded is not None:
                    encodings.record(self._db, track.id, track.stamp, track.encoded)
                if track.problem is not None:
                    self._note(track.id, track.stamp, track.problem)
            for failed in undecodable:
                self._forget(bundle, failed.id)
                self._note(failed.id, failed.stamp, failed.reason)

    def _note(self, track_id: int, stamp: FileStamp, reason: Reason) -> None:
        self._db.execute(_NOTE, [stamp.size, stamp.mtime_ns, to_stored(reason), track_id])

    def _forget(self, bundle: str, track_id: int, *, keeps_problems: bool = False) -> None:
        which = [track_id, bundle]
        self._db.execute("DELETE FROM prediction WHERE track_id = ? AND bundle = ?", which)
        if not keeps_problems:
            self._db.execute("DELETE FROM hearing_problem WHERE track_id = ?", [track_id])

    def forget_bundle(self, bundle: str) -> None:
        """Forget what a bundle said of all tracks."""
        with library_errors(self._path), self._db.atomic():
            self._db.execute("DELETE FROM prediction WHERE bundle = ?", [bundle])

    def carry_over(self, track_id: int, old: FileStamp, new: FileStamp) -> None:
        """Let what was said of a track hold on: its file bears another stamp, and sounds the same.

        Args:
            old: under which it was scored.
        """
        values = [new.size, new.mtime_ns, track_id, old.size, old.mtime_ns]
        with library_errors(self._path), self._db.atomic():
            for table in ("prediction", "hearing_problem", "encoding"):
                self._db.execute(_CARRY_OVER.format(table), values)

    def coverage(self, bundle: str) -> tuple[int, int]:
        """Return how many tracks `bundle` has scored as their files are now, and how many anybody.

        Missing tracks do not count.
        """
        with library_errors(self._path):
            ((of_bundle, of_anybody),) = self._db.execute(_COVERAGE, [bundle])
        return int(of_bundle), int(of_anybody)

    def unscored(self, bundle: str, classifier_count: int = 1) -> list[UnscoredTrack]:
        """Return the tracks that `bundle` has not scored as their files are now, by path.

        Missing tracks are left out; those that could not be decoded the last time come last.

        Args:
            classifier_count: of how many of its classifiers an answer is wanted; where some could
                not answer, one will do.
        """
        with library_errors(self._path):
            return [
                UnscoredTrack(track_id, path_of(location), FileStamp(size, mtime_ns), fingerprint)
                for track_id, location, size, mtime_ns, fingerprint in self._db.execute(
                    _UNSCORED, [bundle, classifier_count]
                )
            ]

    def batches(self, bundle: str, size: int = BATCH) -> Iterator[ScoredBatch]:
        """Yield all that `bundle` said of files as they are now, at most `size` tracks at a time.

        Each batch is of tracks that were scored by the same classifiers. Nothing is locked between
        batches, and what is recorded meanwhile may come or not.
        """
        last = -1
        while True:
            with library_errors(self._path):
                rows = [_Row(*row) for row in self._db.execute(_BATCH, [bundle, last, size])]
            if not rows:
                return
            last = rows[-1].track_id
            yield from _batches(rows)

    def scored_ids(self, bundle: str) -> list[int]:
        """Return the tracks that `bundle` has scored as their files are now, in their order."""
        with library_errors(self._path):
            return [track_id for (track_id,) in self._db.execute(_SCORED, [bundle])]

    def of_tracks(self, bundle: str, track_ids: Sequence[int]) -> Iterator[ScoredBatch]:
        """Yield what `bundle` said of some tracks as their files are now, as `batches` does."""
        with library_errors(self._path):
            rows = self._db.execute(_OF_TRACKS, [bundle, json.dumps(list(track_ids))])
            yield from _batches([_Row(*row) for row in rows])

    def of_track(self, track_id: int, bundle: str) -> tuple[Prediction, ...]:
        """Return what each classifier said of one track, with segments; nothing if it is stale."""
        with library_errors(self._path):
            rows = self._db.query(_OF_TRACK, [track_id, bundle])
            return tuple(_prediction(row) for row in rows)

    def problems(self) -> list[Problem]:
        """Return the tracks that could not be decoded as their files are now, by path."""
        with library_errors(self._path):
            return [
                Problem(path_of(location), from_stored(reason), folder_id)
                for location, reason, folder_id in self._db.execute(_PROBLEMS)
            ]


class _Row(NamedTuple):
    track_id: int
    classifier: str
    seconds_analyzed: float
    is_silent: int
    genres: str
    scores: bytes
    embedding: bytes | None

    @property
    def kind(self) -> tuple[str, str, int]:
        """Return what must be equal for two rows to stand in one column."""
        return self.classifier, self.genres, len(self.embedding or b"")


def _batches(rows: Sequence[_Row]) -> Iterator[ScoredBatch]:
    by_kind: dict[tuple[tuple[str, str, int], ...], list[list[_Row]]] = {}
    for _, of_track in groupby(rows, lambda row: row.track_id):
        said = list(of_track)
        by_kind.setdefault(tuple(row.kind for row in said), []).append(said)
    for tracks in by_kind.values():
        yield ScoredBatch(
            tuple(said[0].track_id for said in tracks),
            PredictionColumns(
                {said[0].classifier: _said(said) for said in zip(*tracks, strict=True)},
                np.array([max(row.seconds_analyzed for row in said) for said in tracks]),
                np.array([any(row.is_silent for row in said) for said in tracks]),
            ),
        )


def _said(rows: Sequence[_Row]) -> ScoreColumns:
    genres = _genres(rows[0].genres)
    scores = np.frombuffer(b"".join(row.scores for row in rows), dtype="<f4")
    embeddings = None
    if rows[0].embedding:
        joined = b"".join(row.embedding or b"" for row in rows)
        embeddings = np.frombuffer(joined, dtype="<f2").reshape(len(rows), -1)
    return ScoreColumns(genres, scores.reshape(len(rows), len(genres)), embeddings)


@lru_cache(maxsize=16)
def _genres(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _rows(bundle: str, track: ScoredTrack) -> Iterator[tuple[Any, ...]]:
    for said in track.predictions:
        yield (
            bundle, said.classifier, track.stamp.size, track.stamp.mtime_ns,
            said.seconds_analyzed, int(said.is_silent),
            json.dumps(said.genres, ensure_ascii=False), said.scores.astype("<f4").tobytes(),
            _bytes(said.embedding, "<f2"), _bytes(said.segments, "<f4"),
            np.asarray(said.starts, dtype="<f4").tobytes() if said.starts else None,
            track.id,
        )  # fmt: skip


def _bytes(array: npt.NDArray[np.float32] | None, kind: str) -> bytes | None:
    if array is None:
        return None
    widest = np.finfo(kind).max  # an embedding may exceed what half precision holds
    return np.clip(array, -widest, widest).astype(kind).tobytes()


def _prediction(row: dict[str, Any]) -> Prediction:
    genres = _genres(row["genres"])
    segments = _array(row["segments"], "<f4")
    return Prediction(
        row["classifier"],
        genres,
        np.frombuffer(row["scores"], dtype="<f4"),
        None if segments is None else segments.reshape(-1, len(genres)),
        _array(row["embedding"], "<f2"),
        row["seconds_heard"],
        tuple(np.frombuffer(row["starts"] or b"", dtype="<f4").tolist()),
        bool(row["is_silent"]),
    )


def _array(stored: bytes | None, kind: str) -> npt.NDArray[np.float32] | None:
    return None if stored is None else np.frombuffer(stored, dtype=kind).astype(np.float32)


_CURRENT = "p.size = t.size AND p.mtime_ns = t.mtime_ns"
_INSERT = """
    INSERT INTO prediction(
        bundle, classifier, size, mtime_ns, seconds_heard, is_silent,
        genres, scores, embedding, segments, starts, track_id
    )
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, id FROM track WHERE id = ?
"""
_NOTE = """
    INSERT INTO hearing_problem(track_id, size, mtime_ns, reason)
    SELECT id, ?, ?, ? FROM track WHERE id = ?
"""
_CARRY_OVER = """
    UPDATE {} SET size = ?, mtime_ns = ? WHERE track_id = ? AND size = ? AND mtime_ns = ?
"""
_UNSCORED = f"""
    SELECT t.id, t.location, t.size, t.mtime_ns, t.fingerprint
    FROM track t LEFT JOIN hearing_problem h ON h.track_id = t.id
    WHERE t.folder_id IS NOT NULL AND NOT t.is_missing AND (
        SELECT count(*) FROM prediction p
        WHERE p.track_id = t.id AND p.bundle = ? AND {_CURRENT}
    ) < CASE WHEN h.track_id IS NULL THEN ? ELSE 1 END
    ORDER BY h.track_id IS NOT NULL, t.location
"""
_COVERAGE = f"""
    SELECT count(DISTINCT CASE WHEN p.bundle = ? THEN t.id END), count(DISTINCT t.id)
    FROM prediction p JOIN track t ON t.id = p.track_id
    WHERE t.folder_id IS NOT NULL AND NOT t.is_missing AND {_CURRENT}
"""
_SCORED = f"""
    SELECT DISTINCT p.track_id FROM prediction p JOIN track t ON t.id = p.track_id
    WHERE p.bundle = ? AND t.folder_id IS NOT NULL AND {_CURRENT} ORDER BY p.track_id
"""
# The next tracks first and then their rows, so that no track is cut in two.
_BATCH = f"""
    SELECT track_id, classifier, seconds_heard, is_silent, genres, scores, embedding
    FROM prediction
    WHERE bundle = ?1 AND track_id IN (
        SELECT DISTINCT p.track_id FROM prediction p JOIN track t ON t.id = p.track_id
        WHERE p.bundle = ?1 AND p.track_id > ?2 AND t.folder_id IS NOT NULL AND {_CURRENT}
        ORDER BY p.track_id LIMIT ?3
    )
    ORDER BY track_id, classifier
"""
_OF_TRACKS = f"""
    SELECT p.track_id, classifier, seconds_heard, is_silent, p.genres, scores, embedding
    FROM prediction p JOIN track t ON t.id = p.track_id
    WHERE p.bundle = ? AND p.track_id IN (SELECT value FROM json_each(?)) AND {_CURRENT}
    ORDER BY p.track_id, classifier
"""
_OF_TRACK = f"""
    SELECT p.* FROM prediction p JOIN track t ON t.id = p.track_id
    WHERE p.track_id = ? AND p.bundle = ? AND {_CURRENT} ORDER BY p.classifier
"""
_PROBLEMS = f"""
    SELECT t.location, p.reason, t.folder_id
    FROM hearing_problem p JOIN track t ON t.id = p.track_id
    WHERE t.folder_id IS NOT NULL AND NOT t.is_missing AND {_CURRENT} ORDER BY t.location
"""
