"""The calls that take a whole tag to pieces: made here where it is small, else in a child.

A tag may hold a hundred thousand frames, or frames that grow. Whoever writes it must not stand
still or run out of memory: the child is ended, the file refused with the reason, and the run goes
on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from musicreclass.core.job import ForwardingContext, JobContext, QuietContext
from musicreclass.core.tag_change import GenreEdit, WriteChoices
from musicreclass.core.track import FileFacts
from musicreclass.errors import FileProblem
from musicreclass.pipeline.processes.limited_calls import LimitedCalls
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.safe_file import Check
from musicreclass.tags.tag_size import is_heavy
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import GenresFor, genre_edit

Result = TypeVar("Result")

HEAVY_SECONDS = 60.0  # for one of the calls; 100,000 frames take six on a busy machine


class _Unstoppable(ForwardingContext):
    """Lets what was begun come to its end: a file is being written meanwhile."""

    def raise_if_cancelled(self) -> None:
        return


@dataclass(slots=True)
class TagCalls:
    """What a run over many files asks of tags. Whoever has it stops it. For any thread."""

    ctx: JobContext
    _children: LimitedCalls = field(default_factory=lambda: LimitedCalls(HEAVY_SECONDS, TAG_BYTES))

    def genre_edit(
        self, path: Path, genres: Sequence[str] | GenresFor, choices: WriteChoices
    ) -> GenreEdit:
        """Return the patches that give a file `genres`; see `genre_edit` of the tags.

        Raises:
            TagError: as that.
            FileProblem: it takes too much time or memory.
            Cancelled: the user stopped.
        """
        if not is_heavy(path):
            return genre_edit(path, genres, choices)
        if callable(genres):  # it knows all genres there are, and stays here
            as_it_is = self._in_child(path, partial(genre_edit, path, _none, choices), self.ctx)
            wanted = genres(as_it_is.change.before)
            if wanted is None:
                return as_it_is
            genres = tuple(wanted)
        return self._in_child(path, partial(genre_edit, path, genres, choices), self.ctx)

    def check(self, edit: GenreEdit) -> Check:
        """Return the check of a changed copy; see `check_written`."""
        path = edit.change.path
        if not edit.patches or not is_heavy(path):
            return partial(check_written, edit=edit)

        def check(old: BinaryIO, new: BinaryIO) -> None:
            call = partial(_check_files, os.fspath(old.name), os.fspath(new.name), edit)
            self._in_child(path, call, _Unstoppable(self.ctx))

        return check

    def facts_of(self, path: Path) -> FileFacts | None:
        """Return what a file says of itself, None where it cannot be read: a scan says why."""
        try:
            if not is_heavy(path):
                return read_facts(path)
            return self._in_child(path, partial(read_facts, path), _Unstoppable(self.ctx))
        except FileProblem:
            return None

    def stop(self) -> None:
        self._children.stop()

    def _in_child(self, path: Path, call: Callable[[], Result], ctx: JobContext) -> Result:
        return self._children.result_of(path, call, ctx)


class HeavyTag(Exception):
    """A tag is to be taken to pieces by a child, and this process may have none."""


class LightTagCalls(TagCalls):
    """The calls of a process that may have no children."""

    def __init__(self) -> None:
        TagCalls.__init__(self, QuietContext())

    def _in_child(self, path: Path, call: Callable[[], Result], ctx: JobContext) -> Result:
        raise HeavyTag


@contextmanager
def closing_calls(ctx: JobContext) -> Iterator[TagCalls]:
    """Have `TagCalls` for as long as the context lasts."""
    calls = TagCalls(ctx)
    try:
        yield calls
    finally:
        calls.stop()


def _none(genres: tuple[str, ...]) -> None:
    """Want nothing of a file: only what it has is to be known."""


def _check_files(old_path: str, new_path: str, edit: GenreEdit) -> None:
    with Path(old_path).open("rb") as old, Path(new_path).open("rb") as new:
        check_written(old, new, edit)
