"""All pages and dialogs of the window, one after the other."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.core.tag_change import WriteChoices
from musicreclass.gui.assembly.decisions_assembly import DecisionsOpener
from musicreclass.gui.care.damage_dialog import DamageDialog
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.classifiers.encoder_dialog import EncoderDialog
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.help.help_dialog import HelpDialog
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.main_window import ON_SCREEN
from musicreclass.gui.organizing.organize_dialog import OrganizeDialog
from musicreclass.gui.review.review_keys import KeySheet
from musicreclass.gui.review.sidebar_entries import Queue
from musicreclass.gui.settings.settings_dialog import SettingsDialog
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.widgets.dialogs.on_screen import FRAME_MS
from musicreclass.gui.widgets.genre_editor import GenreDialog
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.write_dialog import WriteDialog
from musicreclass.pipeline.care.mending import Damage
from musicreclass.sentences.reason import because
from musicreclass.settings import OrganizeSettings
from tests.gui.training.train_material import folder_row, made_up_report
from tests.gui.turning import turned_to, wait_until
from tests.gui.whole_windows import whole_windows

SMALLEST = QSize(1024, 600)
TITLES = (
    "青花瓷",
    "A title that is rather longer than any column of a table is wide",
    "So What",
)


def small_windows(qapp, qtbot, workers, library_file, folder, write_mp3):
    """Yield a window on three tracks, on the smallest usual screen; a fixture yields from it."""
    for title in TITLES:
        write_mp3(folder / f"{title}.mp3", title=title, artist="A", genre="R&B")
    opened = whole_windows(qapp, workers, library_file)
    window = next(opened)()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([folder])
    qtbot.waitUntil(lambda: window.review.tracks.rowCount() == len(TITLES))
    QTest.qWait(2 * FRAME_MS)  # then it has been fitted to the screen, which is smaller here
    window.resize(SMALLEST * ON_SCREEN)
    yield window
    next(opened, None)


def views(window):
    """Yield the pages and dialogs with what they show, one after the other."""
    review = window.review
    yield "review", window
    review.table.go_to(0)
    review.menu.build()
    yield "row menu", window
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
    wait_until(lambda: classifiers.inventory is not None)
    yield from by_chips("classifiers", classifiers.detail.chips, window)
    classifiers.show_comparison()
    yield "comparison", window
    for kind in (GenresPage, HistoryPage, LivePage):
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
    yield "write", WriteDialog(WriteChoices(), theme, window)
    yield "genre", GenreDialog(window.review.table.delegate.words, 3, window)
    reason = because("library.damaged", path=Path("library.db"), said="disk image is malformed")
    yield "damage", DamageDialog(Damage(Path("library.db"), reason, ()), window)
