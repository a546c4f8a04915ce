import time

from musicreclass.pipeline.writing.group_pace import (
    FAR,
    FIRST,
    MOST,
    NEAR,
    NOBODY_KNOWS,
    QUICK,
    GroupPace,
    Stopwatch,
)


def learned(files, seconds, room=0, waited=0.0):
    pace = GroupPace()
    pace.learn(files, waited, seconds, room)
    return pace


def test_it_begins_with_a_few_files():
    assert (GroupPace().size, GroupPace().threads) == (FIRST, NOBODY_KNOWS)


def test_a_group_takes_about_a_second():
    assert learned(8, 0.04).size == 200


def test_a_quick_disk_gets_large_groups_and_few_threads():
    pace = learned(8, 0.0)

    assert (pace.size, pace.threads) == (MOST, QUICK)


def test_of_a_disk_far_away_many_files_are_waited_for_together():
    pace = learned(8, 4.0, waited=2.0)

    assert (pace.size, pace.threads) == (2 * FAR.looking, FAR)


def test_a_disk_that_was_far_away_stays_so():
    pace = learned(8, 4.0, waited=2.0)
    pace.learn(96, 0.1, 0.1, 0)

    assert pace.threads is FAR


def test_a_disk_near_that_only_seemed_far_away_is_near_again():
    pace = learned(8, 4.0, waited=2.0)
    pace.learn(96, 0.01, 0.1, 0)

    assert pace.threads is QUICK


def test_a_disk_far_away_that_has_files_at_hand_stays_far():
    pace = learned(8, 4.0, waited=2.0)
    pace.learn(96, 0.0, 0.8, 0)

    assert pace.threads is FAR


def test_files_that_take_long_to_copy_lie_on_no_disk_far_away():
    assert learned(8, 4.0, waited=0.01).threads is NEAR


def test_files_with_much_to_be_written_make_small_groups():
    assert learned(8, 0.04, room=8 << 20).size == 32


def test_a_stopwatch_tells_waiting_from_computing():
    watch = Stopwatch()
    time.sleep(0.2)
    slept = watch.waited
    while watch.seconds < 0.6:
        pass

    assert 0.15 < slept <= watch.waited
    assert watch.waited < watch.seconds - 0.1
