import numpy as np
import pytest

from musicreclass.core.live.loudness import LOWEST_DB, Loudness, is_silent

RATE = 16_000
SINE = np.sin(2 * np.pi * 440 * np.arange(3 * RATE) / RATE).astype(np.float32)


def test_a_full_sine_lies_three_decibels_below_full_scale():
    found = Loudness.of(SINE)

    assert found.rms_db == pytest.approx(-3.01, abs=0.02)
    assert found.peak_db == pytest.approx(0.0, abs=0.02)


def test_a_shift_away_from_zero_is_no_sound():
    assert Loudness.of(np.full(1000, 0.3, dtype=np.float32)).rms_db == LOWEST_DB


def test_of_nothing_the_loudness_is_the_lowest():
    assert Loudness.of(np.empty(0, dtype=np.float32)) == Loudness()


@pytest.mark.parametrize(
    ("sound", "expected"),
    [
        (0.0 * SINE, True),
        (3e-4 * SINE, True),  # a room through a good microphone
        (0.01 * SINE, False),  # quiet music
        (np.where(np.arange(len(SINE)) < 100, 1.0, 0.0).astype(np.float32), True),  # a click
        (np.where(np.arange(len(SINE)) > 2 * RATE, SINE, 0.0).astype(np.float32), False),
    ],
)
def test_silence_is_told_from_quiet_music(sound, expected):
    assert is_silent(sound, RATE) is expected


def test_a_meter_rises_at_once_and_falls_by_and_by():
    loud, quiet = Loudness(-10.0, -4.0), Loudness(-80.0, -70.0)

    assert quiet.fallen_to(loud, 0.1) == loud
    assert loud.fallen_to(quiet, 0.1) == Loudness(-12.0, -6.0)
    assert loud.fallen_to(quiet, 60.0) == quiet
