"""Trainings that a person orders: how long they take, what presets set, and the runs themselves.

Jobs for a process that may load networks; this module loads none before one of them is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass import paths
from musicreclass.core.job import JobContext
from musicreclass.pipeline.training import training_order
from musicreclass.pipeline.training.training_order import TrainingOrder
from musicreclass.pipeline.whole_files import OutputProblem
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.datasets.survey import Survey
    from musicreclass.pipeline.datasets.training_sources import TrainingSource
    from musicreclass.training.overrides import Value
    from musicreclass.training.reports.report import TrainingReport

RUNS = "trainings"  # the folder of those that were not brought to their end, among the data


def estimates(survey: Survey, settings: Settings, ctx: JobContext) -> Mapping[str, float]:
    """Return how many seconds each preset will about take."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.training.training_plan import training_seconds

    return training_seconds(survey, ctx, _analysis_options(settings))


def encoder_estimate(survey: Survey, encoder: str, settings: Settings, ctx: JobContext) -> float:
    """Return how many seconds it about takes to learn from one of a person's encoders.

    Raises:
        UsageProblem: there is none of this name.
        ClassifierFileProblem: its files are gone, or others by now.
    """
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.training.training_plan import encoder_seconds

    return encoder_seconds(survey, encoder, ctx, _analysis_options(settings))


def values_of_presets(ctx: JobContext) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
    """Return what each preset sets each override to."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.training.training_plan import preset_values

    return preset_values(ctx)


def unfinished(ctx: JobContext) -> tuple[TrainingOrder, ...]:
    """Return the trainings that can be gone on with, the last one first."""
    ctx.raise_if_cancelled()
    return training_order.unfinished(_runs())


def forget_run(order: TrainingOrder, ctx: JobContext) -> tuple[TrainingOrder, ...]:
    """Give a training up, and return those that are left."""
    ctx.raise_if_cancelled()
    from musicreclass.training.fit.checkpoints import Checkpoints

    Checkpoints(_runs() / order.name).clear()
    training_order.forget(order, _runs())
    return unfinished(ctx)


def train_as_ordered(
    library_file: Path, order: TrainingOrder, settings: Settings, ctx: JobContext
) -> TrainingReport:
    """Train what was ordered, going on where it was broken off, and return the report.

    Raises:
        MusicReclassError: it cannot be done; `str` says why.
        Cancelled: the user stopped; what was learned so far is kept.
    """
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.training.train_classifier import check_destination, train
    from musicreclass.pipeline.training.training_plan import TrainingSettings
    from musicreclass.pipeline.training.training_report import ReportWish
    from musicreclass.training.fit.checkpoints import Checkpoints

    check_destination(order.out)
    analysis_options = _analysis_options(settings)
    with suppress(OutputProblem):  # what cannot be gone on with can be done all the same
        training_order.keep(order, _runs())
    summary = train(
        _source(library_file, order, analysis_options),
        TrainingSettings(
            order.out,
            order.plan_name,
            order.seed,
            overrides=order.overrides,
            encoder=order.encoder,
        ),
        ctx,
        checkpoints=Checkpoints(_runs() / order.name),
        wish=ReportWish(analysis_options, _in_use(settings)),
    )
    training_order.forget(order, _runs())
    assert summary.report is not None
    return summary.report


def _in_use(settings: Settings) -> Path | None:
    """Return the classifier in use, None where there is none that could be compared with."""
    from musicreclass.pipeline.classification.usable_classifier import problem_with, usable

    file = usable(settings).path
    return None if file is None or problem_with(file) else file


def _source(
    library_file: Path, order: TrainingOrder, analysis_options: AnalysisOptions
) -> TrainingSource:
    from musicreclass.pipeline.datasets.training_sources import FolderSource, LibrarySource
    from musicreclass.training.sources.mapping import GenreMapping

    sources = order.sources
    if sources.folder is None:
        return LibrarySource(library_file, analysis_options)
    return FolderSource(
        sources.folder,
        analysis_options,
        mapping=GenreMapping(order.mapping),
        by_folders=sources.by_folders,
        by_tags=sources.by_tags,
        library_file=library_file if sources.by_decisions else None,
    )


def _analysis_options(settings: Settings) -> AnalysisOptions:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.installed import chosen_file
    from musicreclass.pipeline.classification.loaded_classifier import kept_for

    options = AnalysisOptions.of_this_user(settings.scan.workers)
    return replace(options, wider=kept_for(chosen_file(settings)))


def _runs() -> Path:
    return paths.data_dir() / RUNS
