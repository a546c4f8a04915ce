"""Augmentation of raw sound: shifted, louder or softer, upside down, and with noise under it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis import PIECE_SCALE
from musicreclass.training.config import WaveAugmentation

Chunks = npt.NDArray[np.float32]  # shape (n_chunks, samples), from -1 to 1
Pieces = npt.NDArray[np.generic]  # shape (n_pieces, samples)


def cut(
    pieces: Pieces, samples: int, count: int, rng: np.random.Generator, *, shifts: bool
) -> Chunks:
    """Return chunks of some pieces of a track, drawn at random, shape (count, samples).

    Args:
        shifts: a chunk begins anywhere in its piece, not where it is in its middle.
    """
    spare = pieces.shape[1] - samples
    chosen = rng.integers(0, len(pieces), count)
    starts = rng.integers(0, spare + 1, count) if shifts else np.full(count, spare // 2)
    chunks = np.stack([pieces[i, s : s + samples] for i, s in zip(chosen, starts, strict=True)])
    return chunks.astype(np.float32) / np.float32(PIECE_SCALE)


def augment_wave(
    chunks: Chunks, gain_db: float, how: WaveAugmentation | None, rng: np.random.Generator
) -> Chunks:
    """Return the chunks as other machines might have recorded them; what is too loud is clipped.

    Args:
        gain_db: each is made louder or softer by at most this.
        how: what else is changed; None is nothing.
    """
    count = len(chunks)
    if how is not None:
        level = np.sqrt(np.mean(np.square(chunks), axis=1, keepdims=True))
        is_noisy = rng.random((count, 1)) < how.noise_share
        below_db = rng.uniform(how.least_noise_db, how.most_noise_db, (count, 1))
        noise = rng.standard_normal(chunks.shape, dtype=np.float32)
        chunks = chunks + (level * 10.0 ** (below_db / 20.0) * is_noisy).astype(np.float32) * noise
        is_turned = rng.random((count, 1)) < how.polarity_share
        chunks = np.where(is_turned, -chunks, chunks)
    if gain_db:
        gains = 10.0 ** (rng.uniform(-gain_db, gain_db, (count, 1)) / 20.0)
        chunks = (chunks * gains.astype(np.float32)).clip(-1.0, 1.0)
    return chunks
