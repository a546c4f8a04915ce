"""How long work talks to whoever started it. Knows nothing of Qt or terminals."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from musicreclass.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """A point on the way: `done` of `total` items, and the one in hand."""

    done: int
    total: int  # 0 while nobody knows yet
    current: str = ""

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0


class JobContext(Protocol):
    """What a job may do to the outside while it runs."""

    def report(self, progress: Progress) -> None:
        """Say how far the work is. Cheap: the receiver throttles."""

    def publish(self, batch: object) -> None:
        """Hand over finished results that may be shown before the job ends."""

    def raise_if_cancelled(self) -> None:
        """Return at once, wait while paused, raise `Cancelled` once stopped.

        Called per item or every 200 ms, so that Stop and Pause take hold.
        """


@dataclass(slots=True)
class ForwardingContext:
    """A context that passes all on to another; what differs is overridden."""

    ctx: JobContext

    def report(self, progress: Progress) -> None:
        self.ctx.report(progress)

    def publish(self, batch: object) -> None:
        self.ctx.publish(batch)

    def raise_if_cancelled(self) -> None:
        self.ctx.raise_if_cancelled()


@dataclass(slots=True)
class CancelToken:
    """The two flags shared by the starter of a job and the job: stop for good, and pause."""

    _stopped: threading.Event = field(default_factory=threading.Event)
    _running: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._running.set()

    @property
    def is_paused(self) -> bool:
        return not self._running.is_set()

    def cancel(self) -> None:
        self._stopped.set()
        self._running.set()  # a paused job must wake up to stop

    def pause(self) -> None:
        self._running.clear()
        if self._stopped.is_set():
            self._running.set()  # what has been stopped cannot be held up any more

    def resume(self) -> None:
        self._running.set()

    def raise_if_cancelled(self) -> None:
        self._running.wait()
        if self._stopped.is_set():
            raise Cancelled


class QuietContext(CancelToken):
    """Of a job whose progress nobody follows; it can be stopped all the same."""

    def report(self, progress: Progress) -> None:
        return

    def publish(self, batch: object) -> None:
        return


UPDATE_SECONDS = 0.1  # people cannot read faster, and no receiver should have to


class Pace:
    """How fast a job goes and how long it will take, from the progress it reports.

    The rate is that of the last seconds rather than of the whole run: a scan that skips ten
    thousand known files at once says nothing about the new ones that follow.
    """

    WINDOW_SECONDS = 10.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._points: deque[tuple[float, int]] = deque()  # (seconds, done)
        self._shown_at = float("-inf")
        self._done = 0  # as it was reported last

    def is_due(self, progress: Progress) -> bool:
        """Take note of `progress`, and say whether it is time to show something again."""
        if progress.done < self._done:  # another stage, of which the rate so far says nothing
            self.forget()
        self._done = progress.done
        now = self._clock()
        if now - self._shown_at < UPDATE_SECONDS and progress.done < progress.total:
            return False
        self._shown_at = now
        self._points.append((now, progress.done))
        # Two at least stay: what moves but every minute has a rate, too.
        while len(self._points) > 2 and now - self._points[0][0] > self.WINDOW_SECONDS:
            self._points.popleft()
        return True

    def forget(self) -> None:
        """Start anew, as after a pause."""
        self._points.clear()

    @property
    def per_second(self) -> float:
        """Return the rate of late, 0 while there is none to tell."""
        if len(self._points) < 2:
            return 0.0
        (start, done), (now, done_now) = self._points[0], self._points[-1]
        return (done_now - done) / (now - start) if now > start else 0.0

    def seconds_left(self, progress: Progress) -> float | None:
        """Return the time that the rest will take, None while nobody can tell."""
        rate = self.per_second
        return (progress.total - progress.done) / rate if rate > 0.0 else None
