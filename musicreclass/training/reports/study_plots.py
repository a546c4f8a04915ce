"""Plots of a study as SVG: figures with their intervals below each other, and mels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from musicreclass.core.analysis import UNALTERED
from musicreclass.core.location import columns_of
from musicreclass.sentences.reason import because
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.reports import study_words as words
from musicreclass.training.reports.svg_plots import (
    FIFTHS,
    Axes,
    Point,
    Say,
    element,
    picture,
    scatter,
)
from musicreclass.training.study.edge_cases import FewExamples
from musicreclass.training.study.occlusion import BANDS, TIMES, Picture, ShownDecision
from musicreclass.training.study.study_result import CollectionStudy
from musicreclass.training.study.ways import way_reason

ROW, WIDTH, RIGHT, TOP, BOTTOM = 22, 740, 60, 4, 22
LETTER = 6.8  # pixels wide, about; letters of Chinese are two columns wide
WIDEST_NAME = 330
CELL = 4  # pixels of a mel's picture
SHADES = 10
FRAME_FROM = 0.15  # of the strongest part; what is less is not framed
LEAST_SHOWN = 0.01  # of a probability


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A line of a plot: its name, a share, and where that may lie."""

    name: str
    share: float
    interval: Interval | None
    is_marked: bool = False
    beside: float | None = None  # another share, to compare with


def ways_plot(one: CollectionStudy, said: Say) -> Markup:
    """Return the ways with their accuracy, the best first; the one to use is marked."""
    rows = sorted(one.comparison.rows, key=lambda row: -row.evaluation.accuracy)
    return intervals(
        [
            IntervalRow(
                said(way_reason(row.name)),
                row.evaluation.accuracy,
                row.evaluation.accuracy_interval,
                row.name == one.answer.use,
            )
            for row in rows
        ],
        said(because("study.axis_right")),
    )


def altered_plot(one: CollectionStudy, said: Say) -> Markup:
    """Return how often altered sounds are told right."""
    return intervals(
        [
            IntervalRow(
                said(words.alteration_reason(case.alteration)),
                case.accuracy,
                case.interval,
                case.alteration == UNALTERED,
            )
            for case in one.altered
        ],
        said(because("study.axis_right")),
    )


def genres_plot(one: CollectionStudy, said: Say) -> Markup:
    """Return the genres, the easiest first; a hollow dot is the mean of all ways."""
    return intervals(
        [IntervalRow(g.genre, g.right, g.interval, beside=g.by_all) for g in one.genres],
        said(because("study.axis_right")),
    )


def few_plot(few: Sequence[FewExamples], said: Say) -> Markup:
    """Return the accuracy by how many tracks of each genre were learned from."""
    axes = Axes(
        (0.0, 1.05 * few[-1].per_genre),
        (0.0, 1.0),
        said(because("study.axis_per_genre")),
        said(because("study.axis_right")),
        [(one.per_genre, f"{one.per_genre}") for one in few],
        FIFTHS,
    )
    points = [
        Point(one.per_genre, one.accuracy, f"{one.accuracy:.1%}", one.interval) for one in few
    ]
    title = said(because("training.page_by", what=axes.y_name, by=axes.x_name))
    return scatter(axes, points, title)


def intervals(rows: Sequence[IntervalRow], title: str) -> Markup:
    """Return shares with their intervals below each other, from 0 to 100 %."""
    left = min(WIDEST_NAME, 14 + LETTER * max(columns_of(row.name) for row in rows))
    height = TOP + ROW * len(rows) + BOTTOM

    def x_of(share: float) -> float:
        return round(left + share * (WIDTH - left - RIGHT), 1)

    return picture(WIDTH, height, title, *_grid(x_of, height), *_rows(rows, x_of, left))


def _grid(x_of: Callable[[float], float], height: int) -> Iterator[Markup]:
    for share in FIFTHS:
        x, end = x_of(share), height - BOTTOM
        yield element("line", x1=x, y1=TOP, x2=x, y2=end, stroke="var(--line)")
        yield element("text", f"{100 * share:.0f} %", x=x, y=height - 6, text_anchor="middle")


def _rows(
    rows: Sequence[IntervalRow], x_of: Callable[[float], float], left: float
) -> Iterator[Markup]:
    for number, row in enumerate(rows):
        y = TOP + ROW * number + ROW // 2
        colour = "var(--good)" if row.is_marked else "var(--accent)"
        yield element("text", row.name, x=left - 8, y=y + 4, text_anchor="end")
        if row.interval is not None:
            low, high = x_of(row.interval.low), x_of(row.interval.high)
            yield element("line", x1=low, y1=y, x2=high, y2=y, stroke=colour, stroke_width=2)
        if row.beside is not None:
            yield element(
                "circle", cx=x_of(row.beside), cy=y, r=4, fill="none", stroke="var(--dim)"
            )
        yield element("circle", cx=x_of(row.share), cy=y, r=4.5, fill=colour)
        yield element("text", f"{100 * row.share:.1f}", x=WIDTH - RIGHT + 14, y=y + 4)


def decision_plot(found: ShownDecision, title: str) -> Markup:
    """Return a mel with the parts framed that an answer stands upon, or that speak against it."""
    n_bands, n_columns = found.picture.shape
    width, height = CELL * n_columns, CELL * n_bands
    ground = element("rect", width=width, height=height, fill="#14161c")
    shades = _shades(found.picture)
    frames = _frames(found, width, height)
    return picture(width, height, title, ground, *shades, *frames)


def _shades(mel: Picture) -> Iterator[Markup]:
    """Yield one path for each shade of a mel: runs of cells, so that pages stay small."""
    height = len(mel)
    levels = (mel * (SHADES - 1)).round().astype(int)
    paths: dict[int, list[str]] = {}
    for band, row in enumerate(levels.tolist()):
        column = 0
        for level, run in groupby(row):
            count = len(list(run))
            if level:
                x, y = CELL * column, CELL * (height - 1 - band)
                paths.setdefault(level, []).append(
                    f"M{x} {y}h{CELL * count}v{CELL}h-{CELL * count}z"
                )
            column += count
    for level, path in sorted(paths.items()):
        yield element("path", d="".join(path), fill=_grey(level / (SHADES - 1)))


def _grey(share: float) -> str:
    """Return a colour from dark to a pale yellow, by the share of the loudest."""
    red, green, blue = (round(20 + share * (end - 20)) for end in (245, 236, 205))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _frames(found: ShownDecision, width: int, height: int) -> Iterator[Markup]:
    strongest = max(float(abs(found.drops).max()), LEAST_SHOWN)
    for band in range(BANDS):
        for time in range(TIMES):
            share = float(found.drops[band, time]) / strongest
            if abs(share) < FRAME_FROM:
                continue
            yield element(
                "rect",
                x=round(width * time / TIMES + 1.5, 1),
                y=round(height * (BANDS - 1 - band) / BANDS + 1.0, 1),
                width=round(width / TIMES - 3.0, 1),
                height=round(height / BANDS - 2.0, 1),
                fill="#ff8c1a" if share > 0.0 else "#3fa7ff",
                fill_opacity=round(0.35 * abs(share), 2),
                stroke="#ff8c1a" if share > 0.0 else "#3fa7ff",
                stroke_opacity=round(abs(share), 2),
                stroke_width=1.5,
            )
