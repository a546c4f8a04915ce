"""A pool of child processes: for what would hold Python's lock, and for what may crash or hang.

Every child has pipes of its own and answers item by item, so that the item in its hands is known
at any moment. One that dies or hangs costs its own item at most, and only its child is replaced.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.processes.child import (
    Child,
    ChildGone,
    ParentClock,
    PoolBroken,
    ProcessDied,
    TookTooLong,
    interrupts_held_back,
)
from musicreclass.pipeline.processes.memory_limit import SOUND_BYTES
from musicreclass.sentences.reason import Reason, because

Item = TypeVar("Item")
Result = TypeVar("Result")

WAIT_SECONDS = 0.1  # how long at most until Stop is noticed
DRAW_SECONDS = 0.05  # how long slow items are gathered before answers are looked for again
STOP_SECONDS = 0.5  # how long at most until killed children have gone
MOST_FAILED_STARTS = 3
MOST_WORKERS = 60  # Windows waits for 63 pipes at most


def default_workers() -> int:
    """Return how many processes may work at once: one for each core that is ours."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _itself(item: object) -> Path:
    return Path(str(item))


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
    most_bytes: int = SOUND_BYTES,
) -> Generator[tuple[Item, Result | MusicReclassError], None, None]:
    """Yield each item with its result, in the order they are finished.

    An expected error is yielded in the result's place, so that one bad file never ends the run.
    An item that kills its child is tried once more, alone in a fresh one; one that kills twice is
    yielded as `ProcessDied`, one that takes more than `seconds_per_item` as `TookTooLong`. Items
    are drawn in the caller's thread, as they are needed: a slow consumer holds back the producer,
    not the memory. Every child has up to two chunks, so that it goes on while the consumer is busy.

    The children live as long as the generator: who leaves it before its end closes it.

    Args:
        work: a function of a module, called in the children.
        items: small, such as paths. Results may be large.
        path_of: the file to blame for an item.
        chunk: how many items travel to a child at a time; more than one where each is done in a
            few milliseconds.
        log: where children print to; nowhere if None.
        most_bytes: of memory that a child may have.

    Raises:
        Cancelled: the user stopped; the children are gone by then.
        PoolBroken: no child comes up.
        WorkerBug: `work` raised something unexpected.
    """
    pool: _Pool[Item, Result] = _Pool(
        pickle.dumps(work),
        iter(items),
        workers=max(1, min(workers, MOST_WORKERS)),
        seconds_per_item=seconds_per_item,
        path_of=path_of,
        chunk=max(1, chunk),
        log=str(log or os.devnull),
        most_bytes=most_bytes,
    )
    finished: list[tuple[Item, Result | MusicReclassError]] = []
    try:
        while True:
            is_at_work = pool.feed()  # first of all: the consumer may take its time
            while finished:
                yield finished.pop(0)  # let go of at once: results may be large
                ctx.raise_if_cancelled()
            if not is_at_work:
                return
            ctx.raise_if_cancelled()
            finished = pool.collect()
    finally:
        pool.stop()


