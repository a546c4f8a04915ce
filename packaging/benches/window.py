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
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from _figures import keep
from _lateness import TICK_MS, Lateness, timed_application
from _small_files import make_small_files
from _window_actions import actions, built, longest, made_up_suggestions, timed, without_suggestions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.main_window import MainWindow

ACTION_MS = 400
SETTLE_MS = 700
REST_MS = 3_000  # after which the window has given back what it needed for a moment
USES, USE_MS = 5, 2_000  # of the classifier
NAMED = 6  # of the slowest actions


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

    from musicreclass.gui.services.computing import ComputeProcesses
    from musicreclass.gui.workers import Workers
    from musicreclass.logs import decoder_log

    application = QApplication([])
    workers, processes = Workers(), ComputeProcesses(decoder_log())
    window = built(application, workers, processes.computing)
    window.show()
    application.processEvents()
    lateness, calls = Lateness(), []
    ticker, actor = QTimer(), QTimer()
    ticker.timeout.connect(lateness.tick)
    turns = itertools.cycle(actions(window, painting=False))
    actor.timeout.connect(lambda: calls.append(timed(next(turns)[1])))
    ticker.start(TICK_MS)
    actor.start(ACTION_MS)
    window.session.scanned.connect(lambda _: QTimer.singleShot(3000, application.quit))
    window.open([folder])
    application.exec()
    workers.shutdown()
    processes.stop()
    rows = len(window.review.tracks.tracks)
    print(f"scan into the open window, {rows:,} tracks: timer late by {lateness.text()}")
    print(f"sorting and searching meanwhile: longest of {len(calls)}: {longest(calls)}")
    keep(
        "window.scanning",
        f"lateness of a 10 ms timer while {rows:,} files are scanned, sorted and searched",
        lateness.text(),
    )


def measure_opening(started: float) -> None:
    """Open the window on the full library; print the times and those of each action.

    Args:
        started: the time before the interpreter began.
    """
    from PySide6.QtCore import Qt, QTimer

    from musicreclass import paths
    from musicreclass.gui.frame import make_frame
    from musicreclass.gui.opening import Opening
    from musicreclass.gui.workers import Workers

    application = timed_application()
    workers = Workers()
    frame = make_frame(application, workers)
    window, opening = frame.window, Opening(frame, paths.library_file())
    window.show()
    application.processEvents()
    shown, own = time.time() - started, time.thread_time()
    opened: list[float] = []

    def go_on() -> None:
        opened.append(time.time() - started)
        without_suggestions()
        window.session.loaded.connect(application.quit)
        window.session.load()

    opening.opened.connect(go_on)
    opening.begin()
    lateness, ticker = Lateness(), QTimer()
    ticker.timeout.connect(lateness.tick)
    ticker.start(TICK_MS)
    application.exec()
    while window.review.pending_updates.is_waiting:
        application.processEvents()
    full, full_own = time.time() - started, time.thread_time()
    rows = window.review.tracks.rowCount()
    print(
        f"window visible after {shown:.2f} s (own time {own:.2f}), whole after {opened[0]:.2f} s, "
        f"{rows:,} rows after {full:.2f} s (own time {full_own:.2f}); "
        f"timer late by {lateness.text()}"
    )
    print(f"longest calls of the window's thread: {application.longest()}")
    keep(
        "window.opening",
        f"window visible; all its parts there; {rows:,} rows in it",
        f"{shown:.1f} s; {opened[0]:.1f} s; {full:.1f} s after the start",
    )
    QTimer.singleShot(SETTLE_MS, application.quit)  # nobody clicks sooner
    application.exec()
    at_first = _megabytes()
    QTimer.singleShot(REST_MS, application.quit)
    application.exec()
    bare = _megabytes()
    _measure_suggestions(application, window, "on the order on disk")
    from musicreclass.gui.tracks.track_columns import COLUMNS

    confidence = next(i for i, c in enumerate(COLUMNS) if c.name == "confidence")
    window.review.table.sortByColumn(confidence, Qt.SortOrder.DescendingOrder)
    _measure_suggestions(application, window, "sorted by confidence")
    times = {name: [timed(act) for _ in range(3)] for name, act in actions(window, painting=True)}
    found = longest(list(itertools.chain.from_iterable(times.values())))
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
    whole = _megabytes()
    print(f"the classifier beside it: timer late by {lateness.text()}")
    print(
        f"memory with {rows:,} rows: {bare:.0f} MB ({at_first:.0f} MB at first); "
        f"used, and with suggestions: {whole:.0f} MB"
    )
    keep(
        "window.memory",
        f"memory of the window's process: {rows:,} rows; the same with suggestions, and used",
        f"{bare:.0f} MB; {whole:.0f} MB",
    )
    workers.shutdown()
    assert opening.processes is not None
    opening.processes.stop()


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss / 1e6)


def _measure_suggestions(application: QApplication, window: MainWindow, where: str) -> None:
    """Let suggestions come for all tracks; print how long the longest call took them in."""
    page, calls = window.review, []
    take_in = page.tracks.suggest
    tracks: Any = page.tracks
    tracks.suggest = lambda pairs: calls.append(timed(lambda: take_in(pairs)))
    started = time.perf_counter()
    for batch in made_up_suggestions([line.id for line in page.tracks.tracks.shown()]):
        window.classify_service.suggestions_came.emit(batch)
    while page.pending_updates.is_waiting:
        application.processEvents()
    seconds = time.perf_counter() - started
    tracks.suggest = take_in
    print(f"suggestions for all, {where}: {seconds:.1f} s, calls {longest(calls)}")


if __name__ == "__main__":
    main()
