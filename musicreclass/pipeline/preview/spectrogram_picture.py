"""Drawing the sound of a whole file. Runs in a child process."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from musicreclass.audio.decoding.decode import DecodeError, blocks, probe
from musicreclass.audio.features.mel import LogMel, MelStream
from musicreclass.audio.features.mel_filters import mel_centres_hz
from musicreclass.core.analysis import LIBROSA_MEL, MelSpec
from musicreclass.pipeline.preview.track_preview import LOWEST_DB, STEPS, Decibels, Picture
from musicreclass.sentences.reason import because

MOST_COLUMNS = 2000  # a screen shows no more of them
LONGEST_SECONDS = 4 * 3600.0  # what comes later is not drawn: memory has an end
SHORT_SECONDS = 60.0
LONG_SECONDS = 20 * 60.0

Values = TypeVar("Values", LogMel, Decibels)


def draw(path: str) -> Picture:
    """Return the picture of a file's sound.

    Raises:
        DecodeError: no sound can be got out of it.
    """
    file = Path(path)
    source = probe(file)
    spec = spec_for(source.seconds)
    stream = MelStream(source.sample_rate, [spec])
    seconds = 0.0
    for block in blocks(file):
        stream.add(block.samples)
        seconds += block.seconds
        if seconds >= LONGEST_SECONDS:
            break
    mel = stream.finish()[spec]
    if not mel.size:
        raise DecodeError(file, because("audio.no_sound"))
    bands = tuple(float(hz) for hz in mel_centres_hz(spec))
    return Picture(quantised(reduced(mel, MOST_COLUMNS)), seconds, bands)


def spec_for(seconds: float | None) -> MelSpec:
    """Return how finely to look: at long tracks in coarser steps, of which there still are many."""
    if seconds is None or seconds > LONG_SECONDS:
        return replace(LIBROSA_MEL, hop=2048)
    return LIBROSA_MEL if seconds <= SHORT_SECONDS else replace(LIBROSA_MEL, hop=1024)


def reduced(mel: Values, most_columns: int) -> Values:
    """Return `mel` in at most so many columns, each the loudest of those it stands for."""
    n_frames = mel.shape[1]
    if n_frames <= most_columns:
        return mel
    return np.maximum.reduceat(mel, np.arange(most_columns) * n_frames // most_columns, axis=1)


def quantised(mel: LogMel) -> Decibels:
    """Return decibels in steps of a third."""
    share = (np.clip(mel, LOWEST_DB, 0.0) - LOWEST_DB) / -LOWEST_DB
    return np.asarray(np.rint(share * STEPS), dtype=np.uint8)
