"""Figures as tables that people read: in a terminal, or as Markdown. Measures nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from musicreclass.core.location import columns_of
from musicreclass.training.measure.comparison import Comparison, Costs
from musicreclass.training.measure.confidence_intervals import (
    Interval,
)
from musicreclass.training.measure.evaluation import (
    Evaluation,
)

UNKNOWN = "-"  # what nobody can say

Cells = Sequence[str]


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
    widths = [max(map(columns_of, column)) for column in zip(header, *rows, strict=True)]
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


def _thousandths(interval: Interval | None) -> str:
    return UNKNOWN if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"


def _aligned(cells: Cells, widths: Sequence[int]) -> list[str]:
    gaps = [" " * (width - columns_of(cell)) for cell, width in zip(cells, widths, strict=True)]
    return [
        cells[0] + gaps[0],
        *(gap + cell for gap, cell in zip(gaps[1:], cells[1:], strict=True)),
    ]


def contest_table(found: Comparison) -> str:
    """Return the classifiers below each other, with their intervals and costs."""
    header = (
        *("classifier", "accuracy %", "95 %", "balanced %", "macro-F1 %", "ECE %"),
        *("teaching", "listening", "size"),
    )
    rows = [
        (
            row.name,
            percent(row.evaluation.accuracy),
            percents(row.evaluation.accuracy_interval),
            percent(row.evaluation.balanced_accuracy),
            percent(row.evaluation.macro_f1),
            percent(row.evaluation.calibration_error),
            *costs_cells(row.costs),
        )
        for row in found.rows
    ]
    return table(header, rows)


def differences_table(found: Comparison) -> str:
    """Return which of two is better, and whether that is more than luck."""
    rows = [
        (
            f"{one.better} before {one.worse}",
            f"{100.0 * one.accuracy:+.1f}",
            percents(one.interval, "+.1f"),
            UNKNOWN if one.p is None else f"{one.p:.3f}",
            "real" if one.is_real else "may be luck",
        )
        for one in found.differences
    ]
    return table(("difference", "points", "95 %", "p", ""), rows)


def costs_cells(costs: Costs) -> tuple[str, str, str]:
    """Return what it takes to teach, to listen to a track, and to keep; `UNKNOWN` if not known."""
    fitting, listening, size = costs.fitting_seconds, costs.listening_seconds, costs.size_bytes
    return (
        UNKNOWN if fitting is None else f"{fitting:.1f} s",
        UNKNOWN if listening is None else f"{1000.0 * listening:,.0f} ms",
        UNKNOWN if size is None else f"{size / 1e6:.1f} MB",
    )
