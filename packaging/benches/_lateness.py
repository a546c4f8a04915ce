"""How smooth a window stays: how much too late a timer comes."""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

TICK_MS = 10
NOTED_MS = 20.0  # a call that takes longer


@dataclass(slots=True)
class Lateness:
    """How many milliseconds too late a 10 ms timer came, each time."""

    late: list[float] = field(default_factory=list)
    _last: float = field(default_factory=time.perf_counter)

    def tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def text(self) -> str:
        late = sorted(self.late)
        p95 = late[int(len(late) * 0.95)]
        return f"median {statistics.median(late):.0f}, p95 {p95:.0f}, max {late[-1]:.0f} ms"


def timed_application() -> Any:
    """Return an application that notes how long it takes to deal with each event."""
    from PySide6.QtWidgets import QApplication

    class TimedApplication(QApplication):
        def __init__(self) -> None:
            super().__init__(sys.argv[:1])
            self.calls: list[tuple[float, float, str]] = []  # own time, time passed, what
            self._depth = 0

        def notify(self, receiver: QObject, event: QEvent) -> bool:
            started, came = time.thread_time(), time.perf_counter()
            self._depth += 1
            try:
                return super().notify(receiver, event)
            finally:
                self._depth -= 1
                spent = (time.thread_time() - started) * 1000
                passed = (time.perf_counter() - came) * 1000
                if self._depth == 0 and passed > NOTED_MS:
                    what = f"{type(receiver).__name__} {event.type().name}"
                    self.calls.append((spent, passed, what))

        def longest(self) -> str:
            """Return the longest calls since the last time, and forget them."""
            calls, self.calls = sorted(self.calls, reverse=True), []
            own = ", ".join(f"{spent:.0f} ms {what}" for spent, _, what in calls[:5]) or "none"
            passed = max((passed for _, passed, _ in calls), default=0.0)
            return f"{own}; by the clock {passed:.0f} ms"

    return TimedApplication()
