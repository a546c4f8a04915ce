import numpy as np
import pytest

from musicreclass.training.augmentation.augment_audio import augment_audio, played
from musicreclass.training.config import AudioAugmentation, UnfitTrainingConfig

RATE = 22_050


def tone(hz=440.0, seconds=2.0):
    return (0.5 * np.sin(2 * np.pi * hz * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)


def pitch_of(samples):
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return np.argmax(spectrum) * RATE / len(samples)


@pytest.mark.parametrize("pace", [0.9, 1.0, 1.1])
@pytest.mark.parametrize("semitones", [-2.0, 0.0, 0.7])
def test_pace_and_pitch_are_moved_apart_from_each_other(pace, semitones):
    sound = played(tone(), pace, semitones)

    assert len(sound) == pytest.approx(2.0 * RATE / pace, rel=0.003)
    assert pitch_of(sound) == pytest.approx(440.0 * 2 ** (semitones / 12), rel=0.003)
    assert sound.std() == pytest.approx(tone().std(), rel=1e-3)


def test_the_same_random_numbers_play_the_same():
    one, other = (
        augment_audio(tone(), AudioAugmentation(), np.random.default_rng(2)) for _ in range(2)
    )

    np.testing.assert_array_equal(one, other)


def test_every_playing_is_another():
    rng = np.random.default_rng(0)

    lengths = {len(augment_audio(tone(), AudioAugmentation(), rng)) for _ in range(5)}

    assert len(lengths) == 5


def test_noise_is_as_loud_as_the_sound_lets_it_be():
    still = AudioAugmentation(stretch=0.0, semitones=0.0, noise=0.1)

    noise = augment_audio(tone(), still, np.random.default_rng(1)) - played(tone(), 1, 0)

    assert 0.0 < noise.std() < 0.1 * tone().std() * 1.05


@pytest.mark.parametrize("length", [0, 1, 500])
def test_a_sound_too_short_for_that_is_played_as_it_is(length):
    sound = augment_audio(tone()[:length], AudioAugmentation(), np.random.default_rng(0))

    assert len(sound) == length
    assert np.isfinite(sound).all()


def test_the_sound_itself_is_not_touched():
    sound = tone()

    augment_audio(sound, AudioAugmentation(), np.random.default_rng(0))

    np.testing.assert_array_equal(sound, tone())


def test_silence_stays_silence():
    sound = augment_audio(tone() * 0.0, AudioAugmentation(), np.random.default_rng(0))

    assert not sound.any()


def test_what_nobody_could_play_is_refused():
    with pytest.raises(UnfitTrainingConfig, match="12 semitones"):
        AudioAugmentation(semitones=20.0)
