"""Genres in a Chinese window: by their names there, and as they are written where that counts."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from musicreclass.core.decision import Deed, LogEntry
from musicreclass.core.review.query import parse
from musicreclass.gui import language
from musicreclass.gui.detail.confidences import Confidences
from musicreclass.gui.language import genre_name
from musicreclass.gui.review.decision_dialog import columns
from musicreclass.gui.review.search_box import remarks_text
from musicreclass.gui.tracks.track_delegate import SUGGESTED
from musicreclass.paths import resource
from tests import previews


@pytest.fixture
def chinese(qapp):
    before = QLocale()
    translators = language.speak(qapp, "zh_TW", resource("translations"))
    yield
    QLocale.setDefault(before)
    for translator in translators:
        qapp.removeTranslator(translator)


def shown_in(page, row):
    index = page.tracks.index(row, SUGGESTED)
    option = QStyleOptionViewItem()
    page.table.delegate.initStyleOption(option, index)
    return option.text, index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_suggested_genre_is_named_here_and_written_in_the_tooltip(chinese, reviewed):
    assert shown_in(reviewed, 0) == ("流行", "有建議 · Pop")


def test_in_english_it_is_shown_as_it_is_written(reviewed):
    assert shown_in(reviewed, 0) == ("Pop", "suggested · Pop")


def test_the_list_of_decisions_names_genres_here_and_as_they_are_written(chinese, taxonomy):
    entry = LogEntry(1, datetime.now(UTC), Deed.CHANGED, 1, ("Jazz", "我的最愛"))
    shown = {column.name: column for column in columns(taxonomy)}["genres"]

    assert shown.text(entry) == "爵士; 我的最愛"
    assert shown.tool_tip(entry) == "Jazz; 我的最愛"


def test_a_persons_own_genre_keeps_its_name(chinese, taxonomy):
    assert genre_name(taxonomy, "我的最愛") == "我的最愛"
    assert genre_name(taxonomy, "Jazz") == "爵士"


def test_the_menu_says_both(chinese, reviewed, suggestion):
    (text, *_) = [
        action.text() for action in reviewed.menu.build().actions() if "91%" in action.text()
    ]

    assert text == "流行 · Pop  91%"


def test_the_bars_are_named_here(chinese, qtbot, theme, taxonomy):
    bars = Confidences(theme, taxonomy)
    qtbot.addWidget(bars)
    bars.show_evidence(previews.evidence())

    assert bars.accessibleDescription().startswith("流行 85%")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("mood:sad", "沒有名為 mood: 的搜尋欄位；可用的有 artist:"),
        ("confidence:much", "confidence:much 不是信心值"),
        ("state:odd", "沒有 state odd；可用的有 new"),
    ],
)
def test_what_is_not_understood_is_said_here(chinese, asked, expected):
    assert remarks_text(parse(asked).remarks).startswith(expected)
