from dataclasses import replace

import numpy as np
import pytest
import torch

from musicreclass.classifiers.kinds import joint as joint_kind
from musicreclass.classifiers.kinds.joint import JointConfig
from musicreclass.errors import Cancelled
from musicreclass.training.config import AudioAugmentation, ChannelAugmentation
from musicreclass.training.fit.backbone import CROPS, VARIANTS, Backbone
from musicreclass.training.fit.trainer import UNKNOWN
from musicreclass.training.make import fitted, make_bundle
from musicreclass.training.members import Member, TrainingPlan
from musicreclass.training.presets import JOINT_TRAINING
from tests.recording_context import RecordingContext, stopped_context
from tests.training.fit_material import CNN, COLUMNS, MEL, network_of, share_right, tracks

JOINT = JointConfig(COLUMNS, COLUMNS.columns, backbone=CNN)


def joint(**changed):
    training_config = replace(JOINT_TRAINING, **changed)
    return Member("joint", JOINT, training_config, backbone=Backbone(network_of("cnn", seed=3)))


def network(some, **changed):
    return fitted(joint(**changed), some, RecordingContext(), seed=0)[0]


def test_features_and_backbone_recognise_what_they_never_saw():
    made, new = network(tracks(n=60)), tracks(n=40, seed=9)

    said = made.answers(new.features, new.mels)

    assert (said.log_probs.argmax(axis=1) == new.labels).mean() > 0.9
    assert said.embeddings.shape == (40, CNN.embedding_width)


def test_where_the_backbone_has_no_share_the_features_decide(monkeypatch):
    monkeypatch.setattr(joint_kind, "BACKBONE_SHARE", 0.0)

    deaf = network(tracks(n=30))

    weights = deaf.linear.head.weight

    assert (weights[:, : len(COLUMNS.columns)] != 0.0).any()
    assert (weights[:, len(COLUMNS.columns) :] == 0.0).all()


def test_the_backbone_is_taken_over_as_it_is():
    member = joint()

    network, _ = fitted(member, tracks(n=20), RecordingContext(), seed=0)

    known, own = member.backbone.network.state_dict(), network.trunk.state_dict()
    assert all(torch.equal(known[n], own[n]) for n in own if not n.startswith("head."))


def test_each_mel_is_looked_at_once_for_all_folds(monkeypatch):
    member, some, looked = joint(), tracks(n=20), []
    kind = type(member.backbone.network)
    look = kind.activations
    monkeypatch.setattr(
        kind, "activations", lambda own, chunks: looked.append(len(chunks)) or look(own, chunks)
    )

    for _ in range(3):
        fitted(member, some, RecordingContext(), seed=0)

    assert looked == [VARIANTS * CROPS] * 20


def test_the_same_tracks_give_the_same_weights():
    first, second = (fitted(joint(), tracks(n=30), RecordingContext(), seed=0)[0] for _ in range(2))

    assert all(
        torch.equal(weight, second.state_dict()[name])
        for name, weight in first.state_dict().items()
        if not name.startswith("trunk.head.")
    )


def test_tracks_of_no_genre_are_not_learned_from():
    some = tracks(n=40)
    labels = some.labels.copy()
    labels[:10] = -1

    without, never = network(replace(some, labels=labels)), network(some.at(np.arange(10, 40)))

    assert torch.equal(without.linear.head.weight, never.linear.head.weight)


def test_a_genre_that_is_missing_is_never_suggested():
    three = replace(tracks(n=20), genres=("Low", "High", "Nowhere"))

    log_probs = network(three).answers(three.features, three.mels).log_probs

    assert (log_probs[:, 2] < UNKNOWN / 2).all()


def test_one_genre_alone_is_always_right():
    some = tracks(n=20)
    alone = some.at(np.flatnonzero(some.labels == 1))

    assert (network(alone).answers(alone.features, alone.mels).log_probs.argmax(axis=1) == 1).all()


def test_tracks_without_features_are_refused():
    with pytest.raises(ValueError, match="without features"):
        network(replace(tracks(n=20), features=None))


def test_looking_can_be_stopped():

    with pytest.raises(Cancelled):
        fitted(joint(), tracks(n=20), stopped_context(), seed=0)


def test_a_track_too_short_to_change_is_taken_to_change_as_others_do():
    some, backbone = tracks(n=6), joint().backbone
    short = replace(some, mels=[some.mels[0][:, : CNN.chunk_frames], *some.mels[1:]])

    backbone.run(short, ChannelAugmentation(), 0, RecordingContext())
    changes = backbone.embeddings(short)[..., CNN.embedding_width :]

    np.testing.assert_allclose(changes[:, 0], changes[:, 1:].mean(axis=1), rtol=1e-3)
    assert (changes[:, 1:].std(axis=1) > 0.0).any()


def test_copies_are_learned_from_like_the_tracks():
    # The tracks themselves say nothing, so that all there is to know is in the copies.
    some, new = tracks(n=40), tracks(n=40, seed=9)
    order = np.random.default_rng(0).permutation(40)
    mute = replace(some, features=some.features[order], mels=[some.mels[i] for i in order])

    made, _ = fitted(
        joint(copies=1), mute, RecordingContext(), seed=0, copies={AudioAugmentation(): [some]}
    )

    assert share_right(made, new) > 0.9


def test_copies_of_other_tracks_are_refused():
    copies = {AudioAugmentation(): [tracks(n=6)]}

    with pytest.raises(ValueError, match="copies of other tracks"):
        fitted(joint(copies=1), tracks(n=20), RecordingContext(), seed=0, copies=copies)


def test_a_bundle_is_made_of_it():
    some = tracks(n=24)
    plan = TrainingPlan((joint(),), n_folds=3)

    made = make_bundle(some, plan, RecordingContext(), folds=some.groups % 3)

    assert plan.has_mel_networks
    assert plan.needs.features
    assert plan.needs.mels == (MEL,)
    assert made.out_of_fold["joint"].shape == (24, 2)
    assert made.calibrator.novelty is not None
