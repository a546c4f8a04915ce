"""Genres by an encoder's own labels: each is as likely as those labels together that stand for it.

Nothing is learned: the weights of the head are 1 where a label stands for a genre, and 0 elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NoReturn

import torch
from torch import Tensor

from musicreclass.classifiers.kinds.columns.feature_network import ColumnsConfig, FeatureNetwork
from musicreclass.classifiers.kinds.fitter import Fitter
from musicreclass.classifiers.kinds.network import ClassifierKind


@dataclass(frozen=True, slots=True)
class LabelGroupsConfig(ColumnsConfig):
    """The shape of a `LabelGroupsNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind("label groups", is_cheap=True, heeds="nothing")

    def build(self, n_genres: int) -> LabelGroupsNetwork:
        return LabelGroupsNetwork(self, n_genres)

    def of_groups(self, genre_of: Sequence[int]) -> LabelGroupsNetwork:
        """Return the network where each label stands for the genre of this number."""
        network = self.build(max(genre_of) + 1).eval()
        with torch.no_grad():
            network.head.weight.zero_()
            network.head.bias.zero_()
            network.head.weight[list(genre_of), range(len(genre_of))] = 1.0
        return network


class LabelGroupsNetwork(FeatureNetwork):
    """Sums the odds of labels by genre; a genre without any is never likely."""

    config: LabelGroupsConfig

    def __init__(self, config: LabelGroupsConfig, n_genres: int) -> None:
        super().__init__(config, (), n_genres)

    def fit(self, fitter: Fitter) -> NoReturn:
        raise ValueError("what stands for a genre is said, not learned")

    def forward(self, selected: Tensor) -> Tensor:
        logits = self.embed(selected)[:, None, :]  # (n_tracks, 1, n_labels)
        lowest = torch.finfo(logits.dtype).min / 2
        theirs = torch.where(self.head.weight > 0.0, logits, torch.full_like(logits, lowest))
        return theirs.logsumexp(dim=2)

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        return torch.log_softmax(self(*prepared), dim=1), self.embed(*prepared)
