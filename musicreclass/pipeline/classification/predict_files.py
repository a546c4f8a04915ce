"""What one loaded classifier says: of files, and of tracks that are analyzed already."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.classifiers.predict import Answered, predict
from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.analysis import Analysis
from musicreclass.core.ensemble.log_probs import LogProbs, UnusableScores
from musicreclass.core.ensemble.prediction import Prediction, Suggestion
from musicreclass.core.job import JobContext
from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.library.encodings import EncodedRow
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.classification.sound_tagging import SoundTagging
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.sentences.reason import Reason, as_said, together
from musicreclass.training.data.labelled_tracks import LabelledTracks

Speed = Literal["thorough", "fast"]

# From here on, the costly classifiers are not asked for the sake of speed. Out of fold, on the
# 1,279 tracks that the box was trained on, that spares 26 % of them and costs 0.1 points of
# accuracy (95 %: up to 0.4); 612 tracks are sure instead of 674, and 90 % of those are right as
# before. From 0.4 on it would spare 42 % for as little accuracy, but no more than 463 would be
# sure; from 0.9 on it would spare 0.1 %.
FAST_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Classified:
    """What is said of one file."""

    path: Path
    suggestion: Suggestion
    predictions: tuple[Prediction, ...]
    problem: Reason | None = None  # with networks that could not answer
    remarks: tuple[Reason, ...] = ()  # on the sound, for people
    spared_count: int = 0  # classifiers that were not asked
    seconds: float = 0.0  # that predicting took, analysis not included
    encoded: EncodedRow | None = None
    sound_tags: TrackTags = NO_TAGS

    @property
    def is_silent(self) -> bool:
        return any(prediction.is_silent for prediction in self.predictions)


def predict_files(
    loaded: LoadedClassifier,
    files: Sequence[AudioFileRef],
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
    tagging: SoundTagging | None = None,
) -> Generator[tuple[AudioFileRef, Classified | FileProblem], None, None]:
    """Yield every file with what is said of it, or with what is wrong with it, as it is finished.

    Networks answer in the calling thread while child processes decode ahead.

    Raises:
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    spec = loaded.needs
    if tagging is not None and tagging.own is not None:
        spec = replace(spec, features=True)
    outcomes = analyze(files, spec, ctx, options)
    with one_thread(), closing(outcomes):
        predictor = _Predictor(loaded, speed, tagging or SoundTagging())
        for file, outcome in outcomes:
            found: Classified | FileProblem
            try:
                found = predictor.classified(Path(file.path), outcome)
            except MusicReclassError as error:
                found = file.problem(error)
            yield file, found


def predict_tracks(loaded: LoadedClassifier, tracks: LabelledTracks) -> LogProbs:
    """Return what is said of analyzed tracks, shape (n_tracks, n_genres of the ensemble)."""
    members = {}
    for classifier in loaded.bundle.classifiers:
        answers = classifier.network.answers(tracks.features, tracks.mels)
        members[classifier.name] = loaded.bundle.genres, answers.log_probs
    return loaded.calibrator.ensemble.combine(members)


@dataclass(frozen=True, slots=True, eq=False)
class _Predictor:
    """A loaded classifier, and how it is asked in this run."""

    loaded: LoadedClassifier
    speed: Speed
    tagging: SoundTagging

    def classified(self, path: Path, outcome: Analysis | MusicReclassError) -> Classified:
        """Return what is said of a file.

        Raises:
            MusicReclassError: it could not be analyzed, or no classifier can answer.
        """
        if not isinstance(outcome, Analysis):
            raise outcome
        started = time.perf_counter()
        is_silent = Remark.SILENT.value in outcome.remarks
        encoded = None if is_silent else self._encoded(outcome)  # silence sounds like nothing
        wanted = outcome if self.loaded.needs.features else replace(outcome, features=None)
        said = predict(
            self.loaded.bundle,
            wanted,
            is_silent=is_silent,
            is_enough=self._is_enough if self.speed == "fast" else None,
        )
        return Classified(
            path,
            self.loaded.calibrator.suggest(said.predictions),
            said.predictions,
            together(said.problems) if said.problems else None,
            tuple(map(_remark, outcome.remarks)),
            len(said.spared),
            time.perf_counter() - started,
            encoded,
            NO_TAGS if is_silent else self.tagging.of_analysis(outcome, encoded),
        )

    def _encoded(self, analysis: Analysis) -> EncodedRow | None:
        spec, encoded = self.loaded.needs.encoder, analysis.encoded
        return None if spec is None or encoded is None else EncodedRow(spec.digest, encoded.row)

    def _is_enough(self, said: Answered) -> bool:
        try:
            return self.loaded.calibrator.suggest(list(said.values())).confidence >= FAST_CONFIDENCE
        except UnusableScores:  # those who answered so far have no say
            return False


def _remark(kept: str) -> Reason:
    """Return what a remark that a cache keeps says to people."""
    try:
        return Remark(kept).reason
    except ValueError:  # of another version
        return as_said(kept)
