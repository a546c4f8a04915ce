"""Training by a teacher: what else a network learns from, and what it gains by that."""

from __future__ import annotations

import numpy as np

from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.datasets.unlabelled import unlabelled_tracks
from musicreclass.pipeline.training.training_plan import TrainingSettings
from musicreclass.pipeline.training.training_summary import can_be_right
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.make import Made, answer_fold, progress_of
from musicreclass.training.measure.evaluation import paired


def unlabelled_for(
    settings: TrainingSettings, labelled: Labelled, needs: AnalysisSpec, ctx: JobContext
) -> LabelledTracks | None:
    """Return the tracks of no known genre that a network learns from; None without any.

    Raises:
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    if settings.unlabelled_in is None or not settings.teacher:
        return None
    return unlabelled_tracks(
        settings.unlabelled_in,
        frozenset(labelled.fingerprints.values()),
        labelled.tracks.genres,
        needs,
        ctx,
        AnalysisOptions.of_this_user(),
    )


def gain_by_teacher(
    settings: TrainingSettings,
    tracks: LabelledTracks,
    made: Made,
    others: LabelledTracks | None,
    ctx: JobContext,
) -> tuple[Reason, ...]:
    """Say how much oftener a network is right than the same one without its teacher.

    Raises:
        Cancelled: the user stopped.
    """
    if not settings.teacher:
        return ()
    plan = settings.without_teacher().plan()
    n_folds = int(made.folds.max()) + 1
    fitted = [int((made.folds != fold).sum()) for fold in range(n_folds)]
    progress = progress_of(plan, fitted, ctx)
    hard = np.zeros_like(made.combined)
    for fold in range(n_folds):
        inside = made.folds == fold
        answers = answer_fold(tracks, plan, inside, progress, settings.seed, part="hard labels")
        (hard[inside],) = answers.log_probs.values()
    tested = np.flatnonzero(can_be_right(tracks, made.folds))
    gain = paired(
        next(iter(made.out_of_fold.values()))[tested],
        hard[tested],
        tracks.labels[tested],
        tracks.groups[tested],
    )
    low, high = (gain.interval.low, gain.interval.high) if gain.interval else (-1.0, 1.0)
    said = because(
        "pipeline.gained_by_teacher",
        points=100.0 * gain.accuracy,
        low=100.0 * low,
        high=100.0 * high,
        count=0 if others is None else len(others),
    )
    return (said,)
