"""Parts of a sound: what lies beyond the ends, and the same sound at half its rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.audio.features.halving import halved, read_range
from musicreclass.audio.features.stft import Stretch, mirror_range

RATE = 44_100


def whole(samples):
    return Stretch(np.asarray(samples, dtype=np.float32), 0, len(samples))


def part(samples, low, high):
    return Stretch(np.asarray(samples[low:high], dtype=np.float32), low, len(samples))


@given(length=st.integers(1, 40), before=st.integers(0, 90), after=st.integers(0, 90))
def test_mirrored_is_what_numpy_calls_reflected(length, before, after):
    samples = np.arange(length, dtype=np.float32)

    got = whole(samples).mirrored(-before, length + after)

    np.testing.assert_array_equal(got, np.pad(samples, (before, after), mode="reflect"))


@given(length=st.integers(1, 60), start=st.integers(-50, 50), size=st.integers(1, 80))
def test_a_part_needs_no_more_than_its_mirror_range(length, start, size):
    samples = np.arange(length, dtype=np.float32)
    start = min(start, length - 1)
    low, high = mirror_range(start, start + size, length)

    got = part(samples, low, high).mirrored(start, start + size)

    np.testing.assert_array_equal(got, whole(samples).mirrored(start, start + size))


def test_an_excerpt_inside_is_not_copied():
    samples = np.arange(10, dtype=np.float32)

    assert np.shares_memory(whole(samples).mirrored(2, 8), samples)
    assert np.shares_memory(whole(samples).silenced(2, 8), samples)


def test_beyond_what_is_there_lies_silence():
    np.testing.assert_array_equal(whole([1, 2]).silenced(-2, 4), [0, 0, 1, 2, 0, 0])
    np.testing.assert_array_equal(part([1, 2, 3, 4], 1, 3).silenced(0, 4), [0, 2, 3, 0])
    np.testing.assert_array_equal(whole([1, 2]).silenced(5, 7), [0, 0])


def at_half_rate(samples):
    sound = whole(samples)
    return halved(sound, 0, -(-sound.length // 2)).samples


@pytest.mark.parametrize("hz", [20.0, 1000.0, 6000.0])
def test_a_tone_that_fits_keeps_its_energy(hz):
    tone = np.sin(2 * np.pi * hz * np.arange(20_000) / RATE)

    got = at_half_rate(tone)

    np.testing.assert_allclose(got[50:-50], np.sqrt(2) * tone[::2][50:-50], atol=2e-3)


@pytest.mark.parametrize("hz", [13_000.0, 16_000.0, 20_000.0])
def test_a_tone_that_does_not_fit_is_gone(hz):
    tone = np.sin(2 * np.pi * hz * np.arange(20_000) / RATE)

    assert np.abs(at_half_rate(tone)[50:-50]).max() < 0.003


@pytest.mark.parametrize("length", [1, 2, 3, 62, 1001, 40_000, 40_001])
def test_an_odd_last_sample_is_left_out_as_the_resampler_does(length):
    got = at_half_rate(np.ones(length))

    assert len(got) == -(-length // 2)
    assert (got[-1] == 0.0) == (length % 2 == 1)


@given(low=st.integers(0, 1800), size=st.integers(1, 700), length=st.integers(5000, 5003))
def test_a_part_halved_is_the_part_of_the_halved(low, size, length):
    samples = np.random.default_rng(0).standard_normal(length).astype("f4")
    high = low + size

    got = halved(part(samples, *read_range(low, high, length)), low, high).samples

    np.testing.assert_allclose(got, at_half_rate(samples)[low:high], atol=2e-6)
