"""One run over many files: planned, noted in the journal, written, settled, group by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.tag_change import ChangeState
from musicreclass.errors import Cancelled
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.writing.file_writes import Attempt, Ready, attempt, in_threads
from musicreclass.pipeline.writing.record_outcome import settle_change
from musicreclass.sentences.reason import Reason
from musicreclass.tags.safe_write.disk import Disk

GROUP = 64  # files whose changes are noted together before the first of them is touched

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class WritePlan:
    """What is to become of one file; later, what became of it."""

    track_id: int
    path: Path
    before: tuple[str, ...]
    after: tuple[str, ...]
    state: ChangeState
    reason: str = ""
    ready: Ready | None = None  # None where nothing is to be written
    change_id: int = 0  # in the journal
    remarks: tuple[Reason, ...] = ()


@dataclass(slots=True)
class WriteRun:
    """What stays the same for all files of a run, and how far it is."""

    library: Library
    ctx: JobContext
    disk: Disk
    cache: AnalysisCache
    tell: Callable[[Sequence[WritePlan]], None]  # what became of files
    total: int
    counts: Counter[ChangeState] = field(default_factory=Counter)

    def carry_out(
        self,
        planners: Sequence[Callable[[], WritePlan]],
        note: Callable[[Sequence[WritePlan]], list[WritePlan]],
        goal: ChangeState,
        give_up: Callable[[Sequence[WritePlan]], None],
    ) -> None:
        """Bring files to their `goal`, each one that can be.

        Args:
            note: keeps plans in the journal, and returns them with their numbers there.
            give_up: takes plans out of the journal whose files were not touched.

        Raises:
            Cancelled: the user stopped; nothing is half done.
        """
        for group in _groups(planners):
            plans = self._planned(group)
            noted = note(plans)
            self._told([plan for plan in noted if plan.ready is None])
            self._write([plan for plan in noted if plan.ready is not None], goal, give_up)

    def _planned(self, planners: Sequence[Callable[[], WritePlan]]) -> list[WritePlan]:
        by_place: dict[int, WritePlan] = {}
        places = range(len(planners))
        for finished in in_threads(lambda place: planners[place](), places, self.ctx):
            by_place.update(finished)
        return [by_place[place] for place in places]

    def _write(
        self,
        plans: Sequence[WritePlan],
        goal: ChangeState,
        give_up: Callable[[Sequence[WritePlan]], None],
    ) -> None:
        settled: set[int] = set()
        try:
            for finished in in_threads(self._attempt, plans, self.ctx):
                self._settle(finished, goal)
                settled.update(plan.change_id for plan, _ in finished)
        except Cancelled:
            give_up([plan for plan in plans if plan.change_id not in settled])
            raise

    def _attempt(self, plan: WritePlan) -> Attempt:
        assert plan.ready is not None
        return attempt(plan.ready, self.disk)

    def _settle(self, finished: Sequence[tuple[WritePlan, Attempt]], goal: ChangeState) -> None:
        told: list[WritePlan] = []
        with self.library.in_one_go():
            for plan, tried in finished:
                told.append(self._settled(plan, tried, goal))
        self._told(told)

    def _settled(self, plan: WritePlan, tried: Attempt, goal: ChangeState) -> WritePlan:
        if tried.written is None:
            stands = (
                ChangeState.WRITTEN if goal is ChangeState.UNDONE else ChangeState.REFUSED
            )  # where it cannot be undone, it stays written
            self.library.journal.settle(plan.change_id, stands, reason=tried.reason)
            return replace(plan, state=ChangeState.REFUSED, reason=tried.reason)
        settle_change(
            self.library,
            self.cache,
            plan.change_id,
            plan.track_id,
            goal,
            tried.written,
            tried.facts,
        )
        return replace(plan, state=goal, remarks=tried.written.remarks)

    def _told(self, plans: Sequence[WritePlan]) -> None:
        if not plans:
            return
        self.counts.update(plan.state for plan in plans)
        self.tell(plans)
        done = sum(self.counts.values())
        self.ctx.report(Progress(done, self.total, readable(plans[-1].path.name)))


def _groups(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), GROUP):
        yield items[start : start + GROUP]
