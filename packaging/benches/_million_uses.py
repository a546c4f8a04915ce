"""What is done with a whole library at once: tags, writing and the map of sounds."""

from __future__ import annotations

import itertools
import os
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from _lateness import TICK_MS, Lateness
from _window_actions import timed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.main_window import MainWindow
    from musicreclass.gui.services.computing import ComputeProcesses
    from musicreclass.gui.workers import Job, Workers

TAGS = ("mellow", "electronic", "guitar", "female vocalists", "80s", "instrumental", "dance")
TAGGED_AT_ONCE = 5_000
ENCODED_AT_ONCE = 20_000
Pairs = list[tuple[int, tuple[str, ...]]]


def memory() -> int:
    """Return the resident memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def memory_of_children() -> int:
    """Return the resident memory of the processes that this one started."""
    import psutil

    children = psutil.Process().children(recursive=True)
    return sum(int(child.memory_info().rss) for child in children) // 2**20


@contextmanager
def ticking() -> Iterator[Lateness]:
    """Let a timer of 10 ms tick, and note how late it comes."""
    from PySide6.QtCore import QTimer

    lateness, ticker = Lateness(), QTimer()
    ticker.timeout.connect(lateness.tick)
    ticker.start(TICK_MS)
    yield lateness
    ticker.stop()


def wait(application: QApplication, until: Callable[[], bool], seconds: float = 600.0) -> None:
    deadline = time.monotonic() + seconds
    while not until() and time.monotonic() < deadline:
        application.processEvents()
        time.sleep(0.001)


def encode_all(library_file: Path) -> None:
    """Let the library know an encoder's row of each track, none of which is of any sound."""
    from musicreclass import paths
    from musicreclass.pipeline.classification.loaded_classifier import load_classifier

    box = next(iter(sorted(paths.resource("classifiers").glob("*.pth"))))
    encoder = load_classifier(box).encoder
    assert encoder is not None
    kinds = np.random.default_rng(0).normal(size=(40, len(encoder.scaling.centre)))
    with closing(sqlite3.connect(library_file)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        known = db.execute("SELECT id, size, mtime_ns FROM track").fetchall()
        for start in range(0, len(known), ENCODED_AT_ONCE):
            some, rng = known[start : start + ENCODED_AT_ONCE], np.random.default_rng(start)
            rows = kinds[rng.integers(len(kinds), size=len(some))]
            rows = (rows + 0.5 * rng.normal(size=rows.shape)).astype("<f2")
            db.executemany(
                "INSERT INTO encoding(track_id, encoder, size, mtime_ns, columns)"
                " VALUES (?, ?, ?, ?, ?)",
                ((i, encoder.digest, size, at, row.tobytes())
                 for (i, size, at), row in zip(some, rows, strict=True)),
            )  # fmt: skip


def made_up_tags(track_ids: Sequence[int]) -> Iterator[Pairs]:
    """Yield batches as the job that suggests publishes them."""
    chance = random.Random(len(track_ids))
    sets = [tuple(some) for n in (2, 3, 4) for some in itertools.combinations(TAGS, n)]
    for start in range(0, len(track_ids), TAGGED_AT_ONCE):
        some = track_ids[start : start + TAGGED_AT_ONCE]
        yield [(track_id, chance.choice(sets)) for track_id in some]


def preview_writing(application: QApplication, window: MainWindow, found: dict[str, str]) -> None:
    """Ask for all that is decided to be written, and close what shows it."""
    from musicreclass.gui.writing.change_rows import ChangeFilter
    from musicreclass.gui.writing.write_dialog import WriteDialog

    tracks, before, began_at = window.review.tracks.tracks, memory(), time.perf_counter()
    with ticking() as lateness:
        asked = timed(lambda: window.review.write_wanted.emit(tracks.to_write()))
        (dialog,) = window.findChildren(WriteDialog)
        wait(application, lambda: dialog.changes.rowCount() > 0)
        rows_after = time.perf_counter() - began_at
        counts = dialog.changes.counts
        wait(application, lambda: counts()[ChangeFilter.ALL] == counts()[ChangeFilter.REFUSED])
        application.processEvents()
        seconds, text = time.perf_counter() - began_at, lateness.text()
    found["preview of writing"] = (
        f"{dialog.changes.rowCount():,} of {len(tracks.to_write()):,} files, none of which is"
        f" there: asked {asked}, rows after {rows_after:.1f} s, all looked at after"
        f" {seconds:.1f} s, timer late by {text}, {memory() - before} MB more"
    )
    dialog.close()
    wait(application, lambda: not window.findChildren(WriteDialog), 10)


def map_sounds(
    application: QApplication,
    window: MainWindow,
    workers: Workers,
    processes: ComputeProcesses,
    found: dict[str, str],
) -> None:
    """Have the map worked out and drawn."""
    from musicreclass import paths
    from musicreclass.core.genres.genre_file import taxonomy_in_use
    from musicreclass.gui.insights.insight_jobs import InsightJobs
    from musicreclass.gui.insights.map_view import MapView
    from musicreclass.gui.theme import Theme
    from musicreclass.settings import Settings

    jobs = InsightJobs(paths.library_file(), Settings, processes.computing.run)
    state: dict[str, Any] = {}
    before, began_at = memory(), time.perf_counter()
    with ticking() as lateness:
        taking = timed(lambda: state.update(lines=window.review.tracks.tracks.everything()))
        thread = workers.prepare(partial(jobs.map, None, state["lines"]))
        thread.succeeded.connect(lambda drawn: state.update(map=drawn))
        thread.failed.connect(lambda error: print(repr(error), file=sys.stderr))
        thread.finished.connect(lambda: state.update(ended=True))
        workers.start(thread)
        most = 0
        while not state.get("ended"):
            wait(application, lambda: bool(state.get("ended")), 0.5)
            most = max(most, memory_of_children())
        seconds, text = time.perf_counter() - began_at, lateness.text()
    view = MapView(Theme(application), taxonomy_in_use())
    view.resize(1100, 700)

    def draw() -> None:
        view.show_map(state["map"])
        view.grab()

    drawing = timed(draw)
    middle = view.canvas.rect().center().toPointF()
    pointing = timed(lambda: state.update(dot=view.canvas.dot_at(middle)))
    found["map of sounds"] = (
        f"{len(state['map'].lines):,} of {state['map'].total:,} tracks in {seconds:.1f} s, asked"
        f" {taking}, timer late by {text}; drawn in {drawing}, a dot found in {pointing};"
        f" {memory() - before} MB more, in the processes beside it {most} MB at most"
    )


def run_job(application: QApplication, workers: Workers, job: Job) -> str:
    """Run a job beside the window; return how long it took, and how late the timer came."""
    began_at, ended = time.perf_counter(), []
    with ticking() as lateness:
        thread = workers.prepare(job)
        thread.finished.connect(lambda: ended.append(True))
        workers.start(thread)
        wait(application, lambda: bool(ended))
        return f"{time.perf_counter() - began_at:.1f} s, timer late by {lateness.text()}"
