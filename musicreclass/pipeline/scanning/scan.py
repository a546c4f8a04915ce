"""Bringing the library up to date with what is on the disk.

Only new and changed files are opened, in child processes. What is found is committed every second:
a killed scan loses that much, and the next one goes on where it stood.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, Folder, Problem, ScannedFile, Track
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem
from musicreclass.library.rows import KnownFile
from musicreclass.library.store import Library
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.pipeline.scanning.audio_files import read_found
from musicreclass.pipeline.scanning.drawn_order import in_drawn_order
from musicreclass.pipeline.scanning.drives import absence, identity_of, is_folder
from musicreclass.pipeline.scanning.leftovers import leftovers_among
from musicreclass.pipeline.scanning.same_file import KeptAnalyses, NoAnalyses, carry_over
from musicreclass.pipeline.scanning.walk import FoundFile, Identity, Walk
from musicreclass.sentences.reason import because
from musicreclass.tags.formats import AUDIO_SUFFIXES

COMMIT_SECONDS = 1.0
COMMIT_FILES = 2_000
PUBLISH_LINES = 1_000  # a table takes in this many between two frames
LOOK_AHEAD = 64  # files looked for while one is read, so that the total is known early
CHECK_EVERY = 32  # files between two checks for Stop, where a window gets Python's lock, too

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ScanSummary:
    """What a scan found, in numbers."""

    files: int
    tracks: int
    new: int
    changed: int
    moved: int
    missing: int
    problems: int
    seconds: float
    leftovers: int = 0  # copies that a crash left, and that nobody is at work on


def scan(
    library_file: Path,
    ctx: JobContext,
    *,
    paths: Sequence[Path] = (),
    workers: int = 0,
    follow_symlinks: bool = True,
    open_cache: Callable[[], KeptAnalyses] = NoAnalyses,
) -> ScanSummary:
    """Bring the tracks below `paths` up to date, or those of all folders of the library.

    Paths that the library does not watch over yet are added to it. Batches of `TrackLine` are
    published as they are committed.

    Args:
        workers: how many processes read files; 0 for one per core.
        open_cache: gives what was analyzed, to hold on where only the time of a file is another.

    Raises:
        UsageProblem: a path is no folder.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; all that was read until then is kept.
    """
    with Library(library_file) as library:
        roots = _roots(library, paths)
        run = ScanRun(
            library, ctx, workers or default_workers(), follow_symlinks, library.known_files()
        )
        run.open_cache = open_cache
        for folder, root in roots:
            run.scan_root(folder, root)
        return run.summary()


def _roots(library: Library, paths: Sequence[Path]) -> list[tuple[Folder, str]]:
    if not paths:
        return [(folder, str(folder.path)) for folder in library.folders()]
    for path in paths:
        if not is_folder(path):
            raise UsageProblem(because("pipeline.not_a_folder", path=path))
    added = [(library.add_folder(path), path) for path in paths]
    return [(folder, _below(folder, path)) for folder, path in added]


def _below(folder: Folder, path: Path) -> str:
    """Return `path` as the name it has below `folder`, which may be reached by a link."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100, links keep the names people know
    if absolute == folder.path or folder.path in absolute.parents:
        return str(absolute)
    return os.path.realpath(path)


