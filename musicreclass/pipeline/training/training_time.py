"""How long a training will about take, told before it begins.

The figures here and in the kinds of classifiers are seconds that one core computes, measured with
96 and 280 tracks of 30 s. Another machine is as much faster or slower.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.analysis.augmented_copies import AugmentationTask, kept_share
from musicreclass.pipeline.datasets.survey import Survey
from musicreclass.pipeline.training.training_plan import plan_of, warm_start
from musicreclass.training.members import TrainingPlan
from musicreclass.training.presets import PLANS

ANALYSIS_SECONDS = 0.5  # a track, decoding included
PLAYING_SECONDS = 0.4  # a copy of a track, hearing it included
MEASURING_SECONDS = 0.03  # a track
USUAL_SEED = 0  # with another one, copies would have to be played anew
SAMPLED = 40  # files that are looked for in the cache


def training_seconds(
    surveyed: Survey, ctx: JobContext, options: AnalysisOptions
) -> Mapping[str, float]:
    """Return how long each preset will about take for these files.

    Raises:
        Cancelled: the user stopped.
    """
    files = surveyed.found.files
    backbone = warm_start({file.path: file.facts.fingerprint for file in files}).backbone
    found = {}
    for name in PLANS:
        ctx.raise_if_cancelled()
        plan = plan_of(name, backbone=backbone)
        unheard = len(files) * _unheard_share(surveyed, options.cache, plan.needs)
        analysis_spec = ceil(unheard) * ANALYSIS_SECONDS + _playing_seconds(
            surveyed, options.cache, plan
        )
        analysis_spec /= options.process_count
        fitting = plan.fit_seconds(len(files)) + MEASURING_SECONDS * len(files)
        found[name] = analysis_spec + fitting
    return found


def _playing_seconds(surveyed: Survey, cache: AnalysisCache, plan: TrainingPlan) -> float:
    files = [surveyed.audio_file(file) for file in surveyed.found.files]
    seconds = 0.0
    for audio_augmentation, count in plan.copies.items():
        some = files[:: max(1, len(files) // SAMPLED)]
        orders = [
            AugmentationTask(file, plan.needs, audio_augmentation, count, USUAL_SEED)
            for file in some
        ]
        unaugmented = ceil(len(files) * (1.0 - kept_share(orders, cache)))
        seconds += unaugmented * count * PLAYING_SECONDS
    return seconds


def _unheard_share(surveyed: Survey, cache: AnalysisCache, analysis_spec: AnalysisSpec) -> float:
    files = surveyed.found.files[:: max(1, len(surveyed.found.files) // SAMPLED)]
    if not files:
        return 0.0
    keys = [key_of(surveyed.audio_file(file), analysis_spec) for file in files]
    return sum(cache.get(key) is None for key in keys) / len(keys)
