import io

import pytest
from mutagen.apev2 import APEv2

from musicreclass.tags.containers.ape import edited_ape
from musicreclass.tags.tag_errors import Unwritable
from tests.material import ape_tag

COVER = b"cover.jpg\0\xff\xd8\xff\0"


def tag_of(genre, **more):
    return ape_tag({"Title": "青花瓷".encode("big5"), **genre, "Cover Art (Front)": COVER, **more})


def test_the_genre_is_replaced_where_it_stands_under_its_own_name():
    edited = edited_ape(tag_of({"GENRE": b"Rock"}), ("国语流行",))

    assert edited.tag == tag_of({"GENRE": "国语流行".encode()})
    assert edited.before == ("Rock",)


def test_a_genre_where_none_was_goes_behind_the_last_item():
    edited = edited_ape(tag_of({}), ("Folk", "Pop"))

    assert edited.tag == tag_of({}, Genre=b"Folk\0Pop")
    assert edited.before == ()


def test_nothing_is_added_where_that_is_not_wanted():
    assert edited_ape(tag_of({}), ("Folk",), may_add=False).tag == tag_of({})


def test_of_several_genres_the_first_is_left():
    edited = edited_ape(tag_of({"Genre": b"Rock"}, GENRE=b"Pop"), ("Folk",))

    assert edited.tag == tag_of({"Genre": b"Folk"})
    assert edited.before == ("Rock", "Pop")


def test_no_genres_take_the_item_away():
    assert edited_ape(tag_of({"Genre": b"Rock"}), ()).tag == tag_of({})


def test_a_tag_that_says_it_already_is_left_alone():
    tag = lying(tag_of({"Genre": b"Folk\0Pop"}), at=-16, value=9)

    assert edited_ape(tag, ("Folk", "Pop")).tag == tag


def test_a_new_tag_is_read_by_others():
    tag = edited_ape(b"", ("国语流行", "Pop")).tag

    assert list(APEv2(io.BytesIO(b"sound" * 99 + tag))["Genre"]) == ["国语流行", "Pop"]
    assert edited_ape(b"", ()).tag == b""


def test_header_and_footer_say_the_same():
    tag = edited_ape(edited_ape(b"", ("Folk",)).tag, ("Progressive Rock",)).tag

    assert tag[8:20] == tag[-24:-12]
    assert int.from_bytes(tag[12:16], "little") == len(tag) - 32
    assert (tag[23], tag[-9]) == (0xA0, 0x80)


def test_a_genre_that_was_no_text_becomes_one_and_stays_read_only():
    tag = bytearray(tag_of({"Genre": b"Rock"}))
    flags = tag.index(b"Genre") - 4
    tag[flags] = 0b011

    new = edited_ape(bytes(tag), ("Folk",)).tag

    assert new[flags] == 0b001


def lying(tag, *, at, value):
    """Return `tag` with another number in its footer, at an offset from its end."""
    return tag[:at] + value.to_bytes(4, "little") + tag[at + 4 :]


TAG = tag_of({"Genre": b"Rock"})


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        (lying(TAG, at=-16, value=9), "says it has 9 items and has 3"),
        (lying(TAG, at=-20, value=9), "another size than it has"),
        (TAG[:32] + lying(TAG[32:], at=0, value=9_999), "items of its APE tag make no sense"),
        (lying(TAG, at=-24, value=1_000), "English letters only"),
        (b"no tag at all", "another size"),
    ],
)
def test_a_tag_that_cannot_be_changed_for_sure_is_refused_with_the_reason(tag, reason):
    with pytest.raises(Unwritable, match=reason):
        edited_ape(tag, ("国语流行",))
