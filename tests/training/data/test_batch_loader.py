from contextlib import closing

import numpy as np
import pytest
import torch

from musicreclass.training.config import Habits, Recipe
from musicreclass.training.data.batch_loader import Dealer
from musicreclass.training.data.training_set import MelDeck, Order
from musicreclass.training.fit.network_fit import teach_cnn
from tests.training.lessons_material import CNN, Silent, network_of, tracks, weights_of

RECIPE = Recipe(epochs=2, batch_size=16, crops=2, mixup=0.2, gain_db=3.0, habits=Habits())


def deck(seed=0, recipe=RECIPE, n=40):
    some = tracks(n=n)
    centre = torch.zeros(CNN.mel.n_mels).numpy()
    return MelDeck(Order(some.labels, 2, recipe, seed), [some.mels], CNN, centre)


def dealt(some, epoch=0, workers=0):
    with closing(Dealer(some, workers)) as dealer:
        return list(dealer.deal(epoch))


def same(one, other):
    return torch.equal(torch.cat([a for a, _ in one]), torch.cat([a for a, _ in other]))


def test_an_epoch_hears_every_track_as_often_as_the_recipe_says():
    batches = dealt(deck())

    assert sum(len(inputs) for inputs, _ in batches) == 80
    assert {inputs.shape[1:] for inputs, _ in batches} == {(CNN.mel.n_mels, CNN.chunk_frames)}
    assert all(torch.allclose(targets.sum(dim=1), torch.ones(1)) for _, targets in batches)


def test_an_epoch_is_dealt_the_same_whatever_was_dealt_before():
    some = deck()
    with closing(Dealer(some)) as dealer:
        list(dealer.deal(0))
        second = list(dealer.deal(1))

    assert same(second, dealt(deck(), epoch=1))
    assert not same(second, dealt(deck(), epoch=0))


def test_other_seeds_deal_otherwise():
    assert not same(dealt(deck()), dealt(deck(seed=1)))


def test_rare_genres_are_dealt_as_often_as_others_where_that_is_wanted():
    order = Order(np.arange(40) // 36, 2, Recipe(balanced_sampler=True, batch_size=8), seed=0)

    dealt_places = np.concatenate([order.places(3, i) for i in range(order.count)])

    assert (dealt_places >= 36).mean() == 0.5


def test_batches_are_even():
    sizes = {len(inputs) for inputs, _ in dealt(deck(recipe=Recipe(batch_size=8), n=41))}

    assert sizes <= {6, 7}


@pytest.mark.slow
def test_processes_that_help_change_nothing():
    taught = []
    for workers in (0, 2):
        network = network_of("cnn")
        teach_cnn(network, tracks(), RECIPE, Silent(), seed=0, workers=workers)
        taught.append(weights_of(network))

    assert torch.equal(*taught)
