"""What the menus of found tracks say, and what comes of each action."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from musicreclass.core.decision import ReviewState
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import Problem
from musicreclass.gui.found.found_service import FoundService
from musicreclass.gui.found.missing_menu import MissingMenu
from musicreclass.gui.found.problem_menu import ProblemMenu
from musicreclass.gui.review.problem_table import ProblemTableModel
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.training.report.report_view import ReportView
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.genre_editor import GenreWords
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.library.store import Library
from musicreclass.pipeline.insights.findings import LabelIssue, confirmed_among
from musicreclass.sentences.reason import as_said
from musicreclass.settings import ScanSettings
from tests.gui.training.train_material import made_up_report
from tests.material import write_audio
from tests.recording_context import RecordingContext


@pytest.fixture
def library_file(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def view(theme, taxonomy, qtbot):
    view = ReportView(theme, taxonomy)
    qtbot.addWidget(view)
    view.show()
    view.show_report(made_up_report())
    return view


def action(menu, text):
    return next(one for one in menu.actions() if one.text().startswith(text))


def texts(menu):
    return [one.text() for one in menu.actions() if one.text()]


def test_a_suspicious_track_can_be_set_moved_or_called_right(view):
    view.to_check.selectRow(0)
    likely = view.to_check.issues_in_hand()[0].likely
    menu = view.to_check.menu.build()

    assert texts(menu) == [
        "Play, or pause",
        "Open folder",
        "Show in Review",
        f"Set genre to {likely}",
        "Set another genre…",
        f"Move 1 track to the folder of {likely}",
        f"“{view.to_check.issues_in_hand()[0].given}” is right",
    ]


def test_nothing_can_be_done_while_nothing_is_selected(view):
    assert not any(one.isEnabled() for one in view.to_check.menu.build().actions())


def test_the_button_has_what_the_menu_has(view):
    view.to_check.selectRow(0)
    button = view.to_check.menu.button(view)
    button.menu().aboutToShow.emit()

    assert texts(button.menu()) == texts(view.to_check.menu.build())


def test_several_of_one_kind_are_acted_on_together(view, qtbot):
    view.to_check.selectAll()
    number = view.to_check.tracks.rowCount()
    with qtbot.waitSignal(view.to_check.menu.confirm_wanted) as wanted:
        action(view.to_check.menu.build(), "They are right").trigger()

    assert number == len(wanted.args[0]) == 2


def test_those_that_are_right_are_shown_apart(view, qtbot):
    panel = view.check_panel
    panel.note_confirmed(frozenset(panel.findings[:1]))
    left = [panel.view.tracks.row_at(0).finding]
    said = view.chips[3].text()
    panel.confirmed_box.setChecked(True)
    panel.view.selectRow(0)

    assert (left, said) == (panel.findings[1:], "To check  1")
    assert panel.view.issues_in_hand() == panel.findings[:1]
    with qtbot.waitSignal(panel.view.menu.withdraw_wanted):
        action(panel.view.menu.build(), "Let them be checked again").trigger()


@pytest.fixture
def found(library_file, taxonomy, workers, session, line, tmp_path, qtbot):
    """Return a service with one track in its library, the issue with it, and all it says."""
    (tmp_path / "music").mkdir()
    path = write_audio(tmp_path / "music" / "a.mp3")
    with Library(library_file) as library:
        library.add_folder(path.parent)
    tracks = TrackList()
    tracks.put([line(1, "So What", location=str(path), genre="Rock")])
    decisions = DecisionService(library_file, workers)
    words, work = GenreWords(taxonomy, lambda: ()), FileWork(session, decisions)
    service = FoundService(library_file, tracks, decisions, words, work, workers)
    said: list[str] = []
    service.said.connect(said.append)
    yield service, LabelIssue(path, "Rock", "Jazz"), said
    assert decisions.finish()


def test_a_label_is_set_as_a_decision(found, view, qtbot):
    service, issue, said = found
    service.serve(view.to_check.menu, view)
    with qtbot.waitSignal(service._decisions.updated) as updated:
        view.to_check.menu.genre_wanted.emit([issue], "Jazz")

    ((track_id, decision),) = updated.args[0]
    assert (track_id, decision.state, decision.genres) == (1, ReviewState.CHANGED, ("Jazz",))
    assert "1 track decided: Jazz" in said[0]


def test_a_file_outside_the_library_is_named_as_such(found, view, tmp_path):
    service, _, said = found
    service.serve(view.to_check.menu, view)
    view.to_check.menu.genre_wanted.emit([LabelIssue(tmp_path / "b.mp3", "Rock", "Jazz")], "Jazz")

    assert said == ["1 are not in the library: add their folder, or move them."]


def test_a_file_is_moved_to_the_folder_of_its_genre(found, view, qtbot, tmp_path):
    service, issue, said = found
    folders = {"Rock": tmp_path / "music", "Jazz": tmp_path / "jazz"}
    (tmp_path / "jazz").mkdir()
    service.serve(view.to_check.menu, view, lambda: folders)
    with qtbot.waitSignal(service.moved) as moved:
        view.to_check.menu.move_wanted.emit([issue], "Jazz")

    assert (tmp_path / "jazz" / "a.mp3").exists()
    assert not issue.path.exists()
    assert [move.target for move in moved.args[0]] == [tmp_path / "jazz" / "a.mp3"]
    assert said == ["1 file moved to the folder of Jazz; History takes that back."]


def test_without_a_folder_for_the_genre_nothing_moves_and_the_reason_is_said(found, view, qtbot):
    service, issue, said = found
    service.serve(view.to_check.menu, view)
    with qtbot.waitSignal(service.moved) as moved:
        view.to_check.menu.move_wanted.emit([issue], "Jazz")

    assert issue.path.exists()
    assert moved.args[0] == []
    assert said == ["a.mp3: no folder beside its own is called Jazz; make one first"]


def test_what_is_right_is_remembered_and_said(found, view, qtbot, library_file):
    service, issue, said = found
    service.serve(view.to_check.menu, view)
    with qtbot.waitSignal(service.confirmed):
        view.to_check.menu.confirm_wanted.emit([issue])

    assert said == ["1 track will not be called suspicious again."]
    assert confirmed_among(library_file, [issue], RecordingContext()) == {issue}


def test_tracks_of_the_library_are_shown_in_review(found, view, qtbot):
    service, issue, _ = found
    service.serve(view.to_check.menu, view)
    with qtbot.waitSignal(service.show_wanted) as wanted:
        view.to_check.menu.show_wanted.emit([issue])

    assert wanted.args[0] == {1}


@pytest.fixture
def session(library_file, workers):
    return LibrarySession(library_file, ScanSettings(workers=1), workers)


@pytest.fixture
def problems(library_file, workers, session, qtbot, tmp_path):
    """Return the menu of a table with one file that cannot be read."""
    model = ProblemTableModel()
    view = ColumnView(model, "Problems", selects_many=True)
    qtbot.addWidget(view)
    path = tmp_path / "壞.flac"
    path.write_bytes(b"")
    model.show_rows([Problem(path, as_said("the file is empty"), 1)])
    view.selectRow(0)
    return ProblemMenu(view, library_file, session, workers)


def test_a_problem_is_copied_with_its_reason(problems, tmp_path):
    action(problems.build(), "Copy").trigger()

    assert QGuiApplication.clipboard().text() == f"{tmp_path / '壞.flac'}\tthe file is empty"


def test_a_problem_is_named_no_more(problems, session, qtbot, library_file, tmp_path):
    with qtbot.waitSignals([problems.said, session.contents_changed]):
        action(problems.build(), "Name them no more").trigger()

    with Library(library_file) as library:
        problem = Problem(tmp_path / "壞.flac", as_said("the file is empty"), 1)
        assert library.dismissals.not_hidden([problem]) == []


def test_a_problem_is_looked_at_again(problems, session, qtbot):
    with qtbot.waitSignal(session.scanned) as scanned:
        action(problems.build(), "Try again").trigger()

    assert scanned.args[0].problems == 1


def test_missing_tracks_can_be_located_or_forgotten(
    library_file, session, workers, qtbot, line, view
):
    tracks = TrackList()
    gone = line(1, "Blue in Green", is_missing=1)
    tracks.put([gone, line(2)])
    menus = MissingMenu(tracks, library_file, session, workers, view)
    menu = view.to_check.menu.build()
    menus.add_to(menu, [line(2)])
    before = len(menu.actions())
    menus.add_to(menu, [gone, line(2)])

    with qtbot.waitSignal(menus.forgotten) as forgotten:
        action(menu, "Forget 1 track").trigger()
    assert forgotten.args[0] == {1}
    assert action(menu, "Locate…").isEnabled()
    assert len(menu.actions()) == before + 3


def test_located_files_are_counted(library_file, session, workers, qtbot, view, monkeypatch, line):
    folder = library_file.parent / "music"
    folder.mkdir()
    write_audio(folder / "a.mp3")
    monkeypatch.setattr("musicreclass.gui.found.missing_menu.ask_folder", lambda *_: Path(folder))
    tracks = TrackList()
    gone = line(7, "Gone", is_missing=1)
    tracks.put([gone])
    menus = MissingMenu(tracks, library_file, session, workers, view)
    menu = view.to_check.menu.build()
    menus.add_to(menu, [gone])

    with qtbot.waitSignal(menus.said) as said:
        action(menu, "Locate…").trigger()

    assert said.args[0] == "0 of 1 missing files are found again."
