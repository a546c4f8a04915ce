"""Many tracks at once: what the bar promises, and what becomes of the tracks."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.gui.services.classifying.classify_jobs import PrecisionFigures
from musicreclass.gui.widgets.genre_editor import GenreDialog

POP = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")


def states(page):
    tracks = page.tracks.tracks
    return [line.decision and line.decision.state.value for line in tracks.shown()]


@pytest.fixture
def counted(reviewed, qtbot):
    """The page once the bar has counted what is shown."""
    qtbot.waitUntil(lambda: not reviewed.confidence_counts.is_counting)
    return reviewed


def known_as(right, wrong, confidence):
    shares = np.array([1.0] * right + [0.0] * wrong)
    return Outcomes(np.full(len(shares), confidence), shares)


def test_the_bar_counts_what_is_shown_and_sure_enough(counted, qtbot):
    assert counted.bulk.label.text() == "1 track"
    counted.bulk.least.setValue(38)

    assert counted.bulk.label.text() == "2 tracks"
    counted.bulk.least.setValue(100)

    assert counted.bulk.label.text() == "0 tracks"
    assert not counted.bulk.button.isEnabled()


def test_the_bar_says_how_many_are_expected_to_be_right_and_why(counted, figures, decisions):
    basis = PrecisionBasis.of(known_as(190, 10, 0.9), known_as(5, 0, 0.95))

    figures.figures_came.emit(PrecisionFigures("digest", basis))

    assert counted.bulk.label.text() == "1 track · about 95% right"
    assert "between 9" in counted.bulk.label.toolTip()
    assert "from 200 tracks that the classifiers were tried on" in counted.bulk.label.toolTip()
    assert "from 5 decisions of your own" in counted.bulk.label.toolTip()
    assert decisions.bundle == "digest"


def test_accepting_all_decides_what_is_sure_enough_and_one_undo_takes_it_back(counted, qtbot, kept):
    with qtbot.waitSignal(counted.told) as said:
        counted.bulk.button.click()
    qtbot.waitUntil(lambda: states(counted) == ["accepted", None, None])
    assert "1 track decided" in said.args[0]
    assert kept() == {"a 青花瓷": POP}

    qtbot.keyClick(counted.table, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: states(counted) == [None] * 3)

    assert kept() == {}


def test_what_is_like_nothing_known_is_not_accepted_in_bulk(
    counted, classify_service, suggestion, qtbot
):
    track_id = counted.tracks.tracks.line_at(1).id
    classify_service.suggestions_came.emit([(track_id, suggestion("Pop", 0.99, Verdict.NOVEL))])
    qtbot.waitUntil(
        lambda: not counted.pending_updates.is_waiting and not counted.confidence_counts.is_counting
    )

    assert counted.bulk.label.text() == "1 track"


def test_the_bar_counts_what_the_search_leaves(counted, qtbot):
    counted.filter_now("nothing like it")
    qtbot.waitUntil(lambda: not counted.confidence_counts.is_counting)

    assert counted.bulk.label.text() == "0 tracks"


def test_all_that_is_shown_can_be_skipped(counted, qtbot, kept):
    counted.filter_now("verdict:sure")
    counted.many.menu().aboutToShow.emit()
    assert counted.many.skip.text() == "Skip 1 track"

    counted.many.skip.trigger()

    qtbot.waitUntil(lambda: states(counted) == ["skipped"])
    assert list(kept()) == ["a 青花瓷"]


def test_all_that_is_shown_can_be_given_a_genre(counted, qtbot, kept, monkeypatch):
    def answer(dialog):
        dialog.editor.setText("jazz; own thing")
        dialog.editor.committed.emit()
        return dialog.result()

    monkeypatch.setattr(GenreDialog, "exec", answer)

    counted.many.menu().aboutToShow.emit()
    counted.many.set_genre.trigger()

    qtbot.waitUntil(lambda: states(counted) == ["changed"] * 3)
    assert {decided.text for decided in kept().values()} == {"Jazz; own thing"}


def test_a_dialog_without_a_genre_stays_open(taxonomy, qtbot, counted):
    dialog = GenreDialog(counted.table.delegate.words, 3)
    qtbot.addWidget(dialog)
    dialog.show()

    qtbot.keyClick(dialog.editor, Qt.Key.Key_Return)

    assert dialog.isVisible()


def test_e_asks_once_for_several_selected_rows(counted, qtbot, kept, monkeypatch):
    def answer(dialog):
        dialog.editor.setText("Jazz")
        dialog.editor.committed.emit()
        return dialog.result()

    monkeypatch.setattr(GenreDialog, "exec", answer)
    counted.table.selectAll()

    qtbot.keyClick(counted.table, Qt.Key.Key_E)

    qtbot.waitUntil(lambda: states(counted) == ["changed"] * 3)
    assert {decided.text for decided in kept().values()} == {"Jazz"}


def test_what_is_accepted_waits_to_be_written_and_a_key_asks_for_it(reviewed, qtbot):
    assert not reviewed.bulk.write_button.isEnabled()
    qtbot.keyClick(reviewed.table, Qt.Key.Key_A)
    assert reviewed.bulk.write_button.text() == "Write 1…"
    reviewed.activateWindow()
    with qtbot.waitSignal(reviewed.write_wanted) as wanted:
        qtbot.keyClick(reviewed.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [line.title for line in wanted.args[0]] == ["a 青花瓷"]


def test_a_track_that_was_written_keeps_its_suggestion_under_its_new_stamp(reviewed, line):
    before = reviewed.tracks.tracks.line_at(0)
    written = DecisionLine(ReviewState.WRITTEN, ("Pop",), "Pop")
    now = before._replace(mtime_ns=9, genre="Pop", suggestion=None, decision=written)
    reviewed.pending_updates.renew([now, line(99, "of no folder of ours")])

    shown = reviewed.tracks.tracks.line_at(0)
    assert (shown.genre, shown.decision, shown.mtime_ns) == ("Pop", written, 9)
    assert shown.suggestion == before.suggestion
    assert reviewed.tracks.rowCount() == 3
