import os

import numpy as np
import pytest
import soundfile
import soxr

from musicreclass.audio.decoding import decode as decode_module
from musicreclass.audio.decoding.decode import DecodeError, Remark, Source, blocks, decode, probe
from tests.audio.sounds import ENDINGS, RATE, dsf_bytes, save, sound

# How far the sound lies behind the original, in samples: what each format says of encoder delay.
DELAYS = {".aac": 1024, ".ac3": 256, ".wma": -2048}
# How far off an excerpt may begin, in seconds, where containers cannot say where they are.
INEXACT = {".wma": 0.001, ".mka": 0.001, ".ac3": 0.035}
EXACT = tuple(ending for ending in ENDINGS if ending not in INEXACT)


def mono(samples):
    return samples.mean(axis=1)


def lag(found, original):
    """Return by how many samples `found` comes later than `original`."""
    wanted = original[8192 : 8192 + 16384]
    product = np.correlate(found[: 8192 + 16384 + 8192], wanted, mode="valid")
    return int(np.argmax(product)) - 8192


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_gives_the_sound_that_went_in(tmp_path, ending):
    original = sound(2.0)
    path = save(tmp_path / f"a{ending}", original)

    analysis = decode(path, sample_rate=RATE)

    assert analysis.sample_rate == RATE
    assert analysis.seconds == pytest.approx(2.0, abs=0.06)
    assert analysis.remarks == ()
    assert lag(analysis.samples, mono(original)) == pytest.approx(DELAYS.get(ending, 0), abs=1)


def test_dsd_is_decoded_as_music(tmp_path):
    path = tmp_path / "a.dsf"
    original = mono(sound(0.4))
    path.write_bytes(dsf_bytes(original))

    analysis = decode(path, sample_rate=RATE)

    assert probe(path).sample_rate == 352_800
    assert analysis.remarks == ()
    shared = slice(1000, 15_000)
    assert np.corrcoef(analysis.samples[shared], original[shared])[0, 1] > 0.95


@pytest.mark.parametrize("ending", EXACT)
@pytest.mark.parametrize("sample_rate", [None, 16_000, 96_000])
def test_an_excerpt_has_the_very_samples_of_the_whole(tmp_path, ending, sample_rate):
    path = save(tmp_path / f"a{ending}", sound(5.0))
    whole = decode(path, sample_rate=sample_rate)

    part = decode(path, sample_rate=sample_rate, start_seconds=3.1234, seconds=0.7)

    first = round(3.1234 * whole.sample_rate)
    assert part.start_seconds == first / whole.sample_rate
    assert len(part.samples) == round(0.7 * whole.sample_rate)
    expected = whole.samples[first : first + len(part.samples)]
    np.testing.assert_allclose(part.samples, expected, atol=2e-6)


@pytest.mark.parametrize("ending", INEXACT)
def test_an_excerpt_begins_within_the_stated_bound(tmp_path, ending):
    path = save(tmp_path / f"a{ending}", sound(5.0))
    whole = decode(path)

    part = decode(path, start_seconds=3.0, seconds=1.0)

    expected = whole.samples[round(3.0 * whole.sample_rate) :]
    assert abs(lag(part.samples, expected)) <= INEXACT[ending] * whole.sample_rate + 1


@pytest.fixture
def untagged_mp3(tmp_path):
    """An MP3 of five dense and ten thin seconds, whose size misleads about its length."""
    bare = {"write_xing": "0", "id3v2_version": "0"}
    dense = save(tmp_path / "1.mp3", sound(5.0), options=bare, bits_per_second=320_000)
    thin = save(tmp_path / "2.mp3", sound(10.0), options=bare, bits_per_second=64_000)
    dense.write_bytes(dense.read_bytes() + thin.read_bytes())
    return dense


def test_an_mp3_of_varying_rate_and_unknown_length_is_decoded_to_its_end(untagged_mp3):
    analysis = decode(untagged_mp3)

    assert analysis.seconds == pytest.approx(15.0, abs=0.1)
    assert analysis.source.seconds is None
    assert analysis.remarks == ()


def test_an_mp3_of_varying_rate_and_unknown_length_is_cut_exactly(untagged_mp3):
    whole = decode(untagged_mp3)

    part = decode(untagged_mp3, start_seconds=11.5, seconds=1.0)

    first = round(11.5 * RATE)
    np.testing.assert_allclose(part.samples, whole.samples[first : first + RATE], atol=1e-6)


def test_an_mp3_joined_from_two_is_decoded_to_its_end(tmp_path):
    first, second = save(tmp_path / "1.mp3", sound(3.0)), save(tmp_path / "2.mp3", sound(2.0))
    first.write_bytes(first.read_bytes() + second.read_bytes())

    assert decode(first).seconds == pytest.approx(5.0, abs=0.1)


def test_resampling_is_that_of_soxr(tmp_path):
    original = sound(3.0, channels=1)
    soundfile.write(tmp_path / "a.wav", original, RATE, subtype="FLOAT")

    analysis = decode(tmp_path / "a.wav", sample_rate=22_050)

    expected = soxr.resample(original[:, 0], RATE, 22_050, quality="HQ")
    np.testing.assert_allclose(analysis.samples, expected, atol=1e-6)


@pytest.mark.parametrize("sample_rate", [None, 16_000])
def test_blocks_join_to_the_whole(tmp_path, sample_rate):
    path = save(tmp_path / "a.flac", sound(3.0))
    whole = decode(path, sample_rate=sample_rate)

    parts = list(blocks(path, sample_rate=sample_rate, block_seconds=0.7))

    assert [part.start_seconds for part in parts] == pytest.approx([0.0, 0.7, 1.4, 2.1, 2.8])
    assert np.array_equal(np.concatenate([part.samples for part in parts]), whole.samples)


