"""Genres by their names: each is as likely as its name is like the sound, in a space of both.

Nothing is learned: the rows of the head are where a text tower puts sentences with the names, of
length 1 and times the scale that likenesses were trained with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NoReturn

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from musicreclass.classifiers.kinds.columns.feature_network import ColumnsConfig, FeatureNetwork
from musicreclass.classifiers.kinds.fitter import Fitter
from musicreclass.classifiers.kinds.network import ClassifierKind


@dataclass(frozen=True, slots=True)
class ZeroShotConfig(ColumnsConfig):
    """The shape of a `ZeroShotNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("zero shot", is_cheap=True, heeds="nothing")

    def build(self, n_genres: int) -> ZeroShotNetwork:
        return ZeroShotNetwork(self, n_genres)

    def of_texts(self, texts: npt.NDArray[np.float32], scale: float) -> ZeroShotNetwork:
        """Return the network for texts at these points, shape (n_genres, n_used)."""
        network = self.build(len(texts)).eval()
        with torch.no_grad():
            network.head.weight.copy_(scale * functional.normalize(torch.from_numpy(texts), dim=1))
            network.head.bias.zero_()
        return network


class ZeroShotNetwork(FeatureNetwork):
    """Compares directions: how loud a sound is in the space of both says nothing."""

    config: ZeroShotConfig

    def __init__(self, config: ZeroShotConfig, n_genres: int) -> None:
        super().__init__(config, (), n_genres)

    def fit(self, fitter: Fitter) -> NoReturn:
        raise ValueError("names are read, not learned")

    def embed(self, selected: Tensor) -> Tensor:
        return functional.normalize(self.scaled(selected), dim=1)

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        embeddings = self.embed(*prepared)
        return torch.log_softmax(self.head(embeddings), dim=1), embeddings
