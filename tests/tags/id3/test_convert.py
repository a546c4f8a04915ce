import io
import zlib

import pytest
from mutagen.id3 import ID3

from musicreclass.core.tag_change import Id3Version
from musicreclass.tags.id3.tag_edit import edited_tag
from musicreclass.tags.tag_errors import Unwritable
from tests.material import id3v2, latin1, utf16
from tests.tags.raw_id3 import split

TO_3 = Id3Version.V2_3
TO_4 = Id3Version.V2_4
GENRE = (b"TCON", latin1(b"Folk"))
ROOM = 200


def said(reasons):
    return tuple(map(str, reasons))


def converted(version, frames, id3):
    """Return the new tag, checked to be as long as before, with what is lost."""
    old = id3v2(version, frames, padding=ROOM)
    edited = edited_tag(old, ("Folk",), id3)
    assert len(edited.tag) == len(old)
    return edited


def frames_of(tag):
    """Return all frames but the genre as pairs; none has flags."""
    pieces = [piece for piece in split(tag).pieces if piece.name != b"TCON"]
    assert all(piece.content[8:10] == b"\0\0" for piece in pieces)
    return [(piece.name, piece.content[10:]) for piece in pieces]


SERATO = (b"GEOB", latin1(b"application/octet-stream\0\0Serato Markers2\0\xff\xe0\0\xff\0"))
MISLABELLED = (b"TIT2", latin1("青花瓷".encode("gbk")))
SAME_IN_BOTH = [
    MISLABELLED,
    (b"TPE1", utf16("周杰倫")),
    SERATO,
    (b"PRIV", b"TRAKTOR4\0" + bytes(range(256))),
    (b"XYZW", b"\3no text"),
    (b"TSOP", latin1(b"Jay")),
]


@pytest.mark.parametrize(("version", "id3"), [(3, TO_4), (4, TO_3)])
def test_frames_that_mean_the_same_go_along_byte_by_byte(version, id3):
    edited = converted(version, SAME_IN_BOTH, id3)

    assert frames_of(edited.tag) == SAME_IN_BOTH
    assert (edited.lost, edited.remarks) == ((), ())
    assert split(edited.tag).version == 7 - version


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ((b"TIT2", b"\3plain"), latin1(b"plain")),
        ((b"TIT2", b"\3" + "Ω".encode()), utf16("Ω")),
        ((b"TIT2", b"\2" + "Ω".encode("utf-16-be")), utf16("Ω")),
        ((b"TXXX", b"\3name\0" + "Ω".encode()), b"\1\xff\xfen\0a\0m\0e\0\0\0\xff\xfe\xa9\3"),
        ((b"COMM", b"\3eng\0" + "Ω".encode()), b"\1eng\xff\xfe\0\0\xff\xfe\xa9\3"),
        ((b"USLT", b"\3engA\0B"), b"\0engA\0B"),
        ((b"WXXX", b"\3" + "Ω".encode() + b"\0http://\xff"), utf16("Ω") + b"\0\0http://\xff"),
        (
            (b"APIC", b"\3image/png\0\3" + "Ω".encode() + b"\0\x89PNG\0\0\xff"),
            b"\1image/png\0\3\xff\xfe\xa9\3\0\0\x89PNG\0\0\xff",
        ),
        ((b"GEOB", b"\2a/b\0\0f\0\0\0d\0\0\0\xff\0"), b"\0a/b\0f\0d\0\0\xff\0"),
        ((b"SYLT", b"\3eng\2\1d\0a\0\0\0\0\1b\0\0\0\0\2"), b"\0eng\2\1d\0a\0\0\0\0\1b\0\0\0\0\2"),
    ],
    ids=lambda frame: frame[0].decode() if isinstance(frame, tuple) else "",
)
def test_text_of_version_4_is_put_into_an_encoding_of_version_3(frame, expected):
    assert frames_of(converted(4, [frame], TO_3).tag) == [(frame[0], expected)]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ((b"TPE1", b"\3Ella\0Louis\0"), latin1(b"Ella/Louis")),
        ((b"TPE1", latin1(b"\xb0\xa1\0\xb0\xa2")), latin1(b"\xb0\xa1/\xb0\xa2")),
        ((b"TXXX", b"\3name\0one\0two"), latin1(b"name\0one/two")),
    ],
)
def test_several_texts_become_one_with_a_remark(frame, expected):
    edited = converted(4, [frame], TO_3)

    assert frames_of(edited.tag) == [(frame[0], expected)]
    assert said(edited.remarks) == (f"the texts of {frame[0].decode()} become one, parted by “/”",)


