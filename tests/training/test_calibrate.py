import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musicreclass.core.ensemble.calibrator import (
    ConformalSets,
    EnsembleCalibrator,
    VerdictRule,
)
from musicreclass.core.ensemble.columns import PredictionColumns, ScoreColumns
from musicreclass.core.ensemble.log_probs import (
    cooled,
    log_softmax,
    mean_log_loss,
    normalised,
)
from musicreclass.core.ensemble.pooling import USUAL_TEMPERATURE, Companies, Pooling
from musicreclass.core.ensemble.precision import Outcomes, fit_precision
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.ensemble.weighting import aligned
from musicreclass.training.calibrate import (
    fit_calibrator,
    fit_conformal_sets,
    fit_outcomes,
    fit_pooling,
    fit_temperature,
    fit_weights,
)
from musicreclass.training.measure.metrics import expected_calibration_error
from tests.core.known_predictions import GENRES, near_zero, says


def answers(n_tracks, seed, skill=3.0):
    """Return the right genres and raw scores of two classifiers, (n_tracks, 3) each."""
    random = np.random.default_rng(seed)
    truth = random.integers(3, size=n_tracks)
    a, b = random.normal(size=(2, n_tracks, 3)) + skill * np.eye(3)[truth]
    return [GENRES[i] for i in truth], {"a": (GENRES, a), "b": (GENRES, b)}


def suggestions(calibrator, members):
    said = {name: ScoreColumns(genres, scores) for name, (genres, scores) in members.items()}
    n_tracks = len(said["a"].scores)
    columns = PredictionColumns(said, np.full(n_tracks, 30.0), np.zeros(n_tracks, dtype=np.bool_))
    made = calibrator.suggest_many(columns)
    return [made[row] for row in range(n_tracks)]


def test_without_calibration_nothing_is_sure():
    nothing = {"a": (GENRES, np.empty((0, 3)))}
    unmeasured = fit_calibrator(nothing, [], np.empty(0, dtype=np.intp)).calibrator

    assert unmeasured.suggest([says("a", 0.999, 0.0005, 0.0005)]).verdict is Verdict.NOT_SURE


def test_measured_on_one_fold_only_nothing_is_sure():
    truth, members = answers(200, seed=1)

    fitted_only = fit_calibrator(members, truth, np.zeros(200, dtype=np.intp)).calibrator

    said = [says(name, 0.999, 0.0005, 0.0005) for name in "ab"]
    assert fitted_only.suggest(said).verdict is Verdict.NOT_SURE
    assert not len(fitted_only.outcomes.confidences)


def test_a_fitted_calibrator_covers_and_is_right_where_it_is_sure():
    truth, members = answers(1000, seed=1)
    fitted = fit_calibrator(members, truth, np.arange(1000) % 5, coverage=0.95).calibrator
    new_truth, new_members = answers(1000, seed=2)

    made = suggestions(fitted, new_members)

    covered = np.mean([t in s.possible for t, s in zip(new_truth, made, strict=True)])
    sure = [s.genre == t for t, s in zip(new_truth, made, strict=True) if s.genre]
    assert covered == pytest.approx(0.95, abs=4 * np.sqrt(0.95 * 0.05 * 2 / 1000))
    assert len(sure) > 500
    assert np.mean(sure) > 0.95


def test_a_genre_that_no_classifier_knows_costs_precision_and_coverage_not_weights():
    truth, members = answers(300, seed=1)
    folds = np.arange(300) % 5
    strange = ["Polka" if i % 3 == 0 else genre for i, genre in enumerate(truth)]

    plain, bothered = (fit_calibrator(members, t, folds).calibrator for t in (truth, strange))

    assert bothered.ensemble.genres == (*GENRES, "Polka")
    assert bothered.outcomes.is_right.mean() < plain.outcomes.is_right.mean() - 0.2
    assert bothered.ensemble.weights == pytest.approx(plain.ensemble.weights, abs=0.3)


def test_a_calibrator_comes_back_as_it_was_stored():
    truth, members = answers(200, seed=1)
    fitted = fit_calibrator(members, truth, np.arange(200) % 5, novelty=near_zero()).calibrator
    said = [says("a", 0.6, 0.3, 0.1, embedding=np.ones(4)), says("b", 0.7, 0.2, 0.1)]

    again = EnsembleCalibrator.from_dict(fitted.to_dict())

    assert again.suggest(said) == fitted.suggest(said)
    assert again.rule == VerdictRule()


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


