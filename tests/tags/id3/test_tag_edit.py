import struct
import zlib

import pytest

from musicreclass.core.tag_change import Id3Version
from musicreclass.tags.id3.tag_edit import FRESH_PADDING, edited_tag
from musicreclass.tags.tag_errors import Unwritable
from tests.material import id3v2, latin1, utf16
from tests.tags.raw_id3 import has_right_checksum, split

KEEP = Id3Version.KEEP
TITLE = (b"TIT2", latin1("青花瓷".encode("gbk")))
SERATO = (b"GEOB", latin1(b"application/octet-stream\0\0Serato Markers2\0\xff\xe0\0\xff\0"))


def genre_of(tag):
    (frame,) = split(tag).genres
    return frame[10:]


def test_the_genre_is_replaced_where_it_stands_and_the_tag_keeps_its_length():
    tag = id3v2(3, [TITLE, (b"TCON", latin1(b"(17)")), SERATO], padding=40)

    edited = edited_tag(tag, ("Folk",), KEEP)

    assert edited.tag == id3v2(3, [TITLE, (b"TCON", latin1(b"Folk")), SERATO], padding=40)
    assert (edited.before, edited.kind_before, edited.kind_after) == (
        ("Rock",),
        "ID3v2.3",
        "ID3v2.3",
    )
    assert edited.remarks == ()


def test_a_genre_where_none_was_goes_behind_the_last_frame():
    edited = edited_tag(id3v2(4, [TITLE, SERATO], padding=15), ("Folk",), KEEP)

    assert edited.tag == id3v2(4, [TITLE, SERATO, (b"TCON", latin1(b"Folk"))])
    assert edited.before == ()


def test_a_full_tag_grows_by_fresh_padding_and_says_so():
    tag = id3v2(4, [TITLE])

    edited = edited_tag(tag, ("Folk",), KEEP)

    assert edited.tag == id3v2(4, [TITLE, (b"TCON", latin1(b"Folk"))], padding=FRESH_PADDING)
    assert tuple(map(str, edited.remarks)) == ("its tag has no room left and grows by 1,039 bytes",)


def test_a_shorter_genre_leaves_padding_behind():
    tag = id3v2(3, [(b"TCON", latin1(b"Progressive Rock")), TITLE])

    edited = edited_tag(tag, ("Pop",), KEEP)

    assert edited.tag == id3v2(3, [(b"TCON", latin1(b"Pop")), TITLE], padding=13)


def test_of_several_genre_frames_one_is_left_where_the_first_stood():
    genre = (b"TCON", latin1(b"Rock"))
    tag = id3v2(4, [genre, TITLE, genre, SERATO], padding=5)

    edited = edited_tag(tag, ("Folk",), KEEP)

    assert edited.tag == id3v2(4, [(b"TCON", latin1(b"Folk")), TITLE, SERATO], padding=20)
    assert edited.before == ("Rock",)


def test_no_genres_take_the_frame_away():
    tag = id3v2(4, [TITLE, (b"TCON", latin1(b"Rock")), SERATO])

    assert edited_tag(tag, (), KEEP).tag == id3v2(4, [TITLE, SERATO], padding=15)


@pytest.mark.parametrize(
    "frame",
    [latin1(b"Folk"), utf16("Folk"), b"\3Folk\0", latin1(b"80")],
    ids=["latin", "utf-16", "utf-8", "number"],
)
def test_a_tag_that_says_it_already_is_left_alone(frame):
    tag = id3v2(4, [(b"TCON", frame), TITLE])

    assert edited_tag(tag, ("Folk",), KEEP).tag == tag


def test_a_mislabelled_genre_is_shown_as_meant_and_written_so_that_all_can_read_it():
    tag = id3v2(3, [TITLE, (b"TCON", latin1("国语流行".encode("gbk")))], padding=40)

    edited = edited_tag(tag, ("国语流行",), KEEP)

    assert edited.before == ("国语流行",)
    assert genre_of(edited.tag) == utf16("国语流行")


@pytest.mark.parametrize(
    ("version", "genre", "body"),
    [
        (2, "Folk", latin1(b"Folk")),
        (2, "民谣", utf16("民谣")),
        (3, "Música", utf16("Música")),
        (4, "Música", b"\3" + "Música".encode()),
        (3, "(Live)", latin1(b"((Live)")),
        (4, "(Live)", latin1(b"(Live)")),
    ],
)
def test_text_has_the_simplest_encoding_that_every_reader_understands(version, genre, body):
    tag = edited_tag(id3v2(version, [], padding=99), (genre,), KEEP).tag

    assert split(tag).genres == [split(id3v2(version, [names(version, body)])).genres[0]]


def names(version, body):
    return (b"TCO" if version == 2 else b"TCON", body)


