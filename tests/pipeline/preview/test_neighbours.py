import time
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.columns import PredictionColumns, ScoreColumns
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.library.predictions import ScoredBatch
from musicreclass.pipeline.preview.neighbours import REFRESH_SECONDS, Embeddings, Neighbourhood

CALIBRATOR = EnsembleCalibrator(Ensemble(("Pop",), ("mlp", "cnn"), np.ones(2), np.ones(2)))


def batch(ids, embeddings, name="cnn"):
    vectors = np.array(embeddings, dtype=np.float16)
    said = ScoreColumns(("Pop",), np.zeros((len(ids), 1)), vectors)
    columns = PredictionColumns({name: said}, np.ones(len(ids)), np.zeros(len(ids), bool))
    return ScoredBatch(tuple(ids), columns)


class LibraryInMemory:
    """What is asked of a library: batches of predictions; it counts how often."""

    def __init__(self, *batches):
        self.read_count = 0
        self._batches = batches
        self.predictions = SimpleNamespace(batches=self._read)

    def _read(self, bundle):
        self.read_count += 1
        return iter(self._batches)


@pytest.fixture
def library():
    return LibraryInMemory(
        batch([1, 2], [[1, 0], [0.9, 0.1]]), batch([7, 8, 9], [[0, 1], [-1, 0], [50, 10]])
    )


def test_the_nearest_point_the_same_way_whatever_their_length(library):
    found = (
        Neighbourhood().embeddings(library, CALIBRATOR, "b").nearest(np.array([1.0, 0.0]), 3, but=1)
    )

    assert [track_id for track_id, _ in found] == [2, 9, 7]
    assert found[0][1] == pytest.approx(0.994, abs=0.002)


def test_a_track_is_no_neighbour_of_its_own(library):
    found = (
        Neighbourhood().embeddings(library, CALIBRATOR, "b").nearest(np.array([0.0, 1.0]), 9, but=7)
    )

    assert 7 not in [track_id for track_id, _ in found]
    assert len(found) == 4


def test_embeddings_of_another_size_are_like_nothing(library):
    embeddings = Neighbourhood().embeddings(library, CALIBRATOR, "b")

    assert embeddings.nearest(np.ones(5), 3, but=1) == []


def test_an_empty_library_has_no_neighbours():
    library: Any = LibraryInMemory()
    embeddings = Neighbourhood().embeddings(library, CALIBRATOR, "b")

    assert embeddings.nearest(np.ones(2), 3, but=1) == []


def test_embeddings_are_read_again_only_when_more_was_analyzed_and_some_time_has_passed(library):
    now = [0.0]
    neighbourhood = Neighbourhood(lambda: now[0])
    reads = []
    for step in (lambda: None, neighbourhood.note_more, lambda: now.insert(0, REFRESH_SECONDS)):
        step()
        neighbourhood.embeddings(library, CALIBRATOR, "b")
        reads.append(library.read_count)

    assert reads == [1, 1, 2]


def test_another_bundle_has_embeddings_of_its_own(library):
    neighbourhood = Neighbourhood()
    neighbourhood.embeddings(library, CALIBRATOR, "b")
    neighbourhood.embeddings(library, CALIBRATOR, "c")

    assert library.read_count == 2


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
