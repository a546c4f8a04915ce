"""Comparison of kinds of classifiers: baselines and networks, cross-validated on the same folds."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.pipeline.analysis.analyze import seconds_per_track
from musicreclass.pipeline.datasets.dataset import AudioDataset
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.training.training_plan import plan_of, warm_start
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.split import folds, inestimable
from musicreclass.training.fit.progress import ANALYZING, FITTING, READING, StageContext
from musicreclass.training.measure.comparison import (
    Comparison,
    Costs,
    Entry,
    differences_of,
    rows_of,
)
from musicreclass.training.measure.comparison_run import Absent, Fitted, networks, simple_ones

FOLDS = 5


def compare_kinds(
    source: FolderSource, preset: str, ctx: JobContext, *, seed: int = 0, n_folds: int = FOLDS
) -> Comparison:
    """Fit the baselines and the networks of a preset on the same folds, and compare them.

    Each is fitted without each fold in turn and answers for it; none is kept.

    Args:
        seed: 0 or more; the same one gives the same answers.

    Raises:
        UsageProblem: the folder is none, or there is no such preset.
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    started = time.monotonic()
    needs = plan_of(preset).needs
    dataset = source.survey(StageContext(ctx, READING))
    needs = replace(needs, features=True)  # for the baselines
    labelled = dataset.analyze(needs, StageContext(ctx, ANALYZING))
    start = warm_start(labelled.fingerprints)
    plan = plan_of(preset, backbone=start.backbone)
    tracks, fitting = labelled.tracks, StageContext(ctx, FITTING)
    fold_of = folds(tracks.labels, tracks.groups, n_folds, seed)
    assert tracks.features is not None  # for they were asked for
    of_sound = tracks.features[:, : dataset.features.sound_count]
    simple = list(simple_ones(tracks, of_sound, fold_of, fitting, seed))
    fitted = [one for one in simple if isinstance(one, Fitted)]
    fitted += networks(tracks, plan, fold_of, fitting, seed)
    entries = _with_costs(fitted, tracks.genres, dataset, ctx)
    return Comparison(
        title=f"Classifiers compared on {readable(source.path.absolute().name)}",
        rows=rows_of(entries, tracks.labels, tracks.genres, tracks.groups),
        differences=differences_of(entries, tracks.labels, tracks.groups),
        n_folds=int(fold_of.max()) + 1,
        grouped_by=dict(labelled.grouping.known_by),
        seconds=round(time.monotonic() - started, 3),
        remarks=(
            *((start.reason,) if plan.has_mel_networks else ()),
            *(_absence(one) for one in simple if isinstance(one, Absent)),
            *(genre.reason for genre in inestimable(tracks.labels, tracks.groups, tracks.genres)),
            *dataset.warnings,
            *labelled.warnings,
        ),
        left_out=(*dataset.left_out, *labelled.left_out),
    )


def _with_costs(
    fitted: Iterable[Fitted], genres: tuple[str, ...], dataset: AudioDataset, ctx: JobContext
) -> list[Entry]:
    files = [dataset.surveyed.audio_file(file) for file in dataset.surveyed.found.files]
    known: dict[AnalysisSpec | None, float | None] = {None: 0.0}
    entries = []
    for one in fitted:
        if one.needs not in known and one.needs is not None:
            known[one.needs] = seconds_per_track(files, one.needs, ctx, log=dataset.options.log)
        analysis_seconds = known[one.needs]
        costs = Costs(
            one.fitting_seconds,
            None if analysis_seconds is None else analysis_seconds + one.answering_seconds,
            _size_on_disk(one, genres) if one.networks else None,
        )
        entries.append(Entry(one.name, one.log_probs, costs))
    return entries


def _absence(one: Absent) -> Reason:
    return because("pipeline.kind_is_absent", name=one.name, reason=one.reason)


def _size_on_disk(one: Fitted, genres: tuple[str, ...]) -> int:
    classifiers = tuple(
        Classifier(f"{number}", network) for number, network in enumerate(one.networks)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "classifier.pth"
        bundles.save(Bundle(genres, classifiers), path)
        return path.stat().st_size
