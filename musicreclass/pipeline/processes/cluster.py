"""The same work on other machines: through dask.distributed, which is an optional extra.

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
from musicreclass.pipeline.processes.pool import ProcessDied, TookTooLong

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
        crew = _Crew(client)
        queue = iter(items)
        running: dict[Future[Any], _Assignment[Item]] = {}
        while True:
            for worker, item in zip(crew.free_places(running.values()), queue, strict=False):
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
                crew.lose_place(late.worker)
                reason = f"nothing came of it in {seconds_per_item:g} s; left out"
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


class _Crew:
    """The workers and their places. A thread that hangs cannot be ended: its place is lost."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._lost: Counter[str] = Counter()
        self._threads: dict[str, int] = {}
        self._asked_at = float("-inf")

    def lose_place(self, worker: str) -> None:
        self._lost[worker] += 1

    def free_places(self, assignments: Iterable[_Assignment[Any]]) -> Iterator[str]:
        """Yield the address of a worker for each of its places that is free.

        Raises:
            ClusterProblem: all places are lost.
        """
        if time.monotonic() - self._asked_at > ASK_SECONDS:
            self._threads = dict(self._client.nthreads())
            self._asked_at = time.monotonic()
        taken = Counter(assignment.worker for assignment in assignments)
        places = {w: n - self._lost[w] for w, n in self._threads.items()}
        if self._threads and not any(places.values()):
            raise ClusterProblem("Every worker of the cluster hangs; restart them and go on.")
        for worker, number in places.items():
            yield from repeat(worker, max(0, number - taken[worker]))


def _distributed() -> ModuleType:
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterProblem(
            "Working on a cluster needs the package distributed: pip install musicreclass[cluster]."
        ) from error


def _connected(distributed: ModuleType, address: str) -> Any:
    try:
        # First by hand: a Client that finds nobody leaves a thread behind.
        place = urlsplit(address)
        socket.create_connection((place.hostname, place.port), CONNECT_SECONDS).close()
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterProblem(
            f"No dask scheduler answers at {address} ({type(error).__name__}); "
            "start one there and give its address as tcp://host:port."
        ) from error
    if not client.nthreads():
        client.close()
        raise ClusterProblem(f"The scheduler at {address} has no workers; start some there.")
    return client


def _outcome(distributed: ModuleType, future: Future[Any], path: Path) -> Any:
    try:
        return future.result()
    except MusicReclassError as error:
        return error
    except distributed.KilledWorker:
        return ProcessDied(path, "it took several workers of the cluster along; it is left out")
    except CancelledError as error:
        raise ClusterProblem("The cluster went away; what was done is kept.") from error
