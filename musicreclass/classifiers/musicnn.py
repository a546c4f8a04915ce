"""musicnn: the pretrained audio tagger of Pons and Serra, from a log-mel patch to tags.

A musically motivated front end (filters as tall as timbres and as long as rhythms), a middle of
residual layers, and a dense back end, whose last layer but one is the embedding. See
arXiv:1909.06654 and 1711.02520; weights © Music Technology Group, Universitat Pompeu Fabra, 2019.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from musicreclass.classifiers.spec import MOST_BANDS, WIDEST, check_range
from musicreclass.classifiers.tall_filters import TallFilters

EPSILON = 1e-3  # TensorFlow's, in all batch norms
MOST_TAGS = 1_000
TALL = 16  # bands of a filter from which on it is quicker by its spectrum


@dataclass(frozen=True, slots=True)
class MusicnnConfig:
    """The shape of a `Musicnn`; the defaults are those of the published networks."""

    n_tags: int = 50
    n_mels: int = 96
    timbral: tuple[tuple[int, int], ...] = ((7, 38), (7, 67))  # frames by bands
    temporal: tuple[int, ...] = (128, 64, 32)  # frames
    n_timbral: int = 204  # filters of a shape
    n_temporal: int = 51
    n_middle: int = 64
    width: int = 200  # of the embedding

    def __post_init__(self) -> None:
        check_range("n_tags", self.n_tags, 1, MOST_TAGS)
        check_range("n_mels", self.n_mels, 1, MOST_BANDS)
        for name in ("n_timbral", "n_temporal", "n_middle", "width"):
            check_range(name, getattr(self, name), 1, WIDEST)

    @property
    def n_front(self) -> int:
        return len(self.timbral) * self.n_timbral + len(self.temporal) * self.n_temporal

    @property
    def n_pooled(self) -> int:
        """Return how many numbers are left of a patch once time is gone: maxima and means."""
        return 2 * (self.n_front + 3 * self.n_middle)


class Musicnn(nn.Module):
    """The logits of tags and an embedding for each patch of a log-mel spectrogram."""

    def __init__(self, config: MusicnnConfig) -> None:
        super().__init__()
        self.config = config
        self.norm = nn.BatchNorm2d(1, eps=EPSILON)
        timbral = [_Front(config.n_timbral, frames, bands) for frames, bands in config.timbral]
        temporal = [_Front(config.n_temporal, frames, 1) for frames in config.temporal]
        self.front = nn.ModuleList([*timbral, *temporal])
        inputs = (config.n_front, config.n_middle, config.n_middle)
        self.middle = nn.ModuleList(_Middle(n_in, config.n_middle) for n_in in inputs)
        self.pooled_norm = nn.BatchNorm1d(config.n_pooled, eps=EPSILON)
        self.dense = nn.Linear(config.n_pooled, config.width)
        self.dense_norm = nn.BatchNorm1d(config.width, eps=EPSILON)
        self.head = nn.Linear(config.width, config.n_tags)

    def forward(self, patches: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits (n, n_tags) and embeddings (n, width) of patches (n, frames, n_mels)."""
        normed = self.norm(patches[:, None])
        front = torch.cat([layer(normed) for layer in self.front], dim=1)
        first = self.middle[0](front)
        second = self.middle[1](first) + first
        third = self.middle[2](second) + second
        over_time = torch.cat([front, first, second, third], dim=1)
        # Maxima and means take turns.
        pooled = torch.stack([over_time.amax(dim=2), over_time.mean(dim=2)], dim=2).flatten(1)
        dense = functional.relu(self.dense(self.pooled_norm(pooled)))
        embedding: Tensor = self.dense_norm(dense)
        return self.head(embedding), embedding


class _Front(nn.Module):
    """A convolution over time and bands, and the strongest band of each filter and frame.

    ReLU and batch norm come after the maximum, of which they change a hundredth as much: both
    keep the order of numbers, the norm reverses it where its weight is below 0, and there the
    filter is turned round for the while. That takes a third of the time.
    """

    def __init__(self, n_filters: int, frames: int, bands: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, n_filters, (frames, bands))
        self.norm = nn.BatchNorm1d(n_filters, eps=EPSILON)
        self._padding = (0, 0, (frames - 1) // 2, frames // 2)
        self._tall: tuple[tuple[object, ...], TallFilters] | None = None  # of these weights

    def forward(self, patches: Tensor) -> Tensor:
        sign = torch.where(self.norm.weight < 0.0, -1.0, 1.0)
        weight, bias = self.conv.weight * sign[:, None, None, None], self.conv.bias
        assert bias is not None
        if torch.is_inference_mode_enabled() and weight.shape[3] >= TALL:
            tall = self._filters(weight, bias * sign, patches.shape[3])
            strongest = torch.stack([tall.strongest(patch) for patch in patches[:, 0]])
        else:
            padded = functional.pad(patches, self._padding)
            strongest = functional.conv2d(padded, weight, bias * sign).amax(dim=3)
        normed: Tensor = self.norm(functional.relu(strongest * sign[:, None]))
        return normed

    def _filters(self, weight: Tensor, bias: Tensor, n_mels: int) -> TallFilters:
        """Return the filters transformed, which is done once for all patches."""
        origin = self.conv.weight
        key = (origin.data_ptr(), origin._version, self.norm.weight._version, n_mels)
        if self._tall is None or self._tall[0] != key:
            self._tall = key, TallFilters.of(weight, bias, n_mels)
        return self._tall[1]


class _Middle(nn.Module):
    """A convolution over time that keeps its length."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(n_in, n_out, 7, padding=3)
        self.norm = nn.BatchNorm1d(n_out, eps=EPSILON)

    def forward(self, frames: Tensor) -> Tensor:
        normed: Tensor = self.norm(functional.relu(self.conv(frames)))
        return normed
