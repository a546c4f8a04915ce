"""One run over many files: planned, noted in the journal, written, recorded, group by group.

Several files are written at a time: each waits for its disk most of the time.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from musicreclass.core.decision import ReviewState
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.tag_change import ChangeState, FileChange
from musicreclass.core.track import FileFacts, ScannedFile
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, sound_key
from musicreclass.pipeline.writing.plan import WritePlan
from musicreclass.pipeline.writing.tag_calls import TagCalls
from musicreclass.sentences.reason import because
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.patched_bytes import ChangedSince
from musicreclass.tags.safe_write.safe_file import Written, write_safely
from musicreclass.tags.tag_errors import TagError

GROUP = 64  # files whose changes are noted together before the first of them is touched
WRITERS = 2  # files at a time; more take turns with the window rather than with the disk
TELL_SECONDS = 0.5  # so often, what was finished is handed on

_BECAME = {ChangeState.WRITTEN: ReviewState.WRITTEN, ChangeState.UNDONE: ReviewState.UNDONE}

Item = TypeVar("Item")
Result = TypeVar("Result")
Attempt = tuple[Written, FileFacts | None] | FileProblem  # what a file says of itself afterwards


@dataclass(slots=True)
class FileWrites:
    """What stays the same for all files of a run, and how far it is; publishes `FileChange`s."""

    library: Library
    ctx: JobContext
    disk: Disk
    cache: AnalysisCache
    tags: TagCalls
    total: int
    counts: Counter[ChangeState] = field(default_factory=Counter)

    def carry_out(
        self,
        planners: Sequence[Callable[[], WritePlan]],
        note: Callable[[Sequence[WritePlan]], Sequence[WritePlan]],
        goal: ChangeState,
        give_up: Callable[[Sequence[int]], None],
    ) -> None:
        """Bring files to their `goal`, each one that can be.

        Args:
            note: keeps plans in the journal, and returns them with their numbers there.
            give_up: takes changes out of the journal whose files were not touched.

        Raises:
            Cancelled: the user stopped; nothing is half done.
        """
        for start in range(0, len(planners), GROUP):
            noted = note(self._planned(planners[start : start + GROUP]))
            self._publish([plan.change for plan in noted if plan.write is None])
            self._write([plan for plan in noted if plan.write is not None], goal, give_up)

    def _planned(self, planners: Sequence[Callable[[], WritePlan]]) -> list[WritePlan]:
        by_index: dict[int, WritePlan] = {}
        indices = range(len(planners))
        for finished in in_threads(lambda index: planners[index](), indices, self.ctx):
            by_index.update(finished)
        return [by_index[index] for index in indices]

    def _write(
        self,
        plans: Sequence[WritePlan],
        goal: ChangeState,
        give_up: Callable[[Sequence[int]], None],
    ) -> None:
        untouched = {plan.change.id: plan for plan in plans}
        try:
            for finished in in_threads(self._attempt, plans, self.ctx):
                with self.library.in_one_go():
                    changes = [self._recorded(plan.change, tried, goal) for plan, tried in finished]
                self._publish(changes)
                for plan, _ in finished:
                    del untouched[plan.change.id]
        except Cancelled:
            give_up(list(untouched))
            raise

    def _attempt(self, plan: WritePlan) -> Attempt:
        """Write to a file, and look at what it says of itself then."""
        assert plan.write is not None
        try:
            written = write_safely(plan.write, self.disk)
        except ChangedSince as error:
            if plan.write.digest:
                return FileProblem(plan.write.path, because("pipeline.changed_since_written"))
            return error
        except FileProblem as error:
            return error
        return written, self.tags.facts_of(plan.write.path)

    def _recorded(self, change: FileChange, tried: Attempt, goal: ChangeState) -> FileChange:
        if isinstance(tried, FileProblem):
            # What cannot be undone stays written.
            stands = ChangeState.WRITTEN if goal is ChangeState.UNDONE else ChangeState.REFUSED
            self.library.journal.record(change.id, stands, reason=tried.reason)
            return replace(change, state=ChangeState.REFUSED, reason=tried.reason)
        written, facts = tried
        became = replace(change, state=goal, remarks=written.remarks)
        record_outcome(self.library, self.cache, became, written, facts)
        return became

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
    facts: FileFacts | None,
) -> None:
    """Note that a change is in its file, or out of it again: in journal, track and decision.

    What was analyzed of the track goes on to hold, unless the file was not the one analyzed.

    Args:
        facts: what the file says of itself now; None leaves that to the next scan.
    """
    digest = written.digest if change.state is ChangeState.WRITTEN else None
    with library.in_one_go():
        library.journal.record(change.id, change.state, digest=digest)
        library.decisions.mark([change.track_id], _BECAME[change.state])
        if facts is not None:
            _renew(library, cache, change.track_id, written, facts)


def facts_of(path: Path) -> FileFacts | None:
    """Return what a file says of itself, None where it cannot be read: the next scan says why."""
    try:
        return read_facts(path)
    except TagError:
        return None


def in_threads(
    work: Callable[[Item], Result], items: Iterable[Item], ctx: JobContext
) -> Generator[list[tuple[Item, Result]], None, None]:
    """Yield items with their results as they are finished, some at a time.

    When the user stops, what was begun is finished and yielded first.

    Raises:
        Cancelled: the user stopped.
    """
    stopped: Cancelled | None = None
    running: dict[Future[Result], Item] = {}
    finished: list[tuple[Item, Result]] = []
    told_at = time.monotonic()
    with ThreadPoolExecutor(WRITERS) as pool:
        for item in items:
            try:
                ctx.raise_if_cancelled()
                running[pool.submit(work, item)] = item
                if len(running) == WRITERS:
                    finished += _finished(running)
            except Cancelled as error:
                stopped = error
                break
            if finished and time.monotonic() - told_at >= TELL_SECONDS:
                yield finished
                finished, told_at = [], time.monotonic()
        while running:
            finished += _finished(running)
    if finished:
        yield finished
    if stopped is not None:
        raise stopped


def _finished(running: dict[Future[Result], Item]) -> list[tuple[Item, Result]]:
    """Wait for one or more, and take them out."""
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    return [(running.pop(future), future.result()) for future in done]


def _renew(
    library: Library, cache: AnalysisCache, track_id: int, written: Written, facts: FileFacts
) -> None:
    for line in library.lines_of([track_id]):  # none where its folder is no longer watched over
        fingerprint = library.track(track_id).fingerprint
        path = os.fsdecode(line.location)
        library.record([ScannedFile(path, line.folder_id, written.stamp, facts)])
        is_same = line.stamp == written.stamp_before and fingerprint == facts.fingerprint
        if is_same and line.stamp != written.stamp:
            library.predictions.carry_over(track_id, line.stamp, written.stamp)
            library.moves.carry_over(track_id, line.stamp, written.stamp)
            cache.carry_over(
                sound_key(fingerprint, line.stamp), sound_key(fingerprint, written.stamp)
            )
