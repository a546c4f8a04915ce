"""The 518 features: librosa 0.5.0's numbers, and librosa 0.11 as a slow reference."""

import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

import musicreclass
from musicreclass.audio.features.fma_features import (
    COLUMNS,
    KEPT_BLOCKS,
    SAMPLE_RATE,
    SHORTEST,
    TooShort,
    measure,
)
from tests.audio.golden_signal import golden_signal, golden_values
from tests.audio.librosa_reference import CONSTANT_Q, SHAPE, scales, spectral_rows, summed_up

RATES = (22_050, 44_100, 48_000)


def named(values):
    return dict(zip(COLUMNS, values, strict=True))


def columns(constant_q=None, statistics=None):
    """Return where in a vector the wanted columns are."""
    return [
        position
        for position, (feature, statistic, _) in enumerate(COLUMNS)
        if (constant_q is None or (feature in CONSTANT_Q) == constant_q)
        and (statistics is None or statistic in statistics)
    ]


def music(seed, seconds, noise=0.05, loudness=0.5):
    """Return a few notes that come and go, in noise."""
    random = np.random.default_rng(seed)
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    y = noise * random.standard_normal(len(t))
    for hz, phase, swell in random.uniform((60, 0, 0.5), (3000, 6, 5), (5, 3)):
        y += np.sin(2 * np.pi * hz * t + phase) * np.sin(2 * np.pi * swell * t) ** 2
    return (loudness * y / np.abs(y).max()).astype(np.float32)


@pytest.fixture(scope="module")
def golden_measured():
    return {rate: measure(golden_signal(rate), sample_rate=rate) for rate in RATES}


def test_the_columns_are_those_of_features_csv_in_its_order():
    assert len(COLUMNS) == 518
    assert list(COLUMNS) == sorted(golden_values(44_100))
    assert COLUMNS[0] == ("chroma_cens", "kurtosis", "01")
    assert COLUMNS[-1] == ("zcr", "std", "01")


@pytest.mark.parametrize("rate", RATES)
def test_what_needs_no_constant_q_is_librosa_050s_to_a_ten_thousandth(golden_measured, rate):
    golden = golden_values(rate)
    wanted = np.array([golden[column] for column in COLUMNS])
    positions = columns(constant_q=False)

    assert len(positions) == 308
    np.testing.assert_allclose(golden_measured[rate][positions], wanted[positions], rtol=1e-4)


# The golden values come from a later resampy with a longer filter: hence not nearer.
@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize(
    ("statistics", "tolerance"),
    [({"mean"}, 5e-4), ({"median"}, 1e-3), ({"std"}, 5e-4), (SHAPE, 0.05), ({"min", "max"}, 5e-3)],
)
def test_what_needs_a_constant_q_is_near_librosa_050s(golden_measured, rate, statistics, tolerance):
    golden = golden_values(rate)
    wanted = np.array([golden[column] for column in COLUMNS])
    positions = columns(constant_q=True, statistics=statistics)

    np.testing.assert_allclose(
        golden_measured[rate][positions], wanted[positions], rtol=0, atol=tolerance
    )


def test_notes_and_loudness_survive_resampling(golden_measured):
    """Nothing else does: the other values know the length and the spacing of the bins."""
    resampled = soxr.resample(golden_signal(48_000), 48_000, SAMPLE_RATE, quality="HQ")

    got, wanted = named(measure(resampled)), golden_values(48_000)

    notes = [(f, "mean", n) for f, s, n in COLUMNS if f in CONSTANT_Q and s == "mean"]
    assert [got[note] for note in notes] == pytest.approx([wanted[n] for n in notes], abs=0.006)
    loudness = ("rmse", "mean", "01")
    assert got[loudness] == pytest.approx(wanted[loudness], rel=0.01)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    seconds=st.floats(0.1, 1.2),
    noise=st.sampled_from((0.0, 1e-4, 0.05, 2.0)),
    loudness=st.sampled_from((1e-3, 0.5, 1.0)),
)
def test_any_short_sound_has_the_features_that_librosa_gives_it(seed, seconds, noise, loudness):
    samples = music(seed, seconds, noise, loudness)

    names, wanted = summed_up(spectral_rows(samples))
    is_number = np.isfinite(wanted)
    got = measure(samples)[columns(constant_q=False)]

    assert names == [COLUMNS[position] for position in columns(constant_q=False)]
    deviations = np.abs(got - wanted)[is_number] / (scales(names, wanted)[is_number] + 1e-6)
    # Few frames that hardly differ: their third and fourth powers magnify roundings.
    allowed = np.array([0.01 if statistic in SHAPE else 1e-4 for _, statistic, _ in names])
    np.testing.assert_array_less(deviations, allowed[is_number])


