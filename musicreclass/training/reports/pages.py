"""Reports and comparisons as pages for a browser, in any language. Measures nothing itself.

The templates lie in `resources/pages`. Titles come from strangers' files: all that a template is
given is escaped, unless it is markup already.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from musicreclass import paths
from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.sentences.catalogue import ENGLISH, Sentences
from musicreclass.sentences.languages import FACTS
from musicreclass.sentences.reason import Reason, Value, because
from musicreclass.training.measure.comparison import Comparison
from musicreclass.training.measure.confusable_pairs import Separation
from musicreclass.training.measure.evaluation import Evaluation
from musicreclass.training.reports.report import CurrentClassifier, ReportTrack, TrainingReport
from musicreclass.training.reports.svg_plots import bar, report_plots
from musicreclass.training.reports.text_tables import column, costs_cells, percent, percents

if TYPE_CHECKING:
    from musicreclass.training.fit.multi_label import TagEvaluation  # torch, with it

MOST_ROWS = 200  # of a list; thousands of files left out would bury the rest
MOST_TITLES = 12  # named in a cell of the confusion matrix
TONES = {Separation.NONE: "bad", Separation.HARDLY: "caution", Separation.UNKNOWN: "dim"}
UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Cells = tuple[str | Reason, ...]


@dataclass(frozen=True, slots=True)
class ConfusionCell:
    """Tracks of one genre that were taken for one genre."""

    tracks: int
    share: float  # of all tracks of the genre
    is_right: bool
    title: str  # the first of them, a line each


def report_page(report: TrainingReport, sentences: Sentences = ENGLISH) -> str:
    """Return the page of a training's report, ready to be written to a file as UTF-8."""
    found, genres = report.evaluation, report.inestimable
    return rendered(
        "report",
        sentences,
        report=report,
        figures=tuple(_figures(found)) if found else (),
        sides=tuple(_sides(report, found)) if found else (),
        versus=_versus(report.current) if report.current else None,
        concerns=(*(one.reason for one in genres), *report.warnings, *report.about.notes),
        confusion=tuple(_confusion(report, found, sentences)) if found else (),
        plots=tuple(report_plots(report, sentences.of)),
        background=tuple(_background(report)),
        tones=TONES,
    )


def comparison_page(found: Comparison, sentences: Sentences = ENGLISH) -> str:
    """Return the page of a comparison of classifiers, ready to be written to a file as UTF-8."""
    return rendered("comparison", sentences, found=found)


def tagger_page(
    name: str,
    found: TagEvaluation,
    clips: Mapping[str, int],
    left_out: Sequence[FileProblem],
    sentences: Sentences = ENGLISH,
) -> str:
    """Return the page of what a network that gives tags has learned, tag by tag.

    Args:
        clips: part of the split -> clips.
    """
    return rendered("tagger", sentences, name=name, found=found, clips=clips, left_out=left_out)


def rendered(template: str, sentences: Sentences, **values: Any) -> str:
    """Return the page of a template of `resources/pages`, in one language."""
    return _environment(sentences).get_template(f"{template}.html.j2").render(values)


@functools.cache
def _environment(sentences: Sentences) -> Environment:
    """Return what fills templates: reasons and figures are said in one language."""

    def say(code: str, **values: Value) -> str:
        return sentences.of(because(code, **values))

    def shown(value: object) -> object:
        said = sentences.of(value) if isinstance(value, Reason) else value
        return said if isinstance(said, Markup) or not isinstance(said, str) else _clean(said)

    def marked(code: str, **names: str) -> Markup:
        """Return a sentence in which each name is of its own direction, whatever its script."""
        named = {key: Markup("<bdi>{}</bdi>").format(_clean(name)) for key, name in names.items()}
        return Markup(sentences.of(because(code, **named)))

    environment = Environment(
        loader=FileSystemLoader(paths.resource("pages")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
    )
    environment.globals.update(
        say=say,
        column=column,
        marked=marked,
        bar=bar,
        language=FACTS[sentences.language].page_tag,
        most_rows=MOST_ROWS,
    )
    environment.filters.update(
        percent=percent,
        percents=percents,
        costs=lambda costs: list(costs_cells(costs)),
        readable=readable,
        shown=_shown,
        file=_file_of,
    )
    return environment


def _clean(text: str) -> str:
    return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _figures(found: Evaluation) -> Iterator[tuple[str, float, object]]:
    """Yield the code of a name, a share, and its interval."""
    yield "training.page_accuracy", found.accuracy, found.accuracy_interval
    balanced = found.balanced_accuracy, found.balanced_accuracy_interval
    yield "training.page_balanced_accuracy", *balanced
    yield "training.page_macro_f1", found.macro_f1, found.macro_f1_interval
    yield "training.page_calibration_error", found.calibration_error, None


def _sides(report: TrainingReport, found: Evaluation) -> Iterator[Cells]:
    """Yield the classifiers of the bundle, and the one in use, below each other."""
    together = percent(found.accuracy), percents(found.accuracy_interval)
    yield because("training.page_all_together"), *together
    if len(report.alone) > 1:
        for one in report.alone:
            name = because("training.page_alone", name=one.classifier)
            yield name, percent(one.accuracy), percents(one.interval)
    if (current := report.current) is not None:
        name = because("training.page_in_use", name=current.name)
        yield name, percent(current.accuracy), ""


def _versus(current: CurrentClassifier) -> Reason:
    ahead, spread = current.ahead, None
    if ahead.interval:
        low, high = 100.0 * ahead.interval.low, 100.0 * ahead.interval.high
        spread = because("training.page_reach", low=low, high=high)
    return because(
        "training.page_more_often" if ahead.accuracy >= 0.0 else "training.page_less_often",
        tracks=current.tracks,
        name=current.name,
        points=100.0 * ahead.accuracy,
        spread=spread or "",
    )


def _confusion(
    report: TrainingReport, found: Evaluation, sentences: Sentences
) -> Iterator[tuple[str, list[ConfusionCell | None]]]:
    """Yield each genre with a cell for each answer; None where no track is."""
    tracks = report.cells()
    for genre, counts in zip(found.genres, found.confusion.tolist(), strict=True):
        cells = [
            _cell(tracks[genre, answer], count / sum(counts), genre == answer, sentences)
            if count
            else None
            for answer, count in zip(found.genres, counts, strict=True)
        ]
        yield genre, cells


def _cell(
    tracks: Sequence[ReportTrack], share: float, is_right: bool, sentences: Sentences
) -> ConfusionCell:
    names = [_shown(track) for track in tracks[:MOST_TITLES]]
    if (more := len(tracks) - MOST_TITLES) > 0:
        names.append(sentences.of(because("training.page_more", more=more)))
    return ConfusionCell(len(tracks), share, is_right, "\n".join(names))


def _background(report: TrainingReport) -> Iterator[Cells]:
    about = report.about
    known_by = tuple(
        because(f"training.page_by_{kind}", tracks=count)
        for kind, count in report.grouped_by.items()
    )
    together = because("training.page_groups", known_by=known_by, groups=report.groups)
    yield because("training.page_grouped"), together
    yield because("training.page_preset"), about.preset
    yield because("training.page_seed"), str(about.seed)
    yield because("training.page_time"), because("training.page_seconds", seconds=about.seconds)
    yield because("training.page_made"), about.made_at
    yield from about.versions.items()


def _file_of(track: ReportTrack) -> str:
    """Return a file's name with that of its folder, which tells most files apart."""
    return readable("/".join(Path(track.path).parts[-2:]))


def _shown(track: ReportTrack) -> str:
    return f"{track.title} · {track.artist}" if track.artist else track.title
