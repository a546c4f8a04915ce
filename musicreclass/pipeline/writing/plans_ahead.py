"""Plans of the next files, made by a child while those of the last ones are carried out.

Looking at a file takes as long as writing to it does, and both hold Python's lock.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.pipeline.processes.single_worker import SingleWorker
from musicreclass.pipeline.writing.plan import WritePlan
from musicreclass.pipeline.writing.tag_calls import HeavyTag, LightTagCalls, TagCalls
from musicreclass.tags.safe_write.disk import Disk

FEWEST = 400  # files that are worth a child
GROUP_SECONDS = 120.0  # for a group of files, on a disk that has become slow

Planner = Callable[[Disk, TagCalls], WritePlan]  # one that travels


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """What is to become of some files, in their order."""

    plans: tuple[WritePlan | None, ...]  # None: the parent is to look at it, who has children
    seconds: float  # that looking at them took


def planned(planners: Sequence[Planner]) -> PlannedGroup:
    """Look at files, in the child."""
    started = time.monotonic()
    disk, tags = Disk(), LightTagCalls()
    plans = tuple(_plan(planner, disk, tags) for planner in planners)
    return PlannedGroup(plans, time.monotonic() - started)


def _plan(planner: Planner, disk: Disk, tags: TagCalls) -> WritePlan | None:
    try:
        return planner(disk, tags)
    except HeavyTag:
        return None


_Worker = SingleWorker[Sequence[Planner], PlannedGroup]


@contextmanager
def plans_ahead(is_wanted: bool) -> Iterator[PlansAhead]:
    """Have a child that looks at files, where one is wanted, for as long as the context lasts."""
    if not is_wanted:
        yield PlansAhead(None)
        return
    worker = SingleWorker(planned, GROUP_SECONDS, most_bytes=TAG_BYTES, niceness=0)
    try:
        worker.begin(())  # it takes as long to come up as 300 files to be looked at
        yield PlansAhead(worker)
    finally:
        worker.stop()


class PlansAhead:
    """A child that looks at one group of files at a time."""

    def __init__(self, worker: _Worker | None) -> None:
        """Take a worker that was told to come up, or none."""
        self._worker = worker
        self._asked: Sequence[Planner] = ()
        self._is_idle = False

    def begin(self, planners: Sequence[Planner], ctx: JobContext) -> bool:
        """Let the child look at files, if it is up and idle; say whether it does."""
        if not planners or self._asked or not self._is_up(ctx):
            return False
        assert self._worker is not None
        self._worker.begin(planners)
        self._asked, self._is_idle = planners, False
        return True

    def finish(self, ctx: JobContext) -> PlannedGroup | None:
        """Wait for the plans of the files that were begun last; None where there are none.

        Raises:
            Cancelled: the user stopped.
        """
        return self._finished(ctx) if self._asked else None

    def _is_up(self, ctx: JobContext) -> bool:
        if not self._is_idle and self._worker is not None and self._worker.has_answer():
            self._finished(ctx)
        return self._is_idle

    def _finished(self, ctx: JobContext) -> PlannedGroup | None:
        """Return what the child answers; from one that died, nothing is wanted any more."""
        assert self._worker is not None
        asked, self._asked = self._asked, ()
        try:
            found = self._worker.finish(Path(), ctx)
        except FileProblem:
            self._worker = None
            return PlannedGroup((None,) * len(asked), 0.0)
        self._is_idle = True
        return found
