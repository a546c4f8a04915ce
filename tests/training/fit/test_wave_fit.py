from dataclasses import replace

import pytest
import torch

from musicreclass.errors import Cancelled
from musicreclass.training.config import TrainingConfig, WaveAugmentation
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.training.fit_material import network_of, share_right, waves, weights_of

CONFIG = TrainingConfig(
    epochs=8,
    learning_rate=5e-3,
    batch_size=8,
    mixup=0.2,
    crops=2,
    gain_db=6.0,
    wave_augmentation=WaveAugmentation(),
)


def fitted(config=CONFIG, folder=None, ctx=None):
    network = network_of("wave")
    checkpoint = Checkpoints(folder).of("wave")
    Trainer(network, waves(), config, ctx or RecordingContext(), 1, checkpoint=checkpoint).fit()
    return network


class StoppedAfter(RecordingContext):
    def __init__(self, epochs):
        super().__init__()
        self.left = epochs

    def publish(self, event):
        super().publish(event)
        self.left -= isinstance(event, Epoch)

    def raise_if_cancelled(self):
        if self.left <= 0:
            raise Cancelled


def test_tones_are_told_apart_by_raw_sound():
    assert share_right(fitted(), waves(seed=9)) > 0.9


def test_what_was_broken_off_ends_with_the_bits_of_an_unbroken_fit(tmp_path):
    with pytest.raises(Cancelled):
        fitted(folder=tmp_path, ctx=StoppedAfter(3))
    ctx = RecordingContext()

    resumed = fitted(folder=tmp_path, ctx=ctx)

    assert [epoch.number for epoch in ctx.of(Epoch)] == list(range(1, 9))
    assert torch.equal(weights_of(resumed), weights_of(fitted()))


def test_copies_are_learned_from_like_the_tracks():
    silent = replace(waves(), mels=[sound * 0 for sound in waves().mels])
    network = network_of("wave")

    Trainer(network, silent, CONFIG, RecordingContext(), 1, copies=[waves(), waves(seed=3)]).fit()

    assert share_right(network, waves(seed=9)) > 0.8


def test_half_precision_learns_as_the_whole_one_does():
    chunks = torch.from_numpy(waves(n=4).mels[0][:, :300].astype("float32") / 32_767)
    network = fitted()

    with torch.autocast("cpu", dtype=torch.bfloat16), torch.no_grad():
        half = network(chunks).float()

    assert torch.isfinite(half).all()
    assert torch.equal(half.argmax(dim=1), network(chunks).argmax(dim=1))
