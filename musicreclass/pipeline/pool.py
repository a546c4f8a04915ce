"""Work in child processes: for what would hold Python's lock, and for what may crash or hang.

Every child has a pipe of its own and answers item by item, so that the item in its hands is known
at any moment. One that dies or hangs costs its own item at most, and only its child is replaced.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from multiprocessing import connection
from pathlib import Path
from typing import Any, TypeVar

from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.child import Assignment, Child
from musicreclass.pipeline.worker_process import Answer

Item = TypeVar("Item")
Result = TypeVar("Result")

WAIT_SECONDS = 0.2  # how long at most until Stop is noticed
START_SECONDS = 60.0  # a child that has not come up by then never will
MOST_STILLBORN = 3


class ProcessDied(FileProblem):
    """The file crashed the process that worked on it, twice."""


class TookTooLong(FileProblem):
    """The file kept its process busy beyond the time allowed."""


class PoolBroken(MusicReclassError):
    """No worker process comes up."""


class WorkerBug(Exception):
    """Something unexpected was raised in a child; its traceback is the message."""


def default_workers() -> int:
    """Return how many processes may work at once: one for each core that is ours."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def _itself(item: Any) -> Path:
    return Path(item)


def map_in_processes(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    ctx: JobContext,
    *,
    workers: int,
    seconds_per_item: float,
    path_of: Callable[[Item], Path] = _itself,
    chunk: int = 1,
    log: Path | None = None,
) -> Generator[tuple[Item, Result | MusicReclassError], None, None]:
    """Yield each item with its result, in the order they are finished.

    An expected error is yielded in the result's place, so that one bad file never ends the run.
    An item that kills its child is tried once more; one that kills twice is yielded as
    `ProcessDied`, one that takes more than `seconds_per_item` as `TookTooLong`. Items are drawn
    as they are needed: a slow consumer holds back the producer, not the memory.

    Args:
        work: a function of a module, called in the children.
        path_of: the file to blame for an item.
        chunk: how many items travel to a child at a time; those that do should be small.
        log: where children print to; nowhere if None.

    Raises:
        Cancelled: the user stopped; the children are gone by then.
        PoolBroken: no child comes up.
        WorkerBug: `work` raised something unexpected.
    """
    crew = _Crew(pickle.dumps(work), iter(items), workers, chunk, str(log or os.devnull))
    try:
        while crew.feed():
            for item, kind, answer in crew.answers():
                if kind is Answer.BUG:
                    raise WorkerBug(answer)
                yield item, answer
            for item, error, reason in crew.casualties(seconds_per_item):
                yield item, error(path_of(item), reason)
            ctx.raise_if_cancelled()
    finally:
        crew.dismiss()


class _Crew:
    """The children, what waits for them, and what came back from the dead."""

    def __init__(
        self, work: bytes, source: Iterator[Any], workers: int, chunk: int, log: str
    ) -> None:
        self._work = work
        self._source = source
        self._workers = workers
        self._chunk = chunk
        self._log = log
        self._children: list[Child] = []
        self._returned: deque[Assignment] = deque()
        self._stillborn = 0

    def feed(self) -> bool:
        """Give every child enough to do; say whether any has something in hand."""
        while self._has_room() and (assignments := self._next_chunk()):
            self._roomiest().give(assignments)
        return any(child.held for child in self._children)

    def answers(self) -> Iterator[tuple[Any, Answer, Any]]:
        """Wait a moment for answers, and yield all that are there."""
        by_pipe = {child.pipe: child for child in self._children}
        for pipe in connection.wait(list(by_pipe), WAIT_SECONDS):
            child = by_pipe[pipe]  # type: ignore[index]
            yield from child.answers()
            if child.is_ready:
                self._stillborn = 0

    def casualties(self, limit: float) -> Iterator[tuple[Any, type[FileProblem], str]]:
        """Yield the items that killed or held up their children; those children are ended."""
        for child in list(self._children):
            if child.is_gone or (not child.is_ready and child.is_overdue(START_SECONDS)):
                yield from self._bury(child)
            elif child.is_ready and child.is_overdue(limit):
                late = child.held.popleft()
                self._returned.extend(child.held)
                self._end(child)
                yield late.item, TookTooLong, f"nothing came of it in {limit:g} s; left out"

    def dismiss(self) -> None:
        """Send all children home, whatever they do. They hold nothing that could be lost."""
        for child in self._children:
            child.kill()
        for child in self._children:
            child.end()
        self._children.clear()

    def _has_room(self) -> bool:
        return len(self._children) < self._workers or any(map(self._may_take, self._children))

    def _may_take(self, child: Child) -> bool:
        """Say whether a child should be given more: a little early, where items travel together.

        Items that travel alone may be large. One more would fill the pipe while the child fills
        it with an answer, and both would wait for ever.
        """
        idle = not child.held
        runs_dry = child.is_ready and len(child.held) <= self._chunk // 2
        return idle or (runs_dry and self._chunk > 1)

    def _roomiest(self) -> Child:
        free = [child for child in self._children if self._may_take(child)]
        least = min(free, key=lambda child: len(child.held), default=None)
        if least is None or (least.held and len(self._children) < self._workers):
            least = Child(self._work, self._log)
            self._children.append(least)
        return least

    def _next_chunk(self) -> list[Assignment]:
        """Return what to do next; what has killed a child travels alone."""
        if self._returned:
            return [self._returned.popleft()]
        return [Assignment(item) for item in islice(self._source, self._chunk)]

    def _bury(self, child: Child) -> Iterator[tuple[Any, type[FileProblem], str]]:
        held = child.held
        how = self._end(child)
        if not child.is_ready:
            self._stillborn += 1
            if self._stillborn >= MOST_STILLBORN:
                raise PoolBroken(f"no worker process comes up ({how}); run musicreclass doctor")
        elif held:
            held[0].deaths += 1
            if held[0].deaths > 1:
                reason = f"it crashed its reader twice ({how}); it is left out"
                yield held.popleft().item, ProcessDied, reason
        self._returned.extend(held)

    def _end(self, child: Child) -> str:
        self._children.remove(child)
        return child.end()