@pytest.mark.parametrize("coverage", [0.8, 0.9, 0.95])
@pytest.mark.parametrize("temperature", [0.3, 1.0, 4.0])
def test_sets_cover_as_stated_even_where_confidences_lie(coverage, temperature):
    log_probs, truth = honest_answers(12_000)
    log_probs = cooled(log_probs, temperature)

    sets = fit_conformal_sets(log_probs[:4000], truth[:4000], coverage)

    covered = sets.contains(log_probs[4000:])[np.arange(8000), truth[4000:]].mean()
    four_sigma = 4 * np.sqrt(coverage * (1 - coverage) * (1 / 4000 + 1 / 8000))
    assert covered == pytest.approx(coverage, abs=four_sigma)


def test_coverage_holds_on_average_for_tiny_calibration_sets():
    log_probs, truth = honest_answers(200 * 40)
    groups = zip(np.split(log_probs, 200), np.split(truth, 200), strict=True)

    covered = [
        fit_conformal_sets(some[:20], known[:20], 0.9)
        .contains(some[20:])[np.arange(20), known[20:]]
        .mean()
        for some, known in groups
    ]

    # Exactly ceil(21 * 0.9) / 21 = 0.905 in the long run; sigma of this mean is 0.0065.
    assert np.mean(covered) == pytest.approx(19 / 21, abs=0.026)


@pytest.mark.parametrize("n_tracks", [0, 1, 8])
def test_too_few_tracks_make_every_genre_possible(n_tracks):
    log_probs, truth = honest_answers(n_tracks)

    sets = fit_conformal_sets(log_probs, truth, 0.9)

    assert sets.contains(np.log([0.999, 0.001])).all()


@settings(deadline=None)
@given(st.integers(0, 50), st.floats(0.5, 0.98), st.floats(0.0, 0.02))
def test_a_higher_coverage_never_makes_a_set_smaller(seed, coverage, more):
    log_probs, truth = honest_answers(60, seed=seed)
    lower, higher = (fit_conformal_sets(log_probs, truth, c) for c in (coverage, coverage + more))

    assert (higher.contains(log_probs) >= lower.contains(log_probs)).all()


def test_the_order_of_calibration_tracks_does_not_matter():
    log_probs, truth = honest_answers(300)
    backwards = fit_conformal_sets(log_probs[::-1], truth[::-1])

    assert backwards == fit_conformal_sets(log_probs, truth)
    assert ConformalSets.from_dict(backwards.to_dict()) == backwards


def ear(seed, truth, n_genres, skill):
    """Return log-probabilities (n_tracks, n_genres) of a listener; `skill` 0 knows nothing."""
    noise = np.random.default_rng(seed).normal(size=(len(truth), n_genres))
    return log_softmax(noise + skill * np.eye(n_genres)[truth])


def truths(n_tracks, n_genres=4, seed=0):
    return np.random.default_rng(seed).integers(n_genres, size=n_tracks)


def all_known(stack):
    return np.ones((len(stack), stack.shape[2]), dtype=bool)


def loss_of(weights, stack, truth):
    return mean_log_loss(log_softmax(np.tensordot(weights, stack, axes=1)), truth)


def test_the_obviously_better_classifier_gets_the_weight():
    truth = truths(400)
    stack = np.stack([ear(1, truth, 4, skill=0.0), ear(2, truth, 4, skill=3.0)])

    bad, good = fit_weights(stack, all_known(stack), truth)

    assert good > 0.8
    assert bad < 0.1 * good


@pytest.mark.parametrize("seed", range(8))
def test_weights_are_not_negative_and_no_worse_than_the_best_alone(seed):
    truth = truths(120, seed=seed)
    skills = np.random.default_rng(seed).uniform(-1, 4, size=3)
    stack = np.stack([ear(seed + 10 * i, truth, 4, skill) for i, skill in enumerate(skills)])

    weights = fit_weights(stack, all_known(stack), truth)

    best_alone = min(loss_of(one, stack, truth) for one in np.eye(3))
    assert (weights >= 0).all()
    assert loss_of(weights, stack, truth) <= best_alone + 1e-3


def test_the_weights_are_a_minimum():
    truth = truths(300)
    stack = np.stack([ear(1, truth, 4, skill=1.5), ear(2, truth, 4, skill=2.0)])

    weights = fit_weights(stack, all_known(stack), truth)

    least = loss_of(weights, stack, truth)
    nudges = 0.05 * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
    assert min(loss_of(weights + nudge, stack, truth) for nudge in nudges) > least


def test_two_independent_classifiers_are_surer_than_one():
    truth = truths(2000)
    stack = np.stack([ear(1, truth, 4, skill=1.0), ear(2, truth, 4, skill=1.0)])

    weights = fit_weights(stack, all_known(stack), truth)

    # Logits that are the truth plus unit noise are calibrated as they are: both count in full.
    assert weights == pytest.approx([1.0, 1.0], abs=0.2)