# BLAS rounds products of different shapes differently; nothing else may change.
@pytest.mark.parametrize("block_frames", [1, 7, 64, 300, 4096])
def test_the_size_of_the_blocks_changes_roundings_only(block_frames):
    samples = music(seed=1, seconds=3.0)

    got, wanted = measure(samples, block_frames=block_frames), measure(samples)

    np.testing.assert_allclose(got, wanted, rtol=2e-5, atol=2e-5)


def test_spectra_that_are_not_kept_are_made_again():
    samples = music(seed=2, seconds=2.0)
    size = 2
    assert len(samples) // 512 > size * KEPT_BLOCKS

    got, wanted = measure(samples, block_frames=size), measure(samples)

    np.testing.assert_allclose(got, wanted, rtol=2e-5, atol=2e-5)


@pytest.mark.parametrize("value", [0.0, 0.5, -1.0, 1e-9], ids="{:g}".format)
@pytest.mark.parametrize("count", [SHORTEST, 8820, 44_100])
def test_silence_and_standstill_have_finite_features(value, count):
    got = measure(np.full(count, value, dtype=np.float32))

    assert got.shape == (518,)
    assert np.isfinite(got).all()


def test_silence_has_no_loudness_no_pitch_and_constant_rows():
    got = named(measure(np.zeros(44_100, dtype=np.float32)))

    assert got["rmse", "max", "01"] == got["zcr", "max", "01"] == 0.0
    assert got["chroma_cqt", "max", "01"] == got["chroma_stft", "max", "01"] == 0.0
    assert {got[c] for c in COLUMNS if c[1] == "kurtosis"} == {-3.0}
    assert {got[c] for c in COLUMNS if c[1] in ("skew", "std")} == {0.0}


@pytest.mark.parametrize("loudness", [1e-20, 1e-23, 3e-24, 1e-24, 3e-25])
def test_what_a_decoder_leaves_of_a_fade_out_is_finite(loudness):
    """Its squares are too small for single precision, and neighbours become equal."""
    got = measure(music(seed=7, seconds=0.5, loudness=loudness))

    assert np.isfinite(got).all()


def test_silence_at_both_ends_is_finite():
    quiet = np.zeros(20_000, dtype=np.float32)

    got = measure(np.concatenate((quiet, music(seed=3, seconds=0.5), quiet)))

    assert np.isfinite(got).all()


@pytest.mark.parametrize("count", [SHORTEST, 2049, 3001, 8820, 512 * 20 - 1, 512 * 20])
def test_short_sounds_have_finite_features(count):
    assert np.isfinite(measure(music(seed=4, seconds=1.0)[:count])).all()


@pytest.mark.parametrize("count", [0, 1, SHORTEST - 1])
def test_a_sound_shorter_than_a_frame_is_refused_in_a_sentence(count):
    with pytest.raises(TooShort, match=f"too short to be measured: {count} samples where 2048"):
        measure(np.ones(count, dtype=np.float32))


def test_the_refusal_crosses_processes():
    assert str(pickle.loads(pickle.dumps(TooShort(5)))) == str(TooShort(5))


@pytest.mark.parametrize("nonsense", [np.nan, np.inf])
def test_samples_that_are_no_numbers_are_a_bug_of_the_caller(nonsense):
    samples = music(seed=5, seconds=0.2)
    samples[100] = nonsense

    with pytest.raises(ValueError, match="finite"):
        measure(samples)


def test_the_samples_stay_as_they_are():
    samples = music(seed=6, seconds=0.5)
    before = samples.copy()

    measure(samples)

    np.testing.assert_array_equal(samples, before)


def test_measuring_needs_neither_librosa_nor_numba():
    code = (
        "import sys, numpy\n"
        "from musicreclass.audio.features.fma_features import measure\n"
        "measure(numpy.ones(4096, dtype='float32'))\n"
        "print({'librosa', 'numba', 'scipy', 'torch'} & set(sys.modules))"
    )
    root = Path(musicreclass.__file__).parents[1]

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )

    assert done.stdout.strip() == "set()"
