"""How long work talks to whoever started it. Knows nothing of Qt or terminals."""

import threading
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
class CancelToken:
    """The two switches shared by the starter of a job and the job: stop for good, and pause."""

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

    def resume(self) -> None:
        self._running.set()

    def raise_if_cancelled(self) -> None:
        self._running.wait()
        if self._stopped.is_set():
            raise Cancelled
