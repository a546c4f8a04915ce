"""The program as a library for scripts: `scan`, `classify` and `train`, and a `Classifier` in hand.

Names, arguments and fields of this module stay as they are from version to version; what else the
package holds may change. Nothing heavy is loaded before it is needed.

    from musicreclass.api import classify

    if __name__ == "__main__":
        for track in classify("~/Music/unsorted"):
            print(track.path, track.genre or "not sure", track.confidence)

Files are decoded in child processes, which load the script, too: what a script does stands below
`if __name__ == "__main__"`, as with everything that starts processes. Expected trouble is raised
as a `MusicReclassError`, whose text is a sentence. What is wrong with one file ends nothing: it is
the `problem` of its track.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from musicreclass import paths, settings
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.job import Progress, QuietContext
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.scanning.scan import ScanSummary
from musicreclass.pipeline.scanning.scan import scan as scan_library

if TYPE_CHECKING:
    # With them would come torch.
    from musicreclass.pipeline.classification.predict_files import Classified

__all__ = [
    "Candidate",
    "ClassifiedTrack",
    "Classifier",
    "LeftOut",
    "MusicReclassError",
    "Progress",
    "ScanSummary",
    "TrainedClassifier",
    "Verdict",
    "classify",
    "scan",
    "train",
]

AnyPath = str | PathLike[str]
Speed = Literal["thorough", "balanced", "fast"]
Preset = Literal["quick", "standard", "thorough"]
OnProgress = Callable[[Progress], object]


@dataclass(frozen=True, slots=True)
class ClassifiedTrack:
    """What is said of one file."""

    path: Path
    genre: str | None  # None unless the verdict is sure
    confidence: float  # of the best candidate: 0 to 1, calibrated; 0.0 where there is none
    verdict: Verdict | None  # None where the file could not be analyzed
    candidates: tuple[Candidate, ...] = ()  # all genres, best first
    sound_tags: tuple[str, ...] = ()  # what it sounds like, in English
    seconds_analyzed: float = 0.0
    problem: str | None = None  # what is wrong with the file, in a sentence


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that nothing was learned from, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class TrainedClassifier:
    """What a training made, and how well it does on tracks by artists that it has not learned from.

    The figures are None where there is too little music to measure with.
    """

    path: Path
    genres: Mapping[str, int]  # genre -> tracks
    accuracy: float | None  # 0 to 1
    interval: tuple[float, float] | None  # in which the accuracy lies in 95 of 100 cases
    seconds: float
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()

    def classifier(self) -> Classifier:
        """Return it ready to classify."""
        return Classifier(self.path)


class Classifier:
    """A trained classifier, by the name that `musicreclass classifiers list` shows, or its file.

    >>> classifier = Classifier("box")
    >>> classifier.genres[:3]
    ('Blues', 'Classical', 'Country')
    >>> for track in classifier.classify("music/tone.wav"):
    ...     print(track.path.name, track.genre or "no genre", track.verdict.value)
    tone.wav no genre unlike
    """

    def __init__(self, name_or_file: AnyPath = "") -> None:
        """Take the classifier that is in use where none is named.

        Raises:
            UsageProblem: there is none of this name.
            ClassifierFileProblem: the file is none, is damaged, or wants what is not here.
            NoClassifier: nothing is installed.
        """
        from musicreclass.pipeline.classification import installed, usable_classifier

        chosen = settings.load(paths.settings_file())
        if name_or_file:
            self.path = installed.find(str(_expanded(name_or_file)), chosen)
        elif (found := usable_classifier.usable(chosen).path) is not None:
            self.path = found
        else:
            raise installed.NoClassifier
        self.genres  # noqa: B018 - a file that is none is refused here, not at the first track

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def genres(self) -> tuple[str, ...]:
        """Return the genres that it tells apart."""
        from musicreclass.pipeline.classification.loaded_classifier import load_classifier

        return load_classifier(self.path).genres

    def classify(
        self,
        *files_or_folders: AnyPath,
        speed: Speed = "thorough",
        by: By = "track",
        workers: int = 0,
        on_progress: OnProgress | None = None,
    ) -> Generator[ClassifiedTrack, None, None]:
        """Yield what is said of each audio file at and below some paths, in their order.

        Give all paths at once rather than one a call: processes are started for each call.

        Args:
            speed: "balanced" and "fast" listen on only where a glimpse leaves doubt.
            by: "album" and "artist" pool what their tracks sound like.
            workers: how many processes decode; 0 is one a core.
            on_progress: told how far it is; whatever it raises ends the run.

        Raises:
            UsageProblem: a path does not exist.
        """
        from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
        from musicreclass.pipeline.classification.classify import classify_files

        outcomes = classify_files(
            [_expanded(one) for one in files_or_folders],
            self.path,
            _Script(on_progress),
            AnalysisOptions.of_this_user(workers),
            speed=speed,
            by=by,
            amount=settings.amount_of(settings.load(paths.settings_file()).classifying),
        )
        with closing(outcomes):
            yield from map(_track, outcomes)


def classify(
    *files_or_folders: AnyPath,
    classifier: AnyPath = "",
    speed: Speed = "thorough",
    by: By = "track",
    workers: int = 0,
    on_progress: OnProgress | None = None,
) -> Generator[ClassifiedTrack, None, None]:
    """Yield what is said of each audio file at and below some paths, in their order.

    Args:
        classifier: a name or a file; the one in use where none is named.
        speed: as in `Classifier.classify`, and so are the others.

    Raises:
        MusicReclassError: there is no such path or classifier.

    >>> for track in classify("music", classifier="box", speed="fast"):
    ...     print(track.path.name, track.genre, track.problem)
    broken.mp3 None the file is empty
    tone.wav None None
    """
    return Classifier(classifier).classify(
        *files_or_folders, speed=speed, by=by, workers=workers, on_progress=on_progress
    )


def scan(
    *folders: AnyPath,
    library: AnyPath | None = None,
    workers: int = 0,
    on_progress: OnProgress | None = None,
) -> ScanSummary:
    """Bring the library up to date with what is on the disk, as `musicreclass scan` does.

    Args:
        folders: with music, added to the library; without any, all that it watches over.
        library: another file than the usual one; it is begun where it is not there.

    Raises:
        UsageProblem: a path is no folder.
        LibraryProblem: the library cannot be used.

    >>> found = scan("music", library="scripted.db")
    >>> found.new, found.tracks, found.problems
    (1, 1, 1)
    >>> scan(library="scripted.db").new
    0
    """
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache

    chosen = settings.load(paths.settings_file()).scan
    return scan_library(
        paths.library_file() if library is None else _expanded(library),
        _Script(on_progress),
        paths=[_expanded(folder) for folder in folders],
        workers=workers or chosen.workers,
        follow_symlinks=chosen.follow_symlinks,
        open_cache=AnalysisCache.of_this_user,
    )


def train(
    folder: AnyPath,
    out: AnyPath,
    *,
    preset: Preset = "standard",
    seed: int = 0,
    workers: int = 0,
    on_progress: OnProgress | None = None,
) -> TrainedClassifier:
    """Train a classifier on a folder that holds a folder for each genre, and write it to `out`.

    Args:
        preset: how thoroughly.
        seed: another gives other random numbers.

    Raises:
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        UsageProblem: the folder is none, or nothing can be written to `out`.

    >>> trained = train("genres", "own.pth", preset="quick")
    >>> dict(trained.genres)
    {'Drums': 4, 'Flutes': 4}
    >>> trained.accuracy
    1.0
    >>> for track in trained.classifier().classify("genres/Drums/0.flac"):
    ...     print(track.candidates[0].genre)
    Drums
    """
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.datasets.training_sources import FolderSource
    from musicreclass.pipeline.training import train_classifier
    from musicreclass.pipeline.training.training_plan import TrainingSettings

    summary = train_classifier.train(
        FolderSource(_expanded(folder), AnalysisOptions.of_this_user(workers)),
        TrainingSettings(_expanded(out), preset, seed),
        _Script(on_progress),
    )
    measured = summary.measured.together
    found = None if measured is None else measured.accuracy_interval
    return TrainedClassifier(
        path=summary.out,
        genres=dict(summary.counts),
        accuracy=None if measured is None else measured.accuracy,
        interval=None if found is None else (found.low, found.high),
        seconds=summary.seconds,
        left_out=tuple(LeftOut(one.path, str(one.reason)) for one in summary.left_out),
        warnings=tuple(map(str, summary.warnings)),
    )


class _Script(QuietContext):
    """The context of a job that a script has begun: it is told how far it is, if it wants to."""

    def __init__(self, on_progress: OnProgress | None) -> None:
        super().__init__()
        self._on_progress = on_progress

    def report(self, progress: Progress) -> None:
        if self._on_progress is not None:
            self._on_progress(progress)


def _track(outcome: Classified | FileProblem) -> ClassifiedTrack:
    if isinstance(outcome, FileProblem):
        return ClassifiedTrack(outcome.path, None, 0.0, None, problem=str(outcome.reason))
    from musicreclass.core.sound_tags import SoundTags

    suggestion, vocabulary = outcome.suggestion, SoundTags.shipped()
    return ClassifiedTrack(
        path=outcome.path,
        genre=suggestion.genre,
        confidence=suggestion.confidence,
        verdict=suggestion.verdict,
        candidates=suggestion.candidates,
        sound_tags=tuple(vocabulary.name(one.id, "en") for one in outcome.sound_tags.shown),
        seconds_analyzed=suggestion.seconds_analyzed,
        problem=None if outcome.problem is None else str(outcome.problem),
    )


def _expanded(path: AnyPath) -> Path:
    return Path(path).expanduser()
