import subprocess
import sys
import tracemalloc
from dataclasses import replace
from typing import Any

import librosa
import numpy as np
import pytest
import soxr

from musicreclass.audio.features.mel import MelStream, log_mels
from musicreclass.audio.features.mel_filters import mel_bank, mel_centres_hz
from musicreclass.core.analysis import GTZAN_MEL, LIBROSA_MEL, MelSpec

SPECS = [
    LIBROSA_MEL,
    MelSpec(16_000, 512, 256, 96),
    MelSpec(16_000, 512, 160, 64, scale="htk"),
    MelSpec(22_050, 1024, 512, 128, fmin=30.0, fmax=8000.0, reference=1.0),
    MelSpec(44_100, 2048, 512, 128, pad="mirror", reference=1.0),
    MelSpec(32_000, 1024, 320, 64, 50.0, 14_000.0, pad="mirror", reference=1.0, top_db=None),
    MelSpec(22_050, 2048, 512, 128, is_area_normed=False, floor=1e-6),
    MelSpec(16_000, 400, 160, 80, scale="htk", pad="none"),
    MelSpec(8_000, 255, 100, 20),
]
PADS: Any = {"zeros": "constant", "mirror": "reflect", "none": "constant"}


def music(seconds, rate):
    """Return tones, noise that comes and goes, and a pause: loud and faint side by side."""
    time = np.arange(round(seconds * rate)) / rate
    tones = sum(0.2 / k * np.sin(2 * np.pi * 220 * k * time) for k in (1, 2, 3, 7))
    noise = 0.1 * np.random.default_rng(2).standard_normal(len(time))
    return ((tones + noise * np.sin(3 * time) ** 2) * (time % 2 < 1.9)).astype(np.float32)


def reference_mel(samples, spec):
    power = librosa.feature.melspectrogram(
        y=samples,
        sr=spec.sample_rate,
        n_fft=spec.n_fft,
        hop_length=spec.hop,
        n_mels=spec.n_mels,
        fmin=spec.fmin,
        fmax=spec.fmax,
        htk=spec.scale == "htk",
        norm="slaney" if spec.is_area_normed else None,
        pad_mode=PADS[spec.pad],
        center=spec.pad != "none",
    )
    reference = np.max if spec.reference == "max" else spec.reference
    return librosa.power_to_db(power, ref=reference, amin=spec.floor, top_db=spec.top_db)


@pytest.mark.parametrize("spec", SPECS, ids=str)
@pytest.mark.parametrize("seconds", [5.0, 0.3])
def test_a_mel_is_that_of_librosa(spec, seconds):
    samples = music(seconds, spec.sample_rate)

    mel = log_mels(samples, spec.sample_rate, [spec])[spec]

    expected = reference_mel(samples, spec)
    assert mel.shape == expected.shape == (spec.n_mels, spec.frame_count(len(samples)))
    assert mel.dtype == np.float32
    np.testing.assert_allclose(mel, expected, atol=1e-4)


@pytest.mark.filterwarnings("ignore:n_fft=:UserWarning")  # librosa's doubt about so short a sound
@pytest.mark.parametrize("n_samples", [1, 100, 1025, 2047])
def test_a_sound_shorter_than_a_frame_has_a_mel_too(n_samples):
    samples = music(1.0, 22_050)[-n_samples:] + np.float32(0.1)

    mel = log_mels(samples, 22_050, [LIBROSA_MEL])[LIBROSA_MEL]

    np.testing.assert_allclose(mel, reference_mel(samples, LIBROSA_MEL), atol=1e-4)


@pytest.mark.parametrize("pad", ["zeros", "mirror", "none"])
@pytest.mark.parametrize("n_samples", [0, 1, 5, 511])
def test_hardly_any_sound_does_no_harm(pad, n_samples):
    spec = MelSpec(16_000, 512, 256, 40, pad=pad)

    mel = log_mels(np.ones(n_samples, dtype=np.float32), 16_000, [spec])[spec]

    assert mel.shape == (40, spec.frame_count(n_samples))
    assert np.isfinite(mel).all()


def test_a_mel_at_another_rate_is_that_of_the_resampled_sound():
    samples = music(3.0, 44_100)

    mel = log_mels(samples, 44_100, [LIBROSA_MEL])[LIBROSA_MEL]

    expected = reference_mel(soxr.resample(samples, 44_100, 22_050), LIBROSA_MEL)
    np.testing.assert_allclose(mel, expected, atol=1e-3)


def test_a_thinned_mel_is_the_whole_one_without_the_frames_between():
    samples = music(30.0, 22_050)

    mels = log_mels(samples, 22_050, [GTZAN_MEL, LIBROSA_MEL])

    kept = np.rint((np.arange(2, 723) / 724) * 1292.5 + 1).astype(int)
    np.testing.assert_array_equal(mels[GTZAN_MEL][:, :721], mels[LIBROSA_MEL][:, kept])


