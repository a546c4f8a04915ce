"""What describes a classifier apart from its weights, and what it answers. Imports no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields, stored_as
from musicreclass.errors import MusicReclassError

LogProbs = npt.NDArray[np.float32]  # shape (n_genres,), at most 0; their exp sums to 1
Embedding = npt.NDArray[np.float32]  # shape (width,)

CHUNK_SECONDS = 3.0
CHANNELS = {"small": 16, "medium": 32, "large": 64}
# Wider where the picture has become smaller; every step halves it in both directions.
WIDENING = (1, 2, 4, 4, 8)

# Files come from strangers: what they ask for must fit into memory.
WIDEST = 4096
LONGEST_CHUNK_FRAMES = 8192
MOST_LAYERS = 16
MOST_CROPS = 256
MOST_BANDS = 1024
MOST_KNOTS = 256


class UnfitSound(MusicReclassError):
    """What was heard cannot be classified."""


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """Which features are measured, in which order; another definition gives other numbers."""

    definition: str
    columns: tuple[str, ...]  # such as "mfcc.mean.01", in the order of the arrays

    def __post_init__(self) -> None:
        if not self.definition or not self.columns:
            raise ValueError("features need a definition and at least one column")
        if len(set(self.columns)) < len(self.columns):
            raise ValueError("a column is named twice")

    def key(self) -> str:
        """Return what it is known by where lessons are kept."""
        return spelt_fields("FeatureSet", self)


@dataclass(frozen=True, slots=True)
class MlpConfig:
    """The shape of a `FeatureNetwork`."""

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    hidden: tuple[int, ...] = (256, 128)  # the last is the width of the embedding
    dropout: float = 0.3
    clip: float | None = 5.0  # spreads from the centre; None lets everything through
    mel: MelSpec | None = None  # what `mel_summary` sums up; None: measured of the whole sound

    def __post_init__(self) -> None:
        _check_used(self.features, self.used)
        _check_widths(self.hidden)
        _check_dropout(self.dropout)
        if self.clip is not None and self.clip <= 0.0:
            raise ValueError(f"clip must be above 0, not {self.clip}")
        if self.mel is not None:
            _check_bands(self.mel)

    def key(self) -> str:
        """Return what it is known by where lessons are kept."""
        return spelt_fields("MlpConfig", self)

    @property
    def embedding_width(self) -> int:
        return self.hidden[-1]


@dataclass(frozen=True, slots=True)
class RbfConfig:
    """A `FeatureNetwork` that compares tracks with known ones in place of hidden layers.

    It is a kernel machine: what it learns is how much each known track speaks for each genre.
    """

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    anchors: int  # known tracks; their likenesses are the embedding
    knots: int = 33  # of the curve that each column is bent by
    reach: float = 0.3  # likeness falls to 1/e where columns differ by 1/reach in the mean square
    mel: MelSpec | None = None  # as in `MlpConfig`

    def __post_init__(self) -> None:
        _check_used(self.features, self.used)
        _check_widths((self.anchors,))
        _check_knots(self.knots)
        if not self.reach > 0.0:
            raise ValueError(f"reach must be above 0, not {self.reach}")
        if self.mel is not None:
            _check_bands(self.mel)

    @property
    def clip(self) -> float | None:
        return None  # the curves end where the known tracks do

    @property
    def embedding_width(self) -> int:
        return self.anchors


@dataclass(frozen=True, slots=True)
class LinearConfig:
    """The shape of a `FeatureNetwork` that has nothing between the evened columns and the genres.

    It is the last layer of a `JointNetwork` and no classifier by itself.
    """

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    knots: int = 33  # of the curve that each column is bent by

    def __post_init__(self) -> None:
        _check_used(self.features, self.used)
        _check_widths((len(self.used),))
        _check_knots(self.knots)

    @property
    def mel(self) -> None:
        return None

    @property
    def clip(self) -> float | None:
        return None  # the curves end where the known tracks do

    @property
    def embedding_width(self) -> int:
        return len(self.used)


FeatureConfig = MlpConfig | RbfConfig | LinearConfig


@dataclass(frozen=True, slots=True)
class CnnConfig:
    """The shape of a `ShortChunkCnn`."""

    mel: MelSpec
    chunk_frames: int
    widths: tuple[int, ...]  # channels of each block
    dropout: float = 0.3
    crop_count: int = 10  # at most so many chunks of a track are heard
    is_band_centred: bool = False  # each band's mean over the track is taken away first

    def __post_init__(self) -> None:
        _check_widths(self.widths)
        _check_dropout(self.dropout)
        if not 1 <= self.chunk_frames <= LONGEST_CHUNK_FRAMES:
            raise ValueError(f"no chunk has {self.chunk_frames} frames")
        if not 1 <= self.crop_count <= MOST_CROPS:
            raise ValueError(f"{self.crop_count} crops cannot be heard")
        _check_bands(self.mel)

    @classmethod
    def of_size(
        cls, size: str, mel: MelSpec, *, dropout: float = 0.3, is_band_centred: bool = False
    ) -> CnnConfig:
        """Return the network called `size` ("small", "medium" or "large") for such mels."""
        return cls(
            mel=mel,
            chunk_frames=round(CHUNK_SECONDS * mel.frames_per_second),
            widths=tuple(CHANNELS[size] * factor for factor in WIDENING),
            dropout=dropout,
            is_band_centred=is_band_centred,
        )

    def key(self) -> str:
        """Return what it is known by where lessons are kept."""
        return spelt_fields("CnnConfig", self)

    @property
    def embedding_width(self) -> int:
        return self.widths[-1]

    @property
    def strength_count(self) -> int:
        return sum(self.widths)


@dataclass(frozen=True, slots=True)
class FourBlockConfig:
    """The shape of a `FourBlockCnn`, which hears the first frames only."""

    mel: MelSpec
    frames: int
    widths: tuple[int, ...]
    dropout: float = 0.3

    def __post_init__(self) -> None:
        _check_widths(self.widths)
        _check_dropout(self.dropout)
        if not 2 ** len(self.widths) <= self.frames <= LONGEST_CHUNK_FRAMES:
            raise ValueError(f"{self.frames} frames cannot be halved {len(self.widths)} times")
        _check_bands(self.mel)
        if self.mel.n_mels < 2 ** len(self.widths):
            raise ValueError(f"{self.mel.n_mels} mels cannot be halved {len(self.widths)} times")

    @property
    def embedding_width(self) -> int:
        return self.widths[-1]


@dataclass(frozen=True, slots=True)
class JointConfig:
    """A `JointNetwork`: what is measured of the sound, beside what a backbone makes of its mel.

    The embedding is the backbone's.
    """

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    backbone: CnnConfig = field(metadata=stored_as("trunk"))
    knots: int = 33  # of the curve that each column is bent by

    def __post_init__(self) -> None:
        _check_used(self.features, self.used)
        _check_widths((len(self.used) + self.heard_count,))
        _check_knots(self.knots)

    @property
    def mel(self) -> MelSpec:
        return self.backbone.mel

    @property
    def embedding_width(self) -> int:
        return self.backbone.embedding_width

    @property
    def heard_count(self) -> int:
        """How many columns come from the trunk: what it makes of a sound, and of its changes."""
        return self.backbone.embedding_width + self.backbone.strength_count


Config = FeatureConfig | CnnConfig | FourBlockConfig | JointConfig


def wants_features(config: Config) -> TypeGuard[FeatureConfig | JointConfig]:
    """Say whether such a network wants what is measured of the whole sound."""
    return isinstance(config, JointConfig) or (
        isinstance(config, FeatureConfig) and config.mel is None
    )


@dataclass(frozen=True, slots=True, eq=False)
class FeatureAnswers:
    """What a classifier of features says of several tracks."""

    log_probs: npt.NDArray[np.float32]  # shape (n_tracks, n_genres)
    embeddings: npt.NDArray[np.float32]  # shape (n_tracks, width)


@dataclass(frozen=True, slots=True, eq=False)
class MelAnswer:
    """What a classifier of mels says of one track, and of its segments."""

    log_probs: LogProbs
    segment_log_probs: npt.NDArray[np.float32]  # shape (n_segments, n_genres)
    segment_starts: tuple[int, ...]  # frames
    embedding: Embedding


def _check_used(features: FeatureSet, used: Sequence[str]) -> None:
    if unknown := set(used) - set(features.columns):
        raise ValueError(f"no such column: {min(unknown)}")
    if not used or len(set(used)) < len(used):
        raise ValueError("each used column is named once, and there is at least one")


def _check_widths(widths: Sequence[int]) -> None:
    if not 1 <= len(widths) <= MOST_LAYERS or not all(1 <= w <= WIDEST for w in widths):
        raise ValueError(f"layers of these widths cannot be: {list(widths[:MOST_LAYERS])}")


def _check_knots(knots: int) -> None:
    if not 2 <= knots <= MOST_KNOTS:
        raise ValueError(f"no curve is drawn through {knots} knots")


def _check_dropout(dropout: float) -> None:
    if not 0.0 <= dropout < 1.0:
        raise ValueError(f"dropout must be at least 0 and below 1, not {dropout}")


def _check_bands(mel: MelSpec) -> None:
    if mel.n_mels > MOST_BANDS:
        raise ValueError(f"{mel.n_mels} mels are more than the {MOST_BANDS} that can be heard")
