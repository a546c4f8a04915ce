"""A network on raw sound, in the manner of SampleCNN: it learns its own filters, without a mel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.chunk_network import (
    fit_seconds_of_chunks,
)
from musicreclass.classifiers.kinds.chunks.mean_network import MeanNetwork
from musicreclass.classifiers.kinds.fitter import Fitter
from musicreclass.classifiers.kinds.network import ClassifierKind, Prepared, wanted
from musicreclass.classifiers.spec import (
    FeatureRow,
    Mel,
    Port,
    UnfitSound,
    check_dropout,
    check_range,
    check_widths,
)
from musicreclass.core.analysis import PIECE_SCALE, PieceSpec
from musicreclass.core.plain import spelt_fields
from musicreclass.sentences.reason import because

STEP = 3  # samples that the first layer joins, and results that each block does
USUAL = PieceSpec()
CHUNK_SECONDS = 3.0  # of each piece; where it begins is drawn in training, which shifts it in time
QUIETEST = 1e-4  # tracks as silent as that are not blown up
EPOCH_SECONDS = 0.02  # a chunk: four times what the small network of mels takes

ANSWER = (
    "The sound's level is scaled inside the graph. The answer for the track is the mean of its "
    "chunks' log-probabilities, renormalised so that their exponentials sum to one; its embedding "
    "is the mean of its chunks' embeddings."
)


@dataclass(frozen=True, slots=True)
class WaveConfig:
    """The shape of a `WaveNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "wave", partial(fit_seconds_of_chunks, EPOCH_SECONDS), family="wave"
    )

    pieces: PieceSpec
    chunk_samples: int  # of each piece, from its middle
    widths: tuple[int, ...] = (16, 32, 48, 64, 96, 128, 192)  # channels of each block
    dropout: float = 0.3

    def __post_init__(self) -> None:
        check_widths(self.widths)
        check_dropout(self.dropout)
        least = STEP ** (1 + len(self.widths))
        check_range("chunk_samples", self.chunk_samples, least, self.pieces.samples)

    @classmethod
    def usual(cls) -> WaveConfig:
        """Return the shape that is trained."""
        return cls(USUAL, round(CHUNK_SECONDS * USUAL.sample_rate))

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("WaveConfig", self)

    @property
    def mel(self) -> PieceSpec:
        """The pieces of raw sound that stand where other networks have a mel."""
        return self.pieces

    @property
    def measured(self) -> FeatureSet | None:
        return None

    @property
    def embedding_width(self) -> int:
        return self.widths[-1]

    def build(self, n_genres: int) -> WaveNetwork:
        return WaveNetwork(self, n_genres)


class WaveNetwork(MeanNetwork):
    """Log-probabilities of genres from pieces of raw sound."""

    config: WaveConfig
    spread: Tensor  # shape (), above 0: how loud the tracks were that it was trained on

    def __init__(self, config: WaveConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.register_buffer("spread", torch.ones(()))
        first, width = config.widths[0], config.embedding_width
        self.filters = nn.Sequential(
            nn.Conv1d(1, first, STEP, stride=STEP, bias=False), nn.BatchNorm1d(first), nn.ReLU()
        )
        widths = (first, *config.widths)
        self.blocks = nn.Sequential(*(_block(n_in, n_out) for n_in, n_out in pairwise(widths)))
        self.dense = nn.Sequential(
            nn.Linear(2 * width, width, bias=False), nn.BatchNorm1d(width), nn.ReLU()
        )
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(width, n_genres)

    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each chunk, shape (n_chunks, embedding_width).

        Args:
            chunks: shape (n_chunks, chunk_samples), from -1 to 1.
        """
        steps = self.blocks(self.filters((chunks / self.spread)[:, None]))
        pooled = torch.cat([steps.mean(dim=2), steps.amax(dim=2)], dim=1)
        embedding: Tensor = self.dense(pooled)
        return embedding

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        pieces = checked_pieces(wanted(mel, "mels"), self.config.pieces.samples)
        start = (self.config.pieces.samples - self.config.chunk_samples) // 2
        chunks = pieces[:, start : start + self.config.chunk_samples]
        full_scale = chunks.astype(np.float32) / np.float32(PIECE_SCALE)
        return Prepared((full_scale,), (start,) * len(chunks))

    def fit(self, fitter: Fitter) -> None:
        variants = (fitter.tracks.mels, *(copy.mels for copy in fitter.copies))
        self.learn_level(mel for mels in variants for mel in wanted(mels, "mels"))
        fitter.fit_waves(self, self.config)

    def learn_level(self, tracks: Iterable[Mel]) -> None:
        """Take from the tracks that are trained on how loud music is."""
        squares = [
            float(np.square(pieces.astype(np.float64) / PIECE_SCALE).mean())
            for pieces in tracks
            if pieces.size
        ]
        level = np.sqrt(np.mean(squares)) if squares else 1.0
        self.spread.fill_(max(float(level), QUIETEST))

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("wave", ("chunks", self.config.chunk_samples)),)

    @property
    def feeding(self) -> tuple[str, ...]:
        pieces = self.config.pieces
        return (
            f"Mix it down to one channel from -1 to 1 and resample it to {pieces.sample_rate} Hz.",
            f"Cut {pieces.pieces} pieces of {pieces.samples} samples, evenly spread from the first "
            "to the last sample; fewer where they would overlap by more than half. A sound shorter "
            "than a piece is repeated until it fills one.",
            f"Feed the middle {self.config.chunk_samples} samples of each piece.",
            ANSWER,
        )


def checked_pieces(pieces: Mel, samples: int) -> Mel:
    """Return pieces of raw sound, if they can be classified at all.

    Raises:
        UnfitSound: there are none, they are of another length, or numbers are missing.
    """
    if pieces.ndim != 2 or pieces.shape[0] == 0 or pieces.shape[1] != samples:
        shape = str(pieces.shape)
        raise UnfitSound(because("ears.other_pieces", samples=samples, shape=shape))
    if not np.isfinite(pieces).all():
        raise UnfitSound(because("classifiers.mel_lacks_numbers"))
    return pieces


def _block(n_in: int, n_out: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv1d(n_in, n_out, 3, padding=1, bias=False),
        nn.BatchNorm1d(n_out),
        nn.ReLU(),
        nn.MaxPool1d(STEP),
    )
