"""Decisions made with the keyboard on the real table, and what the library holds of them."""

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.gui.review.review_keys import KeySheet
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import section_of
from musicreclass.gui.widgets.genre_editor import GenreEditor

# The list of completions is a window of its own, which there is none of without a screen.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

A_SONG, TEN_YEARS, SO_WHAT = "a 青花瓷", "b 十年", "c So What"
ACCEPTED_POP = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")
SKIPPED = DecisionLine(ReviewState.SKIPPED, (), "")


def press(page, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.table, key, modifier)


def shown(page, name):
    column = section_of(COLUMNS, name)
    return [page.tracks.index(row, column).data() for row in range(page.tracks.rowCount())]


def editor_of(page, qtbot):
    qtbot.waitUntil(lambda: page.table.findChild(GenreEditor, "cell") is not None)
    return page.table.findChild(GenreEditor, "cell")


def test_a_accepts_shows_it_at_once_and_goes_on_to_the_next_to_review(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_A)

    assert shown(reviewed, "state") == ["✓ accepted", "· not heard", "○ suggested"]
    assert reviewed.table.current_line().title == SO_WHAT
    assert kept() == {A_SONG: ACCEPTED_POP}


def test_s_skips(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_S)

    assert shown(reviewed, "state")[0] == "– skipped"
    assert kept() == {A_SONG: SKIPPED}


def test_what_has_no_suggestion_cannot_be_accepted_and_that_is_said(reviewed, qtbot, kept):
    reviewed.table.go_to(1)

    with qtbot.waitSignal(reviewed.told) as said:
        press(reviewed, qtbot, Qt.Key.Key_A)

    assert "Nothing is suggested for b 十年 yet" in said.args[0]
    assert kept() == {}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K), TEN_YEARS),
        ((Qt.Key.Key_Down,), TEN_YEARS),
        ((Qt.Key.Key_J,) * 9, SO_WHAT),
        ((Qt.Key.Key_K,), A_SONG),
    ],
)
def test_j_k_and_the_arrows_move_and_stop_at_the_ends(reviewed, qtbot, keys, expected):
    [press(reviewed, qtbot, key) for key in keys]

    assert reviewed.table.current_line().title == expected
    assert reviewed.table.selected_count == 1


def test_a_digit_takes_that_candidate(reviewed, qtbot, kept):
    line = reviewed.table.current_line()
    reviewed.note_candidates(line.id, [Candidate("Pop", 0.91), Candidate("Folk", 0.05)])

    press(reviewed, qtbot, Qt.Key.Key_2)

    assert shown(reviewed, "suggested")[0] == "Folk"
    assert shown(reviewed, "state")[0] == "✎ changed"
    assert kept()[A_SONG].genres == ("Folk",)


def test_a_digit_waits_for_candidates_that_are_still_to_come(reviewed, qtbot, kept):
    line = reviewed.table.current_line()
    press(reviewed, qtbot, Qt.Key.Key_2)

    reviewed.note_candidates(line.id, [Candidate("Pop", 0.91), Candidate("Folk", 0.05)])

    assert kept()[A_SONG].genres == ("Folk",)


def test_a_candidate_asked_for_is_forgotten_once_another_track_is_in_hand(reviewed, qtbot, kept):
    line = reviewed.table.current_line()
    press(reviewed, qtbot, Qt.Key.Key_2)
    press(reviewed, qtbot, Qt.Key.Key_J)

    reviewed.note_candidates(line.id, [Candidate("Pop", 0.91), Candidate("Folk", 0.05)])

    assert kept() == {}


def test_z_takes_back_the_last_decision_and_takes_the_track_in_hand(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_A)
    press(reviewed, qtbot, Qt.Key.Key_S)

    press(reviewed, qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: shown(reviewed, "state")[2] == "○ suggested")

    assert reviewed.table.current_line().title == SO_WHAT
    assert kept() == {A_SONG: ACCEPTED_POP}


