import pytest

from musicreclass import paths
from musicreclass.classifiers.bundle import load, save
from musicreclass.pipeline.classification.installed import Installed
from musicreclass.pipeline.training import training_plan
from musicreclass.pipeline.training.training_plan import warm_start
from musicreclass.training.data.provenance import TrainingProvenance

BOX = paths.PACKAGE.parent / "resources" / "classifiers" / "box.pth"


@pytest.fixture(scope="module")
def provenance():
    return TrainingProvenance.from_training(load(BOX).training)


def files(count, fingerprints=()):
    """Return files of which the first bear `fingerprints`, and the others sounds of their own."""
    own = [f"{i:024x}" for i in range(count - len(fingerprints))]
    return {f"/music/{i}.mp3": f for i, f in enumerate([*fingerprints, *own])}


def test_the_box_says_what_it_was_trained_on(provenance):
    assert len(provenance.fingerprints) == 308
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
