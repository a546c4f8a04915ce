"""What networks share that are given a track in chunks of its mel, of about 3 seconds each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.mean_network import MeanNetwork
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork
from musicreclass.classifiers.kinds.network import (
    ClassifierKind,
    Network,
    Prepared,
    wanted,
)
from musicreclass.classifiers.spec import (
    LONGEST_CHUNK_FRAMES,
    MOST_CROPS,
    FeatureRow,
    Mel,
    Mel32,
    Port,
    UnfitSound,
    check_bands,
    check_dropout,
    check_range,
)
from musicreclass.core.analysis import MelSpec
from musicreclass.sentences.reason import because

Chunks = npt.NDArray[np.float32]  # shape (n_chunks, n_mels, chunk_frames)

CHUNK_SECONDS = 3.0
LEAST_SPREAD = 1e-3  # dB; a band that never moves is left alone rather than blown up

ANSWER = (
    "Bands are scaled inside the graph. The answer for the track is the mean of its chunks' "
    "log-probabilities, renormalised so that their exponentials sum to one; its embedding is the "
    "mean of its chunks' embeddings."
)


class ChunkConfig(ABC):
    """The part of a shape that says how a track is cut; each kind's dataclass adds its layers."""

    __slots__ = ()

    kind: ClassVar[ClassifierKind]

    mel: MelSpec
    chunk_frames: int
    dropout: float
    crop_count: int  # at most so many chunks of a track are answered
    is_band_centred: bool  # each band's mean over the track is taken away first

    @property
    @abstractmethod
    def embedding_width(self) -> int: ...

    @abstractmethod
    def build(self, n_genres: int) -> Network:
        """Return an untrained network of this shape."""

    def check_chunks(self, least_bands: int = 1, least_frames: int = 1) -> None:
        """Make sure that chunks can be cut, and are no smaller than the layers need."""
        check_dropout(self.dropout)
        check_range("chunk_frames", self.chunk_frames, least_frames, LONGEST_CHUNK_FRAMES)
        check_range("crop_count", self.crop_count, 1, MOST_CROPS)
        check_bands(self.mel, least_bands)

    @property
    def measured(self) -> FeatureSet | None:
        return None

    def prepared(self, mel: Mel) -> Mel32:
        """Return the mel of a whole track as it is wanted before it is cut.

        Raises:
            UnfitSound: it is empty, of other bands, or numbers are missing.
        """
        checked = checked_mel(mel, self.mel.n_mels)
        if self.is_band_centred:
            checked = checked - checked.mean(axis=1, keepdims=True, dtype=np.float64)
        return checked.astype(np.float32, copy=False)

    def chunks(self, mel: Mel) -> Chunks:
        """Return the chunks of a track that are answered, shape (n_chunks, n_mels, chunk_frames).

        Raises:
            UnfitSound: the mel is empty, of other bands, or numbers are missing.
        """
        return crops(self.prepared(mel), self.chunk_frames, self.crop_count)

    def starts(self, mel: Mel) -> tuple[int, ...]:
        """Return the first frames of these chunks."""
        return crop_starts(mel.shape[1], self.chunk_frames, self.crop_count)


