"""The summary of a training: the dataset and the figures out of fold, for people and for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.classifiers.bundle import Bundle
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.plain import plain
from musicreclass.errors import FileProblem
from musicreclass.training.calibrate import combined_out_of_fold
from musicreclass.training.data.grouping import Grouping
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import Indices, Inestimable
from musicreclass.training.make import answers
from musicreclass.training.measure.evaluation import Evaluation, evaluate
from musicreclass.training.reports.report import TrainingReport

UNKNOWN = ("accuracy", "interval", "balanced_accuracy", "macro_f1", "ece")


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
    warm_start: str  # a sentence on what the network of spectrograms began with; "" without one
    n_folds: int
    measured: Measured
    inestimable: tuple[Inestimable, ...]
    warnings: tuple[str, ...]
    left_out: tuple[FileProblem, ...]
    official: Evaluation | None = None  # on the test part of a split that others use, too
    report: TrainingReport | None = None  # where it was asked for

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
            "beginning": self.warm_start,
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
            "warnings": list(self.warnings),
            "left_out": [problem.to_plain() for problem in self.left_out],
        }


def measure(out_of_fold: Mapping[str, Reals], fold_of: Indices, tracks: LabelledTracks) -> Measured:
    """Return how well `tracks` were recognised by classifiers that did not know their fold.

    Args:
        out_of_fold: classifier -> log-probabilities, shape (n_tracks, n_genres).
        fold_of: shape (n_tracks,).
    """
    tested = can_be_right(tracks, fold_of)
    members = {name: (tracks.genres, said) for name, said in out_of_fold.items()}
    together = combined_out_of_fold(members, tracks.genres, tracks.labels, fold_of)
    return Measured(
        _evaluated(together, tracks, tested),
        {name: _evaluated(said, tracks, tested) for name, said in out_of_fold.items()},
    )


def can_be_right(tracks: LabelledTracks, fold_of: Indices) -> Indices:
    """Return the tracks of whose genre something was taught when they were tested."""
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


def measured_on_test(
    bundle: Bundle, calibrator: EnsembleCalibrator, tracks: LabelledTracks
) -> Evaluation:
    """Return the figures on tracks that the classifiers of `bundle` were not taught."""
    members = {
        classifier.name: (bundle.genres, answers(classifier.network, tracks).log_probs)
        for classifier in bundle.classifiers
    }
    combined = calibrator.ensemble.combine(members)
    return evaluate(combined, tracks.labels, tracks.genres, tracks.groups)
