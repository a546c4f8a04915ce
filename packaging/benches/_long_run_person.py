"""The real window in the long run: when it has done its work, and whether all is as recorded."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from _long_run_files import Collection
from _long_run_record import Record, Word
from PySide6.QtWidgets import QWidget

from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.core.track import TrackLine
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.writing.file_work import FileWork

Steps = Generator["Wait", None, None]
Page = TypeVar("Page", bound=QWidget)
QUIET_SECONDS = 1.0  # without any work, until the window is taken for done
LONG_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Wait:
    """What a script waits for, and for how long at most."""

    until: Callable[[], bool]
    what: str
    seconds: float = LONG_SECONDS


def pause(seconds: float) -> Wait:
    end = time.monotonic() + seconds
    return Wait(lambda: time.monotonic() >= end, "time")


class Person:
    """Who sits at the window, with the record of what has to come of all that is done there."""

    def __init__(self, window: MainWindow, files: Collection) -> None:
        self.window = window
        self.review = window.review
        self.files = files
        self.record = Record()
        self.differences: list[str] = []
        self.counts = {"decisions": 0, "undone": 0, "written": 0, "taken back": 0, "refused": 0}
        work = window.session.findChild(FileWork)
        assert work is not None
        self.is_working = False  # on files
        work.began.connect(lambda _: self._note_work(is_working=True))
        work.ended.connect(lambda: self._note_work(is_working=False))

    def is_idle(self) -> bool:
        """Say whether nothing is scanned, analyzed, kept or written."""
        window = self.window
        return not (
            window.session.is_scanning
            or window.classify_service.is_running
            or self.is_working
            or not self.is_kept()
        )

    def become_idle(self, seconds: float = LONG_SECONDS) -> Steps:
        """Wait until the window has done all there is to do, and nothing more comes."""
        since = [time.monotonic()]

        def is_quiet() -> bool:
            if not self.is_idle():
                since[0] = time.monotonic()
            return time.monotonic() - since[0] >= QUIET_SECONDS

        yield Wait(is_quiet, "an end of all work", seconds)

    def lines(self) -> dict[int, TrackLine]:
        return {line.id: line for line in self.review.tracks.tracks.everything()}

    def show_all(self) -> None:
        self.review.filtering.group(GroupBy.NONE)
        self.review.filter_now("")
        self.review.choosing.clear()
        self.window.turn_to(self.review)
        self.review.table.go_to(0)

    def turned_to(self, number: int, kind: type[Page]) -> Page:
        """Turn to a page by its number, and return it."""
        self.window.turn_to_number(number)
        page = self.window.findChild(kind)
        assert page is not None
        return page

    def note_tracks(self) -> None:
        """Find out which track each file is."""
        by_path = {
            str(line.location): line for line in self.lines().values() if not line.is_missing
        }
        for file in self.files.present():
            line = by_path.pop(str(file.path), None)
            if line is None:
                self.differences.append(f"{file.path} is not in the list")
                continue
            file.note_seen()
            if file.track not in (None, line.id):
                self.differences.append(f"{file.path} was track {file.track}, and is {line.id}")
            elif line.suggestion is None:
                self.differences.append(f"nothing is suggested for {file.path}")
            file.track = line.id
        self.differences += [f"{path} is still in the list" for path in by_path]

    def compare(self, library_file: Path) -> None:
        """Compare the window, the library and the files with the record."""
        self.note_tracks()
        self.compare_window("when all is done")
        self.differences += self.record.differences(library_file)
        self.differences += self.files.differences()

    def take_for_right(self, library_file: Path) -> None:
        """Take library and files for right as they are by now."""
        self.record.take_over(library_file)
        for file in self.files.present():
            self.files.note(file)

    def _note_work(self, *, is_working: bool) -> None:
        self.is_working = is_working

    def is_kept(self) -> bool:
        return self.review.decisions.is_flushed and not self.review.pending_updates.is_waiting

    def shown(self) -> dict[int, Word]:
        return {
            track: Word(line.decision.state.value, line.decision.genres, line.decision.is_typed)
            for track, line in self.lines().items()
            if line.decision is not None
        }

    def compare_window(self, when: str) -> None:
        self.differences += self.record.beside(self.shown(), f"the window {when}")
