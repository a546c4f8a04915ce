"""Tracks of which the genre is known, as arrays: what every fit and every split is made of.

Augmented copies stand where their tracks do, so that a track that is left out takes its copies
along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis import Picture
from musicreclass.training.config import AudioAugmentation, TrainingConfig

Indices = npt.NDArray[np.intp]  # shape (n_tracks,) or fewer
FeatureRows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns)
Targets = npt.NDArray[np.float32]  # shape (n_tracks, n_genres); each row sums to 1

NO_GENRE = -1  # the label of speech, noise and the like: nothing it could be taken for is right


@dataclass(frozen=True, slots=True, eq=False)
class LabelledTracks:
    """Tracks and what is known of them. What nobody needs may be absent: features or mels."""

    names: tuple[str, ...]
    genres: tuple[str, ...]  # what labels point into
    labels: Indices  # shape (n_tracks,); NO_GENRE for what is none of them
    groups: Indices  # shape (n_tracks,); artists, albums: what must stay on one side of a split
    features: FeatureRows | None = None
    mels: Sequence[Picture] | None = None
    soft: Targets | None = None  # what is to be answered, where it is more than a genre

    def __post_init__(self) -> None:
        sizes = {len(self.names), len(self.labels), len(self.groups)}
        sizes |= {len(part) for part in (self.features, self.mels, self.soft) if part is not None}
        if len(sizes) > 1:
            raise ValueError(f"parts of different lengths: {sorted(sizes)}")
        if len(self.labels) and not -1 <= self.labels.min() <= self.labels.max() < len(self.genres):
            raise ValueError("labels point beyond the genres")

    def __len__(self) -> int:
        return len(self.names)

    def at(self, indices: Indices) -> LabelledTracks:
        """Return some of the tracks, in the order of `indices`."""
        return LabelledTracks(
            tuple(self.names[i] for i in indices),
            self.genres,
            self.labels[indices],
            self.groups[indices],
            None if self.features is None else self.features[indices],
            None if self.mels is None else [self.mels[i] for i in indices],
            None if self.soft is None else self.soft[indices],
        )

    def and_more(self, others: LabelledTracks) -> LabelledTracks:
        """Return these tracks and others behind them, which are measured alike; of other groups."""
        first = int(self.groups.max(initial=-1)) + 1
        return LabelledTracks(
            (*self.names, *others.names),
            self.genres,
            np.concatenate((self.labels, others.labels)),
            np.concatenate((self.groups, others.groups + first)),
            _joined(self.features, others.features),
            None if self.mels is None or others.mels is None else [*self.mels, *others.mels],
            _joined(self.soft, others.soft),
        )

    @property
    def has_genre(self) -> npt.NDArray[np.bool_]:
        """Return which tracks are of a genre, shape (n_tracks,)."""
        return np.asarray(self.labels != NO_GENRE)


# The same tracks in the same order, each time, by how they were augmented.
Copies = Mapping[AudioAugmentation, Sequence[LabelledTracks]]

NO_COPIES: Copies = {}


def wanted_copies(training_configs: Iterable[TrainingConfig]) -> Mapping[AudioAugmentation, int]:
    """Return how many copies of each track are asked for, by how they are augmented."""
    counts: dict[AudioAugmentation, int] = {}
    for config in training_configs:
        if config.copies:
            how = config.audio_augmentation
            counts[how] = max(config.copies, counts.get(how, 0))
    return counts


def copies_for(training_config: TrainingConfig, copies: Copies) -> Sequence[LabelledTracks]:
    """Return the copies that are learned from by this config."""
    return copies.get(training_config.audio_augmentation, ())[: training_config.copies]


def copies_at(copies: Copies, indices: Indices) -> Copies:
    """Return the copies of some of the tracks, in the order of `indices`."""
    return {how: [copy.at(indices) for copy in some] for how, some in copies.items()}


def _joined(first: FeatureRows | None, second: FeatureRows | None) -> FeatureRows | None:
    return None if first is None or second is None else np.concatenate((first, second))


def check_copies(tracks: LabelledTracks, copies: Sequence[LabelledTracks]) -> None:
    """Make sure that these are the same tracks in the same order."""
    if any(some.names != tracks.names for some in copies):
        raise ValueError("these are copies of other tracks")
