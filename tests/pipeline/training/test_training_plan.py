import pytest

from musicreclass import paths
from musicreclass.classifiers.bundle import load, save
from musicreclass.core.analysis import Analysis
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.analysis.augmented_copies import AugmentationTask
from musicreclass.pipeline.classification.installed import Installed
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.training import training_plan
from musicreclass.pipeline.training.training_plan import (
    ANALYSIS_SECONDS,
    AUGMENTATION_SECONDS,
    plan_of,
    training_seconds,
    warm_start,
)
from musicreclass.training.data.provenance import TrainingProvenance
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext

BOX = paths.PACKAGE.parent / "resources" / "classifiers" / "box.pth"


@pytest.fixture(scope="module")
def provenance():
    return TrainingProvenance.from_training(load(BOX).training)


def files(count, fingerprints=()):
    """Return files of which the first bear `fingerprints`, and the others sounds of their own."""
    own = [f"{i:024x}" for i in range(count - len(fingerprints))]
    return {f"/music/{i}.mp3": f for i, f in enumerate([*fingerprints, *own])}


def test_the_box_says_what_it_was_trained_on(provenance):
    assert len(provenance.fingerprints) == 1195
    assert "rock.00099" in provenance.names


def test_a_training_on_music_new_to_the_box_is_warm_started():
    found = warm_start(files(100))

    assert found.backbone.network.config.embedding_width == 128
    assert str(found.reason).endswith("it was taught none of these 100 tracks.")


def test_a_training_on_music_that_the_box_knows_is_from_scratch(provenance):
    found = warm_start(files(100, sorted(provenance.fingerprints)[:2]))

    assert found.backbone is None
    assert "was taught 2 of these 100 tracks, and would flatter the estimate" in str(found.reason)


def test_one_track_in_a_hundred_does_not_flatter_much(provenance):
    found = warm_start(files(100, sorted(provenance.fingerprints)[:1]))

    assert found.backbone is not None
    assert str(found.reason).endswith("it was taught 1 of these 100 tracks.")


def test_nothing_is_taken_over_from_one_that_keeps_its_provenance_to_itself(tmp_path, monkeypatch):
    box = load(BOX)
    silent = type(box)(box.genres, box.classifiers)
    save(silent, tmp_path / "box.pth")
    only = [Installed("box", tmp_path / "box.pth", is_in_box=True)]
    monkeypatch.setattr(training_plan, "installed", lambda: only)

    found = warm_start(files(10))

    assert found.backbone is None
    assert "does not say what music it heard" in str(found.reason)


def test_an_empty_box_is_no_reason_not_to_train(monkeypatch):
    monkeypatch.setattr(training_plan, "installed", list)

    assert warm_start(files(10)).backbone is None


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory):
    music = write_genres(tmp_path_factory.mktemp("music"), tracks=4, seconds=0.5)
    return survey(music, RecordingContext(), workers=1)


def test_more_thorough_presets_take_longer(surveyed, tmp_path):
    seconds = training_seconds(
        surveyed, RecordingContext(), AnalysisOptions(AnalysisCache(tmp_path), 1)
    )

    assert 0.0 < seconds["quick"] < seconds["standard"] < seconds["thorough"]


def test_what_was_analyzed_before_is_not_counted(surveyed, tmp_path):
    cache, ctx = AnalysisCache(tmp_path), RecordingContext()
    before = training_seconds(surveyed, ctx, AnalysisOptions(cache, 2))
    for file in surveyed.found.files:
        key = key_of(surveyed.audio_file(file), plan_of("quick").needs)
        cache.put(key, Analysis(0.0, 1.0, 1.0, None, (), ()))

    after = training_seconds(surveyed, ctx, AnalysisOptions(cache, 2))

    assert before["quick"] - after["quick"] == pytest.approx(8 * ANALYSIS_SECONDS / 2)
    assert before["standard"] == pytest.approx(after["standard"])


def test_copies_that_were_made_before_are_not_counted(surveyed, tmp_path):
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
    assert saved == pytest.approx(8 * count * AUGMENTATION_SECONDS / 2)
    assert before["standard"] == pytest.approx(after["standard"])


def test_a_preset_without_the_encoder_is_what_it_was_before(monkeypatch):
    monkeypatch.setenv("MUSICRECLASS_WITHOUT_ENCODER", "1")

    plan = plan_of("quick")

    assert [member.name for member in plan.members] == ["mlp"]
    assert plan.needs.encoder is None
