"""MP3s whose bytes tell their genres: what is told is what a parser says, or nothing is."""

import random

import pytest
from mutagen.id3 import ID3, TCON, TIT2

from musicreclass.core.tag_change import WriteChoices
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import TagError
from musicreclass.tags.verify.plain_mp3 import is_number, plain_tags
from musicreclass.tags.write import genre_edit_in
from tests.material import id3v1, id3v2, latin1, make_mp3, utf16
from tests.tags.random_tags import random_tag

CHOICES = WriteChoices()


def told(path):
    with path.open("rb") as file:
        return plain_tags(file)


def edit_of(path, known=None, genres=("Folk", "民謠")):
    with path.open("rb") as file:
        return genre_edit_in(path, file, genres, CHOICES, known=known)


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("genres", [("Rock",), ("Folk; 民謠",), ("Jazz", "Blues"), ()])
@pytest.mark.parametrize("encoding", [1, 3])
def test_genres_and_kind_are_those_that_a_scan_reads(tmp_path, version, genres, encoding):
    path = make_mp3(tmp_path / "a.mp3", frames=20)
    tag = ID3()
    tag.add(TIT2(encoding=encoding, text=["青花瓷"]))
    if genres:
        tag.add(TCON(encoding=encoding, text=list(genres)))
    tag.save(path, v2_version=version, v23_sep=None, v1=0)

    tags = read_facts(path).tags

    assert (told(path).genres, told(path).tag_kind) == (tags.genres, tags.tag_kind)


def test_whatever_is_told_of_tags_of_any_kind_a_scan_reads_too(tmp_path):
    chance, path, count = random.Random(5), tmp_path / "a.mp3", 0
    for _ in range(1_500):
        tail = chance.choice([b"", id3v1(b"title", genre=17)])
        make_mp3(path, frames=4, head=random_tag(chance), tail=tail)
        found = told(path)
        if found is None:
            continue
        count += 1
        try:
            tags = read_facts(path).tags
        except TagError:
            continue  # no track of a library
        if not tags.legacy_encoding:  # of which nobody asks
            assert (found.genres, found.tag_kind) == (tags.genres, tags.tag_kind)

    assert count > 20


def plain(path, *frames, tail=b"", version=3, behind=b""):
    return make_mp3(path, frames=20, head=id3v2(version, frames, padding=300) + behind, tail=tail)


ROCK, TITLE = (b"TCON", latin1(b"Rock")), (b"TIT2", utf16("青花瓷"))


@pytest.mark.parametrize(
    ("frames", "options"),
    [
        ((TITLE,), {"tail": id3v1(b"title", genre=17)}),
        ((TITLE,), {"tail": id3v1(b"title", genre=17)[:-2] + b"\x11"}),
        (((b"TCON", latin1(b"(17)")),), {}),
        (((b"TIT2", b"\0" + "青花瓷".encode("gbk")), ROCK), {}),
        ((ROCK,), {"behind": id3v2(3, [(b"TCON", latin1(b"Funk"))])}),
        ((ROCK,), {"behind": b"fLaC"}),
    ],
    ids=["by ID3v1", "by a short ID3v1", "by number", "mislabelled", "two tags", "no MP3"],
)
def test_nothing_is_told_where_others_may_say_more(tmp_path, frames, options):
    assert told(plain(tmp_path / "a.mp3", *frames, **options)) is None


def test_a_file_without_a_tag_tells_nothing(tmp_path):
    assert told(make_mp3(tmp_path / "a.mp3", frames=20)) is None


@pytest.mark.parametrize("tail", [b"", id3v1(b"title", genre=17)])
def test_an_edit_is_the_same_whether_all_is_read_or_the_tag_alone(tmp_path, tail):
    path = plain(tmp_path / "a.mp3", TITLE, ROCK, tail=tail)

    quick, whole = edit_of(path, known=("Rock",)), edit_of(path)

    assert (quick.is_plain, whole.is_plain) == (True, False)
    assert (quick.change, quick.patches) == (whole.change, whole.patches)


def test_all_is_read_where_the_tag_says_other_genres_than_are_known(tmp_path):
    path = plain(tmp_path / "a.mp3", ROCK)

    edit = edit_of(path, known=("Funk",))

    assert not edit.is_plain
    assert edit.before[1].genres == ("Rock",)


def test_the_number_of_a_genre_is_the_last_byte_of_id3v1(tmp_path):
    path = plain(tmp_path / "a.mp3", ROCK, tail=id3v1(b"title", genre=17))
    other = plain(tmp_path / "b.mp3", ROCK)

    with path.open("rb") as file, other.open("rb") as bare:
        last = path.stat().st_size - 1
        assert [is_number(file, at) for at in (last, last - 1)] == [True, False]
        assert not is_number(bare, other.stat().st_size - 1)