def test_z_says_when_there_is_nothing_to_take_back(reviewed, qtbot):
    with qtbot.waitSignal(reviewed.told) as said:
        press(reviewed, qtbot, Qt.Key.Key_Z)

    assert said.args[0] == "There is nothing to take back."


def test_e_types_several_genres_into_the_row_and_completes_them(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_E)
    editor = editor_of(reviewed, qtbot)
    assert editor.text() == "Pop"

    qtbot.keyClicks(editor, "jazz; blu")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(reviewed, "state")[0] == "✎ changed")

    assert shown(reviewed, "suggested")[0] == "Jazz; Blues"
    assert kept()[A_SONG].genres == ("Jazz", "Blues")
    assert reviewed.table.current_line().title == SO_WHAT


def test_escape_leaves_the_row_as_it_was(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_E)
    editor = editor_of(reviewed, qtbot)
    qtbot.keyClicks(editor, "as I like it")

    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: reviewed.table.findChild(GenreEditor, "cell") is None)

    assert kept() == {}


def test_letters_typed_into_the_editor_decide_nothing(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_E)
    editor = editor_of(reviewed, qtbot)

    qtbot.keyClicks(editor, "asz1")

    assert editor.text() == "asz1"
    assert kept() == {}


def test_a_double_click_on_the_genre_in_the_file_edits_too(reviewed, qtbot, kept):
    table = reviewed.table
    table.header.show_section(section_of(COLUMNS, "genre"), True)
    point = table.visualRect(reviewed.tracks.index(1, section_of(COLUMNS, "genre"))).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)

    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    editor = editor_of(reviewed, qtbot)
    editor.setText("流行")  # as an input method leaves it
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(reviewed, "state")[1] == "✎ changed")

    assert kept()[TEN_YEARS].genres == ("流行",)
    assert kept()[TEN_YEARS].is_typed
    assert shown(reviewed, "suggested")[1] == "流行"


def test_several_rows_are_decided_as_one_and_taken_back_as_one(reviewed, qtbot, kept):
    press(reviewed, qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert reviewed.table.selected_count == 3

    press(reviewed, qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: shown(reviewed, "state") == ["– skipped"] * 3)
    assert kept() == dict.fromkeys((A_SONG, TEN_YEARS, SO_WHAT), SKIPPED)

    press(reviewed, qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: shown(reviewed, "state")[0] == "○ suggested")
    assert kept() == {}


def test_shift_and_j_type_no_move(reviewed, qtbot):
    press(reviewed, qtbot, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert reviewed.table.current_line().title == A_SONG


def test_space_and_the_arrows_are_for_the_player(reviewed, qtbot):
    sought = []
    reviewed.keys.sought.connect(sought.append)

    with qtbot.waitSignal(reviewed.keys.toggled):
        press(reviewed, qtbot, Qt.Key.Key_Space)
    press(reviewed, qtbot, Qt.Key.Key_Left)
    press(reviewed, qtbot, Qt.Key.Key_Right)

    assert sought == [-5.0, 5.0]


def test_a_question_mark_asks_for_the_keys(reviewed, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(KeySheet, "exec", lambda sheet: asked.append(sheet))

    qtbot.keyClicks(reviewed.table, "?")

    assert len(asked) == 1


def test_decisions_of_another_day_are_shown_and_can_be_taken_back(
    reviewed, qtbot, decisions, session, kept
):
    press(reviewed, qtbot, Qt.Key.Key_A)
    kept()
    reviewed.tracks.decide([(reviewed.tracks.tracks.line_at(0).id, None)])

    session.loaded.emit()
    qtbot.waitUntil(lambda: shown(reviewed, "state")[0] == "✓ accepted")

    press(reviewed, qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: shown(reviewed, "state")[0] == "○ suggested")


def test_a_decision_that_cannot_be_kept_is_shown_no_longer(reviewed, qtbot, library_file):
    library_file.write_bytes(b"no library any more" * 100)

    with qtbot.waitSignal(reviewed.said) as said:
        press(reviewed, qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: shown(reviewed, "state")[0] == "○ suggested")

    assert "library.db" in said.args[0]
