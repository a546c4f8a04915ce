"""The window of the long run: the real program, with a script in place of its person."""

from __future__ import annotations

import logging
import os
import random
import sys
import threading
import time
import traceback
from functools import partial
from typing import Any

from _long_run_figures import growth, levels
from _long_run_files import Collection
from _long_run_person import Wait
from _long_run_rounds import Plan, Rounds
from PySide6.QtCore import QObject, QTimer

from musicreclass import paths, settings
from musicreclass.__main__ import open_window
from musicreclass.gui import app

STEP_MS = 20
TOLD_SECONDS = 1.0
OFFSCREEN = ("propagateSizeHints", "PulseAudioService")  # what Qt says where there is no screen


class Troubles(logging.Handler):
    """Collects what the program logs as a fault, and what nobody caught."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._found: list[str] = []
        logging.getLogger().addHandler(self)
        sys.excepthook = lambda kind, error, where: self._note(kind.__name__, error)
        threading.excepthook = lambda args: self._note(args.exc_type.__name__, args.exc_value)
        sys.unraisablehook = lambda args: self._note(args.exc_type.__name__, args.exc_value)

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        is_qt = record.name == "qt" and not any(one in said for one in OFFSCREEN)
        if is_qt or record.levelno >= logging.ERROR:
            self._found.append(f"logged by {record.name}: {self.format(record)}")

    def taken(self) -> list[str]:
        found, self._found = self._found, []
        return found

    def _note(self, kind: str, error: object) -> None:
        where = traceback.format_exception(error) if isinstance(error, BaseException) else []
        self._found.append(f"nobody caught {kind}: {error}\n{''.join(where)}")


class Driver(QObject):
    """Goes on with a script whenever what it waits for is so, and closes the window at its end."""

    def __init__(self, window: Any, rounds: Rounds) -> None:
        super().__init__(window)
        self._window = window
        self._rounds = rounds
        self._script = rounds.script()
        self._wait = Wait(lambda: True, "")
        self._since = time.monotonic()
        self._is_told = rounds.plan.is_told
        self._is_at_it = False  # a dialog of its own loop comes back here
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(STEP_MS)

    def _step(self) -> None:
        if self._is_at_it:
            return
        self._is_at_it = True
        try:
            self._go_on()
        except StopIteration:
            self._end()
        except Exception as error:
            print(
                f"    seed {self._rounds.plan.seed}, round {self._rounds.number}: {error!r}",
                flush=True,
            )
            self._rounds.failures += 1
            self._end()
            raise
        finally:
            self._is_at_it = False

    def _go_on(self) -> None:
        if self._wait.until():
            seconds = time.monotonic() - self._since
            if self._rounds.plan.is_told and seconds > TOLD_SECONDS:
                print(f"    {seconds:5.1f} s {self._wait.what}", flush=True)
            self._wait = next(self._script)
            self._since = time.monotonic()
        elif time.monotonic() - self._since > self._wait.seconds:
            what, said = self._wait.what, self._window.strip.text()
            error = TimeoutError(f"waited in vain for {what}; the window says {said!r}")
            self._wait = self._script.throw(error)
            self._since = time.monotonic()

    def _end(self) -> None:
        self._timer.stop()
        for found in self._rounds.troubles():
            print(
                f"    seed {self._rounds.plan.seed}, round {self._rounds.number}: {found}",
                flush=True,
            )
            self._rounds.failures += 1
        self._window.close()


def drive(plan: Plan) -> int:
    """Run the program until the plan is done, and return the exit status."""
    kept_settings = settings.Settings(writing=settings.WritingSettings(existing="replace"))
    settings.save(kept_settings, paths.settings_file())
    collection = Collection(plan.scratch, random.Random(plan.seed))
    collection.make(plan.files)
    has_shim = "LD_PRELOAD" in os.environ
    troubles = Troubles()
    kept: list[tuple[Rounds, Driver]] = []

    def begin(window: Any, workers: Any) -> None:
        rounds = Rounds(plan, window, workers, collection, has_shim, troubles.taken)
        kept.append((rounds, Driver(window, rounds)))

    app.run_window = partial(app.run_window, then=begin)
    began = time.monotonic()
    status = open_window(plan.library_file, [collection.music])
    ((rounds, _),) = kept
    return status or _summary(plan, rounds, time.monotonic() - began)


def _summary(plan: Plan, rounds: Rounds, seconds: float) -> int:
    """Print what came of all rounds; return the exit status."""
    grown = growth(rounds.samples)
    person, faults = rounds.person, rounds.faults
    done = ", ".join(f"{number} {what}" for what, number in person.counts.items())
    wrong = ", ".join(f"{number} × {what}" for what, number in faults.counts.items())
    told = "all counts flat" if not grown else "; ".join(grown)
    print(f"{seconds / 60:.1f} min, {rounds.number} rounds, seed {plan.seed}: {done}")
    print(f"faults: {wrong or 'none'}")
    print(f"second quarter, then last: {levels(rounds.samples)}")
    print(f"{told}, {rounds.failures} differences")
    what = (
        f"{seconds / 3600:.1f} h, {rounds.number} rounds at the window, faults at random ({wrong})"
    )
    measured = f"{told}, {rounds.failures} differences ({levels(rounds.samples).split(';')[0]})"
    (plan.scratch / "summary.txt").write_text(f"{what}\n{measured}\n", encoding="utf-8")
    return 1 if grown or rounds.failures else 0
