"""What a report says in words, in the window's language where the words are the window's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.gui.language import classifier_name, genre_name, in_words
from musicreclass.gui.messages import count, duration, listed
from musicreclass.gui.training.choose.preset_choice import preset_name

if TYPE_CHECKING:
    from musicreclass.training.measure.confidence_intervals import Interval
    from musicreclass.training.measure.confusable_pairs import GenrePair
    from musicreclass.training.reports.report import CurrentClassifier, TrainingReport

CONTEXT = "Report"
MOST_PROBLEMS = 200  # that are listed; thousands would bury the rest

translate = QCoreApplication.translate


def points(share: float) -> str:
    """Return a share of one as "78.2 %": figures of a report deserve a decimal."""
    return f"{QLocale().toString(100.0 * share, 'f', 1)} %"


def interval_text(interval: Interval | None) -> str:
    """Return where a figure lies 95 times of 100, nothing where nobody can say."""
    if interval is None:
        return ""
    low, high = (QLocale().toString(100.0 * end, "f", 1) for end in (interval.low, interval.high))
    return translate("Report", "95 %: {low} – {high}").format(low=low, high=high)


def headline(report: TrainingReport) -> str:
    """Return what the large figure is of."""
    found = report.evaluation
    if found is None:
        return translate(
            "Report", "Nobody can say how well it does: no track could be kept apart for that."
        )
    text = translate("Report", "right on music that it was not taught  ·  {interval}")
    return text.format(interval=interval_text(found.accuracy_interval)).rstrip(" ·")


def measured(report: TrainingReport) -> Iterator[str]:
    """Yield how it was measured, what would flatter, and what else to bear in mind."""
    found = report.evaluation
    if found is not None:
        text = translate(
            "Report",
            "Measured on {tracks} tracks, in {folds} folds: each by classifiers that were taught "
            "neither it nor anything else by its artist or of its album.",
        )
        yield text.format(tracks=count(found.n_tracks), folds=count(report.about.n_folds))
    if report.leakage_gap is not None:
        yield in_words(report.leakage_gap.reason)
    if len(report.alone) > 1:
        each = listed(
            f"{classifier_name(one.classifier)} {points(one.accuracy)}" for one in report.alone
        )
        yield translate("Report", "Each classifier alone: {each}.").format(each=each)
    if report.curve is not None:
        yield in_words(report.curve.reason)
    yield from (in_words(genre.reason) for genre in report.inestimable)
    yield from map(in_words, (*report.about.notes, *report.warnings))


def compared(current: CurrentClassifier | None) -> str:
    """Return how it does beside the classifier in use."""
    if current is None:
        return ""
    text = translate(
        "Report",
        "{name}, in use until now, is right on {theirs} of {tracks} of these tracks. "
        "The new one changes that by {difference} points{interval}. {remark}",
    )
    ahead = current.ahead
    spread = f" ({interval_text(ahead.interval)})" if ahead.interval else ""
    return text.format(
        name=current.name,
        theirs=points(current.accuracy),
        tracks=count(current.tracks),
        difference=f"{100.0 * ahead.accuracy:+.1f}",
        interval=spread,
        remark="" if current.remark is None else in_words(current.remark),
    ).strip()


def pair_text(pair: GenrePair, taxonomy: Taxonomy) -> str:
    """Return how well two genres are told apart."""
    text = translate("Report", "{first} and {second}: {verdict}, {share} right of two ({interval})")
    return text.format(
        first=genre_name(taxonomy, pair.first),
        second=genre_name(taxonomy, pair.second),
        verdict=in_words(pair.separation.reason),
        share=points(pair.share_right),
        interval=interval_text(pair.interval),
    )


def background(report: TrainingReport, taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
    """Yield what it was trained on and how, as names and values."""
    about = report.about
    yield translate("Report", "Learned from"), "\n".join(map(readable, about.sources))
    genres = listed(
        f"{genre_name(taxonomy, genre)} {count(number)}" for genre, number in report.counts.items()
    )
    yield translate("Report", "Genres"), genres
    kept = listed(f"{_kind(kind)} {count(n)}" for kind, n in report.grouped_by.items())
    together = translate("Report", "{groups} groups; tracks known by: {kept}")
    yield (
        translate("Report", "Kept together"),
        together.format(groups=count(report.groups), kept=kept),
    )
    yield translate("Report", "Preset"), preset_name(about.preset)
    yield translate("Report", "Seed"), str(about.seed)
    yield translate("Report", "Time"), duration(about.seconds)
    for edge in report.edges:
        text = translate("Report", "{tracks} tracks, {share} right  {interval}")
        yield (
            capitalised(in_words(edge.name)),
            text.format(
                tracks=count(edge.tracks),
                share=points(edge.share_right),
                interval=interval_text(edge.interval),
            ),
        )
    yield from about.versions.items()
    if report.left_out:
        yield translate("Report", "Left out"), _left_out(report)


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _left_out(report: TrainingReport) -> str:
    lines = [
        f"{readable(str(p.path))}: {in_words(p.reason)}" for p in report.left_out[:MOST_PROBLEMS]
    ]
    return "\n".join(lines + ["…"] * (len(report.left_out) > MOST_PROBLEMS))


def _kind(kind: str) -> str:
    words: dict[str, object] = {
        "artist": QT_TRANSLATE_NOOP("Report", "artist"),
        "album": QT_TRANSLATE_NOOP("Report", "album"),
        "folder": QT_TRANSLATE_NOOP("Report", "folder"),
        "nothing": QT_TRANSLATE_NOOP("Report", "nothing"),
    }
    return translate(CONTEXT, str(words.get(kind, kind)))
