"""An encoder of a person's own with its last blocks fitted further, and a linear head on it.

A bundle holds the tuned blocks and the head alone. All before them stays in the encoder's folder,
which is known by the sum of its files; without it nobody answers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.func import functional_call

from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.encoders.folder_files import MOST_NUMBERS
from musicreclass.classifiers.encoders.tunable import Tunable
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.chunk_network import fit_seconds_of_chunks
from musicreclass.classifiers.kinds.chunks.mean_network import MeanNetwork
from musicreclass.classifiers.kinds.chunks.sample_cnn import checked_pieces
from musicreclass.classifiers.kinds.fitter import Fitter
from musicreclass.classifiers.kinds.network import ClassifierKind, Prepared, wanted
from musicreclass.classifiers.spec import (
    WIDEST,
    FeatureRow,
    Mel,
    Port,
    check_dropout,
    check_range,
)
from musicreclass.core.analysis import PIECE_SCALE, EncoderSpec, PieceSpec, WaveSpec
from musicreclass.core.plain import Misfit, spelt_fields
from musicreclass.errors import UsageProblem
from musicreclass.sentences.reason import because

MOST_TENSORS = 4_096
PIECE_SECONDS = 4.0  # a piece of ten seconds, by an AST of 86 million numbers, its last block tuned


@dataclass(frozen=True, slots=True)
class TensorCard:
    """A weight that is tuned: its name in the encoder's network, and its shape."""

    name: str
    shape: tuple[int, ...]

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("TensorCard", self)


@dataclass(frozen=True, slots=True)
class TunedConfig:
    """The shape of a `TunedNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "tuned", partial(fit_seconds_of_chunks, PIECE_SECONDS), family="wave", is_exported=False
    )

    encoder: str  # digest of the files that it stands on
    layout: str  # how these lie on disk
    seconds: float  # that the encoder looks at at once
    pieces: PieceSpec
    width: int  # of what the encoder gives
    blocks: int  # that are tuned, the last ones
    tensors: tuple[TensorCard, ...]
    dropout: float = 0.1

    def __post_init__(self) -> None:
        check_dropout(self.dropout)
        check_range("width", self.width, 1, WIDEST)
        check_range("tensors", len(self.tensors), 1, MOST_TENSORS)
        sizes = [size for tensor in self.tensors for size in tensor.shape]
        if sizes and not 1 <= min(sizes) <= max(sizes) <= MOST_NUMBERS:
            raise Misfit(because("ears.tensor_sizes"))
        count = sum(math.prod(tensor.shape) for tensor in self.tensors)
        check_range("weights", count, 1, MOST_NUMBERS)

    @classmethod
    def of_encoder(cls, name: str, blocks: int) -> TunedConfig:
        """Return the shape that tunes the last blocks of one of a person's encoders.

        Raises:
            UsageProblem: there is none of this name, it cannot be tuned, or has not so many blocks.
            ClassifierFileProblem: its files are gone, or others by now.
        """
        found = shelf.find(name)
        shelf.check_marks(found)
        card = found.card
        tunable = _tunable_of(found.spec)
        names = tunable.last(blocks)
        shapes = [tuple(weight.shape) for weight in tunable.weights(names)]
        return cls(
            found.digest,
            card.layout,
            card.seconds,
            PieceSpec(card.sample_rate, round(card.seconds * card.sample_rate), card.patches),
            tunable.width,
            blocks,
            tuple(TensorCard(*pair) for pair in zip(names, shapes, strict=True)),
        )

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("TunedConfig", self)

    @property
    def stands_on(self) -> EncoderSpec:
        """The encoder whose folder must be here."""
        wave = WaveSpec(self.layout, self.pieces.sample_rate, self.seconds)
        return EncoderSpec(self.encoder, self.pieces.pieces, wave=wave)

    @property
    def mel(self) -> PieceSpec:
        """The pieces of raw sound that stand where other networks have a mel."""
        return self.pieces

    @property
    def measured(self) -> FeatureSet | None:
        return None

    @property
    def embedding_width(self) -> int:
        return self.width

    @property
    def chunk_samples(self) -> int:
        """Return how many samples of a piece are looked at: all of them."""
        return self.pieces.samples

    def build(self, n_genres: int) -> TunedNetwork:
        return TunedNetwork(self, n_genres)


class TunedNetwork(MeanNetwork):
    """Log-probabilities of genres from what an encoder with tuned blocks says of raw sound."""

    config: TunedConfig

    def __init__(self, config: TunedConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.tuned = nn.ParameterList(torch.zeros(tensor.shape) for tensor in config.tensors)
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(config.width, n_genres)

    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each chunk, shape (n_chunks, width).

        Args:
            chunks: shape (n_chunks, samples), from -1 to 1.

        Raises:
            ClassifierFileProblem: the encoder is not here, or its files are others by now.
        """
        tunable = _tunable_of(self.config.stands_on)
        waves = np.ascontiguousarray(chunks.detach().to("cpu", torch.float32).numpy())
        with torch.no_grad():
            given = {n: one.to(chunks.device) for n, one in tunable.inputs(waves).items()}
        tunable.module.to(chunks.device)
        names = (tensor.name for tensor in self.config.tensors)
        replaced = dict(zip(names, self.tuned, strict=True))
        return tunable.pooled(functional_call(tunable.module, replaced, (), given))

    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        pieces = checked_pieces(wanted(mel, "mels"), self.config.pieces.samples)
        full_scale = pieces.astype(np.float32) / np.float32(PIECE_SCALE)
        return Prepared((full_scale,), (0,) * len(pieces))

    def fit(self, fitter: Fitter) -> None:
        """Fit the head and, more slowly, the last blocks, from what the encoder has learned."""
        tunable = _tunable_of(self.config.stands_on)
        with torch.no_grad():
            names = [tensor.name for tensor in self.config.tensors]
            for own, known in zip(self.tuned, tunable.weights(names), strict=True):
                own.copy_(known)
        try:
            fitter.fit_waves(self, self.config)
        finally:
            tunable.module.to("cpu")

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("wave", ("chunks", self.config.pieces.samples)),)

    @property
    def feeding(self) -> tuple[str, ...]:
        return ()  # it is not exported: most of it is in the folder of its encoder


def _tunable_of(spec: EncoderSpec) -> Tunable:
    """Return the network of an encoder, as all else in this process uses it.

    Raises:
        ClassifierFileProblem: it is not here, or its files are others by now.
        UsageProblem: encoders of its layout cannot be tuned.
    """
    return _opened(spec.digest, shelf.stamp(), spec)


@lru_cache(maxsize=1)
def _opened(_digest: str, _stamp: int, spec: EncoderSpec) -> Tunable:
    with torch.inference_mode(mode=False):  # or its weights could never be learned from
        encoder = shelf.encoder_of(spec)
    try:
        return encoder.tunable()
    except NotImplementedError:
        layout = encoder.card.layout
        raise UsageProblem(because("ears.not_tunable", layout=layout)) from None
