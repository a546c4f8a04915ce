"""From an empty library to sorted files, by clicks and keys alone; then after a restart."""

import pytest
from mutagen.id3 import ID3
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from musicreclass.core.decision import ReviewState
from musicreclass.core.genres.genre_rules import Existing
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.gui.assembly.organize_assembly import ListMenu
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.organizing.organize_dialog import OrganizeDialog
from musicreclass.gui.services.classifying import adaptation_service
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.writing.change_table import CHECK_ROLE, FILE
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.rule_bar import EXISTING
from musicreclass.gui.writing.write_dialog import WriteDialog
from tests.gui.journey import CLICK, FOLDERS, TRACKS_PER_FOLDER, Person, make_music
from tests.gui.whole_windows import whole_windows

pytestmark = [
    pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True),
    pytest.mark.timeout(600),
]

EVERY = TRACKS_PER_FOLDER * len(FOLDERS)
REVIEW, TRAIN, CLASSIFIERS, GENRES, HISTORY = 1, 2, 4, 5, 6
PAUSE_MS = 2_000  # after which what was decided last is learned from
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(qapp, workers, library_file):
    yield from whole_windows(qapp, workers, library_file)


def bytes_in(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*.mp3"))}


def test_a_library_from_the_first_click_to_sorted_files(
    open_window, qtbot, workers, tmp_path, monkeypatch
):
    monkeypatch.setattr(adaptation_service, "PAUSE_MS", PAUSE_MS)
    music = make_music(tmp_path / "Musics_TBC")
    window = open_window()
    window.resize(1440, 860)
    person = Person(window, qtbot)

    choose_folder(person, music, monkeypatch)
    before_writing = bytes_in(music)
    decide_on_a_hundred(person)
    change_a_rule(person)
    left_out, added = write(person)
    written = {path for path, kept in bytes_in(music).items() if kept != before_writing[path]}
    assert written
    assert left_out not in map(str, written)
    genres = {str(path): ID3(path)["TCON"].text for path in written}
    assert all(genres.values())
    for path in added - {left_out}:
        assert "Alternative Rock" in genres[path]
        assert len(genres[path]) == 2
    take_back(person, lambda: bytes_in(music) == before_writing)
    wait_until_learned(qtbot, workers.findChild(AdaptationService))
    train_and_use(person, music, tmp_path / "mine.pth", monkeypatch)
    sort_into_folders(person, tmp_path / "sorted", monkeypatch)
    take_back(person, lambda: bytes_in(music) == before_writing)
    restart(person, open_window, qtbot)


def wait_until_learned(qtbot, adaptation):
    """Wait until suggestions have followed what was decided and taken back, and rest."""
    times = []
    adaptation.adapted.connect(lambda: times.append(len(times)))
    before = -1
    while not times or len(times) != before:
        before = len(times)
        qtbot.wait(2 * PAUSE_MS)


def choose_folder(person, music, monkeypatch):
    """Choose the folder on the first screen; it is scanned and analyzed."""
    window = person.window
    with person.qtbot.waitSignal(window.session.scanned):
        window.open([])
    person.wait(window.review.empty.button.isVisible)
    assert not window.review.filtering.bar.isVisible()
    assert not window.review.bulk.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(music))
    person.click(window.review.empty.button)
    person.wait(lambda: len(person.lines()) == EVERY)
    person.wait(lambda: all(line.suggestion is not None for line in person.lines()))
    person.wait(lambda: not window.classify_service.is_running)
    person.settle()


def decide_on_a_hundred(person):
    """Decide by keys, many at once, and by a group, until a hundred are decided."""
    review = person.review
    person.go_to(0)
    for expected in range(1, 6):
        person.press(Qt.Key.Key_A)
        assert person.decided() == expected
    for rank in range(5):
        key = Qt.Key(Qt.Key.Key_1 + rank)
        person.qtbot.keyClick(review.table, key)
        person.wait(lambda rank=rank: person.decided() == 6 + rank)
    person.settle()
    track = review.table.current_line()
    person.type_genre("流行")
    assert review.tracks.tracks.line_of(track.id).decision.genres == ("流行",)
    skipped = review.table.current_line()
    person.press(Qt.Key.Key_S)
    line_of = review.tracks.tracks.line_of
    assert line_of(skipped.id).decision.state is ReviewState.SKIPPED
    person.press(Qt.Key.Key_Z)
    assert line_of(skipped.id).decision is None
    person.press(Qt.Key.Key_Z, SHIFT)
    assert line_of(skipped.id).decision.state is ReviewState.SKIPPED
    review.table.seek_track(skipped.id)
    person.press(Qt.Key.Key_U)
    assert line_of(skipped.id).decision is None
    assert person.decided() == 11

    accept_the_sure(person)

    review.filtering.bar.group_wanted.emit(GroupBy.FOLDER)
    person.go_to(0)
    person.press(Qt.Key.Key_A)
    in_first = [line for line in person.lines() if f"/{FOLDERS[0]}/" in str(line.location)]
    assert all(line.decision is not None for line in in_first)
    review.filtering.bar.group_wanted.emit(GroupBy.NONE)
    accept_all_shown(person)


def accept_all_shown(person):
    """Select all that is shown, and accept what it says."""
    table = person.review.table
    table.setFocus()
    person.qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_A)
    assert person.decided() >= 100


