import numpy as np
import pytest
import torch

from musicreclass.classifiers import bundle
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.classifiers.tagger import load, save, tag_probabilities
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.errors import Cancelled
from musicreclass.training.fit.multi_label import (
    CannotTag,
    TaggedTracks,
    best_thresholds,
    evaluate_tags,
    fit_tagger,
)
from tests.recording_context import RecordingContext, stopped_context

COLUMNS = FeatureSet("made-up-1", tuple(f"column.{i}" for i in range(8)))
CONFIG = MlpConfig(features=COLUMNS, used=COLUMNS.columns, hidden=(16, 8), dropout=0.1)
TAGS = ("guitar", "loud", "never")


def tracks(count=300, seed=0):
    """Return tracks whose first columns tell of guitars and of loudness; nothing tells the last."""
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(count, 8)).astype(np.float32)
    truth = np.stack(
        [features[:, 0] > 0.3, features[:, 1] > 1.0, np.zeros(count, dtype=bool)], axis=1
    )
    return TaggedTracks(tuple(f"{i}" for i in range(count)), TAGS, truth, features)


@pytest.fixture(scope="module")
def tagger():
    return fit_tagger(CONFIG, tracks(), tracks(150, seed=1), RecordingContext(), seed=0)


def test_tags_are_learned_and_measured_on_other_tracks(tagger):
    found = evaluate_tags(tagger, tracks(200, seed=2))

    guitar, loud, never = found.by_tag
    assert guitar.roc_auc > 0.97
    assert loud.pr_auc > 0.9
    assert (never.support, never.roc_auc, never.f1) == (0, None, None)
    assert [figures.tag for figures in found.by_tag if figures.roc_auc is None] == ["never"]
    assert found.roc_auc == pytest.approx((guitar.roc_auc + loud.roc_auc) / 2)
    assert found.f1 > 0.85


def test_a_track_may_bear_several_tags_or_none(tagger):
    rows = np.zeros((3, 8), dtype=np.float32)
    rows[0, :2] = (2.0, 3.0)
    rows[1, 0] = 2.0
    rows[2, :2] = -2.0

    chances = tag_probabilities(tagger.network, rows)

    given = chances >= np.array(tagger.thresholds, dtype=np.float32)
    assert given[:, :2].tolist() == [[True, True], [True, False], [False, False]]


def test_each_tag_has_the_threshold_that_suits_it_best():
    chances = np.array([[0.1, 0.6], [0.2, 0.7], [0.3, 0.8], [0.05, 0.9]], dtype=np.float32)
    truth = np.array([[0, 0], [1, 0], [1, 0], [0, 1]], dtype=bool)

    assert best_thresholds(chances, truth) == pytest.approx((0.2, 0.9))


def test_the_same_seed_gives_the_same_weights():
    one, again = (
        fit_tagger(CONFIG, tracks(20), tracks(10, seed=1), RecordingContext(), seed=0)
        for _ in range(2)
    )

    assert again.thresholds == one.thresholds
    assert all(
        torch.equal(weight, again.network.state_dict()[name])
        for name, weight in one.network.state_dict().items()
    )


def test_a_tagger_survives_its_file(tagger, tmp_path):
    save(tagger, tmp_path / "tags.pth")

    loaded = load(tmp_path / "tags.pth")

    rows = tracks(20, seed=3).features
    assert (loaded.tags, loaded.thresholds) == (tagger.tags, tagger.thresholds)
    answer, same = (tag_probabilities(one.network, rows) for one in (loaded, tagger))
    assert np.array_equal(answer, same)


def test_who_expects_genres_refuses_tags(tagger, tmp_path):
    save(tagger, tmp_path / "tags.pth")

    with pytest.raises(ClassifierFileProblem, match="it should know genres, and knows something"):
        bundle.load(tmp_path / "tags.pth")


def test_too_few_tracks_are_a_sentence():
    with pytest.raises(CannotTag, match="1 tracks to learn tags from and 5 to choose"):
        fit_tagger(CONFIG, tracks(1), tracks(5), RecordingContext(), seed=0)


def test_missing_numbers_are_a_sentence():
    broken = tracks(20)
    broken.features[3, 2] = np.nan

    with pytest.raises(UnfitSound, match=r"1 of 20 tracks lack numbers for column.2"):
        fit_tagger(CONFIG, broken, tracks(5), RecordingContext(), seed=0)


def test_training_stops_when_told_to():
    with pytest.raises(Cancelled):
        fit_tagger(CONFIG, tracks(), tracks(5), stopped_context(), seed=0)
