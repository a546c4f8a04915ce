"""Copies of tracks, played otherwise: how many are wanted, and who learns from which.

A copy stands where its track does, so that a track that is left out takes its copies along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from musicreclass.training.config import AudioAugmentation, TrainingConfig
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks
from musicreclass.training.fit.joint_fit import JointTrainingConfig

Copies = Mapping[
    AudioAugmentation, Sequence[LabelledTracks]
]  # the same tracks in the same order, each time

NO_COPIES: Copies = {}


def wanted_copies(training_configs: Iterable[object]) -> Mapping[AudioAugmentation, int]:
    """Return how many copies of each track these recipes ask for, by how they are played."""
    wanted: dict[AudioAugmentation, int] = {}
    for training_config in training_configs:
        if (
            isinstance(training_config, TrainingConfig | JointTrainingConfig)
            and training_config.copies
        ):
            wanted[training_config.audio_augmentation] = max(
                training_config.copies, wanted.get(training_config.audio_augmentation, 0)
            )
    return wanted


def copies_for(
    training_config: TrainingConfig | JointTrainingConfig, copies: Copies
) -> Sequence[LabelledTracks]:
    """Return those that are learned from by this recipe."""
    return copies.get(training_config.audio_augmentation, ())[: training_config.copies]


def copies_at(copies: Copies, places: Indices) -> Copies:
    """Return the copies of some of the tracks, in the order of `places`."""
    return {
        audio_augmentation: [copy.at(places) for copy in some]
        for audio_augmentation, some in copies.items()
    }
