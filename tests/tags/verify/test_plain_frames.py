import io
import random
from dataclasses import replace

import pytest
from mutagen.id3 import APIC, COMM, ID3, TALB, TCON, TIT2

from musicreclass.core.tag_change import Id3Version
from musicreclass.tags.id3.tag_edit import edited_tag
from musicreclass.tags.id3.tag_texts import id3_texts
from musicreclass.tags.read import shown
from musicreclass.tags.verify.plain_frames import genres_of_same

TEXTS = (("Folk",), ("Folk", "民謠"), ("R&B; Soul",), ())


def tag_of(version, genres=("Rock",), padding=300, encoding=1):
    tag = ID3()
    tag.add(TIT2(encoding=encoding, text=["青花瓷"]))
    tag.add(TALB(encoding=encoding, text=["我很忙"]))
    tag.add(COMM(encoding=encoding, lang="eng", desc="", text=["TCON"]))
    tag.add(APIC(encoding=0, mime="image/png", type=3, desc="", data=bytes(range(256)) * 3))
    if genres:
        tag.add(TCON(encoding=encoding, text=list(genres)))
    file = io.BytesIO()
    tag.save(file, v2_version=version, v1=0, v23_sep=None, padding=lambda info: padding)
    return file.getvalue()


def read(tag):
    return shown(id3_texts(ID3(io.BytesIO(tag), translate=False)))


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("texts", TEXTS)
def test_it_says_what_a_parser_says(version, texts):
    old = tag_of(version)
    new = edited_tag(old, texts, Id3Version.KEEP).tag

    found = genres_of_same(old, new)

    assert found == texts
    assert read(new) == replace(read(old), genres=read(new).genres)


@pytest.mark.parametrize("version", [3, 4])
def test_one_byte_of_another_frame_is_enough(version):
    old = tag_of(version)
    new = edited_tag(old, ("Folk",), Id3Version.KEEP).tag
    chance = random.Random(0)
    genre = new.index(b"TCON\0")
    end = genre + 10 + new[genre + 7]
    others = [*range(genre), *range(end, len(new) - 300)]

    for at in chance.sample(others, 200):
        torn = new[:at] + bytes([new[at] ^ 1 << chance.randrange(8)]) + new[at + 1 :]
        assert genres_of_same(old, torn) is None


@pytest.mark.parametrize("said", ["(17)", "17", "RX", "(17)Folk", "tab\there"])
def test_what_readers_take_for_something_else_is_for_a_parser(said):
    old = tag_of(3)
    new = tag_of(3, [said], 300 - 2 * (len(said) - len("Rock")))

    assert len(new) == len(old)
    assert genres_of_same(old, new) is None


def test_what_is_not_plain_is_for_a_parser():
    plain = tag_of(3)
    flagged = plain[:5] + b"\x80" + plain[6:]
    older = plain[:3] + b"\x02" + plain[4:]
    behind = plain[:-1] + b"x"
    unclear = plain.replace(b"COMM", b"TCOM").replace(b"COMM", b"TPE1")
    title = unclear.index(b"TIT2")
    guessed = unclear[: title + 10] + b"\0" + unclear[title + 11 :]

    assert [genres_of_same(tag, tag) for tag in (flagged, older, behind, guessed)] == [None] * 4
    assert genres_of_same(plain, plain) == ("Rock",)
    assert genres_of_same(plain, plain + b"\0") is None


@pytest.mark.parametrize("version", [3, 4])
def test_a_tag_that_grew_has_the_same_frames(version):
    old = tag_of(version, padding=0)
    new = edited_tag(old, ("A longer name of a genre", "民謠"), Id3Version.KEEP).tag

    assert len(new) > len(old)
    assert genres_of_same(old, new) == ("A longer name of a genre", "民謠")
