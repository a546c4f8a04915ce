"""Reviewing with the keyboard while both cores analyze: from a key to the next row seen and played.

First a flat folder of the clips below --data, some with Chinese names, is opened as by a new user,
and decided upon as soon as the first suggestions come. Then the same in a library of --files
tracks while the window opens, while it is scanned and analyzed, and while a classifier is trained
on the folders below --train: how late a 10 ms timer of the window gets.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _figures import keep
from _lateness import TICK_MS, Lateness, timed_application
from _small_files import make_small_files

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from musicreclass.gui.main_window import MainWindow
    from musicreclass.gui.opening import Opening
    from musicreclass.gui.workers import Workers

NAMES = ("青花瓷", "夜曲", "稻香", "晴天", "月亮代表我的心", "茉莉花", "二泉映月", "甜蜜蜜")
EVERY = 8  # one clip in so many has a Chinese name
FIRST_SUGGESTIONS = 10
GIVE_UP_SECONDS = 20.0
THINKING_MS = 400  # between a row that is ready and the next decision; the fastest people take it
BUSY_SECONDS = 60.0
TRAIN_PAGE = 1
KEYS = "aaas1jjk2a"  # what a person presses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of music")
    parser.add_argument("--train", type=Path, help="a folder of genre folders; else as --data")
    parser.add_argument("--decisions", type=int, default=50)
    parser.add_argument("--files", type=int, default=100_000)
    options = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        home, music = Path(scratch) / "home", Path(scratch) / "Musics_TBC"
        copy_flat(options.data, music, times=4)
        os.environ["MUSICRECLASS_HOME"] = str(home)
        review(Path(scratch) / "small.db", music, options.decisions)
        make_small_files(music / "many", options.files)
        shutil.rmtree(home)
        stay_smooth(Path(scratch) / "large.db", music, options.train or options.data)


def copy_flat(data: Path, music: Path, times: int) -> None:
    """Put all clips into one folder, as often as `times`, each with a name of its own."""
    music.mkdir()
    clips = sorted(path for path in data.rglob("*") if path.suffix.lower() in (".mp3", ".flac"))
    for number, (_, clip) in enumerate(itertools.product(range(times), clips)):
        name = f"{NAMES[number // EVERY % len(NAMES)]} {number}" if number % EVERY == 0 else ""
        shutil.copy(clip, music / f"{name or f'track {number}'}{clip.suffix}")


@dataclass(slots=True)
class Desk:
    """The window, and a person at it."""

    application: Any  # a timed one
    window: MainWindow
    workers: Workers
    opening: Opening
    ticker: QTimer
    lateness: Lateness = field(default_factory=Lateness)

    @classmethod
    def opened(cls, library_file: Path, folder: Path) -> Desk:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from musicreclass.gui.frame import make_frame
        from musicreclass.gui.opening import Opening
        from musicreclass.gui.workers import Workers

        application: Any = QApplication.instance() or timed_application()
        frame = make_frame(application, Workers())
        opening = Opening(frame, library_file)
        desk = cls(application, frame.window, frame.workers, opening, QTimer(frame.window))
        desk.ticker.timeout.connect(desk.lateness.tick)
        desk.ticker.start(TICK_MS)
        desk.window.show()
        opened: list[bool] = []
        opening.opened.connect(lambda: opened.append(True))
        opening.begin()
        desk.wait(lambda: bool(opened), 120.0)
        desk.window.open([folder])
        return desk

    def wait(self, is_done: Callable[[], bool], seconds: float = GIVE_UP_SECONDS) -> bool:
        """Let the window live until something is so; return whether it came to that."""
        deadline = time.perf_counter() + seconds
        while not is_done():
            if time.perf_counter() > deadline:
                return False
            self.application.processEvents()
            time.sleep(0.0005)
        return True

    def rest(self, milliseconds: float) -> None:
        self.wait(lambda: False, milliseconds / 1000)

    def press(self, key: str) -> None:
        from PySide6.QtTest import QTest

        QTest.keyClicks(self.window.review.table, key)

    def is_row_ready(self) -> bool:
        """Say whether the panel has drawn the current row, and its sound can begin."""
        from musicreclass.gui.detail.detail_panel import DetailPanel

        panel = self.window.findChild(DetailPanel)
        return panel is not None and panel.is_ready

    def close(self) -> None:
        self.ticker.stop()
        self.window.close()
        self.workers.shutdown()
        assert self.opening.processes is not None
        self.opening.processes.stop()
        self.window.deleteLater()
        self.application.processEvents()


def review(library_file: Path, music: Path, decisions: int) -> None:
    """Decide with the keyboard while analysis goes on; print how soon each next row was ready."""
    started = time.perf_counter()
    desk = Desk.opened(library_file, music)
    tracks = desk.window.review.tracks.tracks
    desk.wait(lambda: sum(tracks.count_by_verdict.values()) >= FIRST_SUGGESTIONS, 120.0)
    first = f"{time.perf_counter() - started:.1f} s"
    print(f"first suggestions {first} after the window was asked for")
    keep(
        "review.start",
        f"from the first start to the first suggestions, {len(tracks):,} clips in a flat folder",
        first,
    )
    desk.press("j")
    desk.wait(desk.is_row_ready)
    times, unready = [], 0
    keys = itertools.cycle(KEYS)
    made = 0
    while made < decisions:
        desk.rest(THINKING_MS)
        key = next(keys)
        pressed = time.perf_counter()
        desk.press(key)
        if desk.wait(desk.is_row_ready):
            times.append((time.perf_counter() - pressed) * 1000)
        else:
            unready += 1
        made += key not in "jk"
    seconds = time.perf_counter() - started
    is_busy = desk.window.classify_service.is_running
    print(f"{made} decisions by {len(times)} keys, {seconds:.0f} s after the start of the program")
    print(
        f"key to next row ready: {percentiles(times)}; {unready} never were; "
        f"{'still listening' if is_busy else 'listening had ended'}"
    )
    keep(
        "review.keys",
        "key to the next row drawn and ready to play, while both cores listen",
        percentiles(times),
    )
    print(f"timer late meanwhile by {desk.lateness.text()}")
    print(f"longest calls of the window's thread: {desk.application.longest()}")
    desk.close()


def stay_smooth(library_file: Path, music: Path, genre_folders: Path) -> None:
    """Review while many tracks are scanned and analyzed; print how late the window got."""
    desk = Desk.opened(library_file, music)
    tracks = desk.window.review.tracks.tracks
    desk.wait(lambda: len(tracks) > 1000, 120.0)
    late = {"it opens": Lateness(list(desk.lateness.late))}
    late["scanning"] = use(desk, lambda: desk.window.session.is_scanning)
    deadline = time.perf_counter() + BUSY_SECONDS
    late["listening"] = use(desk, lambda: time.perf_counter() < deadline)
    analyzed = sum(tracks.count_by_verdict.values())
    desk.lateness.late.clear()
    training = training_on(genre_folders, desk)
    begun = list(desk.lateness.late)
    late["training"] = Lateness(begun + use(desk, training).late)
    longest = desk.application.longest()
    texts = [f"{phase}: {lateness.text()}" for phase, lateness in late.items()]
    print(f"{len(tracks):,} tracks, of {analyzed:,} something was suggested; timer late while")
    print("\n".join(f"  {text}" for text in texts))
    print(f"longest calls of the window's thread: {longest}")
    many = f"{len(tracks):,} tracks that are scanned, heard and reviewed, and trained beside"
    keep("review.calls", f"the longest calls of the window's thread among {many}", longest)
    keep("review.lateness", "lateness of a 10 ms timer meanwhile", "; ".join(texts))
    desk.close()


def training_on(genre_folders: Path, desk: Desk) -> Callable[[], bool]:
    """Begin to train on genre folders as the page Train does; return whether that still goes on."""
    from musicreclass import paths
    from musicreclass.gui.training.training_service import TrainingService
    from musicreclass.pipeline.training.training_order import Sources, TrainingOrder

    desk.window.turn_to_number(TRAIN_PAGE)
    desk.rest(THINKING_MS)
    service = desk.workers.findChild(TrainingService)
    assert service is not None
    sources = Sources(genre_folders, by_folders=True)
    service.train(TrainingOrder(sources, paths.data_dir() / "own.pth", preset="quick"))
    desk.rest(THINKING_MS)
    desk.window.turn_to(desk.window.review)
    return lambda: bool(service.is_running)


def use(desk: Desk, goes_on: Callable[[], bool]) -> Lateness:
    """Press keys as long as something goes on, and return how late the timer was meanwhile."""
    desk.lateness.late.clear()
    keys = itertools.cycle(KEYS)
    while goes_on():
        desk.press(next(keys))
        desk.rest(THINKING_MS)
    return Lateness(list(desk.lateness.late))


def percentiles(times: Sequence[float]) -> str:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"median {statistics.median(ordered):.0f}, p95 {p95:.0f}, max {ordered[-1]:.0f} ms"


if __name__ == "__main__":
    main()
