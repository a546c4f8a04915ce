"""Plots as SVG inside a page: they follow its colours, print sharply, and need no script."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musicreclass.sentences.reason import Reason, because
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.learning_curve import LearningCurve
from musicreclass.training.reports.report import CalibrationBin, TrainingReport

WIDTH, HEIGHT = 420, 300
LEFT, RIGHT, TOP, BOTTOM = 46, 24, 10, 44  # margins, for the axes
FIFTHS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)

Say = Callable[[Reason], str]


def report_plots(report: TrainingReport, said: Say) -> Iterator[tuple[Reason, Markup, Reason]]:
    """Yield a heading, a plot, and what to say below it, of what there is."""
    if report.calibration:
        yield (
            because("training.page_calibration"),
            _calibration(report.calibration, said),
            because("training.page_calibration_caption"),
        )
    if report.curve and report.curve.sizes:
        plot = _curve(report.curve, said)
        yield because("training.page_more_tracks"), plot, report.curve.reason


def _calibration(bins: tuple[CalibrationBin, ...], said: Say) -> Markup:
    most = max(one.tracks for one in bins)
    points = [_bin_point(one, most, said) for one in bins]
    ticks = [(share, f"{100 * share:.0f} %") for share in FIFTHS]
    axes = Axes((0.0, 1.0), (0.0, 1.0), *_names("confidence", "right", said), ticks, FIFTHS)
    title = said(because("training.page_by", what=axes.y_name, by=axes.x_name))
    return scatter(axes, points, title, diagonal=True)


def _bin_point(one: CalibrationBin, most: int, said: Say) -> Point:
    title = because(
        "training.page_bin", low=one.low, high=one.high, tracks=one.tracks, right=one.share_right
    )
    radius = round(3.0 + 5.0 * math.sqrt(one.tracks / most), 1)
    return Point(one.confidence, one.share_right, said(title), one.interval, radius)


def _curve(curve: LearningCurve, said: Say) -> Markup:
    low = math.floor(10.0 * min(curve.accuracies)) / 10.0
    high = min(1.0, math.floor(10.0 * max(curve.accuracies) + 1.0) / 10.0)
    low = min(low, high - 0.1)
    steps = round((high - low) / 0.05)
    points = [
        Point(size, accuracy, said(because("training.page_size", tracks=size, right=accuracy)))
        for size, accuracy in zip(curve.sizes, curve.accuracies, strict=True)
    ]
    axes = Axes(
        (0.0, 1.05 * curve.sizes[-1]),
        (low, high),
        *_names("tracks_learned_from", "right", said),
        [(size, f"{size:,.0f}") for size in curve.sizes],
        [low + 0.05 * step for step in range(steps + 1)],
    )
    title = said(because("training.page_by", what=axes.y_name, by=axes.x_name))
    return scatter(axes, points, title)


@dataclass(frozen=True, slots=True)
class Point:
    """One dot: where it is, how far it may be off, how large, and what it says when pointed at."""

    x: float
    y: float
    title: str
    interval: Interval | None = None
    radius: float = 4.0


@dataclass(frozen=True, slots=True)
class Axes:
    """The range of a plot and what its axes are called; the y axis shows shares as percent."""

    x: tuple[float, float]
    y: tuple[float, float]
    x_name: str
    y_name: str
    x_ticks: Sequence[tuple[float, str]]
    y_ticks: Sequence[float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a value lies in the picture, pixels from the left and from above."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return (
            round(LEFT + across * (WIDTH - LEFT - RIGHT), 1),
            round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1),
        )


def scatter(axes: Axes, points: Sequence[Point], title: str, *, diagonal: bool = False) -> Markup:
    """Return points with their intervals, joined by a line, or beside a diagonal."""
    marks = [_line(axes, (axes.x[0], axes.y[0]), (axes.x[1], axes.y[1]))] if diagonal else []
    if not diagonal:
        marks.append(_joined(axes, points))
    dots = (_mark(axes, point) for point in points)
    return picture(WIDTH, HEIGHT, title, *_frame(axes), *marks, *dots)


def bar(share: float, *, width: int = 120, colour: str = "var(--accent)") -> Markup:
    """Return a share as a bar, to stand in a table."""
    whole = element("rect", width=width, height=8, rx=4, fill="var(--line)")
    part = element("rect", width=round(width * share, 1), height=8, rx=4, fill=colour)
    return picture(width, 8, f"{share:.0%}", whole, part)


def picture(width: int, height: int, label: str, *content: str) -> Markup:
    """Return a picture that says what it is to who cannot see it."""
    size: dict[str, str | float] = {
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
    }
    return element("svg", *content, **size, role="img", aria_label=label)


def _frame(axes: Axes) -> Iterable[Markup]:
    for value in axes.y_ticks:
        x, y = axes.at(axes.x[0], value)
        yield _line(axes, (axes.x[0], value), (axes.x[1], value), "var(--line)")
        yield element("text", f"{100 * value:.0f} %", x=x - 6, y=y + 4, text_anchor="end")
    for value, name in axes.x_ticks:
        x, y = axes.at(value, axes.y[0])
        yield element("text", name, x=x, y=y + 18, text_anchor="middle")
    center = (LEFT + WIDTH - RIGHT) / 2
    yield element("text", axes.x_name, x=center, y=HEIGHT - 6, text_anchor="middle")


def _mark(axes: Axes, point: Point) -> Markup:
    x, y = axes.at(point.x, point.y)
    interval = point.interval
    whisker = (
        _line(axes, (point.x, interval.low), (point.x, interval.high), "var(--accent)")
        if interval
        else ""
    )
    dot = element("circle", cx=x, cy=y, r=point.radius, fill="var(--accent)")
    return element("g", element("title", point.title), whisker, dot)


def _joined(axes: Axes, points: Sequence[Point]) -> Markup:
    corners = " ".join("{},{}".format(*axes.at(point.x, point.y)) for point in points)
    return element(
        "polyline", points=corners, fill="none", stroke="var(--accent)", stroke_width=1.5
    )


def _line(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str = "var(--dim)"
) -> Markup:
    (x1, y1), (x2, y2) = axes.at(*start), axes.at(*end)
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour)


def _names(x: str, y: str, said: Say) -> tuple[str, str]:
    """Return what the axes are called."""
    return said(because(f"training.axis_{x}")), said(because(f"training.axis_{y}"))


def element(name: str, /, *content: str, **attributes: str | float) -> Markup:
    """Return an element; what is no markup in it is escaped, attributes included.

    Args:
        attributes: underscores become dashes, as in `stroke_width`.
    """
    said = Markup("").join(
        Markup(' {}="{}"').format(key if key == "viewBox" else key.replace("_", "-"), value)
        for key, value in attributes.items()
    )
    inside = Markup("").join(content)
    if not inside:
        return Markup("<{}{}/>").format(name, said)
    return Markup("<{0}{1}>{2}</{0}>").format(name, said, inside)
