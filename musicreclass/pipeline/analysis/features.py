"""The verb `listen`: the features of files wherever they lie, without a library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.analysis.analyze_file import AudioFileRef
from musicreclass.pipeline.analysis.feature_table import Table
from musicreclass.pipeline.scanning.walk import FoundFile, Walk
from musicreclass.tags.errors import tag_errors
from musicreclass.tags.fingerprint import fingerprint
from musicreclass.tags.formats import AUDIO_SUFFIXES

Problems = list[FileProblem]


def measure_files(
    paths: Sequence[Path],
    analysis_spec: AnalysisSpec,
    ctx: JobContext,
    options: AnalysisOptions,
) -> tuple[Table, Problems]:
    """Return the features of all files at and below `paths`, in their order, and what failed.

    Raises:
        UsageProblem: a path does not exist.
        Cancelled: the user stopped; what was heard is kept for the next time.
    """
    files, problems = audio_files(paths)
    features = {}
    for file, outcome in analyze(files, analysis_spec, ctx, options):
        if isinstance(outcome, Analysis) and outcome.features is not None:
            features[file.path] = outcome.features
        elif isinstance(outcome, MusicReclassError):
            problems.append(as_problem(file, outcome))
    return {f.path: features[f.path] for f in files if f.path in features}, problems


def audio_files(paths: Sequence[Path]) -> tuple[list[AudioFileRef], Problems]:
    """Return the files at and below `paths` as they stand, each once, and those that cannot be."""
    files: dict[str, AudioFileRef] = {}
    problems: Problems = []
    for path in paths:
        for found in _files_at(path):
            if isinstance(found, FileProblem):
                problems.append(found)
                continue
            try:
                files.setdefault(str(found), _audio_file(found))
            except FileProblem as problem:
                problems.append(problem)
    return list(files.values()), problems


def _files_at(path: Path) -> Iterator[Path | FileProblem]:
    if path.is_dir():
        walk: Iterable[FoundFile | FileProblem] = Walk(str(path), AUDIO_SUFFIXES)
        yield from (Path(f.path) if isinstance(f, FoundFile) else f for f in walk)
    elif path.exists():
        yield path
    else:
        raise UsageProblem(f"{path} does not exist; give files or folders with music in them.")


def _audio_file(path: Path) -> AudioFileRef:
    with tag_errors(path), path.open("rb") as file:
        stamp = FileStamp.of(path)
        return AudioFileRef(str(path), stamp, fingerprint(file, stamp.size))


def as_problem(file: AudioFileRef, error: MusicReclassError) -> FileProblem:
    """Return `error` as something that is wrong with `file`."""
    return error if isinstance(error, FileProblem) else FileProblem(Path(file.path), str(error))
