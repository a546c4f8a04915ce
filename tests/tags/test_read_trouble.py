import random
import struct

import pytest

from musicreclass.core.track import Tags
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import TagError
from tests import material
from tests.material import id3v2, latin1

ALL_TAGS = {
    "title": "Ágætis byrjun",
    "artist": "王菲",
    "album_artist": "Various",
    "album": "Ω",
    "track": "3/9",
    "date": "1999-06-12",
    "genre": "Post-Rock",
}


@pytest.mark.parametrize("suffix", [".flac", ".ogg", ".wav", ".m4a", ".wma", ".wv"])
def test_a_file_with_a_wrong_name_is_read_as_what_it_is(tmp_path, suffix):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.3, tags={"title": "True"})
    facts = read_facts(path)

    lying = read_facts(path.rename(tmp_path / "a.mp3"))

    assert lying == facts
    assert lying.tags.title == "True"


def test_flac_behind_an_id3_tag_is_flac(tmp_path):
    path = material.write_audio(tmp_path / "a.flac", seconds=0.3, tags={"title": "True"})
    bare = read_facts(path)
    path.write_bytes(id3v2(4, [(b"TIT2", latin1(b"Wrong"))]) + path.read_bytes())

    facts = read_facts(path)

    assert (facts.stream.format, facts.tags) == ("FLAC", bare.tags)
    assert facts.fingerprint == bare.fingerprint


def test_junk_before_the_first_mpeg_frame_is_passed_over(tmp_path):
    path = material.make_mp3(tmp_path / "a.mp3", frames=50, head=b"junk" * 100)

    assert read_facts(path).stream.seconds == pytest.approx(50 * 1_152 / 44_100, abs=0.05)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.mp3", b"", "the file is empty"),
        ("a.mp3", random.Random(1).randbytes(50_000), "no MP3 sound found in it"),
        ("a.flac", b"<html>Not found</html>", "no FLAC sound found in it"),
        ("a.flac", b"fLaC" + bytes(10), "damaged FLAC file"),
        ("a.mp3", id3v2(3, [(b"TIT2", latin1(b"Tag alone"))]), "no MP3 sound found in it"),
        ("a.ogg", b"OggS" + bytes(100), "no Ogg Vorbis sound found in it"),
        ("a.txt", b"Dear diary", "no audio file of a format that can be read"),
    ],
)
def test_what_is_no_audio_is_refused_with_a_reason(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(TagError) as caught:
        read_facts(path)

    assert str(caught.value).startswith(f"{name}: {reason}")


def test_a_video_without_sound_is_refused(tmp_path):
    path = material.make_silent_video(tmp_path / "a.mp4")

    with pytest.raises(TagError, match="no sound in it, only video"):
        read_facts(path)


def test_a_file_that_is_gone_is_a_problem_of_that_file(tmp_path):
    with pytest.raises(TagError, match="no longer there"):
        read_facts(tmp_path / "gone.mp3")


def test_a_folder_is_a_problem_of_that_path(tmp_path):
    with pytest.raises(TagError, match="folder"):
        read_facts(tmp_path)


BROKEN_TAGS = {
    "id3": lambda path: material.make_mp3(path, frames=9, head=b"ID3\4\0\x0f\0\0\0\0"),
    "id3 chunk": lambda path: material.make_wave(path, [(b"id3 ", b"ID3\4\0\x0f\0\0\0\0")]),
    "asf": lambda path: broken(material.write_audio(path.with_suffix(".wma"), tags=ALL_TAGS)),
    "aiff": lambda path: broken(material.write_audio(path.with_suffix(".aiff"), tags=ALL_TAGS)),
    "flac": lambda path: broken(material.write_audio(path.with_suffix(".flac"), tags=ALL_TAGS)),
}


def broken(path):
    """Spoil the tag and nothing else: half a character, impossible flags, a length too long."""
    content = path.read_bytes()
    for good, bad in (
        ("Ω\0".encode("utf-16-le"), b"\x00\xd8\x00\x00"),
        (b"ID3\4\0\0", b"ID3\4\0\x0f"),
        (b"\0\0\0title=", b"\xff\xff\xfftitle="),
        (b"\0\0\0TITLE=", b"\xff\xff\xffTITLE="),
    ):
        content = content.replace(good, bad)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("make", BROKEN_TAGS.values(), ids=BROKEN_TAGS.keys())
def test_broken_tags_do_not_hide_the_sound(tmp_path, make):
    facts = read_facts(make(tmp_path / "a"))

    assert facts.stream.seconds > 0
    assert facts.tags == Tags()


def test_an_ape_tag_that_lies_about_its_size_does_not_hide_the_sound(tmp_path):
    path = material.make_monkeys_audio(tmp_path / "a.ape", tail=b"\xff" * 32 + b"APETAGEX" * 4)

    assert read_facts(path).stream.seconds == 10.0


def test_one_broken_atom_does_not_hide_the_others(tmp_path):
    path = material.write_audio(tmp_path / "a.m4a", seconds=0.3, tags=ALL_TAGS)
    path.write_bytes(path.read_bytes().replace(b"\x12data\0\0\0\1", b"\x12dada\0\0\0\1"))

    tags = read_facts(path).tags

    assert (tags.title, tags.album) == ("Ágætis byrjun", "")


def test_a_musepack_file_that_leads_in_circles_is_refused(tmp_path):
    path = tmp_path / "a.mpc"
    path.write_bytes(b"MPCK" + b"XX\0" * 9)

    with pytest.raises(TagError, match="damaged Musepack file"):
        read_facts(path)


def test_atoms_nested_beyond_all_measure_are_refused(tmp_path):
    path = tmp_path / "a.m4a"
    nested = b"".join(struct.pack(">I4s", 8 * depth, b"moov") for depth in range(3_000, 0, -1))
    path.write_bytes(struct.pack(">I4s4sI", 16, b"ftyp", b"M4A ", 0) + nested)

    with pytest.raises(TagError, match="damaged M4A file"):
        read_facts(path)


@pytest.mark.parametrize(
    "suffix", [".mp3", ".flac", ".ogg", ".m4a", ".wav", ".wma", ".wv", ".aiff"]
)
@pytest.mark.parametrize("seed", range(12))
def test_random_damage_leads_to_facts_or_to_a_reason(tmp_path, suffix, seed):
    chance = random.Random(seed)
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.2, tags=ALL_TAGS)
    content = bytearray(path.read_bytes())
    offsets = [chance.randrange(min(len(content), 600)) for _ in range(12)]
    content[:600] = bytes(
        chance.randrange(256) if at in offsets else byte for at, byte in enumerate(content[:600])
    )
    path.write_bytes(content)

    assert outcome(path)


def outcome(path):
    try:
        return read_facts(path).fingerprint
    except TagError as error:
        return str(error.reason)
