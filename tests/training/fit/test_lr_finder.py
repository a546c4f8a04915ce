from contextlib import closing

import numpy as np
import pytest
import torch

from musicreclass.errors import Cancelled
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.batch_loader import BatchLoader
from musicreclass.training.data.sampling import SampleOrder
from musicreclass.training.data.training_set import FeatureTrainingSet
from musicreclass.training.fit.lr_finder import HIGHEST, LOWEST, RateCurve, find_rate, suggested
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.fit.training_step import GenreLoss
from tests.recording_context import RecordingContext, stopped_context
from tests.training.fit_material import network_of, tracks, weights_of

CONFIG = TrainingConfig(mixup=0.1, batch_size=8)


def found(network, ctx=None):
    some = tracks()
    network.learn_scaling(some.features)
    training_set = FeatureTrainingSet(SampleOrder(some.labels, 2, CONFIG, 0), some.features[None])
    with closing(BatchLoader(training_set)) as loader:
        return find_rate(
            "mlp",
            network,
            CONFIG,
            GenreLoss(CONFIG, training_set.order.shares),
            loader,
            ctx or RecordingContext(),
            torch.device("cpu"),
        )


def test_the_rate_is_raised_until_learning_breaks_down():
    curve = found(network_of("mlp"))

    assert curve.rates[0] == LOWEST
    assert np.all(np.diff(curve.rates) > 0.0)
    assert len(curve.rates) == len(curve.losses) > 50
    assert 1e-4 < curve.suggestion < HIGHEST


def test_network_and_random_numbers_are_left_as_they_were():
    network = network_of("mlp")
    network.learn_scaling(tracks().features)
    weights, numbers = weights_of(network).clone(), torch.get_rng_state()

    found(network)

    assert torch.equal(weights_of(network), weights)
    assert torch.equal(torch.get_rng_state(), numbers)
    assert all(weight.grad is None for weight in network.parameters())


def test_the_same_curve_is_found_again():
    assert found(network_of("mlp")) == found(network_of("mlp"))


def test_a_tenth_of_the_best_rate_is_suggested():
    assert suggested([1e-3, 1e-2, 1e-1], [2.0, 1.0, 3.0]) == pytest.approx(1e-3)
    assert suggested([1e-5, 1e-2], [1.0, 2.0]) == LOWEST


def test_a_configuration_can_leave_the_rate_to_a_trial():
    ctx = RecordingContext()
    training_config = TrainingConfig(
        epochs=1, finds_rate=True, schedule="plateau", warm_up_share=0.0
    )

    Trainer(network_of("mlp"), tracks(), training_config, ctx, seed=0).fit()

    (curve,) = ctx.of(RateCurve)
    assert ctx.of(Epoch)[-1].rate == pytest.approx(curve.suggestion)


def test_a_search_can_be_stopped():

    with pytest.raises(Cancelled):
        found(network_of("mlp"), stopped_context())
