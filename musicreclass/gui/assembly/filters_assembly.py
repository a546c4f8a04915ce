"""What is chosen in Review, kept from one day to the next, and the filters that were saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from musicreclass.core.review import choice
from musicreclass.core.review.choice import Choice, SavedFilter
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.tracks.track_columns import COLUMNS

FOLDER_SEPARATOR = "\n"


def add_filters(window: MainWindow, choices: Choices, memory: WindowMemory) -> None:
    """Choose what was chosen last, and keep that as the window closes."""
    review, saved = window.review, window.review.filtering.saved
    saved.load(choice.of_text(choices.settings.review.filters))

    def keep(filters: Sequence[SavedFilter]) -> None:
        text = choice.to_text(filters)
        choices.change(review=replace(choices.settings.review, filters=text))

    saved.changed.connect(keep)
    _restore(review, memory)
    page = memory.restore_text("window/page")
    if page.isdecimal():
        window.turn_to_number(int(page))
    window.closing.connect(lambda: _keep(window, memory))
    window.closing.connect(lambda: _keep_least(review, choices))


def _restore(review: ReviewPage, memory: WindowMemory) -> None:
    folders = memory.restore_text("review/unfolded").split(FOLDER_SEPARATOR)
    review.sidebar.folders.unfolded.update(filter(None, folders))
    review.choosing.restore(Choice.of_text(memory.restore_text("review/choice")))
    name, _, order = memory.restore_text("review/sorted").partition(" ")
    section = next((i for i, column in enumerate(COLUMNS) if column.name == name), -1)
    if section >= 0:
        descending = order == "descending"
        orders = Qt.SortOrder
        way = orders.DescendingOrder if descending else orders.AscendingOrder
        review.table.sortByColumn(section, way)
    grouping = memory.restore_text("review/grouping")
    if grouping in {by.value for by in GroupBy}:
        review.filtering.group(GroupBy(grouping))


def _keep(window: MainWindow, memory: WindowMemory) -> None:
    review = window.review
    header = review.table.header
    section = header.sortIndicatorSection()
    sorting = ""
    if 0 <= section < len(COLUMNS):
        is_descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        sorting = f"{COLUMNS[section].name} {'descending' if is_descending else 'ascending'}"
    memory.keep_text("review/choice", review.choosing.kept().to_text())
    memory.keep_text("review/unfolded", FOLDER_SEPARATOR.join(review.sidebar.folders.unfolded))
    memory.keep_text("review/sorted", sorting)
    memory.keep_text("review/grouping", review.tracks.tracks.groups.by.value)
    memory.keep_text("window/page", str(window.page_number))


def _keep_least(review: ReviewPage, choices: Choices) -> None:
    """Keep from which confidence on tracks are accepted: here and in the settings it is one."""
    least = review.bulk.least.value()
    choices.change(review=replace(choices.settings.review, accept_from=least))
