from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.training.augmentation.augment_mel import augment_mel, masked
from musicreclass.training.config import ChannelAugmentation, Masks

ALWAYS = ChannelAugmentation(share=1.0)


def music(frames=200):
    rng = np.random.default_rng(0)
    mel = rng.normal(-40.0, 10.0, (GTZAN_MEL.n_mels, frames))
    return np.clip(mel - mel.max(), -80.0, 0.0).astype(np.float16)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), frames=st.integers(1, 120))
def test_however_it_was_recorded_it_is_a_mel_of_the_same_range(seed, frames):
    changed = augment_mel(music(frames), GTZAN_MEL, ALWAYS, np.random.default_rng(seed))

    assert changed.dtype == np.float32
    assert changed.shape[0] == GTZAN_MEL.n_mels
    assert abs(changed.shape[1] - frames) <= 1 + ALWAYS.stretch * 1.2 * frames
    assert changed.max() == pytest.approx(0.0, abs=1e-4)
    assert changed.min() >= GTZAN_MEL.lowest_db


def test_the_track_itself_is_not_touched():
    mel = music()
    before = mel.copy()

    augment_mel(mel, GTZAN_MEL, ALWAYS, np.random.default_rng(1))

    np.testing.assert_array_equal(mel, before)


def test_no_share_leaves_all_tracks_as_they_are():
    kept = augment_mel(music(), GTZAN_MEL, replace(ALWAYS, share=0.0), np.random.default_rng(0))

    np.testing.assert_array_equal(kept, music().astype(np.float32))


def test_the_same_seed_records_the_same():
    one, other = (
        augment_mel(music(), GTZAN_MEL, ALWAYS, np.random.default_rng(4)) for _ in range(2)
    )

    np.testing.assert_array_equal(one, other)


def test_recordings_differ_in_the_balance_of_their_bands():
    rng = np.random.default_rng(0)
    curves = [augment_mel(music(), GTZAN_MEL, ALWAYS, rng).mean(axis=1) for _ in range(30)]

    tilts = [curve[100:].mean() - curve[:28].mean() for curve in curves]
    assert np.std(tilts) > 2.0


def test_masks_hide_bars_behind_the_usual_level():
    chunks = np.ones((8, 32, 40), dtype=np.float32)
    filling = np.full(32, -7.0, dtype=np.float32)

    hidden = masked(chunks, filling, Masks(count=2, bands=8, frames=10), np.random.default_rng(0))

    assert set(np.unique(hidden)) == {-7.0, 1.0}
    assert 0.05 < (hidden == -7.0).mean() < 0.8
    assert (chunks == 1.0).all()


def test_no_masks_hide_nothing():
    chunks = np.ones((2, 32, 40), dtype=np.float32)

    assert (
        masked(chunks, np.zeros(32, dtype=np.float32), Masks(count=0), np.random.default_rng(0))
        is chunks
    )
