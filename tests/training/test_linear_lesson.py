from dataclasses import replace

import numpy as np
import pytest
import torch
from lessons_material import CNN, COLUMNS, MEL, Silent, network_of, tracks

from musicreclass.classifiers.bundle import build
from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.classifiers.spec import JointConfig, LinearConfig
from musicreclass.errors import Cancelled
from musicreclass.training.linear_lesson import UNKNOWN, LinearRecipe, teach_linear
from musicreclass.training.make import Plan, Student, answers, make_bundle, taught
from musicreclass.training.transfer import Trunk

LINEAR = LinearConfig(COLUMNS, COLUMNS.columns)
JOINT = JointConfig(COLUMNS, COLUMNS.columns, trunk=CNN)


def joint(seed=3):
    return Student("joint", JOINT, LinearRecipe(), trunk=Trunk(network_of("cnn", seed)))


def linear(some, config=LINEAR):
    network = build(config, len(some.genres))
    teach_linear(network, some, LinearRecipe())
    return network


def guesses(network, some):
    return answers(network, some).log_probs.argmax(axis=1)


@pytest.mark.parametrize(
    "config", [LINEAR, LinearConfig(feature_set(), feature_set().columns, mel=MEL)]
)
def test_it_recognises_what_it_never_heard(config):
    network, new = linear(tracks(n=60), config), tracks(n=40, seed=9)

    assert (guesses(network, new) == new.labels).mean() > 0.9


def test_features_and_trunk_recognise_it_together():
    network, _ = taught(joint(), tracks(n=60), Silent(), seed=0)

    new = tracks(n=40, seed=9)
    assert (guesses(network, new) == new.labels).mean() > 0.9
    assert answers(network, new).embeddings.shape == (40, CNN.embedding_width)


def test_the_trunk_is_taken_over_as_it_is():
    student = joint()

    network, _ = taught(student, tracks(n=20), Silent(), seed=0)

    known, own = student.trunk.network.state_dict(), network.trunk.state_dict()
    assert all(torch.equal(known[n], own[n]) for n in own if not n.startswith("head."))


def test_each_mel_is_looked_at_once_for_all_folds(monkeypatch):
    student, some, looked = joint(), tracks(n=20), []
    listen = type(student.trunk.network).heard
    monkeypatch.setattr(
        type(student.trunk.network), "heard", lambda own, mel: looked.append(1) or listen(own, mel)
    )

    for _ in range(3):
        taught(student, some, Silent(), seed=0)

    assert len(looked) == 20


def test_the_same_tracks_give_the_same_weights():
    first, second = (taught(joint(), tracks(n=30), Silent(), seed=0)[0] for _ in range(2))

    assert all(
        torch.equal(weight, second.state_dict()[name])
        for name, weight in first.state_dict().items()
        if not name.startswith("trunk.head.")
    )


def test_tracks_of_no_genre_are_not_learned_from():
    some = tracks(n=40)
    labels = some.labels.copy()
    labels[:10] = -1

    network = linear(replace(some, labels=labels))

    assert torch.equal(network.head.weight, linear(some.at(np.arange(10, 40))).head.weight)


def test_a_genre_that_is_missing_is_never_suggested():
    three = replace(tracks(n=40), genres=("Low", "High", "Nowhere"))

    log_probs = linear(three).answers(three.features).log_probs

    assert (log_probs[:, 2] < UNKNOWN / 2).all()


def test_one_genre_alone_is_always_right():
    some = tracks(n=40)
    alone = some.at(np.flatnonzero(some.labels == 1))

    assert (guesses(linear(alone), alone) == 1).all()


def test_looking_can_be_stopped():
    class Impatient(Silent):
        def raise_if_cancelled(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        taught(joint(), tracks(n=20), Impatient(), seed=0)


def test_a_bundle_is_made_of_it():
    some = tracks(n=24)
    plan = Plan((joint(),), n_folds=3)

    made = make_bundle(some, plan, Silent(), folds=some.groups % 3)

    assert plan.hears_mels
    assert plan.needs.features
    assert plan.needs.mels == (MEL,)
    assert made.out_of_fold["joint"].shape == (24, 2)
    assert made.judge.familiarity is not None