def test_weights_are_found_for_classifiers_of_different_genres_too():
    truth = truths(400)
    good, bad = ear(1, truth, 4, skill=3.0), ear(2, truth, 4, skill=0.0)
    members = [("abcd", good), ("abc", normalised(bad[:, :3]))]

    weights = fit_weights(*aligned(members, "abcd"), truth)

    assert weights[0] > 5 * weights[1]


def test_with_too_few_tracks_all_count_the_same():
    truth = truths(39)
    stack = np.stack([ear(1, truth, 4, skill=0.0), ear(2, truth, 4, skill=3.0)])

    assert fit_weights(stack, all_known(stack), truth).tolist() == [0.5, 0.5]


def test_where_all_are_always_right_weights_stay_small():
    truth = truths(200)
    stack = np.stack([ear(1, truth, 4, skill=40.0), ear(2, truth, 4, skill=40.0)])

    assert fit_weights(stack, all_known(stack), truth).max() < 2.0


def test_tracks_of_a_genre_that_nobody_knows_do_not_disturb_the_weights():
    truth = truths(400)
    stack = np.stack([ear(1, truth, 4, skill=0.5), ear(2, truth, 4, skill=2.0)])
    known = all_known(stack)
    known[:, 3] = False
    stack[:, :, 3] = 0.0

    known_only = truth < 3
    expected = fit_weights(stack[:, known_only], known, truth[known_only])
    assert fit_weights(stack, known, truth) == pytest.approx(expected)


def artists_like(truth, n_artists):
    """Return artists each of whom has tracks of one genre."""
    count = n_artists // (int(truth.max()) + 1)
    return truth * count + np.arange(len(truth)) % count


def pooled_loss(pooling, log_probs, truth, groups):
    return mean_log_loss(pooling.pooled(log_probs, Companies.of_groups(groups)), truth)


def test_pooled_answers_are_as_sure_as_they_are_right():
    truth = truths(400)
    groups = artists_like(truth, 120)
    doubtful = cooled(ear(1, truth, 4, skill=2.0), 2.0)

    fitted = fit_pooling(doubtful, truth, groups)

    assert fitted.temperature < USUAL_TEMPERATURE
    others = truths(400, seed=5)
    asked = cooled(ear(2, others, 4, skill=2.0), 2.0), others, artists_like(others, 120)
    assert pooled_loss(fitted, *asked) < pooled_loss(Pooling(), *asked)


def test_with_few_artists_of_several_tracks_pooling_is_as_usual():
    truth = truths(60)
    said = ear(1, truth, 4, skill=2.0)

    assert fit_pooling(said, truth, np.arange(60)) == Pooling()
    assert fit_pooling(said, truth, truth) == Pooling()


def test_how_answers_are_pooled_is_kept_with_the_calibrator():
    truth, members = answers(200, seed=1)
    folds = np.arange(200) % 5
    groups = np.arange(200) // 5

    fitted = fit_calibrator(members, truth, folds, groups=groups).calibrator

    assert fitted.pooling != Pooling()
    assert EnsembleCalibrator.from_dict(fitted.to_dict()).pooling == fitted.pooling


def outcomes_of(n_groups, size, *, are_alike):
    """Return outcomes of groups that are right together, or of tracks that are so by chance."""
    rng = np.random.default_rng(0)
    if are_alike:
        right = np.repeat(rng.random(n_groups) < 0.5, size)
    else:
        right = rng.random(n_groups * size) < 0.5
    log_probs = np.log(np.tile([0.6, 0.4], (len(right), 1)))
    return fit_outcomes(log_probs, np.where(right, 0, 1), np.repeat(np.arange(n_groups), size))


def test_tracks_that_are_right_together_count_as_one():
    assert outcomes_of(20, 10, are_alike=True).worth == pytest.approx(0.1)
    assert outcomes_of(20, 10, are_alike=False).worth == pytest.approx(1.0, abs=0.1)


def test_less_independent_outcomes_promise_less():
    confidences, right = np.full(100, 0.9), np.r_[np.ones(95), np.zeros(5)]

    alone = fit_precision(Outcomes(confidences, right)).at(0.9)
    together = fit_precision(Outcomes(confidences, right, 0.1)).at(0.9)

    assert together.expected == pytest.approx(alone.expected)
    assert together.low < alone.low
    assert together.evidence_tracks == pytest.approx(10.0)


def test_what_outcomes_count_as_is_kept():
    outcomes = Outcomes(np.array([0.5]), np.array([1.0]), 0.25)

    assert Outcomes.from_dict(outcomes.to_dict()).worth == 0.25
    assert "worth" not in Outcomes(np.array([0.5]), np.array([1.0])).to_dict()
