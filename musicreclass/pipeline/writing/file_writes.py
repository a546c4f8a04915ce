"""One run over many files: planned, noted in the journal, written, recorded, group by group.

Several files are written at a time: each waits for its disk most of the time.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from musicreclass.core.decision import ReviewState
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import path_of, readable
from musicreclass.core.tag_change import ChangeState, FileChange
from musicreclass.core.track import FactsNow, FileFacts, OtherGenres, ScannedFile, TrackLine
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.library.sqlite_errors import LibraryDamaged, LibraryProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.scanning.same_file import carry_over
from musicreclass.pipeline.writing.group_pace import GroupPace, Threads
from musicreclass.pipeline.writing.plan import WritePlan
from musicreclass.pipeline.writing.plans_ahead import Planner, plans_ahead
from musicreclass.pipeline.writing.tag_calls import TagCalls
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.in_place import InPlaceWrite, LeftTorn, patch_in_place
from musicreclass.tags.safe_write.patched_bytes import ChangedSince
from musicreclass.tags.safe_write.safe_file import Written, write_safely
from musicreclass.tags.tag_errors import TagError

COPIERS = 4  # files that are copied at a time: some are read and checked while others wait
WRITERS = 2  # files that are worked on at a time where nothing else is said
TELL_SECONDS = 0.5  # so often, what was finished is handed on

_BECAME = {ChangeState.WRITTEN: ReviewState.WRITTEN, ChangeState.UNDONE: ReviewState.UNDONE}

Item = TypeVar("Item")
Result = TypeVar("Result")
Attempt = tuple[Written, FactsNow | None] | FileProblem
Outcome = tuple[FileChange, Written, FactsNow | None]  # None leaves that to the next scan


@dataclass(slots=True)
class FileWrites:
    """What stays the same for all files of a run, and how far it is; publishes `FileChange`s."""

    library: Library
    ctx: JobContext
    disk: Disk
    cache: AnalysisCache
    tags: TagCalls
    total: int
    # By track, the batch that wrote to its file after the one that is being taken back.
    later: Mapping[int, int] = field(default_factory=dict)
    counts: Counter[ChangeState] = field(default_factory=Counter)
    changed: list[int] = field(default_factory=list)  # tracks whose files are other ones now

    def carry_out(
        self,
        planner: Planner[Item],
        items: Sequence[Item],
        note: Callable[[Sequence[WritePlan]], Sequence[WritePlan]],
        goal: ChangeState,
        give_up: Callable[[Sequence[int]], None],
    ) -> None:
        """Bring files to their `goal`, each one that can be.

        Args:
            planner: looks at each of the items, which are a file each.
            note: keeps plans in the journal, and returns them with their numbers there.
            give_up: takes changes out of the journal whose files were not touched.

        Raises:
            Cancelled: the user stopped; nothing is half done.
            LibraryProblem: the library cannot be used; it says how many files were changed.
        """
        try:
            self._carry_out(planner, items, note, goal, give_up)
        except LibraryProblem as error:
            if not self.changed:
                raise
            reason, count = error.sentence, len(self.changed)
            said = because("pipeline.failed_amid_files", reason=reason, count=count)
            raise type(error)(said) from error

    def _carry_out(
        self,
        planner: Planner[Item],
        items: Sequence[Item],
        note: Callable[[Sequence[WritePlan]], Sequence[WritePlan]],
        goal: ChangeState,
        give_up: Callable[[Sequence[int]], None],
    ) -> None:
        pace, done = GroupPace(), 0
        # Another disk, as tests have it, does not travel.
        with plans_ahead(planner, len(items) if type(self.disk) is Disk else 0) as ahead:
            while done < len(items):
                started = time.monotonic()
                group = items[done : done + (ahead.group_size or pace.size)]
                look = partial(self._looked_at, planner, threads=pace.threads)
                plans, waited = ahead.finish(group, look, self.ctx)
                looked = time.monotonic()
                done += len(group)
                if not pace.is_far:  # where threads wait for it, one child would be slower
                    ahead.begin(items[done : done + pace.size], self.ctx)
                self._carry_out_group(plans, note, goal, give_up, pace.threads)
                ended = time.monotonic()
                ahead.writing_seconds = (ended - looked) / len(plans)
                room = sum(plan.in_place.size for plan in plans if plan.in_place is not None)
                pace.learn(len(plans), waited, ended - started, room)

    def _carry_out_group(
        self,
        plans: Sequence[WritePlan],
        note: Callable[[Sequence[WritePlan]], Sequence[WritePlan]],
        goal: ChangeState,
        give_up: Callable[[Sequence[int]], None],
        threads: Threads,
    ) -> None:
        noted = note(plans)
        self._publish([plan.change for plan in noted if plan.write is None])
        self._write([plan for plan in noted if plan.write is not None], goal, give_up, threads)

    def _looked_at(
        self, planner: Planner[Item], items: Sequence[Item], threads: Threads
    ) -> list[WritePlan]:
        def look(numbered: tuple[int, Item]) -> WritePlan:
            return planner(numbered[1], self.disk, self.tags)

        found: dict[int, WritePlan] = {}
        if threads.looking == 1:
            for number, item in enumerate(items):
                self.ctx.raise_if_cancelled()
                found[number] = planner(item, self.disk, self.tags)
        else:
            for finished in in_threads(look, enumerate(items), self.ctx, threads.looking):
                found |= {number: plan for (number, _), plan in finished}
        return [found[number] for number in range(len(items))]

    def _write(
        self,
        plans: Sequence[WritePlan],
        goal: ChangeState,
        give_up: Callable[[Sequence[int]], None],
        threads: Threads,
    ) -> None:
        untouched = {plan.change.id: plan for plan in plans}
        in_place = [plan for plan in plans if plan.in_place is not None]
        others = [plan for plan in plans if plan.in_place is None]
        try:
            patching = in_place, threads.patching, threads.patched_in_a_row
            for some, at_a_time, in_a_row in (patching, (others, COPIERS, 1)):
                for finished in in_threads(self._attempt, some, self.ctx, at_a_time, in_a_row):
                    self._publish(self._all_recorded(finished, goal))
                    for plan, _ in finished:
                        del untouched[plan.change.id]
        except Cancelled:
            give_up(list(untouched))
            raise

    def _attempt(self, plan: WritePlan) -> Attempt:
        """Write to a file, and look at what it says of itself then."""
        assert plan.write is not None
        try:
            if isinstance(plan.write, InPlaceWrite):
                written = patch_in_place(plan.write, self.disk)
            else:
                written = write_safely(plan.write, self.disk)
            facts = written.facts or self.tags.facts_of(plan.write.path)
        except ChangedSince as error:
            if plan.change.state is ChangeState.UNDOING and plan.write.digest:
                reason = self._changed_since_written(plan.change)
                return FileProblem(plan.write.path, reason)
            return error
        except FileProblem as error:
            return error
        self.changed.append(plan.change.track_id)
        return written, facts

    def _changed_since_written(self, change: FileChange) -> Reason:
        """Return why a file does not hold what was written into it."""
        if change.track_id in self.later:
            return because("pipeline.later_batch_first", batch=str(self.later[change.track_id]))
        return because("pipeline.changed_since_written")

    def _all_recorded(
        self, finished: Sequence[tuple[WritePlan, Attempt]], goal: ChangeState
    ) -> list[FileChange]:
        """Note what became of files; where the library is damaged, what can be noted of it."""
        try:
            return self._recorded(finished, goal)
        except LibraryDamaged:
            return [self._recorded_alone(plan, tried, goal) for plan, tried in finished]

    def _recorded_alone(self, plan: WritePlan, tried: Attempt, goal: ChangeState) -> FileChange:
        try:
            (change,) = self._recorded([(plan, tried)], goal)
        except LibraryDamaged as error:
            remark = because("pipeline.outcome_not_noted", reason=error.sentence)
            if isinstance(tried, FileProblem):
                return replace(
                    plan.change, state=ChangeState.REFUSED, reason=tried.reason, remarks=(remark,)
                )
            return replace(plan.change, state=goal, remarks=(*tried[0].remarks, remark))
        return change

    def _recorded(
        self, finished: Sequence[tuple[WritePlan, Attempt]], goal: ChangeState
    ) -> list[FileChange]:
        """Note what became of files, and return it."""
        changes: list[FileChange] = []
        outcomes: list[Outcome] = []
        # What cannot be undone stays written.
        stands = ChangeState.WRITTEN if goal is ChangeState.UNDONE else ChangeState.REFUSED
        with self.library.in_one_go():
            for plan, tried in finished:
                if isinstance(tried, FileProblem):
                    if not isinstance(tried, LeftTorn):  # which stays open, for recovery
                        self.library.journal.record(plan.change.id, stands, reason=tried.reason)
                    refused = replace(plan.change, state=ChangeState.REFUSED, reason=tried.reason)
                    changes.append(refused)
                    continue
                written, facts = tried
                became = replace(plan.change, state=goal, remarks=written.remarks)
                changes.append(became)
                outcomes.append((became, written, facts))
            record_outcomes(self.library, self.cache, outcomes)
        return changes

    def _publish(self, changes: Sequence[FileChange]) -> None:
        if not changes:
            return
        self.counts.update(change.state for change in changes)
        self.ctx.publish(changes)
        done = sum(self.counts.values())
        self.ctx.report(Progress(done, self.total, readable(changes[-1].path.name)))


def record_outcome(
    library: Library,
    cache: AnalysisCache,
    change: FileChange,
    written: Written,
    facts: FactsNow | None,
) -> None:
    """Note that one change is in its file, or out of it again, as `record_outcomes` does."""
    record_outcomes(library, cache, [(change, written, facts)])


def record_outcomes(library: Library, cache: AnalysisCache, outcomes: Sequence[Outcome]) -> None:
    """Note that changes are in their files, or out of them again: in journal, track and decision.

    What was analyzed of the tracks goes on to hold, unless a file was not the one analyzed.
    """
    with library.in_one_go():
        for state, review_state in _BECAME.items():
            became = [(change, written) for change, written, _ in outcomes if change.state is state]
            is_written = state is ChangeState.WRITTEN
            library.journal.record_all(
                state, {c.id: written.digest if is_written else None for c, written in became}
            )
            library.decisions.mark([change.track_id for change, _ in became], review_state)
        found = {c.track_id: (w, facts) for c, w, facts in outcomes if facts is not None}
        with contextlib.suppress(LibraryDamaged), library.in_one_go():
            _renew(library, cache, found)  # else the next scan will


def facts_of(path: Path) -> FileFacts | None:
    """Return what a file says of itself, None where it cannot be read: the next scan says why."""
    try:
        return read_facts(path)
    except TagError:
        return None


def in_threads(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    ctx: JobContext,
    at_a_time: int | None = None,
    in_a_row: int = 1,
) -> Generator[list[tuple[Item, Result]], None, None]:
    """Yield items with their results as they are finished, some at a time.

    When the user stops, what was begun is finished and yielded first.

    Args:
        at_a_time: how many threads there are; None: as many as suit any disk.
        in_a_row: how many items each of them takes.

    Raises:
        Cancelled: the user stopped.
    """
    at_a_time = at_a_time or WRITERS
    stopped: Cancelled | None = None
    running: set[Future[list[tuple[Item, Result]]]] = set()
    ready: SimpleQueue[Future[list[tuple[Item, Result]]]] = SimpleQueue()
    finished: list[tuple[Item, Result]] = []
    told_at = time.monotonic()

    def row_of(some: Sequence[Item]) -> list[tuple[Item, Result]]:
        return [(item, work(item)) for item in some]

    def wait_for_some() -> None:
        done = [ready.get()]
        while not ready.empty():
            done.append(ready.get())
        running.difference_update(done)
        finished.extend(chain.from_iterable(future.result() for future in done))

    rest = iter(items)
    with ThreadPoolExecutor(at_a_time) as pool:
        while row := list(islice(rest, in_a_row)):
            try:
                ctx.raise_if_cancelled()
                future = pool.submit(row_of, row)
                running.add(future)
                future.add_done_callback(ready.put)
                if len(running) == at_a_time:
                    wait_for_some()
            except Cancelled as error:
                stopped = error
                break
            if finished and time.monotonic() - told_at >= TELL_SECONDS:
                yield finished
                finished, told_at = [], time.monotonic()
        while running:
            wait_for_some()
    if finished:
        yield finished
    if stopped is not None:
        raise stopped


def _renew(
    library: Library, cache: AnalysisCache, found: Mapping[int, tuple[Written, FactsNow]]
) -> None:
    """Let tracks be as their files are now."""
    renewed = library.record_genres(
        (i, written.stamp_before, written.stamp, facts.genres)
        for i, (written, facts) in found.items()
        if isinstance(facts, OtherGenres)
    )
    moved = [i for i in renewed if found[i][0].stamp != found[i][0].stamp_before]
    rest = [i for i in found if i not in renewed]
    fingerprints = library.fingerprints([*moved, *rest])
    for i in moved:
        written, _ = found[i]
        carry_over(library, cache, i, fingerprints[i], written.stamp_before, written.stamp)
    read: list[tuple[TrackLine, Written, FileFacts]] = []
    for line in library.lines_of(rest):  # none of those whose folder is no longer watched over
        written, facts = found[line.id]
        # The library may have known another file than the one that was written to.
        known = facts_of(path_of(line.location)) if isinstance(facts, OtherGenres) else facts
        if known is not None:
            read.append((line, written, known))
    library.record(
        [
            ScannedFile(os.fsdecode(line.location), line.folder_id, written.stamp, facts)
            for line, written, facts in read
        ]
    )
    for line, written, facts in read:
        # Of another time it may be, and still the same.
        is_known = line.stamp.size == written.stamp_before.size
        if is_known and fingerprints[line.id] == facts.fingerprint and line.stamp != written.stamp:
            carry_over(library, cache, line.id, facts.fingerprint, line.stamp, written.stamp)
