"""A comparison of classifiers as one page for a browser. Measures nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from musicreclass.training.measure.comparison import Comparison, Row, Versus
from musicreclass.training.reports.html_page import (
    Content,
    Markup,
    element,
    grid,
    joined,
    listing,
    name_of,
    page,
    section,
)
from musicreclass.training.reports.report_html import left_out
from musicreclass.training.reports.svg_plots import bar
from musicreclass.training.reports.text_tables import UNKNOWN, costs_cells, percent, percents


def comparison_page(found: Comparison) -> str:
    """Return the page, ready to be written to a file as UTF-8."""
    first = found.rows[0].evaluation
    return page(
        found.title,
        element("h1", found.title),
        element(
            "p",
            f"{first.n_tracks:,} tracks in {first.n_groups:,} groups that belong together, "
            f"{len(first.genres)} genres. Intervals hold 95 times of 100, with other groups.",
            class_="dim",
        ),
        _table(found.rows),
        _differences(found.differences),
        section("To bear in mind", listing(map(str, found.remarks))) if found.remarks else "",
        left_out(found.left_out) or "",
    )


def _table(rows: Sequence[Row]) -> Markup:
    header = (
        *("", "", "accuracy %", "95 %", "balanced %", "macro-F1 %", "ECE %"),
        *("teaching", "listening", "size"),
    )
    return section("All on the same tracks", grid(header, [_cells(row) for row in rows]))


def _cells(row: Row) -> Sequence[Content]:
    found = row.evaluation
    return (
        name_of(row.name),
        bar(found.accuracy, width=90),
        percent(found.accuracy),
        percents(found.accuracy_interval),
        percent(found.balanced_accuracy),
        percent(found.macro_f1),
        percent(found.calibration_error),
        *costs_cells(row.costs),
    )


def _differences(differences: Sequence[Versus]) -> Markup:
    rows: list[Sequence[Content]] = [
        (
            joined(name_of(one.better), " before ", name_of(one.worse)),
            f"{100.0 * one.accuracy:+.1f}",
            percents(one.interval, "+.1f"),
            UNKNOWN if one.p is None else f"{one.p:.3f}",
            element("span", "real", class_="good")
            if one.is_real
            else element("span", "may be luck", class_="dim"),
        )
        for one in differences
    ]
    return section(
        "Which differences are real",
        grid(("", "points", "95 %", "p", ""), rows),
        element(
            "p",
            "Each pair is asked of the same tracks, drawing whole groups anew; p is corrected for "
            "the number of pairs.",
            class_="dim",
        ),
    )
