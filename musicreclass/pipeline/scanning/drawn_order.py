"""Giving what several processes finish back in the order in which it was handed to them.

Tracks then come to a table as they lie on the disk, and nobody has to put them in order again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from musicreclass.pipeline.scanning.walk import FoundFile

PATIENCE_SECONDS = 1.0  # that a file may hold up those behind it

Outcome = TypeVar("Outcome")
Finished = Generator[tuple[FoundFile, Outcome], None, None]


def in_drawn_order(
    files: Iterable[FoundFile], read: Callable[[Iterable[FoundFile]], Finished[Outcome]]
) -> Finished[Outcome]:
    """Yield what `read` makes of files, one that takes long behind others."""
    awaited: deque[str] = deque()
    finished: dict[str, tuple[FoundFile, Outcome]] = {}
    overdue: set[str] = set()  # nobody waits for these any longer

    def drawn() -> Iterator[FoundFile]:
        for found in files:
            awaited.append(found.path)
            yield found

    outcomes = read(drawn())
    since = monotonic()
    try:
        for found, outcome in outcomes:
            if found.path in overdue:
                overdue.discard(found.path)
                yield found, outcome
                continue
            finished[found.path] = (found, outcome)
            if monotonic() - since > PATIENCE_SECONDS:
                while awaited[0] not in finished:
                    overdue.add(awaited.popleft())
            while awaited and awaited[0] in finished:
                yield finished.pop(awaited.popleft())
                since = monotonic()
    finally:
        outcomes.close()
