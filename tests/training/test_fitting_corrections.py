import time

import numpy as np
import pytest

from musicreclass.core.ensemble.log_probs import log_softmax
from musicreclass.training.fit.fit_corrections import FEWEST, MOST, fit_corrections

GENRES = ("Pop", "Rock")


def answered(n_tracks, seed=0, dimensions=16):
    """Return tracks that all sound like Pop to a classifier, and are Rock where they sound low."""
    rng = np.random.default_rng(seed)
    embeddings = rng.normal(size=(n_tracks, dimensions))
    truth = np.where(embeddings[:, 0] > 0.0, "Pop", "Rock").tolist()
    said = log_softmax(np.tile(np.log([0.7, 0.3]), (n_tracks, 1)))
    return said, embeddings, truth


def right(log_probs, truth, genres=GENRES):
    return np.mean(
        [genres[i] == genre for i, genre in zip(log_probs.argmax(1), truth, strict=True)]
    )


def test_corrections_speak_for_what_sounds_like_them():
    said, embeddings, truth = answered(40)
    others = answered(400, seed=1)

    head = fit_corrections("cnn", GENRES, said, embeddings, truth)

    assert head is not None
    assert right(others[0], others[2]) < 0.6
    assert right(head.correct(others[0], others[1]), others[2]) > 0.8


def test_a_few_corrections_say_nothing():
    said, embeddings, truth = answered(FEWEST - 1)

    assert fit_corrections("cnn", GENRES, said, embeddings, truth) is None


def learns_from_chance(seed):
    said, embeddings, _ = answered(60, seed)
    by_chance = np.random.default_rng((seed, 1)).choice(GENRES, size=60, p=[0.7, 0.3]).tolist()
    return fit_corrections("cnn", GENRES, said, embeddings, by_chance) is not None


def test_corrections_without_rhyme_or_reason_are_seldom_learned():
    assert sum(map(learns_from_chance, range(40))) <= 10


def test_accepted_suggestions_alone_change_no_best_genre():
    said, embeddings, _ = answered(50)

    head = fit_corrections("cnn", GENRES, said, embeddings, ["Pop"] * 50)

    corrected = said if head is None else head.correct(said, embeddings)
    assert corrected.argmax(axis=1).tolist() == said.argmax(axis=1).tolist()


def test_a_genre_of_no_classifier_is_learned():
    said, embeddings, truth = answered(60)
    own = ["Zouk" if genre == "Rock" else genre for genre in truth]

    head = fit_corrections("cnn", GENRES, said, embeddings, own)

    assert head.genres == ("Pop", "Rock", "Zouk")
    assert right(head.correct(said, embeddings), own, head.genres) > 0.8


def test_one_artist_is_not_tried_out_on_itself():
    rng = np.random.default_rng(3)
    artists = np.repeat(np.arange(20), 3)
    embeddings = rng.normal(size=(20, 16))[artists]  # each artist has a sound of its own
    said = log_softmax(np.tile(np.log([0.7, 0.3]), (60, 1)))
    truth = rng.choice(GENRES, size=20, p=[0.7, 0.3])[artists].tolist()

    apart = fit_corrections("cnn", GENRES, said, embeddings, truth, artists)
    mixed = fit_corrections("cnn", GENRES, said, embeddings, truth)

    assert mixed is not None
    assert apart is None


def test_the_same_decisions_fit_the_same():
    said, embeddings, truth = answered(30)

    first, second = (fit_corrections("cnn", GENRES, said, embeddings, truth) for _ in range(2))

    np.testing.assert_array_equal(first.weights, second.weights)


def test_a_numb_dimension_does_no_harm():
    said, embeddings, truth = answered(30)
    embeddings[:, 3] = 0.0

    head = fit_corrections("cnn", GENRES, said, embeddings, truth)

    assert np.isfinite(head.correct(said, embeddings)).all()


@pytest.mark.slow
def test_as_many_as_are_ever_learned_from_take_about_a_second():
    said, embeddings, truth = answered(MOST, dimensions=128)
    started = time.process_time()

    head = fit_corrections("cnn", GENRES, said, embeddings, truth)

    assert head is not None
    assert time.process_time() - started < 3.0  # on a busy machine; alone it is a fraction
