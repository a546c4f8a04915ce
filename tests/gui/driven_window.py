"""The whole program with its window, driven by a script in a process of its own.

`main` takes a library, a folder of music, a file to write findings to, and a script's name.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from musicreclass import paths
from musicreclass.gui import app
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.insights.insights_page import InsightsPage, InsightView
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.live.live_service import LiveService
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.training.training_service import TrainingService
from musicreclass.pipeline.training.training_order import Sources, TrainingOrder
from musicreclass.training.fit.progress import Epoch, FitBegan
from tests.gui.live.stand_in import WEBCAM, InputsInMemory
from tests.gui.turning import turned_to

HEAVY = ("torch", "torchaudio", "scipy", "sklearn")
STEP_MS = 20
LONGEST_SECONDS = 240.0


class Drive(QObject):
    """Goes on with a script whenever what it waits for is so, and closes the window at its end."""

    def __init__(self, window, script: Any, findings: Path):
        super().__init__(window)
        self.window = window
        self.script = script
        self.findings = findings
        self.waiting = lambda: True
        self.until = time.monotonic() + LONGEST_SECONDS
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.step)
        self.timer.start(STEP_MS)

    def step(self):
        try:
            if self.waiting():
                self.waiting = next(self.script)
            elif time.monotonic() > self.until:
                line = self.script.gi_frame.f_lineno
                raise TimeoutError(f"nothing came in line {line}, said was {self.window.said}")
        except StopIteration as done:
            self.end(done.value)
        except Exception as error:
            self.end({"error": repr(error)})
            raise

    def end(self, found):
        self.timer.stop()
        self.findings.write_text(json.dumps(found), encoding="utf-8")
        self.window.close()


def loaded():
    """Return which heavy libraries this process has loaded, as Python and the system see it."""
    modules = {name.partition(".")[0] for name in sys.modules}
    mapped = Path("/proc/self/maps")
    lines = mapped.read_text(encoding="utf-8").splitlines() if mapped.exists() else []
    folders = {name: f"/site-packages/{name}/" for name in HEAVY}
    return {
        "modules": sorted(modules & set(HEAVY)),
        "mapped": sorted(name for name in HEAVY if any(folders[name] in line for line in lines)),
    }


def own_children():
    """Return this program's processes, but for Python's own."""
    return [
        child
        for child in psutil.Process().children(recursive=True)
        if "resource_tracker" not in " ".join(child.cmdline())
    ]


def computing():
    """Return the processes that run jobs: they have loaded torch."""
    return [one for one in own_children() if any("libtorch" in m.path for m in one.memory_maps())]


def lines_of(window):
    return list(window.review.tracks.tracks.everything())


def is_classified(window):
    """Return whether all tracks are there and have suggestions."""
    lines = lines_of(window)
    return bool(lines) and all(line.suggestion is not None for line in lines)


def order_of(folder, **overrides):
    sources = Sources(folder, by_folders=True, by_tags=False, by_decisions=False)
    out = paths.data_dir() / "own.pth"
    return TrainingOrder(sources, out, preset="quick", overrides=overrides)


def use_all(window, workers, folder):
    """Scan, listen, review, train and look at everything; say what is loaded then."""
    previews = []
    workers.findChild(TrackPreviews).came.connect(previews.append)
    yield lambda: is_classified(window)
    yield lambda: not window.classify_service.is_running
    table = window.review.table
    table.setFocus()
    table.go_to(3)
    yield lambda: any(one.preview.evidence is not None for one in previews)
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_A)
        yield lambda: window.review.decisions.is_flushed
    train = turned_to(window, TrainPage)
    workers.findChild(TrainingService).train(order_of(folder, epochs=2))
    yield lambda: train.currentWidget() is train.report
    insights, shown = turned_to(window, InsightsPage), []
    for view in InsightView:
        insights.choose(view)
        cover = insights.covers[view]
        yield lambda cover=cover: not (cover.is_covered and "Working" in cover.sentence)
        shown.append(cover.sentence if cover.is_covered else view.name)
    live = turned_to(window, LivePage)
    live.show_inputs([WEBCAM], None)
    inputs, made = InputsInMemory(WEBCAM), live.findChild(LiveService)
    service = LiveService(live, inputs, made._settings, workers, made._run, tuple)
    service.start()
    inputs.recordings[0].give(3.0)
    yield lambda: bool(live.minute.headline.text())
    children = own_children()
    return loaded() | {
        "previews": len(previews),
        "children": [child.pid for child in children],
        "pid": os.getpid(),
        "insights": shown,
        "live": live.minute.headline.text(),
    }


def kill_what_computes(window, workers, folder):
    """Kill the process that answers, then that of a training; say what comes of it."""
    yield lambda: window.classify_service.is_running and bool(computing())
    for child in computing():
        child.send_signal(signal.SIGKILL)
    yield lambda: is_classified(window)
    first = [*window.said]
    yield lambda: not window.classify_service.is_running
    answering = {child.pid for child in computing()}
    train = turned_to(window, TrainPage)
    service = workers.findChild(TrainingService)
    service.train(order_of(folder, epochs=60))
    events = []
    service._run.published.connect(events.append)
    yield lambda: any(isinstance(one, Epoch) and one.number > 2 for one in events)
    (training,) = [child for child in computing() if child.pid not in answering]
    training.send_signal(signal.SIGKILL)
    seen = len(events)
    yield lambda: train.currentWidget() is train.report
    fits = [one.number for one in events[seen:] if isinstance(one, FitBegan)]
    return loaded() | {"first": first, "said": window.said, "fits": fits}


def close_amid_work(window, workers, folder):
    """Leave while files are decoded and networks asked."""
    yield lambda: window.classify_service.is_running and len(own_children()) > 2
    yield lambda: bool(computing())
    return {"children": [child.pid for child in own_children()], "left_at": time.time()}


SCRIPTS = {"use": use_all, "kill": kill_what_computes, "close": close_amid_work}


def main():
    library_file, folder, findings, name = (*map(Path, sys.argv[1:4]), sys.argv[4])
    kept = []

    def drive(window: Any, workers):
        window.said = []
        say = window.strip.say
        window.strip.say = lambda sentence: (window.said.append(sentence), say(sentence))
        kept.append(Drive(window, SCRIPTS[name](window, workers, folder), findings))

    status = app.run_window(library_file, [folder], drive)
    sys.exit(status)