def accept_the_sure(person):
    """Accept all from a confidence on; of what is unlike all music known, that takes nothing."""
    bulk, before = person.review.bulk, person.decided()
    bulk.least.setFocus()
    bulk.least.selectAll()
    person.qtbot.keyClicks(bulk.least, "40")
    person.wait(lambda: not person.review.confidence_counts.is_counting)
    promised = int(bulk.label.text().split()[0])
    assert bulk.button.isEnabled() is (promised > 0)
    person.qtbot.mouseClick(bulk.button, CLICK)
    person.settle()
    assert person.decided() == before + promised


def change_a_rule(person):
    """Have genres added to those that files have, by the control on the page of genres."""
    person.turn_to(GENRES)
    box = person.window.findChild(GenresPage).rules.existing
    box.setFocus()
    person.qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentIndex() != EXISTING.index(Existing.ADD):
        person.qtbot.keyClick(box, Qt.Key.Key_Down)
    person.turn_to(REVIEW)


def write(person):
    """Write all but one file; return its path, and those of files that a genre is added to."""
    person.click(person.review.bulk.write_button)
    dialog = person.dialog(WriteDialog)
    assert dialog.choice_bar.choices().rules.existing is Existing.ADD
    added = [row for row in dialog.changes.rows() if row.before == "Alternative Rock"]
    assert added
    assert all("Alternative Rock" in row.after or row.after == "流行" for row in added)
    added_to = {row.shown_path for row in added if "Alternative Rock" in row.after}
    assert added_to
    view, index = dialog.view, dialog.changes.index(0, FILE)
    number = dialog.changes.chosen_count
    left_out = dialog.changes.row_at(0).shown_path
    view.setCurrentIndex(index)
    view.setFocus()
    person.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert Qt.CheckState(index.data(CHECK_ROLE)) is Qt.CheckState.Unchecked
    assert dialog.changes.chosen_count == number - 1
    person.click(dialog.write_button)
    person.wait(dialog.close_button.isEnabled)
    person.qtbot.mouseClick(dialog.close_button, CLICK)
    person.wait(lambda: person.window.findChild(WriteDialog) is None)
    return left_out, added_to


def take_back(person, is_back):
    """Take back what was done to files last, and wait until it is."""
    person.turn_to(HISTORY)
    page = person.window.findChild(HistoryPage)
    person.wait(lambda: page.undo_button.isVisible() and page.undo_button.isEnabled())
    person.wait(lambda: page.batch is not None and page.batch.id == page.batches.row_at(0).id)
    person.click(page.undo_button)
    person.confirm(page)
    person.wait(is_back)
    person.wait(lambda: page.undo_button.text() == "Take back…")  # nothing is left to take back
    person.wait(lambda: not person.window.session.is_scanning)
    person.turn_to(REVIEW)


def train_and_use(person, music, out, monkeypatch):
    """Train on the folders, use what came of it, and go back to the box."""
    person.wait(lambda: None not in person.suggestions().values())
    at_first = person.suggestions()
    person.turn_to(TRAIN)
    page = person.window.findChild(TrainPage)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(music))
    person.click(page.start.folder_button)
    person.click(page.choose.order.presets.buttons["quick"])
    page.choose.order.out.setText(str(out))
    person.click(page.choose.order.train_button)
    person.wait(lambda: page.currentWidget() is page.report)
    assert page.report.use_button.isEnabled()
    with person.qtbot.waitSignal(person.window.classify_service.renewed, timeout=60_000):
        person.click(page.report.use_button)
    person.click(page.report.classify_button)
    person.wait(lambda: not person.window.classify_service.is_running)
    person.settle()

    person.turn_to(CLASSIFIERS)
    shown = person.window.findChild(ClassifiersPage)
    person.wait(lambda: shown.inventory is not None and shown.inventory.in_use is not None)
    person.wait(lambda: shown.inventory.in_use.origin != "box")
    person.wait(lambda: person.suggestions() != at_first)
    with person.qtbot.waitSignal(person.window.classify_service.renewed, timeout=60_000):
        person.click(shown.box_button)
    person.settle()
    person.wait(lambda: shown.inventory.in_use.origin == "box")
    person.wait(lambda: person.suggestions() == at_first)
    person.turn_to(REVIEW)


def sort_into_folders(person, into, monkeypatch):
    """Move files whose genre is decided into folders of genres; the library follows."""
    accept_all_shown(person)  # what was taken back waits to be decided anew
    into.mkdir()
    menu = next(menu for menu in person.window.menus if isinstance(menu, ListMenu))
    menu.actions()[0].trigger()
    dialog = person.dialog(OrganizeDialog)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(into))
    person.click(dialog.browse)
    person.click(dialog.organize_button)
    person.wait(dialog.close_button.isEnabled)
    person.qtbot.mouseClick(dialog.close_button, CLICK)
    there = {str(path) for path in into.rglob("*.mp3")}
    assert len(there) >= 90
    person.wait(lambda: there <= {str(line.location) for line in person.lines()})
    assert len(person.lines()) == EVERY


def restart(person, open_window, qtbot):
    """Close the window and open it again: all decisions are there."""
    decided = person.decided()
    person.window.close()
    window = open_window()
    with qtbot.waitSignal(window.session.scanned, timeout=60_000):
        window.open([])
    again = Person(window, qtbot)
    again.settle()
    again.wait(lambda: again.decided() == decided)
    assert len(again.lines()) == EVERY
