"""A folder of genre folders as it stands on the disk: found, read, and sorted by genre."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, FileStamp
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem
from musicreclass.pipeline.hear import Listenable
from musicreclass.pipeline.pool import default_workers, map_in_processes
from musicreclass.pipeline.walk import FoundFile, Walk
from musicreclass.tags.formats import AUDIO_SUFFIXES
from musicreclass.tags.read import read_facts
from musicreclass.training.sources.folders import GenreFolders, SortedFile, sort_by_folder

READ_SECONDS = 30.0  # as long as a scan waits for a file
CHUNK = 32  # files a child is given at a time


@dataclass(frozen=True, slots=True)
class Survey:
    """What a folder of genre folders holds, ready to be heard."""

    found: GenreFolders
    stamps: Mapping[str, FileStamp]  # by path

    def listenable(self, file: SortedFile) -> Listenable:
        return Listenable(file.path, self.stamps[file.path], file.facts.fingerprint)


def survey(folder: Path, ctx: JobContext, *, workers: int = 0) -> Survey:
    """Look through `folder`, whose folders are genres, without listening to anything.

    Args:
        workers: how many processes read files; 0 for one per core.

    Raises:
        UsageProblem: `folder` is no folder.
        Cancelled: the user stopped.
    """
    if not folder.is_dir():
        raise UsageProblem(f"{folder} is not a folder; give one that holds a folder per genre.")
    files, problems = _looked_at(folder, ctx)
    facts: list[tuple[str, FileFacts]] = []
    with closing(_read(files, ctx, workers or default_workers())) as outcomes:
        for done, (file, outcome) in enumerate(outcomes, start=1):
            ctx.report(Progress(done, len(files), readable(file.path)))
            if isinstance(outcome, FileFacts):
                facts.append((file.path, outcome))
            else:
                problems.append(problem_with(outcome))
    taxonomy = Taxonomy.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))
    found = sort_by_folder(folder, facts, taxonomy, problems)
    return Survey(found, {file.path: file.stamp for file in files})


def problem_with(error: MusicReclassError) -> FileProblem:
    """Return what is wrong with one file; an error that is about no file ends the run."""
    if not isinstance(error, FileProblem):
        raise error
    return error


def _looked_at(folder: Path, ctx: JobContext) -> tuple[list[FoundFile], list[FileProblem]]:
    files: list[FoundFile] = []
    problems: list[FileProblem] = []
    for found in Walk(str(folder), AUDIO_SUFFIXES):
        ctx.raise_if_cancelled()
        if isinstance(found, FileProblem):
            problems.append(found)
        else:
            files.append(found)
    return files, problems


def _read(
    files: list[FoundFile], ctx: JobContext, workers: int
) -> Generator[tuple[FoundFile, FileFacts | MusicReclassError], None, None]:
    return map_in_processes(
        _facts_of,
        files,
        ctx,
        workers=min(workers, 1 + len(files) // CHUNK),
        seconds_per_item=READ_SECONDS,
        path_of=_path_of,
        chunk=CHUNK,
    )


def _facts_of(found: FoundFile) -> FileFacts:
    return read_facts(Path(found.path))


def _path_of(found: FoundFile) -> Path:
    return Path(found.path)
