"""Ways to classify beside each other on the same tracks, each by several runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.training.measure.confidence_intervals import (
    Bootstrap,
    Groups,
    Interval,
    counted,
    mean,
)
from musicreclass.training.measure.evaluation import Difference, evaluate, paired, share_right
from musicreclass.training.reports.text_tables import UNKNOWN, Cells, percent, percents, table


@dataclass(frozen=True, slots=True, eq=False)
class SeedRuns:
    """Several runs of one way to classify, which differ by their seeds only."""

    name: str
    runs: Reals  # log-probabilities, shape (n_runs, n_tracks, n_genres)


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over several runs. There is no deviation of a single one."""

    mean: float
    deviation: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        deviation = float(np.std(values, ddof=1)) if len(values) > 1 else None
        return cls(float(np.mean(values)), deviation)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one entry did, and how much better than the first of them."""

    name: str
    accuracy: Spread
    interval: Interval | None  # of the mean accuracy, with other tracks but the same runs
    balanced_accuracy: Spread
    macro_f1: Spread
    log_loss: Spread
    calibration_error: Spread
    ahead: Difference | None  # None for the first


def compare(
    entries: Sequence[SeedRuns],
    truth: npt.NDArray[np.integer],
    genres: Sequence[str],
    groups: Groups | None = None,
    *,
    seed: int = 0,
) -> tuple[Standing, ...]:
    """Return how all entries did on the same tracks; the first is what others are held against.

    Args:
        truth: shape (n_tracks,).
        groups: artists or albums, shape (n_tracks,).

    Raises:
        CannotEvaluate: there are no tracks.
        UnusableScores: answers are no numbers.
    """
    draw = Bootstrap.of(len(truth), groups, seed)
    standings = []
    for index, entry in enumerate(entries):
        found = [evaluate(run, truth, genres, groups, seed=seed) for run in entry.runs]
        ahead = paired(entry.runs, entries[0].runs, truth, groups, seed=seed)
        share = share_right(entry.runs, truth)
        standings.append(
            Standing(
                entry.name,
                Spread.of([e.accuracy for e in found]),
                draw.interval_of_share(mean(draw.sums(counted(share)))),
                Spread.of([e.balanced_accuracy for e in found]),
                Spread.of([e.macro_f1 for e in found]),
                Spread.of([e.log_loss for e in found]),
                Spread.of([e.calibration_error for e in found]),
                ahead if index else None,
            )
        )
    return tuple(standings)


def standings_table(standings: Sequence[Standing], *, markdown: bool = False) -> str:
    """Return entries below each other: mean and deviation over runs, intervals, differences."""
    versus = f"than {standings[0].name}" if standings else "than the first"
    header = (
        *("classifier", "accuracy %", "95 %", "balanced %", "macro-F1 %", "log-loss", "ECE %"),
        *(f"better {versus}", "95 %", "p"),
    )
    return table(header, [_standing_cells(s) for s in standings], markdown=markdown)


def accuracy_text(standing: Standing) -> str:
    """Return how often a entry was right: mean and spread over its runs, and the interval."""
    accuracy, interval = standing.accuracy, standing.interval
    spread = "" if accuracy.deviation is None else f" ± {100 * accuracy.deviation:.1f}"
    drawn = "" if interval is None else f" ({100 * interval.low:.1f} to {100 * interval.high:.1f})"
    return f"{100 * accuracy.mean:.1f}{spread} %{drawn}"


def _standing_cells(standing: Standing) -> Cells:
    ahead = standing.ahead
    p = None if ahead is None else ahead.p_not_better
    return (
        standing.name,
        _spread(standing.accuracy),
        percents(standing.interval),
        _spread(standing.balanced_accuracy),
        _spread(standing.macro_f1),
        f"{standing.log_loss.mean:.3f}",
        percent(standing.calibration_error.mean),
        "" if ahead is None else f"{100.0 * ahead.accuracy:+.1f}",
        "" if ahead is None else percents(ahead.interval, "+.1f"),
        "" if ahead is None else UNKNOWN if p is None else f"{p:.4f}",
    )


def _spread(spread: Spread) -> str:
    more = "" if spread.deviation is None else f" ± {percent(spread.deviation)}"
    return percent(spread.mean) + more
