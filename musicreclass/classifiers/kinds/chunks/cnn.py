"""A short-chunk residual network on log-mels: it is given a track in chunks of about 3 seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.chunks.chunk_network import (
    ChunkConfig,
    ChunkNetwork,
    chunk_frames_of,
    fit_seconds_of_chunks,
)
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork
from musicreclass.classifiers.kinds.network import ClassifierKind, channels_last
from musicreclass.classifiers.spec import check_widths
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields

CHANNELS = {"small": 16, "medium": 32, "large": 64}
# Wider where the picture has become smaller; every step halves it in both directions.
WIDENING = (1, 2, 4, 4, 8)

LEAST_STEPS = 200  # of a fit of the last layers, for few tracks make few batches

LOOK_SECONDS = 0.0127  # a track that is looked at once, 8 chunks of it
EPOCH_SECONDS = 0.005  # a chunk, where all layers are fitted
LAST_LAYERS_SECONDS = 0.00032  # a track and epoch, where these alone are


def _fit_seconds(work: FitWork) -> float:
    if not work.looks:
        return fit_seconds_of_chunks(EPOCH_SECONDS, work)
    looks = work.n_tracks * work.looks * (1 + work.copies) * LOOK_SECONDS
    finish = 0.0 if work.finish is None else _fit_seconds(work.finish)
    return looks + work.n_fitted * work.epochs * LAST_LAYERS_SECONDS + finish


@dataclass(frozen=True, slots=True)
class CnnConfig(ChunkConfig):
    """The shape of a `ShortChunkCnn`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("cnn", _fit_seconds, family="cnn")

    mel: MelSpec
    chunk_frames: int
    widths: tuple[int, ...]  # channels of each block
    dropout: float = 0.3
    crop_count: int = 10
    is_band_centred: bool = False

    def __post_init__(self) -> None:
        check_widths(self.widths)
        self.check_chunks()

    @classmethod
    def of_size(
        cls, size: str, mel: MelSpec, *, dropout: float = 0.3, is_band_centred: bool = False
    ) -> CnnConfig:
        """Return the network called `size` ("small", "medium" or "large") for such mels."""
        return cls(
            mel=mel,
            chunk_frames=chunk_frames_of(mel),
            widths=tuple(CHANNELS[size] * factor for factor in WIDENING),
            dropout=dropout,
            is_band_centred=is_band_centred,
        )

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("CnnConfig", self)

    @property
    def embedding_width(self) -> int:
        return self.widths[-1]

    @property
    def strength_count(self) -> int:
        return sum(self.widths)

    def build(self, n_genres: int) -> ShortChunkCnn:
        return ShortChunkCnn(self, n_genres)


class ShortChunkCnn(ChunkNetwork):
    """Log-probabilities of genres from log-mels of any length."""

    config: CnnConfig

    def __init__(self, config: CnnConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        widths = (1, *config.widths)
        self.blocks = nn.Sequential(*(StridedBlock(*pair) for pair in pairwise(widths)))
        width = config.embedding_width
        self.dense = nn.Sequential(
            nn.Linear(2 * width, width, bias=False), nn.BatchNorm1d(width), nn.ReLU()
        )
        self.add_head()
        channels_last(self)

    def fit(self, fitter: Fitter) -> None:
        """Fit all layers, or on a backbone the last ones, and then all if that is wanted."""
        if fitter.pretrained is None:
            super().fit(fitter)
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

    def embed(self, chunks: Tensor) -> Tensor:
        embedding: Tensor = self.dense(self.activations(chunks)[0])
        return embedding

    def activations(self, chunks: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the blocks make of each prepared chunk, and how strongly each block answers.

        Returns:
            Shapes (n_chunks, 2 * width), pooled from the last block, and (n_chunks,
            strength_count).
        """
        picture = self.scaled(chunks)[:, None].contiguous(memory_format=torch.channels_last)
        strengths = []
        for block in self.blocks:
            picture = block(picture)
            strengths.append(picture.mean((2, 3)))
        pooled = torch.cat([strengths[-1], picture.amax((2, 3))], dim=1)
        return pooled, torch.cat(strengths, dim=1)


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
