import io

import mutagen
import pytest

from musicreclass.tags.fingerprint import fingerprint
from musicreclass.tags.read import read_facts
from tests import material


def print_of(path):
    with path.open("rb") as file:
        return fingerprint(file, path.stat().st_size)


def retag(path, title):
    audio = mutagen.File(path, easy=True)
    audio["title"] = title
    audio.save()


@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".ogg", ".opus", ".m4a", ".oga", ".tta"])
@pytest.mark.parametrize("title", ["Short", "Long " * 20_000], ids=["short", "long"])
def test_a_retagged_file_keeps_its_fingerprint(tmp_path, suffix, title):
    path = material.write_audio(tmp_path / f"a{suffix}", tags={"title": "Before"})
    before = print_of(path)
    size_before = path.stat().st_size

    retag(path, title)

    assert print_of(path) == before
    assert mutagen.File(path, easy=True)["title"] == [title]
    assert path.stat().st_size > size_before or title == "Short"


@pytest.mark.parametrize(
    ("suffix", "key", "value"),
    [
        (".aiff", "TIT2", mutagen.id3.TIT2(text=["New" * 999])),
        (".wma", "Title", ["New" * 999]),
        (".wv", "Title", "New" * 999),
    ],
)
def test_a_file_retagged_by_raw_names_keeps_its_fingerprint(tmp_path, suffix, key, value):
    path = material.write_audio(tmp_path / f"a{suffix}", tags={"title": "Before"})
    before = print_of(path)

    audio = mutagen.File(path)
    audio[key] = value
    audio.save()

    assert print_of(path) == before
    assert read_facts(path).tags.title.startswith("NewNew")


def test_tags_at_the_ends_of_an_mp3_do_not_count(tmp_path):
    bare = material.make_mp3(tmp_path / "bare.mp3")
    dressed = material.make_mp3(
        tmp_path / "dressed.mp3",
        head=material.id3v2(4, [(b"TIT2", b"\3One")]) + material.id3v2(3, [(b"TIT2", b"\0Two")]),
        tail=material.ape_tag({"Title": b"Three"}) + material.id3v1(b"Four"),
    )

    assert print_of(dressed) == print_of(bare)


def test_lyrics_between_the_tags_do_not_count(tmp_path):
    lyrics = b"LYRICSBEGINLYR00005Hello"
    lyrics += f"{len(lyrics):06}LYRICS200".encode()
    bare = material.make_mp3(tmp_path / "bare.mp3")
    sung = material.make_mp3(tmp_path / "sung.mp3", tail=lyrics + material.id3v1(b"One"))

    assert print_of(sung) == print_of(bare)


def test_chunks_behind_the_sound_of_a_wave_file_do_not_count(tmp_path):
    bare = material.make_wave(tmp_path / "bare.wav")
    tagged = material.make_wave(tmp_path / "tagged.wav", [material.info_list({b"INAM": b"One"})])

    assert print_of(tagged) == print_of(bare)


def test_a_tag_behind_dsd_does_not_count(tmp_path):
    bare = material.make_dsf(tmp_path / "bare.dsf")
    tagged = material.make_dsf(
        tmp_path / "tagged.dsf", tail=material.id3v2(3, [(b"TIT2", b"\0One")])
    )

    assert print_of(tagged) == print_of(bare)


@pytest.mark.parametrize("frames", [8, 1_000])
def test_one_frame_more_is_another_sound(tmp_path, frames):
    one = material.make_mp3(tmp_path / "one.mp3", frames=frames)
    other = material.make_mp3(tmp_path / "other.mp3", frames=frames + 1)

    assert print_of(one) != print_of(other)


def test_songs_that_start_and_end_in_silence_differ_by_their_middle(tmp_path):
    quiet = bytes(1 << 20)
    loud = bytearray(quiet)
    loud[1 << 19] = 1

    assert fingerprint(io.BytesIO(quiet), 1 << 20) != fingerprint(io.BytesIO(loud), 1 << 20)


@pytest.mark.parametrize(
    "magic",
    [
        b"fLaC",
        b"OggS",
        b"RIFF",
        b"FORM",
        b"FRM8",
        b"DSD ",
        b"\0\0\0\x08ftyp",
        b"ID3\4\0\x10\x7f\x7f",
    ],
)
@pytest.mark.parametrize("filler", [b"\0", b"\xff", b"\x80"])
def test_broken_containers_have_a_fingerprint_too(magic, filler):
    broken = magic + filler * 300

    assert len(fingerprint(io.BytesIO(broken), len(broken))) == 32
