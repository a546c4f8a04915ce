from musicreclass.pipeline.writing.group_pace import FIRST, MOST, WAITING, GroupPace


def learned(files, seconds, room=0):
    pace = GroupPace()
    pace.learn(files, seconds, room)
    return pace


def test_it_begins_with_a_few_files():
    assert (GroupPace().size, GroupPace().at_a_time) == (FIRST, None)


def test_a_group_takes_about_a_second():
    assert learned(8, 0.08).size == 100


def test_a_fast_disk_gets_large_groups_and_no_more_threads():
    pace = learned(8, 0.0)

    assert (pace.size, pace.at_a_time) == (MOST, None)


def test_of_a_disk_far_away_many_files_are_waited_for_together():
    pace = learned(8, 4.0)

    assert (pace.size, pace.at_a_time) == (2 * WAITING, WAITING)


def test_files_with_much_to_be_written_make_small_groups():
    assert learned(8, 0.08, room=8 << 20).size == 32
