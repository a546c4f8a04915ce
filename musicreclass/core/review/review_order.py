"""In which order a person's time is best spent: the doubtful first, and no two alike in a row.

Tracks are parted into kinds by their embeddings, and the k-th most doubtful of a kind counts for a
k-th of its doubt: its answer would mostly repeat what the ones before it did. Kinds and not the
next track that is farthest from all before it: that takes a pass over the library for each track,
which is hours for a hundred thousand, and puts what is odd before music.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

MAX_KINDS = 256
SAMPLE_TRACKS = 4096  # among so many the centers of the kinds are looked for
BLOCK_TRACKS = 8192

Floats = npt.NDArray[np.floating]
Embeddings = npt.NDArray[np.floating]  # shape (n_tracks, n_dimensions); not finite where unknown
Indices = npt.NDArray[np.intp]  # shape (n_tracks,)


def most_useful_first(confidences: Floats, embeddings: Embeddings | None = None) -> Indices:
    """Return the indices of tracks in the order in which to review them.

    Args:
        confidences: of what is suggested, shape (n_tracks,), 0 to 1.
        embeddings: of one classifier; a track without one is like no other, and without any at
            all only doubt counts.
    """
    doubts = 1.0 - confidences.astype(np.float64)
    if embeddings is not None and len(embeddings):
        doubts /= 1 + _ranks(_kinds(doubts, embeddings), doubts)
    return np.argsort(-doubts, kind="stable")


def _ranks(kinds: Indices, doubts: npt.NDArray[np.float64]) -> Indices:
    """Return how many tracks of the same kind come before each; shape (n_tracks,)."""
    order = np.lexsort((-doubts, kinds))
    ordered = kinds[order]
    starts = np.searchsorted(ordered, ordered)  # where the kind of each begins
    ranks = np.empty(len(order), dtype=np.intp)
    ranks[order] = np.arange(len(order)) - starts
    return ranks


def _kinds(doubts: npt.NDArray[np.float64], embeddings: Embeddings) -> Indices:
    """Return a number for each track, the same for those that lie close to each other."""
    n_tracks = len(embeddings)
    kinds = np.arange(MAX_KINDS, MAX_KINDS + n_tracks)  # each its own until it is known better
    known = np.flatnonzero(_is_finite(embeddings))
    if not len(known):
        return kinds
    picked = known[np.linspace(0, len(known) - 1, min(len(known), SAMPLE_TRACKS)).astype(np.intp)]
    sample = embeddings[picked].astype(np.float32)
    middle, spread = sample.mean(axis=0), sample.std(axis=0)
    spread[spread == 0.0] = 1.0
    n_kinds = min(MAX_KINDS, math.isqrt(len(known) - 1) + 1)
    scaled = (sample - middle) / spread
    far_apart = _far_apart(scaled, n_kinds, start=int(doubts[picked].argmax()))
    half_squares = (far_apart**2).sum(axis=1) / 2.0
    for start in range(0, len(known), BLOCK_TRACKS):
        block = known[start : start + BLOCK_TRACKS]
        near = (embeddings[block].astype(np.float32) - middle) / spread @ far_apart.T - half_squares
        kinds[block] = near.argmax(axis=1)
    return kinds


def _is_finite(embeddings: Embeddings) -> npt.NDArray[np.bool_]:
    """Return which rows hold numbers only, without a copy of them all; shape (n_tracks,)."""
    blocks = range(0, len(embeddings), BLOCK_TRACKS)
    return np.concatenate(
        [np.isfinite(embeddings[start : start + BLOCK_TRACKS]).all(axis=1) for start in blocks]
    )


def _far_apart(sample: npt.NDArray[np.float32], count: int, start: int) -> npt.NDArray[np.float32]:
    """Return rows of `sample`, each the farthest from those before it; shape (count, size)."""
    chosen = [start]
    nearest = ((sample - sample[start]) ** 2).sum(axis=1)
    while len(chosen) < count:
        chosen.append(int(nearest.argmax()))
        np.minimum(nearest, ((sample - sample[chosen[-1]]) ** 2).sum(axis=1), out=nearest)
    return sample[chosen]
