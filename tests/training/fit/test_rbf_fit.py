from dataclasses import replace
from typing import Any

import numpy as np
import torch

from musicreclass.classifiers.kinds.columns.rbf import RbfConfig
from musicreclass.training.fit.trainer import UNKNOWN, Trainer
from musicreclass.training.presets import RBF_TRAINING
from tests.recording_context import RecordingContext
from tests.training.fit_material import COLUMNS, tracks

CONFIG = RbfConfig(COLUMNS, COLUMNS.columns, support_tracks=500)


def fitted(some, config=CONFIG, seed=0):
    network: Any = config.build(len(some.genres))
    Trainer(network, some, RBF_TRAINING, RecordingContext(), seed).fit()
    return network


def share_right(network, seed=9):
    new = tracks(n=40, seed=seed)
    return (network.answers(new.features).log_probs.argmax(axis=1) == new.labels).mean()


def test_it_recognises_what_it_never_saw():
    network = fitted(tracks(n=60))

    assert network.config.support_tracks == 60
    assert share_right(network) > 0.9


def test_few_support_tracks_stand_for_many_tracks():
    network = fitted(tracks(n=200), replace(CONFIG, support_tracks=20))

    assert network.trunk[1].anchors.shape == (20, len(COLUMNS.columns))
    assert share_right(network) > 0.9


def test_the_same_seed_learns_the_same():
    some, few = tracks(n=60), replace(CONFIG, support_tracks=20)

    first, second = fitted(some, few, seed=3), fitted(some, few, seed=3)

    assert torch.equal(first.head.weight, second.head.weight)


def test_tracks_of_no_genre_are_not_learned_from():
    some = tracks(n=40)
    labels = some.labels.copy()
    labels[:10] = -1

    assert fitted(replace(some, labels=labels)).config.support_tracks == 30


def test_a_genre_that_is_missing_is_never_suggested():
    three = replace(tracks(n=40), genres=("Low", "High", "Nowhere"))

    log_probs = fitted(three).answers(three.features).log_probs

    assert (log_probs[:, 2] < UNKNOWN / 2).all()


def test_one_genre_alone_is_always_right():
    some = tracks(n=40)
    alone = some.at(np.flatnonzero(some.labels == 1))

    assert (fitted(alone).answers(alone.features).log_probs.argmax(axis=1) == 1).all()
