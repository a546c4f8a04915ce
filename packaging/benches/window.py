"""The window on many tracks: how fast it opens, sorts and filters, and how late its timers get.

First a scan fills an empty library while the window is used; then a new process opens the window
on the full one. Runs on the screen there is, or off-screen where there is none.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from _small_files import make_small_files

TICK_MS = 10
ACTION_MS = 400
SETTLE_MS = 700
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


@dataclass(slots=True)
class Lateness:
    """How many milliseconds too late a 10 ms timer came, each time."""

    late: list[float] = field(default_factory=list)
    _last: float = field(default_factory=time.perf_counter)

    def tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def text(self) -> str:
        late = sorted(self.late)
        p95 = late[int(len(late) * 0.95)]
        return f"median {statistics.median(late):.0f}, p95 {p95:.0f}, max {late[-1]:.0f} ms"


def measure_scan(folder: Path) -> None:
    """Use the window while a scan fills it, and print how it felt."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from musicreclass import paths
    from musicreclass.gui.app import build_window
    from musicreclass.gui.workers import Workers

    application = QApplication([])
    workers = Workers()
    window = build_window(application, workers, paths.library_file())
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


def measure_opening(started: float) -> None:
    """Open the window on the full library; print the times since `started` and of each action."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from musicreclass import paths
    from musicreclass.gui.app import build_window
    from musicreclass.gui.workers import Workers

    application = QApplication([])
    workers = Workers()
    window = build_window(application, workers, paths.library_file())
    window.session.loaded.connect(application.quit)
    window.session.load()
    window.show()
    application.processEvents()
    shown = time.time() - started
    lateness, ticker = Lateness(), QTimer()
    ticker.timeout.connect(lateness.tick)
    ticker.start(TICK_MS)
    application.exec()
    while window.review.is_taking_in:
        application.processEvents()
    full = time.time() - started
    rows = window.review.tracks.rowCount()
    print(
        f"window visible after {shown:.2f} s, {rows:,} rows after {full:.2f} s; {lateness.text()}"
    )
    QTimer.singleShot(SETTLE_MS, application.quit)  # nobody clicks sooner
    application.exec()
    times = [_timed(action) for action in _actions(window, painting=True) for _ in range(3)]
    print(f"any sort or filter: median {statistics.median(times):.0f}, max {max(times):.0f} ms")
    workers.shutdown()


def _actions(window: object, *, painting: bool) -> list[Callable[[], None]]:
    """Return what a person does to the table: every sort both ways, several searches.

    Painting is part of an action where it is measured alone; Qt does it afterwards otherwise.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    table, page = window.review.table, window.review
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    columns = range(page.tracks.columnCount())

    def sort(column: int, order: Qt.SortOrder) -> None:
        table.sortByColumn(column, order)
        settle()

    def search(text: str) -> None:
        page.filter_now(text)
        settle()

    def settle() -> None:
        if painting:
            QApplication.sendPostedEvents()
            table.viewport().repaint()

    sorts = [lambda c=c, o=o: sort(c, o) for c in columns for o in orders]
    return [*sorts, *(lambda text=text: search(text) for text in SEARCHES)]


def _timed(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
