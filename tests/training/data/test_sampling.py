import numpy as np

from musicreclass.training.data.sampling import balanced, shuffled

LABELS = np.array([0] * 90 + [1] * 9 + [2])


def test_all_genres_are_drawn_equally_often():
    order = balanced(LABELS, np.random.default_rng(0))

    assert len(order) == len(LABELS)
    assert sorted(np.bincount(LABELS[order]).tolist()) == [33, 33, 34]


def test_tracks_of_a_genre_take_turns():
    order = balanced(LABELS, np.random.default_rng(0))

    visits = np.bincount(order, minlength=100)
    assert visits[:90].max() == 1
    assert visits[90:99].max() - visits[90:99].min() == 1


def test_shuffling_visits_every_track_once():
    assert sorted(shuffled(50, np.random.default_rng(0))) == list(range(50))


def test_another_epoch_has_another_order():
    rng = np.random.default_rng(1)

    assert (balanced(LABELS, rng) != balanced(LABELS, rng)).mean() > 0.5
    assert (shuffled(99, rng) != shuffled(99, rng)).mean() > 0.5
