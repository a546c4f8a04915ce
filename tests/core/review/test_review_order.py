import time

import numpy as np

from musicreclass.core.review.review_order import most_useful_first


def clusters(*sizes, spread=0.01, dimensions=16, seed=3):
    """Return embeddings of clusters of so many tracks, far apart, one cluster after the other."""
    random = np.random.default_rng(seed)
    centers = random.normal(size=(len(sizes), dimensions)) * 10.0
    return np.concatenate(
        [
            middle + spread * random.normal(size=(size, dimensions))
            for middle, size in zip(centers, sizes, strict=True)
        ]
    ).astype(np.float16)


def test_without_embeddings_the_doubtful_come_first():
    assert most_useful_first(np.array([0.9, 0.3, 0.5])).tolist() == [1, 2, 0]


def test_equal_doubts_stay_as_they_came():
    assert most_useful_first(np.array([0.5, 0.2, 0.5, 0.2])).tolist() == [1, 3, 0, 2]


def test_one_of_each_kind_comes_before_near_duplicates():
    confidences = np.full(9, 0.5)

    order = most_useful_first(confidences, clusters(6, 2, 1))

    kinds = np.repeat([0, 1, 2], [6, 2, 1])[order]
    assert set(kinds[:3]) == {0, 1, 2}
    assert set(kinds[3:5]) == {0, 1}


def test_the_most_doubtful_of_a_kind_speaks_for_it():
    confidences = np.array([0.8, 0.3, 0.6, 0.5])

    order = most_useful_first(confidences, clusters(3, 1))

    assert order.tolist() == [1, 3, 2, 0]


def test_great_doubt_comes_before_variety_that_is_certain():
    confidences = np.array([0.1, 0.1, 0.99, 0.98])

    order = most_useful_first(confidences, clusters(2, 2))

    assert set(order[:2].tolist()) == {0, 1}


def test_tracks_without_an_embedding_are_like_no_other():
    embeddings = np.ones((4, 8))
    embeddings[2:] = np.nan

    order = most_useful_first(np.array([0.5, 0.5, 0.6, 0.6]), embeddings)

    assert order.tolist() == [0, 2, 3, 1]


def test_where_no_embedding_is_known_only_doubt_counts():
    order = most_useful_first(np.array([0.9, 0.3]), np.full((2, 4), np.nan))

    assert order.tolist() == [1, 0]


def test_embeddings_that_are_all_alike_are_one_kind():
    order = most_useful_first(np.array([0.5, 0.1, 0.3]), np.ones((3, 4)))

    assert order.tolist() == [1, 2, 0]


def test_no_tracks_are_no_order():
    assert most_useful_first(np.empty(0), np.empty((0, 8))).tolist() == []
    assert most_useful_first(np.empty(0)).tolist() == []


def test_the_order_is_the_same_every_time_and_holds_each_track_once():
    random = np.random.default_rng(0)
    confidences, embeddings = random.uniform(size=500), random.normal(size=(500, 8))

    order = most_useful_first(confidences, embeddings)

    np.testing.assert_array_equal(np.sort(order), np.arange(500))
    np.testing.assert_array_equal(order, most_useful_first(confidences, embeddings))


def test_a_hundred_thousand_tracks_are_ordered_in_seconds():
    random = np.random.default_rng(0)
    embeddings = random.normal(size=(100_000, 128)).astype(np.float16)
    started = time.perf_counter()
    most_useful_first(random.uniform(size=100_000), embeddings)

    assert time.perf_counter() - started < 3.0
