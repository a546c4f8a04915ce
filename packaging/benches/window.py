"""The window on many tracks: how fast it opens, sorts and filters, and how late its timers get.

First a scan fills an empty library while the window is used; then a new process opens the window
on the full one, and suggestions come for all of it. Nothing is analyzed to: the suggestions are
made up. Networks are loaded as the window has them loaded, and the memory of its process is told.
Runs on the screen there is, or off-screen where there is none.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import psutil
from _figures import keep
from _lateness import TICK_MS, Lateness
from _small_files import make_small_files

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from musicreclass.core.classify_summary import ClassifySummary
    from musicreclass.core.ensemble.prediction import SuggestionLine
    from musicreclass.gui.main_window import MainWindow
    from musicreclass.gui.review.sidebar_entries import Queue
    from musicreclass.gui.services.computing import Computing
    from musicreclass.gui.workers import Workers

ACTION_MS = 400
SETTLE_MS = 700
USES, USE_MS = 5, 2_000  # of the classifier
NAMED = 6  # of the slowest actions
SUGGESTED_AT_ONCE = 5_000  # as the job that suggests publishes them
CHIPS = (("confidence:>=80%",), ("year:1990..1999", "length:>2:00"), ("tag:mellow",), ())
SEARCHES = ("青花", "blue", "miles davis", "jazz 19", "", "周杰倫")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the files are made and kept")
    parser.add_argument("--open", type=float, metavar="TIME", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.open:
        measure_opening(options.open)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "music"
        make_small_files(folder, options.files)
        os.environ["MUSICRECLASS_HOME"] = str(Path(scratch) / "home")
        measure_scan(folder)
        for _ in range(3):
            command = [sys.executable, __file__, "--open", str(time.time())]
            subprocess.run(command, check=True)


def measure_scan(folder: Path) -> None:
    """Use the window while a scan fills it, and print how it felt."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.workers import Workers

    application = QApplication([])
    workers = Workers()
    window = _built(application, workers)
    window.show()
    application.processEvents()
    lateness, calls = Lateness(), []
    ticker, actor = QTimer(), QTimer()
    ticker.timeout.connect(lateness.tick)
    actions = itertools.cycle(_actions(window, painting=False))
    actor.timeout.connect(lambda: calls.append(_timed(next(actions)[1])))
    ticker.start(TICK_MS)
    actor.start(ACTION_MS)
    window.session.scanned.connect(lambda _: QTimer.singleShot(3000, application.quit))
    window.open([folder])
    application.exec()
    workers.shutdown()
    rows = len(window.review.tracks.tracks)
    print(f"scan into the open window, {rows:,} tracks: timer late by {lateness.text()}")
    print(f"sorting and searching meanwhile: longest of {len(calls)}: {_longest(calls)}")
    keep(
        "window.scanning",
        f"lateness of a 10 ms timer while {rows:,} files are scanned, sorted and searched",
        lateness.text(),
    )


