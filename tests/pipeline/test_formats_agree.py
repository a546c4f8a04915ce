"""The same sound gives the same numbers, whatever file it comes in."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musicreclass.audio.features.fma_features import COLUMNS
from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec, Part
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from tests.material import music, write_audio

WHOLE = AnalysisSpec(Part.WHOLE, 0.0, mels=(GTZAN_MEL,))
LOSSLESS = (".flac", ".aiff", ".alac.m4a", ".wv", ".tta", ".oga")
LOSSY = (".mp3", ".ogg", ".opus", ".m4a", ".wma")

# How far mean, median and deviation may lie from those of the sound before it was compressed:
# absolute for what has a scale of its own, as a share for what is in hertz or loudness. MFCC and
# contrast have no bound: every codec takes away what lies above some 16 kHz, and that is just what
# the former weigh most and the highest band of the latter is about.
BOUNDS = {
    "chroma_cens": 0.02,
    "chroma_cqt": 0.04,
    "chroma_stft": 0.05,
    "tonnetz": 0.01,
    "zcr": 0.05,
    "rmse": 0.2,
    "spectral_bandwidth": 0.8,
    "spectral_centroid": 0.6,
    "spectral_rolloff": 0.6,
}
SHARES = {"rmse", "spectral_bandwidth", "spectral_centroid", "spectral_rolloff"}


def analyzed(path, samples):
    write_audio(path, samples=samples)
    return analyze_file(AnalysisTask(AudioFileRef(str(path), FileStamp.of(path), ""), WHOLE))


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return analyzed(tmp_path_factory.mktemp("original") / "sound.wav", music())


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_what_loses_nothing_gives_the_very_same_numbers(original, tmp_path, suffix):
    same = analyzed(tmp_path / f"sound{suffix}", music())

    np.testing.assert_array_equal(same.features, original.features)
    np.testing.assert_array_equal(same.mels[0], original.mels[0])


@pytest.mark.parametrize("suffix", LOSSY)
def test_what_loses_a_little_gives_nearly_the_same_numbers(original, tmp_path, suffix):
    near = analyzed(tmp_path / f"sound{suffix}", music())

    beyond = [
        (column, float(value), float(expected))
        for column, value, expected in zip(COLUMNS, near.features, original.features, strict=True)
        if column[1] in ("mean", "median", "std")
        and column[0] in BOUNDS
        and _distance(column, value, expected) > 1.0
    ]
    assert beyond == []


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32 - 1), seconds=st.floats(0.5, 3.0))
def test_wav_and_flac_are_one_for_any_music(tmp_path, seed, seconds):
    samples = music(seed, seconds)

    wav, flac = (analyzed(tmp_path / f"sound{suffix}", samples) for suffix in (".wav", ".flac"))

    np.testing.assert_array_equal(wav.features, flac.features)


def _distance(column, value, expected):
    """Return how far two values lie apart, in bounds."""
    scale = max(abs(expected), 1e-6) if column[0] in SHARES else 1.0
    return abs(value - expected) / scale / BOUNDS[column[0]]
