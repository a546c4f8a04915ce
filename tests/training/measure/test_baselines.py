import sys

import numpy as np
import pytest
from sklearn.svm import SVC

from musicreclass.classifiers.feature_set import Scaling
from musicreclass.core.ensemble.log_probs import FLOOR, mean_log_loss
from musicreclass.training.measure.baselines import BASELINES, CannotLearn, XgboostMissing

LEARNERS = sorted(set(BASELINES) - {"majority"})
EASY, HARD = 3.0, 0.3


def tracks(n_tracks=120, n_genres=3, apart=EASY, seed=0):
    """Return features of genres that lie so many deviations apart, and the genres."""
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n_tracks) % n_genres)
    centers = np.random.default_rng(99).normal(scale=apart, size=(n_genres, 20))
    features = centers[labels] + rng.normal(size=(n_tracks, 20))
    return features.astype(np.float32), labels


def learned(name, features, labels, n_genres=3, seed=0, groups=None):
    baseline = BASELINES[name]()
    baseline.fit(features, labels, n_genres, seed, groups)
    return baseline


@pytest.mark.parametrize("name", LEARNERS)
def test_what_is_easy_is_learned(name):
    features, labels = tracks(seed=1)

    said = learned(name, *tracks()).log_probs(features)

    assert said.shape == (120, 3)
    assert np.exp(said).sum(axis=1) == pytest.approx(np.ones(120))
    assert (said.argmax(axis=1) == labels).mean() > 0.95


def test_the_majority_is_said_of_all_with_the_shares_of_the_genres():
    features, labels = tracks(10)
    labels[:] = [0, 1, 1, 1, 1, 1, 2, 2, 2, 0]

    said = learned("majority", features, labels).log_probs(features[:4])

    assert np.exp(said) == pytest.approx(np.tile([0.2, 0.5, 0.3], (4, 1)))


@pytest.mark.parametrize("name", sorted(BASELINES))
def test_a_genre_never_met_is_at_the_floor(name):
    features, labels = tracks()

    said = learned(name, features, labels * 2, n_genres=5).log_probs(features)

    assert said[:, [1, 3]] == pytest.approx(np.full((120, 2), FLOOR), abs=1e-3)
    assert set(said.argmax(axis=1)) <= {0, 2, 4}


@pytest.mark.parametrize("name", LEARNERS)
def test_two_genres_are_told_apart_the_right_way_round(name):
    features, labels = tracks(n_genres=2)

    said = learned(name, features, labels, n_genres=2).log_probs(features)

    assert (said.argmax(axis=1) == labels).mean() > 0.95


@pytest.mark.parametrize("name", sorted(BASELINES))
def test_who_met_one_genre_says_nothing_else(name):
    features, _ = tracks()

    said = learned(name, features, np.full(120, 2)).log_probs(features)

    assert set(said.argmax(axis=1)) == {2}


@pytest.mark.parametrize("name", sorted(BASELINES))
def test_one_seed_learns_the_same(name):
    features, labels = tracks(apart=HARD)

    first, again = (learned(name, features, labels, seed=3).log_probs(features) for _ in range(2))

    np.testing.assert_array_equal(first, again)


@pytest.mark.parametrize("name", LEARNERS)
def test_tracks_of_no_genre_are_not_learned_from(name):
    features, labels = tracks()
    noise = np.full((30, 20), 50.0, dtype=np.float32)

    with_noise = learned(name, np.vstack([features, noise]), np.r_[labels, np.full(30, -1)])

    expected = learned(name, features, labels).log_probs(features)
    np.testing.assert_array_equal(with_noise.log_probs(features), expected)


def test_a_vector_machine_says_what_it_would_predict():
    features, labels = tracks(apart=HARD, n_genres=4)
    scaling = Scaling.of(features)
    rows = scaling.scaled(features, clip=5.0)
    machine = SVC(C=4.0, break_ties=True).fit(rows, labels)
    asked = tracks(apart=HARD, n_genres=4, seed=1)[0]

    said = learned("svm", features, labels, n_genres=4).log_probs(asked)

    expected = machine.predict(scaling.scaled(asked, clip=5.0))
    np.testing.assert_array_equal(said.argmax(axis=1), expected)


def test_albums_kept_together_leave_a_vector_machine_less_sure_of_itself():
    rng = np.random.default_rng(0)
    groups = np.repeat(np.arange(30), 6)
    labels = groups % 3
    features = rng.normal(size=(30, 20))[groups] + 0.1 * rng.normal(size=(180, 20))
    of_others = rng.normal(size=(90, 20))

    surprise = [
        mean_log_loss(
            learned("svm", features, labels, groups=known).log_probs(of_others), np.arange(90) % 3
        )
        for known in (None, groups)
    ]

    assert surprise[1] < 0.8 * surprise[0]


def test_a_handful_of_tracks_is_enough_to_begin_with():
    features, labels = tracks(4, n_genres=2)

    assert learned("svm", features, labels, n_genres=2).log_probs(features).shape == (4, 2)


def test_without_tracks_nothing_is_learned():
    with pytest.raises(CannotLearn, match=r"no tracks of a genre to learn from; add some"):
        learned("svm", np.zeros((2, 3)), np.array([-1, -1]))


def test_missing_numbers_are_refused():
    features, labels = tracks()
    baseline = learned("majority", features, labels)
    features[5, 1] = np.nan

    with pytest.raises(CannotLearn, match="1 of 120 tracks lack numbers; measure them again"):
        baseline.fit(features, labels, 3, 0)
    with pytest.raises(CannotLearn, match="1 of 120 tracks lack numbers"):
        baseline.log_probs(features)


def test_who_has_learned_nothing_says_nothing():
    with pytest.raises(ValueError, match="nothing was learned yet"):
        BASELINES["svm"]().log_probs(np.zeros((2, 3)))


def test_without_xgboost_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xgboost", None)

    with pytest.raises(XgboostMissing, match=r"pip install musicreclass\[baselines\]"):
        learned("xgboost", *tracks())
