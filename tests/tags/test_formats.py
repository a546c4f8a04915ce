import pytest

from musicreclass.tags.formats import AUDIO_SUFFIXES, FORMATS, candidates
from musicreclass.tags.read import read_facts
from tests import material

BY_HAND = {
    "Monkey's Audio": material.make_monkeys_audio,
    "Musepack": material.make_musepack,
    "DSF": material.make_dsf,
    "DSDIFF": material.make_dsdiff,
}
ENCODED = {
    ".wav": "WAV",
    ".aiff": "AIFF",
    ".flac": "FLAC",
    ".mp3": "MP3",
    ".mp2": "MP2",
    ".ogg": "Ogg Vorbis",
    ".oga": "Ogg FLAC",
    ".opus": "Opus",
    ".m4a": "M4A",
    ".alac.m4a": "M4A",
    ".aac": "AAC",
    ".wma": "WMA",
    ".wv": "WavPack",
    ".tta": "TTA",
    ".ac3": "AC-3",
}


def test_suffixes_are_as_a_walker_compares_them():
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in AUDIO_SUFFIXES)


def test_names_of_formats_are_unique():
    assert len({row.name for row in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(("suffix", "name"), ENCODED.items())
def test_a_file_is_recognised_by_its_content_alone(tmp_path, suffix, name):
    named = material.write_audio(tmp_path / f"a{suffix}", seconds=0.3)
    path = named.rename(tmp_path / "no suffix")

    stream = read_facts(path).stream

    assert stream.format == name
    assert stream.seconds == pytest.approx(0.3, abs=0.08)
    assert stream.sample_rate == (48_000 if name == "Opus" else 44_100)


@pytest.mark.parametrize(("name", "make"), BY_HAND.items())
def test_a_format_made_by_hand_is_recognised_too(tmp_path, name, make):
    assert read_facts(make(tmp_path / "no suffix")).stream.format == name


def test_the_content_counts_more_than_the_name():
    assert [row.name for row in candidates(b"fLaC\0\0\0\x22", ".MP3")] == ["FLAC", "MP3"]


def test_the_name_counts_where_the_content_says_nothing():
    assert [row.name for row in candidates(bytes(64), ".Mp3")] == ["MP3"]


@pytest.mark.parametrize(
    "head",
    [b"", b"\xff", b"\xff\xd8\xff\xe0", b"\xff\xfb", b"<html>", b"\x89PNG", b"\xff\xff\xff\xff"],
)
def test_other_files_are_taken_for_none(head):
    assert candidates(head, ".jpg") == []
