"""Figures as tables that people read: in a terminal, or as Markdown. Measures nothing itself.

Words in them are reasons, so that whoever prints a table says in which language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musicreclass.core.location import columns_of
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.measure.comparison import Comparison, Costs
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.evaluation import Evaluation

UNKNOWN = "-"  # what nobody can say
CONFIDENCE = "95 %"

Cells = Sequence[str | Reason]
Say = Callable[[Reason], str]


def column(name: str) -> Reason:
    """Return what a column, or a row of figures, is called."""
    return because(f"training.column_{name}")


def summary_table(found: Evaluation, said: Say = str, *, markdown: bool = False) -> str:
    """Return the figures of one classifier with their intervals."""
    loss_ends = percents(found.log_loss_interval, ".3f", 1.0)
    rows = [
        (column("accuracy"), percent(found.accuracy), percents(found.accuracy_interval)),
        (
            column("balanced_accuracy"),
            percent(found.balanced_accuracy),
            percents(found.balanced_accuracy_interval),
        ),
        (column("macro_f1"), percent(found.macro_f1), percents(found.macro_f1_interval)),
        (column("log_loss"), f"{found.log_loss:.3f}", loss_ends),
        (column("calibration_error"), percent(found.calibration_error), ""),
    ]
    return table(("", "", CONFIDENCE), rows, said, markdown=markdown)


def genre_table(found: Evaluation, said: Say = str, *, markdown: bool = False) -> str:
    """Return the figures of each genre; `UNKNOWN` where there are none."""
    header = [column(name) for name in ("genre", "tracks", "precision", "recall", "f1")]
    rows = [
        (g.genre, str(g.support), percent(g.precision), percent(g.recall), percent(g.f1))
        for g in found.by_genre
    ]
    return table(header, rows, said, markdown=markdown)


def confusion_table(found: Evaluation, said: Say = str, *, markdown: bool = False) -> str:
    """Return which genres were taken for which; empty where none was."""
    header: Cells = (column("is_taken_for"), *found.genres)
    rows = [
        (genre, *(str(count) if count else "" for count in counts))
        for genre, counts in zip(found.genres, found.confusion.tolist(), strict=True)
    ]
    return table(header, rows, said, markdown=markdown)


def comparison_table(found: Comparison, said: Say = str) -> str:
    """Return the classifiers below each other, with their intervals and costs."""
    header: Cells = (
        *(column("classifier"), column("accuracy"), CONFIDENCE, column("balanced")),
        *map(column, ("macro_f1", "ece", "fitting", "analysis", "size")),
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
    return table(header, rows, said)


def differences_table(found: Comparison, said: Say = str) -> str:
    """Return which of two is better, and whether that is more than luck."""
    rows = [
        (
            because("training.one_before_other", one=one.better, other=one.worse),
            f"{100.0 * one.accuracy:+.1f}",
            percents(one.interval, "+.1f"),
            UNKNOWN if one.p is None else f"{one.p:.3f}",
            because("training.real") if one.is_real else because("training.may_be_luck"),
        )
        for one in found.differences
    ]
    return table((column("difference"), column("points"), CONFIDENCE, "p", ""), rows, said)


def costs_cells(costs: Costs) -> tuple[str, str, str]:
    """Return what it takes to fit, to analyze a track, and to keep; `UNKNOWN` if not known."""
    fitting, analysis, size = costs.fitting_seconds, costs.analysis_seconds, costs.size_bytes
    return (
        UNKNOWN if fitting is None else f"{fitting:.1f} s",
        UNKNOWN if analysis is None else f"{1000.0 * analysis:,.0f} ms",
        UNKNOWN if size is None else f"{size / 1e6:.1f} MB",
    )


def table(header: Cells, rows: Sequence[Cells], said: Say = str, *, markdown: bool = False) -> str:
    """Return aligned columns: words to the left, everything after the first column to the right."""
    texts = [
        [said(cell) if isinstance(cell, Reason) else cell for cell in cells]
        for cells in (header, *rows)
    ]
    widths = [max(map(columns_of, column)) for column in zip(*texts, strict=True)]
    lines = [_aligned(cells, widths) for cells in texts]
    if not markdown:
        return "\n".join("  ".join(line).rstrip() for line in lines)
    rule = ["-" * max(3, widths[0]), *("-" * max(2, width - 1) + ":" for width in widths[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))


def percent(share: float | None) -> str:
    """Return a share as percent without their sign; `UNKNOWN` where it is not known."""
    return UNKNOWN if share is None else f"{100.0 * share:.1f}"


def percents(interval: Interval | None, form: str = ".1f", unit: float = 100.0) -> str | Reason:
    """Return both ends of an interval of shares as percent; `UNKNOWN` where there is none."""
    if interval is None:
        return UNKNOWN
    low, high = f"{unit * interval.low:{form}}", f"{unit * interval.high:{form}}"
    return because("training.from_to", low=low, high=high)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    gaps = [" " * (width - columns_of(cell)) for cell, width in zip(cells, widths, strict=True)]
    return [
        cells[0] + gaps[0],
        *(gap + cell for gap, cell in zip(gaps[1:], cells[1:], strict=True)),
    ]
