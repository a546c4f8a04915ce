"""How long a training will about take, told before it begins.

The figures are seconds that one core computes, measured with 96 and 280 tracks of 30 s. Another
machine is as much faster or slower.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from musicreclass.classifiers.spec import CnnConfig
from musicreclass.core.analysis import Hearing
from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analysis_cache import HeardCache
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.analysis.augmented_copies import PlayingOrder, kept_share
from musicreclass.pipeline.datasets.genre_folders import Survey
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.pipeline.training.train import plan_of
from musicreclass.pipeline.training.warm_start import beginning
from musicreclass.training.config import Recipe
from musicreclass.training.fit.backbone import TAKES
from musicreclass.training.fit.joint_fit import JointRecipe
from musicreclass.training.fit.rbf_fit import LikenessRecipe
from musicreclass.training.make import Plan, Student
from musicreclass.training.presets import PLANS

HEARING_SECONDS = 0.5  # a track, decoding included
PLAYING_SECONDS = 0.4  # a copy of a track, hearing it included
NUMBERS_SECONDS = 0.00032  # a track and epoch, of a network that is taught numbers
CHUNK_SECONDS = 0.005  # a chunk and epoch, of one that is taught spectrograms
LOOK_SECONDS = 0.0127  # a track, that a network of spectrograms looks at once
LIKENESS_SECONDS = 0.013  # a track, the mean of those that compare
JOINT_SECONDS = 0.0011  # a track, that a joint network is solved for, once all is looked at
MEASURING_SECONDS = 0.03  # a track
USUAL_SEED = 0  # with another one, copies would have to be played anew
SAMPLED = 40  # files that are looked for in the cache


def training_seconds(
    surveyed: Survey, cache: HeardCache, ctx: JobContext, *, workers: int = 0
) -> Mapping[str, float]:
    """Return how long each preset will about take for these files.

    Raises:
        Cancelled: the user stopped.
    """
    files = surveyed.found.files
    trunk = beginning({file.path: file.facts.fingerprint for file in files}).trunk
    found = {}
    for name in PLANS:
        ctx.raise_if_cancelled()
        plan = plan_of(name, trunk)
        unheard = len(files) * _unheard_share(surveyed, cache, plan.needs)
        hearing = ceil(unheard) * HEARING_SECONDS + _playing_seconds(surveyed, cache, plan)
        hearing /= workers or default_workers()
        teaching = sum(_teaching_seconds(plan, student, len(files)) for student in plan.students)
        found[name] = hearing + teaching + MEASURING_SECONDS * len(files)
    return found


def _teaching_seconds(plan: Plan, student: Student, tracks: int) -> float:
    """Return how long it takes to teach a student without each fold, and with all tracks."""
    taught = tracks * plan.n_folds  # in all lessons together: each lacks its fold, but the last
    if isinstance(student.recipe, LikenessRecipe):
        return taught * LIKENESS_SECONDS
    versions = 1 + student.recipe.copies
    if isinstance(student.recipe, JointRecipe):
        # To learn, in each fold, and to answer.
        looked_at = tracks * (TAKES * versions + plan.n_folds + 2)
        return looked_at * LOOK_SECONDS + taught * versions * JOINT_SECONDS
    if student.trunk is not None:
        looks = tracks * TAKES * versions * LOOK_SECONDS
        lasting = taught * student.recipe.epochs_of(tracks) * NUMBERS_SECONDS
        finish = student.finish
        return (
            looks + lasting + (0.0 if finish is None else _picture_seconds(finish, tracks, taught))
        )
    if isinstance(student.config, CnnConfig):
        return _picture_seconds(student.recipe, tracks, taught)
    return taught * student.recipe.epochs_of(tracks) * NUMBERS_SECONDS


def _picture_seconds(recipe: Recipe, tracks: int, taught: int) -> float:
    return taught * recipe.epochs_of(tracks) * recipe.crops * CHUNK_SECONDS


def _playing_seconds(surveyed: Survey, cache: HeardCache, plan: Plan) -> float:
    files = [surveyed.listenable(file) for file in surveyed.found.files]
    seconds = 0.0
    for playing, count in plan.copies.items():
        some = files[:: max(1, len(files) // SAMPLED)]
        orders = [PlayingOrder(file, plan.needs, playing, count, USUAL_SEED) for file in some]
        unplayed = ceil(len(files) * (1.0 - kept_share(orders, cache)))
        seconds += unplayed * count * PLAYING_SECONDS
    return seconds


def _unheard_share(surveyed: Survey, cache: HeardCache, hearing: Hearing) -> float:
    files = surveyed.found.files[:: max(1, len(surveyed.found.files) // SAMPLED)]
    if not files:
        return 0.0
    keys = [key_of(surveyed.listenable(file), hearing) for file in files]
    return sum(cache.get(key) is None for key in keys) / len(keys)
