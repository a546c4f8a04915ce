from dataclasses import replace

import numpy as np
import pytest
import torch

from musicreclass.errors import Cancelled
from musicreclass.training.config import ChannelAugmentation, Masks, TrainingConfig
from musicreclass.training.data.labelled_tracks import NO_GENRE
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext, stopped_context
from tests.training.fit_material import network_of, tracks, weights_of

SHORT = TrainingConfig(
    epochs=16, learning_rate=5e-3, batch_size=8, mixup=0.1, masks=Masks(1, bands=4, frames=4)
)
KINDS = ("mlp", "summary", "cnn", "crnn", "transformer", "vae")
EPOCHS = {"transformer": 80}  # which some need more of


def fitted(kind, training_config=SHORT, seed=0, watched=None, given=None):
    network, ctx = network_of(kind), RecordingContext()
    Trainer(network, given or tracks(), training_config, ctx, seed=seed, watched=watched).fit()
    return network, ctx.of(Epoch)


def enough(kind):
    return replace(SHORT, epochs=EPOCHS.get(kind, SHORT.epochs))


def answers_of(network, some):
    return network.answers(some.features, some.mels).log_probs


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_easy_to_tell_apart_is_learned(kind):
    network, _ = fitted(kind, enough(kind))

    unseen = tracks(seed=1)
    assert (answers_of(network, unseen).argmax(axis=1) == unseen.labels).mean() > 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_trains_the_same_weights_to_the_last_bit(kind):
    training_config = replace(SHORT, epochs=3, channel_augmentation=ChannelAugmentation())

    one, _ = fitted(kind, training_config)
    other, _ = fitted(kind, training_config)

    assert torch.equal(weights_of(one), weights_of(other))


def test_another_seed_trains_other_weights():
    assert not torch.equal(weights_of(fitted("mlp")[0]), weights_of(fitted("mlp", seed=1)[0]))


def test_random_numbers_of_others_are_left_alone():
    torch.manual_seed(3)
    network, expected = network_of("mlp", seed=3), torch.rand(1)
    torch.manual_seed(3)
    network_of("mlp", seed=3)
    Trainer(network, tracks(), replace(SHORT, epochs=1), RecordingContext(), seed=9).fit()

    assert torch.equal(torch.rand(1), expected)


def test_every_epoch_is_told_with_its_loss():
    _, epochs = fitted("mlp", replace(SHORT, epochs=5))

    assert [epoch.number for epoch in epochs] == [1, 2, 3, 4, 5]
    assert epochs[-1].loss < epochs[0].loss
    assert {epoch.watched_loss for epoch in epochs} == {None}


def test_training_ends_when_watched_tracks_get_no_better():
    nonsense = tracks(seed=2)
    swapped = replace(nonsense, labels=1 - nonsense.labels)

    _, epochs = fitted("mlp", replace(SHORT, epochs=60, patience=3), watched=swapped)

    assert len(epochs) < 20


def test_the_best_state_on_watched_tracks_is_kept():
    nonsense = tracks(seed=2)
    swapped = replace(nonsense, labels=1 - nonsense.labels)
    training_config = replace(SHORT, epochs=60, patience=3)

    network, epochs = fitted("mlp", training_config, watched=swapped)

    said = answers_of(network, swapped)
    loss = -said[np.arange(len(swapped)), swapped.labels].mean()
    assert loss == pytest.approx(min(epoch.watched_loss for epoch in epochs), abs=1e-5)


def test_what_has_no_genre_leaves_the_answer_open():
    music = tracks()
    noise = replace(tracks(seed=5), labels=np.full(40, NO_GENRE))
    features = noise.features.copy()
    features[:, 6:] += 8.0
    noise = replace(noise, features=features)
    both = replace(
        music,
        names=music.names + noise.names,
        labels=np.concatenate([music.labels, noise.labels]),
        groups=np.concatenate([music.groups, noise.groups + 100]),
        features=np.concatenate([music.features, noise.features]),
        mels=[*music.mels, *noise.mels],
    )

    network, _ = fitted("mlp", replace(SHORT, epochs=40), given=both)

    assert np.exp(answers_of(network, noise).max(axis=1)).mean() < 0.7
    assert np.exp(answers_of(network, music).max(axis=1)).mean() > 0.8


def test_a_track_shorter_than_a_chunk_is_learned_from_too():
    network, _ = fitted("cnn", replace(SHORT, epochs=2), given=tracks(n=12, frames=7))

    assert np.isfinite(answers_of(network, tracks(n=4, frames=7))).all()


@pytest.mark.parametrize("kind", KINDS)
def test_training_stops_when_it_is_asked_to(kind):

    with pytest.raises(Cancelled):
        Trainer(network_of(kind), tracks(), SHORT, stopped_context(), seed=0).fit()


@pytest.mark.parametrize("kind", KINDS)
def test_copies_of_tracks_are_learned_from_like_the_tracks(kind):
    # The tracks themselves say nothing, so that all there is to know is in the copies.
    silent = replace(
        tracks(),
        features=np.zeros_like(tracks().features),
        mels=[np.full_like(mel, -80.0) for mel in tracks().mels],
    )
    network = network_of(kind)

    Trainer(
        network, silent, enough(kind), RecordingContext(), copies=[tracks(), tracks(seed=3)], seed=0
    ).fit()

    unseen = tracks(seed=1)
    assert (answers_of(network, unseen).argmax(axis=1) == unseen.labels).mean() > 0.8


@pytest.mark.parametrize("kind", KINDS)
def test_copies_of_other_tracks_are_refused(kind):
    with pytest.raises(ValueError, match="copies of other tracks"):
        Trainer(
            network_of(kind), tracks(), SHORT, RecordingContext(), seed=0, copies=[tracks(n=6)]
        ).fit()


@pytest.mark.parametrize("kind", KINDS)
def test_tracks_without_what_the_network_reads_are_refused(kind):
    deaf = replace(tracks(), features=None, mels=None)

    with pytest.raises(ValueError, match="come without"):
        Trainer(network_of(kind), deaf, SHORT, RecordingContext(), seed=0).fit()
