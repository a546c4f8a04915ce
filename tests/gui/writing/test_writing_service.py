"""Writing from the window, from the key that accepts to the bytes on disk and back."""

import time
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3, TIT2
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.tag_change import ChangeState, FileChange, Id3Version, WriteChoices
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.player.player import Player
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.page_stack import PageButton
from musicreclass.gui.writing import write_jobs as real_jobs
from musicreclass.gui.writing import writing_service
from musicreclass.gui.writing.change_rows import ChangeFilter, RowState, unchecked_row
from musicreclass.gui.writing.change_table import AFTER, FILE, KIND, REMARK, STATE
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.write_dialog import WriteDialog
from musicreclass.gui.writing.write_jobs import Retagged
from musicreclass.gui.writing.write_run import WriteRun
from musicreclass.library.history.batch_file import SUFFIX, folder_of
from musicreclass.pipeline.preview.preview_service import PreviewService
from musicreclass.sentences.reason import as_said
from musicreclass.tags.read import read_facts

TITLES = ("a 青花瓷", "b 十年", "c So What")
WANT = TrackPreviews.want
CLICK = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


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
def files(music):
    return sorted(music.iterdir())


@pytest.fixture
def window(qapp, qtbot, workers, library_file, music, suggestion):
    """A window on three files, each with a suggestion; the first in hand."""
    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    window.resize(1280, 720)
    window.show()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])
    tracks = window.review.tracks
    qtbot.waitUntil(lambda: tracks.rowCount() == len(TITLES))
    ids = [line.id for line in tracks.tracks.shown()]
    window.classify_service.suggestions_came.emit(
        [(track_id, suggestion("Pop")) for track_id in ids]
    )
    qtbot.waitUntil(lambda: not window.review.pending_updates.is_waiting)
    window.activateWindow()
    window.review.table.setFocus()
    window.review.table.go_to(0)
    return window


@pytest.fixture
def previewed(window, qtbot):
    """Return what accepts all tracks, opens the dialog by key and waits for the preview."""

    def previewed():
        qtbot.keyClick(window.review.table, Qt.Key.Key_A, CTRL)
        qtbot.keyClick(window.review.table, Qt.Key.Key_A)
        qtbot.waitUntil(window.review.bulk.write_button.isEnabled)
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda: window.findChild(WriteDialog) is not None)
        dialog = window.findChild(WriteDialog)
        qtbot.waitUntil(lambda: not dialog.strip.stop_button.isVisible())
        return dialog

    return previewed


@pytest.fixture
def written(previewed, qtbot):
    """Return what writes all and waits until that is done."""

    def written():
        dialog = previewed()
        qtbot.mouseClick(dialog.write_button, CLICK)
        qtbot.waitUntil(dialog.undo_button.isVisible, timeout=10_000)
        return dialog

    return written


def genres(files):
    return [read_facts(file).tags.genres for file in files]


def texts(dialog, column):
    changes = dialog.changes
    return [changes.index(row, column).data() for row in range(changes.rowCount())]


def states(window):
    return [line.decision.state for line in window.review.tracks.tracks.shown()]


def queue_count(window, name):
    sidebar = window.review.sidebar
    spoken = [
        sidebar.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(sidebar.count())
    ]
    return next(text.rpartition(", ")[2] for text in spoken if text and text.startswith(name))


def test_what_was_accepted_is_in_the_files_and_back_again(window, written, files, qtbot):
    before = [file.read_bytes() for file in files]
    dialog = written()

    assert genres(files) == [("Pop",)] * 3
    assert dialog.strip.text() == "3 written"
    assert states(window) == [ReviewState.WRITTEN] * 3
    assert [line.genre for line in window.review.tracks.tracks.shown()] == ["Pop"] * 3
    assert (queue_count(window, "Accepted"), queue_count(window, "Written")) == ("0", "3")
    assert not window.review.bulk.write_button.isEnabled()

    qtbot.mouseClick(dialog.undo_button, CLICK)
    qtbot.waitUntil(lambda: dialog.strip.text() == "3 taken back", timeout=10_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert [file.read_bytes() for file in files] == before
    assert states(window) == [ReviewState.UNDONE] * 3
    assert queue_count(window, "To review") == "3"
    assert "3 taken back" in window.strip.text()


def test_the_panel_shows_the_new_genre_and_nothing_is_drawn_anew(monkeypatch, request, qtbot):
    ordered = []
    draw = PreviewService.draw

    def noted(preview_service, worker, draft, ctx):
        ordered.append(draft.request)
        draw(preview_service, worker, draft, ctx)

    monkeypatch.setattr(PreviewService, "draw", noted)
    monkeypatch.setattr(TrackPreviews, "want", WANT)
    window = request.getfixturevalue("window")
    panel = window.findChild(DetailPanel)
    qtbot.waitUntil(lambda: panel.sound.spectrogram.picture is not None, timeout=20_000)
    dialog = request.getfixturevalue("previewed")()
    ordered_before = len(ordered)
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: panel.tag.text() == "Genre in file: Pop", timeout=10_000)
    qtbot.wait(300)

    in_hand = window.review.table.current_track()
    after = [one for one in ordered[ordered_before:] if one.track_ref.id == in_hand]
    assert panel.sound.spectrogram.picture is not None
    assert [one for one in after if one.picture is None] == []


