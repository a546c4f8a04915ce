import numpy as np
import pytest

from musicreclass.core.analysis import PIECE_SCALE
from musicreclass.training.augmentation.augment_wave import augment_wave, cut
from musicreclass.training.config import WaveAugmentation

QUIET = WaveAugmentation(polarity_share=0.0, noise_share=0.0)


def rng(seed=0):
    return np.random.default_rng(seed)


def sounds(count=200, samples=300):
    return (0.1 * np.sin(np.arange(samples) / 7.0) * np.ones((count, 1))).astype(np.float32)


def level_db(chunks):
    return 10.0 * np.log10(np.mean(np.square(chunks), axis=1))


def test_chunks_come_from_anywhere_in_the_pieces_where_they_may_be_shifted():
    pieces = np.arange(3 * 400, dtype=np.int16).reshape(3, 400)

    chunks = cut(pieces, 300, 500, rng(), shifts=True) * PIECE_SCALE
    firsts = np.rint(chunks[:, 0]).astype(int)

    assert chunks.shape == (500, 300)
    assert set(firsts // 400) == {0, 1, 2}
    assert (firsts % 400).min() < 5
    assert 95 < (firsts % 400).max() <= 100
    assert np.allclose(np.diff(chunks, axis=1), 1.0, atol=1e-2)


def test_chunks_come_from_the_middle_where_they_may_not():
    pieces = np.arange(3 * 400, dtype=np.int16).reshape(3, 400)

    firsts = cut(pieces, 300, 50, rng(), shifts=False)[:, 0] * PIECE_SCALE

    assert set(np.rint(firsts).astype(int) % 400) == {50}


def test_levels_differ_by_as_many_decibels_as_are_asked_for():
    changed = level_db(augment_wave(sounds(), 6.0, QUIET, rng())) - level_db(sounds())

    assert changed.min() == pytest.approx(-6.0, abs=0.3)
    assert changed.max() == pytest.approx(6.0, abs=0.3)


def test_what_becomes_too_loud_is_clipped_as_a_recorder_would():
    assert np.abs(augment_wave(9.0 * sounds(), 12.0, None, rng())).max() == 1.0


def test_about_half_of_the_chunks_are_turned_upside_down():
    how = WaveAugmentation(noise_share=0.0)

    turned = augment_wave(sounds(), 0.0, how, rng())[:, 9] < 0

    assert 60 < turned.sum() < 140


def test_noise_lies_under_some_chunks_as_far_below_the_sound_as_is_asked_for():
    how = WaveAugmentation(polarity_share=0.0, noise_share=0.5)

    noise = augment_wave(sounds(), 0.0, how, rng()) - sounds()
    is_noisy = np.abs(noise).max(axis=1) > 0
    below = level_db(noise[is_noisy]) - level_db(sounds())[is_noisy]

    assert 60 < is_noisy.sum() < 140
    assert below.min() > how.least_noise_db - 1.0
    assert below.max() < how.most_noise_db + 1.0


def test_nothing_is_changed_where_nothing_is_asked_for():
    np.testing.assert_array_equal(augment_wave(sounds(), 0.0, None, rng()), sounds())
