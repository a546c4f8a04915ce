"""A map of sounds: what is alike lies close to each other on a plane.

Some tracks are laid out as t-SNE does (van der Maaten and Hinton, 2008), from their principal
axes on, so that the same library always looks the same; all others go to where those of them lie
that they are most like. Exact and not by a tree, because a tree that is quick needs a compiler.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from musicreclass.core.job import JobContext, Progress

MOST_LAID_OUT = 1_200  # a step takes time as their square
AXES = 32  # principal ones that are looked at; the rest of an embedding is mostly noise
PERPLEXITY = 30.0  # how many neighbours a track has, about
STEPS = 400
EARLY_STEPS = 120  # in which kinds find together before they are shown apart
EARLY_PULL = 12.0
NEAREST = 6  # of those laid out, that say where another one goes
BLOCK_TRACKS = 8_192
SEED = 0
TINY = float(np.finfo(np.float32).tiny)

Vectors = npt.NDArray[np.floating]  # shape (n_tracks, n_dimensions)
Floats = npt.NDArray[np.float32]


def laid_out(vectors: Vectors, ctx: JobContext, *, most: int = MOST_LAID_OUT) -> Floats:
    """Return where tracks lie on the map, shape (n_tracks, 2), none farther than 1 from 0.

    Args:
        most: how many tracks the rest goes by.

    Raises:
        Cancelled: the user stopped.
    """
    n_tracks = len(vectors)
    if n_tracks < 3:
        return np.array([[-0.5, 0.0], [0.5, 0.0]], dtype=np.float32)[:n_tracks]
    axes = _principal(vectors)
    if n_tracks <= most:
        return _fitted(_settled(axes, ctx))
    chosen = np.sort(np.random.default_rng(SEED).choice(n_tracks, most, replace=False))
    return _fitted(_placed(axes, axes[chosen], _settled(axes[chosen], ctx), ctx))


def _principal(vectors: Vectors) -> Floats:
    """Return tracks along their principal axes, the strongest first; shape (n_tracks, n_axes)."""
    blocks = range(0, len(vectors), BLOCK_TRACKS)
    middle = np.mean(vectors, axis=0, dtype=np.float64)
    spread = np.zeros((vectors.shape[1], vectors.shape[1]))
    for start in blocks:
        block = vectors[start : start + BLOCK_TRACKS] - middle
        spread += block.T @ block
    _, directions = np.linalg.eigh(spread)
    strongest = directions[:, ::-1][:, :AXES]
    strongest *= np.where(strongest.sum(axis=0) < 0.0, -1.0, 1.0)  # no sign is more right
    found = [(vectors[start : start + BLOCK_TRACKS] - middle) @ strongest for start in blocks]
    return np.concatenate(found).astype(np.float32)


def _settled(axes: Floats, ctx: JobContext) -> Floats:
    """Return where tracks come to rest that pull those like them and push all others away."""
    likeness = _likeness(axes)
    at = np.zeros((len(axes), 2), dtype=np.float32)
    at[:, : axes.shape[1]] = axes[:, :2]
    at *= 1e-2 / max(float(at[:, 0].std()), TINY)
    speed, gains = np.zeros_like(at), np.ones_like(at)
    rate = max(50.0, len(axes) / EARLY_PULL / 4.0)
    for step in range(STEPS):
        ctx.raise_if_cancelled()
        ctx.report(Progress(step, STEPS))
        is_early = step < EARLY_STEPS
        slope = _slope(at, likeness, EARLY_PULL if is_early else 1.0)
        turns = speed * slope < 0.0
        gains = np.maximum(np.where(turns, gains + 0.2, gains * 0.8), 0.01)
        speed = (0.5 if is_early else 0.8) * speed - rate * gains * slope
        at += speed
        at -= at.mean(axis=0)
    return at


def _slope(at: Floats, likeness: Floats, pull: float) -> Floats:
    """Return in which direction each track would be worse placed; shape (n_tracks, 2)."""
    squares = (at**2).sum(axis=1)
    near = at @ at.T
    near *= -2.0
    near += squares[:, None] + squares + 1.0
    np.maximum(near, 1.0, out=near)
    np.reciprocal(near, out=near)
    np.fill_diagonal(near, 0.0)
    total = near.sum(dtype=np.float64)
    forces = near * np.float32(-1.0 / total)
    forces += likeness if pull == 1.0 else likeness * np.float32(pull)
    forces *= near
    return np.asarray(4.0 * (forces.sum(axis=1)[:, None] * at - forces @ at), dtype=np.float32)


def _likeness(axes: Floats) -> Floats:
    """Return how alike each two tracks are, all together 1; shape (n_tracks, n_tracks)."""
    n_tracks = len(axes)
    perplexity = min(PERPLEXITY, (n_tracks - 1) / 3.0)
    count = min(n_tracks - 1, int(3 * perplexity) + 1)
    gaps = _gaps(axes, axes)
    np.fill_diagonal(gaps, np.inf)
    nearest = np.argpartition(gaps, count - 1, axis=1)[:, :count]
    near = np.take_along_axis(gaps, nearest, axis=1)
    shares = _shares(near - near.min(axis=1, keepdims=True), perplexity)
    likeness = np.zeros_like(gaps)
    np.put_along_axis(likeness, nearest, shares.astype(np.float32), axis=1)
    return (likeness + likeness.T) / np.float32(2.0 * n_tracks)


def _shares(gaps: Floats, perplexity: float) -> npt.NDArray[np.float64]:
    """Return for each row how much of its attention each neighbour gets; rows sum up to 1.

    How fast attention fades is searched for row by row: each has about `perplexity` neighbours.
    """
    wide = gaps.astype(np.float64)
    low, high = np.zeros(len(wide)), np.full(len(wide), np.inf)
    sharpness = 1.0 / np.maximum(wide.mean(axis=1), TINY)
    for _ in range(50):
        shares = np.exp(-wide * sharpness[:, None])
        shares /= shares.sum(axis=1, keepdims=True)
        spread = -(shares * np.log(np.maximum(shares, 1e-300))).sum(axis=1)
        is_wide = spread > np.log(perplexity)
        low, high = np.where(is_wide, sharpness, low), np.where(is_wide, high, sharpness)
        sharpness = np.where(np.isinf(high), 2.0 * sharpness, (low + high) / 2.0)
        sharpness = np.minimum(sharpness, 1e30)  # copies of one track: nothing tells them apart
    return np.asarray(shares)


def _placed(axes: Floats, known: Floats, known_at: Floats, ctx: JobContext) -> Floats:
    """Return where all tracks lie: in the middle of those they are like, the likest counts most."""
    at = []
    for start in range(0, len(axes), BLOCK_TRACKS):
        ctx.raise_if_cancelled()
        gaps = _gaps(axes[start : start + BLOCK_TRACKS], known)
        nearest = np.argpartition(gaps, NEAREST - 1, axis=1)[:, :NEAREST]
        near = np.take_along_axis(gaps, nearest, axis=1)
        least = np.maximum(near.min(axis=1, keepdims=True), 1e-9)
        weights = np.exp(-((near / least) ** 2))
        weights /= weights.sum(axis=1, keepdims=True)
        at.append((weights[..., None] * known_at[nearest]).sum(axis=1))
    return np.concatenate(at).astype(np.float32)


def _gaps(some: Floats, others: Floats) -> Floats:
    """Return the squared distances between each two, shape (n_some, n_others)."""
    squares = (some**2).sum(axis=1)[:, None] + (others**2).sum(axis=1)
    return np.asarray(np.maximum(squares - 2.0 * some @ others.T, 0.0))


def _fitted(at: Floats) -> Floats:
    """Return the map around its middle, so large that its farthest track is 1 away."""
    centred = at - (at.max(axis=0) + at.min(axis=0)) / 2.0
    return np.asarray(centred / max(float(np.abs(centred).max()), TINY))
