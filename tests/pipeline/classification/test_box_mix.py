"""The box as a member beside another classifier: in what is suggested, by its share."""

from contextlib import closing

import numpy as np
import pytest
import soundfile

from musicreclass import paths, settings
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.errors import FileProblem
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions, NoCache
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.classification.installed import installed
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.own_weights import box_share, with_own_shares
from tests.material import tone
from tests.recording_context import RecordingContext
from tests.scored_library import STAMP, write_library
from tests.small_bundles import save_small_bundle


@pytest.fixture(scope="module")
def box_file():
    return next(one.path for one in installed() if one.is_in_box)


@pytest.fixture(scope="module")
def box(box_file):
    return load_classifier(box_file)


@pytest.fixture
def own(home, tmp_path):
    return save_small_bundle(tmp_path / "small.pth")


def weigh(file, **shares):
    digest = load_classifier(file).digest
    chosen = settings.load(paths.settings_file())
    settings.save(with_own_shares(chosen, digest, shares), paths.settings_file())


def say_of(box, library_file, track_id, genre):
    """Keep that all members of the box take a track for a genre."""
    scores = np.full(len(box.bundle.genres), -9.0, dtype=np.float32)
    scores[box.bundle.genres.index(genre)] = 0.0
    said = [Prediction(c.name, box.bundle.genres, scores) for c in box.bundle.classifiers]
    with Library(library_file) as library:
        scored = ScoredTrack(track_id, STAMP, tuple(said))
        library.predictions.record(box.digest, [scored])


def candidates(library_file, file, track_id):
    with Library(library_file) as library:
        suggestion = load_suggester(library, file, learns=False).of_track(library, track_id)
    return {one.genre: one.confidence for one in suggestion.candidates}


def test_the_box_has_no_say_unless_it_is_given_one(box, own, library_file, tmp_path):
    ids = write_library(library_file, tmp_path / "music", own, {"a.mp3": ("Blues", 0.9)})
    say_of(box, library_file, ids["a.mp3"], "Classical")

    assert "Classical" not in candidates(library_file, own, ids["a.mp3"])


def test_by_its_share_the_box_makes_its_genre_likelier(box, own, library_file, tmp_path):
    ids = write_library(library_file, tmp_path / "music", own, {"a.mp3": ("Blues", 0.9)})
    say_of(box, library_file, ids["a.mp3"], "Classical")
    before = candidates(library_file, own, ids["a.mp3"])

    weigh(own, cnn=1.0, mlp=1.0, box=2.0)
    after = candidates(library_file, own, ids["a.mp3"])

    assert after["Classical"] > 0.25
    assert after["Blues"] < before["Blues"]
    assert sum(after.values()) == pytest.approx(1.0, abs=1e-6)


def test_of_a_track_that_the_box_was_not_asked_about_the_other_speaks_alone(
    box, own, library_file, tmp_path
):
    said = {"a.mp3": ("Blues", 0.9), "b.mp3": ("Blues", 0.9)}
    ids = write_library(library_file, tmp_path / "music", own, said)
    say_of(box, library_file, ids["a.mp3"], "Classical")
    before = candidates(library_file, own, ids["b.mp3"])

    weigh(own, cnn=1.0, mlp=1.0, box=2.0)
    after = candidates(library_file, own, ids["b.mp3"])

    assert {genre: after[genre] for genre in before} == pytest.approx(before, abs=1e-6)


def test_all_tracks_get_the_genres_of_both(box, own, library_file, tmp_path):
    said = {"a.mp3": ("Blues", 0.9), "b.mp3": ("Jazz", 0.8)}
    ids = write_library(library_file, tmp_path / "music", own, said)
    say_of(box, library_file, ids["b.mp3"], "Classical")
    weigh(own, cnn=1.0, mlp=1.0, box=0.5)

    with Library(library_file) as library:
        suggester = load_suggester(library, own, learns=True)
        lines = dict(
            pair
            for batch in suggester.batches(library, RecordingContext())
            for pair in batch.lines()
        )

    assert set(suggester.genres) == {*load_classifier(own).genres, *box.genres}
    assert set(lines) == set(ids.values())


def classified(folder, file, by="track"):
    options = AnalysisOptions(NoCache(), in_place=True)
    return classify_files([folder], file, RecordingContext(), options, by=by)


def said_of(folder, file, by="track"):
    with closing(classified(folder, file, by)) as outcomes:
        (found,) = outcomes
    return {one.genre: one.confidence for one in found.suggestion.candidates}


def test_what_is_said_of_a_file_is_mixed_as_in_a_library(box_file, own, tmp_path):
    folder = tmp_path / "music"
    folder.mkdir()
    soundfile.write(folder / "a.wav", tone(3.0), 44_100)
    of_box = said_of(folder, box_file)
    before = said_of(folder, own)

    weigh(own, cnn=1.0, mlp=1.0, box=2.0)
    after, pooled = said_of(folder, own), said_of(folder, own, by="album")

    halves = {g: (before.get(g, 0.0) + of_box.get(g, 0.0)) / 2 for g in {*before, *of_box}}
    assert after == pytest.approx(halves, abs=1e-6)
    assert pooled == pytest.approx(halves, abs=1e-6)


def test_a_file_that_holds_no_sound_is_told_of_once(own, tmp_path):
    folder = tmp_path / "music"
    folder.mkdir()
    (folder / "a.mp3").write_bytes(b"no sound" * 100)
    weigh(own, cnn=1.0, mlp=1.0, box=2.0)

    with closing(classified(folder, own)) as outcomes:
        (problem,) = outcomes
    assert isinstance(problem, FileProblem)


@pytest.mark.parametrize(
    ("shares", "share"),
    [({}, 0.0), ({"cnn": 1.0}, 0.0), ({"cnn": 1.0, "box": 1.0}, 0.5), ({"box": 2.0}, 1.0)],
)
def test_a_share_is_one_of_all_weights(shares, share):
    assert box_share(shares) == share
