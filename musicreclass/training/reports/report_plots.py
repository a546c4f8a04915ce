"""The plots of a report: whether confidences hold what they promise, and what more tracks bring."""

from __future__ import annotations

import math
from collections.abc import Iterator

from musicreclass.training.measure.learning_curve import LearningCurve
from musicreclass.training.reports.html_page import Markup
from musicreclass.training.reports.report import CalibrationBin, TrainingReport
from musicreclass.training.reports.svg_plots import Axes, Point, scatter

FIFTHS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def plots(report: TrainingReport) -> Iterator[tuple[str, Markup, str]]:
    """Yield a heading, a plot, and what to say below it, of what there is."""
    if report.calibration:
        yield (
            "Is it as right as it is sure?",
            _calibration(report.calibration),
            "On the line, of 100 tracks at 70 % confidence 70 are right. Larger dots hold more.",
        )
    if report.curve and report.curve.sizes:
        yield "Would more tracks help?", _curve(report.curve), str(report.curve.reason)


def _calibration(bins: tuple[CalibrationBin, ...]) -> Markup:
    most = max(one.tracks for one in bins)
    points = [
        Point(
            one.confidence,
            one.share_right,
            f"{one.low:.0%} to {one.high:.0%}: {one.tracks:,} tracks, {one.share_right:.0%} right",
            one.interval,
            radius=round(3.0 + 5.0 * math.sqrt(one.tracks / most), 1),
        )
        for one in bins
    ]
    ticks = [(share, f"{100 * share:.0f} %") for share in FIFTHS]
    axes = Axes((0.0, 1.0), (0.0, 1.0), "confidence", "right", ticks, FIFTHS)
    return scatter(axes, points, diagonal=True)


def _curve(curve: LearningCurve) -> Markup:
    low = math.floor(10.0 * min(curve.accuracies)) / 10.0
    high = min(1.0, math.floor(10.0 * max(curve.accuracies) + 1.0) / 10.0)
    low = min(low, high - 0.1)
    steps = round((high - low) / 0.05)
    points = [
        Point(size, accuracy, f"{size:,.0f} tracks: {accuracy:.1%} right")
        for size, accuracy in zip(curve.sizes, curve.accuracies, strict=True)
    ]
    axes = Axes(
        (0.0, 1.05 * curve.sizes[-1]),
        (low, high),
        "tracks learned from",
        "right",
        [(size, f"{size:,.0f}") for size in curve.sizes],
        [low + 0.05 * step for step in range(steps + 1)],
    )
    return scatter(axes, points)
