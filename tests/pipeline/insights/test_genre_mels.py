from dataclasses import replace

import numpy as np
import pytest

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.insights.genre_mels import library_mels
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests import small_bundles
from tests.recording_context import RecordingContext
from tests.scored_library import STAMP, write_library


@pytest.fixture
def bundle_file(tmp_path, monkeypatch):
    cnn = CnnConfig(GTZAN_MEL, chunk_frames=94, widths=(4, 8))
    monkeypatch.setattr(small_bundles, "CNN", cnn)
    return small_bundles.save_small_bundle(tmp_path / "small.pth")


@pytest.fixture
def lines(tmp_path, bundle_file):
    said = {f"{i}.mp3": ("Blues", 0.99) for i in range(7)}
    genres = {f"{i}.mp3": ("jazz" if i < 4 else "Rock",) for i in range(6)}
    write_library(tmp_path / "l.db", tmp_path / "music", bundle_file, said, genres=genres)
    return reviewable(tmp_path / "l.db", bundle_file, RecordingContext()).lines


@pytest.fixture
def cache(tmp_path, bundle_file, lines):
    """A cache that holds all tracks but the last two."""
    cache, bundle = AnalysisCache(tmp_path / "heard"), bundles.load(bundle_file)
    for line in lines[:5]:
        loud = np.full((128, 724), -20.0 if line.genre == "jazz" else -50.0, dtype=np.float16)
        analysis = replace(small_bundles.made_up(), mels=(loud,))
        small_bundles.remember(cache, bundle, line.location, STAMP, f"of {line.name}", analysis)
    return cache


def test_genres_with_enough_tracks_in_the_cache_have_a_picture(tmp_path, lines, bundle_file, cache):
    found = library_mels(
        tmp_path / "l.db", lines, bundle_file, RecordingContext(), AnalysisOptions(cache)
    )

    (jazz,) = found
    assert (jazz.genre, jazz.tracks) == ("Jazz", 4)
    assert float(jazz.decibels.mean()) == pytest.approx(-20.0)


def test_with_an_empty_cache_there_is_nothing_to_see(tmp_path, lines, bundle_file):
    empty = AnalysisCache(tmp_path / "empty")

    assert (
        library_mels(
            tmp_path / "l.db", lines, bundle_file, RecordingContext(), AnalysisOptions(empty)
        )
        == ()
    )


def test_what_was_analyzed_for_another_classifier_can_be_seen_too(tmp_path, lines, cache):
    found = library_mels(tmp_path / "l.db", lines, None, RecordingContext(), AnalysisOptions(cache))

    assert [mel.genre for mel in found] == ["Jazz"]
