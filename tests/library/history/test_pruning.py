from datetime import UTC, datetime, timedelta

import pytest

from musicreclass.library.history.pruning import (
    NEWEST_KEPT,
    BatchSize,
    Keeping,
    SeenClock,
    superfluous,
)

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
YEAR = Keeping(365, 1_000)


def days(number):
    return timedelta(days=number)


def batches(*ages, size=1_000):
    return [BatchSize(i + 1, NOON - days(age), size) for i, age in enumerate(ages)]


def gone(ages, keeping=YEAR, *, size=1_000, now=NOON):
    """Return the ids of what goes of batches of such ages, with as many new ones behind them."""
    made = batches(*ages, *[0] * NEWEST_KEPT, size=size)
    return [batch.id for batch in superfluous(made, keeping, now)]


def test_what_is_old_and_does_not_fit_goes_oldest_first():
    assert gone([900, 800, 100]) == [1, 2]


def test_age_alone_takes_nothing_that_fits():
    assert gone([900, 800], Keeping(365, 100_000)) == []
    assert gone([900, 800], Keeping(365, (NEWEST_KEPT + 1) * 1_000)) == [1]


def test_size_alone_takes_nothing_that_is_young():
    assert gone([10, 9], size=10**12) == []


def test_the_newest_stay_however_old_and_large_they_are():
    ages = [4_000] * NEWEST_KEPT
    made = batches(*ages, size=10**12)

    assert superfluous(made, Keeping(1, 1), NOON) == []
    assert superfluous([*batches(5_000), *made], Keeping(1, 1), NOON) == batches(5_000)


def test_what_came_after_a_batch_that_is_kept_is_kept_too():
    assert gone([900, 5, 3_650]) == [1]  # the third was written with a clock ten years back


@pytest.mark.parametrize(
    "keeping",
    [Keeping(0, 1), Keeping(1, 0), Keeping(10_000_000, 1), Keeping(9_999_999_999, 1)],
)
def test_for_ever_is_for_ever(keeping):
    assert keeping.is_for_ever
    assert gone([4_000], keeping) == []


def test_the_longest_time_that_can_be_chosen_is_no_date_before_the_calendar():
    assert gone([4_000], Keeping(36_499, 1)) == []


def test_a_clock_is_trusted_once_it_was_steady_for_weeks():
    clock = SeenClock(NOON, NOON)
    for _ in range(4):
        assert not clock.can_be_trusted(None)
        clock = clock.at(clock.seen_at + days(6))

    assert clock.can_be_trusted(NOON)


@pytest.mark.parametrize("jump", [400, 60, -2, -3_650])
def test_a_clock_that_jumped_is_not_trusted_and_then_not_for_weeks(jump):
    steady = SeenClock(NOON, NOON - days(400))
    jumped = steady.at(NOON + days(jump))
    back = jumped.at(NOON + days(1))

    assert steady.can_be_trusted(None)
    assert not jumped.can_be_trusted(None)
    assert not jumped.at(jumped.seen_at + days(1)).can_be_trusted(None)
    assert not back.can_be_trusted(None)


@pytest.mark.parametrize("pause", [0, 0.5, -0.5, 20])
def test_pauses_and_time_zones_are_no_jumps(pause):
    assert SeenClock(NOON, NOON - days(400)).at(NOON + days(pause)).can_be_trusted(None)


def test_a_batch_of_the_future_speaks_against_the_clock():
    steady = SeenClock(NOON, NOON - days(400))

    assert not steady.can_be_trusted(NOON + days(2))
    assert steady.can_be_trusted(NOON + days(0.5))
