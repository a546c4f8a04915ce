"""How far notes lie from A = 440 Hz: tones of known tuning, and librosa's own search."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musicreclass.audio.features.stft import Stretch, frame_count, magnitudes
from musicreclass.audio.features.tuning import Peaks, peaks, searched_bins, tuning
from tests.audio.librosa_reference import old_tuning

RATE = 44_100


def spectra_of(samples):
    return magnitudes(Stretch(samples, 0, len(samples)), 0, frame_count(len(samples)))


def peaks_of(samples, rate=RATE):
    return peaks(spectra_of(samples), searched_bins(rate))


def notes(semitones, seconds=1.0, noise=0.0, seed=0):
    """Return tones, counted in semitones from A = 440 Hz, in noise."""
    t = np.arange(round(seconds * RATE)) / RATE
    y = noise * np.random.default_rng(seed).standard_normal(len(t))
    return sum((np.sin(2 * np.pi * 440.0 * 2 ** (n / 12) * t) for n in semitones), y).astype("f4")


@pytest.mark.parametrize("cents", [-40, -25, -10, 0, 10, 33])
def test_notes_that_are_off_alike_tell_the_tuning(cents):
    scale = np.array([-12, 0, 7, 12, 16, 24]) + cents / 100

    found = tuning([peaks_of(notes(scale, noise=1e-3))], RATE)

    assert found == pytest.approx(cents / 100, abs=0.04)


def test_pitches_are_searched_from_150_to_4000_hz():
    assert searched_bins(22_050) == range(14, 372)
    assert searched_bins(44_100) == range(7, 186)


def test_silence_has_no_tuning():
    assert tuning([peaks_of(np.zeros(RATE, dtype=np.float32))], RATE) == 0.0


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    noise=st.sampled_from((1e-3, 0.1, 3.0)),
    cents=st.floats(-0.5, 0.5),
)
def test_it_is_the_hundredth_that_librosa_finds(seed, noise, cents):
    samples = notes(np.array([-20, -3, 4, 9, 17]) + cents, 0.7, noise, seed)
    spectra = spectra_of(samples)

    found = peaks(spectra, range(7, 372))

    of_power = tuning([found], 22_050, of_power=True)
    magnitude = spectra[:, :1025].T
    assert tuning([found], RATE) == pytest.approx(old_tuning(S=magnitude, sr=RATE))
    assert of_power == pytest.approx(old_tuning(S=magnitude**2, sr=22_050))


def test_blocks_count_together():
    found = peaks_of(notes([0.2, 7.2, 12.2], noise=0.3))
    halves = [found.where(np.arange(len(found.bin)) % 2 == odd) for odd in (0, 1)]

    assert tuning(halves * 100, RATE) == tuning([found], RATE)


def test_nothing_is_counted_above_49_hundredths():
    """librosa 0.5.0 had 99 bins by mistake; today's has 100."""
    # Three peaks 0.495 semitones sharp, one that is in tune.
    hz = np.array([*(440.0 * 2 ** (0.495 / 12 + octave) for octave in (0, 1, 2)), 880.0])
    positions = hz * 2048 / RATE
    found = _peaks_at(positions)

    assert tuning([found], RATE) == 0.0


def _peaks_at(positions):
    """Return peaks whose parabolas have their tops at `positions`, counted in bins."""
    bins = np.rint(positions)
    before, here, after = (10 - (bins + step - positions) ** 2 for step in (-1, 0, 1))
    values = (v.astype(np.float32) for v in (before, here, after, np.full(len(positions), 10.0)))
    return Peaks(bins.astype(np.int16), *values)
