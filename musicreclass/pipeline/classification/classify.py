"""From sound to suggestions: of files wherever they lie, and of the tracks of a library.

Networks answer in the thread of the job while child processes decode ahead. Raw scores are kept in
the library every few seconds; what a killed run had not kept is simply unheard the next time.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.classifiers.onnx.engine import WantedEngine, runners
from musicreclass.classifiers.predict import Answered, Answers, Runners, answers
from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.analysis import Analysis
from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.core.ensemble.prediction import Prediction, Suggestion, SuggestionLine
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.library.predictions import ScoredTrack, Undecodable, UnscoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.analysis.analyze_file import AudioFileRef
from musicreclass.pipeline.analysis.features import as_problem, audio_files
from musicreclass.pipeline.classification.adaptation import panel_for
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier

Speed = Literal["thorough", "fast"]

# From here on, the costly classifiers are not asked for the sake of speed. Out of fold, on the
# 1,279 tracks that the box was taught, that spares 26 % of them and costs 0.1 points of accuracy
# (95 %: up to 0.4); 612 tracks are sure instead of 674, and 90 % of those are right as before.
# From 0.4 on it would spare 42 % for as little accuracy, but no more than 463 would be sure; from
# 0.9 on it would spare 0.1 %.
FAST_CONFIDENCE = 0.5
COMMIT_SECONDS = 2.0
COMMIT_TRACKS = 500


@dataclass(frozen=True, slots=True, eq=False)
class Classified:
    """What became of one file."""

    path: Path
    suggestion: Suggestion
    predictions: tuple[Prediction, ...]
    problems: tuple[str, ...] = ()  # of classifiers that could not answer
    remarks: tuple[str, ...] = ()  # on the sound, for people
    spared_count: int = 0  # classifiers that were not asked


@dataclass(frozen=True, slots=True)
class ClassifySummary:
    """What listening to a library came to, in numbers."""

    heard: int
    from_cache: int
    problems: int
    spared: int  # answers of classifiers that were not asked for the sake of speed
    seconds: float


def classify_files(
    paths: Sequence[Path],
    bundle_file: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
    engine: WantedEngine = "torch",
) -> Generator[Classified | FileProblem, None, None]:
    """Yield what is suggested for each file at and below `paths`, as they are finished.

    Raises:
        UsageProblem: a path does not exist.
        ClassifierFileProblem: the file is no bundle that can be used.
        OnnxMissing: the engine is wanted and not installed.
        Cancelled: the user stopped.
    """
    loaded = load_classifier(bundle_file)
    files, problems = audio_files(paths)
    yield from problems
    outcomes = analyze(files, loaded.bundle.needs, ctx, options)
    with one_thread(), closing(outcomes):
        listener = _Listener(loaded, speed, runners(loaded.bundle, engine, len(files)))
        for file, outcome in outcomes:
            yield listener.classified_or_not(file, outcome)


def listen_to_library(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
    engine: WantedEngine = "torch",
    learns: bool = False,
) -> ClassifySummary:
    """Hear all tracks that the bundle has not heard as their files are now, and keep what it says.

    Batches of (track id, `SuggestionLine`) are published as they are kept.

    Args:
        learns: whether a person's decisions count.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        OnnxMissing: the engine is wanted and not installed.
        Cancelled: the user stopped; all that was heard until then is kept.
    """
    with one_thread(), Library(library_file) as library:
        loaded = panel_for(library, bundle_file, learns=learns)
        run = _Run(library, loaded, ctx, options, speed)
        run.listen(engine)
        return run.summary()


def suggestions(
    library_file: Path, bundle_file: Path, ctx: JobContext, *, learns: bool = False
) -> int:
    """Publish batches of (track id, `SuggestionLine`) for all that the bundle has heard.

    Args:
        learns: whether a person's decisions count.

    Returns:
        How many there are.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    total = 0
    with Library(library_file) as library:
        loaded = panel_for(library, bundle_file, learns=learns)
        for batch in library.predictions.batches(loaded.digest):
            ctx.raise_if_cancelled()
            lines = loaded.calibrator.suggest_many(batch.columns).lines()
            ctx.publish(list(zip(batch.track_ids, lines, strict=True)))
            total += len(lines)
    return total