@pytest.mark.parametrize("n_samples", [1, 2048, 5000])
def test_of_a_short_sound_one_frame_is_kept(n_samples):
    samples = music(1.0, 22_050)[:n_samples]

    mel = log_mels(samples, 22_050, [GTZAN_MEL])[GTZAN_MEL]

    assert mel.shape[1] >= 1


def test_several_mels_at_once_are_those_one_by_one():
    samples = music(2.0, 44_100)

    together = log_mels(samples, 44_100, SPECS)

    alone = {spec: log_mels(samples, 44_100, [spec])[spec] for spec in SPECS}
    assert together.keys() == alone.keys()
    assert all(np.array_equal(together[spec], alone[spec]) for spec in SPECS)


@pytest.mark.parametrize("piece", [1, 300, 4096, 50_000])
def test_pieces_make_the_mel_of_the_whole(piece):
    samples = music(0.5, 22_050)
    wanted = [LIBROSA_MEL, replace(LIBROSA_MEL, pad="mirror"), MelSpec(16_000, 512, 256, 96)]
    stream = MelStream(22_050, wanted)

    for start in range(0, len(samples), piece):
        stream.add(samples[start : start + piece])
    found = stream.finish()

    whole = log_mels(samples, 22_050, wanted)
    for spec in wanted:
        np.testing.assert_allclose(found[spec], whole[spec], atol=1e-4)


def test_memory_holds_the_bands_and_not_the_spectra():
    minute = np.random.default_rng(0).standard_normal(60 * 22_050).astype(np.float32)

    tracemalloc.start()
    mel = log_mels(minute, 22_050, [LIBROSA_MEL])[LIBROSA_MEL]
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak_bytes < 3 * mel.nbytes + 8e6  # all spectra together are 21 MB in single precision


def test_silence_is_dark():
    silence = np.zeros(22_050, dtype=np.float32)

    found = log_mels(silence, 22_050, [LIBROSA_MEL, replace(LIBROSA_MEL, top_db=None)])

    assert [set(np.unique(mel)) for mel in found.values()] == [{-80.0}, {-100.0}]


def test_what_is_no_number_is_silence():
    samples = music(1.0, 22_050)
    samples[5000:5003] = np.nan, np.inf, -1e30
    cleaned = samples.copy()
    cleaned[5000:5003] = 0.0

    mel = log_mels(samples, 22_050, [LIBROSA_MEL])[LIBROSA_MEL]

    assert np.array_equal(mel, log_mels(cleaned, 22_050, [LIBROSA_MEL])[LIBROSA_MEL])


def test_a_mel_does_not_change_the_sound():
    samples = music(1.0, 22_050)
    before = samples.copy()

    log_mels(samples, 22_050, SPECS)

    assert np.array_equal(samples, before)


@pytest.mark.parametrize("spec", SPECS, ids=str)
def test_the_filters_are_those_of_librosa(spec):
    bank = mel_bank(spec).bands(np.eye(1 + spec.n_fft // 2, dtype=np.float32))

    expected = librosa.filters.mel(
        sr=spec.sample_rate,
        n_fft=spec.n_fft,
        n_mels=spec.n_mels,
        fmin=spec.fmin,
        fmax=spec.fmax,
        htk=spec.scale == "htk",
        norm="slaney" if spec.is_area_normed else None,
    )
    np.testing.assert_allclose(bank.T, expected, atol=1e-7)


@pytest.mark.parametrize("scale", ["slaney", "htk"])
def test_a_tone_is_loudest_in_the_band_around_it(scale):
    spec = MelSpec(22_050, 2048, 512, 64, scale=scale)
    tone = np.sin(2 * np.pi * 1500 * np.arange(22_050) / 22_050).astype(np.float32)

    mel = log_mels(tone, 22_050, [spec])[spec]

    nearest = np.abs(mel_centres_hz(spec) - 1500).argmin()
    assert mel[:, 20].argmax() == nearest


@pytest.mark.parametrize(
    "change",
    [{"hop": 0}, {"n_mels": -1}, {"fmax": 20_000.0}, {"fmin": 12_000.0}, {"hop": 4096}],
)
def test_an_impossible_spec_is_refused(change):
    with pytest.raises(ValueError, match="MelSpec"):
        replace(LIBROSA_MEL, **change)


def test_analysis_loads_neither_librosa_nor_numba():
    code = (
        "import sys, musicreclass.audio.features.mel, musicreclass.audio.decoding.decode;"
        "print(sorted({'librosa', 'numba'} & set(sys.modules)))"
    )

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "[]"
