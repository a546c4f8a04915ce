import numpy as np
import pytest

from musicreclass.audio.features.running_spectrum import BANDS, COLUMNS_PER_SECOND, RunningSpectrum

RATES = (8_000, 16_000, 44_100, 48_000, 96_000)


def sine(hz, rate, seconds=1.0):
    return (0.5 * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)).astype("f4")


@pytest.mark.parametrize("rate", RATES)
def test_a_tone_is_brightest_in_its_own_band(rate):
    spectrum = RunningSpectrum(rate)

    columns = spectrum.add(sine(1000, rate))

    loudest = columns.mean(axis=1).argmax()
    assert spectrum.band_hz[loudest] == pytest.approx(1000, rel=0.1)
    assert columns.shape[0] == BANDS


@pytest.mark.parametrize("rate", RATES)
def test_a_minute_has_so_many_columns_a_second_however_it_comes(rate):
    spectrum, sound = RunningSpectrum(rate), sine(500, rate, 5.0)

    parts = [spectrum.add(sound[at : at + 777]) for at in range(0, len(sound), 777)]

    assert np.concatenate(parts, axis=1).shape[1] == pytest.approx(5 * COLUMNS_PER_SECOND, abs=2)


def test_columns_are_the_same_however_the_sound_comes():
    sound, whole, parts = sine(700, 16_000), RunningSpectrum(16_000), RunningSpectrum(16_000)

    in_parts = [parts.add(sound[at : at + 333]) for at in range(0, len(sound), 333)]

    assert np.array_equal(whole.add(sound), np.concatenate(in_parts, axis=1))


def test_silence_is_dark():
    assert RunningSpectrum(16_000).add(np.zeros(16_000, dtype=np.float32)).max() == 0
