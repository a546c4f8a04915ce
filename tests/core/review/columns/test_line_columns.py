"""Lines in columns come back as they were, whatever is in them."""

import random

import numpy as np
import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.columns.line_columns import LineColumns, LineView
from tests.core.review_lines import JAZZ, POP, decided, line

DISPUTED = SuggestionLine(
    "Pop",
    0.9123456789,
    Verdict.DIFFER,
    (("mlp", "Pop", 0.9), ("cnn", "搖滾", 0.31)),
    (("Rock", 0.05), ("搖滾", 0.01)),
    3,
)
ODD = (
    line(1, location="/m/a/x.mp3", name="x.mp3", sound_tags=None),
    line(2, location=b"/m/\xff/y.mp3", name="y.mp3", sound_tags=("mellow", "rock")),
    line(3, location="/m/z\u0301.mp3", name="ź.mp3"),
    line(4, location="/top.mp3", name="top.mp3", seconds=3.25, is_missing=1, sound_tags=()),
    line(5, location="bare.mp3", name="bare.mp3", size=2**40, mtime_ns=2**62, sound_tags=()),
    line(6, title="", location="/m/夜/歌.mp3", name="歌.mp3", guessed="title artist"),
    line(2**40, location="/m/far.mp3", name="far.mp3", suggestion=DISPUTED),
    line(8, suggestion=JAZZ, decision=decided(ReviewState.CHANGED, "Folk", "Pop")),
)


def plain(one):
    return one._replace(sound_tags=one.sound_tags or None)


def test_lines_come_back_as_they_were():
    columns = LineColumns.of(ODD)

    assert [plain(one) for one in columns] == [plain(one) for one in ODD]
    assert columns[1].sound_tags == ("mellow", "rock")
    assert columns.by_id.rows([2**40, 5, 77]).tolist() == [6, 4, -1]


def test_columns_are_joined_row_by_row():
    columns = LineColumns.of(ODD[:3])
    columns.extend_by(LineColumns.of(ODD[3:]))

    assert [plain(one) for one in columns] == [plain(one) for one in ODD]


def test_a_row_is_replaced_whole():
    columns = LineColumns.of(ODD)
    other = line(2, "Other", location="/n/o.mp3", name="o.mp3", suggestion=POP, sound_tags=("x",))
    columns.replace(1, other)

    assert columns[1] == other
    assert columns.folded_titles[1] == "other"


def test_a_copy_stays_what_it_was():
    columns = LineColumns.of(ODD)
    copy = columns.copied()
    columns.replace(0, line(1, "Other", location="/o", name="o", decision=decided("x", "Pop")))
    columns.said.suggest(2, POP)
    columns.tags.put(3, ("loud",))
    columns.extend_by(LineColumns.of([line(99)]))

    assert [plain(one) for one in copy] == [plain(one) for one in ODD]


def test_a_view_makes_lines_of_its_rows_in_its_order():
    view = LineView(LineColumns.of(ODD), np.array([4, 0, 2]))

    assert [one.id for one in view] == [5, 1, 3]
    assert [one.id for one in view[1:]] == [1, 3]
    assert view[-1].id == 3
    assert view == [ODD[4]._replace(sound_tags=()), *view[1:]]
    assert len(view) == 3


def test_tracks_of_a_view_are_found_by_ids_and_rows_by_locations():
    view = LineView(LineColumns.of(ODD), np.array([4, 0, 2]))
    asked = np.array([3, 77, 5])

    assert [one.id for one in view.of_ids(asked)] == [3, 5]
    assert [one.id for one in view.without({3, 77})] == [5, 1]
    assert view.locations == [one.location for one in view]
    wanted = {ODD[1].location, ODD[3].location, "/nowhere"}
    assert view.columns.rows_at(wanted).tolist() == [
        row for row, one in enumerate(ODD) if one.location in wanted
    ]


@pytest.mark.parametrize("seed", range(5))
def test_what_is_said_comes_back_after_many_changes(seed):
    chance = random.Random(seed)
    columns, expected = LineColumns.of([line(i) for i in range(20)]), {}
    for _ in range(200):
        row, said = chance.randrange(20), chance.choice((POP, JAZZ, DISPUTED))
        decision = chance.choice((None, decided(ReviewState.ACCEPTED, "Pop")))
        columns.said.suggest(row, said)
        columns.said.decide(row, decision)
        expected[row] = (said, decision)

    found = {row: (columns[row].suggestion, columns[row].decision) for row in expected}
    assert found == expected
