import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from musicreclass.gui.care.library_mender import LibraryMender
from musicreclass.gui.workers import JobThread
from musicreclass.library.backup.backups import DAILY, back_up
from musicreclass.library.store import Library
from tests.library.filled import NOW, RUINS, decisions_in, fill, overwrite


@pytest.fixture
def library_file(tmp_path):
    library_file = fill(tmp_path / "library.db", tracks=400)
    back_up(library_file, DAILY, now=NOW)
    return library_file


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def mender(library_file, workers, window):
    return LibraryMender(library_file, workers, window)


def read(library_file):
    def job(ctx):
        with Library(library_file) as library:
            list(library.lines())

    return job


def ask(mender, workers, library_file, qtbot):
    workers.start(workers.prepare(read(library_file)))
    qtbot.waitUntil(lambda: mender.dialog is not None and mender.dialog.isVisible())
    return mender.dialog


@pytest.mark.parametrize("ruin", RUINS)
def test_a_damaged_library_is_asked_about_with_its_backups(
    mender, workers, library_file, qtbot, ruin
):
    ruin(library_file)

    dialog = ask(mender, workers, library_file, qtbot)

    assert str(library_file) in dialog.sentence.text()
    assert "7 decisions" in dialog.list.item(0).text()
    assert dialog.restore_button.hasFocus()


def test_it_is_asked_once_whatever_else_fails(mender, workers, library_file, qtbot):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)

    with qtbot.waitSignal(workers.failed):
        workers.start(workers.prepare(read(library_file)))

    assert mender.dialog is dialog


def test_other_faults_are_no_damage(mender, workers, qtbot):
    def fail(ctx):
        raise ValueError("a fault of our own")

    with qtbot.waitSignal(workers.failed):
        workers.start(workers.prepare(fail))

    assert mender.dialog is None


def test_a_click_restores_the_backup_and_all_begins_anew(mender, workers, library_file, qtbot):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)

    with qtbot.waitSignal(mender.restart_wanted):
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)

    assert decisions_in(library_file) == 7
    assert not dialog.isVisible()


def test_nothing_runs_any_more_when_all_begins_anew(
    mender, workers, library_file, qtbot, monkeypatch
):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)
    run, running = JobThread.run, []
    monkeypatch.setattr(JobThread, "run", lambda thread: (run(thread), time.sleep(0.2)))
    mender.restart_wanted.connect(
        lambda: running.extend(thread.isRunning() for thread in mender.findChildren(JobThread))
    )

    with qtbot.waitSignal(mender.restart_wanted):
        dialog.restore_button.click()

    assert running == [False]


def test_a_click_begins_a_new_library_and_keeps_the_damaged_file(
    mender, workers, library_file, qtbot
):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)

    with qtbot.waitSignal(mender.restart_wanted):
        qtbot.mouseClick(dialog.new_button, Qt.MouseButton.LeftButton)

    assert not library_file.exists()
    assert [p.name for p in library_file.parent.glob("library until *.db")] != []


def test_what_cannot_be_restored_is_said_and_another_choice_may_be_made(
    mender, workers, library_file, qtbot
):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)
    overwrite(dialog.backup.path)

    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "damaged, too" in dialog.trouble.text())
    assert dialog.new_button.isEnabled()


def test_escape_quits(mender, workers, library_file, qtbot):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)

    with qtbot.waitSignal(mender.quit_wanted):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_without_a_backup_a_new_library_can_be_begun_at_least(workers, window, tmp_path, qtbot):
    library_file = tmp_path / "other.db"
    overwrite(library_file)
    mender = LibraryMender(library_file, workers, window)

    dialog = ask(mender, workers, library_file, qtbot)

    assert not dialog.restore_button.isVisible()
    assert "no backup" in dialog.hint.text()
    assert dialog.new_button.isEnabled()


def test_every_button_is_reached_by_tab(mender, workers, library_file, qtbot):
    overwrite(library_file)
    dialog = ask(mender, workers, library_file, qtbot)
    reached = set()
    for _ in range(6):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())

    assert set(dialog.findChildren(QPushButton)) | {dialog.list} <= reached
