"""Plots as SVG inside a page: they follow its colours, print sharply, and need no script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.reports.html_page import Markup, element

WIDTH, HEIGHT = 420, 300
LEFT, RIGHT, TOP, BOTTOM = 46, 24, 10, 44  # margins, for the axes


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


def scatter(axes: Axes, points: Sequence[Point], *, diagonal: bool = False) -> Markup:
    """Return points with their intervals, joined by a line, or beside a diagonal."""
    marks = [_line(axes, (axes.x[0], axes.y[0]), (axes.x[1], axes.y[1]))] if diagonal else []
    if not diagonal:
        marks.append(_joined(axes, points))
    return element(
        "svg",
        _frame(axes),
        marks,
        [_mark(axes, point) for point in points],
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
        role="img",
        aria_label=f"{axes.y_name} by {axes.x_name}",
    )


def bar(share: float, *, width: int = 120, colour: str = "var(--accent)") -> Markup:
    """Return a share as a bar, to stand in a table."""
    return element(
        "svg",
        element("rect", width=width, height=8, rx=4, fill="var(--line)"),
        element("rect", width=round(width * share, 1), height=8, rx=4, fill=colour),
        viewBox=f"0 0 {width} 8",
        width=width,
        height=8,
        role="img",
        aria_label=f"{share:.0%}",
    )


def _frame(axes: Axes) -> Iterable[Markup]:
    for value in axes.y_ticks:
        x, y = axes.at(axes.x[0], value)
        yield _line(axes, (axes.x[0], value), (axes.x[1], value), "var(--line)")
        yield element("text", f"{100 * value:.0f} %", x=x - 6, y=y + 4, text_anchor="end")
    for value, name in axes.x_ticks:
        x, y = axes.at(value, axes.y[0])
        yield element("text", name, x=x, y=y + 18, text_anchor="middle")
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield element("text", axes.x_name, x=middle, y=HEIGHT - 6, text_anchor="middle")


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
    axes: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str = "var(--dim)",
) -> Markup:
    (x1, y1), (x2, y2) = axes.at(*start), axes.at(*end)
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour)
