from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers.encoder import of_the_box
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.core.plain import Misfit
from musicreclass.training.config import TrainingConfig
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.training.fit_material import COLUMNS, tracks

CONFIG = LinearConfig(COLUMNS, COLUMNS.columns)


def fitted(some, config=CONFIG, copies=()):
    network: Any = config.build(len(some.genres))
    training_config = TrainingConfig(copies=len(copies))
    Trainer(network, some, training_config, RecordingContext(), 0, copies=copies).fit()
    return network


def share_right(network, seed=9):
    new = tracks(n=40, seed=seed)
    return (network.answers(new.features).log_probs.argmax(axis=1) == new.labels).mean()


@pytest.mark.parametrize(("n_tracks", "at_least"), [(6, 0.7), (60, 0.9)])
def test_it_recognises_what_it_never_saw(n_tracks, at_least):
    assert share_right(fitted(tracks(n=n_tracks))) > at_least


def test_its_embedding_is_what_its_head_reads():
    network = fitted(tracks(n=40))
    one = tracks(n=1).features

    answer = network.answer(one[0])

    assert answer.embedding.shape == (len(COLUMNS.columns),)
    logits = network.head(torch.from_numpy(answer.embedding)).log_softmax(0)
    np.testing.assert_allclose(answer.log_probs, logits.detach().numpy(), atol=1e-5)


def test_columns_of_the_encoder_are_scaled_as_those_of_music_at_large():
    encoder = of_the_box()
    features = FeatureSet.of_encoder(encoder.spec(4), encoder.columns)
    config = LinearConfig(features, encoder.columns[200:203])
    rows = np.random.default_rng(0).normal(5.0, 0.1, (12, 500)).astype(np.float32)
    some = replace(tracks(n=12), features=rows)

    network = fitted(some, config)

    np.testing.assert_allclose(network.centre, encoder.scaling.centre[200:203], rtol=1e-6)
    np.testing.assert_allclose(network.spread, encoder.scaling.spread[200:203], rtol=1e-6)


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [({"used": ("nowhere",)}, "nowhere"), ({"freedom": 0.0}, "freedom"), ({"clip": -1.0}, "clip")],
)
def test_what_fits_nothing_is_refused(changed, complaint):
    with pytest.raises(Misfit, match=complaint):
        replace(CONFIG, **changed)
