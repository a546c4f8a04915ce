"""Audio files as they stand: found below paths, known by stamp and fingerprint, and their tags."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from musicreclass.core.job import JobContext
from musicreclass.core.track import FileFacts, FileStamp
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.pipeline.scanning.drives import is_folder, is_there
from musicreclass.pipeline.scanning.walk import FoundFile, Walk
from musicreclass.sentences.reason import because
from musicreclass.tags.fingerprint import fingerprint
from musicreclass.tags.formats import AUDIO_SUFFIXES
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import opened, tag_errors

READ_SECONDS = 30.0  # a file on a sleeping disk takes ten; one that takes longer hangs
CHUNK = 32  # files a child is given at a time; one by one, half the time goes into talking


@dataclass(frozen=True, slots=True)
class AudioFileRef:
    """A file to be analyzed, as it stood when it was looked at."""

    path: str
    stamp: FileStamp
    fingerprint: str

    @classmethod
    def of(cls, path: Path) -> AudioFileRef:
        """Return the file as it stands now.

        Raises:
            FileProblem: it cannot be read.
        """
        with tag_errors(path), opened(path) as file:
            stamp = FileStamp.of(path)
            return cls(str(path), stamp, fingerprint(file, stamp.size))

    def problem(self, error: MusicReclassError) -> FileProblem:
        """Return `error` as something that is wrong with this file."""
        if isinstance(error, FileProblem):
            return error
        return FileProblem(Path(self.path), error.sentence)


def audio_files(paths: Sequence[Path]) -> tuple[list[AudioFileRef], list[FileProblem]]:
    """Return the files at and below `paths`, each once, and those that cannot be read.

    Raises:
        UsageProblem: a path does not exist.
    """
    files: dict[str, AudioFileRef] = {}
    problems: list[FileProblem] = []
    for path in paths:
        for found in _files_at(path):
            if isinstance(found, FileProblem):
                problems.append(found)
                continue
            try:
                files.setdefault(str(found), AudioFileRef.of(found))
            except FileProblem as problem:
                problems.append(problem)
    return list(files.values()), problems


def _files_at(path: Path) -> Iterator[Path | FileProblem]:
    if is_folder(path):
        walk: Iterable[FoundFile | FileProblem] = Walk(str(path), AUDIO_SUFFIXES)
        yield from (Path(f.path) if isinstance(f, FoundFile) else f for f in walk)
    elif is_there(path):
        yield path
    else:
        raise UsageProblem(because("pipeline.no_such_path", path=path))


AnyFile = TypeVar("AnyFile", FoundFile, AudioFileRef)


def read_found(
    files: Iterable[AnyFile], ctx: JobContext, *, workers: int
) -> Generator[tuple[AnyFile, FileFacts | MusicReclassError], None, None]:
    """Yield every file with its tags, or with what is wrong with it, as child processes read them.

    Raises:
        Cancelled: the user stopped.
    """
    return map_in_processes(
        _facts_of,
        files,
        ctx,
        workers=workers,
        seconds_per_item=READ_SECONDS,
        path_of=_path_of,
        chunk=CHUNK,
        most_bytes=TAG_BYTES,
    )


def _facts_of(found: FoundFile | AudioFileRef) -> FileFacts:
    return read_facts(Path(found.path))


def _path_of(found: FoundFile | AudioFileRef) -> Path:
    return Path(found.path)
