import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from musicreclass.training.data.split import CannotSplit, folds, inestimable


@st.composite
def collections(draw):
    """Return genres and groups of some tracks, as mixed as they come."""
    n_tracks = draw(st.integers(2, 60))
    numbers = st.integers(0, draw(st.integers(1, 12)))
    genres = st.integers(0, draw(st.integers(0, 4)))
    labels = np.array(draw(st.lists(genres, min_size=n_tracks, max_size=n_tracks)))
    groups = np.array(draw(st.lists(numbers, min_size=n_tracks, max_size=n_tracks)))
    assume(len(np.unique(groups)) > 1)
    return labels, groups


def parts_by_group(parts, groups):
    return [set(parts[groups == group].tolist()) for group in np.unique(groups)]


@given(collections(), st.integers(2, 6), st.integers(0, 3))
def test_no_group_lies_in_two_folds_and_no_fold_is_empty(collection, n_folds, seed):
    labels, groups = collection

    fold_of = folds(labels, groups, n_folds, seed)

    assert fold_of.shape == labels.shape
    assert all(len(parts) == 1 for parts in parts_by_group(fold_of, groups))
    assert set(fold_of.tolist()) == set(range(min(n_folds, len(np.unique(groups)))))


@given(st.lists(st.integers(2, 9), min_size=1, max_size=8), st.integers(2, 6), st.integers(0, 3))
def test_a_genre_of_several_artists_lies_in_several_folds(artists_per_genre, n_folds, seed):
    labels = np.repeat(np.arange(len(artists_per_genre)), artists_per_genre)
    groups = np.arange(len(labels))

    fold_of = folds(labels, groups, n_folds, seed)

    assert all(len(set(fold_of[labels == genre])) > 1 for genre in set(labels))


def test_artists_of_two_genres_do_not_keep_a_genre_in_one_fold():
    labels = np.array([0, 0, 0, 0, 0, 1, 0, 1])  # the second genre is by two who also do the first
    groups = np.array([0, 1, 2, 3, 4, 4, 5, 5])

    fold_of = folds(labels, groups, 2, seed=0)

    assert len(set(fold_of[labels == 1])) == 2


def test_folds_hold_equal_shares_of_every_genre():
    rng = np.random.default_rng(0)
    groups = np.sort(rng.integers(0, 150, 1_000))
    labels = groups % 4

    fold_of = folds(labels, groups, 5, seed=1)

    shares = np.array([np.bincount(fold_of[labels == g], minlength=5) for g in range(4)]) / 250
    assert shares.min() > 0.17
    assert shares.max() < 0.23


def test_one_seed_gives_one_split_and_another_seed_another():
    labels, groups = np.arange(300) % 3, np.arange(300) // 2

    first, again, other = (folds(labels, groups, 5, seed) for seed in (0, 0, 1))

    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_tracks_that_all_belong_together_cannot_be_split():
    with pytest.raises(CannotSplit, match=r"one artist or from one album.*add music by others"):
        folds(np.array([0, 1, 0]), np.array([7, 7, 7]), 3, seed=0)


def test_genres_of_too_few_artists_are_named_with_how_many_would_do():
    labels = np.array([0, 0, 0, 1, 1, 1, 2, -1])  # the last is no music
    groups = np.array([0, 1, 2, 3, 3, 4, 5, 6])

    jazz, folk = inestimable(labels, groups, ("Pop", "Jazz", "Folk"))

    assert (jazz.genre, jazz.groups, jazz.wanted) == ("Jazz", 2, 3)
    assert str(folk.reason).startswith("Folk: with tracks of one artist or album nobody can say")
