import numpy as np
import pytest

from musicreclass.audio.decoding.altered import altered
from musicreclass.audio.decoding.waveform import Source, Waveform
from musicreclass.core.analysis import Alteration, AlterationKind

RATE = 22_050
SOURCE = Source(RATE, 1, 4.0, "pcm", "libsndfile")


def tones(*hz, seconds=4.0):
    time = np.arange(round(seconds * RATE)) / RATE
    samples = sum(0.2 * np.sin(2 * np.pi * one * time) for one in hz)
    return Waveform(samples.astype(np.float32), RATE, 10.0, SOURCE)


def changed(waveform, kind, amount):
    return altered(waveform, Alteration(kind, amount), np.random.default_rng(0))


def level_at(waveform, hz):
    spectrum = np.abs(np.fft.rfft(waveform.samples * np.hanning(len(waveform.samples))))
    at = round(hz * len(waveform.samples) / RATE)
    return 20 * np.log10(spectrum[at - 2 : at + 3].max() + 1e-9)


def test_some_seconds_are_those_in_the_middle():
    found = changed(tones(440.0), AlterationKind.SECONDS, 1.0)

    assert found.seconds == pytest.approx(1.0)
    assert found.start_seconds == pytest.approx(11.5)


def test_a_sound_that_is_shorter_stays_as_it_is():
    sound = tones(440.0)

    assert np.array_equal(changed(sound, AlterationKind.SECONDS, 30.0).samples, sound.samples)


def test_noise_lies_so_many_decibels_below_the_sound():
    sound = tones(440.0)

    noise = changed(sound, AlterationKind.NOISE, 20.0).samples - sound.samples

    gap = 20 * np.log10(sound.samples.std() / noise.std())
    assert gap == pytest.approx(20.0, abs=0.2)


@pytest.mark.parametrize(
    ("kind", "amount", "lost", "left"),
    [(AlterationKind.LOW_PASS, 4_000.0, 8_000, 500), (AlterationKind.HIGH_PASS, 200.0, 50, 500)],
)
def test_a_filter_takes_away_what_lies_beyond_it_and_nothing_else(kind, amount, lost, left):
    sound = tones(50, 500, 8_000)

    found = changed(sound, kind, amount)

    assert level_at(found, lost) < level_at(sound, lost) - 40.0
    assert level_at(found, left) == pytest.approx(level_at(sound, left), abs=0.2)


def test_what_is_faster_is_shorter_and_higher():
    found = changed(tones(500.0), AlterationKind.SPEED, 1.1)

    assert found.seconds == pytest.approx(4.0 / 1.1, abs=0.01)
    assert level_at(found, 550) > level_at(found, 500) + 20.0


def test_an_amount_of_nothing_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        Alteration(AlterationKind.SECONDS, 0.0)
