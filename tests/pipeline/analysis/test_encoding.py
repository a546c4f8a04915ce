"""What the encoder is given of a file, and what is kept of it."""

from dataclasses import replace

import numpy as np
import pytest

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.classifiers.encoder import of_the_box
from musicreclass.core.analysis import AnalysisSpec, EncoderSpec, WaveSpec
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from tests.material import write_audio
from tests.own_genres import RATE, flute


@pytest.fixture(scope="module")
def encoder():
    return of_the_box().spec(4)


def analyzed(path, sound, encoder, **wanted):
    write_audio(path, samples=sound[:, None].astype(np.float32), sample_rate=RATE)
    file = AudioFileRef(str(path), FileStamp.of(path), "")
    return analyze_file(AnalysisTask(file, AnalysisSpec(encoder=encoder, **wanted)))


def silence(seconds):
    return np.zeros(round(seconds * RATE))


def test_patches_lie_all_over_a_track_though_its_middle_is_measured(tmp_path, encoder):
    found = analyzed(tmp_path / "a.flac", flute(1, 20.0), encoder, seconds=5.0, features=False)

    assert (found.seconds, found.start_seconds) == (5.0, 7.5)
    assert found.encoded.starts == pytest.approx((2.1, 6.4, 10.6, 14.9), abs=0.1)
    assert found.encoded.rows.shape == (4, 500)
    assert found.row.shape == (500,)


@pytest.mark.parametrize(("seconds", "patches"), [(0.4, 1), (2.0, 1), (5.0, 2), (8.0, 4)])
def test_a_short_track_has_fewer_patches(tmp_path, encoder, seconds, patches):
    found = analyzed(tmp_path / "a.flac", flute(1, seconds), encoder, features=False)

    assert len(found.encoded.starts) == patches
    assert np.isfinite(found.encoded.rows).all()


def test_silence_at_both_ends_changes_nothing(tmp_path, encoder):
    sound = flute(1, 6.0)

    plain = analyzed(tmp_path / "a.flac", sound, encoder)
    around = np.concatenate([silence(1.0), sound, silence(2.0)])
    padded = analyzed(tmp_path / "b.flac", around, encoder)

    assert padded.start_seconds == pytest.approx(1.0, abs=0.02)
    assert padded.seconds == pytest.approx(plain.seconds, abs=0.03)
    np.testing.assert_allclose(padded.encoded.rows, plain.encoded.rows, atol=0.5)


def test_silence_alone_is_analyzed_as_it_is(tmp_path, encoder):
    found = analyzed(tmp_path / "a.flac", silence(4.0), encoder, features=False)

    assert found.seconds == 4.0
    assert len(found.encoded.starts) == 1


def test_silent_patches_are_left_out_where_there_is_sound(tmp_path, encoder):
    sound = np.concatenate([flute(1, 10.0), silence(10.0), flute(2, 1.0)])

    found = analyzed(tmp_path / "a.flac", sound, encoder, features=False)

    assert 1 <= len(found.encoded.starts) < 4
    assert max(found.encoded.starts) < 10.0


def test_the_row_of_a_track_has_its_features_and_then_the_mean_of_its_patches(tmp_path, encoder):
    found = analyzed(tmp_path / "a.flac", flute(1, 9.0), encoder)

    assert found.row.shape == (1018,)
    np.testing.assert_array_equal(found.row[:518], found.features)
    np.testing.assert_allclose(found.row[518:], found.encoded.rows.mean(axis=0))


def test_what_the_encoder_said_comes_back_from_the_cache(tmp_path, encoder):
    found = analyzed(tmp_path / "a.flac", flute(1, 9.0), encoder)
    cache = AnalysisCache(tmp_path / "cache")
    cache.put(AnalysisKey("sound", "definition"), found)

    again = cache.get(AnalysisKey("sound", "definition"))

    assert again.encoded.starts == found.encoded.starts
    np.testing.assert_array_equal(again.row, found.row)


def test_an_analysis_with_the_encoder_has_a_key_of_its_own():
    spec = EncoderSpec("0123456789ab", 4, file="/elsewhere")

    assert EncoderSpec.from_key(spec.key()) == spec
    assert EncoderSpec.from_key("fma-518") is None
    keys = {AnalysisSpec().key(), AnalysisSpec(encoder=spec).key()}
    assert len(keys) == 2


def test_an_encoder_from_a_folder_says_in_its_key_what_it_is_given():
    spec = EncoderSpec("0123456789abcdef", 3, wave=WaveSpec("ast", 16_000, 10.255))

    key = "encoder 0123456789abcdef, 3 patches of 10.255 s at 16000 Hz as ast"
    assert spec.key() == key  # it stands in bundles and in names of caches
    assert EncoderSpec.from_key(key) == spec


@pytest.mark.parametrize(
    "wave", ["0.0 s at 16000 Hz", "601.0 s at 16000 Hz", "1.0 s at 999 Hz", "1.0 s at 200000 Hz"]
)
def test_a_key_that_asks_for_too_much_or_nothing_is_none(wave):
    assert EncoderSpec.from_key(f"encoder 0123, 3 patches of {wave} as ast") is None


def test_volume_changes_nothing_unless_a_bundle_was_made_when_it_did(tmp_path, encoder):
    def difference(spec):
        quiet, loud = (
            analyzed(tmp_path / f"{gain}.flac", gain * flute(1, 9.0), spec, features=False)
            for gain in (0.2, 0.8)
        )
        return np.abs(quiet.encoded.rows - loud.encoded.rows).max()

    assert difference(encoder) < 0.05  # 16 bits
    assert difference(replace(encoder, is_levelled=False)) > 0.5


@pytest.mark.parametrize("is_levelled", [False, True])
def test_a_spec_is_read_back_from_its_key(encoder, is_levelled):
    spec = replace(encoder, is_levelled=is_levelled)

    assert EncoderSpec.from_key(spec.key()) == spec
    assert EncoderSpec.from_key(spec.key() + " and more") is None


def glimpsed(path, sound, encoder):
    return analyzed(path, sound, replace(encoder, patches=1), features=False, is_glimpse=True)


def test_a_glimpse_is_of_a_patch_in_the_middle_and_of_nothing_else(tmp_path, encoder):
    sound = np.concatenate([flute(1, 9.0), flute(2, 9.0)])

    found = glimpsed(tmp_path / "a.flac", sound, encoder)

    assert (found.features, found.mels, found.seconds) == (None, (), 3.0)
    assert found.encoded.starts == pytest.approx((7.5,), abs=0.01)
    assert found.total_seconds == 18.0


def test_a_glimpse_of_silence_says_so(tmp_path, encoder):
    sound = np.concatenate([flute(1, 9.0), silence(9.0), flute(1, 9.0)])

    assert Remark.SILENT.value in glimpsed(tmp_path / "a.flac", sound, encoder).remarks
    assert glimpsed(tmp_path / "b.flac", sound[: round(9 * RATE)], encoder).remarks == ()


def test_a_glimpse_is_never_taken_for_an_analysis(encoder):
    glimpse = AnalysisSpec(features=False, encoder=encoder, is_glimpse=True)

    assert glimpse.key() != replace(glimpse, is_glimpse=False).key()
    assert glimpse.key() != replace(glimpse, encoder=replace(encoder, patches=1)).key()
