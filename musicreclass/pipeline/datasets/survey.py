"""Survey of labelled music before it is analyzed: genre folders on disk, decisions of a library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from musicreclass.core.decision import ReviewState
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, FileStamp
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem, problem_with
from musicreclass.library.connection import require
from musicreclass.library.store import Library
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.pipeline.scanning.audio_files import CHUNK, AudioFileRef, read_found
from musicreclass.pipeline.scanning.walk import FoundFile, Walk
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.formats import AUDIO_SUFFIXES
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.split import check_splittable
from musicreclass.training.sources.concerns import Concern
from musicreclass.training.sources.folders import GenreFolders, GenreRow, genre_rows, sort_by_folder
from musicreclass.training.sources.genre_claims import ClaimSources
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_files import SortedFile
from musicreclass.training.sources.trainable import CannotTrain


class FolderVanished(MusicReclassError):
    """The folder went away while it was worked on, and with it who knows which files."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The labelled files of a folder or a library, ready to be analyzed."""

    found: GenreFolders
    stamps: Mapping[str, FileStamp]  # by path
    facts: tuple[tuple[str, FileFacts], ...]  # of all that could be read, by path

    def audio_file(self, file: SortedFile) -> AudioFileRef:
        return AudioFileRef(file.path, self.stamps[file.path], file.facts.fingerprint)

    def check(self) -> None:
        """Make sure that it can be trained on, before hours are spent on its analysis.

        Raises:
            CannotTrain: there is too little music, or one genre only.
            CannotSplit: all of it is by one artist or of one album.
        """
        self.found.check_trainable()
        check_splittable(groups_of([file.origin for file in self.found.files]).groups)

    def under(self, mapping: GenreMapping) -> Survey:
        """Return the same files with their folders standing for what `mapping` says.

        Raises:
            MappingProblem: it speaks of folders that hold no music.
        """
        old = self.found
        found = sort_by_folder(
            old.folder, self.facts, taxonomy_in_use(), old.unreadable, mapping, old.claim_sources
        )
        return replace(self, found=found)


def survey(
    folder: Path,
    ctx: JobContext,
    *,
    workers: int = 0,
    mapping: GenreMapping | None = None,
    by_folders: bool = True,
    by_tags: bool = False,
    decided: DecidedFiles | None = None,
) -> Survey:
    """Look through `folder`, whose folders are genres, without analyzing anything.

    Args:
        workers: how many processes read files; 0 for one per core.
        mapping: what the folders stand for; what their names say if left out.
        by_tags: genre tags count, too, and before the folders.
        by_folders: the folders count.
        decided: files of a library that a person has decided on; those elsewhere count as well.

    Raises:
        UsageProblem: `folder` is no folder, or `mapping` was made for another one.
        Cancelled: the user stopped.
    """
    read = read_folder(folder, ctx, workers=workers)
    decided = decided or DecidedFiles()
    claim_sources = ClaimSources(by_folders, by_tags, decided.genres)
    stamps, facts = dict(read.stamps), list(read.facts)
    here = {str(Path(path).absolute()) for path, _ in facts}
    for path, elsewhere in decided.facts.items():
        if path not in here:
            facts.append((path, elsewhere))
            stamps[path] = decided.stamps[path]
    facts.sort(key=lambda item: item[0])
    problems = (*read.problems, *decided.problems)
    found = sort_by_folder(folder, facts, taxonomy_in_use(), problems, mapping, claim_sources)
    return Survey(found, stamps, tuple(facts))


def survey_of_decisions(library_file: Path, decided: DecidedFiles) -> Survey:
    """Return what a person has decided on, whatever folders it lies in."""
    claim_sources = ClaimSources(by_folders=False, decisions=decided.genres)
    facts = tuple(sorted(decided.facts.items()))
    found = sort_by_folder(
        library_file, facts, taxonomy_in_use(), decided.problems, claim_sources=claim_sources
    )
    return Survey(found, decided.stamps, facts)


@dataclass(frozen=True, slots=True)
class TrainingTable:
    """A survey as a person looks it over and edits it before a training."""

    survey: Survey
    rows: tuple[GenreRow, ...]
    concerns: tuple[Concern, ...]
    blocker: Reason | None  # why nothing can be trained on it as it stands


