import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.columns import Beliefs, PredictionColumns
from musicreclass.core.ensemble.doubt import Doubt, doubt_about
from musicreclass.core.ensemble.prediction import Prediction, Verdict
from musicreclass.core.ensemble.weighting import Ensemble

GENRES = ("Pop", "Rock", "Folk")


def calibrator(least):
    return EnsembleCalibrator(Ensemble.of_equals({"mlp": GENRES}), ConformalSets(0.9, least))


def suggested(*shares, least=0.08, seconds=30.0, genres=GENRES):
    scores = np.log(np.array([1 / 3] * 3, dtype=np.float32))
    said = Prediction("mlp", GENRES, scores, seconds_analyzed=seconds)
    beliefs = Beliefs(tuple(genres), np.log(np.array([shares])))
    return calibrator(least).suggest_many(PredictionColumns.of_track([said]), beliefs)


@pytest.mark.parametrize(
    ("shares", "options", "doubt"),
    [
        ((0.90, 0.09, 0.01), {}, Doubt.SEVERAL),
        ((0.84, 0.079, 0.081), {"least": 0.0}, Doubt.SEVERAL),
        ((0.45, 0.30, 0.25), {"least": 0.5}, Doubt.NONE),
        ((0.45, 0.30, 0.25), {"least": 0.4}, Doubt.UNLIKELY),
        ((0.97, 0.02, 0.01), {"seconds": 2.0}, Doubt.SHORT),
        ((0.02, 0.01, 0.01, 0.96), {"genres": (*GENRES, "Mandopop")}, Doubt.OWN_GENRE),
        ((0.97, 0.02, 0.01), {}, None),
    ],
)
def test_the_rule_is_named_that_makes_a_suggestion_unsure(shares, options, doubt):
    said = suggested(*shares, **options)[0]

    assert (said.verdict is Verdict.SURE) is (doubt is None)
    assert doubt_about(said, calibrator(options.get("least", 0.08))) is doubt


def test_ninety_per_cent_may_be_unsure_beside_eighty_four_that_are_sure():
    """What decides is whether a second genre is possible: here from eight per cent on."""
    two_possible, one_possible = suggested(0.90, 0.09, 0.01), suggested(0.86, 0.07, 0.07)

    assert two_possible[0].verdict is Verdict.NOT_SURE
    assert one_possible[0].verdict is Verdict.SURE


def test_lines_of_many_say_what_the_line_of_one_says():
    columns = suggested(0.90, 0.09, 0.01)

    assert columns.lines() == [columns[0].line]
    (line,) = columns.lines()
    assert line.possible == ("Pop", "Rock")
    assert line.confidence_of("Rock") == pytest.approx(0.09)
    assert line.confidence_of("Jazz") is None
