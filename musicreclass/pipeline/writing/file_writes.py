"""Writing to many files at a time: each waits for its disk most of the time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from musicreclass.core.job import JobContext
from musicreclass.core.tag_change import GenreChange, WriteChoices, growth, reversed_patches
from musicreclass.core.track import FileFacts, FileStamp, TrackLine
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.library.journal import KeptChange
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.patched_bytes import ChangedSince
from musicreclass.tags.safe_write.safe_file import (
    SafeWrite,
    Written,
    inspect,
    reads_back,
    write_safely,
)
from musicreclass.tags.tag_errors import TagError, WriteRefused
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import genre_change, genre_edit

WRITERS = 2  # files at a time; more take turns with the window rather than with the disk
TELL_SECONDS = 0.5  # so often, what was finished is handed on

PRUNED = "its old bytes are no longer kept; only its genre can be restored"
CHANGED_SINCE = "another program changed it since it was written; only its genre can be restored"

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ready:
    """A write that nothing stands against so far."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    stamp: FileStamp  # of the file before
    order: SafeWrite


@dataclass(frozen=True, slots=True)
class Attempt:
    """How a write went; where it was refused, the file is as it was."""

    written: Written | None
    facts: FileFacts | None = None  # of the file afterwards
    reason: str = ""  # why it was refused


def foreseen(
    line: TrackLine,
    genres: tuple[str, ...],
    choices: WriteChoices,
    disk: Disk,
) -> GenreChange:
    """Return what writing would do to a track's file, as far as can be told cheaply.

    Raises:
        FileProblem: it would be refused.
    """
    path = Path(os.fsdecode(line.location))
    inspect(path, disk, stamp=line.stamp, part_links=choices.parts_links)
    return genre_change(path, genres, choices)


def ready_to_write(
    line: TrackLine,
    genres: tuple[str, ...],
    choices: WriteChoices,
    disk: Disk,
) -> Ready:
    """Return the write that gives a track's file these genres.

    Raises:
        FileProblem: it is refused.
    """
    path = Path(os.fsdecode(line.location))
    return _genre_write(path, genres, choices, disk, stamp=line.stamp)


def ready_to_undo(change: KeptChange, disk: Disk) -> Ready:
    """Return the write that gives a file back the bytes that it had.

    Raises:
        FileProblem: it is refused.
    """
    if change.patches is None:
        raise WriteRefused(change.path, PRUNED)
    back = reversed_patches(change.patches)
    order = SafeWrite(
        change.path,
        back,
        reads_back(change.path, back, change.digest),
        digest=change.digest,
        modified_ns=change.stamp.mtime_ns,
    )
    _, was = inspect(change.path, disk, growing=growth(back))
    return Ready(change.after, change.before, FileStamp.of_stat(was), order)


def ready_to_restore(change: KeptChange, choices: WriteChoices, disk: Disk) -> Ready:
    """Return the write that gives a file the genre that it had, whatever else is in it now.

    Raises:
        FileProblem: it is refused.
    """
    return _genre_write(change.path, change.before, choices, disk)


def attempt(ready: Ready, disk: Disk) -> Attempt:
    """Write to a file, and look at what it says of itself then."""
    path = ready.order.path
    try:
        written = write_safely(ready.order, disk)
    except ChangedSince as error:
        return Attempt(None, reason=CHANGED_SINCE if ready.order.digest else str(error.reason))
    except FileProblem as error:
        return Attempt(None, reason=str(error.reason))
    return Attempt(written, facts_of(path))


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


def _genre_write(
    path: Path,
    genres: tuple[str, ...],
    choices: WriteChoices,
    disk: Disk,
    *,
    stamp: FileStamp | None = None,
) -> Ready:
    """Return a write by the patches of the file as it is.

    Args:
        stamp: that the file must bear; None: any.
    """
    _, was = inspect(path, disk, stamp=stamp, part_links=choices.parts_links)
    found = FileStamp.of_stat(was)
    edit = genre_edit(path, genres, choices)
    order = SafeWrite(
        path,
        edit.patches,
        partial(check_written, edit=edit),
        found,
        modified_ns=was.st_mtime_ns if choices.keep_times else None,
        part_links=choices.parts_links,
    )
    return Ready(edit.change.before, edit.change.after, found, order)