@dataclass(slots=True)
class ScanRun:
    """One scan while it runs: what it has met, and what it found out."""

    library: Library
    ctx: JobContext
    workers: int
    follow_symlinks: bool
    unseen: dict[str, KnownFile]  # known files not met yet in this scan
    started: float = field(default_factory=time.monotonic)
    found_count: int = 0
    read_count: int = 0
    new: int = 0
    changed: int = 0
    moved: set[int] = field(default_factory=set)
    missing: int = 0
    back: list[int] = field(default_factory=list)  # tracks to be marked as found
    problems: list[Problem] = field(default_factory=list)
    leftovers: int = 0
    read: list[ScannedFile] = field(default_factory=list)  # not committed yet
    committed_at: float = field(default_factory=time.monotonic)
    same_size: dict[str, KnownFile] = field(default_factory=dict)  # and another time, by path
    open_cache: Callable[[], KeptAnalyses] = NoAnalyses
    cache: KeptAnalyses | None = None  # once it is needed

    def scan_root(self, folder: Folder, root: str) -> None:
        """Bring the tracks below `root` up to date."""
        walk = Walk(root, AUDIO_SUFFIXES, self.follow_symlinks)
        self.take_in(folder, walk, lambda path: _is_below(path, root))

    def take_in(self, folder: Folder, walk: Walk, covers: Callable[[str], bool]) -> None:
        """Bring the tracks up to date which `walk` finds, or which it should find.

        Args:
            covers: says of a path whether the walk would find what is there.
        """
        problems_before, identity = len(self.problems), identity_of(walk.root)
        to_read = _looking_ahead(self._files_to_read(walk, folder))
        read = partial(read_found, ctx=self.ctx, workers=self.workers)
        outcomes = in_drawn_order(to_read, read)
        try:
            for found, outcome in outcomes:
                self._take(folder, found, outcome)
        finally:
            outcomes.close()
            self._commit(folder)
        self._note_absence(folder, walk, covers, identity)
        self._note_missing(folder, covers, walk.closed)
        left = leftovers_among(self.library.path, walk.unfinished, folder.id)
        self.leftovers += len(left)
        self._note_problems(covers, [*self.problems[problems_before:], *left])

    def summary(self) -> ScanSummary:
        folders = self.library.folders()
        return ScanSummary(
            files=self.found_count,
            tracks=sum(folder.track_count - folder.missing_count for folder in folders),
            new=self.new,
            changed=self.changed,
            moved=len(self.moved),
            missing=self.missing,
            problems=len(self.problems),
            seconds=round(time.monotonic() - self.started, 3),
            leftovers=self.leftovers,
        )

    def _files_to_read(self, walk: Walk, folder: Folder) -> Iterator[FoundFile]:
        """Yield the files that are new or changed; note what is as it was."""
        for found in walk:
            if isinstance(found, FileProblem):
                self._note(folder, found)
                continue
            self.found_count += 1
            if self.found_count % CHECK_EVERY == 0:
                self._report(found.path)
                self.ctx.raise_if_cancelled()
            known = self.unseen.pop(found.path, None)
            if known is None or known.stamp != found.stamp:
                if known is not None and known.size == found.stamp.size:
                    self.same_size[found.path] = known
                yield found
                continue
            self.read_count += 1
            if known.is_missing or known.folder_id != folder.id:
                self.back.append(known.id)

    def _take(
        self, folder: Folder, found: FoundFile, outcome: FileFacts | MusicReclassError
    ) -> None:
        self.read_count += 1
        if isinstance(outcome, FileFacts):
            self.read.append(ScannedFile(found.path, folder.id, found.stamp, outcome))
        elif isinstance(outcome, FileProblem):
            self._note(folder, outcome)
        else:
            raise outcome
        self._report(found.path)
        waited = time.monotonic() - self.committed_at
        if waited >= COMMIT_SECONDS or len(self.read) >= COMMIT_FILES:
            self._commit(folder)

    def _commit(self, folder: Folder) -> None:
        same_sound = list(self._same_sound())
        recorded = self.library.record(self.read)
        for known, before, file in same_sound:
            if self.cache is None:
                self.cache = self.open_cache()
            stamps = known.stamp, file.stamp
            carry_over(self.library, self.cache, known.id, before.fingerprint, *stamps)
        self.library.mark_found(self.back, folder.id)
        touched = (*recorded.ids, *self.back)
        self.new += len(recorded.new)
        self.changed += len(recorded.changed)
        self.changed -= sum(before.tags == file.facts.tags for _, before, file in same_sound)
        self.moved.update(recorded.moved)
        self.read, self.back = [], []
        self.committed_at = time.monotonic()
        self._publish(touched)

    def _same_sound(self) -> Iterator[tuple[KnownFile, Track, ScannedFile]]:
        """Yield the files read whose sound is as it was: only their time is another, or tags are.

        With them come what was known of the file, and of the track.
        """
        for file in self.read:
            if (known := self.same_size.pop(file.path, None)) is not None:
                before = self.library.track(known.id)
                if before.fingerprint == file.facts.fingerprint:
                    yield known, before, file

    def _publish(self, track_ids: Sequence[int]) -> None:
        for start in range(0, len(track_ids), PUBLISH_LINES):
            self.ctx.publish(self.library.lines_of(track_ids[start : start + PUBLISH_LINES]))

    def _note(self, folder: Folder, problem: FileProblem) -> None:
        self.problems.append(Problem(problem.path, problem.reason, folder.id))

    def _note_absence(
        self, folder: Folder, walk: Walk, covers: Callable[[str], bool], identity: Identity | None
    ) -> None:
        """Take a folder for closed whose drive seems to be away, where tracks were expected."""
        if walk.root in walk.closed:
            return
        expected = (path for path, known in self.unseen.items() if not known.is_missing)
        is_same = identity_of(walk.root) == identity
        why = absence(walk.root) if is_same else because("pipeline.drive_went_away")
        if why is not None and any(map(covers, expected)):
            walk.closed.append(walk.root)
            self._note(folder, FileProblem(Path(walk.root), why))

    def _note_missing(
        self, folder: Folder, covers: Callable[[str], bool], closed: Sequence[str]
    ) -> None:
        """Mark what should have been met, but for folders that could not be read."""
        gone = [
            known.id
            for path, known in self.unseen.items()
            if known.folder_id == folder.id
            and covers(path)
            and not any(_is_below(path, closed_one) for closed_one in closed)
            and known.id not in self.moved
            and not known.is_missing
        ]
        self.library.mark_missing(gone)
        self.missing += len(gone)
        self._publish(gone)

    def _note_problems(self, covers: Callable[[str], bool], noted: Sequence[Problem]) -> None:
        old = (str(p.path) for p in self.library.problems(with_hidden=True))
        self.library.replace_problems(noted, [path for path in old if covers(path)])

    def _report(self, path: str) -> None:
        self.ctx.report(Progress(self.read_count, self.found_count, readable(path)))


def _looking_ahead(items: Iterable[Item]) -> Iterator[Item]:
    """Yield `items`, drawing some more for each one taken."""
    source = iter(items)
    waiting: deque[Item] = deque()
    while True:
        waiting.extend(islice(source, LOOK_AHEAD))
        if not waiting:
            return
        yield waiting.popleft()


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
