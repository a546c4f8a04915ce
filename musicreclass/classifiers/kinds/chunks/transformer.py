"""A small transformer on log-mels: patches of a chunk look at each other, wherever they lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention

from musicreclass.classifiers.kinds.chunks.chunk_network import (
    ChunkConfig,
    ChunkNetwork,
    chunk_frames_of,
    fit_seconds_of_chunks,
)
from musicreclass.classifiers.kinds.network import ClassifierKind
from musicreclass.classifiers.spec import MOST_LAYERS, WIDEST, check_range
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import Misfit, spelt_fields
from musicreclass.sentences.reason import because

MOST_PATCHES = 4_096  # of a chunk: each looks at all others
POSITION_SPREAD = 0.02  # of what tells where a patch lies, before anything is learned
EPOCH_SECONDS = 0.004  # a chunk


@dataclass(frozen=True, slots=True)
class TransformerConfig(ChunkConfig):
    """The shape of a `PatchTransformer`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "transformer", partial(fit_seconds_of_chunks, EPOCH_SECONDS), family="cnn"
    )

    mel: MelSpec
    chunk_frames: int
    patch_bands: int = 16
    patch_frames: int = 8
    width: int = 96
    heads: int = 4
    layers: int = 4
    dropout: float = 0.3
    crop_count: int = 10
    is_band_centred: bool = False

    def __post_init__(self) -> None:
        check_range("patch_bands", self.patch_bands, 1, self.mel.n_mels)
        check_range("patch_frames", self.patch_frames, 1, self.chunk_frames)
        check_range("width", self.width, 1, WIDEST)
        check_range("layers", self.layers, 1, MOST_LAYERS)
        check_range("heads", self.heads, 1, self.width)
        self.check_chunks()
        check_range("patches", self.patch_count, 1, MOST_PATCHES)
        if self.width % self.heads:
            reason = because("classifiers.uneven_heads", width=self.width, heads=self.heads)
            raise Misfit(reason)

    @classmethod
    def usual(cls, mel: MelSpec) -> TransformerConfig:
        """Return the shape that is trained for such mels."""
        return cls(mel, chunk_frames_of(mel), is_band_centred=True)

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("TransformerConfig", self)

    @property
    def patch_count(self) -> int:
        """Return how many patches a chunk has; what is left over at its edges is not seen."""
        return (self.mel.n_mels // self.patch_bands) * (self.chunk_frames // self.patch_frames)

    @property
    def embedding_width(self) -> int:
        return self.width

    def build(self, n_genres: int) -> PatchTransformer:
        return PatchTransformer(self, n_genres)


class PatchTransformer(ChunkNetwork):
    """Patches with what tells where they lie, layers of attention, and the mean of it all."""

    config: TransformerConfig

    def __init__(self, config: TransformerConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        size = config.patch_bands, config.patch_frames
        self.patches = nn.Conv2d(1, config.width, size, stride=size)
        where = POSITION_SPREAD * torch.randn(1, config.patch_count, config.width)
        self.where = nn.Parameter(where)
        self.layers = nn.Sequential(
            *(AttentionLayer(config.width, config.heads) for _ in range(config.layers))
        )
        self.norm = nn.LayerNorm(config.width)
        self.add_head()

    def embed(self, chunks: Tensor) -> Tensor:
        patches = self.patches(self.scaled(chunks)[:, None]).flatten(2).transpose(1, 2)
        embedding: Tensor = self.norm(self.layers(patches + self.where).mean(dim=1))
        return embedding


class AttentionLayer(nn.Module):
    """Patches look at each other, then each is thought over by itself."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        self.asked = nn.Linear(width, 3 * width)
        self.joined = nn.Linear(width, width)
        self.thought = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )

    def forward(self, patches: Tensor) -> Tensor:
        parts = self.asked(self.norm(patches)).unflatten(2, (3, self.heads, -1))
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind()
        seen = scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
        patches = patches + self.joined(seen)
        thought: Tensor = patches + self.thought(patches)
        return thought
