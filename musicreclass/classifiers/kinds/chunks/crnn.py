"""A recurrent network on log-mels: convolutions see what sounds, a GRU in which order it comes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
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
from musicreclass.classifiers.kinds.network import ClassifierKind
from musicreclass.classifiers.spec import WIDEST, check_range, check_widths
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import spelt_fields

HALVED_BANDS = 2  # bands of each block's picture that make one of the next
LONGEST_HALVING = 2  # blocks that halve the frames, too: what comes later keeps its time
EPOCH_SECONDS = 0.0075  # a chunk


@dataclass(frozen=True, slots=True)
class CrnnConfig(ChunkConfig):
    """The shape of a `RecurrentCnn`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "crnn", partial(fit_seconds_of_chunks, EPOCH_SECONDS), family="cnn"
    )

    mel: MelSpec
    chunk_frames: int
    widths: tuple[int, ...] = (16, 32, 48, 64)  # channels of each block
    memory: int = 64  # numbers that the GRU keeps, in each direction
    dropout: float = 0.3
    crop_count: int = 10
    is_band_centred: bool = False

    def __post_init__(self) -> None:
        check_widths(self.widths)
        check_range("memory", self.memory, 1, WIDEST)
        halvings = min(len(self.widths), LONGEST_HALVING)
        self.check_chunks(HALVED_BANDS ** len(self.widths), 2**halvings)

    @classmethod
    def usual(cls, mel: MelSpec) -> CrnnConfig:
        """Return the shape that is trained for such mels."""
        return cls(mel, chunk_frames_of(mel), is_band_centred=True)

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("CrnnConfig", self)

    @property
    def embedding_width(self) -> int:
        return 4 * self.memory  # mean and peak, forth and back

    def build(self, n_genres: int) -> RecurrentCnn:
        return RecurrentCnn(self, n_genres)


class RecurrentCnn(ChunkNetwork):
    """Blocks of convolutions, then a GRU over what is left of the frames, in both directions."""

    config: CrnnConfig

    def __init__(self, config: CrnnConfig, n_genres: int) -> None:
        super().__init__(config, n_genres)
        widths = (1, *config.widths)
        self.blocks = nn.Sequential(
            *(
                _block(n_in, n_out, 2 if number < LONGEST_HALVING else 1)
                for number, (n_in, n_out) in enumerate(pairwise(widths))
            )
        )
        bands = config.mel.n_mels // HALVED_BANDS ** len(config.widths)
        self.order = nn.GRU(bands * widths[-1], config.memory, batch_first=True, bidirectional=True)
        self.add_head()

    def embed(self, chunks: Tensor) -> Tensor:
        picture = self.blocks(self.scaled(chunks)[:, None])
        steps, _ = self.order(picture.flatten(1, 2).transpose(1, 2))
        return torch.cat([steps.mean(dim=1), steps.amax(dim=1)], dim=1)


def _block(n_in: int, n_out: int, halved_frames: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(n_in, n_out, 3, padding=1, bias=False),
        nn.BatchNorm2d(n_out),
        nn.ReLU(),
        nn.MaxPool2d((HALVED_BANDS, halved_frames)),
    )
