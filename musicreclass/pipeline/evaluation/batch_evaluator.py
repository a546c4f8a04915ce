"""Asking classifiers that are there already about labelled music.

Which of them has learned from that very music can be seen only where its file tells.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.classifiers.predict import answers
from musicreclass.classifiers.runtime import one_thread
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import Analysis
from musicreclass.core.ensemble.log_probs import LogProbs, normalised
from musicreclass.core.job import JobContext
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem, MusicReclassError, problem_with
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze, seconds_per_track
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.evaluation.evaluate_classifier import SILENCE
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.training.data.provenance import TrainingProvenance
from musicreclass.training.measure.comparison import Costs
from musicreclass.training.sources.sorted_files import SortedFile


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What one bundle says of the files that it could hear."""

    loaded: LoadedClassifier
    path: Path
    log_probs: Mapping[str, LogProbs]  # by path; shape (its genres,)
    answering_seconds: float  # a track, hearing it not included


@dataclass(frozen=True, slots=True, eq=False)
class BatchEvaluator:
    """Classifiers are asked one after another; `problems` tells what could not be heard."""

    ctx: JobContext
    analysis_options: AnalysisOptions
    problems: dict[str, FileProblem] = field(default_factory=dict)  # by path

    def ask(self, path: Path, loaded: LoadedClassifier, files: Sequence[SortedFile]) -> Asked:
        """Return what the bundle in `path` says of `files`; `problems` tells of the others.

        Raises:
            Cancelled: the user stopped; what was heard is kept in the cache.
        """
        said: dict[str, LogProbs] = {}
        seconds = 0.0
        outcomes = analyze(
            self._audio_files(files), loaded.bundle.needs, self.ctx, self.analysis_options
        )
        with one_thread(), closing(outcomes):
            for file, outcome in outcomes:
                started = time.perf_counter()
                try:
                    said[file.path] = _answer(loaded, Path(file.path), outcome)
                except FileProblem as problem:
                    self.problems.setdefault(file.path, problem)
                seconds += time.perf_counter() - started
        return Asked(loaded, path, said, seconds / max(1, len(said)))

    def costs(self, asked: Asked, files: Sequence[SortedFile]) -> Costs:
        """Return what it takes to ask it about a track."""
        some = self._audio_files(files)
        analysis_spec = seconds_per_track(
            some, asked.loaded.bundle.needs, self.ctx, log=self.analysis_options.log
        )
        return Costs(
            listening_seconds=None
            if analysis_spec is None
            else analysis_spec + asked.answering_seconds,
            size_bytes=asked.path.stat().st_size,
        )

    def _audio_files(self, files: Sequence[SortedFile]) -> list[AudioFileRef]:
        found = []
        for file in files:
            path = Path(file.path)
            try:
                found.append(AudioFileRef(file.path, FileStamp.of(path), file.facts.fingerprint))
            except OSError:
                self.problems.setdefault(file.path, FileProblem(path, "it is no longer there"))
        return found


def on_one_list(asked: Asked, genres: Sequence[str], files: Sequence[SortedFile]) -> LogProbs:
    """Return answers as shape (n_files, n_genres); a genre that it does not know is never said."""
    own = asked.loaded.calibrator.ensemble.genres
    said = np.full((len(files), len(genres)), -np.inf)
    said[:, [genres.index(genre) for genre in own]] = [asked.log_probs[f.path] for f in files]
    return normalised(said)


def remark_on(name: str, loaded: LoadedClassifier, files: Sequence[SortedFile]) -> str:
    """Return a sentence on whether a classifier was taught some of `files`; "" where it was not."""
    heard = TrainingProvenance.from_training(loaded.bundle.training)
    if heard is None:
        return f"{name} does not say what music it was taught; if it was this, it is flattered."
    count = heard.count({file.path: file.facts.fingerprint for file in files})
    if not count:
        return ""
    return f"{name} was taught {count:,} of these {len(files):,} tracks, and is flattered."


def unfitted(loaded: LoadedClassifier, files: Sequence[SortedFile]) -> list[SortedFile]:
    """Return the files that a classifier was not taught, as far as it says what it was taught."""
    heard = TrainingProvenance.from_training(loaded.bundle.training)
    if heard is None:
        return list(files)
    return [file for file in files if not heard.count({file.path: file.facts.fingerprint})]


def _answer(
    loaded: LoadedClassifier, path: Path, outcome: Analysis | MusicReclassError
) -> LogProbs:
    """Return what a bundle says of a file.

    Raises:
        FileProblem: it could not be heard, or nothing can be said of it.
    """
    if not isinstance(outcome, Analysis):
        raise problem_with(outcome)
    if Remark.SILENT.value in outcome.remarks:
        raise FileProblem(path, SILENCE)
    try:
        said = answers(loaded.bundle, outcome).predictions
    except UnfitSound as unfit:
        raise FileProblem(path, str(unfit)) from unfit
    return loaded.calibrator.ensemble.combine({p.classifier: (p.genres, p.scores) for p in said})
