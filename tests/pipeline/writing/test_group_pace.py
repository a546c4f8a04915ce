from musicreclass.pipeline.writing.group_pace import FIRST, MOST, WAITING, GroupPace


def learned(files, seconds, room=0, looking=0.0):
    pace = GroupPace()
    pace.learn(files, looking, seconds, room)
    return pace


def test_it_begins_with_a_few_files():
    assert (GroupPace().size, GroupPace().at_a_time) == (FIRST, FIRST)


def test_a_group_takes_about_a_second():
    assert learned(8, 0.04).size == 200


def test_a_fast_disk_gets_large_groups_and_no_more_threads():
    pace = learned(8, 0.0)

    assert (pace.size, pace.at_a_time) == (MOST, None)


def test_of_a_disk_far_away_many_files_are_waited_for_together():
    pace = learned(8, 4.0, looking=2.0)

    assert (pace.size, pace.at_a_time) == (2 * WAITING, WAITING)


def test_a_disk_that_was_far_away_stays_so():
    pace = learned(8, 4.0, looking=2.0)
    pace.learn(96, 0.1, 0.1, 0)

    assert pace.at_a_time == WAITING


def test_files_that_take_long_to_copy_lie_on_no_disk_far_away():
    assert learned(8, 4.0, looking=0.01).at_a_time is None


def test_files_with_much_to_be_written_make_small_groups():
    assert learned(8, 0.04, room=8 << 20).size == 32