@pytest.mark.parametrize(
    ("date", "parts", "lost"),
    [
        (b"1999", {b"TYER": b"1999"}, ()),
        (b"1999-06-12", {b"TYER": b"1999", b"TDAT": b"1206"}, ()),
        (b"1999-06-12T10:11", {b"TYER": b"1999", b"TDAT": b"1206", b"TIME": b"1011"}, ()),
        (b"1999-06", {b"TYER": b"1999"}, ("TDRC (“1999-06” in full)",)),
        (b"1999\x002001", {b"TYER": b"1999"}, ("TDRC (“1999/2001” in full)",)),
        (b"June", {}, ("TDRC (“June” in full)",)),
    ],
)
def test_a_date_of_version_4_becomes_year_day_and_minute(date, parts, lost):
    edited = converted(4, [MISLABELLED, (b"TDRC", latin1(date)), SERATO], TO_3)

    dates = [(name, latin1(text)) for name, text in parts.items()]
    assert frames_of(edited.tag) == [MISLABELLED, *dates, SERATO]
    assert said(edited.lost) == lost


@pytest.mark.parametrize(
    ("parts", "date", "lost"),
    [
        ({b"TYER": b"1999"}, b"1999", ()),
        ({b"TYER": b"1999", b"TDAT": b"1206"}, b"1999-06-12", ()),
        ({b"TDAT": b"1206", b"TYER": b"1999", b"TIME": b"1011"}, b"1999-06-12T10:11", ()),
        ({b"TYER": b"1999-06-12"}, b"1999-06-12", ()),
        ({b"TYER": b"1999", b"TIME": b"1011"}, b"1999", ("TIME (“1011”)",)),
        ({b"TYER": b"MCMXCIX"}, None, ("TYER (“MCMXCIX”)",)),
        ({b"TYER": b"1999", b"TDRC": b"2001"}, b"2001", ("TYER (“1999”)",)),
        ({b"TYER": b"1999", b"TDRC": b"1999"}, b"1999", ()),
    ],
)
def test_year_day_and_minute_become_one_date(parts, date, lost):
    frames = [(name, latin1(text)) for name, text in parts.items()]

    edited = converted(3, [MISLABELLED, *frames], TO_4)

    dates = [(b"TDRC", latin1(date))] if date else []
    assert frames_of(edited.tag) == [MISLABELLED, *dates]
    assert said(edited.lost) == lost


def test_the_first_year_and_the_people_have_other_names():
    people = latin1(b"producer\0George")

    to_4 = converted(3, [(b"TORY", latin1(b"1967")), (b"IPLS", people)], TO_4)
    back = edited_tag(to_4.tag, ("Folk",), TO_3)

    assert frames_of(to_4.tag) == [(b"TDOR", latin1(b"1967")), (b"TIPL", people)]
    assert frames_of(back.tag) == [(b"TORY", latin1(b"1967")), (b"IPLS", people)]


def test_helpers_and_musicians_become_one_list():
    people = [(b"TMCL", b"\3sitar\0George"), (b"TIPL", latin1(b"producer\0George"))]

    edited = converted(4, people, TO_3)

    assert frames_of(edited.tag) == [(b"IPLS", latin1(b"sitar\0George\0producer\0George"))]


@pytest.mark.parametrize(
    ("version", "id3", "name", "meaning"),
    [
        (4, TO_3, "RVA2", "volume adjustment"),
        (4, TO_3, "TMOO", "mood"),
        (4, TO_3, "TSST", "subtitle of the set"),
        (4, TO_3, "CHAP", "chapter"),
        (3, TO_4, "EQUA", "equaliser"),
        (3, TO_4, "RVAD", "volume adjustment"),
        (3, TO_4, "TSIZ", "size of the sound"),
    ],
)
def test_what_the_other_version_cannot_hold_is_named(version, id3, name, meaning):
    edited = converted(version, [MISLABELLED, (name.encode(), latin1(b"x"))], id3)

    assert said(edited.lost) == (f"{name} ({meaning})",)
    assert frames_of(edited.tag) == [MISLABELLED]


@pytest.mark.parametrize(
    ("frame", "lost"),
    [
        ((b"TIT2", b"\3\xff\xff"), "TIT2 (damaged text)"),
        ((b"TIT2", b"\7text"), "TIT2 (damaged text)"),
        ((b"COMM", b"\2eng\0"), "COMM (damaged text)"),
        ((b"APIC", b"\3image/png"), "APIC (damaged text)"),
    ],
)
def test_text_that_makes_no_sense_is_named_too(frame, lost):
    edited = converted(4, [frame], TO_3)

    assert (said(edited.lost), frames_of(edited.tag)) == ((lost,), [])


