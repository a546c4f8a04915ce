"""How smooth a window stays: how much too late a timer comes."""

import statistics
import time
from dataclasses import dataclass, field

TICK_MS = 10


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
