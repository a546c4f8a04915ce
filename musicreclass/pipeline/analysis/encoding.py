"""What a pretrained encoder says of a file: of patches that are spread over the whole track.

Runs in child processes, which load the encoder with the first file that wants it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.decode import Waveform, decode
from musicreclass.audio.decoding.segments import spread
from musicreclass.audio.decoding.waveform import SILENCE_PEAK, Samples, Source, resampled
from musicreclass.audio.features.encoder_patches import MEL, PATCH_SECONDS, patch_of
from musicreclass.core.analysis import EncodedPatches, EncoderSpec

# The root of the mean square that patches are brought to. At levels as they are, 6 dB more changed
# the genre of 6 of 50 clips. Brought to one, a head is right as often: of 307 clips from anywhere,
# each collection left out, 55.4 instead of 55.7 % (-4.6 to 2.3 points), of 280 of Emotify 61.1 and
# 61.1 %, of 499 snippets of GTZAN 40.1 and 38.1 %. Bringing tracks to it, not patches: 55.0 %.
LEVEL = 0.1  # -20 dB

Patch = tuple[float, np.ndarray]  # where it begins in the file, and its samples at the mel's rate


def encoded_sound(waveform: Waveform, spec: EncoderSpec) -> EncodedPatches:
    """Return what the encoder says of patches that are spread over a sound in memory."""
    rate, seconds = _given(spec)
    samples = resampled(waveform.samples, waveform.sample_rate, rate)
    patches = []
    for segment in spread(len(samples) / rate, spec.patches, seconds):
        start = waveform.start_seconds + segment.start_seconds
        patches.append((start, samples[segment.positions(rate)]))
    return _encoded(patches, spec)


def patches_of_track(path: Path, source: Source, spec: EncoderSpec) -> list[Waveform]:
    """Return the sound of patches that are spread over a whole file.

    Raises:
        DecodeError: no sound can be got out of it.
    """
    rate, seconds = _given(spec)
    return [
        decode(path, sample_rate=rate, start_seconds=segment.start_seconds, seconds=seconds)
        for segment in spread(source.seconds, spec.patches, seconds)
    ]


def encoded_patches(found: Sequence[Waveform], spec: EncoderSpec) -> EncodedPatches:
    """Return what the encoder says of patches that were decoded."""
    return _encoded([(patch.start_seconds, patch.samples) for patch in found], spec)


def _given(spec: EncoderSpec) -> tuple[int, float]:
    """Return the sample rate and the length of a patch in seconds."""
    if spec.wave is None:
        return MEL.sample_rate, PATCH_SECONDS
    return spec.wave.sample_rate, spec.wave.seconds


def _encoded(patches: Sequence[Patch], spec: EncoderSpec) -> EncodedPatches:
    """Return what is said of the patches with sound in them; of all where there is none."""
    audible = [(at, s) for at, s in patches if np.abs(s).max(initial=0.0) >= SILENCE_PEAK]
    chosen = audible or patches
    sounds = [_levelled(samples) if spec.is_levelled else samples for _, samples in chosen]
    return EncodedPatches(tuple(start for start, _ in chosen), _rows(sounds, spec))


def _levelled(samples: Samples) -> Samples:
    """Return a patch as loud as music is: the encoder is not deaf to volume, and people are."""
    level = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0
    return samples * np.float32(LEVEL / max(level, SILENCE_PEAK))


def _rows(sounds: Sequence[Samples], spec: EncoderSpec) -> np.ndarray:
    # torch takes a second to load, which a child spends that decodes only.
    from musicreclass.classifiers.encoder import encoder_for
    from musicreclass.classifiers.encoders.shelf import encoder_of
    from musicreclass.classifiers.runtime import one_thread

    with one_thread():
        if spec.wave is not None:
            return encoder_of(spec).encode(sounds)
        mels = np.concatenate([patch_of(sound, MEL.sample_rate) for sound in sounds])
        return encoder_for(spec).encode(mels)