def training_table(surveyed: Survey) -> TrainingTable:
    """Return the table of a survey; after an edit, that of `surveyed.under(mapping)`."""
    found = surveyed.found
    try:
        found.check_trainable()
        blocker = None
    except CannotTrain as error:
        blocker = error.sentence
    return TrainingTable(surveyed, genre_rows(found, taxonomy_in_use()), found.concerns, blocker)


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """The files below a folder, with what they say of themselves."""

    facts: tuple[tuple[str, FileFacts], ...]  # by path
    problems: tuple[FileProblem, ...]
    stamps: Mapping[str, FileStamp]  # by path


def read_folder(folder: Path, ctx: JobContext, *, workers: int = 0) -> ReadFolder:
    """Read what all files below `folder` say of themselves.

    Raises:
        UsageProblem: `folder` is no folder.
        Cancelled: the user stopped.
    """
    if not folder.is_dir():
        raise UsageProblem(because("pipeline.no_folder_of_genres", folder=folder))
    files, problems = _walked(folder, ctx)
    facts, unreadable = read_files(files, ctx, workers)
    check_still_there(folder)
    stamps = {file.path: file.stamp for file in files}
    return ReadFolder(tuple(facts), (*problems, *unreadable), stamps)


def read_files(
    files: Sequence[FoundFile], ctx: JobContext, workers: int = 0
) -> tuple[list[tuple[str, FileFacts]], list[FileProblem]]:
    """Return what files say of themselves, by path, and those that cannot be read.

    Raises:
        Cancelled: the user stopped.
    """
    facts: list[tuple[str, FileFacts]] = []
    problems: list[FileProblem] = []
    enough = min(workers or default_workers(), 1 + len(files) // CHUNK)
    with closing(read_found(files, ctx, workers=enough)) as outcomes:
        for done, (file, outcome) in enumerate(outcomes, start=1):
            ctx.report(Progress(done, len(files), readable(file.path)))
            if isinstance(outcome, FileFacts):
                facts.append((file.path, outcome))
            else:
                problems.append(problem_with(outcome))
    return sorted(facts, key=lambda item: item[0]), problems


def check_still_there(folder: Path) -> None:
    """Make sure that a folder is still there: half of its music is not what is wanted.

    Raises:
        FolderVanished: it did.
    """
    if not folder.exists():
        raise FolderVanished(because("pipeline.folder_vanished", folder=readable(str(folder))))


def _walked(folder: Path, ctx: JobContext) -> tuple[list[FoundFile], list[FileProblem]]:
    files: list[FoundFile] = []
    problems: list[FileProblem] = []
    for found in Walk(str(folder), AUDIO_SUFFIXES):
        ctx.raise_if_cancelled()
        if isinstance(found, FileProblem):
            problems.append(found)
        else:
            files.append(found)
    return files, problems


STAND = frozenset({ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.WRITTEN})


@dataclass(frozen=True, slots=True)
class DecidedFiles:
    """Files by their absolute paths, each with the genre that a person gave it."""

    genres: Mapping[str, str] = field(default_factory=dict)  # the main one of several
    facts: Mapping[str, FileFacts] = field(default_factory=dict)
    stamps: Mapping[str, FileStamp] = field(default_factory=dict)
    problems: tuple[FileProblem, ...] = ()


def decided_files(library_file: Path, ctx: JobContext) -> DecidedFiles:
    """Return what was accepted, changed or written in a library, as its last scan saw it.

    Raises:
        LibraryProblem: there is none, or it cannot be used.
        Cancelled: the user stopped.
    """
    genres: dict[str, str] = {}
    facts: dict[str, FileFacts] = {}
    stamps: dict[str, FileStamp] = {}
    problems: list[FileProblem] = []
    require(library_file)
    with Library(library_file) as library:
        decided = [
            (track_id, line.genres[0])
            for batch in library.decisions.lines()
            for track_id, line in batch
            if line.state in STAND
        ]
        for done, (track_id, genre) in enumerate(decided, start=1):
            ctx.raise_if_cancelled()
            track = library.track(track_id)
            ctx.report(Progress(done, len(decided), track.shown_title))
            if track.is_missing:
                problems.append(FileProblem(track.path, because("pipeline.moved_away")))
                continue
            path = str(track.path)
            genres[path], stamps[path] = genre, track.stamp
            facts[path] = FileFacts(track.stream, track.tags, track.fingerprint)
    return DecidedFiles(genres, facts, stamps, tuple(problems))
