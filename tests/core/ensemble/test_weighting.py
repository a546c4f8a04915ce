import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musicreclass.core.ensemble.log_probs import (
    UnusableScores,
)
from musicreclass.core.ensemble.stored import DamagedCalibration
from musicreclass.core.ensemble.weighting import Ensemble, aligned, common_genres

GENRES = ("Pop", "Rock", "Jazz")


def test_common_genres_come_once_in_the_order_they_were_met():
    assert common_genres([("Pop", "Jazz"), ("Rock", "Pop")]) == ("Pop", "Jazz", "Rock")


def test_equals_are_combined_by_the_geometric_mean():
    ensemble = Ensemble.of_equals({"a": GENRES, "b": GENRES})
    a, b = np.array([0.7, 0.2, 0.1]), np.array([0.1, 0.6, 0.3])

    together = ensemble.combine({"a": (GENRES, np.log(a)), "b": (GENRES, np.log(b))})

    expected = np.sqrt(a * b) / np.sqrt(a * b).sum()
    assert np.exp(together) == pytest.approx(expected)


def test_classifiers_that_know_nothing_leave_all_genres_equally_likely():
    ensemble = Ensemble.of_equals({"short": ("Pop", "Metal"), "long": GENRES})
    members = {"short": (("Pop", "Metal"), np.zeros(2)), "long": (GENRES, np.zeros(3))}

    assert np.exp(ensemble.combine(members)) == pytest.approx([0.25] * 4)


def test_a_genre_that_a_classifier_does_not_know_gets_no_say_from_it():
    genres = ("Pop", "Rock", "Metal")
    ensemble = Ensemble(genres, ("a", "b"), np.array([0.5, 0.5]), np.ones(2))
    sure_of_pop, sure_of_rock = np.log([0.98, 0.02]), np.log([0.02, 0.98])
    b = np.log([0.2, 0.2, 0.6])

    metal = [
        ensemble.combine({"a": (("Pop", "Rock"), a), "b": (genres, b)})[2]
        for a in (sure_of_pop, sure_of_rock)
    ]

    assert metal[0] == pytest.approx(metal[1])


def test_a_genre_outside_the_list_is_left_out_and_the_rest_renormalised():
    stack, known = aligned([(("Pop", "Polka"), np.log([0.3, 0.7]))], ("Pop",))

    assert np.exp(stack[0]) == pytest.approx([1.0])
    assert known.tolist() == [[True]]


def test_a_classifier_without_weight_has_no_say():
    ensemble = Ensemble(GENRES, ("a", "b"), np.array([1.0, 0.0]), np.ones(2))
    a = (GENRES, np.log([0.7, 0.2, 0.1]))

    both = ensemble.combine({"a": a, "b": (GENRES, np.log([0.01, 0.01, 0.98]))})

    assert both == pytest.approx(ensemble.combine({"a": a}))


def test_an_absent_classifier_makes_the_answer_less_sure():
    ensemble = Ensemble.of_equals({"a": GENRES, "b": GENRES})
    says_pop = (GENRES, np.log([0.8, 0.1, 0.1]))

    alone, both = (ensemble.combine(m) for m in ({"a": says_pop}, {"a": says_pop, "b": says_pop}))

    assert alone.argmax() == both.argmax() == 0
    assert alone[0] < both[0]


@pytest.mark.parametrize("members", [{}, {"stranger": (GENRES, np.zeros(3))}])
def test_without_any_classifier_there_is_a_sentence_and_no_answer(members):
    ensemble = Ensemble.of_equals({"a": GENRES})

    with pytest.raises(UnusableScores, match="No classifier in use has heard this track"):
        ensemble.combine(members)


def test_an_ensemble_of_nobody_is_refused():
    with pytest.raises(UnusableScores, match="no classifier to listen with"):
        Ensemble.of_equals({})


@settings(deadline=None)
@given(st.permutations(range(5)), st.permutations(range(3)), st.integers(0, 99))
def test_neither_the_order_of_genres_nor_of_classifiers_matters(order, turns, seed):
    random = np.random.default_rng(seed)
    lists = ("abcde", "ace", "bcd")
    names = ("x", "y", "z")
    weights = np.array([0.5, 1.0, 0.25])
    members = {
        n: (tuple(g), random.normal(size=(2, len(g)))) for n, g in zip(names, lists, strict=True)
    }
    straight = Ensemble(tuple("abcde"), names, weights, np.ones(3))
    shuffled = Ensemble(
        tuple("abcde"[i] for i in order),
        tuple(names[i] for i in turns),
        weights[list(turns)],
        np.ones(3),
    )

    one, other = straight.combine(members), shuffled.combine(members)

    assert other == pytest.approx(one[:, order])
    assert np.exp(one).sum(axis=1) == pytest.approx(1.0)


def test_an_ensemble_comes_back_as_it_was_stored():
    ensemble = Ensemble(GENRES, ("a", "b"), np.array([0.7, 0.4]), np.array([1.5, 0.8]), 1.1)

    again = Ensemble.from_dict(ensemble.to_dict())

    assert again.genres == GENRES
    assert again.classifiers == ("a", "b")
    assert again.weights.tolist() == [0.7, 0.4]
    assert again.temperatures.tolist() == [1.5, 0.8]
    assert again.temperature == 1.1


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("genres", [], "genres is empty"),
        ("genres", ["Pop", "Pop"], "names something twice"),
        ("genres", "Pop", "genres is not a list of words"),
        ("weights", np.ones(3), r"weights has shape \(3,\)"),
        ("weights", np.array([1.0, -1.0]), "weights is not from 0"),
        ("weights", np.zeros(2), "no classifier has a weight"),
        ("weights", np.array([1.0, np.nan]), "weights is not finite"),
        ("weights", ["much", "little"], "weights is not made of numbers"),
        ("temperatures", np.zeros(2), "temperatures is not from 0.1"),
        ("temperature", np.inf, "temperature is not finite"),
        ("temperature", np.ones(2), "temperature has shape"),
    ],
)
def test_a_damaged_ensemble_is_refused_in_a_sentence(name, value, reason):
    stored = Ensemble.of_equals({"a": GENRES, "b": GENRES}).to_dict() | {name: value}

    with pytest.raises(DamagedCalibration, match=rf"calibration is damaged \(.*{reason}.*train"):
        Ensemble.from_dict(stored)


def test_a_missing_part_is_named():
    with pytest.raises(DamagedCalibration, match="weights is missing"):
        Ensemble.from_dict({"genres": ["Pop"], "classifiers": ["a"]})
