"""In which order tracks are learned from, and how often each."""

from __future__ import annotations

import numpy as np

from musicreclass.training.data.labelled_tracks import Indices


def shuffled(n_tracks: int, rng: np.random.Generator) -> Indices:
    """Return every track once, in random order."""
    return rng.permutation(n_tracks)


def balanced(labels: Indices, rng: np.random.Generator) -> Indices:
    """Return as many tracks as there are, each genre equally often, in random order.

    Tracks of a genre take turns: none is heard twice before all were heard once.
    """
    genres = np.unique(labels)
    # Which genres are heard once more than others, where they do not come out even, is random.
    shares = np.full(len(genres), len(labels) // len(genres))
    shares[rng.permutation(len(genres))[: len(labels) % len(genres)]] += 1
    turns = [
        _turns(np.flatnonzero(labels == genre), share, rng)
        for genre, share in zip(genres, shares, strict=True)
    ]
    return rng.permutation(np.concatenate(turns))


def _turns(places: Indices, count: int, rng: np.random.Generator) -> Indices:
    rounds = [rng.permutation(places) for _ in range(-(-count // len(places)))]
    return np.concatenate([np.empty(0, dtype=np.intp), *rounds])[:count]
