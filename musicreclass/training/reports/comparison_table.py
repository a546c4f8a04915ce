"""A comparison of classifiers as tables for a terminal."""

from __future__ import annotations

from musicreclass.training.measure.comparison import Comparison, Costs
from musicreclass.training.reports.report_table import UNKNOWN, percent, percents, table


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
