"""Nearest neighbours of a track: all embeddings of a library, kept in memory in half precision.

They are what an encoder of a person's own says, where one was chosen; else what that of the box
says, where the classifier in use stands upon it: all its columns, scaled as over music at large. Of
the five nearest tracks by other artists, by the box's, 69.6 % were of the same genre for the 280
clips of four genres, and 49.1 % for 307 clips of eleven genres from anywhere; by the embedding's
columns alone 69.2 and 48.8, by the tags' 68.4 and 47.2. `bench left_out` prints it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.job import JobContext
from musicreclass.library.store import Library
from musicreclass.pipeline.spaces.own_space import (
    CLIP,
    OwnSpace,
    chosen_space,
    covering_space,
    rows_of,
    rows_of_tracks,
    scaling_of,
)

if TYPE_CHECKING:
    from musicreclass.classifiers.feature_set import Scaling
    from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier

REFRESH_SECONDS = 30.0  # while tracks are classified, more come all the time
ROWS_AT_ONCE = 16_384  # made wide at a time: all at once would be another copy of the library

SCATTER = np.uint64(0x9E3779B97F4A7C15)  # Knuth's: times this, ids in a row lie far apart

Ids = npt.NDArray[np.int64]  # shape (n_tracks,)
Vectors = npt.NDArray[np.float16]  # shape (n_tracks, n_dimensions), of length one


@dataclass(frozen=True, slots=True, eq=False)
class Embeddings:
    """Unit vectors of tracks; those that point the same way sound alike."""

    classifier: str  # that they are of, or "" where they are the encoder's
    track_ids: Ids
    vectors: Vectors
    own: OwnSpace | None = None  # that of a person's own encoder, where they are its
    scaling: Scaling | None = None  # of that one

    def nearest(
        self, embedding: npt.NDArray[np.floating], count: int, but: int
    ) -> list[tuple[int, float]]:
        """Return ids and similarity of the tracks that are most like `embedding`, best first.

        Args:
            but: the id of the track that it is of.
        """
        if not len(self.track_ids) or self.vectors.shape[1] != len(embedding):
            return []
        wanted = _of_length_one(embedding[None].astype(np.float32))[0]
        similarity = np.concatenate([rows.astype(np.float32) @ wanted for rows in self._slices()])
        similarity[self.track_ids == but] = -np.inf
        count = min(count, len(similarity) - 1)
        best = np.argpartition(-similarity, count)[: count + 1]
        best = best[np.argsort(-similarity[best], kind="stable")]
        found = [(int(self.track_ids[i]), float(similarity[i])) for i in best]
        return [(track_id, like) for track_id, like in found if track_id != but][:count]

    def at(self, rows: npt.NDArray[np.generic]) -> Embeddings:
        """Return those of some rows, by their numbers or by a mask."""
        return replace(self, track_ids=self.track_ids[rows], vectors=self.vectors[rows])

    def _slices(self) -> Iterator[Vectors]:
        for first in range(0, len(self.vectors), ROWS_AT_ONCE):
            yield self.vectors[first : first + ROWS_AT_ONCE]


class SampledEmbeddings(NamedTuple):
    """Embeddings of some tracks, picked at random but always alike."""

    embeddings: Embeddings
    total: int  # tracks among which they were picked


class Neighbourhood:
    """The embeddings of a library under one bundle; read when first asked for, and now and then."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._of: tuple[str, OwnSpace | None] = "", None
        self._embeddings: Embeddings | None = None
        self._is_stale = False
        self._read_at = 0.0

    def note_more(self) -> None:
        """Take note that there are more embeddings by now."""
        self._is_stale = True

    def embeddings(self, library: Library, loaded: LoadedClassifier) -> Embeddings:
        """Return the embeddings of the library, as they were half a minute ago at the earliest."""
        of = loaded.digest, chosen_space()
        with self._lock:
            is_due = self._is_stale and self._clock() - self._read_at >= REFRESH_SECONDS
            if self._embeddings is None or self._of != of or is_due:
                self._is_stale = False
                self._embeddings = _joined(_read(library, loaded))
                self._of, self._read_at = of, self._clock()
            return self._embeddings

    def nearest(
        self,
        library: Library,
        loaded: LoadedClassifier,
        track_id: int,
        predictions: tuple[Prediction, ...],
        count: int,
    ) -> list[tuple[int, float]]:
        """Return ids and similarity of the tracks that are most like one, best first.

        Args:
            predictions: of that track.
        """
        every = self.embeddings(library, loaded)
        own: npt.NDArray[np.floating] | None = None
        if every.own is not None and every.scaling is not None:
            _, rows = rows_of_tracks(library, every.own, [track_id])
            own = every.scaling.scaled(rows.astype(np.float32), CLIP)[0] if len(rows) else None
        elif every.classifier:
            own = next((p.embedding for p in predictions if p.classifier == every.classifier), None)
        elif (encoder := loaded.encoder) is not None:
            rows = library.encodings.of_tracks(encoder.digest, [track_id]).rows
            own = encoder.scaling.scaled(rows, CLIP)[0] if len(rows) else None
        return [] if own is None else every.nearest(own, count, but=track_id)


