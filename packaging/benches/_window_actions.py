"""What a person does to the window's table, done by itself and timed, and what it is done to."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMenu

    from musicreclass.core.classify_summary import ClassifySummary
    from musicreclass.core.ensemble.prediction import SuggestionLine
    from musicreclass.gui.main_window import MainWindow
    from musicreclass.gui.review.sidebar_entries import Queue
    from musicreclass.gui.services.computing import Computing
    from musicreclass.gui.workers import Workers

SUGGESTED_AT_ONCE = 5_000  # as the job that suggests publishes them
CHIPS = (("confidence:>=80%",), ("year:1990..1999", "length:>2:00"), ("tag:mellow",), ())
SEARCHES = ("青花", "blue", "miles davis", "jazz 19", "周杰倫", "")


def built(
    application: QApplication, workers: Workers, computing: Computing | None = None
) -> MainWindow:
    """Return the window, without suggestions of a classifier."""
    from musicreclass import paths
    from musicreclass.gui.assembling import build_window

    without_suggestions()
    return build_window(application, workers, paths.library_file(), computing)


def without_suggestions() -> None:
    """Have no classifier suggest anything from now on."""
    from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs

    def analyzed_nothing(jobs: object, ctx: object) -> ClassifySummary:
        # Not before the window is there: with it comes torch, which no window waits for.
        from musicreclass.core.classify_summary import ClassifySummary

        return ClassifySummary(0, 0, 0, 0, 0.0)

    deaf: Any = ClassifyJobs
    deaf.classify = analyzed_nothing
    deaf.suggest = lambda jobs, ctx: 0


def made_up_suggestions(track_ids: list[int]) -> Iterator[list[tuple[int, SuggestionLine]]]:
    """Yield batches as the job that suggests publishes them."""
    from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict

    chance, verdicts = random.Random(len(track_ids)), list(Verdict)
    genres = ("Pop", "Rock", "Jazz", "Electronic", "Classical", "Folk")

    def one() -> SuggestionLine:
        genre, share = chance.choice(genres), chance.random()
        opinions = (("mlp", genre, share), ("cnn", chance.choice(genres), share))
        others = tuple([(chance.choice(genres), (1.0 - share) / n) for n in (2, 4, 8, 16)])
        return SuggestionLine(genre, share, chance.choice(verdicts), opinions, others)

    for start in range(0, len(track_ids), SUGGESTED_AT_ONCE):
        yield [(track_id, one()) for track_id in track_ids[start : start + SUGGESTED_AT_ONCE]]


def actions(window: MainWindow, *, painting: bool) -> list[Action]:
    """Return what a person does to the table, by name: every sort, searches, every queue.

    Painting is part of an action where it is measured alone; Qt does it afterwards otherwise.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from musicreclass.core.review.grouped_rows import GroupBy
    from musicreclass.gui.review.sidebar_entries import REVIEWS
    from musicreclass.gui.review.sidebar_entries import Queue as Queues
    from musicreclass.gui.tracks.track_columns import COLUMNS

    table, page = window.review.table, window.review
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    columns = range(page.tracks.columnCount())

    def sort(column: int, order: Qt.SortOrder) -> None:
        table.sortByColumn(column, order)
        end_quietly()

    def search(text: str) -> None:
        page.filter_now(text)
        end_quietly()

    def end_quietly() -> None:
        if painting:
            QApplication.sendPostedEvents()
            table.viewport().repaint()

    def look_at(queue: Queue) -> None:
        page.choosing.change(queue=queue)
        end_quietly()

    def choose(**changes: object) -> None:
        """Add a chip; everything in the sidebar is counted anew."""
        page.choosing.change(**changes)
        end_quietly()

    def unfold() -> None:
        """Show the folders in that of the library, or fold them away."""
        path = page.sidebar.folders.path_of((1, ""))
        page.sidebar.folders.fold(path, is_open=path not in page.sidebar.folders.unfolded)
        page.sidebar.set_folders(page.sidebar.folders.folders)
        end_quietly()

    def group(by: GroupBy) -> None:
        page.filtering.group(by)
        end_quietly()

    def fold(is_closed: bool) -> None:
        table.fold_all(is_closed=is_closed)
        end_quietly()

    def open_menu(menu: QMenu) -> None:
        menu.aboutToShow.emit()

    of_menu = page.filtering.menu
    menus = [
        (f"menu {menu.title()}", partial(open_menu, menu))
        for menu in (of_menu.tags, of_menu.formats, of_menu.years)
    ]
    names = [column.name for column in COLUMNS]
    sorts = [(f"sort {names[c]}", partial(sort, c, order)) for c in columns for order in orders]
    searches = [(f"search {text!r}", partial(search, text)) for text in SEARCHES]
    parts = sorted(page.tracks.tracks.folder_parts(), key=lambda part: len(part[1]))[:3]
    folders = [("folder", partial(choose, folder=part)) for part in (*parts, None)]
    genres = [(f"genre {name}", partial(choose, genre=name)) for name in ("Pop", "Jazz", "")]
    chips = [(f"chips {terms}", partial(choose, terms=terms)) for terms in CHIPS]
    grouping = (GroupBy.ALBUM, GroupBy.ARTIST, GroupBy.FOLDER, GroupBy.NONE)
    groups = [
        step
        for by in grouping
        for step in (
            (f"group by {by.value}", partial(group, by)),
            (f"fold {by.value}", partial(fold, True)),
            (f"unfold {by.value}", partial(fold, False)),
        )
    ]
    queues = [(f"queue {q.name}", partial(look_at, q)) for q in (*REVIEWS, Queues.ALL)]
    unfolding = [("folders in the sidebar", unfold)] * 2
    return [*sorts, *searches, *queues, *folders, *genres, *chips, *menus, *unfolding, *groups]


class Taken(NamedTuple):
    """How long a call took, in milliseconds."""

    own: float  # of the window's thread, whatever else the machine had to do
    passed: float  # by the clock

    def __str__(self) -> str:
        return f"{self.own:.0f} ({self.passed:.0f}) ms"


Action = tuple[str, "Callable[[], None]"]


def timed(action: Callable[[], None]) -> Taken:
    began_at, own = time.perf_counter(), time.thread_time()
    action()
    return Taken((time.thread_time() - own) * 1000, (time.perf_counter() - began_at) * 1000)


def longest(times: Sequence[Taken]) -> str:
    """Return the median and the longest by the clock, and what of that was the thread's own."""
    passed, own = [one.passed for one in times], [one.own for one in times]
    return (
        f"median {statistics.median(passed):.0f}, max {max(passed):.0f} ms "
        f"(own time {statistics.median(own):.0f}, max {max(own):.0f})"
    )
