"""The summary of a training: the dataset and the figures out of fold, for people and for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.plain import plain
from musicreclass.errors import FileProblem
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.classification.predict_files import predict_tracks
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.training.training_plan import TrainingSettings
from musicreclass.sentences.reason import Reason
from musicreclass.training.data.grouping import Grouping
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import Indices, Inestimable, inestimable
from musicreclass.training.make import Made
from musicreclass.training.measure.evaluation import Evaluation, evaluate
from musicreclass.training.reports.report import TrainingReport

UNKNOWN = ("accuracy", "interval", "balanced_accuracy", "macro_f1", "ece")


@dataclass(frozen=True, slots=True, eq=False)
class FittedTraining:
    """A classifier that is fitted, and what its estimate and its report are made of."""

    path: Path  # where its tracks come from
    labelled: Labelled  # the tracks that it was fitted on
    made: Made
    tested: LabelledTracks | None  # the test part of an official split; None: there is none
    warm_start: Reason | None  # what its network of spectrograms began with; None: it has none
    warnings: tuple[Reason, ...]
    left_out: tuple[FileProblem, ...]
    notes: tuple[Reason, ...] = ()  # what else was found out


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """How well tracks are recognised that were not learned from, nor others of their artists.

    Only tracks count of whose genre something else was learned. None: there is no such track.
    """

    together: Evaluation | None
    by_classifier: Mapping[str, Evaluation | None]

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold, by names that other programs rely on."""
        alone = {
            name: None if own is None else own.accuracy for name, own in self.by_classifier.items()
        }
        return _figures(self.together) | {"classifiers": alone}


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSummary:
    """What was learned from what, and how well."""

    out: Path
    preset: str
    seed: int
    seconds: float
    counts: Mapping[str, int]  # genre -> tracks
    grouping: Grouping
    warm_start: Reason | None  # what its network of spectrograms began with; None: it has none
    n_folds: int
    measured: Measured
    inestimable: tuple[Inestimable, ...]
    warnings: tuple[Reason, ...]
    left_out: tuple[FileProblem, ...]
    official: Evaluation | None = None  # on the test part of a split that others use, too
    report: TrainingReport | None = None  # where it was asked for
    notes: tuple[Reason, ...] = ()  # what else was found out

    def facts(self) -> dict[str, Any]:
        """Return what is worth keeping with the classifiers, as plain values."""
        return {
            "preset": self.preset,
            "seed": self.seed,
            "tracks": sum(self.counts.values()),
            "genres": dict(self.counts),
            "groups": self.grouping.count,
            "grouped_by": dict(self.grouping.known_by),
            "copies": self.grouping.copies,
            "notes": [str(note) for note in self.notes],
            "beginning": "" if self.warm_start is None else str(self.warm_start),
            "folds": self.n_folds,
            **self.measured.to_plain(),
            "cannot_estimate": [plain(genre) for genre in self.inestimable],
            "official_test": None if self.official is None else _figures(self.official),
        }

    def to_plain(self) -> dict[str, Any]:
        """Return all of it as JSON can hold it, by names that other programs rely on."""
        report = {} if self.report is None else {"report": self.report.to_plain()}
        return self.facts() | {
            **report,
            "out": str(self.out),
            "seconds": self.seconds,
            "warnings": [str(warning) for warning in self.warnings],
            "left_out": [problem.to_plain() for problem in self.left_out],
        }


def summary_of(
    training: FittedTraining, settings: TrainingSettings, seconds: float
) -> TrainingSummary:
    """Return what came of `training`, which took so many seconds."""
    labelled, made = training.labelled, training.made
    tracks = labelled.tracks
    return TrainingSummary(
        out=settings.out,
        preset=settings.preset,
        seed=settings.seed,
        seconds=seconds,
        counts=labelled.counts,
        grouping=labelled.grouping,
        warm_start=training.warm_start,
        notes=training.notes,
        n_folds=int(made.folds.max()) + 1,
        measured=measure(made, tracks),
        inestimable=inestimable(tracks.labels, tracks.groups, tracks.genres),
        warnings=training.warnings,
        left_out=training.left_out,
        official=None if training.tested is None else measure_on(training.tested, made),
    )


def measure(made: Made, tracks: LabelledTracks) -> Measured:
    """Return how well `tracks` were recognised by classifiers that were fitted without their fold.

    Args:
        tracks: those that `made` was fitted on.
    """
    tested = can_be_right(tracks, made.folds)
    return Measured(
        _evaluated(made.combined, tracks, tested),
        {name: _evaluated(said, tracks, tested) for name, said in made.out_of_fold.items()},
    )


def measure_on(tracks: LabelledTracks, made: Made) -> Evaluation:
    """Return the figures on tracks that no classifier of `made` was fitted on."""
    log_probs = predict_tracks(LoadedClassifier(made.bundle, made.calibrator), tracks)
    return evaluate(log_probs, tracks.labels, tracks.genres, tracks.groups)


def can_be_right(tracks: LabelledTracks, fold_of: Indices) -> Indices:
    """Return the rows of tracks of whose genre something was trained on when they were tested."""
    cells = np.zeros((len(tracks.genres), int(fold_of.max()) + 1), dtype=np.intp)
    np.add.at(cells, (tracks.labels, fold_of), 1)
    elsewhere = cells.sum(axis=1, keepdims=True) - cells
    return np.flatnonzero(elsewhere[tracks.labels, fold_of])


def _evaluated(log_probs: Reals, tracks: LabelledTracks, tested: Indices) -> Evaluation | None:
    if not len(tested):
        return None
    some = tracks.at(tested)
    return evaluate(log_probs[tested], some.labels, some.genres, some.groups)


def _figures(found: Evaluation | None) -> dict[str, Any]:
    if found is None:
        return {**dict.fromkeys(UNKNOWN), "per_genre": {}, "confusion": []}
    interval = found.accuracy_interval
    return {
        "accuracy": found.accuracy,
        "interval": None if interval is None else [interval.low, interval.high],
        "balanced_accuracy": found.balanced_accuracy,
        "macro_f1": found.macro_f1,
        "ece": found.calibration_error,
        "per_genre": {figures.genre: plain(figures) for figures in found.by_genre},
        "confusion": found.confusion.tolist(),
    }
