"""Ways to classify, side by side on the same tracks: what each is worth, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

import numpy as np

from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.plain import plain, stored_as
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.confidence_intervals import (
    RESAMPLES,
    Bootstrap,
    Floats,
    Groups,
    Interval,
)
from musicreclass.training.measure.evaluation import ROUNDING, Evaluation, evaluate, share_right

REAL = 0.05  # of so many comparisons in which nothing differs, one is taken for a difference


@dataclass(frozen=True, slots=True)
class Costs:
    """What a classifier takes. None: it has none of that, or nobody can say from here."""

    fitting_seconds: float | None = field(  # once, with all folds but one
        default=None, metadata=stored_as("teaching_seconds")
    )
    # A track, with one processor, until it is answered.
    analysis_seconds: float | None = field(default=None, metadata=stored_as("listening_seconds"))
    size_bytes: int | None = None  # on the disk


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A way to classify, what it said of each track, and what it costs."""

    name: str
    log_probs: Reals  # shape (n_tracks, n_genres), of tracks that it was not fitted on
    costs: Costs = Costs()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A line of the table."""

    name: str
    evaluation: Evaluation
    costs: Costs


@dataclass(frozen=True, slots=True)
class Versus:
    """How much more often one is right than another, and whether that is more than luck."""

    better: str
    worse: str
    accuracy: float  # of the better minus that of the worse
    interval: Interval | None
    p: float | None  # two-sided, corrected for the number of comparisons (Holm)

    @property
    def is_real(self) -> bool:
        return self.p is not None and self.p < REAL


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The table, which differences in it are real, and what to bear in mind."""

    title: str
    rows: tuple[Row, ...]
    differences: tuple[Versus, ...]
    n_folds: int | None  # None: all were fitted elsewhere
    grouped_by: Mapping[str, int]
    seconds: float
    remarks: tuple[Reason, ...] = ()
    left_out: tuple[FileProblem, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        found = self.rows[0].evaluation
        return {
            "title": self.title,
            "tracks": found.n_tracks,
            "groups": found.n_groups,
            "genres": list(found.genres),
            "grouped_by": dict(self.grouped_by),
            "folds": self.n_folds,
            "classifiers": [
                {"name": row.name, **row.evaluation.to_plain(), **plain(row.costs)}
                for row in self.rows
            ],
            "differences": [plain(one) | {"is_real": one.is_real} for one in self.differences],
            "remarks": [str(remark) for remark in self.remarks],
            "left_out": [problem.to_plain() for problem in self.left_out],
            "seconds": self.seconds,
        }


def rows_of(
    entries: Sequence[Entry], truth: Indices, genres: Sequence[str], groups: Groups
) -> tuple[Row, ...]:
    """Return a row for each entry, in their order.

    Raises:
        CannotEvaluate: there are no tracks.
    """
    return tuple(
        Row(one.name, evaluate(one.log_probs, truth, genres, groups), one.costs) for one in entries
    )


def differences_of(
    entries: Sequence[Entry], truth: Indices, groups: Groups, *, resamples: int = RESAMPLES
) -> tuple[Versus, ...]:
    """Return how each entry does against each other, the largest difference first.

    Args:
        resamples: no p is below twice one in so many, times the number of comparisons.
    """
    shares = [share_right(one.log_probs, truth) for one in entries]
    draw = Bootstrap.of(len(truth), groups, resamples=resamples)
    drawn = _drawn(draw, shares) if draw.n_groups > 1 and entries else None
    found = []
    for one, other in combinations(range(len(entries)), 2):
        if (shares[one] - shares[other]).mean() < 0.0:
            one, other = other, one
        accuracy = float((shares[one] - shares[other]).mean())
        interval, p = None, None
        if drawn is not None:
            gains = drawn[:, one] - drawn[:, other]
            interval, p = draw.interval(gains), _two_sided(gains)
        found.append(Versus(entries[one].name, entries[other].name, accuracy, interval, p))
    return tuple(sorted(_corrected(found), key=lambda versus: -versus.accuracy))


def _drawn(draw: Bootstrap, shares: Sequence[Floats]) -> Floats:
    """Return the accuracy of each entry in each resample, shape (n_resamples, n_entries)."""
    sums = draw.sums(np.column_stack([*shares, np.ones(len(draw.group_of))]))
    return np.asarray(sums[:, :-1] / sums[:, -1:])


def _two_sided(gains: Floats) -> float:
    """Return how seldom resamples differ so far where nothing does; ties count against it."""
    # One more than was seen: some thousand resamples cannot tell never from seldom.
    rarer = min(int((gains <= ROUNDING).sum()), int((gains >= -ROUNDING).sum()))
    return min(1.0, 2.0 * (1 + rarer) / (1 + len(gains)))


def _corrected(found: Sequence[Versus]) -> list[Versus]:
    """Return the same with p-values that hold for all of them together, after Holm."""
    known = sorted((v for v in found if v.p is not None), key=lambda versus: versus.p or 0.0)
    corrected, highest = [v for v in found if v.p is None], 0.0
    for index, versus in enumerate(known):
        highest = max(highest, min(1.0, (len(known) - index) * (versus.p or 0.0)))
        corrected.append(replace(versus, p=highest))
    return corrected
