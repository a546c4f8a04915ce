"""The picture of a sound: low bands below, loud ones bright, and marks where frequencies lie."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from musicreclass.audio.features.mel_filters import mel_centres_hz
from musicreclass.core.analysis import LIBROSA_MEL
from musicreclass.pipeline.preview.spectrogram_picture import draw
from musicreclass.pipeline.preview.track_preview import Picture
from musicreclass.pipeline.serving.spectrogram_png import MOST_COLUMNS, png_facts
from tests.material import write_audio


def drawn(facts):
    content = base64.b64decode(facts["png"].partition(",")[2])
    return np.asarray(Image.open(io.BytesIO(content)).convert("L"), dtype=int)


def test_a_tone_is_bright_where_its_frequency_is_marked(tmp_path):
    seconds = np.arange(44_100 * 3) / 44_100
    samples = 0.5 * np.sin(2 * np.pi * 2_000 * seconds)[:, None].astype(np.float32)
    facts = png_facts(draw(str(write_audio(tmp_path / "tone.wav", samples=samples))))

    rows = drawn(facts).mean(axis=1)
    (height,) = (one["height"] for one in facts["hz"] if one["hz"] == 2_000)

    assert 1.0 - rows.argmax() / len(rows) == pytest.approx(height, abs=0.02)
    assert rows.max() > 4 * np.median(rows)


def test_a_long_track_is_as_wide_as_a_page_shows():
    bands = tuple(float(hz) for hz in mel_centres_hz(LIBROSA_MEL))
    decibels = np.zeros((len(bands), 2_000), np.uint8)
    decibels[0, 1_000] = 255  # the loudest of those that a column stands for is kept
    facts = png_facts(Picture(decibels, 600.0, bands))

    pixels = drawn(facts)

    assert pixels.shape == (len(bands), MOST_COLUMNS)
    assert pixels[-1, MOST_COLUMNS // 2] == pixels.max() > 200
    assert facts["seconds"] == 600.0
