"""Compressed frames of a few bytes that would grow to hundreds of megabytes."""

import tracemalloc
import zlib
from functools import partial

import pytest

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.tags.cover import cover
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.safe_file import SafeWrite, write_safely
from musicreclass.tags.tag_errors import WriteRefused
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import genre_edit
from tests.material import latin1, make_mp3
from tests.tags.random_tags import seven_bits

MOST_BYTES = 160 << 20  # of memory; each of these tags would want some 400 million


@pytest.fixture(autouse=True)
def _little_memory():
    tracemalloc.start()
    yield
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_BYTES


def squeezed(count, byte=b"\0"):
    """Return `count` bytes compressed, made without having them all at once."""
    deflater = zlib.compressobj(9)
    pieces = [deflater.compress(byte * (1 << 20)) for _ in range(count >> 20)]
    return b"".join(pieces) + deflater.flush()


BOMB = squeezed(400 << 20)
LARGE_PART = squeezed(40 << 20, b"x")


def tag(version, *frames):
    """Return a tag with frames of names, and bodies that are compressed where they have a size."""
    body = b""
    for name, content, size in frames:
        flags = b"\0\0"
        if size is not None and version == 3:
            content, flags = size.to_bytes(4, "big") + content, b"\0\x80"
        elif size is not None:
            content, flags = seven_bits(min(size, (1 << 28) - 1)) + content, b"\0\x09"
        length = len(content).to_bytes(4, "big") if version == 3 else seven_bits(len(content))
        body += name + length + flags + content
    return b"ID3" + bytes([version, 0, 0]) + seven_bits(len(body)) + body


def with_bomb(version, name=b"TIT2"):
    artist = (b"TPE1", latin1(b"Someone"), None)
    return tag(version, artist, (name, BOMB, 400 << 20), (b"TCON", latin1(b"Old"), None))


@pytest.mark.parametrize("version", [3, 4])
def test_the_other_tags_are_read(tmp_path, version):
    tags = read_facts(make_mp3(tmp_path / "a.mp3", head=with_bomb(version))).tags

    assert (tags.title, tags.artist, tags.genres) == ("", "Someone", ("Old",))


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("name", [b"TIT2", b"TXXX", b"APIC"])
def test_the_genre_is_written_and_the_frame_stays_as_it_lies(tmp_path, version, name):
    song = make_mp3(tmp_path / "a.mp3", head=with_bomb(version, name))
    edit = genre_edit(song, ("New",), WriteChoices())

    write_safely(SafeWrite(song, edit.patches, partial(check_written, edit=edit)), Disk())

    assert read_facts(song).tags.genres == ("New",)
    assert BOMB in song.read_bytes()


@pytest.mark.parametrize(("version", "other"), [(3, Id3Version.V2_4), (4, Id3Version.V2_3)])
def test_another_version_is_refused_with_the_frame_and_the_limit(tmp_path, version, other):
    song = make_mp3(tmp_path / "a.mp3", head=with_bomb(version, b"TIT3"))

    with pytest.raises(WriteRefused, match=r"TIT3.*64 MB"):
        genre_edit(song, ("New",), WriteChoices(id3=other))


def test_several_frames_that_grow_large_together_are_refused_too(tmp_path):
    parts = [(name, LARGE_PART, 40 << 20) for name in (b"TIT3", b"TPE3", b"TPE4", b"TCOM")]
    song = make_mp3(tmp_path / "a.mp3", head=tag(3, *parts))

    with pytest.raises(WriteRefused, match="64 MB"):
        genre_edit(song, ("New",), WriteChoices(id3=Id3Version.V2_4))
    assert read_facts(song).tags.genres == ()


def test_a_genre_that_grows_is_replaced_unseen(tmp_path):
    song = make_mp3(tmp_path / "a.mp3", head=tag(3, (b"TCON", BOMB, 400 << 20)))

    edit = genre_edit(song, ("New",), WriteChoices())

    assert edit.change.after == ("New",)


def test_a_cover_that_grows_is_no_cover(tmp_path):
    assert cover(make_mp3(tmp_path / "a.mp3", head=with_bomb(3, b"APIC"))) is None


def test_a_frame_cut_off_in_its_compression_is_lost_in_another_version(tmp_path):
    short = zlib.compress(latin1(b"All of it"))[:-6]
    head = tag(3, (b"TIT3", short, 10), (b"TIT2", zlib.compress(latin1(b"Title")), 6))
    song = make_mp3(tmp_path / "a.mp3", head=head)

    edit = genre_edit(song, ("New",), WriteChoices(id3=Id3Version.V2_4))

    assert [str(lost) for lost in edit.change.lost] == ["TIT3 (damaged compression)"]
