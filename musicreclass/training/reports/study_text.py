"""A study as text for a terminal. Measures nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

from musicreclass.sentences.reason import Reason, because
from musicreclass.training.reports import study_words as words
from musicreclass.training.reports.text_tables import Say, table
from musicreclass.training.study.across import Crossings
from musicreclass.training.study.study_result import CollectionStudy, Study
from musicreclass.training.study.ways import way_reason

Part = Reason | words.WordedTable | str


def study_text(found: Study, said: Say = str) -> str:
    """Return all that a study found but for the pictures, the plain answer first."""
    return "\n".join(
        table(part.header, part.rows, said)
        if isinstance(part, words.WordedTable)
        else part
        if isinstance(part, str)
        else said(part)
        for part in _parts(found)
    )


def _parts(found: Study) -> Iterator[Part]:
    for one in found.collections:
        yield from words.answer_sentences(one)
        yield ""
    for one in found.collections:
        yield from _collection(one)
    for across in found.crossings:
        yield because("study.heading_across", first=across.first, second=across.second)
        yield across_caption(across)
        for direction, found_there in words.across_tables(across):
            yield direction
            yield found_there
            yield ""
        yield because("study.heading_contrasts")
        yield words.contrasts_table(across)
        yield ""
    yield from found.remarks
    if found.is_quick:
        yield because("study.quick")
    yield because("study.took", minutes=found.seconds / 60.0)


def _collection(one: CollectionStudy) -> Iterator[Part]:
    yield because("study.heading_ways", name=one.name)
    yield summary(one)
    yield words.ways_table(one.comparison)
    yield ""
    yield because("study.against_best", name=one.name)
    yield words.behind_table(one)
    yield ""
    if one.altered:
        yield because("study.heading_altered", name=one.name)
        yield altered_caption(one)
        yield words.altered_table(one.altered)
        yield ""
    yield because("study.heading_few", name=one.name)
    if one.few:
        yield few_caption(one)
        yield words.few_table(one.few)
    else:
        yield because("study.too_few_for_few")
    yield ""
    yield because("study.heading_genres", name=one.name)
    yield words.genres_table(one.genres)
    yield ""
    yield because("study.heading_pairs", name=one.name)
    for pair in one.pairs:
        yield words.pair_reason(pair)
        yield words.pair_table(pair)
    if not one.pairs:
        yield because("study.no_pairs")
    yield ""
    if one.decisions:
        yield because("study.heading_decisions", name=one.name)
    for shown in one.decisions:
        yield because(
            "said.of_file", name=shown.title, reason=words.decision_reason(shown.decision)
        )
        yield words.strongest_reason(shown.decision)
    yield ""
    yield from one.comparison.remarks
    yield ""


def summary(one: CollectionStudy) -> Reason:
    """Return how much a collection is, and how it was split."""
    first = one.comparison.rows[0].evaluation
    return because(
        "study.summary",
        tracks=first.n_tracks,
        groups=first.n_groups,
        genres=len(first.genres),
        folds=one.comparison.n_folds or 0,
    )


def altered_caption(one: CollectionStudy) -> Reason:
    """Return what altered sounds were asked about, and by what."""
    return because(
        "study.altered_caption", tracks=one.altered[0].tracks, way=way_reason(one.edge_way)
    )


def few_caption(one: CollectionStudy) -> Reason:
    """Return what few examples were drawn from, and how often."""
    first = one.few[0]
    return because(
        "study.few_caption",
        way=way_reason(one.edge_way),
        drawings=first.drawings,
        tracks=first.tracks,
        genres=first.genres,
    )


def across_caption(found: Crossings) -> Reason:
    """Return which genres of two collections are asked about, and how."""
    return because(
        "study.across_caption",
        genres=found.genres,
        first_tracks=found.tracks[0],
        second_tracks=found.tracks[1],
    )
