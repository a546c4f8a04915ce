import numpy as np
import pytest

from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.core.analysis import UNALTERED
from musicreclass.training.measure.comparison_run import cross_validated
from musicreclass.training.members import Member
from musicreclass.training.presets import LINEAR_TRAINING
from musicreclass.training.study.edge_cases import (
    altered_case,
    answers_by_fold,
    few_examples,
    sample_of,
)
from tests.recording_context import RecordingContext
from tests.training.fit_material import COLUMNS, tracks

LINEAR = Member("linear", LinearConfig(COLUMNS, COLUMNS.columns), LINEAR_TRAINING)


def test_a_sample_is_as_even_over_genres_as_can_be():
    some = tracks(n=40)

    chosen = sample_of(some, 10, seed=0)

    assert np.bincount(some.labels[chosen]).tolist() == [5, 5]
    assert sorted(set(chosen)) == chosen.tolist()


def test_each_track_is_answered_by_the_network_that_did_not_see_it():
    some = tracks(n=40)
    fold_of = some.groups % 3
    found = cross_validated(LINEAR, some, fold_of, RecordingContext(), 0)
    chosen = np.array([3, 4, 20, 39])

    said = answers_by_fold(found.by_fold, fold_of[chosen], some.features[chosen], 2)

    assert np.allclose(said, found.log_probs[chosen], atol=1e-6)


def test_an_altered_case_is_held_against_the_same_tracks_unaltered():
    some = tracks(n=40)
    right = np.where(np.arange(2) == some.labels[:, None], 0.0, -5.0)
    wrong = right.copy()
    wrong[:10] = right[:10, ::-1]

    case = altered_case(UNALTERED, 12.0, wrong, right, some.labels, some.groups)

    assert case.accuracy == 0.75
    assert case.change.accuracy == -0.25
    assert case.interval.low < 0.75 < case.interval.high


def test_more_examples_are_of_use_and_all_are_asked_about_the_same_tracks():
    some = tracks(n=120)
    some.features[:, :] += np.random.default_rng(1).normal(0, 2.5, some.features.shape)

    found = few_examples(LINEAR, some, some.groups % 3, RecordingContext(), seed=0, drawings=3)

    assert [one.per_genre for one in found] == [3, 5, 10, 20]
    assert {one.tracks for one in found} == {120}
    assert found[-1].accuracy > found[0].accuracy


def test_no_more_is_drawn_than_two_genres_have():
    some = tracks(n=18)

    found = few_examples(LINEAR, some, some.groups % 3, RecordingContext(), seed=0, drawings=1)

    assert [one.per_genre for one in found] == [3, 5]


def test_too_few_tracks_give_no_figures():
    some = tracks(n=6)

    assert few_examples(LINEAR, some, some.groups % 3, RecordingContext(), seed=0) == ()


@pytest.mark.parametrize("size", [0, 100])
def test_a_sample_is_at_most_all(size):
    assert len(sample_of(tracks(n=10), size, seed=0)) == min(size, 10)
