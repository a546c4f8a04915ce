"""What is known of a classifier without asking it anything, as data: window and verbs show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from musicreclass.sentences.reason import Reason
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.evaluation import Evaluation
from musicreclass.training.measure.metrics import GenreFigures

Origin = Literal["box", "own", "elsewhere", "trained"]  # the last two are not installed
Measured = Literal["collections", "folds", "official", "unknown"]
UNKNOWN = float("nan")


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """One of the networks that are asked together, and its say among them."""

    name: str
    kind: str
    trained_share: float  # of the say of all, as it was trained
    share: float  # as a person wants it


@dataclass(frozen=True, slots=True)
class Quality:
    """How often it is right, and where that was measured."""

    accuracy: float
    interval: Interval | None
    measured: Measured
    tracks: int  # that were tested; 0 where it is not known
    parts: int  # folds, or collections that were left out


@dataclass(frozen=True, slots=True, eq=False)
class ClassifierFacts:
    """What is known of a classifier. What is wrong with its file is known instead, or nothing."""

    name: str
    path: Path
    origin: Origin
    is_in_use: bool = False
    problem: Reason | None = None  # why it cannot be used
    digest: str = ""
    size_bytes: int = 0
    made_at: str = ""  # ISO 8601, of its file: two trainings alike make the same bytes
    genres: tuple[str, ...] = ()
    members: tuple[MemberFacts, ...] = ()
    has_own_weights: bool = False
    is_calibrated: bool = False
    clip: tuple[str, float] = ("", 0.0)  # which part of a track is analyzed, and seconds of it
    quality: Quality | None = None
    evaluation: Evaluation | None = None  # with a confusion matrix, where that was kept
    by_genre: tuple[GenreFigures, ...] = ()
    tracks: int = 0  # that it was trained on
    counts: Mapping[str, int] | None = None  # genre -> of these
    groups: int = 0
    source: str = ""  # the folder or file that they came from
    preset: str = ""
    warm_start: str = ""  # what the training started from, in English
    licence: str = ""
    program: str = ""
    encoder_origin: str = ""  # of the encoder that it stands upon
    encoder_licence: str = ""
    encoder_problem: Reason | None = None
    has_report: bool = False
    card: str = ""  # Markdown

    @property
    def is_own(self) -> bool:
        """Say whether it lies in the folder of those that are a person's own."""
        return self.origin == "own"


@dataclass(frozen=True, slots=True, eq=False)
class Inventory:
    """The classifiers there are: the one in the box first."""

    classifiers: tuple[ClassifierFacts, ...]
    problem: Reason | None  # with the chosen one; the box suggests meanwhile
    tagger: Path | None

    @property
    def in_use(self) -> ClassifierFacts | None:
        """Return the one that suggests, None where there is none."""
        return next((one for one in self.classifiers if one.is_in_use), None)


@dataclass(frozen=True, slots=True)
class RemovedClassifier:
    """A classifier that was removed, and where its file lies meanwhile."""

    name: str
    path: Path  # where it was
    kept: Path


def quality_of(training: Mapping[str, Any]) -> Quality | None:
    """Return how good a classifier is by the facts of its training, None where none were kept."""
    official = training.get("official_test")
    if isinstance(official, Mapping) and (found := _quality(official, "official", 0)) is not None:
        return found
    folds = training.get("folds")
    return _quality(training, "folds", folds if isinstance(folds, int) else 0)


def _quality(facts: Mapping[str, Any], measured: Measured, parts: int) -> Quality | None:
    accuracy, ends = facts.get("accuracy"), facts.get("interval")
    if not isinstance(accuracy, float):
        return None
    is_interval = isinstance(ends, Sequence) and len(ends) == 2
    tracks = sum(figures.support for figures in by_genre_of(facts))
    interval = Interval(*map(float, ends)) if is_interval and ends is not None else None
    return Quality(accuracy, interval, measured, tracks, parts)


def by_genre_of(facts: Mapping[str, Any]) -> tuple[GenreFigures, ...]:
    """Return the figures genre by genre, nothing where they were not kept or read otherwise."""
    kept = facts.get("per_genre")
    if not isinstance(kept, Mapping):
        return ()
    try:
        return tuple(GenreFigures(**figures) for figures in kept.values())
    except TypeError:
        return ()


def evaluation_of(training: Mapping[str, Any]) -> Evaluation | None:
    """Return what was measured out of fold, None where no matrix was kept; unknowns are NaN."""
    by_genre, kept = by_genre_of(training), training.get("confusion")
    quality = _quality(training, "folds", 0)
    if not by_genre or quality is None or not isinstance(kept, Sequence):
        return None
    confusion = np.array(kept, dtype=np.intp)
    if confusion.shape != (len(by_genre), len(by_genre)):
        return None
    return Evaluation(
        tuple(figures.genre for figures in by_genre),
        quality.tracks,
        0,
        quality.accuracy,
        quality.interval,
        _number(training, "balanced_accuracy"),
        None,
        _number(training, "macro_f1"),
        None,
        UNKNOWN,
        None,
        _number(training, "ece"),
        by_genre,
        confusion,
    )


def _number(facts: Mapping[str, Any], name: str) -> float:
    value = facts.get(name)
    return value if isinstance(value, float) else UNKNOWN
