"""Sorting and exporting from the window, from the menu to the files on disk and back."""

import csv

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.organizing.organize_dialog import OrganizeDialog
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.writing.change_rows import ChangeFilter
from musicreclass.gui.writing.change_table import AFTER, REMARK, STATE
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.write_dialog import WriteDialog
from musicreclass.sentences.reason import as_said
from tests.gui.turning import turned_to

TITLES = ("a 青花瓷", "b 十年", "c So What")
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _no_classifier_installed(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture(autouse=True)
def _no_previews(monkeypatch):
    """Draw nothing where nobody looks: it would take longer than the rest of a test."""
    monkeypatch.setattr(TrackPreviews, "want", lambda previews, lines: None)


@pytest.fixture
def music(tmp_path, write_mp3):
    folder = tmp_path / "Musics_TBC"
    for title in TITLES:
        write_mp3(folder / f"{title}.mp3", title=title, artist="周杰倫", genre="Other")
    return folder


@pytest.fixture
def into(tmp_path):
    return tmp_path / "Sorted"


@pytest.fixture
def window(qapp, qtbot, workers, library_file, music, suggestion):
    """A window on three files, two of which are accepted as Pop; the first in hand."""
    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    window.resize(1280, 720)
    window.show()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])
    review = window.review
    qtbot.waitUntil(lambda: review.tracks.rowCount() == len(TITLES))
    ids = [line.id for line in review.tracks.tracks.shown()]
    window.classify_service.suggestions_came.emit([(i, suggestion("Pop")) for i in ids])
    qtbot.waitUntil(lambda: not review.pending_updates.is_waiting)
    window.activateWindow()
    review.table.setFocus()
    review.table.go_to(0)
    qtbot.keyClick(review.table, Qt.Key.Key_A)
    qtbot.keyClick(review.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: review.decisions.is_flushed)
    return window


@pytest.fixture
def asked(window, qtbot, into):
    """Return what opens the dialog from the menu below the table, and types a folder."""

    def asked(folder=into):
        chosen_in_menu(window, "organize")
        dialog = window.findChild(OrganizeDialog)
        dialog.folder.clear()
        qtbot.keyClicks(dialog.folder, str(folder))
        qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not dialog.strip.stop_button.isVisible())
        return dialog

    return asked


@pytest.fixture
def organized(asked, qtbot):
    """Return what sorts all and waits until that is done."""

    def organized():
        dialog = asked()
        qtbot.waitUntil(dialog.organize_button.isEnabled)
        qtbot.mouseClick(dialog.organize_button, CLICK)
        qtbot.waitUntil(dialog.undo_button.isVisible, timeout=10_000)
        return dialog

    return organized


def chosen_in_menu(window, name):
    """Choose what is to be done with all that is shown."""
    many = window.review.many
    many.menu().aboutToShow.emit()  # as it opens
    getattr(many, name).trigger()


def texts(dialog, column):
    changes = dialog.changes
    return [changes.index(row, column).data() for row in range(changes.rowCount())]


def below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.mp3"))


def locations(window):
    return sorted(str(line.location) for line in window.review.tracks.tracks.shown())


def answer(qtbot, button):
    """Click a button of the message that is about to open."""

    def click():
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
        (box,) = [one for one in boxes if one.isVisible()]
        qtbot.mouseClick(next(b for b in box.buttons() if b.text() == button), CLICK)

    QTimer.singleShot(100, click)


