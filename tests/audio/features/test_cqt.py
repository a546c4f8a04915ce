"""The constant-Q chroma: right notes, right tuning, and librosa's values."""

import numpy as np
import pytest

from musicreclass.audio.features.chroma import by_largest, cens, tonal_centroid
from musicreclass.audio.features.cqt import constant_q_chroma
from musicreclass.audio.features.stft import Stretch, frame_count, magnitudes
from musicreclass.audio.features.tuning import peaks, searched_bins, tuning
from tests.audio.librosa_reference import constant_q_rows

RATE = 44_100
C4_HZ = 440.0 * 2 ** (-9 / 12)


def tone(semitones_above_c4, seconds=1.0, rate=RATE):
    hz = C4_HZ * 2 ** (semitones_above_c4 / 12)
    return (0.5 * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)).astype("f4")


def chords(seconds, rate=RATE):
    """Return three chords over a bass, each half a second, in a little noise."""
    noise = 0.003 * np.random.default_rng(0).standard_normal(round(seconds * rate))
    at = np.arange(len(noise)) * 2 // rate % 3
    chords = (-24, 0, 4, 7), (-19, 5, 9, 12), (-17, 7, 11, 14)
    tones = [sum(tone(note, seconds, rate) for note in chord) for chord in chords]
    return (np.choose(at, tones) / 2 + noise).astype("f4")


def tuning_of(samples, rate):
    spectra = magnitudes(Stretch(samples, 0, len(samples)), 0, frame_count(len(samples)))
    return tuning([peaks(spectra, searched_bins(rate))], rate)


@pytest.mark.parametrize("octave", [-3, 0, 3])
@pytest.mark.parametrize("note", range(12))
def test_a_tone_is_found_in_its_pitch_class(note, octave):
    chroma = constant_q_chroma(tone(note + 12 * octave), RATE, 0.0)

    assert set(chroma.argmax(axis=1)[20:-20]) == {note}


def test_the_filters_follow_the_tuning():
    sharp = tone(0.4)

    untuned, tuned = (constant_q_chroma(sharp, RATE, t)[40] for t in (0.0, 0.4))

    assert tuned[0] > untuned[0]
    assert tuned[0] / tuned.sum() > untuned[0] / untuned.sum()


def test_a_louder_tone_has_the_same_size_in_each_octave():
    sizes = [constant_q_chroma(tone(12 * octave), RATE, 0.0)[40, 0] for octave in (-2, -1, 0, 1, 2)]

    # In librosa's scaling a filter of twice the length answers with sqrt(2) times the size.
    ratios = np.divide(sizes[:-1], sizes[1:])
    assert ratios == pytest.approx([2**0.5] * 4, rel=0.02)


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000])
def test_it_is_librosas_but_for_the_filter_between_octaves(rate):
    samples = chords(4.0, rate)
    wanted = constant_q_rows(samples, rate)

    spectrum = constant_q_chroma(samples, rate, tuning_of(samples, rate))

    smooth = cens(spectrum)
    got = {
        "chroma_cqt": by_largest(spectrum),
        "chroma_cens": smooth,
        "tonnetz": tonal_centroid(smooth),
    }
    means = {name: rows.mean(axis=0) for name, rows in got.items()}
    assert means == {name: pytest.approx(wanted[name].mean(axis=1), abs=0.015) for name in got}


@pytest.mark.parametrize("block_frames", [1, 7, 100, 1000])
def test_pieces_fit_together_without_a_seam(block_frames):
    samples = chords(3.0)

    got = constant_q_chroma(samples, RATE, 0.1, block_frames)

    wanted = constant_q_chroma(samples, RATE, 0.1)
    np.testing.assert_allclose(got, wanted, rtol=0, atol=2e-6 * wanted.max())


@pytest.mark.parametrize(
    ("count", "more"), [(512 * 40, 0), (512 * 40 + 1, 0), (512 * 41 - 2, 0), (512 * 41 - 1, 1)]
)
def test_rounding_up_the_octaves_may_add_a_frame(count, more):
    chroma = constant_q_chroma(chords(1.0)[:count], RATE, 0.0)

    assert len(chroma) == frame_count(count) + more


@pytest.mark.parametrize("count", [2048, 2049, 5000])
def test_a_sound_shorter_than_the_longest_filter_is_mirrored(count):
    chroma = constant_q_chroma(tone(0)[:count], RATE, 0.0)

    assert np.isfinite(chroma).all()
    assert chroma.min() >= 0.0


def test_silence_is_zero_and_stays_zero():
    chroma = constant_q_chroma(np.zeros(RATE, dtype=np.float32), RATE, 0.0)

    assert not chroma.any()
    assert not by_largest(chroma).any()
    assert not cens(chroma).any()
    assert not tonal_centroid(cens(chroma)).any()
