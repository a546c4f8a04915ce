"""Study of one collection: its ways compared, its edge cases, its genres, and decisions shown."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from musicreclass.core.analysis import UNALTERED, USUAL_ALTERATIONS, AnalysisSpec
from musicreclass.core.job import JobContext, Progress
from musicreclass.pipeline.analysis.analyze import seconds_by_spec
from musicreclass.pipeline.study.altered_sound import altered_sounds
from musicreclass.pipeline.study.study_material import StudyMaterial
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.data.split import folds, inestimable
from musicreclass.training.fit.progress import AUGMENTING, FITTING, MEASURING, StageContext
from musicreclass.training.measure.comparison import (
    Comparison,
    Costs,
    Entry,
    differences_of,
    rows_of,
)
from musicreclass.training.measure.comparison_run import Fitted, cross_validated
from musicreclass.training.members import Member
from musicreclass.training.study.edge_cases import (
    DRAWINGS,
    QUICK_DRAWINGS,
    AlteredCase,
    altered_case,
    answers_by_fold,
    few_examples,
    sample_of,
)
from musicreclass.training.study.genre_contrasts import difficulties, pair_contrasts
from musicreclass.training.study.occlusion import shown_decision, telling_tracks
from musicreclass.training.study.plain_answer import plain_answer
from musicreclass.training.study.study_result import CollectionStudy, NamedDecision
from musicreclass.training.study.ways import (
    FEATURES,
    SHOWN_NETWORK,
    StudyColumns,
    networks,
    plain_heads,
)

FOLDS, QUICK_FOLDS = 5, 3
SAMPLE, QUICK_SAMPLE = 240, 60  # tracks that are altered
RESAMPLES = 20_000  # so that p-values of two hundred comparisons can hold together


@dataclass(frozen=True, slots=True)
class StudyExtent:
    """How thorough a study is."""

    is_quick: bool
    seed: int = 0

    @property
    def n_folds(self) -> int:
        return QUICK_FOLDS if self.is_quick else FOLDS

    @property
    def sample(self) -> int:
        return QUICK_SAMPLE if self.is_quick else SAMPLE

    @property
    def drawings(self) -> int:
        return QUICK_DRAWINGS if self.is_quick else DRAWINGS


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """A way that was tried: who it is, what it needs, and what came of it."""

    member: Member
    needs: AnalysisSpec
    fitted: Fitted
    is_plain: bool  # a representation under a plain head

    def is_right(self, labels: Indices) -> float:
        return float((self.fitted.log_probs.argmax(axis=1) == labels).mean())


def study_collection(
    material: StudyMaterial,
    columns: StudyColumns,
    centres_hz: Sequence[float],
    extent: StudyExtent,
    ctx: JobContext,
) -> CollectionStudy:
    """Return what can be found out about one collection.

    Raises:
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped; what was measured is kept in the cache.
    """
    started = time.monotonic()
    tracks = material.tracks
    fold_of = folds(tracks.labels, tracks.groups, extent.n_folds, extent.seed)
    ways = _tried(material, columns, fold_of, extent, StageContext(ctx, FITTING))
    comparison = _compared(material, ways, fold_of, StageContext(ctx, MEASURING))
    answer = plain_answer(comparison)
    best = next(way for way in ways if way.member.name == answer.most_right).fitted.log_probs
    edge = max((way for way in ways if way.is_plain), key=lambda way: way.is_right(tracks.labels))
    altered, problems = _altered(
        material, columns, edge, fold_of, extent, StageContext(ctx, AUGMENTING)
    )
    few = few_examples(
        edge.member,
        tracks,
        fold_of,
        StageContext(ctx, FITTING),
        seed=extent.seed,
        drawings=extent.drawings,
    )
    sound = next(one for one in columns.representations if one.name == FEATURES).columns
    assert tracks.features is not None  # for they were measured
    decisions = _decisions(material, ways, fold_of, columns, centres_hz, ctx)
    remarks = (*comparison.remarks, *problems)
    return CollectionStudy(
        material.name,
        replace(comparison, remarks=remarks, seconds=round(time.monotonic() - started, 3)),
        answer,
        edge.member.name,
        altered,
        few,
        difficulties(best, [way.fitted.log_probs for way in ways], tracks),
        pair_contrasts(best, tracks, tracks.features[:, : len(sound)], sound),
        decisions,
    )


def _tried(
    material: StudyMaterial,
    columns: StudyColumns,
    fold_of: Indices,
    extent: StudyExtent,
    ctx: JobContext,
) -> list[_Way]:
    plain = [(member, one.needs, True) for member, one in plain_heads(columns)]
    others = [
        (member, _needs_of(member), False) for member in networks(columns, is_quick=extent.is_quick)
    ]
    found = []
    for done, (member, needs, is_plain) in enumerate((*plain, *others)):
        ctx.report(Progress(done, len(plain) + len(others), member.name))
        tracks = material.tracks_for(member.config.mel, ctx)
        fitted = cross_validated(member, tracks, fold_of, ctx, extent.seed)
        found.append(_Way(member, needs, fitted, is_plain))
    return found


def _needs_of(member: Member) -> AnalysisSpec:
    """Return what must be analyzed for a network of the 518 or of mels."""
    mel = member.config.mel
    return AnalysisSpec() if mel is None else AnalysisSpec(features=False, mels=(mel,))


def _compared(
    material: StudyMaterial, ways: Sequence[_Way], fold_of: Indices, ctx: JobContext
) -> Comparison:
    tracks, dataset = material.tracks, material.dataset
    specs = list(dict.fromkeys(way.needs for way in ways))
    seconds = seconds_by_spec(material.files, specs, ctx, log=dataset.options.log)
    entries = [
        Entry(way.member.name, way.fitted.log_probs, _costs(way, seconds[way.needs]))
        for way in ways
    ]
    warnings = material.labelled.warnings
    return Comparison(
        title=material.name,
        rows=rows_of(entries, tracks.labels, tracks.genres, tracks.groups),
        differences=differences_of(entries, tracks.labels, tracks.groups, resamples=RESAMPLES),
        n_folds=int(fold_of.max()) + 1,
        grouped_by=dict(material.labelled.grouping.known_by),
        seconds=0.0,
        remarks=(
            *(genre.reason for genre in inestimable(tracks.labels, tracks.groups, tracks.genres)),
            *dataset.warnings,
            *warnings,
        ),
        left_out=(*dataset.left_out, *material.labelled.left_out),
    )


def _costs(way: _Way, analysis_seconds: float | None) -> Costs:
    network = way.fitted.networks[0]
    sizes = (t.numel() * t.element_size() for t in network.state_dict().values())
    answering = way.fitted.answering_seconds
    return Costs(
        way.fitted.fitting_seconds,
        None if analysis_seconds is None else analysis_seconds + answering,
        sum(sizes),
    )


def _altered(
    material: StudyMaterial,
    columns: StudyColumns,
    way: _Way,
    fold_of: Indices,
    extent: StudyExtent,
    ctx: JobContext,
) -> tuple[tuple[AlteredCase, ...], tuple[Reason, ...]]:
    """Return how a way does on altered sounds, and what is to be said of tracks without."""
    chosen = sample_of(material.tracks, extent.sample, extent.seed)
    spec = columns.narrowed(way.member.config.used)  # type: ignore[attr-defined]
    found = altered_sounds([material.files[i] for i in chosen], spec, ctx, material.dataset.options)
    names = material.tracks.names
    chosen = np.array([i for i in chosen if names[i] in found.analyses], dtype=np.intp)
    remarks: tuple[Reason, ...] = ()
    if found.problems:
        remarks = (because("study.not_altered", count=len(found.problems)),)
    if not len(chosen):
        return (), remarks
    tracks = material.tracks.at(chosen)
    said, seconds = {}, {}
    for number, alteration in enumerate(USUAL_ALTERATIONS):
        analyses = [found.analyses[name][number] for name in tracks.names]
        rows = np.stack([columns.row(analysis, spec) for analysis in analyses])
        said[alteration] = answers_by_fold(
            way.fitted.by_fold, fold_of[chosen], rows, len(tracks.genres)
        )
        seconds[alteration] = float(np.median([analysis.seconds for analysis in analyses]))
    cases = (
        altered_case(one, seconds[one], answers, said[UNALTERED], tracks.labels, tracks.groups)
        for one, answers in said.items()
    )
    return tuple(cases), remarks


def _decisions(
    material: StudyMaterial,
    ways: Sequence[_Way],
    fold_of: Indices,
    columns: StudyColumns,
    centres_hz: Sequence[float],
    ctx: JobContext,
) -> tuple[NamedDecision, ...]:
    way = next((way for way in ways if way.member.name == SHOWN_NETWORK), None)
    if way is None:
        return ()
    tracks, titles = material.tracks, material.titles()
    wrong, right = telling_tracks(way.fitted.log_probs, tracks.labels)
    return tuple(
        NamedDecision(
            titles[track],
            tracks.names[track],
            shown_decision(
                int(track),
                tracks,
                way.fitted.by_fold[fold_of[track]],
                centres_hz,
                columns.mels[-1].frames_per_second,
                ctx,
            ),
        )
        for track in (*wrong, *right)
    )
