from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier, load, save
from musicreclass.classifiers.kinds.chunks.cnn import LastLayers
from musicreclass.errors import Cancelled
from musicreclass.training.config import (
    AudioAugmentation,
    ChannelAugmentation,
    Masks,
    TrainingConfig,
)
from musicreclass.training.fit.backbone import CROPS, Backbone
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.make import fitted
from musicreclass.training.members import Member
from tests.recording_context import RecordingContext, stopped_context
from tests.training.fit_material import CNN, network_of, tracks

CONFIG = TrainingConfig(
    epochs=20, learning_rate=1e-2, mixup=0.0, channel_augmentation=ChannelAugmentation()
)
SCHOOL = TrainingConfig(epochs=8, learning_rate=5e-3, mixup=0.0, masks=Masks(0))


@pytest.fixture(scope="module")
def known():
    """Return a network that learned to tell the two genres apart from other tracks."""
    network = network_of("cnn")
    Trainer(network, tracks(n=60, seed=3), SCHOOL, RecordingContext(), seed=0).fit()
    return network.requires_grad_(False)


def member(known, **changed):
    return Member("cnn", CNN, CONFIG, backbone=Backbone(known), **changed)


def test_it_builds_upon_the_blocks_and_leaves_them_as_they_were(known):
    before = {name: weight.clone() for name, weight in known.state_dict().items()}

    network, _ = fitted(member(known), tracks(n=30), RecordingContext(), seed=0)

    after = network.state_dict()
    blocks = [name for name in before if name.startswith(("blocks.", "centre", "spread"))]
    assert all(torch.equal(before[name], after[name]) for name in blocks)
    assert all(torch.equal(weight, before[name]) for name, weight in known.state_dict().items())
    assert not torch.equal(before["head.weight"], after["head.weight"])


def test_few_tracks_are_enough_where_much_is_known(known):
    network, _ = fitted(member(known), tracks(n=12), RecordingContext(), seed=0)

    new = tracks(n=40, seed=8)
    assert (
        network.answers(new.features, new.mels).log_probs.argmax(axis=1) == new.labels
    ).mean() > 0.9


def test_other_genres_than_the_known_ones_are_learned(known):
    some = tracks(n=30)
    three = replace(some, genres=("Low", "High", "Loud"))

    network, _ = fitted(member(known), three, RecordingContext(), seed=0)

    assert network.answers(three.features, three.mels).log_probs.shape == (30, 3)


def test_all_layers_are_finished_where_that_is_wanted(known):
    finish = replace(SCHOOL, epochs=2, learning_rate=1e-3)

    network: Any
    network, epochs = fitted(member(known, finish=finish), tracks(n=30), RecordingContext(), seed=0)

    assert [epoch.number for epoch in epochs] == [*range(1, 201), 1, 2]
    assert not torch.equal(
        network.state_dict()["blocks.0.through.0.weight"],
        known.state_dict()["blocks.0.through.0.weight"],
    )
    assert torch.equal(network.centre, known.centre)


def test_the_same_seed_gives_the_same_weights_whatever_was_seen_before(known):
    some = tracks(n=30)
    first, second = member(known), member(known)
    fitted(second, some.at(np.arange(10, 30)), RecordingContext(), seed=0)

    weights = [
        fitted(one, some, RecordingContext(), seed=0)[0].state_dict()["head.weight"]
        for one in (first, second)
    ]

    assert torch.equal(*weights)


def test_a_track_is_looked_at_once_for_all_fits(known):
    some, backbone = tracks(n=10), Backbone(known)
    backbone.run(some, ChannelAugmentation(), 0, RecordingContext())
    first = backbone.cached(some)

    backbone.run(
        replace(some, mels=[mel * 0 for mel in some.mels]),
        ChannelAugmentation(),
        0,
        RecordingContext(),
    )

    assert first.shape == (5 * CROPS, 10, 2 * CNN.embedding_width)
    np.testing.assert_array_equal(backbone.cached(some), first)


def test_looking_can_be_stopped(known):

    with pytest.raises(Cancelled):
        Backbone(known).run(tracks(n=4), ChannelAugmentation(), 0, stopped_context())


def test_last_layers_answer_as_the_network_does(known):
    chunks = torch.randn(3, CNN.mel.n_mels, CNN.chunk_frames)

    with torch.inference_mode():
        whole, parts = known(chunks), LastLayers(known).eval()(known.activations(chunks)[0])

    torch.testing.assert_close(whole, parts)


def test_what_was_transferred_is_an_ordinary_classifier_in_one_file(known, tmp_path):
    some = tracks(n=12)
    network: Any
    network, _ = fitted(member(known), some, RecordingContext(), seed=0)
    save(Bundle(some.genres, (Classifier("cnn", network),)), tmp_path / "own.pth")

    loaded: Any = load(tmp_path / "own.pth").classifiers[0].network

    np.testing.assert_array_equal(
        loaded.answer(None, some.mels[0]).log_probs, network.answer(None, some.mels[0]).log_probs
    )


def test_a_fit_that_was_broken_off_ends_with_the_same_weights(known, tmp_path):
    class StopsLater(RecordingContext):
        def publish(self, batch):
            super().publish(batch)
            if len(self.of(Epoch)) == 7:
                raise Cancelled

    some, kept = tracks(n=30), Checkpoints(tmp_path / "run")
    unbroken, _ = fitted(member(known), some, RecordingContext(), seed=0)
    with pytest.raises(Cancelled):
        fitted(member(known), some, StopsLater(), seed=0, checkpoints=kept)

    resumed, _ = fitted(member(known), some, RecordingContext(), seed=0, checkpoints=kept)

    assert all(
        torch.equal(weight, resumed.state_dict()[name])
        for name, weight in unbroken.state_dict().items()
    )


def test_a_network_of_another_shape_cannot_be_built_upon(known):
    other: Any = replace(CNN, widths=(4, 16)).build(2)

    with pytest.raises(RuntimeError):
        other.take_over(known)


def test_copies_are_looked_at_beside_the_tracks(known):
    some, backbone, copy = tracks(n=10), Backbone(known), (AudioAugmentation(), 1)
    backbone.run(some, ChannelAugmentation(), 0, RecordingContext())

    backbone.run(tracks(n=10, seed=4), ChannelAugmentation(), 0, RecordingContext(), copy)

    assert backbone.cached(some, copy).shape == backbone.cached(some).shape
    assert not np.array_equal(backbone.cached(some, copy), backbone.cached(some))


def test_last_layers_learn_from_copies_too(known):
    some = tracks(n=20)
    silent = replace(some, mels=[mel * 0 for mel in some.mels])
    copying = replace(member(known), training_config=replace(CONFIG, copies=1))

    network, _ = fitted(
        copying, silent, RecordingContext(), seed=0, copies={AudioAugmentation(): [some]}
    )

    new = tracks(n=40, seed=8)
    assert (
        network.answers(new.features, new.mels).log_probs.argmax(axis=1) == new.labels
    ).mean() > 0.9
