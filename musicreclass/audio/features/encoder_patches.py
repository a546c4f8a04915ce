"""What the pretrained encoder looks at: three-second patches of a log-mel spectrogram.

As musicnn was trained: 16 kHz mono, 96 Slaney bands up to 8 kHz, log10(10,000 x power + 1). Level
matters, nothing is normalised.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.mel import log_mels
from musicreclass.core.analysis import MelSpec

PATCH_FRAMES: Final = 187
MEL = MelSpec(
    sample_rate=16_000, n_fft=512, hop=256, n_mels=96, reference=1.0, floor=1e-12, top_db=None
)
PATCH_SECONDS: Final = PATCH_FRAMES * MEL.hop / MEL.sample_rate
GAIN = 10_000.0

Patches = NDArray[np.float32]  # shape (n_patches, PATCH_FRAMES, n_mels)


def patches_of(samples: Samples, sample_rate: int) -> Patches:
    """Return the whole patches of a sound one after the other; a shorter sound is repeated."""
    decibels = log_mels(samples, sample_rate, [MEL])[MEL]
    mel = np.log10(GAIN * 10.0 ** (decibels.T / 10.0) + 1.0).astype(np.float32)
    if len(mel) < PATCH_FRAMES:
        mel = np.tile(mel, (-(-PATCH_FRAMES // len(mel)), 1))
    count = len(mel) // PATCH_FRAMES
    whole: Patches = mel[: count * PATCH_FRAMES]
    return whole.reshape(count, PATCH_FRAMES, MEL.n_mels)


def patch_of(samples: Samples, sample_rate: int) -> Patches:
    """Return the first patch of a sound, shape (1, PATCH_FRAMES, n_mels)."""
    return patches_of(samples, sample_rate)[:1]
