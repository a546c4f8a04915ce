"""A library of a million tracks beside one of 100,000: opening, using, deciding, keeping.

The tracks are made up, in a folder for each album and some forty languages, and none has a file:
what needs files is left out, and whatever looks for one finds that it is gone. Each size has a
process of its own; seconds of waiting are by the clock, those of single calls the thread's, too.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from _figures import keep
from _lateness import TICK_MS, Lateness
from _made_up_library import make_library
from _million_uses import (
    encode_all,
    made_up_tags,
    map_sounds,
    memory,
    preview_writing,
    run_job,
    ticking,
    wait,
)
from _window_actions import actions, built, longest, made_up_suggestions, timed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.main_window import MainWindow
    from musicreclass.gui.workers import Workers

SIZES = (100_000, 1_000_000)
ACCEPTED_FROM = 0.5
NAMED = 5  # of the slowest actions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    parser.add_argument("--folder", type=Path, help="where the libraries are made and kept")
    parser.add_argument("--open", type=float, metavar="TIME", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.open:
        print(json.dumps(measured(options.open)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        found = {rows: _of_size(options.folder or Path(scratch), rows) for rows in options.rows}
    for what in next(iter(found.values())):
        texts = [f"{rows:,}: {figures[what]}" for rows, figures in found.items()]
        print(f"{what}: {'; '.join(texts)}")
        keep(f"million.{what.split()[0].strip(':,')}", what, "; ".join(texts))


def _of_size(folder: Path, rows: int) -> dict[str, str]:
    """Return what a window on a library of so many tracks does in which time."""
    home = folder / str(rows)
    os.environ["MUSICRECLASS_HOME"] = str(home)
    from musicreclass import paths

    library_file = home / "data" / paths.library_file().name
    if not library_file.exists():
        make_library(library_file, rows)
        encode_all(library_file)
    command = [sys.executable, __file__, "--open", str(time.time())]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measured(started: float) -> dict[str, str]:
    """Open the window on the library there is, use it, and return what was measured."""
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.services.computing import ComputeProcesses
    from musicreclass.gui.workers import Workers
    from musicreclass.logs import decoder_log

    found: dict[str, str] = {}
    application, workers = QApplication([]), Workers()
    processes = ComputeProcesses(decoder_log())
    window = built(application, workers, processes.computing)
    before = memory()
    _open(application, window, started, found)
    found["memory of the process, and of this for the rows"] = f"{memory()} MB, {memory() - before}"
    _suggest(application, window, found)
    times = {name: [timed(act) for _ in range(2)] for name, act in actions(window, painting=True)}
    slowest = sorted(times, key=lambda name: -max(times[name]).own)[:NAMED]
    kinds = {name.split()[0]: 0.0 for name in times}
    for name, taken in times.items():
        kinds[name.split()[0]] = max(kinds[name.split()[0]], *(one.own for one in taken))
    each = ", ".join(f"{kind} {most:.0f}" for kind, most in kinds.items())
    found["kinds of actions, the longest own time of each"] = f"{each} ms"
    found["actions, any of them"] = longest(list(itertools.chain.from_iterable(times.values())))
    found["slowest of them"] = "; ".join(f"{name} {max(times[name])}" for name in slowest)
    _decide(application, window, found)
    preview_writing(application, window, found)
    map_sounds(application, window, workers, processes, found)
    found["backup and migration"] = _keep_library(application, workers)
    found["peak of memory"] = f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    workers.shutdown()
    processes.stop()
    return found


def _open(
    application: QApplication, window: MainWindow, started: float, found: dict[str, str]
) -> None:
    from PySide6.QtCore import QTimer

    page, state = window.review, {"loaded": False}
    window.session.loaded.connect(lambda: state.update(loaded=True))
    window.session.load()
    window.show()
    application.processEvents()
    found["opening: window visible"] = _since(started)
    while not page.tracks.rowCount():
        application.processEvents()
    page.table.viewport().repaint()
    found["rows of the first screen"] = _since(started)
    lateness, ticker = Lateness(), QTimer()
    ticker.timeout.connect(lateness.tick)
    ticker.start(TICK_MS)
    while not state["loaded"] or page.pending_updates.is_waiting:
        application.processEvents()
        time.sleep(0.001)
    found["all rows there"] = f"{_since(started)}, timer late by {lateness.text()}"


def _suggest(application: QApplication, window: MainWindow, found: dict[str, str]) -> None:
    page, began_at = window.review, time.perf_counter()
    ids = [int(i) for i in page.tracks.tracks.columns.ids]
    for batch in made_up_suggestions(ids):
        window.classify_service.suggestions_came.emit(batch)
        while page.pending_updates.is_waiting:
            application.processEvents()
    for tags in made_up_tags(ids):
        window.classify_service.tags_came.emit(tags)
        while page.pending_updates.is_waiting:
            application.processEvents()
    found["suggestions and sound tags for all"] = f"{time.perf_counter() - began_at:.1f} s"
    found["with suggestions, memory"] = f"{memory()} MB"


def _decide(application: QApplication, window: MainWindow, found: dict[str, str]) -> None:
    """Accept all from a confidence on, as a person does who trusts it."""
    page, began_at = window.review, time.perf_counter()
    window.review.decisions.accept_all(page.tracks.tracks.to_accept(ACCEPTED_FROM), ACCEPTED_FROM)
    called = time.perf_counter() - began_at
    with ticking() as lateness:
        decisions, pending = window.review.decisions, page.pending_updates
        wait(application, lambda: decisions.is_flushed and not pending.is_waiting)
        text = lateness.text()
    number = len(page.tracks.tracks.to_write())
    found["accepting all"] = (
        f"{number:,} in {time.perf_counter() - began_at:.1f} s, the window's part at once"
        f" {called * 1000:.0f} ms, timer late by {text}"
    )
    found["to write, found"] = _took(page.tracks.tracks.to_write)


def _keep_library(application: QApplication, workers: Workers) -> str:
    """Copy the library while the window is open, and open one of an older version."""
    import sqlite3

    from musicreclass import paths
    from musicreclass.library.store import Library
    from musicreclass.pipeline.care.backing_up import back_up_now

    file = paths.library_file()
    most = partial(back_up_now, file, most_megabytes=100_000)
    backup = run_job(application, workers, most)
    with sqlite3.connect(file) as db:  # as if the last migrations were still to come
        db.execute("DROP TABLE hidden_problem")
        db.execute("DROP TABLE confirmed_label")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm010_dismissals'")
    db.close()
    migration = run_job(application, workers, lambda ctx: Library(file).close())
    size = file.stat().st_size / 1e6
    return f"of {size:,.0f} MB, backup {backup}; migration with another one {migration}"


def _took(action: Callable[[], object]) -> str:
    began_at = time.perf_counter()
    action()
    return f"{time.perf_counter() - began_at:.1f} s"


def _since(started: float) -> str:
    return f"{time.time() - started:.2f} s (own time {time.thread_time():.2f})"


if __name__ == "__main__":
    main()
