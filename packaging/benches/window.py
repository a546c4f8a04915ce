"""The window on many tracks: how fast it opens, sorts and filters, and how late its timers get.

First a scan fills an empty library while the window is used; then a new process opens the window
on the full one, and suggestions come for all of it. Nothing is analyzed to: the suggestions are
made up. Runs on the screen there is, or off-screen where there is none.
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
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _figures import keep
from _lateness import TICK_MS, Lateness
from _small_files import make_small_files

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from musicreclass.core.ensemble.prediction import SuggestionLine
    from musicreclass.gui.main_window import MainWindow
    from musicreclass.gui.review.sidebar_entries import Queue
    from musicreclass.gui.workers import Workers

ACTION_MS = 400
SETTLE_MS = 700
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
    actor.timeout.connect(lambda: calls.append(_timed(next(actions))))
    ticker.start(TICK_MS)
    actor.start(ACTION_MS)
    window.session.scanned.connect(lambda _: QTimer.singleShot(3000, application.quit))
    window.open([folder])
    application.exec()
    workers.shutdown()
    rows = len(window.review.tracks.tracks)
    print(f"scan into the open window, {rows:,} tracks: timer late by {lateness.text()}")
    print(f"sorting and searching meanwhile: longest call {max(calls):.0f} ms of {len(calls)}")
    keep(
        "window.scanning",
        f"lateness of a 10 ms timer while {rows:,} files are scanned, sorted and searched",
        lateness.text(),
    )


def measure_opening(started: float) -> None:
    """Open the window on the full library; print the times since `started` and of each action."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.tracks.track_columns import COLUMNS
    from musicreclass.gui.workers import Workers

    application = QApplication([])
    workers = Workers()
    window = _built(application, workers)
    window.session.loaded.connect(application.quit)
    window.session.load()
    window.show()
    application.processEvents()
    shown = time.time() - started
    lateness, ticker = Lateness(), QTimer()
    ticker.timeout.connect(lateness.tick)
    ticker.start(TICK_MS)
    application.exec()
    while window.review.pending_updates.is_waiting:
        application.processEvents()
    full = time.time() - started
    rows = window.review.tracks.rowCount()
    print(
        f"window visible after {shown:.2f} s, {rows:,} rows after {full:.2f} s; {lateness.text()}"
    )
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
    times = [_timed(action) for action in _actions(window, painting=True) for _ in range(3)]
    found = f"median {statistics.median(times):.0f}, max {max(times):.0f} ms"
    print(f"any sort, filter, chip, folder or group: {found}")
    keep(
        "window.actions",
        f"any sort, search, queue, chip, folder or group of {rows:,} rows, painting included",
        found,
    )
    workers.shutdown()


def _built(application: QApplication, workers: Workers) -> MainWindow:
    """Return the window, without a classifier."""
    from musicreclass import paths
    from musicreclass.gui.app import build_window
    from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
    from musicreclass.pipeline.classification.classify import ClassifySummary

    deaf: Any = ClassifyJobs
    deaf.classify = lambda jobs, ctx: ClassifySummary(0, 0, 0, 0, 0.0)
    deaf.suggest = lambda jobs, ctx: 0
    return build_window(application, workers, paths.library_file())


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
    print(
        f"suggestions for all, {where}: {seconds:.1f} s, "
        f"calls median {statistics.median(calls):.0f}, max {max(calls):.0f} ms"
    )


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


def _actions(window: MainWindow, *, painting: bool) -> list[Callable[[], None]]:
    """Return what a person does to the table: every sort both ways, searches, every queue.

    Painting is part of an action where it is measured alone; Qt does it afterwards otherwise.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from musicreclass.core.review.grouped_rows import GroupBy
    from musicreclass.gui.review.sidebar_entries import REVIEWS
    from musicreclass.gui.review.sidebar_entries import Queue as Queues

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

    sorts = [lambda c=c, o=o: sort(c, o) for c in columns for o in orders]
    searches = [lambda text=text: search(text) for text in SEARCHES]
    folders = sorted(page.tracks.tracks.folder_parts(), key=lambda part: len(part[1]))[:3]
    chips = [
        *(lambda part=part: choose(folder=part) for part in (*folders, None)),
        *(lambda genre=genre: choose(genre=genre) for genre in ("Pop", "Jazz", "")),
        *(lambda terms=terms: choose(terms=terms) for terms in CHIPS),
    ]
    groups = [
        step
        for by in (GroupBy.ALBUM, GroupBy.ARTIST, GroupBy.FOLDER, GroupBy.NONE)
        for step in (lambda by=by: group(by), lambda: fold(True), lambda: fold(False))
    ]
    queues = [lambda q=q: look_at(q) for q in (*REVIEWS, Queues.ALL)]
    return [*sorts, *searches, *queues, *chips, unfold, unfold, *groups]


def _timed(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
