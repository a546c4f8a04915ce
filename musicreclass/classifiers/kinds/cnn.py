"""A short-chunk residual network on log-mels: it is given a track in chunks of about 3 seconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork
from musicreclass.classifiers.kinds.network import (
    ClassifierKind,
    Network,
    Prepared,
    array,
    channels_last,
    wanted,
)
from musicreclass.classifiers.spec import (
    LONGEST_CHUNK_FRAMES,
    MOST_CROPS,
    FeatureRow,
    Mel,
    Mel32,
    NetworkAnswer,
    Port,
    UnfitSound,
    check_bands,
    check_dropout,
    check_range,
    check_widths,
)
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields
from musicreclass.sentences.reason import because

Chunks = npt.NDArray[np.float32]  # shape (n_chunks, n_mels, chunk_frames)

CHUNK_SECONDS = 3.0
CHANNELS = {"small": 16, "medium": 32, "large": 64}
# Wider where the picture has become smaller; every step halves it in both directions.
WIDENING = (1, 2, 4, 4, 8)

LEAST_SPREAD = 1e-3  # dB; a band that never moves is left alone rather than blown up
LEAST_STEPS = 200  # of a fit of the last layers, for few tracks make few batches

LOOK_SECONDS = 0.0127  # a track that is looked at once, 8 chunks of it
EPOCH_SECONDS = 0.005  # a chunk, where all layers are fitted
LAST_LAYERS_SECONDS = 0.00032  # a track and epoch, where these alone are

ANSWER = (
    "Bands are scaled inside the graph. The answer for the track is the mean of its chunks' "
    "log-probabilities, renormalised so that their exponentials sum to one; its embedding is the "
    "mean of its chunks' embeddings."
)


def _fit_seconds(work: FitWork) -> float:
    if not work.looks:
        return work.n_fitted * work.epochs * work.crops * EPOCH_SECONDS
    looks = work.n_tracks * work.looks * (1 + work.copies) * LOOK_SECONDS
    finish = 0.0 if work.finish is None else _fit_seconds(work.finish)
    return looks + work.n_fitted * work.epochs * LAST_LAYERS_SECONDS + finish


@dataclass(frozen=True, slots=True)
class CnnConfig:
    """The shape of a `ShortChunkCnn`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("cnn", _fit_seconds, family="cnn")

    mel: MelSpec
    chunk_frames: int
    widths: tuple[int, ...]  # channels of each block
    dropout: float = 0.3
    crop_count: int = 10  # at most so many chunks of a track are answered
    is_band_centred: bool = False  # each band's mean over the track is taken away first

    def __post_init__(self) -> None:
        check_widths(self.widths)
        check_dropout(self.dropout)
        check_range("chunk_frames", self.chunk_frames, 1, LONGEST_CHUNK_FRAMES)
        check_range("crop_count", self.crop_count, 1, MOST_CROPS)
        check_bands(self.mel)

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
        """Return what it is known by in checkpoints."""
        return spelt_fields("CnnConfig", self)

    @property
    def measured(self) -> FeatureSet | None:
        return None

    @property
    def embedding_width(self) -> int:
        return self.widths[-1]

    @property
    def strength_count(self) -> int:
        return sum(self.widths)

    def build(self, n_genres: int) -> ShortChunkCnn:
        return ShortChunkCnn(self, n_genres)

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


