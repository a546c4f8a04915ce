"""The verb `compare`: simple ways and networks, taught on the same music and tested on the same."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import seconds_per_track
from musicreclass.pipeline.datasets.labelling import Labelled, analyze_and_label
from musicreclass.pipeline.datasets.survey import Survey, survey
from musicreclass.pipeline.training.train_classifier import plan_of
from musicreclass.pipeline.training.warm_start import warm_start
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.split import check_splittable, folds, inestimable
from musicreclass.training.fit.progress import FITTING, LISTENING, READING, StageContext
from musicreclass.training.measure.comparison import (
    Comparison,
    Costs,
    Entry,
    differences_of,
    rows_of,
)
from musicreclass.training.measure.comparison_run import Absent, Fitted, networks, simple_ones
from musicreclass.training.sources.trainable import check_trainable

FOLDS = 5


def compare_on_folders(
    folder: Path,
    preset: str,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    seed: int = 0,
    n_folds: int = FOLDS,
) -> Comparison:
    """Teach the baselines and the networks of a preset the music in `folder`, and compare them.

    All are taught without each fold in turn and answer for it; none is kept.

    Args:
        seed: 0 or more; the same one gives the same answers.

    Raises:
        UsageProblem: `folder` is none, or there is no such preset.
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    started = time.monotonic()
    plan = plan_of(preset)
    surveyed = survey(folder, StageContext(ctx, READING), workers=options.workers)
    check_trainable(folder, surveyed.found.counts, surveyed.found.advice)
    check_splittable(groups_of([file.origin for file in surveyed.found.files]).groups)
    labelled = analyze_and_label(
        surveyed,
        AnalysisSpec(part=plan.needs.part, seconds=plan.needs.seconds, mels=plan.needs.mels),
        StageContext(ctx, LISTENING),
        options,
    )
    began = warm_start(labelled.fingerprints)
    plan = plan_of(preset, began.backbone)
    tracks, fitting = labelled.tracks, StageContext(ctx, FITTING)
    fold_of = folds(tracks.labels, tracks.groups, n_folds, seed)
    assert tracks.features is not None  # for they were asked for
    simple = list(simple_ones(tracks, tracks.features, fold_of, fitting, seed))
    fitted = [one for one in simple if isinstance(one, Fitted)]
    fitted += networks(tracks, plan, fold_of, fitting, seed)
    entries = _with_costs(fitted, tracks.genres, surveyed, ctx, options.log)
    return Comparison(
        title=f"Classifiers compared on {readable(folder.absolute().name)}",
        rows=rows_of(entries, tracks.labels, tracks.genres, tracks.groups),
        differences=differences_of(entries, tracks.labels, tracks.groups),
        n_folds=int(fold_of.max()) + 1,
        grouped_by=dict(labelled.grouping.known_by),
        seconds=round(time.monotonic() - started, 3),
        remarks=(
            *((began.sentence,) if plan.hears_mels else ()),
            *_absences(simple),
            *_remarks(surveyed, labelled),
        ),
        left_out=(*surveyed.found.left_out, *labelled.unheard),
    )


def _with_costs(
    fitted: Iterable[Fitted],
    genres: tuple[str, ...],
    surveyed: Survey,
    ctx: JobContext,
    log: Path | None,
) -> list[Entry]:
    files = [surveyed.audio_file(file) for file in surveyed.found.files]
    known: dict[AnalysisSpec | None, float | None] = {None: 0.0}
    entries = []
    for one in fitted:
        if one.needs not in known and one.needs is not None:
            known[one.needs] = seconds_per_track(files, one.needs, ctx, log=log)
        analysis_spec = known[one.needs]
        costs = Costs(
            one.fitting_seconds,
            None if analysis_spec is None else analysis_spec + one.answering_seconds,
            _size_on_disk(one, genres) if one.networks else None,
        )
        entries.append(Entry(one.name, one.log_probs, costs))
    return entries


def _size_on_disk(one: Fitted, genres: tuple[str, ...]) -> int:
    classifiers = tuple(
        Classifier(f"{place}", network) for place, network in enumerate(one.networks)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "classifier.pth"
        bundles.save(Bundle(genres, classifiers), path)
        return path.stat().st_size


def _remarks(surveyed: Survey, labelled: Labelled) -> Iterable[str]:
    tracks = labelled.tracks
    yield from map(str, inestimable(tracks.labels, tracks.groups, tracks.genres))
    yield from surveyed.found.warnings
    yield from labelled.warnings


def _absences(simple: Iterable[Fitted | Absent]) -> Iterable[str]:
    return (f"{one.name} is absent. {one.reason}" for one in simple if isinstance(one, Absent))
