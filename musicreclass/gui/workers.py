"""The one way the window does slow work; the only threads of the program.

A job is a plain function `job(ctx) -> result` from `pipeline`. A `JobThread` runs it beside the
window and brings news back as signals. The object is created, connected and destroyed on the GUI
thread; its `run` touches nothing but the job and its own signals, which Qt queues.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from musicreclass.core.job import UPDATE_SECONDS, CancelToken, Progress
from musicreclass.errors import Cancelled, MusicReclassError

logger = logging.getLogger(__name__)

Job = Callable[["JobThread"], Any]
SHUTDOWN_SECONDS = 10.0
# A window that is drawn asks for Python's lock a thousand times, and waits 1 ms each time while a
# job computes in Python: then the job pauses for so long, so often.
COMPUTE_SECONDS = 0.0005
YIELD_SECONDS = 0.00005
TURN_MS = 1  # with 0 Qt would make one turn of them all


class JobThread(QThread):
    """One running job, as the window sees it. `finished` comes once, and last.

    Signals:
        progressed: Progress, ten times a second at most.
        published: whatever the job hands over before its end.
        succeeded: what the job returned.
        failed: the exception that ended it; never `Cancelled`.
    """

    progressed = Signal(object)
    published = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self.has_ended = False  # before `finished` is said: who asks later has not missed it
        self._token = CancelToken()
        self._reported_at = float("-inf")
        self._yielded_at = float("-inf")

    @property
    def is_paused(self) -> bool:
        return self._token.is_paused

    def cancel(self) -> None:
        self._token.cancel()

    def pause(self) -> None:
        self._token.pause()

    def resume(self) -> None:
        self._token.resume()

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.done >= progress.total or now - self._reported_at >= UPDATE_SECONDS:
            self._reported_at = now
            self.progressed.emit(progress)

    def publish(self, batch: object) -> None:
        self.published.emit(batch)

    def raise_if_cancelled(self) -> None:
        self._token.raise_if_cancelled()
        if time.monotonic() - self._yielded_at >= COMPUTE_SECONDS:
            time.sleep(YIELD_SECONDS)
            self._yielded_at = time.monotonic()

    def run(self) -> None:
        try:
            result = self._job(self)
        except Cancelled:
            return
        except MusicReclassError as error:
            self.failed.emit(error)
        except Exception as error:
            logger.exception("job failed: %s", self._job)
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self.has_ended = True


class Workers(QObject):
    """Starts jobs and sees them off at shutdown. One per application.

    Signals:
        failed: the exception that ended a job, whoever else is told of it.
        faulted: the program itself is at fault, and the log says how.
    """

    failed = Signal(object)
    faulted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[JobThread] = set()
        self._is_closing = False

    def prepare(self, job: Job) -> JobThread:
        """Return a thread to connect to; nothing runs until `start`."""
        return JobThread(job, self)

    def start(self, thread: JobThread) -> None:
        """Let a prepared thread run, unless all is about to end."""
        if self._is_closing:
            return
        self._running.add(thread)
        thread.failed.connect(self.failed)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_finished)
        thread.start()

    def shutdown(self, seconds: float = SHUTDOWN_SECONDS) -> bool:
        """Ask every job to stop and let none begin; return whether all stopped in time."""
        self._is_closing = True
        for thread in self._running:
            thread.cancel()
        deadline = time.monotonic() + seconds
        return all(
            thread.wait(max(0, int((deadline - time.monotonic()) * 1000)))
            for thread in list(self._running)
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, MusicReclassError):
            self.faulted.emit()

    @Slot()
    def _on_finished(self) -> None:
        thread = self.sender()
        assert isinstance(thread, JobThread)
        self._running.discard(thread)
        thread.wait()  # it may be at telling others that it is finished; then it must still exist
        thread.deleteLater()


def single_shot(parent: QObject, ms: int, then: Callable[[], object]) -> QTimer:
    """Return a timer that runs `then` once, so many milliseconds after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(then)
    return timer


def in_turns(parent: QObject, *steps: Callable[[], object]) -> None:
    """Run one after the other as long as `parent` lives; the window is drawn in between."""

    def take_turn() -> None:
        steps[0]()
        in_turns(parent, *steps[1:])

    if steps:
        QTimer.singleShot(TURN_MS, parent, take_turn)
