"""A map of sounds by t-SNE: tracks that are alike lie close to each other on a plane.

Some tracks are laid out by t-SNE from their principal components on, so that the same library
always looks the same; the rest goes to where its nearest neighbours among them lie.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import threadpoolctl
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.neighbors import KNeighborsRegressor

from musicreclass.core.job import JobContext, Progress

MOST_LAID_OUT = 1_200  # more take longer than a person waits
COMPONENTS = 32  # principal ones that are looked at; the rest of an embedding is mostly noise
PERPLEXITY = 30.0  # how many neighbours a track has, about
STEPS = 250  # of a stage, and the fewest that scikit-learn takes
EARLY_EXAGGERATION = 12.0  # in the first stage, in which kinds find together
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
    chosen = np.arange(n_tracks)
    if n_tracks > most:
        chosen = np.sort(np.random.default_rng(SEED).choice(n_tracks, most, replace=False))
    known = vectors[chosen].astype(np.float32)
    if (known == known[0]).all():  # copies of one track: there is no direction to part them by
        return np.zeros((n_tracks, 2), dtype=np.float32)
    components = PCA(min(COMPONENTS, *known.shape), svd_solver="full").fit(known)
    known = components.transform(known)
    known_at = _embedded(known, ctx)
    if n_tracks <= most:
        return _fitted(known_at)
    nearest = KNeighborsRegressor(NEAREST, weights=_weights).fit(known, known_at)
    at = []
    for start in range(0, n_tracks, BLOCK_TRACKS):
        ctx.raise_if_cancelled()
        block = vectors[start : start + BLOCK_TRACKS].astype(np.float32)
        at.append(nearest.predict(components.transform(block)))
    return _fitted(np.concatenate(at))


def _embedded(components: Floats, ctx: JobContext) -> Floats:
    """Return the t-SNE embedding, shape (n_tracks, 2); a stage cannot be cancelled inside."""
    at = np.zeros((len(components), 2), dtype=np.float32)
    at[:, : components.shape[1]] = components[:, :2]
    at *= 1e-4 / max(float(at[:, 0].std()), TINY)
    for stage, exaggeration in enumerate((EARLY_EXAGGERATION, 1.0)):
        ctx.raise_if_cancelled()
        ctx.report(Progress(stage, 2))
        tsne = TSNE(
            init=at,
            perplexity=min(PERPLEXITY, (len(components) - 1) / 3.0),
            early_exaggeration=exaggeration,
            learning_rate=max(50.0, len(components) / EARLY_EXAGGERATION / 4.0),
            max_iter=STEPS,
            random_state=SEED,
        )
        # Of so few tracks several threads would spend their time waiting for each other.
        with threadpoolctl.threadpool_limits(1, user_api="openmp"):
            at = tsne.fit_transform(components)
    return at


def _weights(distances: Floats) -> Floats:
    """Return how much each neighbour counts, shape (n_tracks, n_nearest): the nearest most."""
    nearest = np.maximum(distances.min(axis=1, keepdims=True), 1e-4)
    return np.asarray(np.exp(-((distances / nearest) ** 4)))


def _fitted(at: Floats) -> Floats:
    """Return the map around its middle, so large that its farthest track is 1 away."""
    centred = at - (at.max(axis=0) + at.min(axis=0)) / 2.0
    return np.asarray(centred / max(float(np.abs(centred).max()), TINY), dtype=np.float32)