def with_flags(version, flags, body):
    tag = bytearray(id3v2(version, [(b"TIT2", body)], padding=ROOM))
    tag[18:20] = flags
    return bytes(tag)


@pytest.mark.parametrize(
    ("tag", "id3"),
    [
        (with_flags(3, b"\0\x80", b"\0\0\0\6" + zlib.compress(latin1(b"title"))), TO_4),
        (with_flags(4, b"\0\x09", b"\0\0\0\6" + zlib.compress(latin1(b"title"))), TO_3),
        (with_flags(4, b"\0\x41", b"\x90\0\0\0\6" + latin1(b"title")), TO_3),
        (with_flags(3, b"\0\x20", b"\x90" + latin1(b"title")), TO_4),
    ],
    ids=["squeezed", "squeezed to 2.3", "grouped to 2.3", "grouped"],
)
def test_frames_with_flags_go_along_plain(tag, id3):
    assert frames_of(edited_tag(tag, ("Folk",), id3).tag) == [(b"TIT2", latin1(b"title"))]


def test_unsynchronisation_is_undone_on_the_way():
    body = b"\1\xff\0\xfe" + "Ω".encode("utf-16-le") + b"\xff\0\xe0\0"

    new = edited_tag(with_flags(4, b"\0\x02", body), ("Folk",), TO_3).tag

    assert frames_of(new) == [(b"TIT2", body.replace(b"\xff\0", b"\xff"))]


@pytest.mark.parametrize(
    ("tag", "lost"),
    [
        (with_flags(3, b"\0\x40", b"\x81secret"), "TIT2 (encrypted)"),
        (with_flags(4, b"\0\x04", b"\x81secret"), "TIT2 (encrypted)"),
        (with_flags(3, b"\0\x80", b"\0\0\0\6not squeezed"), "TIT2 (damaged compression)"),
    ],
)
def test_frames_that_nobody_can_read_cannot_go_along(tag, lost):
    id3 = TO_4 if tag[3] == 3 else TO_3

    assert said(edited_tag(tag, ("Folk",), id3).lost) == (lost,)


def test_a_genre_that_nobody_can_read_is_no_loss():
    tag = with_flags(4, b"\0\x04", b"\x81secret").replace(b"TIT2", b"TCON")

    edited = edited_tag(tag, ("Folk",), TO_3)

    assert edited.lost == ()
    assert split(edited.tag).genres == split(id3v2(3, [GENRE])).genres


@pytest.mark.parametrize("id3", [TO_3, TO_4], ids=["2.3", "2.4"])
def test_short_names_of_version_2_become_long_ones(id3):
    frames = [
        (b"TT2", utf16("青花瓷")),
        (b"PIC", b"\0JPG\3front\0\xff\xd8\xff"),
        (b"TCO", latin1(b"(17)")),
        (b"TYE", latin1(b"1999")),
        (b"CRM", b"owner\0"),
        (b"TCP", latin1(b"1")),
    ]

    edited = converted(2, frames, id3)

    year = b"TYER" if id3 is TO_3 else b"TDRC"
    assert frames_of(edited.tag) == [
        (b"TIT2", utf16("青花瓷")),
        (b"APIC", b"\0image/jpeg\0\3front\0\xff\xd8\xff"),
        (year, latin1(b"1999")),
        (b"TCMP", latin1(b"1")),
    ]
    assert said(edited.lost) == ("CRM (encrypted frame)",)
    assert ID3(io.BytesIO(edited.tag))["TCON"].genres == ["Folk"]


def test_a_converted_tag_loses_its_extended_header():
    tag = id3v2(3, [MISLABELLED, GENRE])
    tag = (
        tag[:5] + b"\x40" + id3v2(3, [], padding=len(tag))[6:10] + b"\0\0\0\6" + bytes(6) + tag[10:]
    )

    edited = edited_tag(tag, ("Pop",), TO_4)

    assert said(edited.lost) == ("extended header",)
    assert frames_of(edited.tag) == [MISLABELLED]


def test_a_tag_with_bytes_that_are_no_frames_keeps_its_version_or_is_refused():
    tag = id3v2(3, [MISLABELLED], padding=20)

    with pytest.raises(Unwritable, match="let it keep its version"):
        edited_tag(tag[:-2] + b"xx", ("Folk",), TO_4)
