"""A variational autoencoder of log-mels: it learns to draw chunks anew from few numbers.

No genre is needed for that, so tracks without one are learned from, too. What it makes of tracks
is then parted into genres by logistic regression.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.chunks.chunk_network import (
    ChunkConfig,
    ChunkNetwork,
    chunk_frames_of,
    fit_seconds_of_chunks,
)
from musicreclass.classifiers.kinds.fitter import Fitter
from musicreclass.classifiers.kinds.network import ClassifierKind, array, eval_mode, wanted
from musicreclass.classifiers.spec import WIDEST, Mel, check_positive, check_range, check_widths
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields

STRIDE = 2  # of each block, in both directions
FREEDOM = 0.1  # how far weights may grow to get known tracks right
MOST_STEPS = 2_000  # of the solver
NARROWEST = 1e-6  # a number that never moves is left alone rather than blown up
QUIETEST, LOUDEST = -10.0, 10.0  # logarithms of variances beyond that are no numbers any more
EPOCH_SECONDS = 0.0045  # a chunk


@dataclass(frozen=True, slots=True)
class VaeConfig(ChunkConfig):
    """The shape of a `VaeNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "vae", partial(fit_seconds_of_chunks, EPOCH_SECONDS), family="cnn"
    )

    mel: MelSpec
    chunk_frames: int
    widths: tuple[int, ...] = (16, 32, 64, 96)  # channels of each block
    numbers: int = 64  # that a chunk is drawn anew from
    pull: float = 0.02  # towards a cloud without holes; the more, the less is kept of a chunk
    dropout: float = 0.0
    crop_count: int = 10
    is_band_centred: bool = False

    def __post_init__(self) -> None:
        check_widths(self.widths)
        check_range("numbers", self.numbers, 1, WIDEST)
        check_positive("pull", self.pull)
        least = STRIDE ** len(self.widths)
        self.check_chunks(least, least)

    @classmethod
    def usual(cls, mel: MelSpec) -> VaeConfig:
        """Return the shape that is trained for such mels."""
        return cls(mel, chunk_frames_of(mel), is_band_centred=True)

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("VaeConfig", self)

    @property
    def drawn(self) -> tuple[int, int]:
        """Return how many bands and frames of a chunk are drawn: all that can be halved evenly."""
        bands, frames = self.smallest
        return bands * STRIDE ** len(self.widths), frames * STRIDE ** len(self.widths)

    @property
    def smallest(self) -> tuple[int, int]:
        """Return the size of the last block's picture."""
        least = STRIDE ** len(self.widths)
        return self.mel.n_mels // least, self.chunk_frames // least

    @property
    def embedding_width(self) -> int:
        return self.numbers

    def build(self, n_genres: int) -> VaeNetwork:
        return VaeNetwork(self, n_genres)


class VaeNetwork(ChunkNetwork):
    """The half of an autoencoder that sums up a chunk, with a head on it."""

    config: VaeConfig

    def __init__(self, config: VaeConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        self.blocks = nn.Sequential(
            *(_halved(n_in, n_out) for n_in, n_out in pairwise((1, *config.widths)))
        )
        bands, frames = config.smallest
        self.mean = nn.Linear(config.widths[-1] * bands * frames, config.numbers)
        self.add_head()

    def summed_up(self, chunks: Tensor) -> Tensor:
        """Return what the blocks make of prepared chunks, a row for each."""
        bands, frames = self.config.drawn
        picture: Tensor = self.blocks(self.scaled(chunks)[:, None, :bands, :frames])
        return picture.flatten(1)

    def embed(self, chunks: Tensor) -> Tensor:
        embedding: Tensor = self.mean(self.summed_up(chunks))
        return embedding

    def fit(self, fitter: Fitter) -> None:
        """Learn to draw all tracks, then tell those apart whose genre is known."""
        variants = (fitter.tracks.mels, *(copy.mels for copy in fitter.copies))
        self.learn_scaling(mel for mels in variants for mel in wanted(mels, "mels"))
        fitter.fit_costs(Autoencoder(self), self.config, self.centre.numpy().copy())
        known = fitter.of_genres()
        versions = (known.tracks, *known.copies)
        rows = np.concatenate([self._rows(wanted(some.mels, "mels")) for some in versions])
        centre, spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), NARROWEST)
        weights, biases = fitter.logistic_regression(
            (rows - centre) / spread,
            np.concatenate([some.labels for some in versions]),
            freedom=FREEDOM / len(versions),
            most_steps=MOST_STEPS,
        )
        weights = weights / spread
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(weights))
            self.head.bias.copy_(torch.from_numpy(biases - weights @ centre))
        self.eval()

    def _rows(self, mels: Sequence[Mel]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        """Return the mean embedding of each track's chunks."""
        with eval_mode(self) as device:
            rows = [
                array(self.embed(torch.from_numpy(self.config.chunks(mel)).to(device)).mean(dim=0))
                for mel in mels
            ]
        return np.stack(rows).astype(np.float64)


class Autoencoder(nn.Module):
    """A `VaeNetwork` with what draws chunks anew; forward says how far each is from its own."""

    def __init__(self, network: VaeNetwork) -> None:
        super().__init__()
        self.network, config = network, network.config
        self.spread = nn.Linear(network.mean.in_features, config.numbers)
        self.first = nn.Linear(config.numbers, network.mean.in_features)
        widths = (*reversed(config.widths), 1)
        self.blocks = nn.Sequential(
            *(_doubled(n_in, n_out, is_last=n_out == 1) for n_in, n_out in pairwise(widths))
        )

    def forward(self, chunks: Tensor) -> Tensor:
        """Return the cost of each chunk, shape (n_chunks, 1)."""
        config = self.network.config
        seen = self.network.summed_up(chunks)
        mean = self.network.mean(seen)
        log_variance = self.spread(seen).clamp(QUIETEST, LOUDEST)
        numbers = mean + torch.randn_like(mean) * (0.5 * log_variance).exp()
        picture = self.first(numbers).unflatten(1, (config.widths[-1], *config.smallest))
        bands, frames = config.drawn
        wanted_picture = self.network.scaled(chunks)[:, :bands, :frames]
        error = (self.blocks(picture)[:, 0] - wanted_picture).square().mean((1, 2))
        pulled = 0.5 * (mean.square() + log_variance.exp() - 1.0 - log_variance).mean(dim=1)
        cost: Tensor = error + config.pull * pulled
        return cost[:, None]


def _halved(n_in: int, n_out: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(n_in, n_out, 3, stride=STRIDE, padding=1, bias=False),
        nn.BatchNorm2d(n_out),
        nn.ReLU(),
    )


def _doubled(n_in: int, n_out: int, *, is_last: bool) -> nn.Sequential:
    drawn = nn.ConvTranspose2d(n_in, n_out, 2 * STRIDE, stride=STRIDE, padding=STRIDE // 2)
    return (
        nn.Sequential(drawn) if is_last else nn.Sequential(drawn, nn.BatchNorm2d(n_out), nn.ReLU())
    )
