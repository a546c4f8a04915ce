"""The History page without files; taking back for real is in test_writing_service.py."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.tag_change import ChangeState, FileChange, WriteBatch
from musicreclass.gui.writing.batch_table import (
    GENRES,
    STATE,
    WHEN,
    BatchTableModel,
    genres_text,
)
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.sentences.reason import as_said
from musicreclass.settings import HistorySettings

AT = datetime(2026, 11, 21, 14, 54, tzinfo=UTC)
NEW = WriteBatch(
    *(2, AT, {ChangeState.WRITTEN: 46, ChangeState.REFUSED: 3}),
    *((("Other", "Pop", 34), ("", "Jazz", 12)), 46),
)
OLD = WriteBatch(1, AT, {ChangeState.WRITTEN: 7}, (("Rock", "", 7),), 0, is_pruned=True)


def change(number, state=ChangeState.WRITTEN, **more):
    path = Path(f"/music/{number}.mp3")
    return FileChange(number, 2, number, path, ("Other",), ("Pop",), state, **more)


@pytest.fixture
def page(qtbot, theme):
    page = HistoryPage(HistorySettings(), theme)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    return page


def test_the_table_of_batches_keeps_qts_rules(qapp, qtmodeltester):
    batches = BatchTableModel()
    batches.show_rows([NEW, OLD])

    qtmodeltester.check(batches)


def test_a_batch_says_when_from_what_to_what_and_how_it_stands(qapp):
    batches = BatchTableModel()
    batches.show_rows([NEW, OLD])

    assert "26" in batches.index(0, WHEN).data()
    assert batches.index(0, GENRES).data() == "Other → Pop 34, – → Jazz 12"
    assert batches.index(0, STATE).data() == "✓✓ 46 written · ✕ 3 refused"
    assert batches.index(1, STATE).data() == "✓✓ 7 written · too old to be taken back"


def test_many_kinds_of_changes_end_in_an_ellipsis():
    many = tuple((f"Genre {i}", "Pop", 1) for i in range(9))

    assert genres_text(WriteBatch(1, AT, {}, many, 0)).endswith("Genre 5 → Pop 1, …")


def test_a_history_without_anything_in_it_says_what_will_be(page):
    assert page.empty.isVisible()
    assert "taken back" in page.nothing.text()


def test_the_last_batch_is_in_hand_and_stays_so_as_others_come(page, qtbot):
    with qtbot.waitSignal(page.batch_chosen) as chosen:
        page.show_batches([NEW, OLD])
    assert chosen.args == [2]
    page.batch_view.selectRow(1)
    page.show_batches([WriteBatch(3, AT, {}, (), 0), NEW, OLD])

    assert page.batch is OLD


def test_what_cannot_be_taken_back_is_not_offered(page):
    page.show_batches([NEW])
    page.show_changes(
        [change(1, ChangeState.REFUSED, reason=as_said("it is read-only")), change(2)]
    )

    assert not page.undo_button.isEnabled()
    assert not page.genre_button.isVisible()


def test_the_tab_key_goes_through_batches_files_and_buttons(page, qtbot):
    page.show_batches([NEW, OLD])
    page.show_changes([change(1, can_undo=True)])
    page.activateWindow()
    page.batch_view.setFocus()
    qtbot.keyClick(page.batch_view, Qt.Key.Key_Down)
    assert page.batch is OLD

    reached = set()
    for _ in range(20):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.add(page.focusWidget())

    assert {page.batch_view, page.change_view, page.keep_bar.days} <= reached


def test_how_long_to_keep_is_said_once_the_hand_rests(page, qtbot):
    with qtbot.waitSignal(page.limits_changed) as changed:
        page.keep_bar.days.stepDown()
        page.keep_bar.megabytes.stepUp()

    assert changed.args == [HistorySettings(364, 501)]


def test_escape_and_a_click_on_the_batch_mean_all_of_it_again(page, qtbot):
    page.show_batches([NEW, OLD])
    page.show_changes([change(1, can_undo=True), change(2, can_undo=True)])
    page.activateWindow()
    for clear in (
        lambda: qtbot.keyClick(page.change_view, Qt.Key.Key_Escape),
        lambda: page.batch_view.clicked.emit(page.batches.index(0, 0)),
    ):
        page.change_view.setFocus()
        page.change_view.selectRow(0)
        assert page.undo_button.text() == "Take back 1 selected…"
        clear()
        qtbot.waitUntil(lambda: page.undo_button.text() == "Take back all 2…")


def test_old_bytes_can_be_kept_for_ever_and_it_is_said_where_they_lie(page):
    page.show_limits(HistorySettings(0, 0))
    bar = page.keep_bar

    assert (bar.days.text(), bar.megabytes.text()) == ("always", "any room")
    assert bar.limits() == HistorySettings(0, 0)
    bar.show_folder(Path("/home/somebody/undo"))
    assert "/home/somebody/undo" in bar.days.toolTip()
    assert "/home/somebody/undo" in bar.megabytes.toolTip()
