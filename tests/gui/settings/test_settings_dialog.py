"""Each control of the settings changes what is kept, is obeyed, and holds after a restart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QSlider,
    QWidget,
)

from musicreclass import paths, settings
from musicreclass.gui.assembly.settings_assembly import SettingsOpener
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.insights.insights_page import InsightsPage
from musicreclass.gui.services.classifying.adaptation_service import AdaptationService
from musicreclass.gui.services.restarting import PROPERTY
from musicreclass.gui.settings.analysis_page import AnalysisPage
from musicreclass.gui.settings.appearance_page import AppearancePage
from musicreclass.gui.settings.cache_page import CachePage
from musicreclass.gui.settings.confidence_page import ConfidencePage
from musicreclass.gui.settings.history_settings_page import HistorySettingsPage
from musicreclass.gui.settings.library_page import LibraryPage
from musicreclass.gui.settings.player_page import PlayerPage
from musicreclass.gui.settings.settings_page import value_of, with_value
from musicreclass.gui.settings.writing_page import WritingPage
from musicreclass.gui.theme import DARK, Theme
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey
from musicreclass.pipeline.care.backing_up import backup_folder
from musicreclass.settings import ReviewSettings, Settings
from tests.gui.turning import made, turned_to
from tests.small_bundles import made_up

LEFT = Qt.MouseButton.LeftButton
CONTROLS = (QComboBox, QAbstractSpinBox, QCheckBox, QSlider, QLineEdit, QPushButton)


def choose(box, value, qtbot):
    """Choose in a box as the keyboard does: to it, down to the value, Enter."""
    box.setFocus()
    index = box.findData(value)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def type_number(box, number, qtbot):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(number))
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_ctrl_comma_opens_it_once(open_window, qtbot):
    window = open_window()
    with qtbot.waitActive(window):
        window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    opener = window.findChild(SettingsOpener)
    qtbot.waitUntil(opener.dialog.isVisible)
    before = opener.dialog
    opener.open()
    assert opener.dialog is before


@pytest.mark.parametrize(
    ("kind", "control", "value", "key"),
    [
        (AnalysisPage, "part", "whole", "classifying.part"),
        (AnalysisPage, "speed", "fast", "classifying.speed"),
        (AnalysisPage, "company", "track", "review.pools_by"),
        (WritingPage, "version", "2.3", "writing.id3"),
        (AppearancePage, "appearance", "dark", "appearance"),
        (AppearancePage, "colours", "grey", "review.colours"),
        (AppearancePage, "language", "zh_TW", "language"),
    ],
)
def test_a_choice_is_kept(page, kept, qtbot, kind, control, value, key):
    choose(getattr(page(kind), control), value, qtbot)

    assert value_of(kept(), key) == value


@pytest.mark.parametrize(
    ("kind", "control", "value", "key"),
    [
        (AnalysisPage, "workers", 3, "scan.workers"),
        (CachePage, "limit", 4, "cache.gigabytes"),
        (ConfidencePage, "accept_from", 75, "review.accept_from"),
        (WritingPage, "styles", 2, "writing.styles"),
        (HistorySettingsPage, "days", 30, "history.keep_days"),
        (HistorySettingsPage, "megabytes", 40, "history.keep_megabytes"),
        (AppearancePage, "text", 140, "text_percent"),
    ],
)
def test_a_number_is_kept(page, kept, qtbot, kind, control, value, key):
    type_number(getattr(page(kind), control), value, qtbot)

    qtbot.waitUntil(lambda: value_of(kept(), key) == value)


@pytest.mark.parametrize(
    ("kind", "control", "key"),
    [
        (AnalysisPage, "symlinks", "scan.follow_symlinks"),
        (AnalysisPage, "learns", "review.learns"),
        (WritingPage, "keep_times", "writing.keep_times"),
        (PlayerPage, "plays_on_move", "player.plays_on_move"),
        (AppearancePage, "less_motion", "less_motion"),
        (LibraryPage, "watches", "library.watches"),
        (LibraryPage, "backs_up", "library.backs_up"),
    ],
)
def test_a_check_is_kept(page, kept, qtbot, kind, control, key):
    before = value_of(kept(), key)

    qtbot.keyClick(getattr(page(kind), control), Qt.Key.Key_Space)

    assert value_of(kept(), key) is not before


def test_a_rule_for_genres_is_the_same_on_both_pages(dialog, page, kept, qtbot):
    box = page(WritingPage).rules.existing
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    rules = made(dialog.parent(), GenresPage).rules

    assert kept().writing.existing == "add"
    assert rules.existing.currentIndex() == box.currentIndex() == box.count() - 1
    page(WritingPage).restore_button.click()
    assert kept().writing.existing == "keep_finer"
    turned_to(dialog.parent(), GenresPage)
    assert rules.existing.currentIndex() == box.currentIndex() == 0


def test_a_backup_is_made_when_it_is_wanted(page, qtbot, library_file):
    shown = page(LibraryPage)
    qtbot.mouseClick(shown.backup_button, LEFT)

    qtbot.waitUntil(lambda: shown.backup_said.text().startswith("Backed up: "))
    assert len(list(backup_folder(library_file).glob("*.db"))) == 1


def test_what_was_typed_last_is_kept_though_the_dialog_closes_at_once(dialog, page, kept, qtbot):
    line = page(WritingPage).separator
    line.setFocus()
    qtbot.keyClicks(line, "; ")

    dialog.close()

    assert kept().writing.separator == "; "


def test_all_that_was_chosen_is_there_after_a_restart(open_window, open_dialog, page, qtbot):
    type_number(page(AnalysisPage).workers, 3, qtbot)
    choose(page(WritingPage).version, "2.4", qtbot)
    type_number(page(ConfidencePage).accept_from, 70, qtbot)
    chosen = Settings(review=ReviewSettings(accept_from=70))
    qtbot.waitUntil(
        lambda: settings.load(paths.settings_file()).review == chosen.review, timeout=3000
    )

    again = open_window()
    dialog = open_dialog(again)

    assert page(AnalysisPage, dialog).workers.value() == 3
    assert page(WritingPage, dialog).version.currentData() == "2.4"
    assert again.review.bulk.least.value() == 70


def test_the_threshold_of_accept_all_begins_as_it_was_chosen(open_window, open_dialog, page, qtbot):
    window = open_window()
    dialog = open_dialog(window)

    type_number(page(ConfidencePage, dialog).accept_from, 65, qtbot)

    qtbot.waitUntil(lambda: window.review.bulk.least.value() == 65)


def test_larger_text_makes_everything_larger(open_window, open_dialog, page, qtbot, qapp):
    window = open_window()
    dialog = open_dialog(window)
    label, table = window.review.bulk.label, window.review.table
    before, row = label.fontMetrics().height(), table.verticalHeader().defaultSectionSize()

    type_number(page(AppearancePage, dialog).text, 200, qtbot)

    qtbot.waitUntil(lambda: label.fontMetrics().height() > 1.8 * before)
    assert table.verticalHeader().defaultSectionSize() > row
    qapp.findChildren(Theme)[-1].size_text(100)
    assert label.fontMetrics().height() == before


def test_dark_is_worn_at_once(page, qtbot, qapp):
    choose(page(AppearancePage).appearance, "dark", qtbot)

    assert qapp.findChildren(Theme)[-1].tokens is DARK


def test_colours_of_spectrograms_change_where_they_are_shown(open_window, open_dialog, page, qtbot):
    window = open_window()
    insights = made(window, InsightsPage)
    dialog = open_dialog(window)

    choose(page(AppearancePage, dialog).colours, "cividis", qtbot)

    menu = window.findChild(DetailPanel).sound.colour_menu()
    assert [a.data() for a in menu.actions() if a.isChecked()] == ["cividis"]
    assert insights.sounds.pictures.colours == "cividis"


def test_the_player_follows_and_is_followed(open_window, open_dialog, page, kept, qtbot):
    window = open_window()
    dialog = open_dialog(window)
    player, bar = page(PlayerPage, dialog), window.findChild(DetailPanel).bar

    player.volume.setFocus()
    qtbot.keyClick(player.volume, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: bar.volume.value() == 0)
    assert kept().player.volume == 0

    bar.auto_play.trigger()
    assert player.plays_on_move.isChecked()
    assert kept().player.plays_on_move


def test_history_shows_what_was_chosen_here(open_window, open_dialog, page, qtbot):
    window = open_window()
    bar = made(window, HistoryPage).keep_bar
    dialog = open_dialog(window)

    type_number(page(HistorySettingsPage, dialog).days, 12, qtbot)

    qtbot.waitUntil(lambda: bar.days.value() == 12)


def test_scans_take_as_many_processes_as_were_chosen(open_window, open_dialog, page, qtbot):
    window = open_window()
    dialog = open_dialog(window)

    type_number(page(AnalysisPage, dialog).workers, 5, qtbot)

    qtbot.waitUntil(lambda: window.session.settings.workers == 5)


def test_suggestions_are_made_anew_where_learning_is_switched_off(
    open_window, open_dialog, page, qtbot, monkeypatch
):
    asked = []
    monkeypatch.setattr(AdaptationService, "adapt", lambda _: asked.append("adapt"))
    monkeypatch.setattr(AdaptationService, "pool", lambda _: asked.append("pool"))
    window = open_window()
    dialog = open_dialog(window)
    shown = page(AnalysisPage, dialog)

    qtbot.keyClick(shown.learns, Qt.Key.Key_Space)
    choose(shown.company, "artist", qtbot)

    assert asked == ["adapt", "pool"]


def test_what_was_trained_on_is_said_and_nothing_is_chosen_in_vain(page, qtbot):
    shown = page(AnalysisPage)
    qtbot.waitUntil(lambda: "30 seconds from the middle" in shown.trained.text(), timeout=30_000)

    assert shown.part.isEnabled()
    assert not shown.seconds.isEnabled()  # until a part is chosen
    assert not shown.patches.isEnabled()  # it has no encoder
    choose(shown.part, "start", qtbot)
    assert shown.seconds.isEnabled()


def test_how_many_seconds_are_analyzed_is_kept(page, kept, qtbot):
    shown = page(AnalysisPage)
    qtbot.waitUntil(lambda: "taught" in shown.trained.text(), timeout=30_000)
    choose(shown.part, "middle", qtbot)

    type_number(shown.seconds, 60, qtbot)

    qtbot.waitUntil(lambda: kept().classifying.seconds == 60)


def test_the_cache_says_its_size_obeys_its_limit_and_can_be_cleared(page, qtbot, home):
    cache = AnalysisCache.of_this_user()
    for number in range(5):
        cache.put(AnalysisKey(f"sound {number}", ""), made_up(number))
    size = cache.size()
    shown = page(CachePage)
    qtbot.waitUntil(lambda: shown.size_now.text() not in ("–", "0 bytes"), timeout=10_000)
    assert str(home) in shown.folder.text()

    shown.clear()

    qtbot.waitUntil(lambda: shown.size_now.text() == "0 bytes", timeout=10_000)
    assert size > 0
    assert AnalysisCache.of_this_user().size() == 0
    assert not shown.clear_button.isEnabled()


def test_another_folder_for_the_cache_is_used_from_now_on(page, kept, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    shown = page(CachePage)

    qtbot.mouseClick(shown.folder_button, LEFT)

    qtbot.waitUntil(lambda: str(tmp_path) in shown.folder.text(), timeout=10_000)
    assert kept().cache.folder == str(tmp_path)
    assert tmp_path in AnalysisCache.of_this_user().folder.parents


def test_defaults_are_restored_of_one_page_only(page, kept, qtbot):
    type_number(page(HistorySettingsPage).days, 12, qtbot)
    choose(page(WritingPage).version, "2.3", qtbot)
    qtbot.waitUntil(lambda: kept().history.keep_days == 12)

    qtbot.mouseClick(page(WritingPage).restore_button, LEFT)

    assert kept().writing.id3 == "keep"
    assert page(WritingPage).version.currentData() == "keep"
    assert kept().history.keep_days == 12


def test_every_control_has_a_name_and_can_be_reached_by_tab(dialog):
    for page in dialog.pages:
        for control in page.findChildren(QWidget):
            inner = isinstance(control.parent(), (QAbstractSpinBox, QComboBox))
            if inner or not isinstance(control, CONTROLS):
                continue
            name = control.accessibleName() or (
                control.text() if isinstance(control, (QPushButton, QCheckBox)) else ""
            )
            assert name, (page.title, control)
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_wheel_scrolls_the_page_and_changes_nothing(page, qtbot, kept):
    box = page(CachePage).limit
    point = QPointF(box.rect().center())
    wheel = QWheelEvent(
        point,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(box, wheel)

    assert box.value() == kept().cache.gigabytes


def test_the_dialog_fits_a_small_screen(dialog):
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 560


def test_damaged_settings_are_said_and_kept_aside(open_window, open_dialog, home):
    (home / "config" / "settings.toml").write_text('appearance = "sepia"')

    dialog = open_dialog(open_window())

    assert "settings.broken.toml" in dialog.notice.text()
    assert "sepia" in dialog.notice.text()
    assert (home / "config" / "settings.broken.toml").exists()


def test_settings_that_nobody_knows_are_named(open_window, open_dialog, home):
    (home / "config" / "settings.toml").write_text("skyy = 3\n[scan]\nthreads = 2\n")

    dialog = open_dialog(open_window())

    assert "skyy, scan.threads" in dialog.notice.text()


def test_restart_now_closes_the_window_and_asks_for_the_same_command(
    open_window, open_dialog, page, qtbot, qapp, monkeypatch
):
    window = open_window()
    shown = page(AppearancePage, open_dialog(window))
    assert not shown.restart_button.isEnabled()
    choose(shown.language, "zh_CN", qtbot)

    qtbot.mouseClick(shown.restart_button, LEFT)

    qtbot.waitUntil(lambda: not window.isVisible())
    assert qapp.property(PROPERTY)[0]
    qapp.setProperty(PROPERTY, None)


def test_a_value_is_found_and_changed_by_its_name():
    changed = with_value(Settings(), "review.learns", False)

    assert changed == replace(Settings(), review=ReviewSettings(learns=False))
    assert value_of(changed, "review.learns") is False
    assert value_of(with_value(Settings(), "language", "en"), "language") == "en"


def test_tab_goes_from_the_first_control_to_the_last_and_then_to_the_defaults(page, qtbot):
    shown = page(AppearancePage)
    shown.appearance.setFocus()
    passed = []
    for _ in range(6):
        passed.append(QApplication.focusWidget())
        shown.focusNextChild()

    order = [shown.appearance, shown.text, shown.less_motion, shown.colours, shown.language]
    assert passed[:5] == order
    assert shown.restore_button in (passed[5], QApplication.focusWidget())