class _Pool(Generic[Item, Result]):
    """The children, what waits for them, and what those held that died."""

    def __init__(
        self,
        work: bytes,
        source: Iterator[Item],
        *,
        workers: int,
        seconds_per_item: float,
        path_of: Callable[[Item], Path],
        chunk: int,
        log: str,
        most_bytes: int,
    ) -> None:
        self._work = work
        self._source = source
        self._workers = workers
        self._seconds_per_item = seconds_per_item
        self._path_of = path_of
        self._chunk = chunk
        self._log = log
        self._most_bytes = most_bytes
        self._clock = ParentClock()
        self._children: list[Child[Item]] = []
        self._returned: deque[Item] = deque()  # held by children that ended, not begun
        self._retried: deque[Item] = deque()  # in the hands of children as they died
        self._is_exhausted = False
        self._failed_starts = 0

    def feed(self) -> bool:
        """Give every child enough to do; say whether there is anything to wait for."""
        now = self._clock.tick()
        while self._retried:
            self._start(now, is_alone=True).give([self._retried.popleft()], now)
        until = time.monotonic() + DRAW_SECONDS
        while self._has_room() and (items := self._draw(until)):
            self._roomiest(now).give(items, now)
            if time.monotonic() >= until:
                break
        is_more = bool(self._returned) or not self._is_exhausted
        return is_more or any(child.held for child in self._children)

    def collect(self) -> list[tuple[Item, Result | MusicReclassError]]:
        """Wait a moment, and return what has come to an end, one way or another."""
        by_pipe: dict[object, Child[Item]] = {child.answers: child for child in self._children}
        may_draw = self._has_room() and not self._is_exhausted
        # Before any is called late: an answer may have waited here through a long pause.
        answered = wait(
            [child.answers for child in self._children], 0 if may_draw else WAIT_SECONDS
        )
        now = self._clock.tick()
        finished = []
        for pipe in answered:
            finished.extend(self._received(by_pipe[pipe], now))
        for child in [*self._children]:
            if child.is_overdue(now, self._seconds_per_item):
                finished.extend(self._removed(child, is_late=True))
        return finished

    def stop(self) -> None:
        """End all children, whatever they do. They hold nothing that could be lost."""
        with interrupts_held_back():
            for child in self._children:
                child.kill()
            until = time.monotonic() + STOP_SECONDS
            for child in self._children:
                child.end(max(0.0, until - time.monotonic()))
            self._children.clear()

    def _has_room(self) -> bool:
        return len(self._children) < self._workers or any(map(self._may_take, self._children))

    def _may_take(self, child: Child[Item]) -> bool:
        return not child.is_alone and len(child.held) <= self._chunk

    def _draw(self, until: float) -> list[Item]:
        """Return the items of a chunk, fewer where they come slowly."""
        items: list[Item] = []
        while len(items) < self._chunk and (not items or time.monotonic() < until):
            try:
                items.append(self._returned.popleft() if self._returned else next(self._source))
            except StopIteration:
                self._is_exhausted = True
                break
        return items

    def _roomiest(self, now: float) -> Child[Item]:
        free = [child for child in self._children if self._may_take(child)]
        least = min(free, key=lambda child: len(child.held), default=None)
        if least is None or (least.held and len(self._children) < self._workers):
            return self._start(now)
        return least

    def _start(self, now: float, *, is_alone: bool = False) -> Child[Item]:
        with interrupts_held_back():
            try:
                child: Child[Item] = Child(
                    self._work, self._log, now, most_bytes=self._most_bytes, is_alone=is_alone
                )
            except OSError as error:
                raise PoolBroken(
                    because("pipeline.no_process_starts", error=error.strerror or str(error))
                ) from error
            self._children.append(child)
        return child

    def _received(self, child: Child[Item], now: float) -> list[tuple[Item, Any]]:
        try:
            outcome = child.receive(now)
        except ChildGone:
            return self._removed(child)
        if outcome is None:
            self._failed_starts = 0
            return []
        return [outcome]

    def _removed(
        self, child: Child[Item], *, is_late: bool = False
    ) -> list[tuple[Item, FileProblem]]:
        """Remove a child that has died or must; return the item to blame if it is certain."""
        self._children.remove(child)
        how = child.end(STOP_SECONDS)
        if not child.is_ready:
            self._note_failed_start(child, how)
            return []
        if not child.held:
            return []
        in_hand = child.held.popleft()
        self._returned.extend(child.held)
        if is_late:
            late = because("pipeline.took_too_long", seconds=self._seconds_per_item)
            return [(in_hand, TookTooLong(self._path_of(in_hand), late))]
        if child.is_alone:
            crashed = because("pipeline.crashed_twice", how=how)
            return [(in_hand, ProcessDied(self._path_of(in_hand), crashed))]
        self._retried.append(in_hand)
        return []

    def _note_failed_start(self, child: Child[Item], how: Reason) -> None:
        (self._retried if child.is_alone else self._returned).extend(child.held)
        self._failed_starts += 1
        if self._failed_starts >= MOST_FAILED_STARTS:
            raise PoolBroken(because("pipeline.no_process_comes_up", how=how))
