"""Training of a classifier: from a source of labelled tracks to one file, with its estimate.

What makes it impossible is said before anything is analyzed. The file appears whole or not at
all.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from musicreclass.classifiers import bundle as bundles
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import UsageProblem, system_words
from musicreclass.pipeline.analysis.augmented_copies import AugmentedCopies
from musicreclass.pipeline.classification.loaded_classifier import digest_of, with_encoder
from musicreclass.pipeline.datasets.training_sources import TrainingSource
from musicreclass.pipeline.inventory.kept_reports import keep_report
from musicreclass.pipeline.training.distilling import gain_by_teacher, unlabelled_for
from musicreclass.pipeline.training.training_plan import (
    FROM_SCRATCH,
    TrainingSettings,
    encoder_facts,
    encoder_note,
    warm_start,
)
from musicreclass.pipeline.training.training_report import ReportWish, report_on
from musicreclass.pipeline.training.training_summary import (
    FittedTraining,
    TrainingSummary,
    summary_of,
)
from musicreclass.pipeline.whole_files import OutputProblem
from musicreclass.sentences.reason import because
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from musicreclass.training.data.split import folds
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.progress import (
    ANALYZING,
    AUGMENTING,
    FITTING,
    MEASURING,
    READING,
    stage,
)
from musicreclass.training.make import make_bundle

UNKEPT = Checkpoints()


class CannotSave(UsageProblem):
    """Nothing can be written to where the classifier should go."""


def train(
    source: TrainingSource,
    settings: TrainingSettings,
    ctx: JobContext,
    *,
    checkpoints: Checkpoints = UNKEPT,
    wish: ReportWish | None = None,
) -> TrainingSummary:
    """Train a classifier on `source`, and write it to `settings.out`.

    Where there is an official split, its test part is not trained on, and measured on in the end.

    Args:
        checkpoints: where fits are kept until all is done.
        wish: for a report, which the summary then holds.

    Raises:
        ClassifierFileProblem: the report shall compare with a file that is no bundle to be used.
        UsageProblem: the source is none, there is no such preset, or `out` cannot be written.
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped; `out` is as it was, what was analyzed is kept in the cache.
    """
    started = time.monotonic()
    needs = settings.plan().needs
    check_destination(settings.out)
    if wish is not None:
        wish.check()
    training = _fitted(source, settings, needs, ctx, checkpoints)
    measuring = stage(ctx, MEASURING)
    measuring.raise_if_cancelled()
    summary = summary_of(training, settings, round(time.monotonic() - started, 3))
    if wish is not None:
        summary = replace(summary, report=report_on(training, summary, wish, measuring))
    provenance = TrainingProvenance.of(training.labelled.fingerprints.values())
    facts = summary.facts() | {
        KEY: provenance.to_plain(),
        "source": training.path.name,
        **encoder_facts(settings.encoder),
    }
    bundles.save(with_encoder(replace(training.made.bundle, training=facts)), settings.out)
    checkpoints.clear()
    if summary.report is not None:
        with suppress(OutputProblem):  # the classifier is there all the same
            keep_report(summary.report, settings.out, digest_of(settings.out))
    return summary


def _fitted(
    source: TrainingSource,
    settings: TrainingSettings,
    needs: AnalysisSpec,
    ctx: JobContext,
    checkpoints: Checkpoints,
) -> FittedTraining:
    """Return what is fitted on `source`, stage by stage.

    The plan is made when the tracks are known: they decide what it may start from.
    """
    dataset = source.survey(stage(ctx, READING))
    listening = stage(ctx, ANALYZING)
    every = dataset.analyze(needs, listening)
    is_new = settings.from_scratch or settings.encoder or settings.network or settings.teacher
    start = FROM_SCRATCH if is_new else warm_start(every.fingerprints)
    plan = settings.plan(start.backbone, dataset.features)
    if dataset.clip is not None:
        plan = replace(plan, clip=dataset.clip)
    labelled = every.fitted
    others = unlabelled_for(settings, labelled, plan.needs, listening)
    playing = stage(ctx, AUGMENTING)
    augmented = AugmentedCopies()
    if plan.copies:
        augmented = dataset.augment(labelled, needs, plan.copies, settings.seed, playing)
    tracks, fitting = labelled.tracks, stage(ctx, FITTING)
    made = make_bundle(
        tracks,
        plan,
        fitting,
        folds=folds(tracks.labels, tracks.groups, plan.n_folds, settings.seed),
        seed=settings.seed,
        checkpoints=checkpoints,
        copies=augmented.copies,
        unlabelled=others,
    )
    return FittedTraining(
        path=dataset.path,
        labelled=labelled,
        made=made,
        tested=every.tested,
        warm_start=start.reason if plan.has_mel_networks else None,
        warnings=(*dataset.warnings, *every.warnings, *augmented.warnings),
        left_out=(*dataset.left_out, *every.left_out),
        notes=(
            *encoder_note(settings.encoder, settings.fine_tune),
            *gain_by_teacher(settings, tracks, made, others, fitting),
        ),
    )


def check_destination(out: Path) -> None:
    """Make sure that a file can be put to `out`, before hours are spent on what goes into it.

    Raises:
        CannotSave: it cannot.
    """
    folder = out.absolute().parent
    try:
        if out.is_dir():
            raise CannotSave(because("pipeline.out_is_folder", out=out))
        if not folder.is_dir():
            raise CannotSave(because("pipeline.out_without_folder", folder=folder))
        if out.exists() and not os.access(out, os.W_OK):
            raise CannotSave(because("pipeline.out_protected", out=out))
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{out.name}."):
            pass
    except OSError as error:
        refused = because("pipeline.out_refused", out=out, reason=system_words(error))
        raise CannotSave(refused) from error
