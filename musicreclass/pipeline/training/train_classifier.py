"""The verb `train`: from tracks of known genres to one file that classifies, and its worth.

What makes it impossible is said before anything is heard. The file appears whole or not at all.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.spec import FeatureSet
from musicreclass.core.job import JobContext
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.training_material import (
    Gather,
    folder_material,
)
from musicreclass.pipeline.training.training_report import ReportWish, Trained, report_on
from musicreclass.pipeline.training.training_run import UNKEPT, TrainingRun
from musicreclass.pipeline.training.training_summary import (
    TrainingSummary,
    measure,
    measured_on_test,
)
from musicreclass.pipeline.training.warm_start import FROM_NOTHING, warm_start
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from musicreclass.training.data.split import folds, inestimable
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.fit.progress import (
    FITTING,
    LISTENING,
    MEASURING,
    PLAYING,
    READING,
    stage,
)
from musicreclass.training.make import TrainingPlan, make_bundle
from musicreclass.training.overrides import Value
from musicreclass.training.preset_overrides import plan_with_overrides
from musicreclass.training.presets import PLANS
from musicreclass.training.sources.trainable import KNOWN_SET, check_trainable

AS_THE_PRESET_HAS_IT: Mapping[str, Value] = {}


class CannotSave(UsageProblem):
    """Nothing can be written to where the classifier should go."""


def train_on_folders(
    folder: Path,
    out: Path,
    preset: str,
    ctx: JobContext,
    analysis_options: AnalysisOptions,
    *,
    seed: int = 0,
    from_scratch: bool = False,
    run: TrainingRun = UNKEPT,
    wish: ReportWish | None = None,
) -> TrainingSummary:
    """Train a classifier of the genres that the folders in `folder` name, and write it to `out`.

    See `train` for the rest.
    """
    gather = partial(folder_material, folder, analysis_options=analysis_options)
    return train(gather, out, preset, ctx, seed=seed, from_scratch=from_scratch, run=run, wish=wish)


def train(
    gather: Gather,
    out: Path,
    preset: str,
    ctx: JobContext,
    *,
    seed: int = 0,
    from_scratch: bool = False,
    overrides: Mapping[str, Value] = AS_THE_PRESET_HAS_IT,
    run: TrainingRun = UNKEPT,
    wish: ReportWish | None = None,
) -> TrainingSummary:
    """Train a classifier of what `gather` finds, and write it to `out`.

    Where there is an official split, its test part is not learned from, and measured on in the end.

    Args:
        seed: 0 or more; the same one gives the same classifier.
        from_scratch: build upon nothing that another classifier has learned.
        switches: what is turned in teaching, by the names of `training.overrides`.
        run: where lessons are kept until all is done.
        wish: for a report, which the summary then holds.

    Raises:
        ClassifierFileProblem: the report shall compare with a file that is no bundle to be used.
        UsageProblem: the source is none, there is no such preset, or `out` cannot be written.
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped; `out` is as it was, what was heard is kept in the cache.
    """
    started = time.monotonic()
    plan = plan_with_overrides(plan_of(preset), overrides)
    check_destination(out)
    if wish is not None:
        wish.check()
    material = gather(stage(ctx, READING))
    analysis_spec = plan.needs
    labelled = material.heard(analysis_spec, stage(ctx, LISTENING))
    began = FROM_NOTHING if from_scratch else warm_start(labelled.fingerprints)
    plan = plan_with_overrides(plan_of(preset, began.backbone, material.features), overrides)
    plan = material.suited(plan)
    fitted, tested = labelled.fitted, labelled.tested
    check_trainable(material.place, fitted.counts, KNOWN_SET)
    tracks = fitted.tracks
    played = material.played(fitted, analysis_spec, plan.copies, seed, stage(ctx, PLAYING))
    made = make_bundle(
        tracks,
        plan,
        stage(ctx, FITTING),
        folds=folds(tracks.labels, tracks.groups, plan.n_folds, seed),
        seed=seed,
        checkpoints=run.checkpoints,
        copies=played.copies,
    )
    measuring = stage(ctx, MEASURING)
    measuring.raise_if_cancelled()
    summary = TrainingSummary(
        out=out,
        preset=preset,
        seed=seed,
        seconds=round(time.monotonic() - started, 3),
        counts=fitted.counts,
        grouping=fitted.grouping,
        warm_start=began.sentence if plan.hears_mels else "",
        n_folds=int(made.folds.max()) + 1,
        measured=measure(made.out_of_fold, made.folds, tracks),
        inestimable=inestimable(tracks.labels, tracks.groups, tracks.genres),
        warnings=(*material.warnings, *labelled.warnings, *played.warnings),
        left_out=(*material.left_out, *labelled.unheard),
        official=None if tested is None else measured_on_test(made.bundle, made.calibrator, tested),
    )
    if wish is not None:
        trained = Trained(material.place, fitted, made.out_of_fold, made.folds, summary)
        summary = replace(summary, report=report_on(trained, wish, measuring))
    heard = TrainingProvenance.of(fitted.fingerprints.values())
    facts = summary.facts() | {KEY: heard.to_plain()}
    bundles.save(replace(made.bundle, training=facts), out)
    run.forget()
    return summary


def plan_of(
    preset: str, backbone: Backbone | None = None, features: FeatureSet | None = None
) -> TrainingPlan:
    """Return the plan called `preset`; what can do so starts from `backbone`.

    Args:
        features: what the numbers of the tracks are; those measured here if left out.

    Raises:
        UsageProblem: there is none.
    """
    if preset not in PLANS:
        raise UsageProblem(f"{preset} is no preset; choose one of {', '.join(PLANS)}.")
    return PLANS[preset](features or measured_features(), backbone)


def check_destination(out: Path) -> None:
    """Make sure that a file can be put to `out`, before hours are spent on what goes into it.

    Raises:
        CannotSave: it cannot.
    """
    folder = out.absolute().parent
    try:
        if out.is_dir():
            raise CannotSave(f"{out} is a folder; name a file in it.")
        if not folder.is_dir():
            raise CannotSave(f"{folder} is no folder; make it first, or choose another place.")
        if out.exists() and not os.access(out, os.W_OK):
            raise CannotSave(f"{out} is write-protected; choose another name, or unprotect it.")
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{out.name}."):
            pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotSave(f"{out} cannot be written ({reason}); choose another place.") from error
