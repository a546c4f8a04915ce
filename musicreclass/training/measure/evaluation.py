"""What a classifier is worth on tracks that it did not learn from.

Whoever calls sees to that: what was fitted on the tracks under test says nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.calibrator import ConformalSets
from musicreclass.core.ensemble.log_probs import LogProbs, Reals, mean_log_loss, normalised
from musicreclass.core.ensemble.precision import PrecisionCurve
from musicreclass.core.plain import plain
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because
from musicreclass.training.measure.confidence_intervals import (
    RESAMPLES,
    Bootstrap,
    Floats,
    Groups,
    Interval,
    counted,
    mean,
)
from musicreclass.training.measure.metrics import (
    Confusion,
    GenreFigures,
    Indices,
    balanced_accuracy,
    confusion_of,
    expected_calibration_error,
    genre_figures,
    macro_f1,
    tallies,
)

PROMISED = 0.9  # the share right that is held to what a precision curve says of it

ROUNDING = 1e-12  # of sums of shares; a difference below is none


class CannotEvaluate(MusicReclassError):
    """There is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Covered:
    """Whether sets of genres hold the right one as often as they say, and how large they are."""

    wanted: float
    reached: float
    mean_size: float
    single_share: float  # of the tracks; these can be filed without a person
    empty_share: float


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether accepting all from a confidence on is right as often as was promised."""

    promised: float
    threshold: float | None  # None: nothing reaches that, hence nothing is accepted
    accepted: int
    share_right: float | None  # None: nothing was accepted
    interval: Interval | None


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The figures of one classifier on one set of tracks. Intervals hold 95 times of 100.

    An interval is None where all tracks belong together. The calibration error has none: each
    resample adds gaps of its own, so that its interval would lie above the figure.
    """

    genres: tuple[str, ...]
    n_tracks: int
    n_groups: int
    accuracy: float
    accuracy_interval: Interval | None
    balanced_accuracy: float  # over the genres tested
    balanced_accuracy_interval: Interval | None
    macro_f1: float  # over the genres tested
    macro_f1_interval: Interval | None
    log_loss: float
    log_loss_interval: Interval | None
    calibration_error: float
    by_genre: tuple[GenreFigures, ...]
    confusion: Confusion
    covered: Covered | None = None
    kept: Kept | None = None

    @property
    def untested(self) -> tuple[str, ...]:
        """Return the genres of which there was no track."""
        return tuple(figures.genre for figures in self.by_genre if not figures.support)

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        stored = plain(self) | {"untested": self.untested, "confusion": self.confusion.tolist()}
        optional = ("covered", "kept")
        return {n: v for n, v in stored.items() if v is not None or n not in optional}


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more often one classifier is right than another on the same tracks."""

    accuracy: float  # of the first minus that of the second
    interval: Interval | None
    p_not_better: float | None  # share of resamples in which the first is right no more often


def evaluate(
    log_probs: Reals,
    truth: npt.NDArray[np.integer],
    genres: Sequence[str],
    groups: Groups | None = None,
    *,
    sets: ConformalSets | None = None,
    curve: PrecisionCurve | None = None,
    promised: float = PROMISED,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Evaluation:
    """Return what answers to tracks of known genres are worth.

    Args:
        log_probs: of tracks that nothing was fitted on, shape (n_tracks, n_genres).
        truth: index in `genres` of the right one, shape (n_tracks,).
        groups: artists or albums, shape (n_tracks,): what is right or wrong together.
        sets: to be held to their coverage.
        curve: to be held to the threshold from which it promises a share `promised` right.

    Raises:
        CannotEvaluate: there are no tracks.
        UnusableScores: the answers are no numbers.
    """
    truth = _checked(truth, log_probs.shape, len(genres))
    said = normalised(log_probs)
    answers = said.argmax(axis=1)
    right = (answers == truth).astype(np.float64)
    draw = Bootstrap.of(len(truth), groups, seed, resamples)
    counts = tallies(answers, truth, len(genres))
    surprise = -said[np.arange(len(truth)), truth]
    # All figures of one drawing at once: drawing is what takes time.
    drawn = draw.sums(np.column_stack([counts, counted(right), counted(surprise)]))
    counts_drawn, right_drawn, surprise_drawn = np.hsplit(drawn, [-4, -2])
    confusion = confusion_of(answers, truth, len(genres))
    return Evaluation(
        genres=tuple(genres),
        n_tracks=len(truth),
        n_groups=draw.n_groups,
        accuracy=float(right.mean()),
        accuracy_interval=draw.interval_of_share(mean(right_drawn)),
        balanced_accuracy=float(balanced_accuracy(counts.sum(axis=0))),
        balanced_accuracy_interval=draw.interval_of_share(balanced_accuracy(counts_drawn)),
        macro_f1=float(macro_f1(counts.sum(axis=0))),
        macro_f1_interval=draw.interval_of_share(macro_f1(counts_drawn)),
        log_loss=mean_log_loss(said, truth),
        log_loss_interval=draw.interval(mean(surprise_drawn)),
        calibration_error=expected_calibration_error(np.exp(said.max(axis=1)), right > 0.0),
        by_genre=genre_figures(confusion, genres),
        confusion=confusion,
        covered=None if sets is None else _covered(sets, said, truth),
        kept=None if curve is None else _kept(curve, promised, said, right, draw),
    )


def paired(
    first: Reals,
    second: Reals,
    truth: npt.NDArray[np.integer],
    groups: Groups | None = None,
    *,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Difference:
    """Return how much more often `first` is right than `second`, on the same tracks.

    Both are asked of each resample alike: a hard artist is hard for both, so that far smaller
    differences show than two intervals side by side would tell.

    Args:
        first: scores of shape (n_tracks, n_genres), or (n_runs, n_tracks, n_genres) of several
            runs, which count by their mean.
        second: likewise; as many runs or not.

    Raises:
        CannotEvaluate: there are no tracks.
    """
    gain = share_right(first, truth) - share_right(second, truth)
    draw = Bootstrap.of(len(truth), groups, seed, resamples)
    if draw.n_groups < 2:
        return Difference(float(gain.mean()), None, None)
    drawn = mean(draw.sums(counted(gain)))
    # One more than was seen: two thousand resamples cannot tell never from seldom.
    p_not_better = (1 + int((drawn <= ROUNDING).sum())) / (1 + resamples)
    return Difference(float(gain.mean()), draw.interval(drawn), p_not_better)


def share_right(scores: Reals, truth: npt.NDArray[np.integer]) -> Floats:
    """Return in which share of runs each track is right, shape (n_tracks,).

    Args:
        scores: shape (n_tracks, n_genres) or (n_runs, n_tracks, n_genres).

    Raises:
        CannotEvaluate: there are no tracks.
    """
    truth = _checked(truth, scores.shape[-2:], scores.shape[-1])
    right = scores.argmax(axis=-1) == truth
    return np.asarray(right.reshape(-1, len(truth)).mean(axis=0))


def _checked(truth: npt.NDArray[np.integer], shape: tuple[int, ...], n_genres: int) -> Indices:
    if not len(truth):
        raise CannotEvaluate(because("training.nothing_to_measure"))
    if shape != (len(truth), n_genres):
        raise ValueError(f"answers of shape {shape} to {len(truth)} tracks of {n_genres} genres")
    if not 0 <= truth.min() <= truth.max() < n_genres:
        raise ValueError("a track of no genre cannot be right or wrong")
    return truth.astype(np.intp)


def _covered(sets: ConformalSets, said: LogProbs, truth: Indices) -> Covered:
    is_possible = sets.contains(said)
    sizes = is_possible.sum(axis=1)
    return Covered(
        wanted=sets.coverage,
        reached=float(is_possible[np.arange(len(truth)), truth].mean()),
        mean_size=float(sizes.mean()),
        single_share=float((sizes == 1).mean()),
        empty_share=float((sizes == 0).mean()),
    )


def _kept(
    curve: PrecisionCurve, promised: float, said: LogProbs, right: Floats, draw: Bootstrap
) -> Kept:
    threshold = curve.threshold_for(promised)
    if threshold is None:
        return Kept(promised, None, 0, None, None)
    is_accepted = np.exp(said.max(axis=1)) >= threshold
    if not is_accepted.any():
        return Kept(promised, threshold, 0, None, None)
    hits = right[is_accepted]
    chosen = Bootstrap.of(len(hits), draw.group_of[is_accepted], draw.seed, draw.resamples)
    return Kept(
        promised,
        threshold,
        accepted=len(hits),
        share_right=float(hits.mean()),
        interval=chosen.interval_of_share(mean(chosen.sums(counted(hits)))),
    )