def test_what_was_accepted_is_sorted_and_back_again(window, organized, music, into, qtbot):
    before = locations(window)
    dialog = organized()

    assert below(into) == ["Pop/a 青花瓷.mp3", "Pop/b 十年.mp3"]
    assert below(music) == ["c So What.mp3"]
    assert dialog.strip.text() == "2 sorted"
    assert texts(dialog, STATE) == ["✓ sorted"] * 2
    assert str(into / "Pop" / "a 青花瓷.mp3") in locations(window)
    assert [line.decision is not None for line in window.review.tracks.tracks.shown()] == [
        True,
        True,
        False,
    ]

    qtbot.mouseClick(dialog.undo_button, CLICK)
    qtbot.waitUntil(lambda: dialog.strip.text() == "2 taken back", timeout=10_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert below(music) == [f"{title}.mp3" for title in TITLES]
    assert locations(window) == before
    assert "2 taken back" in window.strip.text()


def test_the_folder_is_in_the_sidebar_and_nothing_is_new_to_the_next_scan(
    window, organized, music, into, qtbot
):
    organized()

    with qtbot.waitSignal(window.session.scanned, timeout=20_000) as scanned:
        window.session.scan()

    summary = scanned.args[0]
    assert (summary.new, summary.moved, summary.missing) == (0, 0, 0)
    assert summary.tracks == 3


def test_a_preview_shows_where_files_go_and_what_stays(asked, music, into):
    dialog = asked()

    assert texts(dialog, AFTER) == ["Pop"] * 2
    assert texts(dialog, STATE) == ["→ will change"] * 2
    assert dialog.note.text().startswith("Left where they are: 1 track not decided yet.")
    assert dialog.organize_button.text() == "Sort 2 files"
    assert (below(music), into.exists()) == ([f"{title}.mp3" for title in TITLES], False)


def test_why_tracks_stay_is_said_for_each_kind(window, asked, qtbot, music):
    review = window.review
    review.write_wanted.emit([review.tracks.tracks.shown()[0]])
    qtbot.waitUntil(lambda: window.findChild(WriteDialog) is not None)
    writing = window.findChild(WriteDialog)
    qtbot.waitUntil(writing.write_button.isEnabled)
    qtbot.mouseClick(writing.write_button, CLICK)
    qtbot.waitUntil(writing.undo_button.isVisible)
    qtbot.mouseClick(writing.undo_button, CLICK)
    qtbot.waitUntil(writing.close_button.isEnabled)
    qtbot.mouseClick(writing.close_button, CLICK)
    review.table.setFocus()
    review.table.go_to(2)
    qtbot.keyClick(review.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: review.decisions.is_flushed)

    dialog = asked()

    assert dialog.note.text().startswith(
        "Left where they are: 1 track skipped, 1 track taken back: accept what they shall be."
    )
    assert texts(dialog, AFTER) == ["Pop"]


def test_a_pattern_that_makes_no_sense_is_a_sentence_and_nothing_can_be_sorted(asked, qtbot):
    dialog = asked()

    dialog.pattern.setEditText("{mood}")
    qtbot.waitUntil(lambda: "{mood} is nothing that is known" in dialog.strip.text())

    assert not dialog.organize_button.isEnabled()
    dialog.pattern.setEditText("{genre}/{artist}/{title}")
    qtbot.waitUntil(dialog.organize_button.isEnabled)
    assert texts(dialog, AFTER) == ["Pop/周杰倫"] * 2


def test_what_is_refused_is_shown_with_the_reason(window, asked, music, into, qtbot):
    path = music / "a 青花瓷.mp3"
    path.write_bytes(path.read_bytes() + b"more")
    dialog = asked()

    assert texts(dialog, STATE) == ["✕ refused", "→ will change"]
    assert "changed since it was scanned" in texts(dialog, REMARK)[0]
    qtbot.mouseClick(dialog.organize_button, CLICK)
    qtbot.waitUntil(dialog.undo_button.isVisible, timeout=10_000)
    assert dialog.strip.text() == "1 sorted, 1 refused"
    assert dialog.chips.current is ChangeFilter.REFUSED


def test_the_selection_alone_can_be_sorted(window, qtbot, into):
    window.review.table.go_to(1)
    menu = window.review.menu.build()
    organize = next(a for a in menu.actions() if a.text() == "Sort files into folders…")

    organize.trigger()

    dialog = window.findChild(OrganizeDialog)
    assert dialog.scope.currentText() == "Selected: 1 track"
    qtbot.keyClicks(dialog.folder, str(into))
    qtbot.waitUntil(dialog.organize_button.isEnabled)
    assert texts(dialog, AFTER) == ["Pop"]
    dialog.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: texts(dialog, AFTER) == ["Pop", "Pop"])


def test_choices_are_remembered(window, organized, asked, into, qtbot):
    dialog = organized()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(OrganizeDialog) is None)

    chosen_in_menu(window, "organize")

    assert window.findChild(OrganizeDialog).folder.text() == str(into)


def test_history_lists_the_batch_and_puts_it_back(window, organized, music, qtbot):
    dialog = organized()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    page = turned_to(window, HistoryPage)
    qtbot.waitUntil(lambda: page.undo_button.text() == "Take back all 2…")
    row = [page.batches.index(0, column).data() for column in range(4)]
    shown = [page.changes.index(0, column).data() for column in (AFTER, STATE)]

    answer(qtbot, "Take back")
    qtbot.mouseClick(page.undo_button, CLICK)
    qtbot.waitUntil(lambda: page.strip.text() == "2 taken back", timeout=10_000)

    assert row[1:] == ["2", "into Sorted: Pop 2", "✓ 2 moved"]
    assert shown == ["Pop", "✓ sorted"]
    assert below(music) == [f"{title}.mp3" for title in TITLES]
    qtbot.waitUntil(lambda: page.batches.index(0, 3).data() == "↺ 2 taken back")


def test_what_is_shown_is_exported_as_a_table(window, tmp_path, qtbot, monkeypatch):
    file = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "*.csv"))
    window.review.filter_now("青花瓷")

    chosen_in_menu(window, "export_table")
    qtbot.waitUntil(lambda: "exported to" in window.strip.text())

    with file.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["title"], row["genre"], row["state"]) == ("a 青花瓷", "Pop", "accepted")
    assert window.strip.text() == f"1 track exported to {file}"


def test_playlists_by_genre_are_exported(window, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "lists"))

    window.menus[0].playlists.trigger()
    qtbot.waitUntil(lambda: "playlists with" in window.strip.text())

    text = (tmp_path / "lists" / "Pop.m3u8").read_text(encoding="utf-8")
    assert text.count("#EXTINF") == 3
    assert "周杰倫 - a 青花瓷" in text


def test_every_control_of_the_dialog_has_a_name_and_is_reached_by_tab(asked, qtbot):
    dialog = asked()
    dialog.scope.setFocus()
    seen = []
    for _ in range(20):
        focused = dialog.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    wanted = [dialog.scope, dialog.folder, dialog.browse, dialog.pattern, dialog.kind]
    wanted += [dialog.prunes_empty, dialog.view, dialog.close_button, dialog.organize_button]
    assert [one for one in wanted if one not in seen] == []
    named = [one.accessibleName() or getattr(one, "text", str)() for one in wanted]
    assert all(named)
