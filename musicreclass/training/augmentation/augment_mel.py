"""Augmentation of log-mels in dB, so that only what makes a genre is learned."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis import MelSpec
from musicreclass.training.config import ChannelAugmentation, Masks

Mel = npt.NDArray[np.float32]  # shape (n_mels, frames), dB
Chunks = npt.NDArray[np.float32]  # shape (n_chunks, n_mels, frames)

CUT_DB_PER_BAND = 6.0  # how steep a cut is
SMEAR_FRAMES = 3


def augment_mel(
    mel: npt.NDArray[np.floating],
    spec: MelSpec,
    channel_augmentation: ChannelAugmentation,
    rng: np.random.Generator,
) -> Mel:
    """Return the track as other machines might have recorded, pressed or packed it.

    Its loudest point is 0 dB again and its range is kept, as in every mel of such a spec.
    """
    changed = mel.astype(np.float32)
    if rng.random() >= channel_augmentation.share or mel.shape[1] == 0:
        return changed
    changed = _played_otherwise(changed, spec, channel_augmentation, rng)
    changed += _equaliser(len(changed), channel_augmentation, rng)[:, None]
    if rng.random() < 0.5:
        changed *= 1.0 + channel_augmentation.dynamics * rng.uniform(-1.0, 1.0)
    if rng.random() < 0.25:
        _smear(changed, rng)
    if spec.reference == "max":
        changed -= changed.max()
    floor = spec.lowest_db
    if rng.random() < 0.4:
        floor = rng.uniform(spec.lowest_db, channel_augmentation.highest_floor_db)
    return np.asarray(np.maximum(changed, np.float32(floor)))


def _played_otherwise(
    mel: Mel, spec: MelSpec, channel_augmentation: ChannelAugmentation, rng: np.random.Generator
) -> Mel:
    """Return it at another pitch and pace, by picking other bands and frames."""
    steps = rng.uniform(-channel_augmentation.semitones, channel_augmentation.semitones)
    pace = 1.0 + channel_augmentation.stretch * rng.uniform(-1.0, 1.0)
    n_mels, n_frames = mel.shape
    # Mel bands lie evenly below 1 kHz and evenly per octave above: a shift of some semitones is
    # near enough a shift by a share of the band's number there.
    bands_per_octave = n_mels / (2.0 + np.log2(max(2.0, spec.top_hz / 1000.0)))
    bands = np.arange(n_mels) - steps / 12.0 * bands_per_octave * np.linspace(0.3, 1.0, n_mels)
    frames = np.arange(0.0, n_frames - 0.5, pace)
    rows = np.clip(np.rint(bands), 0, n_mels - 1).astype(np.intp)
    columns = np.clip(np.rint(frames), 0, n_frames - 1).astype(np.intp)
    return np.asarray(mel[np.ix_(rows, columns)])


def _equaliser(
    n_mels: int, channel_augmentation: ChannelAugmentation, rng: np.random.Generator
) -> npt.NDArray[np.float32]:
    """Return what is added to each band: a tilt, ripples and cuts at the ends."""
    position = np.linspace(-0.5, 0.5, n_mels)
    curve = rng.uniform(-channel_augmentation.tilt_db, channel_augmentation.tilt_db) * position
    for waves in (1, 2, 3):
        height = channel_augmentation.ripple_db * rng.uniform(0.0, 1.0) / waves
        curve += height * np.sin(2.0 * np.pi * (waves * position + rng.random()))
    if rng.random() < 0.4:
        cut = rng.uniform(channel_augmentation.lowest_cut, 1.0) * n_mels
        curve -= CUT_DB_PER_BAND * np.maximum(0.0, np.arange(n_mels) - cut)
    if rng.random() < 0.2:
        curve -= CUT_DB_PER_BAND * np.maximum(0.0, rng.uniform(0.0, 6.0) - np.arange(n_mels))
    return curve.astype(np.float32)


def _smear(mel: Mel, rng: np.random.Generator) -> None:
    """Let the high bands run together over time and lose their faint parts, as codecs do."""
    high = mel[int(rng.uniform(0.4, 0.9) * len(mel)) :]
    if high.shape[1] < SMEAR_FRAMES:
        return
    high[:, 1:-1] = (high[:, :-2] + high[:, 1:-1] + high[:, 2:]) / SMEAR_FRAMES
    high[high < high.mean(axis=1, keepdims=True) - rng.uniform(3.0, 12.0)] = mel.min()


def louder_or_softer(chunks: Chunks, gain_db: float, rng: np.random.Generator) -> Chunks:
    """Return each chunk up to so many decibels louder or softer."""
    if gain_db == 0.0:
        return chunks
    return chunks + rng.uniform(-gain_db, gain_db, (len(chunks), 1, 1)).astype(np.float32)


def masked(
    chunks: Chunks, filling: npt.NDArray[np.float32], masks: Masks, rng: np.random.Generator
) -> Chunks:
    """Return the chunks with bars across bands and frames, filled with each band's usual level."""
    if masks.count == 0:
        return chunks
    chunks = chunks.copy()
    _, n_mels, n_frames = chunks.shape
    for chunk in chunks:
        for _ in range(masks.count):
            start, end = _bar(n_mels, masks.bands, rng)
            chunk[start:end] = filling[start:end, None]
            start, end = _bar(n_frames, masks.frames, rng)
            chunk[:, start:end] = filling[:, None]
    return chunks


def _bar(size: int, widest: int, rng: np.random.Generator) -> tuple[int, int]:
    width = int(rng.integers(0, min(widest, size) + 1))
    start = int(rng.integers(0, size - width + 1))
    return start, start + width
