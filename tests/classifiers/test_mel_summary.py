import numpy as np
import pytest

from musicreclass.classifiers.mel_summary import columns, feature_set, summarise
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import GTZAN_MEL, MelSpec

N_MELS = GTZAN_MEL.n_mels


def noise(frames=720, seed=0):
    return np.random.default_rng(seed).normal(-40.0, 8.0, (N_MELS, frames)).clip(-80.0, 0.0)


def beating(hertz, frames=720):
    """Return a mel whose bands rise and fall `hertz` times a second."""
    time = np.arange(frames) / GTZAN_MEL.frames_per_second
    return np.tile(-40.0 + 20.0 * np.sin(2 * np.pi * hertz * time), (N_MELS, 1))


def numbers(mel, prefix):
    summary = dict(zip(columns(), summarise(mel, GTZAN_MEL), strict=True))
    return np.array([value for name, value in summary.items() if name.startswith(prefix)])


def test_every_number_has_a_name_of_its_own():
    assert len(summarise(noise(), GTZAN_MEL)) == len(set(columns())) == len(feature_set().columns)


@pytest.mark.parametrize("frames", [1, 2, 3, 30, 128, 2000])
def test_sound_of_any_length_has_finite_numbers(frames):
    assert np.isfinite(summarise(noise(frames), GTZAN_MEL)).all()


def test_silence_has_finite_numbers():
    assert np.isfinite(summarise(np.full((N_MELS, 300), -80.0), GTZAN_MEL)).all()


def test_half_precision_as_kept_in_the_cache_changes_next_to_nothing():
    mel = noise()

    kept = summarise(mel.astype(np.float16), GTZAN_MEL)

    np.testing.assert_allclose(kept, summarise(mel, GTZAN_MEL), atol=0.05)


@pytest.mark.parametrize(("hertz", "pace"), [(1.0, "0.7-1.2"), (3.0, "2.5-3.5"), (8.0, "7.0-9.0")])
def test_a_beat_shows_at_its_pace(hertz, pace):
    mel = beating(hertz)

    strengths = {name: numbers(mel, f"rhythm.{name}").mean() for name in (pace, "5.0-7.0")}

    assert strengths[pace] > strengths["5.0-7.0"] + 3.0


def test_a_single_tone_stands_out_where_it_is():
    mel = np.full((N_MELS, 100), -60.0)
    mel[21] = -10.0

    tones = numbers(mel, "tones.mean")

    assert tones.argmax() == 10
    assert tones[10] > 10.0 * np.delete(tones, 10).max()


def test_loudness_moves_nothing_but_the_level():
    mel = noise()

    names = [
        n
        for n, a, b in zip(
            columns(), summarise(mel, GTZAN_MEL), summarise(mel - 6.0, GTZAN_MEL), strict=True
        )
        if abs(a - b) > 1e-3
    ]

    assert names == [f"cepstrum.{s}.01" for s in ("mean", "median", "min", "max")]


@pytest.mark.parametrize(
    "mel",
    [np.zeros((N_MELS, 0)), np.zeros((64, 50)), np.zeros(50), np.full((N_MELS, 50), np.nan)],
    ids=["empty", "other bands", "no picture", "no numbers"],
)
def test_what_cannot_be_summed_up_is_refused(mel):
    with pytest.raises(UnfitSound, match="hear the track again"):
        summarise(mel, GTZAN_MEL)


def test_other_mels_can_be_summed_up_too():
    spec = MelSpec(16_000, 512, 256, 96)

    assert np.isfinite(summarise(np.zeros((96, 40)), spec)).all()


def test_a_mel_of_few_bands_can_be_summed_up_too():
    spec = MelSpec(8_000, 512, 400, 20)

    assert np.isfinite(summarise(np.zeros((20, 40)), spec)).all()
