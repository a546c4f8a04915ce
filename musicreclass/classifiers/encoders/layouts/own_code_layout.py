"""Encoders that are known, and need code that comes with their weights: recognised and refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from musicreclass.classifiers.encoders.folder_files import (
    CONFIG,
    front_end_type,
    licence_of,
    read_json,
)
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.sentences.reason import because


@dataclass(frozen=True, slots=True)
class OwnCode:
    """An encoder that runs by its authors' code alone."""

    name: str
    licence: str  # of the weights, where their folder says nothing


MERT = OwnCode("MERT", "CC BY-NC 4.0")
MUQ = OwnCode("MuQ", "CC BY-NC 4.0")
MAEST = OwnCode("MAEST", "CC BY-NC-SA 4.0")
OF_MUQ = {"label_rate", "num_codebooks", "codebook_dim"}  # in a config that names no kind


class OwnCodeLayout:
    """Folders of MERT, MuQ, and of a MAEST that is no AST of transformers."""

    name = "own code"
    downloads = ()

    def recognises(self, folder: Path) -> bool:
        return _known(folder) is not None

    def files(self, folder: Path) -> Sequence[Path]:
        self.open(folder)

    def open(self, folder: Path) -> NoReturn:
        known = _known(folder)
        assert known is not None
        licence = licence_of(folder) or known.licence
        raise ClassifierFileProblem(
            folder, because("classifiers.needs_own_code", name=known.name, licence=licence)
        )


def _known(folder: Path) -> OwnCode | None:
    if "MAEST" in front_end_type(folder).upper():
        return MAEST
    try:
        config = read_json(folder / CONFIG)
    except ClassifierFileProblem:
        return None
    architectures = config.get("architectures")
    said = f"{config.get('model_type', '')} {architectures}"
    if "mert" in said.lower():
        return MERT
    if "muq" in said.lower() or ("model_type" not in config and config.keys() >= OF_MUQ):
        return MUQ
    return None


LAYOUT = OwnCodeLayout()
