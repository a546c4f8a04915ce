import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musicreclass.core.ensemble.calibration import (
    ConformalSets,
    expected_calibration_error,
    fit_temperature,
)
from musicreclass.core.ensemble.log_probs import cooled, log_softmax
from musicreclass.core.ensemble.stored import DamagedCalibration


def honest_answers(n_tracks, n_genres=5, seed=0, spread=2.0):
    """Return log-probabilities that are exactly as right as they say, and the truth."""
    random = np.random.default_rng(seed)
    log_probs = log_softmax(random.normal(scale=spread, size=(n_tracks, n_genres)))
    drawn = np.exp(log_probs).cumsum(axis=1) < random.random((n_tracks, 1))
    return log_probs, np.minimum(drawn.sum(axis=1), n_genres - 1)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 1.7, 3.0])
def test_a_known_temperature_is_recovered(temperature):
    honest, truth = honest_answers(20_000)
    boastful = log_softmax(honest * temperature)

    assert fit_temperature(boastful, truth) == pytest.approx(temperature, rel=0.05)


def test_cooling_mends_the_calibration_and_keeps_the_order():
    honest, truth = honest_answers(5000)
    boastful = log_softmax(honest * 3.0)

    mended = cooled(boastful, fit_temperature(boastful, truth))

    right = boastful.argmax(axis=1) == truth
    before, after = (
        expected_calibration_error(np.exp(x.max(axis=1)), right) for x in (boastful, mended)
    )
    assert (mended.argmax(axis=1) == boastful.argmax(axis=1)).all()
    assert before > 0.1
    assert after < 0.03


def test_few_tracks_leave_the_temperature_alone():
    log_probs, truth = honest_answers(9)

    assert fit_temperature(log_probs, truth) == 1.0


def test_a_small_set_without_a_mistake_promises_no_certainty():
    truth = np.arange(12) % 3
    log_probs = np.log(0.6 * np.eye(3)[truth] + 0.4 / 3)

    confidence = np.exp(cooled(log_probs, fit_temperature(log_probs, truth)).max())

    assert 0.74 < confidence < 0.99


@pytest.mark.parametrize("equal_mass", [False, True])
@pytest.mark.parametrize(
    ("confidence", "share_right", "error"), [(0.8, 0.8, 0.0), (1.0, 0.6, 0.4), (0.3, 1.0, 0.7)]
)
def test_the_calibration_error_is_the_gap_between_claim_and_truth(
    equal_mass, confidence, share_right, error
):
    is_right = np.tile(np.arange(10) < 10 * share_right, 15)
    confidences = np.full(len(is_right), confidence)

    found = expected_calibration_error(confidences, is_right, equal_mass=equal_mass)

    assert found == pytest.approx(error, abs=1e-12)


def test_bins_keep_opposite_errors_from_hiding_each_other():
    confidences = np.repeat([0.9, 0.3], 50)
    is_right = np.repeat([False, True], 50)

    assert expected_calibration_error(confidences, is_right) == pytest.approx(0.8)


def test_nothing_has_no_calibration_error():
    assert expected_calibration_error(np.empty(0), np.empty(0, dtype=bool)) == 0.0


@pytest.mark.parametrize("coverage", [0.8, 0.9, 0.95])
@pytest.mark.parametrize("temperature", [0.3, 1.0, 4.0])
def test_sets_cover_as_stated_even_where_confidences_lie(coverage, temperature):
    log_probs, truth = honest_answers(12_000)
    log_probs = cooled(log_probs, temperature)

    sets = ConformalSets.fit(log_probs[:4000], truth[:4000], coverage)

    covered = sets.contains(log_probs[4000:])[np.arange(8000), truth[4000:]].mean()
    four_sigma = 4 * np.sqrt(coverage * (1 - coverage) * (1 / 4000 + 1 / 8000))
    assert covered == pytest.approx(coverage, abs=four_sigma)


def test_coverage_holds_on_average_for_tiny_calibration_sets():
    log_probs, truth = honest_answers(200 * 40)
    groups = zip(np.split(log_probs, 200), np.split(truth, 200), strict=True)

    covered = [
        ConformalSets.fit(some[:20], known[:20], 0.9)
        .contains(some[20:])[np.arange(20), known[20:]]
        .mean()
        for some, known in groups
    ]

    # Exactly ceil(21 * 0.9) / 21 = 0.905 in the long run; sigma of this mean is 0.0065.
    assert np.mean(covered) == pytest.approx(19 / 21, abs=0.026)


@pytest.mark.parametrize("n_tracks", [0, 1, 8])
def test_too_few_tracks_make_every_genre_possible(n_tracks):
    log_probs, truth = honest_answers(n_tracks)

    sets = ConformalSets.fit(log_probs, truth, 0.9)

    assert sets.contains(np.log([0.999, 0.001])).all()


@settings(deadline=None)
@given(st.integers(0, 50), st.floats(0.5, 0.98), st.floats(0.0, 0.02))
def test_a_higher_coverage_never_makes_a_set_smaller(seed, coverage, more):
    log_probs, truth = honest_answers(60, seed=seed)
    lower, higher = (ConformalSets.fit(log_probs, truth, c) for c in (coverage, coverage + more))

    assert (higher.contains(log_probs) >= lower.contains(log_probs)).all()


def test_the_order_of_calibration_tracks_does_not_matter():
    log_probs, truth = honest_answers(300)
    with_overrides = ConformalSets.fit(log_probs[::-1], truth[::-1])

    assert with_overrides == ConformalSets.fit(log_probs, truth)
    assert ConformalSets.from_dict(with_overrides.to_dict()) == with_overrides


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        ({"coverage": 0.9}, "least_probability is missing"),
        ({"coverage": 1.5, "least_probability": 0.1}, "coverage is not from 0 to 1"),
        ({"coverage": 0.9, "least_probability": np.nan}, "least_probability is not finite"),
    ],
)
def test_damaged_sets_are_refused_in_a_sentence(stored, reason):
    with pytest.raises(DamagedCalibration, match=reason):
        ConformalSets.from_dict(stored)
