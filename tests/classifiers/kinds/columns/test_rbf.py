from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier, load, save
from musicreclass.classifiers.kinds.columns.rbf import (
    FARTHEST,
    QuantileTransform,
    RbfConfig,
    RbfKernelLayer,
)
from tests.classifiers.bundles import FEATURES, RBF, features


def rbf_network():
    torch.manual_seed(0)
    made: Any = RBF.build(3)
    made.learn_scaling(features(30))
    scaled = made.scaled(torch.from_numpy(made.selected(features(30))))
    made.trunk[0].learn(scaled.numpy())
    made.trunk[1].anchors.copy_(made.trunk[0](scaled)[:6])
    return made.eval()


def test_a_column_is_bent_into_a_bell_whatever_its_outliers():
    quantiles = QuantileTransform(n_knots=33, n_used=1)
    column = np.random.default_rng(0).exponential(size=(400, 1)).astype(np.float32) ** 3
    quantiles.learn(column)

    bent = quantiles(torch.from_numpy(column)).numpy()

    assert np.median(bent) == pytest.approx(0.0, abs=0.05)
    assert bent.std() == pytest.approx(1.0, abs=0.1)
    assert (np.diff(bent[np.argsort(column[:, 0]), 0]) >= -1e-6).all()


def test_beyond_the_known_tracks_nothing_grows():
    quantiles = QuantileTransform(n_knots=9, n_used=1)
    quantiles.learn(np.linspace(-1.0, 1.0, 50, dtype=np.float32)[:, None])

    bent = quantiles(torch.tensor([[-1e6], [1e6]]))

    assert bent.flatten().tolist() == pytest.approx([-FARTHEST, FARTHEST])


def test_a_known_track_is_wholly_like_itself():
    kernel = RbfKernelLayer(n_support_tracks=4, n_used=3, gamma=0.5)
    kernel.anchors.copy_(torch.arange(12.0).reshape(4, 3))

    found = kernel(kernel.anchors)

    assert torch.diagonal(found).tolist() == pytest.approx([1.0] * 4, abs=1e-5)
    assert found[0, 1] == pytest.approx(np.exp(-0.5 * 9.0))


def test_it_is_kept_in_a_bundle_like_any_other_classifier(tmp_path):
    made = rbf_network()
    save(Bundle(("A", "B", "C"), (Classifier("likeness", made),)), tmp_path / "own.pth")

    loaded = load(tmp_path / "own.pth")

    ours = made.answers(features(4, seed=5))
    theirs = loaded.classifiers[0].network.answers(features(4, seed=5))
    assert loaded.features == FEATURES
    assert ours.embeddings.shape == (4, 6)
    np.testing.assert_array_equal(ours.log_probs, theirs.log_probs)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"support_tracks": 0}, "there must be 1 to 16 layers, 1 to 4096 wide, not 0"),
        ({"knots": 1}, "knots must be from 2 to 256, not 1"),
        ({"gamma": 0.0}, "gamma must be above 0"),
        ({"used": ("nothing",)}, "no such column: nothing"),
    ],
)
def test_shapes_that_cannot_be_are_refused(changed, sentence):
    given = {"features": FEATURES, "used": FEATURES.columns, "support_tracks": 3} | changed

    with pytest.raises(ValueError, match=sentence):
        RbfConfig(**given)