@pytest.mark.parametrize("version", [3, 4])
def test_several_genres_are_a_list(version):
    tag = edited_tag(id3v2(version, [TITLE], padding=99), ("Folk", "Pop"), KEEP).tag

    assert genre_of(tag) == latin1(b"Folk\0Pop")


@pytest.mark.parametrize(("id3", "version"), list(zip(Id3Version, (3, 3, 4), strict=True)))
def test_a_new_tag_has_the_version_that_most_players_read_unless_another_is_asked_for(id3, version):
    edited = edited_tag(b"", ("Folk",), id3)

    assert edited.tag == id3v2(version, [(b"TCON", latin1(b"Folk"))], padding=FRESH_PADDING)
    assert (edited.kind_before, edited.kind_after) == ("", f"ID3v2.{version}")


def test_no_genres_make_no_tag():
    assert edited_tag(b"", (), KEEP).tag == b""


def test_what_lies_behind_a_tag_in_its_chunk_stays_there():
    edited = edited_tag(id3v2(3, [TITLE]) + b"more", ("Folk",), KEEP)

    assert edited.tag.endswith(bytes(FRESH_PADDING) + b"more")


def unsynchronised(tag, content):
    """Return `tag` with content that was unsynchronised already, and the flag for it."""
    return tag[:5] + b"\x80" + id3v2(4, [], padding=len(content))[6:10] + content


def test_an_unsynchronised_tag_keeps_every_raw_byte_but_those_of_the_genre():
    art = b"APIC" + (12).to_bytes(4, "big") + bytes(2) + b"\0JPG\0\3\0\xff\0\xe0\xff\0\0\0"
    genre = b"TCON" + (5).to_bytes(4, "big") + bytes(2) + latin1(b"Rock")
    tag = unsynchronised(id3v2(3, []), art + genre + art + bytes(30))

    new = edited_tag(tag, ("ＦＦ",), KEEP).tag

    body = b"\1\xff\0\xfe" + "ＦＦ".encode("utf-16-le").replace(b"\xff\0", b"\xff\0\0")
    new_genre = b"TCON" + (7).to_bytes(4, "big") + bytes(2) + body + b"\0" * body.endswith(b"\xff")
    assert new[10:] == art + new_genre + art + bytes(30 - len(new_genre) + len(genre))
    assert new[:10] == tag[:10]


def test_no_zero_of_the_padding_is_taken_for_one_of_unsynchronisation():
    comment = b"COMM" + (6).to_bytes(4, "big") + bytes(2) + b"\0eng\0\xff"
    genre = b"TCON" + (5).to_bytes(4, "big") + bytes(2) + latin1(b"Rock")
    junk = b"\0\xa4\0"
    tag = unsynchronised(id3v2(3, []), comment + genre + junk)

    new = edited_tag(tag, (), KEEP).tag

    assert new[10:] == comment + b"\0" + junk
    assert (split(new).others, split(new).rest) == ([comment], junk)


def test_sizes_as_itunes_wrote_them_are_understood_and_kept():
    art = b"APIC" + (300).to_bytes(4, "big") + bytes(2) + b"x" * 300
    tag = id3v2(4, [])[:6] + id3v2(4, [], padding=310 + 15 + 5)[6:10]
    tag += art + b"TCON\0\0\0\5\0\0\0Rock" + bytes(5)

    new = edited_tag(tag, ("Long " * 50,), KEEP).tag

    assert new[10:320] == art
    assert new[320:328] == b"TCON" + (251).to_bytes(4, "big")


@pytest.mark.parametrize("flags", [0x0009, 0x0004, 0x4000], ids=["squeezed", "secret", "read-only"])
def test_a_genre_with_flags_is_replaced_by_a_plain_one(flags):
    body = b"\0\0\0\5" + zlib.compress(latin1(b"Rock"))
    frame = b"TCON" + bytes([0, 0, 0, len(body)]) + struct.pack(">H", flags) + body
    tag = id3v2(4, [])[:9] + bytes([len(frame)]) + frame

    edited = edited_tag(tag, ("Folk",), KEEP)

    assert edited.before == (("Rock",) if flags == 0x0009 else edited.before)
    assert split(edited.tag).genres == [b"TCON\0\0\0\5\0\0" + latin1(b"Folk")]


def with_extended(version, extended, frames, padding):
    tag = id3v2(version, frames)
    content = extended + tag[10:] + bytes(padding)
    return tag[:5] + b"\x40" + id3v2(4, [], padding=len(content))[6:10] + content


