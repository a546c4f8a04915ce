"""Figures as tables that people read: in a terminal, or as Markdown. Measures nothing itself."""

from __future__ import annotations

import unicodedata
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
from musicreclass.training.measure.evaluation import (
    Difference,
    Evaluation,
    evaluate,
    paired,
    share_right,
)

UNKNOWN = "-"  # what nobody can say

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class Contender:
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
    """How one contender did, and how much better than the first of them."""

    name: str
    accuracy: Spread
    interval: Interval | None  # of the mean accuracy, with other tracks but the same runs
    balanced_accuracy: Spread
    macro_f1: Spread
    log_loss: Spread
    calibration_error: Spread
    ahead: Difference | None  # None for the first


def compare(
    contenders: Sequence[Contender],
    truth: npt.NDArray[np.integer],
    genres: Sequence[str],
    groups: Groups | None = None,
    *,
    seed: int = 0,
) -> tuple[Standing, ...]:
    """Return how all contenders did on the same tracks; the first is what others are held against.

    Args:
        truth: shape (n_tracks,).
        groups: artists or albums, shape (n_tracks,).

    Raises:
        CannotEvaluate: there are no tracks.
        UnusableScores: answers are no numbers.
    """
    draw = Bootstrap.of(len(truth), groups, seed)
    standings = []
    for place, contender in enumerate(contenders):
        found = [evaluate(run, truth, genres, groups, seed=seed) for run in contender.runs]
        ahead = paired(contender.runs, contenders[0].runs, truth, groups, seed=seed)
        share = share_right(contender.runs, truth)
        standings.append(
            Standing(
                contender.name,
                Spread.of([e.accuracy for e in found]),
                draw.interval_of_share(mean(draw.sums(counted(share)))),
                Spread.of([e.balanced_accuracy for e in found]),
                Spread.of([e.macro_f1 for e in found]),
                Spread.of([e.log_loss for e in found]),
                Spread.of([e.calibration_error for e in found]),
                ahead if place else None,
            )
        )
    return tuple(standings)


def comparison_table(standings: Sequence[Standing], *, markdown: bool = False) -> str:
    """Return contenders below each other: mean and deviation over runs, intervals, differences."""
    versus = f"than {standings[0].name}" if standings else "than the first"
    header = (
        *("classifier", "accuracy %", "95 %", "balanced %", "macro-F1 %", "log-loss", "ECE %"),
        *(f"better {versus}", "95 %", "p"),
    )
    return table(header, [_standing_cells(s) for s in standings], markdown=markdown)


def summary_table(found: Evaluation, *, markdown: bool = False) -> str:
    """Return the figures of one classifier with their intervals."""
    rows = [
        ("accuracy %", percent(found.accuracy), percents(found.accuracy_interval)),
        (
            "balanced accuracy %",
            percent(found.balanced_accuracy),
            percents(found.balanced_accuracy_interval),
        ),
        ("macro-F1 %", percent(found.macro_f1), percents(found.macro_f1_interval)),
        ("log-loss", f"{found.log_loss:.3f}", _thousandths(found.log_loss_interval)),
        ("calibration error %", percent(found.calibration_error), ""),
    ]
    return table(("", "", "95 %"), rows, markdown=markdown)


def genre_table(found: Evaluation, *, markdown: bool = False) -> str:
    """Return the figures of each genre; `UNKNOWN` where there are none."""
    header = ("genre", "tracks", "precision %", "recall %", "F1 %")
    rows = [
        (g.genre, str(g.support), percent(g.precision), percent(g.recall), percent(g.f1))
        for g in found.by_genre
    ]
    return table(header, rows, markdown=markdown)


def confusion_table(found: Evaluation, *, markdown: bool = False) -> str:
    """Return which genres were taken for which; empty where none was."""
    header = ("is \\ taken for", *found.genres)
    rows = [
        (genre, *(str(count) if count else "" for count in counts))
        for genre, counts in zip(found.genres, found.confusion.tolist(), strict=True)
    ]
    return table(header, rows, markdown=markdown)


def table(header: Cells, rows: Sequence[Cells], *, markdown: bool = False) -> str:
    """Return aligned columns: words to the left, everything after the first column to the right."""
    widths = [max(map(_width, column)) for column in zip(header, *rows, strict=True)]
    lines = [_aligned(cells, widths) for cells in (header, *rows)]
    if not markdown:
        return "\n".join("  ".join(line).rstrip() for line in lines)
    rule = ["-" * max(3, widths[0]), *("-" * max(2, width - 1) + ":" for width in widths[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))


def percent(share: float | None) -> str:
    """Return a share as percent without their sign; `UNKNOWN` where it is not known."""
    return UNKNOWN if share is None else f"{100.0 * share:.1f}"


def percents(interval: Interval | None, form: str = ".1f") -> str:
    """Return both ends of an interval of shares as percent; `UNKNOWN` where there is none."""
    if interval is None:
        return UNKNOWN
    return f"{100.0 * interval.low:{form}} to {100.0 * interval.high:{form}}"


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


def _thousandths(interval: Interval | None) -> str:
    return UNKNOWN if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"


def _aligned(cells: Cells, widths: Sequence[int]) -> list[str]:
    gaps = [" " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)]
    return [
        cells[0] + gaps[0],
        *(gap + cell for gap, cell in zip(gaps[1:], cells[1:], strict=True)),
    ]


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
