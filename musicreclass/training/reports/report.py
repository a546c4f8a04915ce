"""All that is worth knowing of a training, as data: a page and a window draw from the same.

Says what was measured and what cannot be said; draws and prints nothing itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from musicreclass.core.plain import plain, stored_as, stored_names
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason
from musicreclass.training.data.grouping import Pair
from musicreclass.training.data.split import Inestimable
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.confusable_pairs import GenrePair
from musicreclass.training.measure.evaluation import Difference, Evaluation
from musicreclass.training.measure.label_noise import Mislabel
from musicreclass.training.measure.leakage_gap import LeakageGap
from musicreclass.training.measure.learning_curve import LearningCurve


@dataclass(frozen=True, slots=True)
class About:
    """What was trained, how, and by what."""

    name: str  # of the classifier
    sources: tuple[str, ...]  # folders and the like, as people read them
    preset: str
    seed: int
    n_folds: int
    seconds: float
    made_at: str  # ISO 8601
    versions: Mapping[str, str]  # of the program and of what does the sums
    notes: tuple[Reason, ...] = ()  # on what else went in


@dataclass(frozen=True, slots=True)
class ReportTrack:
    """A track that was learned from, and what was said of it by classifiers that had not."""

    path: str
    title: str
    artist: str
    seconds: float  # of the file; 0 where it does not say
    genre: str
    answer: str | None = None  # None: nothing else of its genre could be learned from
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Alone:
    """What one classifier of the bundle is worth without the others."""

    classifier: str
    accuracy: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """How often tracks of about this confidence are right. There is no bin without tracks."""

    low: float
    high: float
    tracks: int
    confidence: float  # the mean
    share_right: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class EdgeCase:
    """How tracks fare of which one might expect worse."""

    name: Reason
    tracks: int
    share_right: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class CurrentClassifier:
    """How the classifier in use does on the same tracks."""

    name: str
    tracks: int  # of genres that both know
    accuracy: float
    ahead: Difference  # how much more often the new one is right
    remark: Reason | None = None  # such as that it was trained on them


@dataclass(frozen=True, slots=True, eq=False)
class TrainingReport:
    """What was learned from what, how well, and what to look at. Indices point into `tracks`."""

    about: About
    counts: Mapping[str, int]  # genre -> tracks
    groups: int
    grouped_by: Mapping[str, int]  # "artist", "album", "folder" or "nothing" -> tracks
    tracks: tuple[ReportTrack, ...]
    copies: tuple[Pair, ...] = ()  # indices of tracks that are one recording
    inestimable: tuple[Inestimable, ...] = ()
    evaluation: Evaluation | None = None  # None: no track could be kept apart to be tested on
    alone: tuple[Alone, ...] = ()
    calibration: tuple[CalibrationBin, ...] = ()
    pairs: tuple[GenrePair, ...] = ()
    mislabels: tuple[Mislabel, ...] = ()  # the most suspicious first
    edges: tuple[EdgeCase, ...] = ()
    curve: LearningCurve | None = None
    leakage_gap: LeakageGap | None = field(default=None, metadata=stored_as("flattery"))
    current: CurrentClassifier | None = field(default=None, metadata=stored_as("rival"))
    warnings: tuple[Reason, ...] = ()
    left_out: tuple[FileProblem, ...] = ()

    def cells(self) -> Mapping[tuple[str, str], Sequence[ReportTrack]]:
        """Return the tracks in each cell of the confusion matrix: genre and answer -> tracks."""
        found: defaultdict[tuple[str, str], list[ReportTrack]] = defaultdict(list)
        for track in self.tracks:
            if track.answer is not None:
                found[track.genre, track.answer].append(track)
        return found

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        own = {"evaluation", "left_out"}
        stored = {
            name: plain(getattr(self, field))
            for name, field in stored_names(self).items()
            if name not in own
        }
        return stored | {
            "evaluation": None if self.evaluation is None else self.evaluation.to_plain(),
            "left_out": [problem.to_plain() for problem in self.left_out],
        }