def measure_opening(started: float) -> None:
    """Open the window on the full library; print the times since `started` and of each action."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.services.computing import ComputeProcesses
    from musicreclass.gui.tracks.track_columns import COLUMNS
    from musicreclass.gui.workers import Workers
    from musicreclass.logs import decoder_log

    application = QApplication([])
    workers, processes = Workers(), ComputeProcesses(decoder_log())
    window = _built(application, workers, processes.computing)
    loaded: list[bool] = []
    window.session.loaded.connect(lambda: loaded.append(True))
    window.session.loaded.connect(application.quit)
    window.session.load()
    window.show()
    application.processEvents()
    shown, own = time.time() - started, time.thread_time()
    since_interpreter = time.time() - psutil.Process().create_time()
    lateness, ticker = Lateness(), QTimer()
    ticker.timeout.connect(lateness.tick)
    ticker.start(TICK_MS)
    if not loaded:  # few tracks are there before anybody waits
        application.exec()
    while window.review.pending_updates.is_waiting:
        application.processEvents()
    full, full_own = time.time() - started, time.thread_time()
    rows = window.review.tracks.rowCount()
    print(
        f"window visible after {shown:.2f} s (own time {own:.2f}), {rows:,} rows after "
        f"{full:.2f} s (own time {full_own:.2f}); timer late by {lateness.text()}"
    )
    print(f"window visible {since_interpreter:.2f} s after its interpreter began")
    keep(
        "window.opening",
        f"window visible; {rows:,} rows in it",
        f"{shown:.1f} s; {full:.1f} s after the start",
    )
    QTimer.singleShot(SETTLE_MS, application.quit)  # nobody clicks sooner
    application.exec()
    _measure_suggestions(application, window, "on the order on disk")
    confidence = next(i for i, c in enumerate(COLUMNS) if c.name == "confidence")
    window.review.table.sortByColumn(confidence, Qt.SortOrder.DescendingOrder)
    _measure_suggestions(application, window, "sorted by confidence")
    times = {name: [_timed(act) for _ in range(3)] for name, act in _actions(window, painting=True)}
    found = _longest(list(itertools.chain.from_iterable(times.values())))
    print(f"any sort, filter, chip, folder or group: {found}")
    slowest = sorted(times, key=lambda name: -max(times[name]).own)[:NAMED]
    print(f"the slowest: {'; '.join(f'{name} {max(times[name])}' for name in slowest)}")
    keep(
        "window.actions",
        f"any sort, search, queue, chip, folder or group of {rows:,} rows, painting included",
        found,
    )
    lateness.tick()  # what came before was no fault of what comes now
    lateness.late.clear()
    for _ in range(USES):  # each preview asks it
        window.review.table.go_to(random.randrange(rows))
        window.classify_service.check()
        QTimer.singleShot(USE_MS, application.quit)
        application.exec()
    megabytes = psutil.Process().memory_info().rss / 1e6
    print(f"the classifier beside it: timer late by {lateness.text()}")
    print(f"memory of the window's process with {rows:,} rows and suggestions: {megabytes:.0f} MB")
    keep("window.memory", f"memory of the window's process, {rows:,} rows", f"{megabytes:.0f} MB")
    workers.shutdown()
    processes.stop()


def _built(
    application: QApplication, workers: Workers, computing: Computing | None = None
) -> MainWindow:
    """Return the window, without suggestions of a classifier."""
    from musicreclass import paths
    from musicreclass.gui.app import build_window
    from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs

    def analyzed_nothing(jobs: object, ctx: object) -> ClassifySummary:
        # Not before the window is there: with it comes torch, which no window waits for.
        from musicreclass.core.classify_summary import ClassifySummary

        return ClassifySummary(0, 0, 0, 0, 0.0)

    deaf: Any = ClassifyJobs
    deaf.classify = analyzed_nothing
    deaf.suggest = lambda jobs, ctx: 0
    return build_window(application, workers, paths.library_file(), computing)


def _measure_suggestions(application: QApplication, window: MainWindow, where: str) -> None:
    """Let suggestions come for all tracks; print how long the longest call took them in."""
    page, calls = window.review, []
    take_in = page.tracks.suggest
    tracks: Any = page.tracks
    tracks.suggest = lambda pairs: calls.append(_timed(lambda: take_in(pairs)))
    started = time.perf_counter()
    for batch in _made_up_suggestions([line.id for line in page.tracks.tracks.shown()]):
        window.classify_service.suggestions_came.emit(batch)
    while page.pending_updates.is_waiting:
        application.processEvents()
    seconds = time.perf_counter() - started
    tracks.suggest = take_in
    print(f"suggestions for all, {where}: {seconds:.1f} s, calls {_longest(calls)}")


def _made_up_suggestions(track_ids: list[int]) -> list[list[tuple[int, SuggestionLine]]]:
    from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict

    chance, verdicts = random.Random(len(track_ids)), list(Verdict)
    genres = ("Pop", "Rock", "Jazz", "Electronic", "Classical", "Folk")

    def one() -> SuggestionLine:
        genre, share = chance.choice(genres), chance.random()
        opinions = (("mlp", genre, share), ("cnn", chance.choice(genres), share))
        return SuggestionLine(genre, share, chance.choice(verdicts), opinions)

    pairs = [(track_id, one()) for track_id in track_ids]
    return [pairs[i : i + SUGGESTED_AT_ONCE] for i in range(0, len(pairs), SUGGESTED_AT_ONCE)]


def _actions(window: MainWindow, *, painting: bool) -> list[Action]:
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
    return [*sorts, *searches, *queues, *folders, *genres, *chips, *unfolding, *groups]


class Taken(NamedTuple):
    """How long a call took, in milliseconds."""

    own: float  # of the window's thread, whatever else the machine had to do
    passed: float  # by the clock

    def __str__(self) -> str:
        return f"{self.own:.0f} ({self.passed:.0f}) ms"


Action = tuple[str, "Callable[[], None]"]


def _timed(action: Callable[[], None]) -> Taken:
    began_at, own = time.perf_counter(), time.thread_time()
    action()
    return Taken((time.thread_time() - own) * 1000, (time.perf_counter() - began_at) * 1000)


def _longest(times: Sequence[Taken]) -> str:
    """Return the median and the longest by the clock, and what of that was the thread's own."""
    passed, own = [one.passed for one in times], [one.own for one in times]
    return (
        f"median {statistics.median(passed):.0f}, max {max(passed):.0f} ms "
        f"(own time {statistics.median(own):.0f}, max {max(own):.0f})"
    )


if __name__ == "__main__":
    main()
