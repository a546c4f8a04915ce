"""What one loaded classifier says: of files, and of tracks that are analyzed already."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.classifiers.predict import Answered, predict
from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.analysis_amount import AS_TRAINED, AnalysisAmount
from musicreclass.core.ensemble.columns import Beliefs, PredictionColumns
from musicreclass.core.ensemble.log_probs import LogProbs, UnusableScores
from musicreclass.core.ensemble.prediction import Prediction, Suggestion
from musicreclass.core.job import ForwardingContext, JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.library.encodings import EncodedRow
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze, key_of
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.classification.sound_tagging import SoundTagging
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.sentences.reason import Reason, as_said, together
from musicreclass.training.data.labelled_tracks import LabelledTracks

Speed = Literal["thorough", "balanced", "fast"]

# From here on, the costly classifiers are not asked for the sake of speed. Out of fold, on the
# 1,279 tracks that the box was trained on, that spares 26 % of them and costs 0.1 points of
# accuracy (95 %: up to 0.4); 612 tracks are sure instead of 674, and 90 % of those are right as
# before. From 0.4 on it would spare 42 % for as little accuracy, but no more than 463 would be
# sure; from 0.9 on it would spare 0.1 %.
FAST_CONFIDENCE = 0.5
# From here on, one patch is enough for a fast run. On 294 clips, each collection left out, the head
# on the encoder is right on 55.8 % so, and on 56.8 % in a thorough run (lost: -2.2 to 3.6 points);
# 80 % are told by one patch. From 0 on, 2.0 points are lost; from 0.4 on, none, but 29 % take
# three patches, which is too slow. `bench left_out --clips 290` prints it. A look at a clip of 24 s
# takes 93 ms of one core, one at three patches 273, a thorough analysis for the box 407.
GLIMPSE_CONFIDENCE = 0.35
BALANCED_CONFIDENCE = 0.4  # the same where all are asked in the end of what it leaves in doubt


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A look at a few patches, and from which confidence on it is enough."""

    patches: int
    confidence: float


GLIMPSES: Mapping[Speed, tuple[Glimpse, ...]] = {  # the cheapest first
    "thorough": (),
    "balanced": (Glimpse(1, BALANCED_CONFIDENCE),),
    "fast": (Glimpse(1, GLIMPSE_CONFIDENCE), Glimpse(3, 0.0)),
}

Answer = tuple[AudioFileRef, "Classified | FileProblem"]


