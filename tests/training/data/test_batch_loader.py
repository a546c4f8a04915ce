from contextlib import closing

import numpy as np
import pytest
import torch

from musicreclass.training.config import ChannelAugmentation, TrainingConfig
from musicreclass.training.data.batch_loader import BatchLoader
from musicreclass.training.data.sampling import SampleOrder
from musicreclass.training.data.training_set import MelTrainingSet
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.training.fit_material import CNN, network_of, tracks, weights_of

CONFIG = TrainingConfig(
    epochs=2,
    batch_size=16,
    crops=2,
    mixup=0.2,
    gain_db=3.0,
    channel_augmentation=ChannelAugmentation(),
)


def training_set(seed=0, training_config=CONFIG, n=40):
    some = tracks(n=n)
    centre = torch.zeros(CNN.mel.n_mels).numpy()
    return MelTrainingSet(
        SampleOrder(some.labels, 2, training_config, seed), [some.mels], CNN, centre
    )


def batches_of(some, epoch=0, workers=0):
    with closing(BatchLoader(some, workers)) as loader:
        return list(loader.batches(epoch))


def same(one, other):
    return torch.equal(torch.cat([a for a, _ in one]), torch.cat([a for a, _ in other]))


def test_an_epoch_visits_every_track_as_often_as_the_configuration_says():
    batches = batches_of(training_set())

    assert sum(len(inputs) for inputs, _ in batches) == 80
    assert {inputs.shape[1:] for inputs, _ in batches} == {(CNN.mel.n_mels, CNN.chunk_frames)}
    assert all(torch.allclose(targets.sum(dim=1), torch.ones(1)) for _, targets in batches)


def test_an_epoch_is_the_same_whatever_was_drawn_before():
    some = training_set()
    with closing(BatchLoader(some)) as loader:
        list(loader.batches(0))
        second = list(loader.batches(1))

    assert same(second, batches_of(training_set(), epoch=1))
    assert not same(second, batches_of(training_set(), epoch=0))


def test_other_seeds_draw_otherwise():
    assert not same(batches_of(training_set()), batches_of(training_set(seed=1)))


def test_rare_genres_are_drawn_as_often_as_others_where_that_is_wanted():
    order = SampleOrder(
        np.arange(40) // 36, 2, TrainingConfig(balanced_sampler=True, batch_size=8), seed=0
    )

    batch_indices = np.concatenate([order.indices(3, i) for i in range(order.count)])

    assert (batch_indices >= 36).mean() == 0.5


def test_batches_are_even():
    sizes = {
        len(inputs)
        for inputs, _ in batches_of(
            training_set(training_config=TrainingConfig(batch_size=8), n=41)
        )
    }

    assert sizes <= {6, 7}


@pytest.mark.slow
def test_processes_that_help_change_nothing():
    fitted = []
    for workers in (0, 2):
        network = network_of("cnn")
        Trainer(network, tracks(), CONFIG, RecordingContext(), seed=0, workers=workers).fit()
        fitted.append(weights_of(network))

    assert torch.equal(*fitted)
