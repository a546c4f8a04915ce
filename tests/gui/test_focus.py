"""The keyboard in the window: seen wherever it is, in both themes, and never caught."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musicreclass import paths
from musicreclass.core.sound_tags import TagScore, TrackTags
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.classifiers.encoder_dialog import EncoderDialog
from musicreclass.gui.detail.previews import DecodedPreview, TrackPreviews
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.help.help_dialog import HelpDialog
from musicreclass.gui.insights.insight_jobs import InsightJobs
from musicreclass.gui.insights.insights_page import InsightsPage, InsightView
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.live.sound_inputs import SoundInput
from musicreclass.gui.review.review_keys import KeySheet
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.settings.settings_dialog import SettingsDialog
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.widgets.page_stack import PageButton
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.library_map import MapOfLibrary
from musicreclass.pipeline.insights.library_mislabels import Contradiction, Contradictions
from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts
from musicreclass.pipeline.live.recorders import InputKind
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.sentences.reason import as_said
from tests import previews
from tests.gui.focus_walk import name_of, ring_of, stops, walked
from tests.gui.training.train_material import folder_row, made_up_report
from tests.gui.turning import turned_to, wait_until
from tests.recording_context import RecordingContext

TAGS = ("mellow", "female-voice")
GENRES = tuple(f"Genre {number}" for number in range(12))
TITLES = ("a 青花瓷", "b 十年", "c So What")
SETTINGS_PAGES, HELP_PAGES = 9, 5
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _no_classifier_installed(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture(autouse=True)
def _previews_made_up(monkeypatch):
    """Let the panel show all that it can, without a file being decoded."""

    def want(self, lines):
        if not lines:
            return None
        alike = previews.neighbours(*lines[:1], *lines)
        tags = TrackTags(tuple(TagScore(tag, 0.5, is_shown=True) for tag in TAGS))
        made = previews.preview(lines[0], neighbours=alike, sound_tags=tags)
        return DecodedPreview(made, None)

    monkeypatch.setattr(TrackPreviews, "want", want)


@pytest.fixture(autouse=True)
def _insights_made_up(monkeypatch):
    """Let each view of Insights have something to show, with nothing analyzed."""

    def map_of(self, known, lines, ctx):
        genres = np.zeros(len(lines), dtype=np.intp)
        at = np.linspace(-1, 1, 2 * len(lines)).reshape(-1, 2).astype(np.float32)
        return MapOfLibrary("bundle", tuple(lines), at, ("Pop",), genres, genres)

    def mislabels(self, lines, ctx):
        return Contradictions(tuple(Contradiction(line, "Rock", "Pop", 0.9) for line in lines), 40)

    def sounds(self, lines, ctx):
        mel = np.zeros((4, COLUMNS), dtype=np.float32)
        return tuple(GenreMel(genre, 5, mel, (50.0, 100.0, 200.0, 400.0)) for genre in GENRES)

    for name, job in (("map", map_of), ("mislabels", mislabels), ("sounds", sounds)):
        monkeypatch.setattr(InsightJobs, name, job)


@pytest.fixture(params=["dark", "light"])
def theme_name(request):
    return request.param


@pytest.fixture(scope="module")
def scanned_file(tmp_path_factory, write_mp3):
    """A library of three tracks, scanned once for all windows."""
    folder = tmp_path_factory.mktemp("scanned")
    for title in TITLES:
        write_mp3(folder / "Musics_TBC" / f"{title}.mp3", title=title, artist="A", genre="Other")
    scan(folder / "library.db", RecordingContext(), paths=[folder / "Musics_TBC"], workers=1)
    return folder / "library.db"


@pytest.fixture
def window(qapp, qtbot, workers, library_file, scanned_file, suggestion, theme_name):
    """A window on three tracks with suggestions and all that is known of them."""
    shutil.copy(scanned_file, library_file)
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'appearance = "{theme_name}"\n', encoding="utf-8")
    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    window.resize(1280, 760)
    window.show()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([])
    qtbot.waitUntil(lambda: window.review.tracks.rowCount() == len(TITLES))
    ids = [line.id for line in window.review.tracks.tracks.shown()]
    window.classify_service.suggestions_came.emit([(i, suggestion("Pop")) for i in ids])
    qtbot.waitUntil(lambda: not window.review.pending_updates.is_waiting)
    qtbot.waitUntil(lambda: "No classifier" in window.strip.text())
    qtbot.waitUntil(window.review.bulk.button.isEnabled)
    window.activateWindow()
    window.review.table.setFocus()
    window.review.table.go_to(0)
    return window


def review(window):
    return window


def keys(window):
    return shown(KeySheet(window.review.keys.bindings, window))


def from_menu(action, kind, page=0):
    """Return an opener of a page of a dialog that the menu has."""

    def open_dialog(window):
        next(one for one in window.menu.actions() if one.text() == action).trigger()
        dialog = next(one for one in window.findChildren(kind) if one.isVisible())
        dialog.names.setCurrentRow(page)
        return dialog

    open_dialog.__name__ = f"{kind.__name__}_{page}"
    return open_dialog


def shown(dialog):
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.activateWindow()
    return dialog


def train_start(window):
    turned_to(window, TrainPage)
    return window


def train_choose(window):
    page = turned_to(window, TrainPage)
    page.setCurrentWidget(page.choose)
    page.choose.folders.show_rows([folder_row("Blues"), folder_row("Jazz")])
    page.choose.order.train_button.setEnabled(True)
    return window


def train_advanced(window):
    train_choose(window)
    window.findChild(TrainPage).choose.order.advanced_button.setChecked(True)
    return window


def train_progress(window):
    page = turned_to(window, TrainPage)
    page.setCurrentWidget(page.progress)
    return window


def report(part):
    def open_part(window):
        page = turned_to(window, TrainPage)
        page.report.show_report(made_up_report())
        page.setCurrentWidget(page.report)
        chips = page.report.findChildren(type(page.choose.order.advanced_button), "chip")
        chips[part].click()
        return window

    open_part.__name__ = f"report_{part}"
    return open_part


def insights(view):
    def open_view(window):
        page = turned_to(window, InsightsPage)
        page.choose(view)
        wait_until(lambda: not page.covers[view].is_covered)
        if view is InsightView.MAP:
            page.map.choose(np.array([0]))
        return window

    open_view.__name__ = f"insights_{view.name.lower()}"
    return open_view


def classifiers(window):
    page = turned_to(window, ClassifiersPage)
    wait_until(page.table.rowCount)
    return window


def encoders(window):
    dialog = EncoderDialog(window)
    dialog.show_encoders(
        [EncoderFacts("one", Path("one"), "ast"), EncoderFacts("two", Path("two"))]
    )
    return shown(dialog)


def live(window):
    page = turned_to(window, LivePage)
    QTest.qWait(100)  # until what there is was looked for
    page.show_inputs([SoundInput("webcam", "Webcam", InputKind.MICROPHONE)], None)
    return window


def page_of(kind):
    def open_page(window):
        turned_to(window, kind)
        return window

    open_page.__name__ = kind.__name__
    return open_page


VIEWS = [
    *(review, keys, train_start, train_choose, train_advanced, train_progress),
    *(report(part) for part in range(4)),
    *(insights(view) for view in InsightView),
    *(classifiers, encoders, live),
    *(page_of(kind) for kind in (GenresPage, HistoryPage)),
    *(from_menu("Settings…", SettingsDialog, number) for number in range(SETTINGS_PAGES)),
    *(from_menu("Help…", HelpDialog, number) for number in range(HELP_PAGES)),
]


@pytest.fixture(params=VIEWS, ids=lambda view: view.__name__)
def view(request, window):
    found = request.param(window)
    QApplication.processEvents()
    yield found
    if found is not window:
        found.close()


def test_the_keyboard_is_seen_wherever_tab_takes_it_and_goes_all_the_way_back(view):
    rings = walked(view, at_each=ring_of)
    back = walked(view, back=True)

    assert set(back) == set(rings)
    missed = [name_of(stop) for stop in stops(view) - set(rings)]
    assert not missed, "Tab does not reach them"
    unseen = {name_of(stop): ring for stop, ring in rings.items() if not ring.is_seen}
    assert not unseen


def test_tab_goes_through_review_as_it_is_read(window):
    if window.review.isHidden():
        pytest.fail("Review is not shown")
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is window.search

    order = list(walked(window))

    page, table = window.review, window.review.table
    panel = page.splitter.widget(2)
    bar = [widget for widget in order if widget is page.many or page.bulk.isAncestorOf(widget)]
    inside = [widget for widget in order if panel.isAncestorOf(widget)]
    filters = [widget for widget in order if page.filtering.bar.isAncestorOf(widget)]
    assert filters
    at = 2 + len(filters)
    assert order[1 : at + 2] == [page.sidebar, *filters, table.header, table]
    assert order[at + 2 :] == [*inside, *bar, order[-2], order[-1]]
    assert bar[0] is page.many
    assert isinstance(order[-2], PageButton)
    assert order[-1] is window.search


def test_pages_are_read_out_as_pages_and_not_as_boxes_to_tick(window):
    for button in window.findChildren(PageButton):
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.RadioButton


def test_a_table_is_sorted_from_its_headings_by_keys(window):
    table = window.review.table
    table.header.setFocus()
    QTest.keyClick(table.header, Qt.Key.Key_Return)
    QTest.keyClick(table.header, Qt.Key.Key_Return)

    first = table.tracks.index(0, 0).data()
    assert first == "c So What"
    QTest.keyClick(table.header, Qt.Key.Key_Right)
    assert table.header.keys.section != 0
    assert table.header.focus_area().left() > 0