@dataclass(frozen=True, slots=True, eq=False)
class Classified:
    """What is said of one file."""

    path: Path
    suggestion: Suggestion
    beliefs: Beliefs  # from which it is suggested, in one row
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
    amount: AnalysisAmount = AS_TRAINED,
) -> Generator[tuple[AudioFileRef, Classified | FileProblem], None, None]:
    """Yield every file with what is said of it, or with what is wrong with it, as it is finished.

    Networks answer in the calling thread while child processes decode ahead.

    Args:
        amount: how much of each file is analyzed; of one that is told at a glimpse, it is less.

    Raises:
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    predictor = _Predictor(loaded, speed, tagging or SoundTagging(), amount)
    answered = predictor.answers(files, _Unreported(ctx), options)
    with one_thread(), closing(answered):
        for done, (file, found) in enumerate(answered, 1):
            ctx.report(Progress(done, len(files), readable(file.path)))
            yield file, found


def classify_analysis(
    loaded: LoadedClassifier, tagging: SoundTagging, path: Path, analysis: Analysis
) -> Classified:
    """Return what all classifiers say of a sound that was analyzed as they need it.

    Raises:
        MusicReclassError: no classifier can answer.
    """
    predictor = _Predictor(loaded, "thorough", tagging, AS_TRAINED)
    return predictor.classified(path, analysis, is_glimpse=False)


@dataclass(slots=True)
class _Unreported(ForwardingContext):
    """Whose reports would count looks at files, some of which take several."""

    def report(self, progress: Progress) -> None:
        return


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
    amount: AnalysisAmount

    @property
    def needs(self) -> AnalysisSpec:
        """Return what is analyzed of a file that is not told at a glimpse."""
        needs = self.loaded.needs_at(self.amount)
        return needs if self.tagging.own is None else replace(needs, features=True)

    def answers(
        self, files: Sequence[AudioFileRef], ctx: JobContext, options: AnalysisOptions
    ) -> Generator[Answer, None, None]:
        """Yield every file with what is said of it: those first of which a glimpse is enough."""
        glimpses, needs = GLIMPSES[self.speed], self.needs
        known = {f.path for f in files if glimpses and options.cache.has(key_of(f, needs))}
        left = [file for file in files if file.path not in known]
        for glimpse in glimpses:
            left = yield from self._at_a_glimpse(left, glimpse, ctx, options)
        wanted = {file.path for file in left} | known
        files = [file for file in files if file.path in wanted]
        with closing(analyze(files, needs, ctx, options)) as outcomes:
            for file, outcome in outcomes:
                yield file, self._answer(file, outcome)

    def _at_a_glimpse(
        self,
        files: Sequence[AudioFileRef],
        glimpse: Glimpse,
        ctx: JobContext,
        options: AnalysisOptions,
    ) -> Generator[Answer, None, list[AudioFileRef]]:
        """Yield files with what is said of them at a glimpse, and return those it leaves in doubt.

        Silence and what cannot be decoded is left, too.
        """
        if (spec := self.loaded.glimpse(glimpse.patches)) is None:
            return list(files)
        left = []
        with closing(analyze(files, spec, ctx, options)) as outcomes:
            for file, outcome in outcomes:
                found = self._answer(file, outcome, is_glimpse=True)
                if _is_told(found, glimpse):
                    yield file, found
                else:
                    left.append(file)
        return left

    def _answer(
        self,
        file: AudioFileRef,
        outcome: Analysis | MusicReclassError,
        *,
        is_glimpse: bool = False,
    ) -> Classified | FileProblem:
        try:
            if not isinstance(outcome, Analysis):
                raise outcome
            return self.classified(Path(file.path), outcome, is_glimpse=is_glimpse)
        except MusicReclassError as error:
            return file.problem(error)

    def classified(self, path: Path, analysis: Analysis, *, is_glimpse: bool) -> Classified:
        """Return what is said of a file.

        Raises:
            MusicReclassError: no classifier can answer.
        """
        started = time.perf_counter()
        bundle = self.loaded.bundle
        is_silent = Remark.SILENT.value in analysis.remarks
        # Silence sounds like nothing.
        encoded = None if is_silent else self._encoded(analysis, is_glimpse=is_glimpse)
        asked = bundle
        if is_glimpse:
            able = (c for c in bundle.classifiers if c.network.is_of_patches)
            asked = replace(bundle, classifiers=tuple(able))
        said = predict(
            asked,
            analysis if self.loaded.needs.features else replace(analysis, features=None),
            is_silent=is_silent,
            is_enough=None if self.speed == "thorough" else self._is_enough,
        )
        columns = PredictionColumns.of_track(said.predictions)
        beliefs = self.loaded.calibrator.beliefs(columns)
        return Classified(
            path,
            self.loaded.calibrator.suggest_many(columns, beliefs)[0],
            beliefs,
            said.predictions,
            together(said.problems) if said.problems else None,
            tuple(map(_remark, analysis.remarks)),
            len(bundle.classifiers) - len(asked.classifiers) + len(said.spared),
            time.perf_counter() - started,
            encoded,
            NO_TAGS if is_silent else self.tagging.of_analysis(analysis, encoded),
        )

    def _encoded(self, analysis: Analysis, *, is_glimpse: bool) -> EncodedRow | None:
        spec, encoded = self.loaded.needs.encoder, analysis.encoded
        if spec is None or spec.wave is not None or encoded is None:
            return None  # libraries keep what the encoder in the box says
        return EncodedRow(spec.digest, encoded.row, is_glimpse)

    def _is_enough(self, said: Answered) -> bool:
        try:
            return self.loaded.calibrator.suggest(list(said.values())).confidence >= FAST_CONFIDENCE
        except UnusableScores:  # those who answered so far have no say
            return False


def _is_told(found: Classified | FileProblem, glimpse: Glimpse) -> bool:
    if isinstance(found, FileProblem) or found.is_silent:
        return False
    return found.suggestion.confidence >= glimpse.confidence


def _remark(kept: str) -> Reason:
    """Return what a remark that a cache keeps says to people."""
    try:
        return Remark(kept).reason
    except ValueError:  # of another version
        return as_said(kept)
