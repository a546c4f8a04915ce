"""What every encoder from a folder has: a card, and numbers for waves. And every layout on disk."""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.encoders import layouts
from musicreclass.classifiers.encoders.encoder_card import EncoderCard
from musicreclass.classifiers.encoders.tunable import Tunable
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.plain import some_of
from musicreclass.sentences.reason import because

Waves = npt.NDArray[np.float32]  # shape (n_waves, samples), at the rate of the card
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddedWaves:
    """What an encoder says of waves."""

    layers: tuple[Floats, ...]  # each of shape (n_waves, width), in the order of the card
    labels: Floats | None = None  # logits, shape (n_waves, n_labels)

    @property
    def rows(self) -> Floats:
        """Return all of it side by side, shape (n_waves, n_columns)."""
        labels = () if self.labels is None else (self.labels,)
        return np.concatenate((*self.layers, *labels), axis=1, dtype=np.float32)


class FolderEncoder(ABC):
    """A pretrained network whose weights lie in a person's folder; it is never fitted here, but for
    its last blocks where somebody asks for that.
    """

    card: EncoderCard

    @abstractmethod
    def embed(self, waves: Waves) -> EmbeddedWaves:
        """Return what it says of waves of one length; shorter ones than on the card are filled."""

    def encode(self, waves: Sequence[npt.NDArray[np.float32]]) -> Floats:
        """Return the numbers for each wave, whatever else is encoded at the same time."""
        return np.concatenate([self.embed(np.asarray(wave[None])).rows for wave in waves])

    def tunable(self) -> Tunable:
        """Return what fine-tuning needs of it.

        Raises:
            NotImplementedError: encoders of its layout cannot be tuned.
        """
        raise NotImplementedError

    def embed_texts(self, texts: Sequence[str]) -> tuple[Floats, float]:
        """Return where texts lie in the space of the first layer, and the scale of likenesses.

        Raises:
            NotImplementedError: it cannot read; its card says so.
        """
        raise NotImplementedError


class EncoderLayout(Protocol):
    """How the files of some encoders lie on disk. A module of `layouts` has one as `LAYOUT`."""

    @property
    def name(self) -> str:
        """What it is called in keys of caches and in bundles."""

    @property
    def downloads(self) -> Sequence[str]:
        """Patterns of the names of files that are fetched from a hub; that of the weights first."""

    def recognises(self, folder: Path) -> bool:
        """Say whether a folder looks as if it were of this layout."""

    def files(self, folder: Path) -> Sequence[Path]:
        """Return all files that decide what the encoder says.

        Raises:
            ClassifierFileProblem: one of them is missing.
        """

    def open(self, folder: Path) -> FolderEncoder:
        """Return the encoder in a folder, ready to answer.

        Raises:
            ClassifierFileProblem: it cannot be used, in a sentence.
        """


@cache
def all_layouts() -> Mapping[str, EncoderLayout]:
    """Return every layout by its name: a module that is put beside the others is one more."""
    found: dict[str, EncoderLayout] = {}
    for module in sorted(pkgutil.iter_modules(layouts.__path__), key=lambda one: one.name):
        layout = importlib.import_module(f"{layouts.__name__}.{module.name}").LAYOUT
        found[layout.name] = layout
    return found


def layout_of(folder: Path) -> EncoderLayout:
    """Return the layout of a folder.

    Raises:
        ClassifierFileProblem: it is of none that is known, or no folder.
    """
    if not folder.is_dir():
        raise ClassifierFileProblem(folder, because("classifiers.no_encoder_folder"))
    known = all_layouts()
    for layout in known.values():
        if layout.recognises(folder):
            return layout
    raise ClassifierFileProblem(
        folder, because("classifiers.unknown_layout", known=some_of(known, 8))
    )


def open_folder(folder: Path) -> FolderEncoder:
    """Return the encoder in a folder, ready to answer.

    Raises:
        ClassifierFileProblem: it cannot be used, in a sentence.
    """
    return layout_of(folder).open(folder)