def test_nothing_is_written_where_the_dialog_is_cancelled(window, previewed, files, qtbot):
    dialog = previewed()
    assert texts(dialog, STATE) == ["→ will change"] * 3
    assert texts(dialog, AFTER) == ["Pop"] * 3
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(WriteDialog) is None)

    assert genres(files) == [("Other",)] * 3
    assert states(window) == [ReviewState.ACCEPTED] * 3


def test_a_file_changed_since_is_refused_and_stays_in_its_queue(window, written, files, qtbot):
    with files[1].open("ab") as file:
        file.write(bytes(100))
    dialog = written()

    assert dialog.strip.text() == "2 written, 1 refused"
    assert texts(dialog, FILE) == [files[1].name]
    assert texts(dialog, REMARK)[0]
    assert genres(files) == [("Pop",), ("Other",), ("Pop",)]
    assert queue_count(window, "Accepted") == "1"
    assert window.review.bulk.write_button.text() == "Write 1…"

    qtbot.mouseClick(dialog.undo_button, CLICK)
    qtbot.waitUntil(lambda: dialog.strip.text() == "2 taken back", timeout=10_000)
    assert not dialog.undo_button.isVisible()
    assert len(texts(dialog, FILE)) == 3  # none was refused to be taken back


def test_another_version_is_previewed_and_remembered(window, previewed, files, qtbot, home):
    dialog = previewed()
    assert texts(dialog, KIND) == ["ID3v2.4"] * 3
    dialog.choice_bar.version.setFocus()
    qtbot.keyClick(dialog.choice_bar.version, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: texts(dialog, KIND) == ["ID3v2.4 → ID3v2.3"] * 3)
    qtbot.mouseClick(dialog.chips.chips[ChangeFilter.KIND], CLICK)
    qtbot.waitUntil(dialog.write_button.isEnabled)
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(dialog.undo_button.isVisible, timeout=10_000)

    assert [file.read_bytes()[:4] for file in files] == [b"ID3\3"] * 3
    assert 'id3 = "2.3"' in (home / "config" / "settings.toml").read_text()


def test_the_menu_writes_what_is_selected_and_can_be(window, qtbot):
    table = window.review.table
    assert not write_action(window).isEnabled()
    qtbot.keyClick(table, Qt.Key.Key_A)
    qtbot.keyClick(table, Qt.Key.Key_A)
    table.go_to(1)
    write_action(window).trigger()
    dialog = window.findChild(WriteDialog)
    qtbot.waitUntil(dialog.write_button.isEnabled)

    assert texts(dialog, FILE) == ["b 十年.mp3"]
    dialog.reject()


def write_action(window):
    actions = window.review.menu.build().actions()
    return next(action for action in actions if action.text() == "Write…")


def test_the_player_lets_go_of_what_is_written_and_of_nothing_after(monkeypatch, request):
    calls: list[Any] = []
    monkeypatch.setattr(Player, "let_go", lambda player, held: calls.append(sorted(held)))
    monkeypatch.setattr(Player, "pick_up", lambda player: calls.append("picked up"))
    files = request.getfixturevalue("files")
    request.getfixturevalue("written")()

    assert calls[-2:] == [[str(file) for file in files], "picked up"]


def test_what_a_crash_left_is_said_and_the_scan_does_not_hide_it(monkeypatch, request):
    sentence = "The program was interrupted while it changed files; written: 2."
    monkeypatch.setattr(real_jobs, "recover", lambda library_file, ctx: (as_said(sentence),))
    window = request.getfixturevalue("window")

    assert window.strip.text().startswith(f"{sentence} · 3 files looked at")


def history_of(window, qtbot):
    buttons = window.findChildren(PageButton)
    qtbot.mouseClick(next(b for b in buttons if b.text() == "History"), CLICK)
    page = window.findChild(HistoryPage)
    qtbot.waitUntil(lambda: page.changes.rowCount() == 3)
    return page