class ShortChunkCnn(Network):
    """Log-probabilities of genres from log-mels of any length."""

    config: CnnConfig
    centre: Tensor  # shape (n_mels,), dB
    spread: Tensor  # shape (n_mels,), dB, above 0

    def __init__(self, config: CnnConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.register_buffer("centre", torch.zeros(config.mel.n_mels))
        self.register_buffer("spread", torch.ones(config.mel.n_mels))
        widths = (1, *config.widths)
        self.blocks = nn.Sequential(*(StridedBlock(*pair) for pair in pairwise(widths)))
        width = config.embedding_width
        self.dense = nn.Sequential(
            nn.Linear(2 * width, width, bias=False), nn.BatchNorm1d(width), nn.ReLU()
        )
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(width, n_genres)
        channels_last(self)

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        mel = wanted(mel, "mels")
        return Prepared((self.config.chunks(mel),), self.config.starts(mel))

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        embeddings = self.embed(*prepared)
        return torch.log_softmax(self.head(embeddings), dim=1), embeddings

    def answer_of(self, outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
        return mean_answer(outputs, starts)

    def fit(self, fitter: Fitter) -> None:
        """Fit all layers, or on a backbone the last ones, and then all if that is wanted."""
        if fitter.pretrained is None:
            variants = (fitter.tracks.mels, *(copy.mels for copy in fitter.copies))
            self.learn_scaling(mel for mels in variants for mel in wanted(mels, "mels"))
            fitter.fit_chunks(self, self.config, self.centre.numpy().copy())
            return
        self.take_over(fitter.pretrained)
        activations = fitter.activations()
        fitter.fit_rows(LastLayers(self), activations, least_steps=LEAST_STEPS, is_watched=False)
        if fitter.finish is not None:
            fitter.finish.fit_chunks(self, self.config, self.centre.numpy().copy())

    def take_over(self, pretrained: nn.Module) -> None:
        """Start from what a network of the same shape has learned, but for the genres.

        Raises:
            RuntimeError: it is of another shape.
        """
        own: Mapping[str, Tensor] = self.state_dict()
        known = pretrained.state_dict()
        self.load_state_dict(
            {name: own[name] if name.startswith("head.") else known[name] for name in own}
        )

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

    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each prepared chunk, shape (n_chunks, embedding_width)."""
        embedding: Tensor = self.dense(self.activations(chunks)[0])
        return embedding

    def activations(self, chunks: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the blocks make of each prepared chunk, and how strongly each block answers.

        Returns:
            Shapes (n_chunks, 2 * width), pooled from the last block, and (n_chunks,
            strength_count).
        """
        scaled = (chunks - self.centre[:, None]) / self.spread[:, None]
        picture = scaled[:, None].contiguous(memory_format=torch.channels_last)
        strengths = []
        for block in self.blocks:
            picture = block(picture)
            strengths.append(picture.mean((2, 3)))
        pooled = torch.cat([strengths[-1], picture.amax((2, 3))], dim=1)
        return pooled, torch.cat(strengths, dim=1)

    def forward(self, chunks: Tensor) -> Tensor:
        """Return logits, shape (n_chunks, n_genres), of prepared chunks.

        Args:
            chunks: shape (n_chunks, n_mels, frames), in dB.
        """
        logits: Tensor = self.head(self.dropout(self.embed(chunks)))
        return logits

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("mel", ("chunks", self.config.mel.n_mels, self.config.chunk_frames)),)

    @property
    def feeding(self) -> tuple[str, ...]:
        return (*feeding_chunks(self.config), ANSWER)


class StridedBlock(nn.Module):
    """Two convolutions and a way around them; the picture is halved in both directions."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        self.through = nn.Sequential(
            nn.Conv2d(n_in, n_out, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(n_out),
            nn.ReLU(),
            nn.Conv2d(n_out, n_out, 3, padding=1, bias=False),
            nn.BatchNorm2d(n_out),
        )
        self.around = nn.Sequential(
            nn.Conv2d(n_in, n_out, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(n_out)
        )

    def forward(self, picture: Tensor) -> Tensor:
        return torch.relu(self.through(picture) + self.around(picture))


class LastLayers(nn.Module):
    """The layers of a network after its blocks; it shares the weights with it."""

    def __init__(self, network: ShortChunkCnn) -> None:
        super().__init__()
        self.dense, self.dropout, self.head = network.dense, network.dropout, network.head

    def forward(self, pooled: Tensor) -> Tensor:
        logits: Tensor = self.head(self.dropout(self.dense(pooled)))
        return logits


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


def mean_answer(outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
    """Return the answer for a track: the renormalised mean of those for its chunks."""
    segments, embeddings = outputs
    track = torch.log_softmax(segments.mean(dim=0), dim=0)
    return NetworkAnswer(array(track), array(embeddings.mean(dim=0)), array(segments), starts)


def feeding_chunks(config: CnnConfig) -> tuple[str, ...]:
    """Say how to get from a mel to the chunks that a graph is fed."""
    centred = ("Subtract each band's mean over the track.",) if config.is_band_centred else ()
    return (
        *centred,
        f"Cut {config.crop_count} chunks of {config.chunk_frames} frames, evenly spread from the "
        "first to the last frame: numpy.unique(numpy.linspace(0, frames - chunk frames, chunks)"
        ".round()) are their starts, and one alone comes from the middle. A mel shorter than a "
        "chunk is repeated until it fills one.",
    )
