from dataclasses import replace

import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator, VerdictRule
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.pipeline.preview.evidence import evidence

GENRES = ("Pop", "Rock")
CALIBRATOR = EnsembleCalibrator(
    Ensemble(GENRES, ("mlp", "cnn"), np.ones(2) / 2, np.ones(2)),
    rule=VerdictRule(sure_confidence=0.6),
)


def log(*shares):
    return np.log(np.array(shares, dtype=np.float32))


def evidence_of(predictions, seconds, of_patches=()):
    said = CALIBRATOR.suggest(predictions)
    return evidence(said, CALIBRATOR, predictions, seconds, of_patches)


MLP = Prediction("mlp", GENRES, log(0.8, 0.2), seconds_analyzed=30.0)
CNN = Prediction(
    "cnn",
    GENRES,
    log(0.5, 0.5),
    segments=np.stack([log(0.9, 0.1), log(0.1, 0.9)]),
    seconds_analyzed=30.0,
    starts=(100.0, 115.0),
)

PATCHES = Prediction(
    "mlp",
    GENRES,
    log(0.5, 0.5),
    segments=np.stack([log(0.9, 0.1), log(0.8, 0.2), log(0.1, 0.9)]),
    seconds_analyzed=30.0,
    starts=(32.0, 98.0, 164.0),
)


def strip_of(*predictions, seconds=200.0):
    return evidence_of(predictions, seconds, ["mlp"]).strip


def test_each_classifier_is_shown_with_its_own_calibrated_numbers():
    found = evidence_of((MLP, CNN), 200.0)

    assert found.members["mlp"] == pytest.approx({"Pop": 0.8, "Rock": 0.2}, abs=1e-6)
    assert found.members["cnn"] == pytest.approx({"Pop": 0.5, "Rock": 0.5}, abs=1e-6)
    assert found.sure_confidence == 0.6


def test_stretches_are_classified_by_all_each_for_itself():
    strip = evidence_of((MLP, CNN), 200.0).strip

    np.testing.assert_allclose(strip.bounds, [100.0, 115.0, 130.0])
    np.testing.assert_allclose(strip.confidences.sum(axis=1), 1.0)
    assert [strip.top(second, 1)[0][0] for second in (101.0, 129.0)] == ["Pop", "Rock"]


def test_of_what_was_not_analyzed_nothing_is_said():
    strip = evidence_of((MLP, CNN), 200.0).strip

    assert strip.top(99.0, 3) == []
    assert strip.top(131.0, 3) == []


def test_who_analyzes_all_at_once_makes_one_stretch_in_the_middle():
    found = evidence_of((MLP,), 100.0)

    np.testing.assert_allclose(found.strip.bounds, [35.0, 65.0])
    assert found.segment_count == 1


def test_a_classifier_that_has_no_say_is_not_shown():
    stranger = Prediction("other", GENRES, log(0.1, 0.9), seconds_analyzed=30.0)

    found = evidence_of((MLP, stranger), 100.0)

    assert list(found.members) == ["mlp"]


def test_patches_speak_for_all_of_a_track_each_for_what_lies_nearest():
    strip = strip_of(PATCHES)

    np.testing.assert_allclose(strip.bounds, [0.0, 66.5, 132.5, 200.0], atol=0.01)
    assert [strip.top(second, 1)[0][0] for second in (0.0, 132.0, 199.0)] == ["Pop", "Pop", "Rock"]


def test_chunks_are_added_to_patches_where_they_lie():
    strip = strip_of(PATCHES, CNN)

    bounds = [0.0, 66.5, 100.0, 115.0, 130.0, 132.5, 200.0]
    np.testing.assert_allclose(strip.bounds, bounds, atol=0.01)
    pop = strip.confidences[:, 0]
    assert pop[2] > pop[1] == pop[4] > pop[3]  # elsewhere it says what it says of the whole
    np.testing.assert_allclose(strip.confidences.sum(axis=1), 1.0)


@pytest.mark.parametrize(("starts", "seconds"), [((0.0,), 2.0), ((0.4,), 0.0), ((5300.0,), 10_800)])
def test_a_single_patch_speaks_for_all_there_is(starts, seconds):
    one = replace(PATCHES, segments=PATCHES.segments[:1], starts=starts, seconds_analyzed=2.0)

    strip = strip_of(one, seconds=seconds)

    assert strip.bounds[0] == 0.0
    assert strip.bounds[-1] >= max(seconds, starts[0] + 2.0)
    assert len(strip.confidences) == 1


def test_what_was_kept_without_segments_is_shown_as_it_was():
    np.testing.assert_allclose(strip_of(MLP).bounds, [85.0, 115.0])
    np.testing.assert_allclose(strip_of(MLP, CNN).bounds, [100.0, 115.0, 130.0])
