import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.review.transitions import accept
from musicreclass.library.review.dismissals import ConfirmedLabel
from musicreclass.library.store import Library
from musicreclass.pipeline.insights.library_mislabels import Contradictions, library_mislabels
from musicreclass.pipeline.review.decide import decide
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import GENRES, save_small_bundle


@pytest.fixture
def bundle_file(tmp_path):
    ensemble = Ensemble(GENRES, ("cnn", "mlp"), np.ones(2), np.ones(2))
    calibrator = EnsembleCalibrator(ensemble, ConformalSets(0.9, 0.5))
    return save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())


@pytest.fixture
def found(tmp_path, bundle_file):
    """Return what is found among tracks: name -> genre in the file, genre suggested, confidence."""
    library = tmp_path / "library.db"

    def find(tracks, before=lambda library, ids: None):
        said = {
            name: (guessed, sure) if guessed else None
            for name, (_, guessed, sure) in tracks.items()
        }
        genres = {name: (given,) for name, (given, _, _) in tracks.items() if given}
        ids = write_library(library, tmp_path / "music", bundle_file, said, genres=genres)
        before(library, ids)
        lines = reviewable(library, bundle_file, RecordingContext()).lines
        return library_mislabels(library, lines, bundle_file, RecordingContext())

    return find


USUAL = {f"{i}.mp3": (genre, genre, 0.9) for i, genre in enumerate(GENRES * 3)}


def test_what_surely_sounds_like_another_genre_is_found(found):
    contradictions = found(USUAL | {"wrong.mp3": ("Jazz", "Rock", 0.97)})

    (one,) = contradictions.found
    assert (one.line.name, one.given, one.likely) == ("wrong.mp3", "Jazz", "Rock")
    assert one.confidence == pytest.approx(0.97)
    assert contradictions.compared == 10


def test_a_doubt_contradicts_nobody(found):
    assert found(USUAL | {"doubtful.mp3": ("Jazz", "Rock", 0.45)}).found == ()


def test_a_genre_counts_as_the_nearest_one_that_is_known(found):
    contradictions = found(
        USUAL
        | {"kind.mp3": ("Bebop", "Jazz", 0.97), "other.mp3": ("爵士", "Jazz", 0.97)}
        | {"own.mp3": ("My Own", "Jazz", 0.97)}
    )

    assert contradictions.found == ()
    assert contradictions.compared == 11


def test_one_of_several_genres_is_enough(found):
    assert found(USUAL | {"both.mp3": ("Jazz; Rock", "Rock", 0.97)}).found == ()


def test_what_somebody_has_decided_is_not_doubted_again(found, bundle_file):
    def decided(library, ids):
        line = next(
            line
            for line in reviewable(library, bundle_file, RecordingContext()).lines
            if line.id == ids["wrong.mp3"]
        )
        decide(library, line.id, accept(line), RecordingContext())

    assert found(USUAL | {"wrong.mp3": ("Jazz", "Rock", 0.97)}, decided).found == ()


def test_an_unheard_library_has_nothing_to_compare(found):
    assert found({"a.mp3": ("Jazz", None, 0.0)}) == Contradictions((), 0)


def test_what_somebody_said_is_right_is_kept_apart(found):
    def confirmed(library_file, ids):
        with Library(library_file) as library:
            sound = library.fingerprints()[ids["right.mp3"]]
            library.dismissals.confirm([ConfirmedLabel(sound, "Jazz")])

    wrong = ("Jazz", "Rock", 0.97)
    contradictions = found(USUAL | {"right.mp3": wrong, "wrong.mp3": wrong}, confirmed)

    assert [one.line.name for one in contradictions.found] == ["wrong.mp3"]
    assert [one.line.name for one in contradictions.confirmed] == ["right.mp3"]
