import numpy as np
import pytest

from musicreclass.training.data.duplicates import BLOCK, near_duplicates


def music(n_tracks, n_features=60, seed=0):
    """Return features of tracks that all differ, each feature on a scale of its own."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n_tracks, n_features)) * rng.lognormal(size=n_features)


def copy_of(features, track, noise, seed=1):
    rng = np.random.default_rng(seed)
    return features[track] + noise * features.std(axis=0) * rng.normal(size=features.shape[1])


@pytest.mark.parametrize("noise", [0.0, 0.3])
def test_a_copy_is_found(noise):
    features = music(50)
    with_copy = np.vstack([features, copy_of(features, 7, noise)])

    assert near_duplicates(with_copy) == [(7, 50)]


def test_different_tracks_are_no_copies():
    assert near_duplicates(music(200)) == []


def test_a_genre_that_sounds_nearly_the_same_is_not_one_recording():
    around_two_points = np.repeat([0.0, 3.0], 20)[:, None]
    squeezed = around_two_points + 0.05 * np.random.default_rng(0).normal(size=(40, 518))

    assert near_duplicates(squeezed) == []


def test_of_few_tracks_a_genre_of_four_is_not_one_recording():
    around_two_points = np.repeat([0.0, 3.0], 4)[:, None]
    squeezed = around_two_points + 0.05 * np.random.default_rng(0).normal(size=(8, 518))

    assert near_duplicates(squeezed) == []


def test_many_copies_to_the_last_rounding_are_found():
    features = music(40)
    copies = np.vstack([features, np.repeat(features[:1], 6, axis=0)])

    assert {other for one, other in near_duplicates(copies) if one == 0} == set(range(40, 46))


def test_a_copy_is_found_across_blocks():
    features = music(BLOCK + 100, n_features=30)
    features[BLOCK + 50] = copy_of(features, 3, 0.1)

    assert (3, BLOCK + 50) in near_duplicates(features)


def test_features_that_never_differ_do_not_count():
    silent = np.hstack([music(30), np.zeros((30, 5))])
    copied = np.vstack([silent, silent[:1]])

    assert near_duplicates(copied) == [(0, 30)]


@pytest.mark.parametrize("n_tracks", [0, 1, 2])
def test_of_so_few_tracks_nobody_can_say(n_tracks):
    assert near_duplicates(music(n_tracks)) == []