def test_blocks_may_begin_anywhere(tmp_path):
    path = save(tmp_path / "a.wav", sound(3.0))

    parts = list(blocks(path, block_seconds=1.0, start_seconds=1.5))

    assert [(part.start_seconds, part.seconds) for part in parts] == [(1.5, 1.0), (2.5, 0.5)]
    assert list(blocks(path, start_seconds=10.0)) == []


def test_mono_is_the_mean_of_all_channels(tmp_path):
    original = np.random.default_rng(0).uniform(-0.5, 0.5, (4000, 8)).astype(np.float32)
    soundfile.write(tmp_path / "a.wav", original, RATE, subtype="FLOAT")

    analysis = decode(tmp_path / "a.wav")

    assert analysis.source.channels == 8
    np.testing.assert_allclose(analysis.samples, original.mean(axis=1), atol=1e-6)


@pytest.mark.parametrize(
    ("subtype", "tolerance"),
    [("PCM_U8", 0.01), ("PCM_16", 1e-4), ("PCM_24", 1e-6), ("PCM_32", 1e-7), ("DOUBLE", 1e-7)],
)
def test_every_depth_has_the_same_full_scale(tmp_path, subtype, tolerance):
    original = sound(0.1, channels=1)
    soundfile.write(tmp_path / "a.wav", original, RATE, subtype=subtype)

    analysis = decode(tmp_path / "a.wav")

    np.testing.assert_allclose(analysis.samples, original[:, 0], atol=tolerance)


@pytest.mark.parametrize("rate", [8_000, 11_025, 96_000, 384_000])
def test_every_sample_rate_can_be_had_as_another(tmp_path, rate):
    soundfile.write(tmp_path / "a.wav", sound(1.0, rate=rate), rate)

    analysis = decode(tmp_path / "a.wav", sample_rate=22_050)

    assert analysis.source.sample_rate == rate
    assert len(analysis.samples) == 22_050


def test_a_fifth_of_a_second_is_a_sound(tmp_path):
    path = save(tmp_path / "a.mp3", sound(0.2))

    assert decode(path).seconds == pytest.approx(0.2, abs=0.001)


def test_the_end_is_found_where_nothing_tells_it(untagged_mp3):
    part = decode(untagged_mp3, start_seconds=100.0, seconds=1.0)

    assert part.start_seconds == pytest.approx(14.05, abs=0.1)
    assert part.seconds == 1.0


def test_an_excerpt_beyond_the_end_is_taken_from_the_end(tmp_path):
    path = save(tmp_path / "a.wav", sound(2.0))

    part = decode(path, start_seconds=100.0, seconds=0.5)

    assert (part.start_seconds, part.seconds, part.remarks) == (1.5, 0.5, ())


def test_the_rest_beyond_the_end_is_nothing(tmp_path):
    path = save(tmp_path / "a.wav", sound(1.0))

    with pytest.raises(DecodeError, match="no sound after 5 s"):
        decode(path, start_seconds=5.0)


@pytest.mark.parametrize("ending", [".flac", ".m4a"])
def test_a_name_that_is_no_text_is_no_obstacle(tmp_path, ending):
    good = save(tmp_path / f"a{ending}", sound(0.5))
    odd = good.rename(tmp_path / os.fsdecode(b"\xc7\xe0\xbb\xa8\xb4\xc9" + ending.encode()))

    assert decode(odd).seconds == pytest.approx(0.5, abs=0.05)


def test_what_is_no_number_becomes_silence(tmp_path):
    samples = sound(1.0)
    samples[100] = np.nan, 0.1
    samples[200] = np.inf, -np.inf
    samples[300] = 1e30, 0.1
    soundfile.write(tmp_path / "a.wav", samples, RATE, subtype="FLOAT")

    analysis = decode(tmp_path / "a.wav")

    assert analysis.remarks == (Remark.NOT_NUMBERS,)
    assert analysis.samples[[100, 200, 300]] == pytest.approx([0.05, 0.0, 0.05])


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        (lambda samples: samples * 1e-5, Remark.SILENT),
        (lambda samples: samples * 0.5 + 0.1, Remark.OFFSET),
        (lambda samples: np.clip(samples * 20.0, -1.0, 1.0), Remark.CLIPPED),
    ],
)
def test_what_is_odd_about_a_sound_is_said(tmp_path, change, remark):
    soundfile.write(tmp_path / "a.wav", change(sound(2.0)), RATE, subtype="FLOAT")

    assert decode(tmp_path / "a.wav").remarks == (remark,)


def test_what_is_too_long_is_cut_and_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr(decode_module, "LARGEST_SAMPLES", RATE)
    path = save(tmp_path / "a.wav", sound(3.0))

    analysis = decode(path)

    assert analysis.seconds == 1.0
    assert analysis.remarks == (Remark.CUT,)


def test_probe_tells_what_is_in_a_file(tmp_path):
    path = save(tmp_path / "a.flac", sound(2.0))

    assert probe(path) == Source(RATE, 2, 2.0, "FLAC PCM_16", "libsndfile")


def test_an_impossible_excerpt_is_the_callers_mistake(tmp_path):
    with pytest.raises(ValueError, match="no such excerpt"):
        decode(tmp_path / "a.wav", start_seconds=-1.0)
