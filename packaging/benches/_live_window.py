"""The window on its Live page, with raw PCM at real speed in place of a device; run by `live`.

Prints one line of JSON: seconds from sound to an answer on the page, and what processes needed.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.live.live_answer import LiveReport
from musicreclass.core.live.pcm import PcmFormat
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.live.live_service import LiveService
from musicreclass.gui.live.sound_inputs import SoundInput, SoundInputs, SoundRecording
from musicreclass.gui.services.computing import ComputeProcesses
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import Workers
from musicreclass.logs import decoder_log
from musicreclass.pipeline.live.recorders import InputKind
from musicreclass.settings import Settings

BLOCK_MS = 50
SETTLE_SECONDS = 8.0  # after the first answer, before anything is measured


class PcmRecording(SoundRecording):
    """Gives a file of raw PCM at real speed, over and over."""

    def __init__(self, file: Path, pcm: PcmFormat, parent: QObject) -> None:
        super().__init__(parent)
        self.pcm = pcm
        self._data = file.read_bytes()
        self._given = 0
        self._began_at = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._give)

    def start(self) -> None:
        self._began_at = time.monotonic()
        self._timer.start(BLOCK_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _give(self) -> None:
        played = (time.monotonic() - self._began_at) * self.pcm.sample_rate
        due = int(played) * self.pcm.frame_bytes
        while self._given < due:
            at = self._given % len(self._data)
            block = self._data[at : at + due - self._given]
            self._given += len(block)
            self.came.emit(block)


class OnePipe(SoundInputs):
    """One input, which is a file."""

    def __init__(self, file: Path, pcm: PcmFormat) -> None:
        super().__init__()
        self._file, self._pcm = file, pcm

    def known(self) -> Sequence[SoundInput]:
        return [SoundInput("pcm", "PCM", InputKind.MICROPHONE)]

    def open(self, wanted: SoundInput, parent: QObject) -> SoundRecording:
        return PcmRecording(self._file, self._pcm, parent)


class Measuring(QObject):
    """Notes when reports are shown, and what processes need meanwhile."""

    def __init__(self, seconds: float, computing: psutil.Process | None) -> None:
        super().__init__()
        self.latencies: list[float] = []
        self.seconds = seconds
        self._began: tuple[float, float, float] | None = None
        self._first_at: float | None = None
        self._own = psutil.Process()
        self.computing = computing

    def note(self, report: LiveReport) -> None:
        now = time.monotonic()
        self._first_at = self._first_at or now
        if now - self._first_at < SETTLE_SECONDS:
            return
        self._began = self._began or (now, *self._cpu())
        self.latencies.append(now - report.arrived_at)
        if now - self._began[0] >= self.seconds:
            QApplication.quit()

    def result(self) -> dict[str, object]:
        assert self._began is not None
        began_at, *before = self._began
        wall = time.monotonic() - began_at
        window, computing = (b - a for a, b in zip(before, self._cpu(), strict=True))
        latencies = sorted(self.latencies)
        return {
            "latencies": latencies,
            "window_share": window / wall,
            "computing_share": computing / wall,
            "memory_mb": self._own.memory_info().rss / 1e6,
        }

    def _cpu(self) -> tuple[float, float]:
        return _cpu_of(self._own), 0.0 if self.computing is None else _cpu_of(self.computing)


def _cpu_of(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def main() -> None:
    file, rate, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    application = QApplication(["live"])
    workers, processes = Workers(), ComputeProcesses(decoder_log())
    processes.load_ahead()
    page = LivePage(Theme(application, "dark"), taxonomy_in_use(), "magma")
    page.resize(1280, 760)
    children = psutil.Process().children()
    measuring = Measuring(seconds, max(children, key=lambda one: one.pid, default=None))
    run = processes.computing.run
    service = LiveService(page, OnePipe(file, PcmFormat(rate)), Settings, workers, run, lambda: ())
    shown = page.show_report

    def show(report: LiveReport) -> None:
        shown(report)
        measuring.note(report)

    page.show_report = show  # type: ignore[method-assign]
    page.show()
    service.start()
    application.exec()
    result = measuring.result()
    service.stop()
    workers.shutdown()
    processes.stop()
    print(json.dumps(result))


if __name__ == "__main__":
    main()
