import time

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.gui.theme import LIGHT
from musicreclass.gui.widgets.column_table import ROW_ROLE
from musicreclass.gui.writing.change_rows import (
    ChangeFilter,
    ChangeRow,
    RowState,
    losses_text,
    outcome_text,
    unchecked_row,
)
from musicreclass.gui.writing.change_table import (
    AFTER,
    FILE,
    KIND,
    REMARK,
    STATE,
    ChangeTableModel,
)
from musicreclass.gui.writing.change_view import ChangeView
from musicreclass.sentences.reason import as_said

POP = ChangeRow(1, "/music/青花瓷.mp3", "Other", "Pop", "ID3v2.3", "ID3v2.3", RowState.CHANGES)
TDAT, RVAD = as_said("TDAT"), as_said("RVAD")
JAZZ = ChangeRow(
    *(2, "/music/b.mp3", "", "Jazz", "ID3v2.3", "ID3v2.4", RowState.CHANGES), lost=(TDAT, RVAD)
)
LOCKED = ChangeRow(
    *(3, "/music/a.mp3", "Rock", "Metal", "", "", RowState.REFUSED),
    reason=as_said("the file is read-only"),
)


@pytest.fixture
def changes(qapp):
    changes = ChangeTableModel()
    changes.show_rows([POP, JAZZ, LOCKED])
    return changes


def texts(changes, column):
    return [changes.index(row, column).data() for row in range(changes.rowCount())]


def test_the_table_keeps_qts_rules(changes, qtmodeltester):
    qtmodeltester.check(changes)


def test_each_row_says_what_happens_to_the_tags_and_why_not(changes):
    assert texts(changes, KIND) == ["ID3v2.3", "ID3v2.3 → ID3v2.4", "no tags"]
    assert texts(changes, STATE) == ["→ will change", "→ will change", "✕ refused"]
    assert texts(changes, REMARK) == [
        "",
        "Cannot go along: TDAT, RVAD",
        "the file is read-only",
    ]


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (ChangeFilter.ALL, ["青花瓷.mp3", "b.mp3", "a.mp3"]),
        (ChangeFilter.CHANGES, ["青花瓷.mp3", "b.mp3"]),
        (ChangeFilter.REFUSED, ["a.mp3"]),
        (ChangeFilter.KIND, ["b.mp3"]),
        (ChangeFilter.UNCHANGED, []),
    ],
)
def test_a_filter_shows_what_it_counts(changes, chosen, names):
    changes.filter(chosen)

    assert texts(changes, FILE) == names
    assert changes.counts()[chosen] == len(names)


def test_a_heading_sorts_and_the_filter_stays(changes):
    changes.filter(ChangeFilter.CHANGES)
    changes.sort(AFTER, Qt.SortOrder.AscendingOrder)

    assert texts(changes, AFTER) == ["Jazz", "Pop"]

    changes.sort(-1)
    assert texts(changes, AFTER) == ["Pop", "Jazz"]


def test_what_became_of_a_file_is_shown_in_its_row(changes):
    changes.renew([JAZZ._replace(state=RowState.WRITTEN), POP._replace(id=99)])

    assert texts(changes, STATE)[1] == "✓✓ written"
    assert changes.rowCount() == 3


def test_a_file_that_nobody_looked_at_yet_shows_what_the_library_knows(line):
    decided = DecisionLine(ReviewState.ACCEPTED, ("Pop", "Jazz"), "Pop; Jazz")
    row = unchecked_row(line(7, genre="Other", tag_kind="ID3v2.4", decision=decided))

    assert (row.before, row.after, row.kind_text) == ("Other", "Pop; Jazz", "ID3v2.4")
    assert row.state is RowState.CHECKING


def test_cells_are_painted_in_any_colours(changes, qtbot, theme):
    view = ChangeView(changes, theme, None)
    qtbot.addWidget(view)
    view.resize(800, 300)
    view.show()
    dark = view.grab().toImage()
    theme.choose("light")

    assert theme.tokens is LIGHT
    assert view.grab().toImage() != dark
    assert view.indexAt(view.visualRect(changes.index(0, 0)).center()).data(ROW_ROLE) == POP


def test_twenty_thousand_rows_are_filtered_sorted_and_counted_at_once(changes):
    many = [POP._replace(id=i, location=f"/music/{i}.mp3") for i in range(20_000)]
    start = time.perf_counter()
    changes.show_rows(many)
    changes.filter(ChangeFilter.CHANGES)
    changes.sort(FILE, Qt.SortOrder.DescendingOrder)
    changes.counts()
    changes.renew(many[:500])

    assert time.perf_counter() - start < 1.0  # four steps, on whatever machine
    assert changes.rowCount() == 20_000


def test_losses_are_summed_up_over_all_files():
    assert losses_text([POP, LOCKED]) == ""
    assert losses_text([JAZZ, JAZZ._replace(lost=(TDAT,))]) == (
        "2 files lose what their new version of tags has no place for: TDAT (2), RVAD (1)"
    )


def test_an_outcome_names_only_what_there_is():
    counts = {ChangeFilter.WRITTEN: 207, ChangeFilter.REFUSED: 3, ChangeFilter.UNCHANGED: 0}

    assert outcome_text(counts) == "207 written, 3 refused"
    assert outcome_text({}, "The disk is full.") == "The disk is full."


def test_counts_follow_what_becomes_of_files(changes):
    changes.renew([JAZZ._replace(state=RowState.REFUSED), POP._replace(kind_after="ID3v2.4")])
    counts = changes.counts()

    assert (counts[ChangeFilter.CHANGES], counts[ChangeFilter.REFUSED]) == (1, 2)
    assert counts[ChangeFilter.KIND] == 1
