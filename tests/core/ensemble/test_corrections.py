import numpy as np
import pytest

from musicreclass.core.ensemble.corrections import Corrections, genres_with
from musicreclass.core.ensemble.log_probs import log_softmax

SAID = log_softmax(np.log([[0.7, 0.3], [0.2, 0.8]]))
SOUND = np.array([[1.0, 0.0], [0.0, 1.0]])


def head(weights, genres=("Pop", "Rock")):
    return Corrections("cnn", genres, np.zeros(2), np.ones(2), np.asarray(weights, dtype=float))


def test_a_head_that_learned_nothing_changes_nothing():
    corrected = head(np.zeros((3, 2))).correct(SAID, SOUND)

    np.testing.assert_allclose(corrected, SAID)


def test_what_sounds_as_the_weights_point_is_moved():
    corrected = head([[-4.0, 4.0], [0.0, 0.0], [0.0, 0.0]]).correct(SAID, SOUND)

    assert corrected.argmax(axis=1).tolist() == [1, 1]
    np.testing.assert_allclose(corrected[1], SAID[1])
    np.testing.assert_allclose(np.exp(corrected).sum(axis=1), 1.0)


def test_a_genre_of_a_persons_own_is_hardly_believed_in_at_first():
    corrected = head(np.zeros((3, 3)), ("Pop", "Rock", "My genre")).correct(SAID, SOUND)

    assert np.exp(corrected[:, 2]) == pytest.approx(0.01, abs=0.001)


def test_a_persons_own_genres_come_behind_those_of_the_classifiers():
    assert genres_with(("Rock", "Pop"), ["Zouk", "Pop", "Dub"]) == ("Rock", "Pop", "Dub", "Zouk")
