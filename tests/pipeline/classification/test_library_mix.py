"""The mix of genres in a library, or among files of one run, counts in what is suggested."""

from pathlib import Path

import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.columns import Beliefs
from musicreclass.core.ensemble.genre_mix import FEWEST_TRACKS, GenreMix
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.track import FileStamp, Tags
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.pipeline.classification.classify import classify_library
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.pooled_files import (
    pooled_files,
    pooled_known,
    spread_first,
)
from musicreclass.pipeline.classification.predict_files import Classified
from musicreclass.pipeline.review.suggested_tracks import reviewable
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from tests.recording_context import RecordingContext
from tests.scored_library import STAMP, write_library
from tests.small_bundles import GENRES, made_up, remember, save_small_bundle, small_bundle

ROCKS = 60
MANY = {f"{number}.mp3": ("Rock", 0.8) for number in range(ROCKS)}
DOUBTFUL = {"doubtful.mp3": ("Jazz", 0.4), "surely.mp3": ("Jazz", 0.98)}


@pytest.fixture
def bundle_file(tmp_path):
    calibrator = EnsembleCalibrator(
        Ensemble(GENRES, ("cnn",), np.ones(1), np.ones(1)),
        ConformalSets(0.9, 0.5),
        mix=GenreMix(np.full(len(GENRES), 1 / len(GENRES))),
    )
    return save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())


@pytest.fixture
def fill(library_file, tmp_path, bundle_file):
    def fill(confidences):
        return write_library(library_file, tmp_path / "music", bundle_file, confidences)

    return fill


def suggested(library_file, bundle_file, by):
    found = reviewable(library_file, bundle_file, RecordingContext(), by=by)
    return {line.name: line.suggestion for line in found.lines}


def test_in_a_library_of_rock_a_doubtful_track_is_rock_and_a_sure_one_is_not(
    library_file, bundle_file, fill
):
    fill(MANY | DOUBTFUL)

    alone = suggested(library_file, bundle_file, "track")
    found = suggested(library_file, bundle_file, "album")

    assert alone["doubtful.mp3"].genre == "Jazz"
    assert found["doubtful.mp3"].genre == "Rock"
    assert found["surely.mp3"].genre == "Jazz"
    assert found["0.mp3"].confidence > alone["0.mp3"].confidence


def test_a_few_tracks_are_no_library_to_go_by(library_file, bundle_file, fill):
    few = {name: MANY[name] for name in list(MANY)[: FEWEST_TRACKS - 2]}
    fill(few | {"doubtful.mp3": DOUBTFUL["doubtful.mp3"]})

    found = suggested(library_file, bundle_file, "album")

    assert found == suggested(library_file, bundle_file, "track")


def test_a_track_is_suggested_the_same_by_itself_and_is_told_why(library_file, bundle_file, fill):
    ids = fill(MANY | DOUBTFUL)
    found = suggested(library_file, bundle_file, "album")

    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=False, by="album")
        said = {name: suggester.of_track(library, ids[name]) for name in DOUBTFUL}

    assert {name: one.line for name, one in said.items()} == {n: found[n] for n in DOUBTFUL}
    assert said["doubtful.mp3"].company.library.genre == "Rock"
    assert said["surely.mp3"].company is None


def test_a_run_ends_with_what_a_restart_would_show(library_file, tmp_path, bundle_file, fill):
    new = {f"new {number}.mp3": None for number in range(4)}
    ids = fill(MANY | DOUBTFUL | new)
    cache = AnalysisCache(tmp_path / "cache")
    for name in new:
        path = tmp_path / "music" / name
        remember(cache, small_bundle(), path, STAMP, f"of {name}", made_up())
    ctx = RecordingContext()

    classify_library(
        library_file, bundle_file, ctx, AnalysisOptions(cache, 1), by="album", speed="fast"
    )

    shown = dict(ctx.lines)
    assert shown.keys() == set(ids.values())
    found = suggested(library_file, bundle_file, "album")
    assert {name: shown[track_id] for name, track_id in ids.items()} == found


def classified(loaded, path, genre, confidence):
    rest = (1.0 - confidence) / (len(GENRES) - 1)
    scores = np.log([confidence if one == genre else rest for one in GENRES]).astype(np.float32)
    prediction = Prediction("cnn", GENRES, scores, seconds_analyzed=30.0)
    beliefs = Beliefs(GENRES, scores[None].astype(np.float64))
    return Classified(path, loaded.calibrator.suggest([prediction]), beliefs, (prediction,))


@pytest.fixture
def outcomes(bundle_file):
    """Return files with what is said of each by itself, in an order of no meaning."""
    loaded = load_classifier(bundle_file)
    said = sorted((MANY | DOUBTFUL).items())
    files = [AudioFileRef(f"/music/{name}", FileStamp(1, 1), name) for name, _ in said]
    return {
        file: classified(loaded, Path(file.path), *one)
        for file, (_, one) in zip(files, said, strict=True)
    }


@pytest.mark.parametrize("by", ["track", "album"])
def test_files_of_one_run_are_a_library_too(bundle_file, outcomes, by):
    loaded = load_classifier(bundle_file)
    files = spread_first(list(outcomes), loaded, GENRES, by)
    found = pooled_files(
        ((file, outcomes[file]) for file in files),
        *(loaded, GENRES, files, [], by, RecordingContext(), 1),
    )

    genres = {one.path.name: one.suggestion.candidates[0].genre for one in found}

    assert len(genres) == len(outcomes)
    assert genres["doubtful.mp3"] == ("Jazz" if by == "track" else "Rock")
    assert genres["surely.mp3"] == "Jazz"


def test_only_some_files_are_waited_for(bundle_file, outcomes, monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.classification.pooled_files.MOST_FOR_MIX", 30)
    loaded = load_classifier(bundle_file)
    files = spread_first(list(outcomes), loaded, GENRES, "album")
    asked = []

    def one_by_one():
        for file in files:
            asked.append(file)
            yield file, outcomes[file]

    found = pooled_files(one_by_one(), *(loaded, GENRES, files, [], "album", RecordingContext(), 1))

    next(found)
    assert len(asked) == 30
    assert len(list(found)) == len(outcomes) - 1
    assert files[:30] != list(outcomes)[:30]


def test_what_is_finished_before_the_mix_is_known_waits_for_it(bundle_file, outcomes, monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.classification.pooled_files.MOST_FOR_MIX", 30)
    loaded = load_classifier(bundle_file)
    files = spread_first(list(outcomes), loaded, GENRES, "album")
    late_first = ((file, outcomes[file]) for file in reversed(files))

    found = pooled_files(late_first, *(loaded, GENRES, files, [], "album", RecordingContext(), 1))

    genres = {one.path.name: one.suggestion.candidates[0].genre for one in found}
    assert len(genres) == len(outcomes)
    assert genres["doubtful.mp3"] == "Rock"


def test_files_that_are_all_known_are_mixed_alike(bundle_file, outcomes):
    loaded, said = load_classifier(bundle_file), list(outcomes.values())
    names = [one.path.name for one in said]

    found = pooled_known(said, names, [Tags()] * len(said), loaded, "album")

    by_name = {one.path.name: one.suggestion for one in found}
    assert by_name["doubtful.mp3"].candidates[0].genre == "Rock"
    assert by_name["doubtful.mp3"].company.library.genre == "Rock"
