"""A process of its own that trains, to be killed: `python -m tests.training.fitting_child FOLDER`.

It writes a dot for each batch.
"""

import sys
from pathlib import Path

import torch

from musicreclass.training.config import ChannelAugmentation, TrainingConfig
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.training.fit_material import network_of, tracks

CONFIG = TrainingConfig(
    epochs=6, batch_size=8, mixup=0.2, channel_augmentation=ChannelAugmentation()
)


class Dotted(RecordingContext):
    def raise_if_cancelled(self):
        print(".", end="", flush=True)  # noqa: T201 - read by the test


def fit(folder, ctx):
    """Fit a network with checkpoints in `folder`, and return it."""
    torch.set_num_threads(1)
    network = network_of("cnn")
    watched = tracks(n=8, seed=4)
    checkpoint = Checkpoints(folder).of("cnn")
    Trainer(network, tracks(), CONFIG, ctx, seed=2, watched=watched, checkpoint=checkpoint).fit()
    return network


if __name__ == "__main__":
    fit(Path(sys.argv[1]), Dotted())