@dataclass(frozen=True, slots=True, eq=False)
class _Listener:
    """A panel, and how it is asked in this run."""

    loaded: LoadedClassifier
    speed: Speed
    runners: Runners

    def classified_or_not(
        self, file: AudioFileRef, outcome: Analysis | MusicReclassError
    ) -> Classified | FileProblem:
        try:
            return self._classified(Path(file.path), outcome)
        except MusicReclassError as error:
            return as_problem(file, error)

    def _classified(self, path: Path, outcome: Analysis | MusicReclassError) -> Classified:
        """Return what is suggested for a file.

        Raises:
            MusicReclassError: it could not be heard, or nobody can answer.
        """
        if not isinstance(outcome, Analysis):
            raise outcome
        said = self._answers(outcome)
        suggestion = self.loaded.calibrator.suggest(said.predictions)
        return Classified(
            path, suggestion, said.predictions, said.problems, outcome.remarks, len(said.spared)
        )

    def _answers(self, heard: Analysis) -> Answers:
        return answers(
            self.loaded.bundle,
            heard,
            is_silent=Remark.SILENT.value in heard.remarks,
            is_enough=self._is_enough if self.speed == "fast" else None,
            runners=self.runners,
        )

    def _is_enough(self, said: Answered) -> bool:
        try:
            return self.loaded.calibrator.suggest(list(said.values())).confidence >= FAST_CONFIDENCE
        except UnusableScores:  # those who answered so far have no say
            return False


@dataclass(slots=True)
class _Run:
    library: Library
    loaded: LoadedClassifier
    ctx: JobContext
    options: AnalysisOptions
    speed: Speed
    started: float = field(default_factory=time.monotonic)
    heard_count: int = 0
    problem_count: int = 0
    spared_count: int = 0
    heard: list[ScoredTrack] = field(default_factory=list)  # not kept yet
    undecodable: list[Undecodable] = field(default_factory=list)
    lines: list[tuple[int, SuggestionLine]] = field(default_factory=list)
    kept_at: float = field(default_factory=time.monotonic)
    hits_before: int = field(init=False)  # of a cache that others use, too

    def __post_init__(self) -> None:
        self.hits_before = self.options.cache.hits

    def listen(self, engine: WantedEngine) -> None:
        wanted = len(self.loaded.bundle.classifiers) if self.speed == "thorough" else 1
        tracks = {
            str(track.path): track
            for track in self.library.predictions.unheard(self.loaded.digest, wanted)
        }
        listener = _Listener(
            self.loaded, self.speed, runners(self.loaded.bundle, engine, len(tracks))
        )
        outcomes = analyze(
            [AudioFileRef(path, t.stamp, t.fingerprint) for path, t in tracks.items()],
            self.loaded.bundle.needs,
            self.ctx,
            self.options,
        )
        try:
            for file, outcome in outcomes:
                self._take(tracks[file.path], listener.classified_or_not(file, outcome))
        finally:
            outcomes.close()
            self._keep()

    def summary(self) -> ClassifySummary:
        return ClassifySummary(
            heard=self.heard_count,
            from_cache=self.options.cache.hits - self.hits_before,
            problems=self.problem_count,
            spared=self.spared_count,
            seconds=round(time.monotonic() - self.started, 3),
        )

    def _take(self, track: UnscoredTrack, found: Classified | FileProblem) -> None:
        if isinstance(found, FileProblem):
            self.problem_count += 1
            self.undecodable.append(Undecodable(track.id, track.stamp, str(found.reason)))
        else:
            self.heard_count += 1
            self.spared_count += found.spared_count
            self.problem_count += bool(found.problems)
            said = ScoredTrack(track.id, track.stamp, found.predictions, " ".join(found.problems))
            self.heard.append(said)
            self.lines.append((track.id, found.suggestion.line))
        waited = time.monotonic() - self.kept_at
        if waited >= COMMIT_SECONDS or len(self.heard) + len(self.undecodable) >= COMMIT_TRACKS:
            self._keep()

    def _keep(self) -> None:
        if self.heard or self.undecodable:
            self.library.predictions.record(self.loaded.digest, self.heard, self.undecodable)
        if self.lines:
            self.ctx.publish(self.lines)
        self.heard, self.undecodable, self.lines = [], [], []
        self.kept_at = time.monotonic()
