"""Folding of classifiers' genres into those that a person wants suggested.

What a hidden genre had goes to the nearest one above it, and what a merged one had to the one it
counts as; where there is nothing above, it is left out and the rest renormalised, so that the next
candidate is suggested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.genre import Taxonomy

LEFT_OUT = -1
LEAST = 1e-300  # a probability whose logarithm is finite


@dataclass(frozen=True, slots=True, eq=False)
class GenreFolding:
    """Which genre each of a classifier's is suggested as."""

    genres: tuple[str, ...]  # that are suggested
    targets: npt.NDArray[np.intp]  # shape (n_before,), indices in `genres`, or `LEFT_OUT`

    @classmethod
    def of(cls, genres: Sequence[str], taxonomy: Taxonomy) -> GenreFolding:
        """Return the folding of some genres; were all hidden, each is suggested as it is."""
        shown = [taxonomy.suggestible(genre) for genre in genres]
        if not any(shown):
            shown = [taxonomy.canonical(genre) for genre in genres]
        index_of = {name: i for i, name in enumerate(dict.fromkeys(filter(None, shown)))}
        targets = [LEFT_OUT if name is None else index_of[name] for name in shown]
        return cls(tuple(index_of), np.array(targets, dtype=np.intp))

    @property
    def changes_nothing(self) -> bool:
        """Whether what goes in comes out, if under other names."""
        return np.array_equal(self.targets, np.arange(len(self.genres)))

    def folded(self, log_probs: LogProbs) -> LogProbs:
        """Return log-probabilities (..., n_before) as those of `genres`, shape (..., n_genres)."""
        if self.changes_nothing:
            return log_probs
        kept = self.targets != LEFT_OUT
        into = np.zeros((len(self.targets), len(self.genres)))
        into[np.flatnonzero(kept), self.targets[kept]] = 1.0
        probs = np.maximum(np.exp(log_probs) @ into, LEAST)
        return np.asarray(np.log(probs / probs.sum(axis=-1, keepdims=True)))

    def is_among(self, n_first: int) -> npt.NDArray[np.bool_]:
        """Return which of `genres` one of the first `n_first` was folded into; (n_genres,)."""
        found = np.zeros(len(self.genres), dtype=np.bool_)
        targets = self.targets[:n_first]
        found[targets[targets != LEFT_OUT]] = True
        return found
