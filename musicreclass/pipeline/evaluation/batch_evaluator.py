"""Batch evaluation: what loaded classifiers say of labelled files, one after another.

Which of them was trained on those very files can be seen only where its own file tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from musicreclass.core.ensemble.log_probs import LogProbs, normalised
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.job import JobContext
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import seconds_per_track
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.classification.predict_files import Speed, predict_files
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.provenance import TrainingProvenance
from musicreclass.training.measure.comparison import Costs
from musicreclass.training.sources.sorted_files import SortedFile


@dataclass(frozen=True, slots=True, eq=False)
class TrackAnswer:
    """What a classifier says of one file."""

    log_probs: LogProbs  # shape (its genres,)
    verdict: Verdict
    spared_count: int  # networks that were not asked


@dataclass(frozen=True, slots=True, eq=False)
class BatchAnswers:
    """What a classifier says of the files that it could be asked about."""

    loaded: LoadedClassifier
    path: Path
    by_path: Mapping[str, TrackAnswer]
    seconds_per_track: float  # analysis not included

    def on_one_list(self, genres: Sequence[str], files: Sequence[SortedFile]) -> LogProbs:
        """Return its answers as shape (n_files, n_genres); a genre it does not know never comes."""
        said = np.full((len(files), len(genres)), -np.inf)
        known = [genres.index(genre) for genre in self.loaded.genres]
        said[:, known] = [self.by_path[file.path].log_probs for file in files]
        return normalised(said)


@dataclass(frozen=True, slots=True, eq=False)
class BatchEvaluator:
    """Asks classifiers about labelled files; `problems` tells of those that cannot be used."""

    ctx: JobContext
    options: AnalysisOptions
    problems: dict[str, FileProblem] = field(default_factory=dict)  # by path

    def ask(
        self,
        path: Path,
        loaded: LoadedClassifier,
        files: Sequence[SortedFile],
        speed: Speed = "thorough",
    ) -> BatchAnswers:
        """Return what the classifier in `path` says of `files`.

        Raises:
            Cancelled: the user stopped; what was analyzed is kept in the cache.
        """
        answers: dict[str, TrackAnswer] = {}
        seconds = 0.0
        there = self._audio_files(files)
        with closing(predict_files(loaded, there, self.ctx, self.options, speed=speed)) as found:
            for file, one in found:
                if isinstance(one, FileProblem):
                    self.problems.setdefault(file.path, one)
                    continue
                seconds += one.seconds
                if one.is_silent:
                    silence = FileProblem(one.path, because("pipeline.nothing_but_silence"))
                    self.problems.setdefault(file.path, silence)
                else:
                    log_probs = loaded.log_probs(one.predictions)
                    answers[file.path] = TrackAnswer(
                        log_probs, one.suggestion.verdict, one.spared_count
                    )
        return BatchAnswers(loaded, path, answers, seconds / max(1, len(answers)))

    def costs(self, answers: BatchAnswers, files: Sequence[SortedFile]) -> Costs:
        """Return what it takes to ask that classifier about a track."""
        needs, log = answers.loaded.needs, self.options.log
        seconds = seconds_per_track(self._audio_files(files), needs, self.ctx, log=log)
        return Costs(
            analysis_seconds=None if seconds is None else seconds + answers.seconds_per_track,
            size_bytes=answers.path.stat().st_size,
        )

    def _audio_files(self, files: Sequence[SortedFile]) -> list[AudioFileRef]:
        found = []
        for file in files:
            path = Path(file.path)
            try:
                found.append(AudioFileRef(file.path, FileStamp.of(path), file.facts.fingerprint))
            except OSError:
                gone = FileProblem(path, because("pipeline.no_longer_there"))
                self.problems.setdefault(file.path, gone)
        return found


def provenance_remark(
    name: str, loaded: LoadedClassifier, files: Sequence[SortedFile]
) -> Reason | None:
    """Return what is to be said where a classifier was, or may have been, trained on `files`."""
    provenance = TrainingProvenance.from_training(loaded.bundle.training)
    if provenance is None:
        return because("pipeline.unknown_provenance", name=name)
    count = provenance.count({file.path: file.facts.fingerprint for file in files})
    if not count:
        return None
    return because("pipeline.trained_on_these", name=name, count=count, total=len(files))


def is_silent_on_training(loaded: LoadedClassifier) -> bool:
    """Say whether a classifier does not tell what it was trained on."""
    return TrainingProvenance.from_training(loaded.bundle.training) is None


def unfamiliar(loaded: LoadedClassifier, files: Sequence[SortedFile]) -> list[SortedFile]:
    """Return the files that a classifier was not trained on, as far as it tells."""
    provenance = TrainingProvenance.from_training(loaded.bundle.training)
    if provenance is None:
        return list(files)
    return [file for file in files if not provenance.is_of(file.path, file.facts.fingerprint)]
