import numpy as np
import pytest

from musicreclass.core.calibration import ConformalSets
from musicreclass.core.ensemble import Ensemble
from musicreclass.core.familiarity import fit_familiarity
from musicreclass.core.judging import Judge, VerdictRule, fit_judge
from musicreclass.core.log_probs import UnusableScores
from musicreclass.core.prediction import Prediction, Verdict
from musicreclass.core.stored import DamagedCalibration

GENRES = ("Pop", "Rock", "Jazz")


def says(classifier, *probabilities, genres=GENRES, embedding=None):
    scores = np.log(np.array(probabilities)).astype(np.float32)
    return Prediction(classifier, genres, scores, embedding=embedding, seconds_heard=30.0)


def judge(least_probability=0.3, weights=(1.0, 1.0), familiarity=None):
    ensemble = Ensemble(GENRES, ("a", "b"), np.array(weights), np.ones(2))
    return Judge(ensemble, ConformalSets(0.9, least_probability), familiarity=familiarity)


def near_zero():
    random = np.random.default_rng(0)
    train, held_out = random.normal(size=(2, 200, 4))
    return fit_familiarity("a", train, np.zeros(200, dtype=np.intp), held_out)


def answers(n_tracks, seed, skill=3.0):
    """Return the right genres and raw scores of two ears, (n_tracks, 3) each."""
    random = np.random.default_rng(seed)
    truth = random.integers(3, size=n_tracks)
    a, b = random.normal(size=(2, n_tracks, 3)) + skill * np.eye(3)[truth]
    return [GENRES[i] for i in truth], {"a": (GENRES, a), "b": (GENRES, b)}


def suggestions(judge, members):
    a, b = (scores for _, scores in members.values())
    pairs = zip(a, b, strict=True)
    return [
        judge.suggest([Prediction("a", GENRES, x), Prediction("b", GENRES, y)]) for x, y in pairs
    ]


def test_agreement_on_the_only_possible_genre_is_sure():
    suggestion = judge().suggest([says("a", 0.8, 0.1, 0.1), says("b", 0.7, 0.2, 0.1)])

    assert suggestion.verdict is Verdict.SURE
    assert suggestion.genre == "Pop"
    assert suggestion.possible == ("Pop",)
    assert [c.genre for c in suggestion.candidates] == ["Pop", "Rock", "Jazz"]
    assert sum(c.confidence for c in suggestion.candidates) == pytest.approx(1.0)
    assert [(o.classifier, o.genre) for o in suggestion.opinions] == [("a", "Pop"), ("b", "Pop")]
    assert suggestion.seconds_heard == 30.0


@pytest.mark.parametrize(
    ("least_probability", "n_possible"), [(0.01, 3), (0.999, 0)], ids=["several", "none"]
)
def test_more_than_one_possible_genre_or_none_is_not_sure(least_probability, n_possible):
    said = [says("a", 0.8, 0.1, 0.1), says("b", 0.7, 0.2, 0.1)]

    suggestion = judge(least_probability).suggest(said)

    assert suggestion.verdict is Verdict.NOT_SURE
    assert len(suggestion.possible) == n_possible


def test_lukewarm_ears_that_disagree_are_not_sure():
    suggestion = judge().suggest([says("a", 0.4, 0.3, 0.3), says("b", 0.3, 0.4, 0.3)])

    assert suggestion.verdict is Verdict.NOT_SURE


def test_an_ear_that_believes_in_another_genre_makes_them_differ():
    suggestion = judge().suggest([says("a", 0.98, 0.01, 0.01), says("b", 0.2, 0.7, 0.1)])

    assert suggestion.verdict is Verdict.DIFFER
    assert suggestion.genre is None


def test_an_ear_without_weight_cannot_contradict():
    said = [says("a", 0.98, 0.01, 0.01), says("b", 0.2, 0.7, 0.1)]

    assert judge(weights=(1.0, 0.0)).suggest(said).verdict is Verdict.SURE


@pytest.mark.parametrize(
    ("embedding", "verdict"), [(np.zeros(4), Verdict.SURE), (np.full(4, 9.0), Verdict.UNLIKE)]
)
def test_what_is_like_nothing_known_is_unlike_however_confident(embedding, verdict):
    known = judge(familiarity=near_zero())

    suggestion = known.suggest([says("a", 0.98, 0.01, 0.01, embedding=embedding)])

    assert suggestion.verdict is verdict


def test_without_an_embedding_familiarity_is_not_judged():
    suggestion = judge(familiarity=near_zero()).suggest([says("a", 0.98, 0.01, 0.01)])

    assert suggestion.familiarity is None
    assert suggestion.verdict is Verdict.SURE


def test_who_knows_one_genre_is_never_sure_of_it():
    alone = Judge(Ensemble.of_equals({"a": ("Pop",)}), ConformalSets(0.9, 0.5))

    suggestion = alone.suggest([says("a", 1.0, genres=("Pop",))])

    assert suggestion.verdict is Verdict.NOT_SURE
    assert suggestion.confidence == 0.0
    assert suggestion.opinions[0].confidence == 0.0


def test_without_calibration_nothing_is_sure():
    unmeasured = fit_judge({"a": (GENRES, np.empty((0, 3)))}, [], np.empty(0, dtype=np.intp))

    assert unmeasured.suggest([says("a", 0.999, 0.0005, 0.0005)]).verdict is Verdict.NOT_SURE


def test_measured_on_one_fold_only_nothing_is_sure():
    truth, members = answers(200, seed=1)

    fitted_only = fit_judge(members, truth, np.zeros(200, dtype=np.intp))

    said = [says(name, 0.999, 0.0005, 0.0005) for name in "ab"]
    assert fitted_only.suggest(said).verdict is Verdict.NOT_SURE
    assert not len(fitted_only.outcomes.confidences)


def test_strangers_alone_get_a_sentence():
    with pytest.raises(UnusableScores, match="No classifier in use has heard this track"):
        judge().suggest([says("stranger", 0.8, 0.1, 0.1)])


def test_a_fitted_judge_covers_and_is_right_where_it_is_sure():
    truth, members = answers(1000, seed=1)
    fitted = fit_judge(members, truth, np.arange(1000) % 5, coverage=0.95)
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

    plain, bothered = fit_judge(members, truth, folds), fit_judge(members, strange, folds)

    assert bothered.ensemble.genres == (*GENRES, "Polka")
    assert bothered.outcomes.is_right.mean() < plain.outcomes.is_right.mean() - 0.2
    assert bothered.ensemble.weights == pytest.approx(plain.ensemble.weights, abs=0.3)


def test_a_judge_comes_back_as_it_was_stored():
    truth, members = answers(200, seed=1)
    fitted = fit_judge(members, truth, np.arange(200) % 5, familiarity=near_zero())
    said = [says("a", 0.6, 0.3, 0.1, embedding=np.ones(4)), says("b", 0.7, 0.2, 0.1)]

    again = Judge.from_dict(fitted.to_dict())

    assert again.suggest(said) == fitted.suggest(said)
    assert again.rule == VerdictRule()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ensemble.weights", "weights is not made of numbers"),
        ("sets.coverage", "coverage is not made of numbers"),
        ("outcomes.is_right", "is_right is not made of numbers"),
        ("rule.sure_confidence", "sure_confidence is not made of numbers"),
        ("familiarity.whitener", "whitener is not made of numbers"),
    ],
)
def test_damage_anywhere_is_refused_in_a_sentence(name, reason):
    stored = judge(familiarity=near_zero()).to_dict()

    with pytest.raises(DamagedCalibration, match=reason):
        Judge.from_dict(stored | {name: ["rubbish"]})
