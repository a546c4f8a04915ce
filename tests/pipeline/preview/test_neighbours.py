import time
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from musicreclass.classifiers.feature_set import Scaling
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.columns import PredictionColumns, ScoreColumns
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.library.encodings import EncodedBatch
from musicreclass.library.predictions import ScoredBatch
from musicreclass.pipeline.preview.neighbours import REFRESH_SECONDS, Embeddings, Neighbourhood

CALIBRATOR = EnsembleCalibrator(Ensemble(("Pop",), ("mlp", "cnn"), np.ones(2), np.ones(2)))

CENTRE, SPREAD = np.array([10.0, 0.0]), np.array([0.1, 100.0])


def loaded(digest="b", encoder=None) -> Any:
    """Return what is asked of a loaded classifier."""
    return SimpleNamespace(calibrator=CALIBRATOR, digest=digest, encoder=encoder)


def encoder():
    return SimpleNamespace(digest="e", scaling=Scaling(CENTRE, SPREAD))


def batch(ids, embeddings, name="cnn"):
    vectors = np.array(embeddings, dtype=np.float16)
    said = ScoreColumns(("Pop",), np.zeros((len(ids), 1)), vectors)
    columns = PredictionColumns({name: said}, np.ones(len(ids)), np.zeros(len(ids), bool))
    return ScoredBatch(tuple(ids), columns)


class LibraryInMemory:
    """What is asked of a library: batches of predictions; it counts how often."""

    def __init__(self, *batches, rows=None):
        self.read_count = 0
        self._batches = batches
        self._rows = rows or {}
        self.predictions = SimpleNamespace(batches=self._read)
        self.encodings = SimpleNamespace(batches=self._encoded, of_tracks=self._rows_of)

    def _encoded(self, digest):
        return [self._rows_of(digest, [i]) for i in self._rows]

    def _rows_of(self, digest, ids):
        known = [i for i in ids if i in self._rows and digest == "e"]
        rows = np.array([self._rows[i] for i in known], dtype=np.float16).reshape(-1, 2)
        return EncodedBatch(tuple(known), rows)

    def _read(self, bundle):
        self.read_count += 1
        return iter(self._batches)


@pytest.fixture
def library():
    return LibraryInMemory(
        batch([1, 2], [[1, 0], [0.9, 0.1]]), batch([7, 8, 9], [[0, 1], [-1, 0], [50, 10]])
    )


def test_the_nearest_point_the_same_way_whatever_their_length(library):
    found = Neighbourhood().embeddings(library, loaded()).nearest(np.array([1.0, 0.0]), 3, but=1)

    assert [track_id for track_id, _ in found] == [2, 9, 7]
    assert found[0][1] == pytest.approx(0.994, abs=0.002)


def test_a_track_is_no_neighbour_of_its_own(library):
    found = Neighbourhood().embeddings(library, loaded()).nearest(np.array([0.0, 1.0]), 9, but=7)

    assert 7 not in [track_id for track_id, _ in found]
    assert len(found) == 4


def test_embeddings_of_another_size_are_like_nothing(library):
    embeddings = Neighbourhood().embeddings(library, loaded())

    assert embeddings.nearest(np.ones(5), 3, but=1) == []


def test_an_empty_library_has_no_neighbours():
    library: Any = LibraryInMemory()
    embeddings = Neighbourhood().embeddings(library, loaded())

    assert embeddings.nearest(np.ones(2), 3, but=1) == []


def test_embeddings_are_read_again_only_when_more_was_analyzed_and_some_time_has_passed(library):
    now = [0.0]
    neighbourhood = Neighbourhood(lambda: now[0])
    reads = []
    for step in (lambda: None, neighbourhood.note_more, lambda: now.insert(0, REFRESH_SECONDS)):
        step()
        neighbourhood.embeddings(library, loaded())
        reads.append(library.read_count)

    assert reads == [1, 1, 2]


def test_another_bundle_has_embeddings_of_its_own(library):
    neighbourhood = Neighbourhood()
    neighbourhood.embeddings(library, loaded())
    neighbourhood.embeddings(library, loaded("c"))

    assert library.read_count == 2


def said(*embedding):
    scores = np.zeros(1, dtype=np.float32)
    return (Prediction("cnn", ("Pop",), scores, embedding=np.array(embedding, np.float32)),)


def test_what_the_encoder_says_counts_as_it_spreads_over_music_at_large(library):
    rows = {1: [10.2, 0.0], 2: [10.2, 40.0], 3: [9.8, 0.0], 8: [10.0, 400.0]}
    library = LibraryInMemory(batch([1, 3], [[1, 0], [1, 0]]), rows=rows)

    found = Neighbourhood().nearest(library, loaded(encoder=encoder()), 1, said(1.0, 0.0), 2)

    assert [track_id for track_id, _ in found] == [2, 8]
    assert found[0][1] == pytest.approx(0.98, abs=0.01)


def test_a_track_the_encoder_has_not_seen_has_no_neighbours_yet():
    library: Any = LibraryInMemory(rows={1: [10.2, 0.0], 2: [10.2, 40.0]})

    assert Neighbourhood().nearest(library, loaded(encoder=encoder()), 5, said(1.0), 2) == []


@pytest.mark.parametrize("encoder", [None, encoder()])
def test_without_rows_of_the_encoder_the_classifier_tells_what_is_near(library, encoder):
    found = Neighbourhood().nearest(library, loaded(encoder=encoder), 1, said(1.0, 0.0), 2)

    assert [track_id for track_id, _ in found] == [2, 9]


def test_a_hundred_thousand_tracks_are_compared_in_no_time():
    random = np.random.default_rng(0)
    vectors = random.normal(size=(100_000, 128)).astype(np.float16)
    embeddings = Embeddings("cnn", np.arange(100_000), vectors)
    times = []
    for _ in range(3):
        started = time.process_time()
        found = embeddings.nearest(vectors[5].astype(np.float32), 5, but=5)
        times.append(time.process_time() - started)

    assert len(found) == 5
    assert min(times) < 0.3  # a tenth of a second on a machine with nothing else to do
