"""Files that are cut, damaged, mislabelled, or no sound at all."""

import logging
import os
import pickle
import subprocess
import sys
import tracemalloc

import numpy as np
import pytest

from musicreclass.audio.decoding.decode import DecodeError, Remark, blocks, decode
from musicreclass.sentences.reason import as_said
from tests.audio.sounds import ENDINGS, RATE, save, sound, wav_bytes

# What needs an index at its end cannot be read without it; the rest gives what is there.
CUT_READABLE = tuple(sorted(set(ENDINGS) - {".m4a", ".alac.m4a"}))
# Nothing in a raw stream tells how long it should be.
CUT_NOTICED = tuple(sorted(set(CUT_READABLE) - {".aac", ".ac3"}))


def cut(path, share):
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    return path


@pytest.mark.parametrize("ending", CUT_READABLE)
@pytest.mark.parametrize("share", [0.75, 0.9])
def test_of_a_cut_file_what_is_there_is_decoded(tmp_path, ending, share):
    path = cut(save(tmp_path / f"a{ending}", sound(6.0)), share)

    analysis = decode(path)

    assert 3.0 < analysis.seconds < 5.8
    assert (Remark.TRUNCATED in analysis.remarks) == (ending in CUT_NOTICED)


def test_a_cut_file_is_also_noticed_in_blocks(tmp_path):
    path = cut(save(tmp_path / "a.flac", sound(3.0)), 0.5)

    *_, last = blocks(path, block_seconds=0.25)

    assert Remark.TRUNCATED in last.remarks


@pytest.mark.parametrize("ending", [".flac", ".mp3", ".wv"])
def test_an_excerpt_beyond_the_cut_is_taken_before_it(tmp_path, ending):
    path = cut(save(tmp_path / f"a{ending}", sound(6.0)), 0.5)
    whole = decode(path)

    part = decode(path, start_seconds=4.0, seconds=1.0)

    assert part.seconds == pytest.approx(1.0, abs=0.001)
    assert part.start_seconds + part.seconds == pytest.approx(whole.seconds, abs=0.03)
    assert Remark.TRUNCATED in part.remarks


@pytest.mark.parametrize("ending", [".mp3", ".aac", ".ac3", ".flac"])
def test_a_hole_in_the_middle_costs_no_more_than_the_hole(tmp_path, ending):
    path = save(tmp_path / f"a{ending}", sound(4.0))
    data = bytearray(path.read_bytes())
    hole = slice(len(data) // 2, len(data) // 2 + len(data) // 20)
    data[hole] = np.random.default_rng(0).bytes(hole.stop - hole.start)
    path.write_bytes(data)

    assert decode(path).seconds > 3.4


@pytest.mark.parametrize("ending", [".m4a", ".alac.m4a"])
def test_an_mp4_without_its_index_is_refused_with_the_reason(tmp_path, ending):
    path = cut(save(tmp_path / f"a{ending}", sound(2.0)), 0.6)

    with pytest.raises(DecodeError, match="index is missing"):
        decode(path)


@pytest.mark.parametrize("ending", [".m4a", ".alac.m4a"])
def test_a_cut_mp4_with_its_index_in_front_is_decoded(tmp_path, ending):
    whole = save(tmp_path / f"a{ending}", sound(4.0), options={"movflags": "faststart"})

    analysis = decode(cut(whole, 0.6))

    assert analysis.seconds == pytest.approx(2.4, abs=0.2)
    assert Remark.TRUNCATED in analysis.remarks


@pytest.mark.parametrize(
    ("size", "remarks"),
    [
        (10 * 3600 * RATE * 2, (Remark.TRUNCATED,)),
        (2 * RATE * 2, (Remark.TRUNCATED,)),
        (0, ()),  # never filled in, as is the next
        (0xFFFFFFFF, ()),
        (0x7FFFFFFF, ()),
    ],
)
def test_a_wav_is_as_long_as_its_data_whatever_it_says(tmp_path, size, remarks):
    path = tmp_path / "a.wav"
    pcm = (sound(1.0, channels=1) * 32_000).astype("<i2").tobytes()
    path.write_bytes(wav_bytes(pcm, size))

    tracemalloc.start()
    analysis = decode(path)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert analysis.seconds == 1.0
    assert analysis.remarks == remarks
    assert peak_bytes < 4e6


@pytest.mark.parametrize("ending", [*ENDINGS, ".dsf", ".ape", ".mpc", ".dts"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(50_000),
        b"<!DOCTYPE html>" + b"<p>Not found</p>" * 1000,
        np.random.default_rng(5).bytes(150_000),
        b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f",
        b"\xff\xfb\x90\x64",
    ],
    ids=["empty", "zeros", "text", "random", "tag", "header"],
)
def test_what_is_no_sound_is_refused_in_a_sentence(tmp_path, ending, content):
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)

    with pytest.raises(DecodeError) as caught:
        decode(path)

    assert caught.value.path == path
    assert "Error" not in str(caught.value.reason)
    assert len(str(caught.value.reason)) < 100


