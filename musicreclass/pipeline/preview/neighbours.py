"""Nearest neighbours of a track: all embeddings of a library, kept in memory in half precision."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.library.store import Library

REFRESH_SECONDS = 30.0  # while tracks are classified, more come all the time
ROWS_AT_ONCE = 16_384  # made wide at a time: all at once would be another copy of the library

Vectors = npt.NDArray[np.float16]  # shape (n_tracks, n_dimensions), of length one


@dataclass(frozen=True, slots=True, eq=False)
class Embeddings:
    """Unit vectors of tracks; those that point the same way sound alike."""

    classifier: str
    track_ids: npt.NDArray[np.int64]  # shape (n_tracks,)
    vectors: Vectors

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

    def _slices(self) -> Iterator[Vectors]:
        for first in range(0, len(self.vectors), ROWS_AT_ONCE):
            yield self.vectors[first : first + ROWS_AT_ONCE]


class Neighbourhood:
    """The embeddings of a library under one bundle; read when first asked for, and now and then."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._bundle = ""
        self._embeddings: Embeddings | None = None
        self._is_stale = False
        self._read_at = 0.0

    def note_more(self) -> None:
        """Take note that there are more embeddings by now."""
        self._is_stale = True

    def embeddings(
        self, library: Library, calibrator: EnsembleCalibrator, bundle: str
    ) -> Embeddings:
        """Return the embeddings of the library, as they were half a minute ago at the earliest."""
        with self._lock:
            is_due = self._is_stale and self._clock() - self._read_at >= REFRESH_SECONDS
            if self._embeddings is None or self._bundle != bundle or is_due:
                self._is_stale = False
                self._embeddings = _read(library, calibrator, bundle)
                self._bundle, self._read_at = bundle, self._clock()
            return self._embeddings


def embedding_of(
    calibrator: EnsembleCalibrator, predictions: tuple[Prediction, ...]
) -> Prediction | None:
    """Return the prediction whose embedding stands for a track."""
    by_name = {said.classifier: said for said in predictions if said.embedding is not None}
    return next((by_name[name] for name in _by_rank(calibrator) if name in by_name), None)


def _by_rank(calibrator: EnsembleCalibrator) -> list[str]:
    """Return the classifiers, that of the novelty score first: it was chosen for that."""
    first = [calibrator.novelty.classifier] if calibrator.novelty is not None else []
    return [*first, *calibrator.ensemble.classifiers]


def _read(library: Library, calibrator: EnsembleCalibrator, bundle: str) -> Embeddings:
    names = _by_rank(calibrator)
    ids: list[npt.NDArray[np.int64]] = []
    vectors: list[Vectors] = []
    classifier = ""
    for batch in library.predictions.batches(bundle):
        of_name = batch.columns.embeddings_of
        classifier = classifier or next((n for n in names if of_name(n) is not None), "")
        embeddings = of_name(classifier)
        if embeddings is None or (vectors and embeddings.shape[1] != vectors[0].shape[1]):
            continue
        ids.append(np.array(batch.track_ids, dtype=np.int64))
        vectors.append(_of_length_one(embeddings.astype(np.float32)).astype(np.float16))
    if not vectors:
        return Embeddings(classifier, np.empty(0, np.int64), np.empty((0, 0), np.float16))
    return Embeddings(classifier, np.concatenate(ids), np.concatenate(vectors))


def _of_length_one(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny))