@pytest.mark.parametrize("padding", [0, 3, 50])
def test_the_numbers_of_an_extended_header_are_right_again(padding):
    frames = [TITLE, (b"TCON", latin1(b"Rock"))]
    crc = zlib.crc32(id3v2(3, frames)[10:])
    extended = struct.pack(">IHII", 10, 0x8000, padding, crc)

    new = edited_tag(with_extended(3, extended, frames, padding), ("Ambient",), KEEP).tag

    assert has_right_checksum(new)
    assert split(new).extended[6:10] == len(split(new).rest).to_bytes(4, "big")


@pytest.mark.parametrize("extended", [struct.pack(">IHII", 10, 0x8000, 7, 7), bytes(3) + b"\6" * 7])
def test_numbers_that_were_wrong_before_stay_so(extended):
    tag = with_extended(3, extended, [TITLE], 40)

    assert split(edited_tag(tag, ("Folk",), KEEP).tag).extended == extended


def test_a_flag_for_an_extended_header_that_is_not_there_is_no_trouble():
    tag = with_extended(4, b"", [TITLE, (b"TCON", latin1(b"Rock"))], 10)

    assert edited_tag(tag, ("Folk",), KEEP).tag == with_extended(
        4, b"", [TITLE, (b"TCON", latin1(b"Folk"))], 10
    )


def test_a_footer_follows_the_header():
    tag = id3v2(4, [TITLE])
    tag = tag[:5] + b"\x10" + tag[6:] + b"3DI" + tag[3:5] + b"\x10" + tag[6:10]

    new = edited_tag(tag, ("Folk",), KEEP).tag

    assert new[-10:] == b"3DI" + new[3:10]
    assert new[10:-10] == id3v2(4, [TITLE, (b"TCON", latin1(b"Folk"))])[10:]


JUNK = [b"\xff\xfb\x90\x64" * 9, b"TIT9" + b"\x00\x7f\x7f\x7f" * 3, b"\0\0\0junk"]


@pytest.mark.parametrize("junk", JUNK, ids=["sound", "cut off", "behind zeros"])
def test_bytes_that_are_no_frames_stay_behind_the_frames(junk):
    tag = id3v2(4, [TITLE, (b"TCON", latin1(b"Rock"))])
    tag = tag[:6] + id3v2(4, [], padding=len(tag) - 10 + len(junk))[6:10] + tag[10:] + junk

    new = edited_tag(tag, ("Ambient",), KEEP).tag

    assert new[10:] == id3v2(4, [TITLE, (b"TCON", latin1(b"Ambient"))])[10:] + junk
    assert split(new).size == len(new)


def damaged(version, content, flags=0):
    return bytes([*b"ID3", version, 0, flags]) + id3v2(4, [], padding=len(content))[6:10] + content


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        (damaged(3, b"?" * 9 + id3v2(3, [(b"TCON", b"\0Rock")])[10:]), "behind damaged frames"),
        (damaged(4, b"TIT2\0\0\1\1\0\0" + bytes(129) + b"?" * 200), "lead nowhere"),
        (damaged(2, b"TCO\1\0\0\0Rock"), "behind damaged frames"),
        (damaged(3, b"TCON\0\0\1\0\0\0\0Rock"), "behind damaged frames"),
        (damaged(5, b""), "ID3v2.5, which nobody has described"),
        (damaged(2, b"", flags=0x40), "flags that mean nothing"),
        (damaged(4, b"", flags=0x01), "flags that mean nothing"),
        (damaged(3, b"\xff\xfb" * 9, flags=0x80), "unsynchronised, and is not"),
        (damaged(3, b"\xff" * 20, flags=0x40), "extended header of its ID3v2.3 tag"),
        (damaged(4, b"\0\0\0\2\1\0", flags=0x40), "extended header of its ID3v2.4 tag"),
        (damaged(4, b"", flags=0x10), "larger than what holds it"),
        (damaged(4, b"", flags=0x10) + b"3DI" + bytes(7), "footer"),
        (id3v2(3, [TITLE], padding=20)[:-5], "larger than what holds it"),
        (b"ID3\3\0\0\xff\0\0\0" + bytes(99), "header that makes no sense"),
    ],
)
def test_a_tag_that_cannot_be_changed_for_sure_is_refused_with_the_reason(tag, reason):
    with pytest.raises(Unwritable, match=reason):
        edited_tag(tag, ("Folk",), KEEP)


def test_a_genre_that_cannot_be_found_is_not_said_to_be_taken_away():
    with pytest.raises(Unwritable, match="behind damaged frames"):
        edited_tag(damaged(3, b"??TCON\0\0\0\5\0\0\0Rock"), (), KEEP)


@pytest.mark.parametrize("genre", ["17", "RX", "(17)", "Pop\0Rock", ""])
def test_a_genre_that_would_be_read_as_something_else_is_refused(genre):
    with pytest.raises(Unwritable, match="takes the genre"):
        edited_tag(id3v2(4, [TITLE]), (genre,), KEEP)
