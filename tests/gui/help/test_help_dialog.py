"""Help is found by F1, tells what there is to do, and the log is at hand where it is needed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from musicreclass import __version__, paths
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembly.help_assembly import HelpOpener
from musicreclass.gui.help.guide_pages import JobsPage
from musicreclass.gui.review.key_bindings import KeyBindings
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.logs import log_file
from musicreclass.sentences.reason import as_said
from musicreclass.settings import KeySettings
from tests.gui.whole_windows import whole_windows

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qapp, workers, library_file, monkeypatch):
    def refuse(jobs, ctx):
        raise MusicReclassError(as_said("It is asked nothing here."))

    monkeypatch.setattr(ClassifyJobs, "suggest", refuse)
    opener = whole_windows(qapp, workers, library_file)
    yield next(opener)()
    next(opener, None)


@pytest.fixture
def opener(window):
    return window.findChild(HelpOpener)


def test_f1_shows_how_the_usual_jobs_are_done(window, opener, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_F1)

    qtbot.waitUntil(opener.dialog.isVisible)
    said = opener.dialog.jobs.text.toPlainText()
    for words in ("unsorted music", "thousands of files safely", "classifier of your own"):
        assert words in said
    assert "A accepts what is suggested" in said


def test_help_names_the_keys_that_were_chosen(qtbot):
    bindings = KeyBindings(KeySettings())
    page = JobsPage(bindings)
    qtbot.addWidget(page)

    bindings.choose(KeySettings(accept="Y"))

    assert "Y accepts what is suggested" in page.text.toPlainText()


def test_all_keys_and_all_folders_are_listed(opener, library_file):
    dialog = opener.dialog

    assert "Ctrl+Enter" in dialog.keys.text.toPlainText()
    kept = dialog.kept.text.toPlainText()
    for path in (library_file, paths.settings_file(), paths.cache_dir(), log_file()):
        assert str(path) in kept


def test_about_has_version_origin_and_the_licence_of_each_package(opener, qtbot):
    opener.open_about()
    about = opener.dialog.about
    qtbot.waitUntil(lambda: about.list.count() > 10, timeout=20_000)

    assert about.version.text() == f"musicreclass {__version__}"
    assert "Universitat Pompeu Fabra" in about.about.text()
    names = [about.list.item(row).text().partition(" ")[0] for row in range(about.list.count())]
    about.list.setCurrentRow(names.index("numpy"))
    assert "Redistribution and use" in about.licence.toPlainText()
    about.list.setCurrentRow(names.index("musicnn"))
    assert "ISC" in about.licence.toPlainText()
    qtbot.mouseClick(about.copy_button, LEFT)
    assert f"musicreclass {__version__}" in QGuiApplication.clipboard().text()


def test_an_empty_log_says_that_it_is_empty(opener):
    log_file().unlink(missing_ok=True)
    opener.open_log()

    assert opener.dialog.log.text.placeholderText() == "Nothing was noted that is to be shown."
    assert opener.dialog.log.number.text() == "0 of 0 entries"
    opener.dialog.close()


def test_the_log_is_filtered_and_followed(opener, qtbot):
    log_file().write_text("2026-11-30 05:00:00,000 INFO scan: began\n")
    opener.open_log()
    log = opener.dialog.log
    qtbot.waitUntil(lambda: "scan: began" in log.text.toPlainText(), timeout=10_000)

    with log_file().open("a") as file:
        file.write("2026-11-30 05:00:01,000 ERROR window: job failed\n")
    qtbot.waitUntil(lambda: "job failed" in log.text.toPlainText(), timeout=10_000)

    log.level.setCurrentIndex(log.level.findData("ERROR"))
    assert "began" not in log.text.toPlainText()
    qtbot.keyClicks(log.filter, "nothing like this")
    assert log.text.toPlainText() == ""
    opener.dialog.close()


def test_a_report_is_copied_without_names_unless_they_are_ticked(opener, qtbot, library_file):
    log_file().write_text("2026-11-30 05:00:00,000 INFO scan: /music/a song.mp3: cut off\n")
    opener.open_log()
    log = opener.dialog.log

    qtbot.mouseClick(log.copy_button, LEFT)
    qtbot.waitUntil(lambda: "clipboard" in log.number.text(), timeout=10_000)
    assert "a song" not in QGuiApplication.clipboard().text()

    log.number.setText("")
    qtbot.mouseClick(log.paths_box, LEFT, pos=log.paths_box.rect().center() * 0.1)
    log.paths_box.setChecked(True)
    qtbot.mouseClick(log.copy_button, LEFT)
    qtbot.waitUntil(lambda: "clipboard" in log.number.text(), timeout=10_000)
    assert "a song.mp3" in QGuiApplication.clipboard().text()
    opener.dialog.close()


def test_a_fault_of_the_program_offers_the_log(window, opener, workers, qtbot):
    def job(ctx):
        raise ZeroDivisionError

    assert not window.strip.offer_button.isVisible()
    thread = workers.prepare(job)
    with qtbot.waitSignal(thread.finished):
        workers.start(thread)
    qtbot.waitUntil(window.strip.offer_button.isVisible)

    qtbot.mouseClick(window.strip.offer_button, LEFT)

    assert opener.dialog.log.isVisible()
    assert not window.strip.offer_button.isVisible()
    opener.dialog.close()


def test_what_is_wrong_with_a_file_offers_no_log(window, workers, qtbot):
    def job(ctx):
        raise MusicReclassError(as_said("The file is damaged."))

    thread = workers.prepare(job)
    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    assert not window.strip.offer_button.isVisible()


def test_the_title_names_the_folders(window, qtbot, tmp_path):
    for name in ("Musics_TBC", "more"):
        (tmp_path / name).mkdir()
    window.open([tmp_path / "Musics_TBC"])
    qtbot.waitUntil(lambda: window.windowTitle() == "Musics_TBC – musicreclass", timeout=20_000)

    window.session.scan([tmp_path / "more"])

    qtbot.waitUntil(lambda: window.windowTitle() == "Musics_TBC + 1 – musicreclass", timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.is_scanning, timeout=20_000)


def test_pages_are_turned_to_by_their_numbers_and_ctrl_q_ends(window, qtbot):
    ctrl = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitActive(window):
        window.activateWindow()
    buttons = [b for b in window.findChildren(QToolButton) if b.objectName() == "page"]
    for number, button in enumerate(buttons, 1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), ctrl)
        assert button.isChecked(), button.text()

    qtbot.keyClick(window, Qt.Key.Key_Q, ctrl)

    assert not window.isVisible()
