"""In each language, on the smallest usual screen, every label and button shows all of its text."""

import pytest
from PySide6.QtCore import QLocale, QSize, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from shiboken6 import delete, isValid

from musicreclass import paths
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembly.decisions_assembly import DecisionsOpener
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.classifiers.encoder_dialog import EncoderDialog
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.help.help_dialog import HelpDialog
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.main_window import ON_SCREEN
from musicreclass.gui.organizing.organize_dialog import OrganizeDialog
from musicreclass.gui.review.review_keys import KeySheet
from musicreclass.gui.review.sidebar_entries import Queue
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.settings.settings_dialog import SettingsDialog
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.widgets.controls import ElidedLabel
from musicreclass.gui.widgets.dialogs.on_screen import FRAME_MS
from musicreclass.gui.widgets.panels import PageGround
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import as_said
from musicreclass.settings import OrganizeSettings
from tests.gui.training.train_material import folder_row, made_up_report
from tests.gui.turning import turned_to
from tests.gui.whole_windows import whole_windows

SMALLEST = QSize(1024, 600)
TOLERANCE = 1  # pixels, by which metrics are rounded
BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)


@pytest.fixture(autouse=True)
def _no_classifier_installed(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    before = QLocale()
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'language = "{request.param}"\n', encoding="utf-8")
    font = qapp.font()
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        delete(translator)
    qapp.setFont(font)
    QLocale.setDefault(before)


@pytest.fixture
def window(language, qapp, qtbot, workers, library_file, tmp_path, write_mp3):
    titles = (
        "青花瓷",
        "A title that is rather longer than any column of a table is wide",
        "So What",
    )
    for title in titles:
        write_mp3(tmp_path / "Musics_TBC" / f"{title}.mp3", title=title, artist="A", genre="R&B")
    opened = whole_windows(qapp, workers, library_file)
    window = next(opened)()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([tmp_path / "Musics_TBC"])
    qtbot.waitUntil(lambda: window.review.tracks.rowCount() == len(titles))
    QTest.qWait(2 * FRAME_MS)  # then it has been fitted to the screen, which is smaller here
    window.resize(SMALLEST * ON_SCREEN)
    yield window
    next(opened, None)


def test_no_text_of_a_page_or_dialog_is_cut(window):
    cut = {}
    for name, shown in views(window):
        QApplication.processEvents()
        if cut_texts(shown):
            QTest.qWait(4 * FRAME_MS)  # what came a moment ago has been laid out then
        if found := cut_texts(shown):
            cut[name] = found

    assert cut == {}


def cut_texts(shown):
    pages = [page for page in shown.findChildren(PageGround) if page.isVisible()]
    hidden = [page.horizontalScrollBar().maximum() for page in pages]
    wide = [f"the page is {more} pixels wider than its room" for more in hidden if more]
    return wide + [said for widget in shown.findChildren(QWidget) if (said := cut_text(widget))]


def views(window):
    """Yield the pages and dialogs with what they show, one after the other."""
    review = window.review
    yield "review", window
    review.choosing.change(queue=Queue.NOT_SURE, genre="R&B", terms=("confidence:>=90%",))
    yield "chips", window
    review.choosing.clear()
    review.filtering.group(GroupBy.ALBUM)
    review.table.selectAll()
    yield "groups", window
    review._stack.setCurrentWidget(review._start)
    yield "start", window
    yield from pages(window)
    for name, dialog in dialogs(window):
        dialog.show()
        dialog.resize(dialog.size().boundedTo(SMALLEST))
        yield name, dialog
        dialog.close()


def pages(window):
    """Yield the pages but for Review, part by part."""
    train = turned_to(window, TrainPage)
    yield "train", window
    train.choose.folders.show_rows([folder_row("Blues"), folder_row("Jazz")])
    for view in (train.choose, train.progress):
        train.setCurrentWidget(view)
        yield type(view).__name__, window
    train.setCurrentWidget(train.choose)
    train.choose.order.advanced_button.setChecked(True)
    yield "advanced", window
    train.report.show_report(made_up_report())
    train.setCurrentWidget(train.report)
    yield from by_chips("report", train.report.chips, window)
    insights = turned_to(window, InsightsPage)
    yield from by_chips("insights", insights._chips.buttons(), window)
    classifiers = turned_to(window, ClassifiersPage)
    while classifiers.inventory is None:
        QTest.qWait(FRAME_MS)
    yield from by_chips("classifiers", classifiers.detail.chips, window)
    classifiers.show_comparison()
    yield "comparison", window
    for kind in (GenresPage, HistoryPage):
        turned_to(window, kind)
        yield kind.__name__, window


def by_chips(name, chips, window):
    for number, chip in enumerate(chips):
        if chip.isVisible():
            chip.click()
            yield f"{name} {number}", window


def dialogs(window):
    """Yield the dialogs, those with pages once for each."""
    theme = window.review._theme
    for keys, kind in (("Ctrl+,", SettingsDialog), ("F1", HelpDialog)):
        next(one for one in window.menu.actions() if one.shortcut().toString() == keys).trigger()
        dialog = next(one for one in window.findChildren(kind) if one.isVisible())
        for number in range(dialog.names.count()):
            dialog.names.setCurrentRow(number)
            yield f"{kind.__name__} {number}", dialog
    yield "keys", KeySheet(window.review.keys.bindings, window)
    yield "decisions", window.findChild(DecisionsOpener).dialog
    yield "encoders", EncoderDialog(window)
    yield "organize", OrganizeDialog(OrganizeSettings(), ["One", "Two"], theme, window)


def cut_text(widget):
    """Return a text of which a part cannot be read, "" where all can or more can be scrolled to."""
    if not isValid(widget) or not widget.isVisible() or isinstance(widget, ElidedLabel):
        return ""
    text = widget.text() if isinstance(widget, (QLabel, *BUTTONS)) else ""
    if isinstance(widget, QComboBox):
        text = widget.currentText()
    if not text.strip():
        return ""
    needed, room = needs(widget, text), widget.size()
    is_cut = (
        needed.width() > room.width() + TOLERANCE or needed.height() > room.height() + TOLERANCE
    )
    if is_cut or reaches_out(widget):
        return f"{type(widget).__name__} {text!r}: {needed.toTuple()} in {room.toTuple()}"
    return ""


def needs(widget, text):
    """Return how much room a text takes as it is laid out."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    if isinstance(widget, QComboBox):
        return QSize(widget.fontMetrics().horizontalAdvance(text), 0)
    return widget.minimumSizeHint() if isinstance(widget, QLabel) else QSize(words(widget, text), 0)


def words(widget, text):
    shown = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return max(map(widget.fontMetrics().horizontalAdvance, shown.split("\n")))


def reaches_out(widget):
    """Say whether a widget reaches sideways out of what it lies in and cannot be scrolled to."""
    above = widget.parentWidget()
    inside, at = widget, widget.rect()
    while above is not None and not inside.isWindow():
        at = at.translated(inside.pos())
        ground = above.parentWidget()
        if isinstance(ground, QScrollArea):
            can_scroll = ground.horizontalScrollBar().maximum() > 0
            if can_scroll:
                return False
        if at.left() < -TOLERANCE or at.right() > above.width() + TOLERANCE:
            return True
        inside, above = above, above.parentWidget()
    return False
