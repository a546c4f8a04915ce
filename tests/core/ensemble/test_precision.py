import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musicreclass.core.ensemble.precision import (
    Outcomes,
    fit_precision,
    isotonic_regression,
    wilson_interval,
)
from musicreclass.core.ensemble.stored import DamagedCalibration

THRESHOLDS = np.linspace(0.0, 1.0, 21)
SEEDS = st.integers(0, 999)


def honest_outcomes(n_tracks, seed=0):
    """Return suggestions that are right as often as their confidence says."""
    random = np.random.default_rng(seed)
    confidences = random.random(n_tracks)
    return Outcomes(confidences, (random.random(n_tracks) < confidences).astype(np.float64))


def outcome(confidence, is_right):
    return Outcomes(np.array([confidence]), np.array([float(is_right)]))


def expected_at(curve, shown=None):
    return np.array([curve.at(threshold, shown).expected for threshold in THRESHOLDS])


@settings(deadline=None)
@given(SEEDS, st.integers(1, 80))
def test_a_higher_threshold_never_promises_less(seed, n_tracks):
    curve = fit_precision(honest_outcomes(n_tracks, seed), honest_outcomes(5, seed + 1))

    assert (np.diff(expected_at(curve)) >= -1e-12).all()


@settings(deadline=None)
@given(SEEDS, st.floats(0, 1), st.booleans())
def test_accepting_lifts_the_expectation_and_changing_lowers_it(seed, confidence, is_right):
    calibration, shown = honest_outcomes(60, seed), np.linspace(0.0, 1.0, 40)
    before = expected_at(fit_precision(calibration), shown)

    after = expected_at(fit_precision(calibration, outcome(confidence, is_right)), shown)

    assert ((after - before) * (1 if is_right else -1) >= -1e-12).all()


def test_many_corrections_outweigh_the_calibration():
    calibration = Outcomes(np.full(5000, 0.95), np.ones(5000))
    corrected = Outcomes(np.full(400, 0.95), np.zeros(400))

    curve = fit_precision(calibration, corrected)

    assert curve.at(0.9).expected == pytest.approx(0.5)
    assert curve.at(0.9).evidence_tracks == pytest.approx(800)


@pytest.mark.parametrize("n_tracks", [60, 150])
def test_the_interval_holds_the_truth_as_often_as_it_says(n_tracks):
    # Confidences are uniform and honest, so what lies above 0.7 is right 0.85 of the time.
    ranges = [fit_precision(honest_outcomes(n_tracks, seed)).at(0.7) for seed in range(300)]

    share_holding = np.mean([r.low <= 0.85 <= r.high for r in ranges])
    assert share_holding > 0.90 - 4 * np.sqrt(0.9 * 0.1 / 300)


def test_the_expectation_is_about_the_tracks_that_are_shown():
    curve = fit_precision(honest_outcomes(4000))

    assert curve.at(0.5, np.full(10, 0.55)).expected == pytest.approx(0.55, abs=0.08)
    assert curve.at(0.5, np.full(10, 0.97)).expected == pytest.approx(0.97, abs=0.08)
    assert curve.at(0.5).expected == pytest.approx(0.75, abs=0.05)


@pytest.mark.parametrize("wanted", [0.6, 0.7, 0.8])
def test_the_threshold_that_promises_a_precision_keeps_it(wanted):
    curve = fit_precision(honest_outcomes(4000, seed=3))

    threshold = curve.threshold_for(wanted)

    assert curve.at(threshold).low >= wanted
    assert (1 + threshold) / 2 >= wanted  # the true precision above a threshold, for these


def test_three_right_of_three_promise_nothing():
    curve = fit_precision(Outcomes(np.full(3, 0.99), np.ones(3)))

    assert curve.at(0.9).expected == 1.0
    assert curve.at(0.9).low < 0.6
    assert curve.threshold_for(0.9) is None


def test_without_evidence_nothing_is_expected():
    curve = fit_precision(Outcomes.none())

    nothing = curve.at(0.9, np.array([0.99]))

    assert (nothing.expected, nothing.low, nothing.high) == (0.0, 0.0, 1.0)
    assert curve.threshold_for(0.5) is None


def test_the_user_alone_can_say_what_confidence_is_worth():
    curve = fit_precision(Outcomes.none(), honest_outcomes(500))

    assert curve.at(0.9).expected == pytest.approx(0.95, abs=0.05)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.25, 4)), min_size=1, max_size=30))
def test_smoothing_never_falls_and_keeps_the_mean(pairs):
    values, weights = np.array(pairs).T

    smooth = isotonic_regression(values, weights)

    assert (np.diff(smooth) >= 0).all()
    assert np.average(smooth, weights=weights) == pytest.approx(np.average(values, weights=weights))


def test_what_does_not_fall_is_left_alone():
    rising = np.array([0.1, 0.1, 0.5, 0.9])

    assert isotonic_regression(rising, np.ones(4)).tolist() == rising.tolist()


@settings(deadline=None)
@given(st.floats(0, 1), st.integers(1, 1000))
def test_at_the_ends_of_the_interval_the_share_is_just_within_ninety_percent(share, n_tracks):
    ends = np.array(wilson_interval(share, n_tracks))

    # The defining equation of Wilson's interval: the share lies z standard errors from each end.
    assert (ends - share) ** 2 * n_tracks == pytest.approx(1.645**2 * ends * (1 - ends), abs=1e-6)


def test_nothing_seen_leaves_every_share_possible():
    assert wilson_interval(0.5, 0) == (0.0, 1.0)


def test_outcomes_come_back_as_they_were_stored():
    again = Outcomes.from_dict(outcome(0.7, True).to_dict())

    assert again.confidences.tolist() == [0.7]
    assert again.is_right.tolist() == [1.0]


@pytest.mark.parametrize(
    ("confidences", "is_right", "reason"),
    [
        ([0.5, 1.5], [0, 1], "confidences is not from 0 to 1"),
        ([0.5, np.nan], [0, 1], "confidences is not finite"),
        ([0.5], [0, 1], "is_right has shape"),
        ([0.5], [0.5], "is_right is not 0 or 1"),
    ],
)
def test_damaged_outcomes_are_refused_in_a_sentence(confidences, is_right, reason):
    with pytest.raises(DamagedCalibration, match=reason):
        Outcomes.from_dict({"confidences": np.array(confidences), "is_right": np.array(is_right)})
