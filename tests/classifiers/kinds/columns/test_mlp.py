import dataclasses

import numpy as np
import pytest

from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.spec import UnfitSound
from tests.classifiers.bundles import FEATURES, MLP, features, network


def test_answers_are_log_probabilities_of_each_track():
    answers = network(MLP).answers(features(5))

    assert answers.log_probs.shape == (5, 3)
    assert answers.embeddings.shape == (5, 8)
    assert answers.log_probs.dtype == np.float32
    assert (answers.log_probs <= 0.0).all()
    assert np.exp(answers.log_probs).sum(axis=1) == pytest.approx(np.ones(5), abs=1e-6)


def test_the_usual_network_embeds_in_128_numbers():
    made = network(MlpConfig(FEATURES, FEATURES.columns))

    assert [layer.out_features for layer in (made.trunk[0], made.trunk[3])] == [256, 128]
    assert made.answers(features(1)).embeddings.shape == (1, 128)


def test_the_answer_does_not_depend_on_the_company():
    made, rows = network(MLP), features(40)

    together = made.answers(rows).log_probs
    alone = np.concatenate([made.answers(row[None]).log_probs for row in rows])

    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_answering_twice_and_in_training_mode_give_the_same_numbers():
    made = network(MLP)
    first = made.answers(features(3)).log_probs

    again = made.train().answers(features(3)).log_probs

    assert np.array_equal(first, again)
    assert made.training


def test_columns_that_are_not_used_change_nothing_even_if_they_lack_numbers():
    made, rows = network(MLP), features(3)
    first = made.answers(rows).log_probs
    rows[:, :3] = np.nan

    assert np.array_equal(made.answers(rows).log_probs, first)


def test_columns_are_found_by_name():
    swapped = dataclasses.replace(MLP, used=("column.007", "column.002"))

    assert network(swapped).selected(features(1)).tolist() == [features(1)[0, [7, 2]].tolist()]


@pytest.mark.parametrize("hole", [np.nan, np.inf])
def test_missing_numbers_are_refused_by_name(hole):
    rows = features(3)
    rows[1, 5] = hole

    with pytest.raises(UnfitSound, match=r"1 of 3 tracks lack numbers for column\.005"):
        network(MLP).answers(rows)


def test_other_columns_than_agreed_are_refused():
    with pytest.raises(UnfitSound, match="knows 518 features"):
        network(MLP).answers(features(2)[:, :500])


def test_scaling_is_learned_from_the_middle_half_and_ignores_outliers():
    rows = features(2001)
    rows[:, 3] = rows[:, 3] * 4.0 + 10.0
    rows[0, 3] = 1e9
    made = network(MLP)

    made.learn_scaling(rows)

    assert float(made.centre[0]) == pytest.approx(10.0, abs=0.5)
    assert float(made.spread[0]) == pytest.approx(4.0, rel=0.1)


def test_a_constant_column_is_left_alone():
    rows = features(50)
    rows[:, 3] = 7.0
    made = network(MLP)

    made.learn_scaling(rows)

    assert (float(made.centre[0]), float(made.spread[0])) == (7.0, 1.0)


def test_values_far_out_are_clipped():
    made, near, far = network(MLP), features(1), features(1)
    near[:, 10], far[:, 10] = 1e3, 1e6

    assert np.array_equal(made.answers(near).log_probs, made.answers(far).log_probs)
