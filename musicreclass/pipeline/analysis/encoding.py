"""What the pretrained encoder says of a file: of patches that are spread over the whole track.

Runs in child processes, which load the encoder with the first file that wants it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.decode import Waveform, decode
from musicreclass.audio.decoding.segments import spread
from musicreclass.audio.decoding.waveform import SILENCE_PEAK, Source, resampled
from musicreclass.audio.features.encoder_patches import MEL, PATCH_SECONDS, patch_of
from musicreclass.core.analysis import EncodedPatches, EncoderSpec

Patch = tuple[float, np.ndarray]  # where it begins in the file, and its samples at the mel's rate


def encoded_sound(waveform: Waveform, spec: EncoderSpec) -> EncodedPatches:
    """Return what the encoder says of patches that are spread over a sound in memory."""
    samples = resampled(waveform.samples, waveform.sample_rate, MEL.sample_rate)
    patches = []
    for segment in spread(len(samples) / MEL.sample_rate, spec.patches, PATCH_SECONDS):
        start = waveform.start_seconds + segment.start_seconds
        patches.append((start, samples[segment.positions(MEL.sample_rate)]))
    return _encoded(patches, spec)


def patches_of_track(path: Path, source: Source, spec: EncoderSpec) -> list[Waveform]:
    """Return the sound of patches that are spread over a whole file.

    Raises:
        DecodeError: no sound can be got out of it.
    """
    return [
        decode(
            path,
            sample_rate=MEL.sample_rate,
            start_seconds=segment.start_seconds,
            seconds=PATCH_SECONDS,
        )
        for segment in spread(source.seconds, spec.patches, PATCH_SECONDS)
    ]


def encoded_patches(found: Sequence[Waveform], spec: EncoderSpec) -> EncodedPatches:
    """Return what the encoder says of patches that were decoded."""
    return _encoded([(patch.start_seconds, patch.samples) for patch in found], spec)


def _encoded(patches: Sequence[Patch], spec: EncoderSpec) -> EncodedPatches:
    """Return what is said of the patches with sound in them; of all where there is none."""
    audible = [(at, s) for at, s in patches if np.abs(s).max(initial=0.0) >= SILENCE_PEAK]
    chosen = audible or patches
    mels = np.concatenate([patch_of(samples, MEL.sample_rate) for _, samples in chosen])
    return EncodedPatches(tuple(start for start, _ in chosen), _rows(mels, spec))


def _rows(mels: np.ndarray, spec: EncoderSpec) -> np.ndarray:
    # torch takes a second to load, which a child spends that decodes only.
    from musicreclass.classifiers.encoder import encoder_for
    from musicreclass.classifiers.runtime import one_thread

    encoder = encoder_for(spec)
    with one_thread():
        return encoder.encode(mels)
