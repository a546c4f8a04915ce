"""Recordings that are there twice, told by their features: other files, the same music.

Measured on 280 excerpts of 24 s in four genres and 240 copies of 40 of them: other formats, half as
loud, or cut by up to two seconds. Of the copies 95 to 100 % are found, of those at half the sample
rate 12 %. Among the excerpts themselves 5 pairs are found, all of one title by one artist. Of 25
pairs known to be copies among 999 tracks of GTZAN, 71 features find all, and 24 pairs more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

NEAR = 0.7  # spreads of a feature that two copies differ by, in the root of the mean of squares
NEARER = 0.6  # as far apart as that of what a track has to its neighbours, at most
NEIGHBOURS = (2, 4)  # which neighbour that is; a recording may be there so many times
TRACKS_PER_NEIGHBOUR = 10  # among few tracks the fourth may already be of another genre
NO_DISTANCE = 0.02  # what roundings make
CLIP = 5.0  # spreads; skew and kurtosis have tails that would decide alone
AXES = 96  # along which features differ most; who lies far apart there is no copy
BLOCK = 1_024  # tracks compared with all others at a time, at most
MOST_CELLS = 1 << 24  # distances kept at a time: among 100,000 tracks fewer are compared at once

Matrix = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]


def near_duplicates(
    features: npt.NDArray[np.floating], pause: Callable[[], None] = lambda: None
) -> list[tuple[int, int]]:
    """Return the pairs of tracks that are one recording; shape of `features`: (n, n_features).

    They are near to each other, and far nearer than either is to other tracks. The second counts
    where all of a genre sounds nearly the same.

    Args:
        pause: called every now and then; what it raises ends the search.
    """
    if len(features) < 3:
        return []
    scaled = _scaled(features)
    nth = int(np.clip(len(features) // TRACKS_PER_NEIGHBOUR, *NEIGHBOURS)) - 1
    near: list[tuple[int, int, float]] = []  # two tracks and their distance
    usual = np.zeros(len(scaled), dtype=np.float32)  # distance to some neighbour
    for indices, squares in _squared_distances(scaled, _candidates(scaled, pause)):
        pause()
        distances = np.sqrt(squares / max(1, scaled.shape[1]), out=squares)
        rows, others = np.nonzero(distances < NEAR)
        near += [
            (int(indices[row]), int(other), float(distances[row, other]))
            for row, other in zip(rows, others, strict=True)
        ]
        distances.partition(nth, axis=1)
        usual[indices] = distances[:, nth]
    return [
        (one, other)
        for one, other, distance in near
        if one < other and distance <= max(NO_DISTANCE, NEARER * min(usual[one], usual[other]))
    ]


def _scaled(features: npt.NDArray[np.floating]) -> Matrix:
    """Return the features that differ at all, in spreads from their medians."""
    centred = features - np.median(features, axis=0)
    spread = 1.4826 * np.median(np.abs(centred), axis=0)  # as the standard deviation of a normal
    differs = spread > 0
    scaled: Matrix = np.clip(centred[:, differs] / spread[differs], -CLIP, CLIP).astype(np.float32)
    return scaled


def _candidates(scaled: Matrix, pause: Callable[[], None]) -> Indices:
    """Return the tracks that may be near to another one.

    Along a few axes no two tracks lie further apart than they do in all, and to compare them there
    costs a fifth.
    """
    axes = np.linalg.eigh(scaled.T @ scaled)[1][:, -AXES:]
    limit = 1.01 * NEAR**2 * scaled.shape[1] + 0.1  # roundings must not lose a copy
    is_candidate = np.zeros(len(scaled), dtype=bool)
    for indices, squares in _squared_distances(scaled @ axes, np.arange(len(scaled))):
        pause()
        is_candidate[indices] = squares.min(axis=1) <= limit
    return np.flatnonzero(is_candidate)


def _squared_distances(points: Matrix, indices: Indices) -> Iterator[tuple[Indices, Matrix]]:
    """Yield some of `indices`, with squared distances to all points; infinite to themselves."""
    sums = (points**2).sum(axis=1)
    block = _block(len(points))
    for start in range(0, len(indices), block):
        some = indices[start : start + block]
        squares = points[some] @ points.T
        squares *= -2.0
        squares += sums
        squares += sums[some, None]
        np.maximum(squares, 0.0, out=squares)
        squares[np.arange(len(some)), some] = np.inf
        yield some, squares


def _block(n_points: int) -> int:
    return max(1, min(BLOCK, MOST_CELLS // n_points))
