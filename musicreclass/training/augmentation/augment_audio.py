"""Changing a sound before it is measured: as if the same piece were played again, by others.

What changed mels cannot show, features of the whole sound learn from this. It costs about as much
as decoding, so it is done once, and what was measured of it is kept.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from musicreclass.classifiers import runtime
from musicreclass.training.config import AudioAugmentation

Samples = npt.NDArray[np.float32]  # shape (n_samples,), mono

N_FFT = 2048
HOP = 512
# Of a pitch's ratio: with small numbers it is resampled by a short filter. Near the old pitch the
# new one is up to a fifth of a semitone off, which does not matter where it is random anyway.
LARGEST_DENOMINATOR = 48
SHORTEST = N_FFT  # samples; less is no music, and cannot be mirrored at its ends


def augment_audio(
    samples: Samples, audio_augmentation: AudioAugmentation, rng: np.random.Generator
) -> Samples:
    """Return the sound at another pace and pitch, with a breath of noise. Its level is kept.

    Raises:
        TorchaudioProblem: torchaudio cannot be loaded.
    """
    pace = 1.0 + rng.uniform(-audio_augmentation.stretch, audio_augmentation.stretch)
    semitones = rng.uniform(-audio_augmentation.semitones, audio_augmentation.semitones)
    changed = played(samples, pace, semitones)
    noise = rng.standard_normal(len(changed), dtype=np.float32)
    return (
        changed + np.float32(rng.uniform(0.0, audio_augmentation.noise) * _level(samples)) * noise
    )


def played(samples: Samples, pace: float, semitones: float) -> Samples:
    """Return the sound `pace` times as fast and `semitones` higher, as loud as it is."""
    if len(samples) <= SHORTEST:
        return samples.copy()
    functional = runtime.torchaudio().functional
    pitch = Fraction(2.0 ** (semitones / 12.0)).limit_denominator(LARGEST_DENOMINATOR)
    # Stretched so far that it has the right pace once its pitch is moved by playing it faster.
    slowed = _stretched(torch.from_numpy(samples), pace / float(pitch))
    moved: Tensor = functional.resample(slowed, pitch.numerator, pitch.denominator)
    return _as_loud_as(samples, moved.numpy())


def _as_loud_as(samples: Samples, changed: Samples) -> Samples:
    """Return `changed` at the level of `samples`: stretching loses some of it."""
    level = _level(changed)
    return changed * np.float32(_level(samples) / level) if level > 0.0 else changed


def _level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0


def _stretched(sound: Tensor, pace: float) -> Tensor:
    """Return the sound `pace` times as fast at the same pitch."""
    functional = runtime.torchaudio().functional
    window = torch.hann_window(N_FFT)
    spectrum = torch.stft(sound, N_FFT, HOP, window=window, return_complex=True)
    advance = torch.linspace(0.0, torch.pi * HOP, spectrum.shape[0])[:, None]
    moved = functional.phase_vocoder(spectrum, pace, advance)
    return torch.istft(moved, N_FFT, HOP, window=window, length=round(len(sound) / pace))
