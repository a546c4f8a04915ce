"""The network of the predecessor's FMA checkpoints, kept so that their owners can go on using them.

Nothing new is trained in this shape: `cnn` looks at more of a track and is right more often.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.chunk_network import ANSWER, checked_mel
from musicreclass.classifiers.kinds.chunks.mean_network import MeanNetwork
from musicreclass.classifiers.kinds.fitter import Fitter
from musicreclass.classifiers.kinds.network import (
    ClassifierKind,
    Prepared,
    channels_last,
    wanted,
)
from musicreclass.classifiers.spec import (
    LONGEST_CHUNK_FRAMES,
    FeatureRow,
    Mel,
    Port,
    check_bands,
    check_dropout,
    check_range,
    check_widths,
)
from musicreclass.core.analysis import MelSpec

RANGE_DB = 80.0  # silence is at -80 dB, the loudest point at 0; the network sees 0 to 1


@dataclass(frozen=True, slots=True)
class FourBlockConfig:
    """The shape of a `FourBlockCnn`, which looks at the first frames only."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("four_block_cnn", takes_any_amount=False)

    mel: MelSpec
    frames: int
    widths: tuple[int, ...]
    dropout: float = 0.3

    def __post_init__(self) -> None:
        check_widths(self.widths)
        check_dropout(self.dropout)
        least = 2 ** len(self.widths)  # each block halves both
        check_range("frames", self.frames, least, LONGEST_CHUNK_FRAMES)
        check_bands(self.mel, least)

    @property
    def measured(self) -> FeatureSet | None:
        return None

    @property
    def embedding_width(self) -> int:
        return self.widths[-1]

    def build(self, n_genres: int) -> FourBlockCnn:
        return FourBlockCnn(self, n_genres)


class FourBlockCnn(MeanNetwork):
    """Convolution and pooling, as many times as there are widths, on the first frames."""

    config: FourBlockConfig

    def __init__(self, config: FourBlockConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.features = nn.Sequential(*_blocks(config))
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(config.embedding_width, n_genres)
        channels_last(self)

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        """Return the first frames, shape (1, n_mels, frames), with silence after a short track."""
        checked = checked_mel(wanted(mel, "mels"), self.config.mel.n_mels)
        first = checked[:, : self.config.frames]
        missing = self.config.frames - first.shape[1]
        padded = np.pad(first, ((0, 0), (0, missing)), constant_values=-RANGE_DB)
        return Prepared((padded[None],), (0,))

    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each prepared chunk, shape (n_chunks, embedding_width)."""
        scaled = ((chunks + RANGE_DB) / RANGE_DB)[:, None]
        deep: Tensor = self.features(scaled.contiguous(memory_format=torch.channels_last))
        return deep.mean((2, 3))

    def fit(self, fitter: Fitter) -> None:
        raise ValueError("nothing new is trained in the shape of the predecessor's network")

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("mel", ("chunks", self.config.mel.n_mels, self.config.frames)),)

    @property
    def feeding(self) -> tuple[str, ...]:
        first = (
            f"Feed the first {self.config.frames} frames; a shorter mel ends in frames of -80 dB."
        )
        return first, ANSWER


def _blocks(config: FourBlockConfig) -> Iterator[nn.Module]:
    for n_in, n_out in pairwise((1, *config.widths)):
        yield from (nn.Conv2d(n_in, n_out, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
