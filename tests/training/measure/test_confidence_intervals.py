import numpy as np
import pytest

from musicreclass.training.measure.confidence_intervals import Bootstrap, counted, mean


def interval_of(share, groups=None, **changed):
    draw = Bootstrap.of(len(share), groups, **changed)
    return draw.interval_of_share(mean(draw.sums(counted(share))))


def width(interval):
    return interval.high - interval.low


def test_the_interval_of_a_share_is_as_wide_as_theory_says():
    share = np.repeat([1.0, 0.0], [800, 200])

    interval = interval_of(share)

    half_width = 1.96 * np.sqrt(0.8 * 0.2 / 1_000)
    assert interval.low == pytest.approx(0.8 - half_width, abs=0.005)
    assert interval.high == pytest.approx(0.8 + half_width, abs=0.005)


def test_albums_that_are_right_or_wrong_as_a_whole_count_as_one_track_each():
    share = np.repeat(np.repeat([1.0, 0.0], [80, 20]), 10)

    by_album = interval_of(share, np.repeat(np.arange(100), 10))

    assert width(by_album) == pytest.approx(np.sqrt(10) * width(interval_of(share)), rel=0.1)


def test_groups_are_drawn_whole():
    groups = np.array([7, 3, 7, 3, 9])

    sums = Bootstrap.of(5, groups, resamples=200).sums(np.eye(5))

    np.testing.assert_array_equal(sums[:, 0], sums[:, 2])
    np.testing.assert_array_equal(sums[:, 1], sums[:, 3])
    np.testing.assert_array_equal(sums[:, [0, 1, 4]].sum(axis=1), np.full(200, 3.0))


def test_a_mean_of_groups_of_unequal_size_is_one_over_tracks():
    share = np.array([1.0, 1.0, 1.0, 0.0])
    groups = np.array([0, 0, 0, 1])

    draw = Bootstrap.of(4, groups)

    assert set(mean(draw.sums(counted(share))).tolist()) == {0.0, 0.75, 1.0}


def test_one_seed_gives_one_interval_and_another_seed_another():
    share = np.random.default_rng(0).random(300)

    first, again, other = (interval_of(share, seed=seed) for seed in (0, 0, 1))

    assert first == again
    assert first != other


def test_what_is_drawn_in_pieces_is_the_same(monkeypatch):
    share = np.random.default_rng(0).random(50)
    whole = interval_of(share)

    monkeypatch.setattr("musicreclass.training.measure.confidence_intervals._DRAWN_AT_ONCE", 1_000)

    assert interval_of(share) == whole


@pytest.mark.parametrize(("value", "low", "high"), [(1.0, 0.025**0.05, 1.0), (0.0, 0.0, 0.1684)])
def test_no_mistake_in_twenty_tracks_is_not_yet_certainty(value, low, high):
    interval = interval_of(np.full(20, value))

    assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-4)


def test_of_tracks_that_all_belong_together_no_interval_is_known():
    draw = Bootstrap.of(5, np.zeros(5, dtype=int))

    figures = mean(draw.sums(counted(np.arange(5.0))))

    assert draw.interval(figures) is None
    assert draw.interval_of_share(figures) is None


def test_groups_of_other_tracks_are_refused():
    with pytest.raises(ValueError, match="3 groups for 5 tracks"):
        Bootstrap.of(5, np.zeros(3, dtype=int))
