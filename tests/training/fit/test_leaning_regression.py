import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from musicreclass.training.fit.leaning_regression import leaning_regression


def classes(n_classes=3, n=60, seed=0):
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % n_classes
    return rng.normal(size=(n, 5)) + np.eye(n_classes, 5)[labels], labels


def test_without_a_prior_it_is_the_logistic_regression_that_is_known():
    rows, labels = classes()
    known = LogisticRegression(C=0.3, tol=1e-8, max_iter=5_000).fit(rows, labels)

    weights, biases = leaning_regression(
        rows, labels, np.zeros((3, 5)), freedom=0.3, most_steps=5_000
    )

    np.testing.assert_allclose(weights, known.coef_, atol=1e-4)
    np.testing.assert_allclose(biases - biases.mean(), known.intercept_, atol=1e-4)


@pytest.mark.parametrize(("freedom", "is_prior"), [(1e-9, True), (1e3, False)])
def test_weights_stay_at_the_prior_as_far_as_they_are_not_free(freedom, is_prior):
    rows, labels = classes()
    prior = np.random.default_rng(1).normal(size=(3, 5))

    weights, _ = leaning_regression(rows, labels, prior, freedom=freedom, most_steps=2_000)

    assert np.allclose(weights, prior, atol=1e-3) is is_prior


def test_a_wrong_prior_is_given_up_where_rows_say_otherwise():
    rows, labels = classes(n=3_000)
    prior = -3.0 * np.eye(3, 5)

    weights, biases = leaning_regression(rows, labels, prior, freedom=1.0, most_steps=2_000)

    assert ((rows @ weights.T + biases).argmax(axis=1) == labels).mean() > 0.5
