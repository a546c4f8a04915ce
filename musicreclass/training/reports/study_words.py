"""What a study found, as the cells and sentences that the page and the text share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musicreclass.core.analysis import UNALTERED, Alteration
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.measure.comparison import Comparison
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.reports.text_tables import (
    CONFIDENCE,
    UNKNOWN,
    Cells,
    column,
    costs_cells,
    percent,
    percents,
)
from musicreclass.training.study.across import CollectionContrast, Crossings
from musicreclass.training.study.edge_cases import AlteredCase, FewExamples
from musicreclass.training.study.genre_contrasts import (
    FeatureContrast,
    GenreDifficulty,
    PairContrast,
)
from musicreclass.training.study.occlusion import TIMES, ShownDecision
from musicreclass.training.study.study_result import CollectionStudy
from musicreclass.training.study.ways import UNDER, representation_reason, way_reason

LEAST_DROP = 0.01  # of a probability; less is nothing that an answer stands upon


@dataclass(frozen=True, slots=True)
class WordedTable:
    """A table in no language yet."""

    header: Cells
    rows: Sequence[Cells]


def answer_sentences(one: CollectionStudy) -> Iterator[Reason]:
    """Yield the plain answer, how firm it is, and what it gives up."""
    found, others = one.answer, len(one.comparison.rows) - 1
    use, best = way_reason(found.use), way_reason(found.most_right)
    interval = _interval("study.interval", found.interval)
    accuracy = 100.0 * found.accuracy
    yield because("study.use", name=one.name, way=use, accuracy=accuracy, interval=interval)
    match found.firmness.value:
        case "clear":
            yield because("study.firm_clear", others=others)
        case "best of some":
            worse, no_worse = len(found.worse), len(found.no_worse)
            yield because("study.firm_best_of_some", others=others, worse=worse, no_worse=no_worse)
        case _:
            yield because("study.firm_open", ways=others + 1)
    if found.most_right != found.use:
        interval = _interval("study.points_interval", found.given_up_interval)
        points = 100.0 * found.given_up
        yield because("study.most_right", way=best, points=points, interval=interval)


def ways_table(found: Comparison) -> WordedTable:
    """Return the ways, the best first, with their costs."""
    header: Cells = (
        _column("way"),
        *(column("accuracy"), CONFIDENCE, column("balanced")),
        *map(column, ("fitting", "analysis", "size")),
    )
    rows = sorted(found.rows, key=lambda row: -row.evaluation.accuracy)
    return WordedTable(
        header,
        [
            (
                way_reason(row.name),
                percent(row.evaluation.accuracy),
                percents(row.evaluation.accuracy_interval),
                percent(row.evaluation.balanced_accuracy),
                *costs_cells(row.costs),
            )
            for row in rows
        ],
    )


def behind_table(one: CollectionStudy) -> WordedTable:
    """Return how far each way is behind the best, and whether that is more than luck."""
    best = one.best_way
    rows = []
    for versus in one.comparison.differences:
        if best not in (versus.better, versus.worse):
            continue
        other = versus.worse if versus.better == best else versus.better
        rows.append(
            (
                way_reason(other),
                f"{100.0 * versus.accuracy:.1f}",
                percents(versus.interval, "+.1f"),
                UNKNOWN if versus.p is None else f"{versus.p:.3f}",
                because("training.real") if versus.is_real else because("training.may_be_luck"),
            )
        )
    rows.reverse()
    return WordedTable((_column("way"), _column("behind"), CONFIDENCE, "p", ""), rows)


def altered_table(cases: Sequence[AlteredCase]) -> WordedTable:
    """Return how the edge way does on altered sounds."""
    header = (
        *(_column("sound"), _column("seconds"), column("right"), CONFIDENCE),
        *(_column("change"), CONFIDENCE),
    )
    return WordedTable(header, [_altered_row(case) for case in cases])


def _altered_row(case: AlteredCase) -> Cells:
    is_whole = case.alteration == UNALTERED
    return (
        alteration_reason(case.alteration),
        f"{case.seconds:.1f}",
        percent(case.accuracy),
        percents(case.interval),
        "" if is_whole else f"{100.0 * case.change.accuracy:+.1f}",
        "" if is_whole else percents(case.change.interval, "+.1f"),
    )


def alteration_reason(alteration: Alteration) -> Reason:
    """Return what was done to a sound, in words."""
    kind = "whole" if alteration == UNALTERED else alteration.kind.name.lower()
    return because(f"study.altered_{kind}", amount=alteration.amount)


def few_table(few: Sequence[FewExamples]) -> WordedTable:
    """Return how the edge way does with few examples."""
    header = (_column("per_genre"), column("right"), CONFIDENCE)
    rows = [(f"{f.per_genre}", percent(f.accuracy), percents(f.interval)) for f in few]
    return WordedTable(header, rows)


def genres_table(found: Sequence[GenreDifficulty]) -> WordedTable:
    """Return the genres, the easiest first."""
    header = (
        *(column("genre"), column("tracks"), column("right"), CONFIDENCE),
        *(_column("by_all"), _column("taken_for")),
    )
    rows = [
        (
            one.genre,
            f"{one.tracks:,}",
            percent(one.right),
            percents(one.interval),
            percent(one.by_all),
            because("study.taken_for", genre=one.taken_for, times=one.times)
            if one.taken_for
            else "",
        )
        for one in found
    ]
    return WordedTable(header, rows)


def pair_reason(pair: PairContrast) -> Reason:
    """Return how well the right one of a pair is found."""
    return because(
        "study.pair",
        first=pair.first,
        second=pair.second,
        right=100.0 * pair.share_right,
        interval=_interval("study.interval", pair.interval),
    )


def pair_table(pair: PairContrast) -> WordedTable:
    """Return the features that part a pair most."""
    header = (_column("feature"), _column("more_in"), _column("spreads"), CONFIDENCE)
    rows = [
        (
            feature_reason(one),
            pair.first if one.effect > 0.0 else pair.second,
            f"{abs(one.effect):.2f}",
            percents(_upright(one), ".2f", 1.0),
        )
        for one in pair.features
    ]
    return WordedTable(header, rows)


def feature_reason(one: FeatureContrast) -> Reason:
    """Return what one of the 518 features is, in words."""
    name, statistic, number = one.column.split(".")
    feature = because(f"study.feature_{name}", number=int(number))
    return because(
        "study.feature_of", feature=feature, statistic=because(f"study.statistic_{statistic}")
    )


def across_tables(found: Crossings) -> Iterator[tuple[Reason, WordedTable]]:
    """Yield from which collection to which, and how ways do that learned from the other one."""
    header = (
        *(_column("columns"), _column("abroad"), CONFIDENCE),
        *(_column("at_home"), CONFIDENCE, _column("loss"), CONFIDENCE),
    )
    directions = dict.fromkeys((row.learned_from, row.asked_about) for row in found.rows)
    for learned, asked in directions:
        rows = [
            (
                representation_reason(row.way.partition(UNDER)[0]),
                percent(row.abroad),
                percents(row.abroad_interval),
                percent(row.at_home),
                percents(row.at_home_interval),
                f"{100.0 * row.loss:+.1f}",
                percents(row.loss_interval, "+.1f"),
            )
            for row in found.rows
            if (row.learned_from, row.asked_about) == (learned, asked)
        ]
        yield because("study.from_to", learned=learned, asked=asked), WordedTable(header, rows)


def contrasts_table(found: Crossings) -> WordedTable:
    """Return what else two collections differ in."""
    header = (
        *(_column("fact"), found.first, column("tracks"), found.second, column("tracks")),
        *(_column("spreads"), CONFIDENCE),
    )
    return WordedTable(header, [_contrast_row(one) for one in found.contrasts])


def _contrast_row(one: CollectionContrast) -> Cells:
    form = "{:.0f}" if one.fact == "year" else "{:,.1f}" if one.fact == "level" else "{:,.0f}"
    values = [UNKNOWN if v is None else form.format(v) for v in (one.first, one.second)]
    return (
        because(f"study.fact_{one.fact}"),
        *(values[0], f"{one.known[0]:,}", values[1], f"{one.known[1]:,}"),
        UNKNOWN if one.effect is None else f"{one.effect:+.2f}",
        percents(one.interval, "+.2f", 1.0),
    )


def decision_reason(found: ShownDecision) -> Reason:
    """Return what was answered, how surely, and whether it is right."""
    share = 100.0 * found.probability
    if found.is_right:
        return because("study.right_decision", answer=found.answer, percent=share)
    return because("study.wrong_decision", answer=found.answer, percent=share, truth=found.truth)


def strongest_reason(found: ShownDecision) -> Reason:
    """Return which part of the mel an answer stands upon most."""
    band, time = found.strongest
    drop = float(found.drops[band, time])
    if drop < LEAST_DROP:
        return because("study.stands_on_nothing")
    step = found.seconds / TIMES
    return because(
        "study.strongest",
        low=found.hz[band],
        high=found.hz[band + 1],
        start=step * time,
        end=step * (time + 1),
        points=100.0 * drop,
    )


def _column(name: str) -> Reason:
    return because(f"study.column_{name}")


def _interval(code: str, interval: Interval | None) -> Reason | str:
    if interval is None:
        return ""
    return because(code, low=100.0 * interval.low, high=100.0 * interval.high)


def _upright(one: FeatureContrast) -> Interval | None:
    """Return the interval of how much more the genre that has more of it has."""
    if one.interval is None or one.effect > 0.0:
        return one.interval
    return Interval(-one.interval.high, -one.interval.low)
