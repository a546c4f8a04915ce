"""What the classifier in the box consists of, and how it is trained. All seeds are here."""

from __future__ import annotations

from dataclasses import replace

from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.training.config import (
    CNN_TRAINING,
    MLP_TRAINING,
    ChannelAugmentation,
    TrainingConfig,
)
from musicreclass.training.members import Member, TrainingPlan

SEEDS = (0, 1, 2, 3, 4)
BOX_SEED = 0
N_FOLDS = 3
N_ANYWHERE_PARTS = 5  # of the collections, left out in turn

# How loud each part of the spectrum is tells a recording's age and maker as much as its genre.
LEVELS = tuple(f"cepstrum.{statistic}." for statistic in ("mean", "median", "min", "max"))


def box_plan(*, with_channel_augmentation: bool = True) -> TrainingPlan:
    """Return the plan of the box, or the same without changing how tracks were recorded."""
    known = feature_set()
    mlp = MlpConfig(
        features=known,
        used=tuple(name for name in known.columns if not name.startswith(LEVELS)),
        mel=GTZAN_MEL,
        dropout=0.5,
        clip=3.0,
    )
    cnn = CnnConfig.of_size("small", GTZAN_MEL, is_band_centred=True)
    return TrainingPlan(
        (
            Member(
                "mlp",
                mlp,
                _config(MLP_TRAINING, ChannelAugmentation(share=0.5), with_channel_augmentation),
            ),
            Member(
                "cnn", cnn, _config(CNN_TRAINING, ChannelAugmentation(), with_channel_augmentation)
            ),
        ),
        n_folds=N_FOLDS,
    )


def _config(
    training_config: TrainingConfig, channel_augmentation: ChannelAugmentation, is_changed: bool
) -> TrainingConfig:
    return replace(
        training_config, channel_augmentation=channel_augmentation if is_changed else None
    )
