"""Classifiers that are there already, side by side on the same music.

Which of them has learned from that very music can be seen only where its file tells.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from musicreclass.audio.waveform import Remark
from musicreclass.classifiers.answering import answers
from musicreclass.classifiers.plain import listed
from musicreclass.classifiers.runtime import one_thread
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.ensemble import common_genres
from musicreclass.core.hearing import Heard
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.log_probs import LogProbs, normalised
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.analyze import analyze
from musicreclass.pipeline.evaluate import SILENCE
from musicreclass.pipeline.genre_folders import Survey, problem_with, survey
from musicreclass.pipeline.heard_cache import HeardCache
from musicreclass.pipeline.listening_time import listening_seconds
from musicreclass.pipeline.panel import Panel, open_panel
from musicreclass.pipeline.pool import default_workers
from musicreclass.training.comparison import (
    Comparison,
    Contestant,
    Costs,
    differences_of,
    rows_of,
)
from musicreclass.training.evaluate import CannotEvaluate
from musicreclass.training.grouping import groups_of
from musicreclass.training.sources.sorted_file import SortedFile


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What one bundle says of the files that it could hear."""

    panel: Panel
    path: Path
    log_probs: Mapping[str, LogProbs]  # by path; shape (its genres,)
    answering_seconds: float  # a track, hearing it not included


@dataclass(frozen=True, slots=True, eq=False)
class _Ears:
    """How files are listened to, and what went wrong with some."""

    surveyed: Survey
    ctx: JobContext
    cache: HeardCache
    workers: int
    log: Path | None
    problems: dict[str, FileProblem] = field(default_factory=dict)  # by path

    def ask(self, path: Path, panel: Panel, files: Sequence[SortedFile]) -> _Asked:
        said: dict[str, LogProbs] = {}
        seconds = 0.0
        outcomes = analyze(
            [self.surveyed.listenable(file) for file in files],
            panel.bundle.needs,
            self.ctx,
            cache=self.cache,
            workers=self.workers,
            log=self.log,
        )
        with one_thread(), closing(outcomes):
            for file, outcome in outcomes:
                started = time.perf_counter()
                try:
                    said[file.path] = _answer(panel, Path(file.path), outcome)
                except FileProblem as problem:
                    self.problems.setdefault(file.path, problem)
                seconds += time.perf_counter() - started
        return _Asked(panel, path, said, seconds / max(1, len(said)))

    def costs(self, asked: _Asked, files: Sequence[SortedFile]) -> Costs:
        some = [self.surveyed.listenable(file) for file in files]
        hearing = listening_seconds(some, asked.panel.bundle.needs, self.ctx, log=self.log)
        return Costs(
            listening_seconds=None if hearing is None else hearing + asked.answering_seconds,
            size_bytes=asked.path.stat().st_size,
        )


def compare_installed(
    folder: Path,
    bundle_files: Sequence[Path],
    ctx: JobContext,
    *,
    cache: HeardCache,
    workers: int = 0,
    log: Path | None = None,
) -> Comparison:
    """Let several bundles classify the music in `folder`, whose folders say of which genre it is.

    Only music counts of genres that all of them know, and that all of them could hear.

    Args:
        workers: how many processes read and listen; 0 for one per core.
        log: where decoders print to.

    Raises:
        UsageProblem: `folder` is no folder.
        ClassifierFileProblem: a file is no bundle that can be used.
        CannotEvaluate: there is no music of a genre that all know, or none can be heard.
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    started = time.monotonic()
    panels = [open_panel(path) for path in bundle_files]
    surveyed = survey(folder, ctx, workers=workers)
    files = _known_to_all(surveyed, panels)
    ears = _Ears(surveyed, ctx, cache, workers or default_workers(), log)
    asked = [ears.ask(path, panel, files) for path, panel in zip(bundle_files, panels, strict=True)]
    heard = [file for file in files if all(file.path in one.log_probs for one in asked)]
    if not heard:
        raise CannotEvaluate(
            f"No file could be heard, such as {next(iter(ears.problems.values()))}."
        )
    genres = common_genres(panel.judge.ensemble.genres for panel in panels)
    truth = np.array([genres.index(file.genre) for file in heard], dtype=np.intp)
    grouping = groups_of([file.origin for file in heard])
    contestants = [
        Contestant(name, _on_one_list(one, genres, heard), ears.costs(one, heard))
        for name, one in zip(_names(bundle_files), asked, strict=True)
    ]
    return Comparison(
        title=f"Classifiers compared on {readable(folder.absolute().name)}",
        rows=rows_of(contestants, truth, genres, grouping.groups),
        differences=differences_of(contestants, truth, grouping.groups),
        n_folds=None,
        grouped_by=dict(grouping.known_by),
        seconds=round(time.monotonic() - started, 3),
        remarks=tuple(_remarks(surveyed, panels, files)),
        left_out=(*surveyed.found.left_out, *ears.problems.values()),
    )


def _known_to_all(surveyed: Survey, panels: Sequence[Panel]) -> list[SortedFile]:
    known = set.intersection(*({*panel.judge.ensemble.genres} for panel in panels))
    files = [file for file in surveyed.found.files if file.genre in known]
    if not files:
        raise CannotEvaluate(
            f"There is no music in {readable(str(surveyed.found.folder))} of a genre that all "
            f"classifiers know; they share {listed(sorted(known), at_most=20) or 'none'}. Name "
            "the folders so, or choose others."
        )
    return files


def _answer(panel: Panel, path: Path, outcome: Heard | MusicReclassError) -> LogProbs:
    """Return what a bundle says of a file.

    Raises:
        FileProblem: it could not be heard, or nothing can be said of it.
    """
    if not isinstance(outcome, Heard):
        raise problem_with(outcome)
    if Remark.SILENT.value in outcome.remarks:
        raise FileProblem(path, SILENCE)
    try:
        said = answers(panel.bundle, outcome).predictions
    except UnfitSound as unfit:
        raise FileProblem(path, str(unfit)) from unfit
    return panel.judge.ensemble.combine({p.classifier: (p.genres, p.scores) for p in said})


def _on_one_list(asked: _Asked, genres: Sequence[str], files: Sequence[SortedFile]) -> LogProbs:
    """Return answers as shape (n_files, n_genres); a genre that it does not know is never said."""
    own = asked.panel.judge.ensemble.genres
    said = np.full((len(files), len(genres)), -np.inf)
    said[:, [genres.index(genre) for genre in own]] = [asked.log_probs[f.path] for f in files]
    return normalised(said)


def _names(bundle_files: Sequence[Path]) -> list[str]:
    """Return how each is called: by its file, or by its whole path where two would be one."""
    stems = Counter(path.stem for path in bundle_files)
    return [readable(path.stem if stems[path.stem] == 1 else str(path)) for path in bundle_files]


def _remarks(
    surveyed: Survey, panels: Sequence[Panel], files: Sequence[SortedFile]
) -> Iterator[str]:
    asked_of = {file.genre for file in files}
    if unknown := [genre for genre in surveyed.found.genres if genre not in asked_of]:
        yield f"Not all of them know {listed(unknown, at_most=20)}; that music is left out."
    yield from surveyed.found.warnings
