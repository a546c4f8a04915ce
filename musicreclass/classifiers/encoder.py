"""The pretrained encoder that comes with the program: networks that give tags and an embedding.

It was trained by others on hundreds of thousands of tracks, and is never fitted here. What it says
of a few seconds are columns like other features, from which classifiers learn genres.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from musicreclass import paths
from musicreclass.classifiers import weights_file
from musicreclass.classifiers.feature_set import ENCODED, Scaling
from musicreclass.classifiers.musicnn import Musicnn, MusicnnConfig
from musicreclass.classifiers.weights_file import (
    ClassifierFileProblem,
    clean_name,
    clean_text,
    opaque,
    sound_tensor,
)
from musicreclass.core.analysis import EncoderSpec
from musicreclass.core.plain import Misfit, plain, shaped
from musicreclass.sentences.reason import because

FORMAT = "musicreclass encoder"
VERSION = 1
FILE_NAME, LICENCE_NAME = "encoder.pth", "encoder_licence.txt"
DIGEST_LETTERS = 12

Patches = npt.NDArray[np.float32]  # shape (n_patches, frames, n_mels)
Rows = npt.NDArray[np.float32]  # shape (n_patches, n_columns)


@dataclass(frozen=True, slots=True, eq=False)
class TagNetwork:
    """One network of the encoder: what it is called, and what its tags are called."""

    name: str  # of the collection that it was trained on: "msd", "mtt"
    tags: tuple[str, ...]
    network: Musicnn

    def __post_init__(self) -> None:
        if len(self.tags) != self.network.config.n_tags or len(set(self.tags)) < len(self.tags):
            raise Misfit(because("classifiers.tags_differ", name=self.name))

    def columns(self) -> Iterator[str]:
        """Yield the names of its numbers: the embedding's, then a logit for each tag."""
        for index in range(self.network.config.width):
            yield f"{ENCODED}{self.name}.embedding.{index:03}"
        for tag in self.tags:
            yield f"{ENCODED}{self.name}.tag.{tag}"


@dataclass(frozen=True, eq=False)
class Encoder:
    """Networks that look at the same patches, one after the other."""

    networks: tuple[TagNetwork, ...]
    origin: str  # where they come from, and under which licence
    scaling: Scaling  # of its numbers over music at large

    def __post_init__(self) -> None:
        shape = (len(self.columns),)
        if self.scaling.centre.shape != shape or self.scaling.spread.shape != shape:
            raise Misfit(because("classifiers.no_encoder"))

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the numbers that it gives for a patch, in their order."""
        return tuple(name for network in self.networks for name in network.columns())

    @cached_property
    def digest(self) -> str:
        """Return what tells these weights from others, wherever they are kept."""
        digest = hashlib.sha256()
        for network in self.networks:
            digest.update("\n".join((network.name, *network.tags)).encode())
            for name, weight in sorted(network.network.state_dict().items()):
                digest.update(name.encode())
                digest.update(weight.detach().cpu().contiguous().numpy().tobytes())
        return digest.hexdigest()[:DIGEST_LETTERS]

    def spec(self, patches: int) -> EncoderSpec:
        """Return what an analysis by this encoder is told by."""
        return EncoderSpec(self.digest, patches, is_levelled=True)

    def encode(self, patches: Patches) -> Rows:
        """Return the numbers for each patch, whatever else is encoded at the same time."""
        with torch.inference_mode():
            return np.stack([self._row(torch.from_numpy(patch[None])) for patch in patches])

    def _row(self, patch: torch.Tensor) -> npt.NDArray[np.float32]:
        parts = []
        for network in self.networks:
            logits, embedding = network.network(patch)
            parts += [embedding[0].numpy(), logits[0].numpy()]
        return np.concatenate(parts)


def save(encoder: Encoder, path: Path) -> None:
    """Write the encoder to one file; a crash leaves the old file or the new one.

    Raises:
        ClassifierFileProblem: the disk refuses.
    """
    weights_file.write(to_content(encoder), path)


def load(path: Path) -> Encoder:
    """Return the encoder in the file, ready to answer; that of a bundle that brings one along.

    Raises:
        ClassifierFileProblem: it cannot be read, is damaged, forged, too new or no encoder.
    """
    content = weights_file.read(path)
    if isinstance(content, dict) and "encoder" in content:
        content = content["encoder"]
    with weights_file.refusing(path):
        return from_content(content)


def in_the_box() -> Path:
    """Return the file of the encoder that comes with the program."""
    return paths.resource("classifiers") / FILE_NAME


def of_the_box() -> Encoder:
    """Return the encoder that comes with the program.

    Raises:
        ClassifierFileProblem: its file is missing or damaged.
    """
    return _loaded(in_the_box())


def encoder_for(spec: EncoderSpec) -> Encoder:
    """Return the encoder that `spec` is about; a process keeps the one that it loaded last.

    Raises:
        ClassifierFileProblem: its file is missing, damaged or another one by now.
    """
    file = Path(spec.file) if spec.file else in_the_box()
    encoder = _loaded(file)
    if encoder.digest != spec.digest:
        raise ClassifierFileProblem(file, because("classifiers.other_encoder"))
    return encoder


@lru_cache(maxsize=1)
def _loaded(file: Path) -> Encoder:
    return load(file)


def to_content(encoder: Encoder) -> dict[str, Any]:
    """Return what a file keeps of the encoder."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "origin": encoder.origin,
        "centre": torch.from_numpy(encoder.scaling.centre),
        "spread": torch.from_numpy(encoder.scaling.spread),
        "networks": [
            {
                "name": network.name,
                "tags": list(network.tags),
                "config": plain(network.network.config),
                "weights": {k: v.detach().cpu() for k, v in network.network.state_dict().items()},
            }
            for network in encoder.networks
        ],
    }


def from_content(content: object) -> Encoder:
    """Return the encoder that a file keeps.

    Raises:
        Misfit: it is none, or one of a newer version.
    """
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Misfit(because("classifiers.no_encoder"))
    if content.get("version") != VERSION:
        raise Misfit(because("classifiers.newer_encoder"))
    given, origin = content.get("networks"), content.get("origin")
    if not isinstance(given, list) or not given or type(origin) is not str:
        raise Misfit(because("classifiers.no_encoder"))
    where = because("classifiers.the_encoder")
    clean_text(origin, where)
    centre, spread = (sound_tensor(content.get(n), where).numpy() for n in ("centre", "spread"))
    if centre.dtype != np.float64 or spread.dtype != np.float64 or not (spread > 0.0).all():
        raise Misfit(because("classifiers.no_encoder"))
    return Encoder(tuple(_network(entry) for entry in given), origin, Scaling(centre, spread))


def _network(entry: object) -> TagNetwork:
    if not isinstance(entry, Mapping) or entry.keys() != {"name", "tags", "config", "weights"}:
        raise Misfit(because("classifiers.entry_incomplete"))
    table = opaque(dict(entry), because("classifiers.the_encoder"))
    name, tags, weights = table["name"], table["tags"], table["weights"]
    if type(name) is not str or type(tags) is not list or type(weights) is not dict:
        raise Misfit(because("classifiers.entry_incomplete"))
    if not all(type(tag) is str and tag.strip() for tag in tags):
        raise Misfit(because("classifiers.tags_differ", name=name))
    for text in (name, *tags):
        clean_name(text, because("classifiers.the_encoder"))
    config = shaped(MusicnnConfig, table["config"], because("classifiers.config_of", name=name))
    network = weights_file.with_weights(partial(Musicnn, config), weights)
    return TagNetwork(name, tuple(tags), network)