def confirm(page, qtbot):
    box = page.findChild(QMessageBox)
    take_back = next(b for b in box.buttons() if b.text() == "Take back")
    qtbot.mouseClick(take_back, CLICK)


def test_a_part_of_a_batch_is_taken_back_in_the_history(window, written, files, qtbot):
    before = files[0].read_bytes()
    written().close()
    page = history_of(window, qtbot)
    assert page.undo_button.text() == "Take back all 3…"
    page.change_view.selectRow(0)
    assert page.undo_button.text() == "Take back 1 selected…"
    qtbot.mouseClick(page.undo_button, CLICK)
    confirm(page, qtbot)
    qtbot.waitUntil(lambda: page.changes.index(0, STATE).data() == "↺ taken back", timeout=10_000)

    assert files[0].read_bytes() == before
    assert genres(files) == [("Other",), ("Pop",), ("Pop",)]
    assert page.batches.index(0, 3).data() == "✓✓ 2 written · ↺ 1 taken back"
    assert states(window)[0] is ReviewState.UNDONE


def test_a_batch_is_taken_back_from_its_own_file(
    window, written, files, library_file, qtbot, monkeypatch
):
    before = [path.read_bytes() for path in files]
    written().close()
    page = history_of(window, qtbot)
    (batch_file,) = folder_of(library_file).glob(f"*{SUFFIX}")
    chosen = str(batch_file), ""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)

    qtbot.mouseClick(page.file_buttons[0], CLICK)

    qtbot.waitUntil(lambda: page.strip.text() == "3 taken back", timeout=10_000)
    assert [path.read_bytes() for path in files] == before
    qtbot.waitUntil(lambda: "taken back" in page.batches.index(0, 3).data(), timeout=10_000)


def test_a_file_changed_by_others_gets_back_its_genre_alone(window, written, files, qtbot):
    written().close()
    tags = ID3(files[0])
    tags.add(TIT2(text=["a 青花磁"]))
    tags.save()
    page = history_of(window, qtbot)
    qtbot.mouseClick(page.undo_button, CLICK)
    confirm(page, qtbot)
    qtbot.waitUntil(page.genre_button.isVisible, timeout=10_000)
    assert page.strip.text() == "2 taken back, 1 refused"
    qtbot.mouseClick(page.genre_button, CLICK)
    confirm(page, qtbot)
    qtbot.waitUntil(lambda: page.strip.text() == "1 taken back", timeout=10_000)

    assert genres(files) == [("Other",)] * 3
    assert read_facts(files[0]).tags.title == "a 青花磁"


class JobsInMemory:
    """Looks at files and writes them as it is told, without any."""

    def __init__(self, batch=64):
        self.batch = batch
        self.previewed_with = []

    def preview(self, lines, choices, ctx):
        self.previewed_with.append(choices)
        for start in range(0, len(lines), self.batch):
            ctx.raise_if_cancelled()
            some = lines[start : start + self.batch]
            ctx.publish([unchecked_row(line)._replace(state=RowState.CHANGES) for line in some])

    def write(self, lines, choices, ctx):
        line = lines[0]
        state = ChangeState.WRITTEN
        change = FileChange(1, 1, line.id, Path(), ("Other",), ("Pop",), state)
        ctx.publish(Retagged([change], []))
        while True:
            ctx.raise_if_cancelled()
            time.sleep(0.001)


class WorkInMemory:
    """Runs what writes at once, with no scan and no player anywhere."""

    is_waiting = False

    def __init__(self, workers):
        self._workers = workers
        self._lane = Lane(workers)

    def prepare(self, job):
        return self._lane.prepare(job)

    def start(self, thread, paths):
        self._lane.enqueue(thread)


@pytest.fixture
def ask(qtbot, theme, workers, line):
    """Return what opens a dialog on so many tracks."""

    def ask(number, jobs):
        accepted = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")
        lines = [
            line(i, tag_kind="ID3v2.4", genre="Other", decision=accepted) for i in range(number)
        ]
        dialog: Any = WriteDialog(WriteChoices(), theme)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        work: Any = WorkInMemory(workers)
        run = WriteRun(dialog, lines, jobs, work, workers)
        dialog.run = run
        run.preview(WriteChoices())
        dialog.show()
        return dialog

    return ask


def test_writing_is_stopped_in_the_middle_and_the_rest_is_left(ask, qtbot):
    dialog = ask(3, JobsInMemory())
    qtbot.waitUntil(dialog.write_button.isEnabled)
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: "✓✓ written" in texts(dialog, STATE))
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.strip.stop_button, CLICK)
    qtbot.waitUntil(dialog.undo_button.isVisible)

    assert dialog.strip.text() == "1 written, 2 left as they were"
    assert texts(dialog, STATE) == ["✓✓ written", "· not written", "· not written"]


