import json

import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator, VerdictRule
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.library_insights import Agreement, insights, save_insights
from musicreclass.pipeline.review.suggested_tracks import reviewable
from musicreclass.pipeline.whole_files import OutputProblem
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import GENRES, save_small_bundle


@pytest.fixture
def bundle_file(tmp_path):
    ensemble = Ensemble(GENRES, ("cnn", "mlp"), np.ones(2), np.ones(2))
    calibrator = EnsembleCalibrator(
        ensemble, ConformalSets(0.9, 0.5), rule=VerdictRule(sure_confidence=0.6)
    )
    return save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())


@pytest.fixture
def lines(tmp_path, bundle_file):
    """A library of five tracks: three are analyzed, three have a genre, and one is gone."""
    said = {"a.mp3": ("Blues", 0.95), "b.mp3": ("Jazz", 0.42), "c.mp3": ("Blues", 0.98)}
    said |= {"d.mp3": None, "e.mp3": None}
    genres = {"a.mp3": ("blues", "Rock"), "b.mp3": ("爵士",), "e.mp3": ("Rock",)}
    library = tmp_path / "library.db"
    write_library(library, tmp_path / "music", bundle_file, said, genres=genres)
    found = reviewable(library, bundle_file, RecordingContext()).lines
    return [line._replace(is_missing=int(line.name == "e.mp3")) for line in found]


def test_genres_in_files_stand_beside_what_is_suggested(lines, bundle_file):
    found = insights(lines, bundle_file, RecordingContext())

    assert found.tracks == 4
    assert found.in_files == {"Blues": 1, "Jazz": 1, "Rock": 1}
    assert found.suggested == {"Blues": 2, "Jazz": 1}
    assert (found.untagged, found.classified, found.sure) == (2, 3, 2)
    assert found.formats == {"MP3": 4}
    assert found.balance.ratio == 1.0


def test_confidences_are_counted_by_whether_they_are_sure(lines, bundle_file):
    found = insights(lines, bundle_file, RecordingContext())

    assert found.confidences[19] == (2, 0)
    assert found.confidences[8] == (0, 1)
    assert sum(map(sum, found.confidences)) == 3
    assert found.sure_confidence == pytest.approx(0.6)


def test_without_a_classifier_there_is_no_line_to_draw(lines):
    bare = [line._replace(suggestion=None) for line in lines]

    found = insights(bare, None, RecordingContext())

    assert (found.sure_confidence, found.classified, found.agreement) == (None, 0, ())


def test_who_agrees_with_whom_is_counted(lines):
    said = SuggestionLine("Pop", 0.9, Verdict.SURE, (("mlp", "Pop", 0.9), ("cnn", "Rock", 0.5)))
    alike = said._replace(opinions=(("mlp", "Pop", 0.9), ("cnn", "Pop", 0.8)))
    lines_suggested = [lines[0]._replace(suggestion=said), lines[1]._replace(suggestion=alike)]

    found = insights(lines_suggested, None, RecordingContext())

    assert found.agreement == (
        Agreement("cnn", "", 1, 2),
        Agreement("mlp", "", 2, 2),
        Agreement("cnn", "mlp", 1, 2),
    )
    assert found.agreement[0].share == 0.5


def test_an_empty_library_has_figures_of_nothing():
    found = insights([], None, RecordingContext())

    assert (found.tracks, found.lengths, found.in_files) == (0, None, {})


def test_figures_are_kept_as_json(lines, bundle_file, tmp_path):
    found = insights(lines, bundle_file, RecordingContext())
    mel = GenreMel("Blues", 4, np.full((3, COLUMNS), -30.0, dtype=np.float32), (50.0, 90.0, 200.0))

    path = save_insights(found, [mel], tmp_path / "figures.json", RecordingContext())

    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["genres_in_files"] == {"Blues": 1, "Jazz": 1, "Rock": 1}
    assert kept["suggested"]["confidences"][19] == {"from": 0.95, "sure": 2, "others": 0}
    assert kept["agreement"][0]["with"] == "all together"
    assert kept["mels"][0]["spectrum_db"] == [-30.0, -30.0, -30.0]


def test_a_folder_that_is_gone_is_said(lines, tmp_path):
    found = insights(lines, None, RecordingContext())

    with pytest.raises(OutputProblem, match="cannot be written"):
        save_insights(found, [], tmp_path / "gone" / "figures.json", RecordingContext())
