"""The card of an encoder from a folder: what is known of it without its weights. No torch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musicreclass.classifiers.feature_set import ENCODED
from musicreclass.core.analysis import EncoderSpec, WaveSpec
from musicreclass.core.plain import Misfit
from musicreclass.sentences.reason import because

USUAL_SECONDS = 30.0  # of a track are looked at, in as many patches as that takes
WIDEST_ROW = 16_384  # numbers that are kept for each patch


@dataclass(frozen=True, slots=True)
class LayerCard:
    """Some of the numbers that an encoder gives: those of one of its layers."""

    name: str  # "pooled", "block 06"
    width: int


@dataclass(frozen=True, slots=True)
class EncoderCard:
    """What an encoder is given, what it gives, and under which licence."""

    layout: str  # in keys of caches and in bundles; it never changes
    sample_rate: int  # Hz
    seconds: float  # that it looks at at once
    layers: tuple[LayerCard, ...]
    labels: tuple[str, ...] = ()  # that it scores besides, by logits
    licence: str = ""  # as its folder says; "" where that says nothing
    can_read_words: bool = False  # genres can be told by their names alone
    remark: str = ""  # code of a sentence: what was assumed, for the file says nothing of it

    def __post_init__(self) -> None:
        if len(self.columns) > WIDEST_ROW or len(set(self.columns)) < len(self.columns):
            raise Misfit(because("classifiers.encoder_too_wide", most=WIDEST_ROW))

    @property
    def patches(self) -> int:
        """Return how many patches of a track are looked at."""
        return max(1, round(USUAL_SECONDS / self.seconds))

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the numbers that it gives for a patch, in their order."""
        layers = (name for layer in self.layers for name in self.columns_of(layer))
        return (*layers, *self.label_columns)

    @property
    def label_columns(self) -> tuple[str, ...]:
        """Return the names of the logits of its labels."""
        return tuple(f"{ENCODED}{self.layout}.label.{label}" for label in self.labels)

    def parts(self) -> dict[str, tuple[str, ...]]:
        """Return the columns of each layer, and those of the labels, by name."""
        found = {layer.name: tuple(self.columns_of(layer)) for layer in self.layers}
        return found | ({"labels": self.label_columns} if len(self.labels) > 1 else {})

    def columns_of(self, layer: LayerCard) -> Iterator[str]:
        """Yield the names of the numbers of a layer."""
        for index in range(layer.width):
            yield f"{ENCODED}{self.layout}.{layer.name}.{index:04}"

    def spec(self, digest: str) -> EncoderSpec:
        """Return what an analysis by weights of this digest is told by."""
        wave = WaveSpec(self.layout, self.sample_rate, self.seconds)
        return EncoderSpec(digest, self.patches, wave=wave)