def sampled(
    library: Library, loaded: LoadedClassifier, among: Ids, most: int, ctx: JobContext
) -> SampledEmbeddings:
    """Return the embeddings of so many of some tracks, the same ones as more come beside them.

    Only these are kept while all are read, a batch at a time.

    Raises:
        Cancelled: the user stopped.
    """
    some: list[Embeddings] = []
    total = count = 0
    latest: np.uint64 | None = None  # turn among those that would be picked by now
    for batch in _read(library, loaded):
        ctx.raise_if_cancelled()
        is_wanted = np.isin(batch.track_ids, among)
        total += int(is_wanted.sum())
        if latest is not None:
            is_wanted &= _turns(batch) <= latest
        some.append(batch.at(is_wanted))
        count += len(some[-1].track_ids)
        if count > 2 * most:
            some, count = [_first(most, _joined(some))], most
            latest = _turns(some[0]).max()
    return SampledEmbeddings(_first(most, _joined(some)), total)


def _turns(embeddings: Embeddings) -> npt.NDArray[np.uint64]:
    return embeddings.track_ids.astype(np.uint64) * SCATTER


def _first(most: int, embeddings: Embeddings) -> Embeddings:
    if len(embeddings.track_ids) <= most:
        return embeddings
    return embeddings.at(np.sort(np.argpartition(_turns(embeddings), most)[:most]))


def _read(library: Library, loaded: LoadedClassifier) -> Iterator[Embeddings]:
    """Yield what an encoder said of tracks, or a classifier where the library has none of it."""
    own = covering_space(library)
    scaling = None if own is None else scaling_of(library, own)
    if own is not None and scaling is not None:
        for ids, rows in rows_of(library, own):
            scaled = scaling.scaled(rows.astype(np.float32), CLIP).astype(np.float32)
            vectors = _of_length_one(scaled).astype(np.float16)
            yield Embeddings("", np.array(ids, dtype=np.int64), vectors, own, scaling)
        return
    has_encoded = False
    for batch in _encoded(library, loaded):
        has_encoded = True
        yield batch
    if not has_encoded:
        yield from _predicted(library, loaded.calibrator, loaded.digest)


def _encoded(library: Library, loaded: LoadedClassifier) -> Iterator[Embeddings]:
    if (encoder := loaded.encoder) is None:
        return
    for batch in library.encodings.batches(encoder.digest):
        scaled = encoder.scaling.scaled(batch.rows, CLIP).astype(np.float32)
        ids = np.array(batch.track_ids, dtype=np.int64)
        yield Embeddings("", ids, _of_length_one(scaled).astype(np.float16))


def _by_rank(calibrator: EnsembleCalibrator) -> list[str]:
    """Return the classifiers, that of the novelty score first: it was chosen for that."""
    first = [calibrator.novelty.classifier] if calibrator.novelty is not None else []
    return [*first, *calibrator.ensemble.classifiers]


def _predicted(
    library: Library, calibrator: EnsembleCalibrator, bundle: str
) -> Iterator[Embeddings]:
    names, classifier, width = _by_rank(calibrator), "", 0
    for batch in library.predictions.batches(bundle):
        of_name = batch.columns.embeddings_of
        classifier = classifier or next((n for n in names if of_name(n) is not None), "")
        embeddings = of_name(classifier)
        if embeddings is None or (width and embeddings.shape[1] != width):
            continue
        width = embeddings.shape[1]
        vectors = _of_length_one(embeddings.astype(np.float32)).astype(np.float16)
        yield Embeddings(classifier, np.array(batch.track_ids, dtype=np.int64), vectors)


def _joined(batches: Iterable[Embeddings]) -> Embeddings:
    """Return all as one, in an array that grows: parts beside the whole take twice its memory."""
    last = Embeddings("", np.empty(0, np.int64), np.empty((0, 0), np.float16))
    ids, n_rows = [last.track_ids], 0
    vectors: Vectors = np.empty((0, 0), np.float16)
    for batch in batches:
        last, first, n_rows = batch, n_rows, n_rows + len(batch.track_ids)
        ids.append(batch.track_ids)
        if n_rows > len(vectors):
            room = max(n_rows, len(vectors) * 5 // 4)
            vectors.resize((room, batch.vectors.shape[1]), refcheck=False)
        vectors[first:n_rows] = batch.vectors
    vectors.resize((n_rows, vectors.shape[1]), refcheck=False)
    return replace(last, track_ids=np.concatenate(ids), vectors=vectors)


def _of_length_one(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny))
