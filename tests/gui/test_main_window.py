import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QProgressBar

from musicreclass import paths, settings
from musicreclass.core.classify_summary import ClassifySummary
from musicreclass.core.job import Progress
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.messages import TRACKS
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.theme import DARK, LIGHT, Theme
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import section_of
from musicreclass.gui.widgets.controls import ElidedLabel
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.page_stack import PageButton
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.sentences.reason import as_said
from musicreclass.settings import HistorySettings
from tests.gui.turning import made


@pytest.fixture
def open_window(qapp, qtbot, workers, tmp_path):
    """Return an opener of windows on one and the same library."""

    def open_one():
        window = build_window(qapp, workers, tmp_path / "library.db")
        qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
        window.show()
        return window

    return open_one


@pytest.fixture(autouse=True)
def _no_classifier(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture
def music(tmp_path, write_mp3):
    folder = tmp_path / "Musics_TBC"
    for number, title in enumerate(["青花瓷", "十年", "茉莉花"]):
        write_mp3(folder / f"{number}.mp3", title=title, artist="周杰倫", genre="Pop")
    (folder / "壞.mp3").write_bytes(b"")
    return folder


def rows(window):
    tracks = window.review.tracks
    return sorted(tracks.index(row, 0).data() for row in range(tracks.rowCount()))


def test_a_folder_given_at_the_start_is_scanned_into_the_table(open_window, qtbot, music):
    window = open_window()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])

    qtbot.waitUntil(lambda: rows(window) == ["十年", "茉莉花", "青花瓷"])
    qtbot.waitUntil(lambda: window.review.problems.rowCount() == 1)
    assert "4 files looked at: 3 new" in window.strip.text()
    assert "1 could not be read" in window.strip.text()
    qtbot.waitUntil(lambda: "No classifier is installed" in window.strip.text())


def test_a_folder_can_be_dropped_anywhere(open_window, qtbot, music):
    window = open_window()
    window.open([])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(music))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    window.dropEvent(drop)

    qtbot.waitUntil(lambda: len(rows(window)) == 3, timeout=20_000)


def test_the_window_shows_at_once_what_the_library_knows(open_window, qtbot, music):
    first = open_window()
    with qtbot.waitSignal(first.session.scanned, timeout=20_000):
        first.open([music])
    first.close()

    second = open_window()
    with qtbot.waitSignal(second.session.loaded):
        second.session.load()
    qtbot.waitUntil(lambda: len(rows(second)) == 3)


def test_a_removed_folder_leaves_window_and_library(open_window, qtbot, music):
    window = open_window()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])
    qtbot.waitUntil(lambda: len(rows(window)) == 3)
    with qtbot.waitSignal(window.session.folder_dropped):
        window.session.remove_folder(1)

    assert rows(window) == []
    assert window.review.empty.isVisible()


def test_columns_and_geometry_are_remembered(open_window):
    first = open_window()
    first.resize(first.width(), 611)
    first.review.table.header.show_section(2, False)
    first.review.table.header.moveSection(0, 3)
    first.close()

    second = open_window()

    assert second.height() == 611
    assert second.review.table.header.isSectionHidden(2)
    assert second.review.table.header.visualIndex(0) == 3


def test_a_broken_settings_file_is_said_and_kept_aside(open_window, home):
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("appearance = 7")

    window = open_window()

    assert "kept in settings.broken.toml" in window.strip.text()


def test_appearance_is_chosen_in_the_menu_and_kept(open_window, qapp, home):
    window = open_window()
    appearance = next(menu for menu in window.menus if menu.title() == "Appearance")

    next(a for a in appearance.actions() if a.data() == "dark").trigger()

    assert qapp.findChildren(Theme)[-1].tokens is DARK
    assert 'appearance = "dark"' in (home / "config" / "settings.toml").read_text()


def test_light_and_dark_have_each_their_own_colours(qapp):
    theme = Theme(qapp, "light")
    assert theme.tokens is LIGHT

    theme.choose("dark")
    assert theme.tokens is DARK


def test_find_puts_the_cursor_into_the_search_box(open_window, qtbot):
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert window.search.hasFocus()


def test_a_job_that_ended_before_the_strip_looked_is_not_waited_for(qtbot, workers):
    strip = JobStrip()
    qtbot.addWidget(strip)
    strip.show()
    thread = workers.prepare(lambda ctx: None)
    thread.started.connect(lambda: (thread.wait(), strip.watch(thread, "Scanning")))

    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    assert not strip.stop_button.isVisible()