def test_of_too_many_files_some_are_left_for_the_next_time(window, qtbot, monkeypatch):
    monkeypatch.setattr(writing_service, "MOST_WRITTEN", 2)
    tracks = window.review.tracks.tracks
    window.review.decisions.accept_all(tracks.to_accept(0.0), 0.0)
    qtbot.waitUntil(lambda: len(tracks.to_write()) == 3)
    window.review.write_wanted.emit(tracks.to_write())
    dialog = window.findChild(WriteDialog)
    assert dialog.headline.text().endswith("of 2 files (1 file left for the next time)")
    qtbot.waitUntil(dialog.write_button.isEnabled)
    with qtbot.waitSignal(dialog.write_button.clicked):
        qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: len(tracks.to_write()) == 1, timeout=20_000)
    dialog.close()


def test_escape_stops_writing_and_leaves_the_summary_to_be_read(ask, qtbot):
    dialog = ask(3, JobsInMemory())
    qtbot.waitUntil(dialog.write_button.isEnabled)
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: "✓✓ written" in texts(dialog, STATE))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.undo_button.isVisible)

    assert dialog.isVisible()


def test_a_choice_looks_at_the_files_again_unless_it_makes_no_difference(ask, qtbot):
    jobs = JobsInMemory()
    dialog = ask(3, jobs)
    qtbot.waitUntil(dialog.write_button.isEnabled)
    dialog.choice_bar.keep_times.click()
    dialog.choice_bar.version.setCurrentIndex(2)
    qtbot.waitUntil(lambda: len(jobs.previewed_with) == 2)
    qtbot.waitUntil(dialog.write_button.isEnabled)

    assert jobs.previewed_with[1] == WriteChoices(Id3Version.V2_4, keep_times=False)


def test_a_preview_of_twenty_thousand_files_does_not_hold_the_window_up(ask, qtbot):
    jobs = JobsInMemory(batch=256)
    lateness = []
    before = time.perf_counter()

    def tick():
        nonlocal before
        now = time.perf_counter()
        lateness.append(now - before - 0.01)
        before = now

    dialog = ask(20_000, jobs)
    timer = QTimer(dialog)
    timer.timeout.connect(tick)
    before = time.perf_counter()
    timer.start(10)
    qtbot.waitUntil(dialog.write_button.isEnabled, timeout=20_000)
    timer.stop()

    assert dialog.changes.counts()[ChangeFilter.CHANGES] == 20_000
    assert max(lateness) < 0.5  # a tenth of it on a machine with nothing else to do


def test_a_separator_typed_a_moment_ago_is_previewed_before_anything_is_written(ask, qtbot):
    jobs = JobsInMemory()
    dialog = ask(3, jobs)
    qtbot.waitUntil(dialog.write_button.isEnabled)
    dialog.choice_bar.separator.several.setCurrentIndex(3)
    qtbot.keyClicks(dialog.choice_bar.separator.own, "+")
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: len(jobs.previewed_with) == 2)
    qtbot.waitUntil(dialog.write_button.isEnabled)

    assert jobs.previewed_with[1] == WriteChoices(separator="+")
    assert texts(dialog, STATE) == ["→ will change"] * 3


def test_enter_in_a_text_looks_at_the_files_and_writes_nothing(ask, qtbot):
    jobs = JobsInMemory()
    dialog = ask(3, jobs)
    qtbot.waitUntil(dialog.write_button.isEnabled)
    dialog.choice_bar.separator.several.setCurrentIndex(3)
    qtbot.keyClicks(dialog.choice_bar.separator.own, "+")
    qtbot.keyClick(dialog.choice_bar.separator.own, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(jobs.previewed_with) == 2)
    qtbot.waitUntil(dialog.write_button.isEnabled)

    assert dialog.focusWidget() is dialog.choice_bar.separator.own
    assert dialog.isVisible()
    assert texts(dialog, STATE) == ["→ will change"] * 3


def test_what_goes_on_behind_a_dialog_that_was_closed_is_said_all_the_same(ask, qtbot):
    dialog = ask(3, JobsInMemory())
    said = []
    dialog.run.said.connect(said.append)
    qtbot.waitUntil(dialog.write_button.isEnabled)
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: "✓✓ written" in texts(dialog, STATE))
    dialog.close()
    qtbot.waitUntil(lambda: said == ["1 written"])

    assert not dialog.isVisible()
