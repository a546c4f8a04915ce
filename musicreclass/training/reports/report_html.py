"""A training's report as one page for a browser. Measures nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.training.measure.confusable_pairs import GenrePair, Separation
from musicreclass.training.measure.evaluation import Evaluation
from musicreclass.training.reports import report_plots
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
from musicreclass.training.reports.report import CurrentClassifier, ReportTrack, TrainingReport
from musicreclass.training.reports.svg_plots import bar
from musicreclass.training.reports.text_tables import UNKNOWN, percent, percents

MOST_ROWS = 200  # of a list; thousands of files left out would bury the rest
MOST_TITLES = 12  # named in a cell of the confusion matrix
TONES = {Separation.NONE: "bad", Separation.HARDLY: "caution", Separation.UNKNOWN: "dim"}


def report_page(report: TrainingReport) -> str:
    """Return the page, ready to be written to a file as UTF-8."""
    name = report.about.name
    return page(
        f"{name}: what it learned and how well",
        element("h1", name),
        element("p", _summary(report), class_="dim"),
        *(part for part in _sections(report) if part),
    )


def _sections(report: TrainingReport) -> Iterator[Markup | None]:
    found = report.evaluation
    yield _figures(report, found) if found else _unmeasured()
    yield _concerns(report)
    if found:
        yield _confusion(report, found)
        yield _genres(found)
        yield _pairs(report)
        yield _suspects(report)
    yield _copies(report)
    yield _plots(report)
    yield _edges(report)
    yield _background(report)
    yield left_out(report.left_out)


def _summary(report: TrainingReport) -> str:
    return (
        f"{len(report.counts)} genres, {sum(report.counts.values()):,} tracks in "
        f"{report.groups:,} groups that belong together"
    )


def _figures(report: TrainingReport, found: Evaluation) -> Markup:
    figures = (
        ("accuracy", found.accuracy, found.accuracy_interval),
        ("balanced accuracy", found.balanced_accuracy, found.balanced_accuracy_interval),
        ("macro-F1", found.macro_f1, found.macro_f1_interval),
        ("calibration error", found.calibration_error, None),
    )
    cards = [
        element(
            "div",
            element("b", f"{percent(share)} %"),
            element("span", name),
            element("span", percents(interval) if interval else ""),
            class_="figure",
        )
        for name, share, interval in figures
    ]
    sentences: list[str] = [
        f"Measured on {found.n_tracks:,} tracks by classifiers that had learned neither from them "
        f"nor from others of their groups, in {report.about.n_folds} folds. Intervals hold 95 "
        "times of 100."
    ]
    if report.leakage_gap:
        sentences.append(str(report.leakage_gap.reason))
    return section(
        "How well it knows your genres",
        element("div", cards, class_="figures"),
        [element("p", sentence, class_="dim") for sentence in sentences],
        _side_by_side(report, found),
    )


def _side_by_side(report: TrainingReport, found: Evaluation) -> Markup:
    """Return the classifiers of the bundle, and the one in use, below each other."""
    rows: list[Sequence[Content]] = [
        ("all together", percent(found.accuracy), percents(found.accuracy_interval))
    ]
    if len(report.alone) > 1:
        rows += [
            (f"{one.classifier} alone", percent(one.accuracy), percents(one.interval))
            for one in report.alone
        ]
    if report.current is None:
        return grid(("", "right %", "95 %"), rows) if len(rows) > 1 else Markup()
    current = report.current
    rows.append((f"{current.name}, in use until now", percent(current.accuracy), ""))
    return joined(grid(("", "right %", "95 %"), rows), element("p", _versus(current), class_="dim"))


def _versus(current: CurrentClassifier) -> str:
    ahead = current.ahead
    more = "more" if ahead.accuracy >= 0.0 else "less"
    reach = ""
    if ahead.interval:
        low, high = 100.0 * ahead.interval.low, 100.0 * ahead.interval.high
        reach = f" (95 times of 100 {low:+.1f} to {high:+.1f})"
    return (
        f"On {current.tracks:,} tracks the new classifier is right {more} often than "
        f"{current.name}: "
        f"{100.0 * ahead.accuracy:+.1f} points{reach}. {current.remark or ''}"
    ).rstrip()


def _unmeasured() -> Markup:
    return section(
        "How well it knows your genres",
        element("p", "Nobody can say: no track could be kept apart to test it on.", class_="bad"),
    )


def _concerns(report: TrainingReport) -> Markup | None:
    sentences = [
        *map(str, (*(g.reason for g in report.inestimable), *report.warnings, *report.about.notes))
    ]
    return section("To bear in mind", listing(sentences)) if sentences else None


def _confusion(report: TrainingReport, found: Evaluation) -> Markup:
    tracks, rows = report.cells(), []
    for genre, counts in zip(found.genres, found.confusion.tolist(), strict=True):
        cells = [
            _cell(tracks[genre, answer], count / sum(counts), genre == answer)
            if count
            else element("td")
            for answer, count in zip(found.genres, counts, strict=True)
        ]
        rows.append(element("tr", element("td", name_of(genre)), cells))
    header = ("is \\ taken for", *map(name_of, found.genres))
    return section(
        "What was taken for what",
        element(
            "table",
            element("tr", *(element("th", cell) for cell in header)),
            rows,
            class_="confusion",
        ),
        element("p", "Rest the pointer on a number to see its tracks.", class_="dim"),
    )


def _cell(tracks: Sequence[ReportTrack], share: float, is_right: bool) -> Markup:
    shade = element(
        "i", class_="right" if is_right else "wrong", style=f"opacity: {0.08 + 0.62 * share:.2f}"
    )
    names = [_plain_name(track) for track in tracks[:MOST_TITLES]]
    if (more := len(tracks) - MOST_TITLES) > 0:
        names.append(f"and {more:,} more")
    return element("td", shade, element("span", str(len(tracks))), title="\n".join(names))


def _genres(found: Evaluation) -> Markup:
    rows = [
        (
            name_of(figures.genre),
            f"{figures.support:,}",
            percent(figures.precision),
            percent(figures.recall),
            percent(figures.f1),
            UNKNOWN if figures.f1 is None else bar(figures.f1),
        )
        for figures in found.by_genre
    ]
    header = ("genre", "tracks", "precision %", "recall %", "F1 %", "")
    return section("Genre by genre", grid(header, rows))


def _pairs(report: TrainingReport) -> Markup:
    title = "Genres that are hard to tell apart"
    if not report.pairs:
        return section(title, element("p", "None: each pair is told apart well.", class_="good"))
    return section(
        title,
        grid(("genres", "right of two %", "95 %", ""), [_pair(pair) for pair in report.pairs]),
        element(
            "p",
            "Of the tracks of both genres, with no other answer allowed; a coin is right on 50 %.",
            class_="dim",
        ),
    )


def _pair(pair: GenrePair) -> Sequence[Content]:
    return (
        joined(name_of(pair.first), " and ", name_of(pair.second)),
        percent(pair.share_right),
        percents(pair.interval),
        element("span", pair.separation.value, class_=TONES[pair.separation]),
    )


def _suspects(report: TrainingReport) -> Markup | None:
    if not report.mislabels:
        return None
    rows = [
        (
            _named(report.tracks[one.place]),
            name_of(one.given),
            name_of(one.likely),
            element("span", _file_of(report.tracks[one.place]), class_="dim"),
        )
        for one in report.mislabels[:MOST_ROWS]
    ]
    return section(
        "Tracks that look mislabelled",
        element("p", "The most suspicious first; listen before you move any.", class_="dim"),
        grid(("track", "lies in", "sounds like", "file"), rows, kind="words"),
    )


def _copies(report: TrainingReport) -> Markup | None:
    if not report.copies:
        return None
    rows = [[_copy(report.tracks[place]) for place in pair] for pair in report.copies[:MOST_ROWS]]
    return section(
        "Recordings that are there twice",
        element("p", "Kept together, so that none is tested on its own copy.", class_="dim"),
        grid(("one", "another"), rows, kind="words"),
    )


def _copy(track: ReportTrack) -> Markup:
    where = element("span", f"{_file_of(track)}, {track.genre}", class_="dim")
    return joined(_named(track), element("br"), where)


def _plots(report: TrainingReport) -> Markup | None:
    parts = [
        section(title, element("figure", plot, element("figcaption", caption)))
        for title, plot, caption in report_plots.plots(report)
    ]
    curve = report.curve
    if curve and not curve.sizes:
        parts.append(section("Would more tracks help?", element("p", str(curve.reason))))
    return element("div", parts, class_="columns") if parts else None


def _edges(report: TrainingReport) -> Markup | None:
    rows = [
        (str(edge.name), f"{edge.tracks:,}", percent(edge.share_right), percents(edge.interval))
        for edge in report.edges
    ]
    return section("Edge cases", grid(("", "tracks", "right %", "95 %"), rows)) if rows else None


def _background(report: TrainingReport) -> Markup:
    about = report.about
    kept_by = ", ".join(f"{count:,} by {kind}" for kind, count in report.grouped_by.items())
    rows: list[Sequence[Content]] = [
        *(("learned from", element("span", readable(one), class_="path")) for one in about.sources),
        (
            "genres",
            joined(*(joined(name_of(g), f" {n:,}  ") for g, n in report.counts.items())),
        ),
        ("kept together", f"{kept_by}; {report.groups:,} groups in all"),
        ("preset", about.preset),
        ("seed", str(about.seed)),
        ("time", f"{about.seconds:,.0f} s"),
        ("made", about.made_at),
        *((name, version) for name, version in about.versions.items()),
    ]
    return section("What it was trained on, and how", grid(("", ""), rows, kind="words"))


def left_out(problems: Sequence[FileProblem]) -> Markup | None:
    """Return the files that were left out, with the reasons; None where there are none."""
    if not problems:
        return None
    items = [
        joined(
            element("span", readable(str(problem.path)), class_="path"), ": ", str(problem.reason)
        )
        for problem in problems[:MOST_ROWS]
    ]
    if (more := len(problems) - MOST_ROWS) > 0:
        items.append(joined(f"and {more:,} more"))
    return section("Left out", listing(items))


def _named(track: ReportTrack) -> Markup:
    return element("span", name_of(_plain_name(track)), title=readable(track.path))


def _file_of(track: ReportTrack) -> str:
    """Return a file's name with that of its folder, which tells most files apart."""
    return readable("/".join(Path(track.path).parts[-2:]))


def _plain_name(track: ReportTrack) -> str:
    return f"{track.title} · {track.artist}" if track.artist else track.title
