"""Plans of the next files, made by a child while those of the last ones are carried out.

Looking at a file takes as long as writing to it does, and both hold Python's lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Generic, TypeVar

from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.pipeline.processes.single_worker import SingleWorker
from musicreclass.pipeline.writing.group_pace import Stopwatch
from musicreclass.pipeline.writing.plan import WritePlan
from musicreclass.pipeline.writing.tag_calls import HeavyTag, LightTagCalls, TagCalls
from musicreclass.tags.safe_write.disk import Disk

FEWEST = 400  # files that are worth a child
STEP = 16  # files that are taken at a time where a child and its owner look at the same group
GROUP_SECONDS = 120.0  # for a group of files, on a disk that has become slow

Item = TypeVar("Item")
Planner = Callable[[Item, Disk, TagCalls], WritePlan]  # one that travels, and so do its items
Look = Callable[[Sequence[Item]], Sequence[WritePlan]]


@dataclass(frozen=True, slots=True)
class ToPlan(Generic[Item]):
    """What a child is told: files to look at, and with the first of them how."""

    items: Sequence[Item] = ()
    planner: Planner[Item] | None = None  # knows all genres, as much to send as 500 files


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """What is to become of some files, in their order."""

    plans: tuple[WritePlan | None, ...]  # None: the parent is to look at it, who has children
    seconds: float  # that looking at them took
    waited: float  # of these, in which nothing was computed


class LookingChild(Generic[Item]):
    """Looks at files, in the child; how, it was told with the first of them."""

    def __init__(self) -> None:
        self._planner: Planner[Item] | None = None

    def __call__(self, told: ToPlan[Item]) -> PlannedGroup:
        looking = Stopwatch()
        self._planner = told.planner or self._planner
        disk, tags = Disk(), LightTagCalls()
        plans = tuple(self._plan(item, disk, tags) for item in told.items)
        return PlannedGroup(plans, looking.seconds, looking.waited)

    def _plan(self, item: Item, disk: Disk, tags: TagCalls) -> WritePlan | None:
        assert self._planner is not None
        try:
            return self._planner(item, disk, tags)
        except HeavyTag:
            return None


@contextmanager
def plans_ahead(planner: Planner[Item], count: int) -> Iterator[PlansAhead[Item]]:
    """Have a child for as long as the context lasts, if it will see enough of so many files."""
    if count < FEWEST:
        yield PlansAhead(planner, None)
        return
    child = LookingChild[Item]()
    worker = SingleWorker(child, GROUP_SECONDS, most_bytes=TAG_BYTES, niceness=0)
    try:
        # It takes as long to come up as 300 files to be looked at. With a file it would get the
        # planner, which is more than a pipe holds, and its owner would wait for it.
        worker.begin(ToPlan())
        yield PlansAhead(planner, worker)
    finally:
        worker.stop()


class PlansAhead(Generic[Item]):
    """A child that looks at files from one end of a group, and its owner from the other."""

    def __init__(
        self, planner: Planner[Item], worker: SingleWorker[ToPlan[Item], PlannedGroup] | None
    ) -> None:
        """Take a worker that was told to come up, or none."""
        self.writing_seconds = 0.0  # that its owner needs for each file, before it looks at others
        self._untold: Planner[Item] | None = planner
        self._worker = worker
        self.group_size = 0  # of the files that the child has begun with; 0: with none
        self._asked: Sequence[Item] = ()
        self._is_idle = False
        self._child_seconds = 0.0  # for each file

    def begin(self, items: Sequence[Item], ctx: JobContext) -> bool:
        """Let the child look at the first of some files, if it is up and idle; say whether it does.

        They are as many as should keep it busy while its owner writes to others.
        """
        if not items or self._asked or not self._is_up(ctx):
            return False
        share = self.writing_seconds / self._child_seconds if self._child_seconds else 1.0
        self._give(items[: max(ceil(min(share, 1.0) * len(items)), STEP)])
        self.group_size = len(items)
        return True

    def finish(
        self, items: Sequence[Item], look: Look[Item], ctx: JobContext
    ) -> tuple[list[WritePlan], float]:
        """Return the plans of files, and the seconds that the disk was waited for.

        Args:
            items: those that the child was told to begin with, or any if it was told nothing.
            look: looks at what is left to the owner.

        Raises:
            Cancelled: the user stopped.
        """
        self.group_size = 0
        front: list[WritePlan | None] = []
        back: list[WritePlan] = []
        left = items[len(self._asked) :]
        waited = 0.0
        while self._asked:
            if not left or self._has_answer():
                group = self._finished(ctx)
                front += group.plans
                waited += group.waited
                if left and self._is_idle:
                    self._give(left[:STEP])
                    left = left[STEP:]
            else:
                looking = Stopwatch()
                back = [*look(left[-STEP:]), *back]
                waited += looking.waited
                left = left[:-STEP]
        looking = Stopwatch()
        missing = [one for one, plan in zip(items, front, strict=False) if plan is None]
        found = iter(look([*missing, *left]))
        known = [next(found) if plan is None else plan for plan in front]
        return [*known, *found, *back], waited + looking.waited

    def _give(self, items: Sequence[Item]) -> None:
        assert self._worker is not None
        self._worker.begin(ToPlan(items, self._untold))
        self._untold, self._asked, self._is_idle = None, items, False

    def _is_up(self, ctx: JobContext) -> bool:
        if not self._is_idle and self._has_answer():
            self._finished(ctx)
        return self._is_idle

    def _has_answer(self) -> bool:
        return self._worker is not None and self._worker.has_answer()

    def _finished(self, ctx: JobContext) -> PlannedGroup:
        """Return what the child answers; from one that died, nothing is wanted any more."""
        assert self._worker is not None
        asked, self._asked = self._asked, ()
        try:
            found = self._worker.finish(Path(), ctx)
        except FileProblem:
            self._worker = None
            return PlannedGroup((None,) * len(asked), 0.0, 0.0)
        self._is_idle = True
        if asked:
            self._child_seconds = found.seconds / len(asked)
        return found
