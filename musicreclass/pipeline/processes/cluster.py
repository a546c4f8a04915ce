"""A cluster in place of the pool: through dask.distributed, which is an optional extra.

The workers must reach the files under the same paths and have this program installed.
"""

from __future__ import annotations

import importlib
import socket
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from musicreclass.core.job import JobContext
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.processes.child import ProcessDied, TookTooLong
from musicreclass.sentences.reason import because

Item = TypeVar("Item")
Result = TypeVar("Result")

CONNECT_SECONDS = 10
WAIT_SECONDS = 0.2  # how long at most until Stop is noticed
ASK_SECONDS = 1.0  # how often the scheduler is asked who is there


class ClusterProblem(MusicReclassError):
    """The cluster cannot be used."""


def map_on_cluster(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    ctx: JobContext,
    *,
    address: str,
    seconds_per_item: float,
    path_of: Callable[[Item], Path],
) -> Generator[tuple[Item, Result | MusicReclassError], None, None]:
    """Yield each item with its result, in the order they are finished.

    What a vanished worker had in hand is done by another. An item that takes several workers
    along is yielded as `ProcessDied`; an expected error is yielded in the result's place.

    Args:
        address: of the scheduler, "tcp://host:port".
        seconds_per_item: an item that takes longer is given up.

    Raises:
        ClusterProblem: the extra is not installed, nobody answers, or the cluster went away.
        Cancelled: the user stopped.
    """
    distributed = _distributed()
    client = _connected(distributed, address)
    try:
        executor = client.get_executor(pure=False, allow_other_workers=True)
        slots = _Slots(client)
        queue = iter(items)
        running: dict[Future[Any], _Assignment[Item]] = {}
        while True:
            for worker, item in zip(slots.free(running.values()), queue, strict=False):
                future = executor.submit(work, item, workers=[worker])
                running[future] = _Assignment(item, worker)
            if not running:
                return
            finished, unfinished = wait(running, timeout=WAIT_SECONDS, return_when=FIRST_COMPLETED)
            ctx.raise_if_cancelled()
            for future in finished:
                done = running.pop(future)
                yield done.item, _outcome(distributed, future, path_of(done.item))
            for future in [f for f in unfinished if running[f].seconds > seconds_per_item]:
                late = running.pop(future)
                future.cancel()
                slots.lose(late.worker)
                reason = because("pipeline.nothing_came", seconds=seconds_per_item)
                yield late.item, TookTooLong(path_of(late.item), reason)
    finally:
        client.close()


@dataclass(frozen=True, slots=True)
class _Assignment(Generic[Item]):
    """An item on its way, and the worker that was asked to do it."""

    item: Item
    worker: str
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started


class _Slots:
    """The workers and their threads. One that hangs cannot be ended: its slot is lost."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._lost: Counter[str] = Counter()
        self._threads: dict[str, int] = {}
        self._asked_at = float("-inf")

    def lose(self, worker: str) -> None:
        self._lost[worker] += 1

    def free(self, assignments: Iterable[_Assignment[Any]]) -> Iterator[str]:
        """Yield the address of a worker for each of its slots that is free.

        Raises:
            ClusterProblem: all slots are lost.
        """
        if time.monotonic() - self._asked_at > ASK_SECONDS:
            self._threads = dict(self._client.nthreads())
            self._asked_at = time.monotonic()
        taken = Counter(assignment.worker for assignment in assignments)
        slots = {w: n - self._lost[w] for w, n in self._threads.items()}
        if self._threads and not any(slots.values()):
            raise ClusterProblem(because("pipeline.cluster_hangs"))
        for worker, number in slots.items():
            yield from repeat(worker, max(0, number - taken[worker]))


def _distributed() -> ModuleType:
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterProblem(because("pipeline.cluster_missing")) from error


def _connected(distributed: ModuleType, address: str) -> Any:
    try:
        # First by hand: a Client that finds nobody leaves a thread behind.
        server = urlsplit(address)
        socket.create_connection((server.hostname, server.port), CONNECT_SECONDS).close()
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterProblem(
            because("pipeline.no_scheduler", address=address, error=type(error).__name__)
        ) from error
    if not client.nthreads():
        client.close()
        raise ClusterProblem(because("pipeline.cluster_empty", address=address))
    return client


def _outcome(distributed: ModuleType, future: Future[Any], path: Path) -> Any:
    try:
        return future.result()
    except MusicReclassError as error:
        return error
    except distributed.KilledWorker:
        return ProcessDied(path, because("pipeline.killed_workers"))
    except CancelledError as error:
        raise ClusterProblem(because("pipeline.cluster_gone")) from error