@pytest.mark.parametrize("ending", [".mp3", ".flac", ".m4a", ".ogg"])
@pytest.mark.parametrize("size", [1, 4, 12, 40, 100, 1000])
def test_the_first_bytes_of_a_file_do_no_harm(tmp_path, ending, size):
    path = save(tmp_path / f"a{ending}", sound(1.0))
    path.write_bytes(path.read_bytes()[:size])

    with pytest.raises(DecodeError):
        decode(path)


@pytest.mark.parametrize("ending", [".wav", ".flac", ".opus", ".mp3", ".alac.m4a"])
def test_a_file_of_no_length_is_refused(tmp_path, ending):
    path = tmp_path / f"a{ending}"
    save(path, sound(0.0))

    with pytest.raises(DecodeError):
        decode(path)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.mp3")

    with pytest.raises(DecodeError, match="No such file"):
        decode(tmp_path / "gone.mp3")
    with pytest.raises(DecodeError, match="folder"):
        decode(tmp_path)
    with pytest.raises(DecodeError, match="device"):
        decode(tmp_path / "pipe.mp3")


def test_a_playlist_in_disguise_leads_nowhere(tmp_path):
    save(tmp_path / "song.aac", sound(1.0))
    trap = tmp_path / "trap.mp3"
    trap.write_text("ffconcat version 1.0\nfile song.aac\n")

    with pytest.raises(DecodeError):
        decode(trap)


def test_a_locked_song_is_refused_as_such(tmp_path):
    path = save(tmp_path / "a.m4a", sound(1.0))
    path.write_bytes(path.read_bytes().replace(b"mp4a", b"drms"))

    with pytest.raises(DecodeError, match="copy-protected"):
        decode(path)


@pytest.mark.parametrize("rate", [1, 100_000_000])
def test_an_impossible_sample_rate_is_refused(tmp_path, rate):
    path = tmp_path / "a.wav"
    path.write_bytes(wav_bytes(bytes(range(256)) * 100, 25_600, rate=rate))

    with pytest.raises(DecodeError):
        decode(path, sample_rate=RATE)


def test_an_error_survives_the_way_between_processes(tmp_path):
    error = DecodeError(tmp_path / "a.mp3", as_said("it is no MP3"))

    again = pickle.loads(pickle.dumps(error))

    assert (type(again), str(again)) == (DecodeError, "a.mp3: it is no MP3")


@pytest.fixture
def noisy_mp3(tmp_path):
    """An MP3 about which libmpg123 complains on descriptor 2."""
    path = save(tmp_path / "a.mp3", sound(2.0))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 900] = b"LYRICSBEGIN" + bytes(889)
    path.write_bytes(data)
    return path


def test_the_mp3_is_noisy_without_us(noisy_mp3):
    code = f"import soundfile; soundfile.read({str(noisy_mp3)!r})"

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert b"mpg123" in out.stderr or b"Illegal Audio-MPEG-Header" in out.stderr


def test_a_damaged_mp3_prints_nothing(noisy_mp3):
    code = (
        "import sys; from pathlib import Path\n"
        "from musicreclass.audio.decoding.decode import decode\n"
        f"decode(Path({str(noisy_mp3)!r})); print('still here', file=sys.stderr)"
    )

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert out.stdout == b""
    assert out.stderr.split() == [b"still", b"here"]


def test_what_the_decoder_printed_is_in_the_log(noisy_mp3, caplog):
    caplog.set_level(logging.DEBUG)

    decode(noisy_mp3)

    assert "Illegal Audio-MPEG-Header" in caplog.text


def test_an_excerpt_of_a_file_cut_before_its_sound_says_that_there_is_none(tmp_path):
    path = cut(save(tmp_path / "a.ogg", sound(3.0)), 0.12)

    with pytest.raises(DecodeError, match="there is no sound in it"):
        decode(path, start_seconds=60.0, seconds=30.0)
