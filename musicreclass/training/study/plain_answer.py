"""The plain answer of a study: what to use for folders like these, as firmly as the tests allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from musicreclass.training.measure.comparison import Comparison, Row, Versus
from musicreclass.training.measure.confidence_intervals import Interval

MOST_LOST = 0.05  # of the tracks; who may lose more is not recommended for being cheap
SAME_COST = 1.25  # times as dear is as cheap: timing is no more exact


class Firmness(Enum):
    """How firmly a way is recommended."""

    CLEAR = "clear"  # it is really better than each other
    BEST_OF_SOME = "best of some"  # really better than some; it is the cheapest of the rest
    OPEN = "open"  # nothing is really better than anything


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """What to use, and what that rests on."""

    use: str  # a way
    firmness: Firmness
    accuracy: float
    interval: Interval | None
    most_right: str  # the way that is right most often, which may be another
    given_up: float  # of its accuracy, by the one to use
    given_up_interval: Interval | None
    no_worse: tuple[str, ...]  # ways that are not really less often right than `most_right`
    worse: tuple[str, ...]  # those that are


def plain_answer(found: Comparison) -> PlainAnswer:
    """Return what to use: the cheapest way that is right about as often as the best.

    As often means that the test shows no difference from the best, and that the interval of the
    difference leaves it no further behind than `MOST_LOST`.
    """
    rows = sorted(found.rows, key=lambda row: (-row.evaluation.accuracy, _seconds(row)))
    best = rows[0]
    behind = {one.worse: one for one in found.differences if one.better == best.name} | {
        one.better: _turned(one) for one in found.differences if one.worse == best.name
    }
    worse = tuple(row.name for row in rows[1:] if _is_really_behind(behind.get(row.name)))
    no_worse = tuple(row.name for row in rows[1:] if row.name not in worse)
    near = [best, *(row for row in rows[1:] if row.name in no_worse and _is_near(behind[row.name]))]
    chosen = _cheapest(near)
    lost = behind.get(chosen.name)
    is_open = not any(one.is_real for one in found.differences)
    return PlainAnswer(
        chosen.name,
        Firmness.OPEN if is_open else Firmness.BEST_OF_SOME if no_worse else Firmness.CLEAR,
        chosen.evaluation.accuracy,
        chosen.evaluation.accuracy_interval,
        best.name,
        lost.accuracy if lost else 0.0,
        lost.interval if lost else None,
        no_worse,
        worse,
    )


def _turned(one: Versus) -> Versus:
    """Return a difference seen from the other side; it is none, or next to none."""
    interval = one.interval and Interval(-one.interval.high, -one.interval.low)
    return Versus(one.worse, one.better, -one.accuracy, interval, one.p)


def _is_really_behind(one: Versus | None) -> bool:
    return one is not None and one.is_real


def _is_near(one: Versus) -> bool:
    return one.interval is not None and one.interval.high <= MOST_LOST


def _cheapest(rows: Sequence[Row]) -> Row:
    """Return the most often right of those that cost about the least until a track is answered."""
    most = SAME_COST * min(map(_seconds, rows))
    cheap = [row for row in rows if _seconds(row) <= most]
    return max(cheap, key=lambda row: row.evaluation.accuracy)


def _seconds(row: Row) -> float:
    """Return how long a track takes; for ever where nobody can tell."""
    seconds = row.costs.analysis_seconds
    return math.inf if seconds is None else seconds
