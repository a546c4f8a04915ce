import pytest

from musicreclass.core.analysis import Analysis
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.analysis.augmented_copies import AugmentationTask
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.training.training_plan import plan_of
from musicreclass.pipeline.training.training_time import (
    ANALYSIS_SECONDS,
    PLAYING_SECONDS,
    training_seconds,
)
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory):
    music = write_genres(tmp_path_factory.mktemp("music"), tracks=4, seconds=0.5)
    return survey(music, RecordingContext(), workers=1)


def test_more_thorough_presets_take_longer(surveyed, tmp_path):
    seconds = training_seconds(
        surveyed, RecordingContext(), AnalysisOptions(AnalysisCache(tmp_path), 1)
    )

    assert 0.0 < seconds["quick"] < seconds["standard"] < seconds["thorough"]


def test_what_was_heard_before_is_not_counted(surveyed, tmp_path):
    cache, ctx = AnalysisCache(tmp_path), RecordingContext()
    before = training_seconds(surveyed, ctx, AnalysisOptions(cache, 2))
    for file in surveyed.found.files:
        key = key_of(surveyed.audio_file(file), plan_of("quick").needs)
        cache.put(key, Analysis(0.0, 1.0, 1.0, None, (), ()))

    after = training_seconds(surveyed, ctx, AnalysisOptions(cache, 2))

    assert before["quick"] - after["quick"] == pytest.approx(8 * ANALYSIS_SECONDS / 2)
    assert before["standard"] == pytest.approx(after["standard"])


def test_copies_that_were_played_before_are_not_counted(surveyed, tmp_path):
    cache, ctx = AnalysisCache(tmp_path), RecordingContext()
    before = training_seconds(surveyed, ctx, AnalysisOptions(cache, 2))
    plan = plan_of("thorough")
    ((audio_augmentation, count),) = plan.copies.items()
    for file in surveyed.found.files:
        order = AugmentationTask(
            surveyed.audio_file(file), plan.needs, audio_augmentation, count, seed=0
        )
        for key in order.keys:
            cache.put(key, Analysis(0.0, 1.0, 1.0, None, (), ()))

    after = training_seconds(surveyed, ctx, AnalysisOptions(cache, 2))

    saved = before["thorough"] - after["thorough"]
    assert saved == pytest.approx(8 * count * PLAYING_SECONDS / 2)
    assert before["standard"] == pytest.approx(after["standard"])