class ChunkNetwork(MeanNetwork):
    """Log-probabilities of genres from log-mels of any length; kinds add what embeds a chunk."""

    config: ChunkConfig
    centre: Tensor  # shape (n_mels,), dB
    spread: Tensor  # shape (n_mels,), dB, above 0

    def __init__(self, config: ChunkConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.register_buffer("centre", torch.zeros(config.mel.n_mels))
        self.register_buffer("spread", torch.ones(config.mel.n_mels))

    def add_head(self) -> None:
        """Add the last layer, once all others are there."""
        self.dropout = nn.Dropout(self.config.dropout)
        self.head = nn.Linear(self.config.embedding_width, self.n_genres)

    def scaled(self, chunks: Tensor) -> Tensor:
        """Return prepared chunks with each band around 0 and of one size, of the same shape."""
        return (chunks - self.centre[:, None]) / self.spread[:, None]

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        mel = wanted(mel, "mels")
        return Prepared((self.config.chunks(mel),), self.config.starts(mel))

    def fit(self, fitter: Fitter) -> None:
        variants = (fitter.tracks.mels, *(copy.mels for copy in fitter.copies))
        self.learn_scaling(mel for mels in variants for mel in wanted(mels, "mels"))
        fitter.fit_chunks(self, self.config, self.centre.numpy().copy())

    def learn_scaling(self, mels: Iterable[Mel]) -> None:
        """Take each band's mean and spread from the tracks that are trained on."""
        total = np.zeros((2, self.config.mel.n_mels))
        n_frames = 0
        for mel in mels:
            bands = self.config.prepared(mel).astype(np.float64)
            total += np.stack([bands.sum(axis=1), np.square(bands).sum(axis=1)])
            n_frames += bands.shape[1]
        mean, square = total / max(1, n_frames)
        deviation = np.sqrt(np.maximum(0.0, square - mean**2))
        self.centre.copy_(torch.from_numpy(mean))
        self.spread.copy_(torch.from_numpy(np.where(deviation > LEAST_SPREAD, deviation, 1.0)))

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("mel", ("chunks", self.config.mel.n_mels, self.config.chunk_frames)),)

    @property
    def feeding(self) -> tuple[str, ...]:
        return (*feeding_chunks(self.config), ANSWER)


def fit_seconds_of_chunks(epoch_seconds: float, work: FitWork) -> float:
    """Return how long a fit takes that costs so many seconds a chunk, where all layers are."""
    return work.n_fitted * work.epochs * work.crops * epoch_seconds


def chunk_frames_of(mel: MelSpec) -> int:
    """Return how many frames of such mels make a usual chunk."""
    return round(CHUNK_SECONDS * mel.frames_per_second)


def crop_starts(frames: int, chunk_frames: int, count: int) -> tuple[int, ...]:
    """Return the first frames of at most `count` chunks, evenly spread from end to end."""
    last = max(0, frames - chunk_frames)
    if count == 1:
        return (last // 2,)
    return tuple(int(start) for start in np.unique(np.linspace(0, last, count).round()))


def crops(mel: Mel32, chunk_frames: int, count: int) -> Chunks:
    """Return at most `count` evenly spread chunks; a shorter mel is repeated until it fills one."""
    frames = mel.shape[1]
    if frames < chunk_frames:
        return np.tile(mel, -(-chunk_frames // frames))[None, :, :chunk_frames]
    starts = crop_starts(frames, chunk_frames, count)
    return np.stack([mel[:, start : start + chunk_frames] for start in starts])


def checked_mel(mel: Mel, n_mels: int) -> Mel32:
    """Return `mel` in single precision, if it can be classified at all.

    Raises:
        UnfitSound: it is empty, of other bands, or numbers are missing.
    """
    if mel.ndim != 2 or mel.shape[0] != n_mels or mel.shape[1] == 0:
        shape = str(mel.shape)
        raise UnfitSound(because("classifiers.other_bands", bands=n_mels, shape=shape))
    if not np.isfinite(mel).all():
        raise UnfitSound(because("classifiers.mel_lacks_numbers"))
    return mel.astype(np.float32, copy=False)


def feeding_chunks(config: ChunkConfig) -> tuple[str, ...]:
    """Say how to get from a mel to the chunks that a graph is fed."""
    centred = ("Subtract each band's mean over the track.",) if config.is_band_centred else ()
    return (
        *centred,
        f"Cut {config.crop_count} chunks of {config.chunk_frames} frames, evenly spread from the "
        "first to the last frame: numpy.unique(numpy.linspace(0, frames - chunk frames, chunks)"
        ".round()) are their starts, and one alone comes from the middle. A mel shorter than a "
        "chunk is repeated until it fills one.",
    )
