"""What classifiers are given, what they answer, and how large they may be. Imports no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import Misfit
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

FeatureRow = npt.NDArray[np.float32]  # shape (n_columns,), in the order of the columns
FeatureRows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns), in the same order
# Shape (n_mels, frames), in dB. Where a config names pieces of raw sound in place of a mel it is
# these, of integers, shape (n_pieces, samples).
Mel = npt.NDArray[np.floating[Any]]
Mel32 = npt.NDArray[np.float32]  # shape (n_mels, frames), in dB
LogProbs = npt.NDArray[np.float32]  # shape (n_genres,), at most 0; their exp sums to 1
Embedding = npt.NDArray[np.float32]  # shape (width,)

# Files come from strangers: what they ask for must fit into memory.
WIDEST = 4096
LONGEST_CHUNK_FRAMES = 8192
MOST_LAYERS = 16
MOST_CROPS = 256
MOST_BANDS = 1024
MOST_KNOTS = 256


class UnfitSound(MusicReclassError):
    """What was measured of a track cannot be classified."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkAnswer:
    """What a classifier says of one track, and of its segments where it looks at these."""

    log_probs: LogProbs
    embedding: Embedding
    segment_log_probs: npt.NDArray[np.float32] | None = None  # shape (n_segments, n_genres)
    segment_starts: tuple[int, ...] = ()  # frames


@dataclass(frozen=True, slots=True, eq=False)
class NetworkAnswers:
    """What a classifier says of several tracks."""

    log_probs: npt.NDArray[np.float32]  # shape (n_tracks, n_genres)
    embeddings: npt.NDArray[np.float32]  # shape (n_tracks, width)


@dataclass(frozen=True, slots=True)
class Port:
    """An array that goes into a graph or comes out of it; a word in the shape is any number."""

    name: str
    shape: tuple[str | int, ...]
    type: str = "float32"

    def some_shape(self, count: int) -> tuple[int, ...]:
        """Return the shape of an array that fits, with `count` for what may be any number."""
        return tuple(count if isinstance(size, str) else size for size in self.shape)


def check_used(columns: Sequence[str], used: Sequence[str]) -> None:
    """Make sure that the columns in use are there, each once."""
    if unknown := set(used) - set(columns):
        raise Misfit(because("classifiers.no_column", name=min(unknown)))
    if not used or len(set(used)) < len(used):
        raise Misfit(because("classifiers.columns_twice"))


def check_widths(widths: Sequence[int]) -> None:
    """Make sure that there are some layers, none too many or too wide."""
    if not 1 <= len(widths) <= MOST_LAYERS or not all(1 <= w <= WIDEST for w in widths):
        some = tuple(widths[:MOST_LAYERS])
        raise Misfit(because("classifiers.widths", widths=some, layers=MOST_LAYERS, most=WIDEST))


def check_knots(knots: int) -> None:
    """Make sure that a curve can be drawn through so many knots."""
    check_range("knots", knots, 2, MOST_KNOTS)


def check_dropout(dropout: float) -> None:
    """Make sure that dropout leaves something."""
    if not 0.0 <= dropout < 1.0:
        raise Misfit(because("classifiers.dropout", given=dropout))


def check_bands(mel: MelSpec, least: int = 1) -> None:
    """Make sure that a mel has neither too few nor too many bands."""
    check_range("n_mels", mel.n_mels, least, MOST_BANDS)


def check_range(name: str, given: int, lowest: int, highest: int) -> None:
    """Make sure that a number is not too low or too high."""
    if not lowest <= given <= highest:
        raise Misfit(
            because("classifiers.range", name=name, given=given, lowest=lowest, highest=highest)
        )


def check_positive(name: str, given: float) -> None:
    """Make sure that a number is above 0."""
    if not given > 0.0:
        raise Misfit(because("classifiers.positive", name=name, given=given))
