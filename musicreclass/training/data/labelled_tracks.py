"""Tracks of which the genre is known, as arrays: what every lesson and every split is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis import LogMel

Indices = npt.NDArray[np.intp]  # shape (n_tracks,) or fewer
FeatureRows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns)

NO_GENRE = -1  # the label of speech, noise and the like: nothing it could be taken for is right


@dataclass(frozen=True, slots=True, eq=False)
class LabelledTracks:
    """Tracks and what is known of them. What nobody needs may be absent: features or mels."""

    names: tuple[str, ...]
    genres: tuple[str, ...]  # what labels point into
    labels: Indices  # shape (n_tracks,); NO_GENRE for what is none of them
    groups: Indices  # shape (n_tracks,); artists, albums: what must stay on one side of a split
    features: FeatureRows | None = None
    mels: Sequence[LogMel] | None = None

    def __post_init__(self) -> None:
        sizes = {len(self.names), len(self.labels), len(self.groups)}
        sizes |= {len(part) for part in (self.features, self.mels) if part is not None}
        if len(sizes) > 1:
            raise ValueError(f"parts of different lengths: {sorted(sizes)}")
        if len(self.labels) and not -1 <= self.labels.min() <= self.labels.max() < len(self.genres):
            raise ValueError("labels point beyond the genres")

    def __len__(self) -> int:
        return len(self.names)

    def at(self, places: Indices) -> LabelledTracks:
        """Return some of the tracks, in the order of `places`."""
        return LabelledTracks(
            tuple(self.names[i] for i in places),
            self.genres,
            self.labels[places],
            self.groups[places],
            None if self.features is None else self.features[places],
            None if self.mels is None else [self.mels[i] for i in places],
        )

    @property
    def has_genre(self) -> npt.NDArray[np.bool_]:
        """Return which tracks are of a genre, shape (n_tracks,)."""
        return np.asarray(self.labels != NO_GENRE)


def check_copies(tracks: LabelledTracks, copies: Sequence[LabelledTracks]) -> None:
    """Make sure that these are the same tracks in the same order."""
    if any(some.names != tracks.names for some in copies):
        raise ValueError("these are copies of other tracks")
