import struct

import mutagen
import pytest
from mutagen.ogg import OggPage

from musicreclass.tags.containers.ogg import checksum_of
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import WriteRefused
from musicreclass.tags.write import genre_edit
from tests import material
from tests.tags.rich_files import PLAIN, SPEEX_SERIAL, ogg_file, speex_file, written

LARGE = "Ω" * 450  # as UTF-8 four segments


def pages(path):
    with path.open("rb") as file:
        size = path.stat().st_size
        found = []
        while file.tell() < size:
            found.append(OggPage(file))
        return found


def checksums(path):
    """Return the checksum of each page as it is, and as mutagen makes it."""
    data, at, found = path.read_bytes(), 0, []
    for page in pages(path):
        found.append((struct.unpack_from("<I", data, at + 22)[0], page.write()[22:26]))
        at += page.size
    return [(number, int.from_bytes(made, "little")) for number, made in found]


def comment(*entries, rest=b""):
    sized = b"".join(struct.pack("<I", len(entry)) + entry for entry in entries)
    return b"\3\0\0\0abc" + struct.pack("<I", len(entries)) + sized + rest


@pytest.mark.parametrize("name", ["a.ogg", "a.oga", "a.opus"])
def test_pages_keep_their_number_while_they_have_room(tmp_path, name):
    path = ogg_file(tmp_path / name)

    copy = written(path, LARGE)

    assert [page.sequence for page in pages(copy)] == [page.sequence for page in pages(path)]
    assert all(is_ == shall for is_, shall in checksums(copy))


@pytest.mark.parametrize("large", [60_000, 64_900, 129_900])
def test_pages_are_numbered_anew_where_one_more_is_needed(tmp_path, large):
    path = speex_file(tmp_path / "a.spx", comment(b"X=" + bytes(large), b"GENRE=A"))

    copy = written(path, LARGE)

    assert len(pages(copy)) - len(pages(path)) == (large != 60_000)
    assert [page.sequence for page in pages(copy)] == list(range(len(pages(copy))))
    assert all(is_ == shall for is_, shall in checksums(copy))


def test_pages_that_are_no_longer_needed_stay_for_the_next_change(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"X=" + bytes(64_900), b"GENRE=A"))
    more = written(path, LARGE)

    copy = written(more, "A")

    assert [page.sequence for page in pages(copy)] == [0, 1, 2, 3]
    (packet,) = OggPage.to_packets(pages(copy)[1:3])
    assert packet.rstrip(b"\0") == pages(path)[1].packets[0]


def test_what_had_to_move_once_need_not_the_next_time(tmp_path):
    path = ogg_file(tmp_path / "a.ogg")
    moved = written(path, LARGE)

    copy = written(moved, "Jazz")

    assert copy.stat().st_size == moved.stat().st_size


def test_pages_of_other_streams_stay_as_they_are(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"X=" + bytes(64_900), b"GENRE=A"))
    own = pages(path)
    other = OggPage()
    other.serial, other.packets, other.sequence, other.first = 5, [b"other"], 9, True
    path.write_bytes(b"".join(page.write() for page in [own[0], other, *own[1:]]))

    copy = written(path, LARGE)

    assert [page.write() for page in pages(copy) if page.serial == 5] == [other.write()]
    assert [page.sequence for page in pages(copy) if page.serial == SPEEX_SERIAL] == [0, 1, 2, 3]


def test_padding_behind_the_comment_keeps_the_packet_its_length(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"GENRE=A", rest=bytes(50)))

    copy = written(path, "Progressive Rock")

    assert copy.stat().st_size == path.stat().st_size
    assert pages(copy)[1].packets == [comment(b"GENRE=Progressive Rock", rest=bytes(35))]


def test_other_bytes_behind_the_comment_are_kept(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"GENRE=A", rest=b"\1kept"))

    copy = written(path, "Progressive Rock")

    assert pages(copy)[1].packets == [comment(b"GENRE=Progressive Rock", rest=b"\1kept")]


def test_the_setup_of_vorbis_behind_the_comment_is_kept(tmp_path):
    path = ogg_file(tmp_path / "a.ogg")

    copy = written(path, LARGE * 2)

    setups = [OggPage.to_packets(pages(file)[1:-1])[1] for file in (path, copy)]
    assert setups[0] == setups[1]
    assert setups[0].startswith(b"\5vorbis")


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        (b"\xff\xff\xff\x7fabc", "comment is damaged"),
        (comment(b"GENRE=A")[:-3], "comment is damaged"),
    ],
)
def test_damaged_comments_are_refused(tmp_path, tags, reason):
    path = speex_file(tmp_path / "a.spx", tags)

    with pytest.raises(WriteRefused, match=reason):
        genre_edit(path, ["Jazz"], PLAIN)


def test_a_page_with_a_wrong_checksum_is_not_given_a_right_one(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"TITLE=One", b"GENRE=A"))
    path.write_bytes(path.read_bytes().replace(b"TITLE=One", b"TITLE=Two"))

    with pytest.raises(WriteRefused, match="checksum is wrong"):
        genre_edit(path, ["Jazz"], PLAIN)


def test_sound_on_the_page_of_the_comment_is_refused(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"GENRE=A"))
    head, tags, sound = pages(path)
    tags.packets += sound.packets
    tags.position, tags.last = sound.position, True
    path.write_bytes(head.write() + tags.write())

    with pytest.raises(WriteRefused, match="same page as its tags"):
        genre_edit(path, ["Jazz"], PLAIN)


def test_garbage_between_pages_matters_only_where_they_are_numbered_anew(tmp_path):
    path = speex_file(tmp_path / "a.spx", comment(b"GENRE=A"))
    path.write_bytes(path.read_bytes() + b"garbage" * 9)

    copy = written(path, "Jazz")

    assert read_facts(copy).tags.genres == ("Jazz",)
    with pytest.raises(WriteRefused, match="pages are damaged"):
        genre_edit(path, ["G" * 66_000], PLAIN)


def test_checksums_are_those_that_others_make():
    page = OggPage()
    page.packets, page.serial = [bytes(range(200))], 3
    data = page.write()

    assert checksum_of(data[:22] + bytes(4) + data[26:]) == int.from_bytes(data[22:26], "little")


def test_a_file_without_a_genre_keeps_its_vendor(tmp_path):
    path = material.write_audio(tmp_path / "a.ogg", seconds=0.3)

    copy = written(path, "Jazz")

    assert mutagen.File(copy).tags.vendor == mutagen.File(path).tags.vendor