def test_the_strip_pauses_resumes_and_stops_a_job(qtbot, workers):
    strip = JobStrip()
    qtbot.addWidget(strip)
    strip.show()

    def job(ctx):
        while True:
            ctx.raise_if_cancelled()
            ctx.report(Progress(5, 10, "青花瓷.mp3"))

    thread = workers.prepare(job)
    strip.watch(thread, "Scanning")
    workers.start(thread)
    qtbot.waitUntil(lambda: "5 of 10" in strip.text())

    qtbot.mouseClick(strip.pause_button, Qt.MouseButton.LeftButton)
    assert thread.is_paused
    assert strip.text() == "Scanning · paused"

    qtbot.mouseClick(strip.pause_button, Qt.MouseButton.LeftButton)
    assert not thread.is_paused
    with qtbot.waitSignal(thread.finished):
        qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not strip.stop_button.isVisible())


def test_only_folders_can_be_dropped(open_window, tmp_path):
    from musicreclass.gui.widgets.panels import folders_in

    (tmp_path / "song.mp3").write_bytes(b"x")
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(tmp_path / "song.mp3"))]
    )

    assert folders_in(data) == [Path(tmp_path)]


def test_new_columns_stand_behind_their_neighbours_in_a_remembered_table(open_window, home):
    since = ("suggested", "confidence", "state", "heard_by")
    names = [c.name for c in COLUMNS if c.name not in since]
    kept = QSettings(str(home / "config" / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("columns/order", [*names[1:], names[0]])
    kept.setValue("columns/hidden", ["album"])
    kept.sync()

    header = open_window().review.table.header

    order = [
        COLUMNS[header.logicalIndex(visual_index)].name for visual_index in range(header.count())
    ]
    at = order.index("genre")
    assert order[at : at + 5] == ["genre", "suggested", "confidence", "state", "heard_by"]
    assert order[-1] == "title"
    assert header.isSectionHidden(section_of(COLUMNS, "heard_by"))


def test_columns_that_were_hidden_by_default_hide_by_themselves_from_now_on(open_window, home):
    kept = QSettings(str(home / "config" / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("columns/order", [column.name for column in COLUMNS])
    extra = {column.name for column in COLUMNS if column.is_extra} - {"year"}
    kept.setValue("columns/hidden", ["artist", "album", "length", *extra])
    kept.sync()

    header = open_window().review.table.header

    wanted = {COLUMNS[section].name: shown for section, shown in header.choices().items()}
    assert wanted == {"artist": False, "year": True}


def test_what_is_chosen_comes_back_with_the_next_window(open_window, qtbot, music):
    first = open_window()
    with qtbot.waitSignal(first.session.scanned, timeout=20_000):
        first.open([music])
    qtbot.waitUntil(lambda: len(rows(first)) == 3)
    first.search.setText("十年 | 青花瓷")
    first.review.choosing.change(folder=(1, ""), terms=("format:MP3",))
    first.review.bulk.least.setValue(77)
    first.review.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    first.review.filtering.group(GroupBy.ARTIST)
    qtbot.waitUntil(lambda: first.review.choosing.now.text == "十年 | 青花瓷")
    first.turn_to_number(2)
    first.close()

    second = open_window()
    with qtbot.waitSignal(second.session.loaded):
        second.session.load()
    qtbot.waitUntil(lambda: second.review.tracks.rowCount() == 3)  # with the row of the artist

    assert [line.title for line in second.review.tracks.tracks.shown()] == ["青花瓷", "十年"]
    assert second.search.text() == "十年 | 青花瓷"
    assert [chip.text() for chip in second.review.filtering.bar.chips] == [
        *("Folder: Musics_TBC  ×", "MP3  ×", "Search: 十年 | 青花瓷  ×")
    ]
    assert second.review.bulk.least.value() == 77
    assert second.page_number == 2


def test_saved_filters_are_kept_in_the_settings(open_window, qtbot):
    first = open_window()
    first.review.choosing.change(genre="Pop")
    first.review.filtering.saved.save("my pop")
    first.close()

    second = open_window()

    assert [one.name for one in second.review.filtering.saved.filters] == ["my pop"]
    assert second.review.filtering.saved.filters[0].choice.genre == "Pop"


def test_after_the_scan_the_window_classifies_and_says_how_fast(
    open_window, qtbot, music, monkeypatch, suggestion
):
    going_on = threading.Event()

    def classify(jobs, ctx):
        while not going_on.wait(0.01):
            ctx.report(Progress(1, 3, "青花瓷.mp3"))
            ctx.raise_if_cancelled()
        ctx.publish([(1, suggestion("Mandopop", 0.93))])
        return ClassifySummary(classified=3, from_cache=0, problems=1, spared=0, seconds=1.0)

    monkeypatch.setattr(ClassifyJobs, "suggest", lambda jobs, ctx: 0)
    monkeypatch.setattr(ClassifyJobs, "classify", classify)
    window = open_window()
    window.open([music])
    qtbot.waitUntil(lambda: window.strip.text() == "Listening · 1 of 3", timeout=20_000)
    assert window.strip.pause_button.isVisible()

    going_on.set()
    suggested = next(i for i, c in enumerate(COLUMNS) if c.name == "suggested")
    qtbot.waitUntil(
        lambda: window.review.tracks.index(0, suggested).data() == "suggested · Mandopop"
    )
    qtbot.waitUntil(lambda: "3 tracks listened to · 1 could not be heard" in window.strip.text())


def test_how_long_the_history_is_kept_is_a_choice_that_lasts(open_window):
    made(open_window(), HistoryPage).limits_changed.emit(HistorySettings(30, 100))

    assert settings.load(paths.settings_file()).history == HistorySettings(30, 100)


def test_the_search_box_is_there_where_it_searches(open_window, qtbot):
    window = open_window()
    with qtbot.waitActive(window):
        window.activateWindow()
    page_button(window, "Train").click()
    assert not window.search.isVisible()

    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert window.review.isVisible()
    assert window.search.isVisible()


def test_a_first_window_lies_within_the_screen(open_window):
    window = open_window()

    assert window.width() <= max(window.screen().availableGeometry().width(), 960)
    assert window.height() <= window.screen().availableGeometry().height()


def test_of_no_folder_nothing_is_said(open_window, qtbot):
    window = open_window()
    with qtbot.waitSignal(window.session.scanned):
        window.open([])

    assert "looked at" not in window.strip.text()


def test_a_stopped_job_is_said_to_be_stopped(qtbot, workers):
    strip = JobStrip()
    qtbot.addWidget(strip)
    strip.show()

    def job(ctx):
        while True:
            ctx.raise_if_cancelled()

    thread = workers.prepare(job)
    strip.watch(thread, "Listening", TRACKS)
    workers.start(thread)
    qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: strip.text() == "Listening · stopped")


def test_a_job_that_begins_paused_is_shown_as_paused(qtbot, workers):
    strip = JobStrip()
    qtbot.addWidget(strip)
    thread = workers.prepare(lambda ctx: None)
    thread.pause()
    strip.watch(thread, "Listening", TRACKS)

    assert strip.text() == "Listening · paused"
    assert strip.pause_button.text() == "Resume"
    assert strip.findChild(QProgressBar).maximum() > 0


def test_a_job_that_leaves_no_sentence_gives_way_to_the_one_before(qtbot, workers):
    strip = JobStrip()
    qtbot.addWidget(strip)
    strip.say("4 files looked at")
    thread = workers.prepare(lambda ctx: None)
    strip.watch(thread, "Listening", TRACKS)
    assert strip.text() == "Listening"

    workers.start(thread)
    qtbot.waitUntil(lambda: strip.text() == "4 files looked at")


def test_a_long_sentence_is_cut_and_keeps_no_window_wide(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("4 files looked at: 3 new, 0 changed, 0 missing")
    label.resize(120, 20)

    assert label.shown_text().endswith("…")
    assert label.minimumSizeHint().width() == 0


def test_what_was_chosen_in_insights_is_all_that_review_shows(open_window, qtbot, music):
    window = open_window()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])
    qtbot.waitUntil(lambda: len(rows(window)) == 3)
    window.search.setText("十年")
    chosen = window.review.tracks.tracks.everything()[2]
    page_button(window, "Insights").click()
    assert window.findChild(InsightsPage).isVisible()

    window.show_in_review(frozenset({chosen.id}))

    assert window.review.isVisible()
    assert window.search.text() == ""
    qtbot.waitUntil(lambda: rows(window) == [chosen.title])


def page_button(window, name):
    return next(b for b in window.findChildren(PageButton) if b.text() == name)


def test_a_tag_that_is_clicked_is_searched_for_beside_what_is(open_window):
    window = open_window()
    window.search.setText("周杰倫")

    window.review.term_wanted.emit("tag:mellow")
    window.review.term_wanted.emit("tag:mellow")

    assert window.search.text() == "周杰倫 tag:mellow"
