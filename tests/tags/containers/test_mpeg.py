import io
import os

import pytest
from mutagen.id3 import ID3, TCON

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.tags.id3.v1 import genre_number
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import WriteRefused
from tests import material
from tests.material import ape_tag, id3v1, id3v2, latin1
from tests.tags.mpeg_edits import mpeg_edit
from tests.tags.raw_id3 import patched, unpatched

KEEP = WriteChoices()
TITLE = (b"TIT2", latin1(b"One"))
ROCK, FOLK = ((b"TCON", latin1(text)) for text in (b"Rock", b"Folk"))
LYRICS = b"LYRICSBEGINLYR00005Hello"
LYRICS += f"{len(LYRICS):06}LYRICS200".encode()


def written(tmp_path, genres, *, head=b"", tail=b"", choices=KEEP):
    """Return the change, and a file after it; taking it back is tried on the way."""
    path = material.make_mp3(tmp_path / "a.mp3", head=head, tail=tail)
    old = path.read_bytes()
    with path.open("rb") as file:
        edit = mpeg_edit(path, file, len(old), genres, choices)
    new = patched(old, edit.patches)
    assert unpatched(new, edit.patches) == old
    path.write_bytes(new)
    return edit.change, path


def ends_of(path):
    """Return what lies in front of the sound and behind it."""
    bare = material.make_mp3(path.with_name("bare.mp3")).read_bytes()
    head, found, tail = path.read_bytes().partition(bare)
    assert found
    return head, tail


def test_a_genre_in_id3v2_is_changed_and_the_byte_of_id3v1_follows(tmp_path):
    change, path = written(
        tmp_path, ("Folk",), head=id3v2(3, [ROCK, TITLE]), tail=id3v1(b"One", genre=17)
    )

    assert ends_of(path) == (id3v2(3, [FOLK, TITLE]), id3v1(b"One", genre=80))
    assert (change.before, change.after) == (("Rock",), ("Folk",))
    assert (change.kind_before, change.kind_after) == ("ID3v2.3", "ID3v2.3")
    assert change.path == path


@pytest.mark.parametrize("separator", ["; ", "/"])
def test_several_genres_may_be_one_text(tmp_path, separator):
    tail = ape_tag({"Genre": b"Rock"})

    _, path = written(
        tmp_path,
        ("Folk", "Pop"),
        head=id3v2(3, [ROCK, TITLE], padding=30),
        tail=tail,
        choices=WriteChoices(separator=separator),
    )

    joined = separator.join(("Folk", "Pop")).encode()
    assert ID3(path)["TCON"].text == [joined.decode()]
    assert ends_of(path)[1] == ape_tag({"Genre": joined})


def test_an_ape_tag_beside_id3v2_follows_where_it_has_a_genre(tmp_path):
    tail = ape_tag({"GENRE": b"Rock", "Title": b"One"}) + LYRICS + id3v1(b"One", genre=17)

    _, path = written(tmp_path, ("Zouk Fusion",), head=id3v2(4, [TITLE], padding=30), tail=tail)

    new_tail = ape_tag({"GENRE": b"Zouk Fusion", "Title": b"One"}) + LYRICS
    assert ends_of(path)[1] == new_tail + id3v1(b"One", genre=255)


def test_an_ape_tag_without_a_genre_stays_as_it_is_beside_id3v2(tmp_path):
    tail = ape_tag({"REPLAYGAIN_TRACK_GAIN": b"-3 dB"})

    _, path = written(tmp_path, ("Folk",), head=id3v2(4, [TITLE], padding=30), tail=tail)

    assert ends_of(path)[1] == tail


def test_a_file_that_has_its_tags_in_ape_gets_the_genre_there(tmp_path):
    tail = ape_tag({"Title": b"One"}) + id3v1(b"One", genre=17)

    change, path = written(tmp_path, ("Folk",), tail=tail)

    new_tail = ape_tag({"Title": b"One", "Genre": b"Folk"}) + id3v1(b"One", genre=80)
    assert ends_of(path) == (b"", new_tail)
    assert (change.kind_before, change.kind_after) == ("APEv2", "APEv2")
    assert read_facts(path).tags.title == "One"


def test_a_number_is_enough_where_the_file_has_nothing_but_id3v1(tmp_path):
    change, path = written(tmp_path, ("Folk",), tail=id3v1(b"One", genre=17))

    assert ends_of(path) == (b"", id3v1(b"One", genre=80))
    assert (change.before, change.kind_before, change.kind_after) == (("Rock",), "ID3v1", "ID3v1")


@pytest.mark.parametrize(
    ("genres", "choices", "number"),
    [
        (("Zouk Fusion",), KEEP, 255),
        (("Folk", "Pop"), KEEP, 80),
        (("Folk",), WriteChoices(id3=Id3Version.V2_3), 80),
    ],
)
def test_a_tag_is_added_where_a_number_does_not_say_it_all(tmp_path, genres, choices, number):
    change, path = written(tmp_path, genres, tail=id3v1(b"One", genre=17), choices=choices)

    assert read_facts(path).tags.genres == genres
    assert ends_of(path)[1] == id3v1(b"One", genre=number)
    assert (change.kind_before, change.kind_after) == ("ID3v1", "ID3v2.3")
    assert tuple(map(str, change.remarks)) == ("an ID3v2.3 tag is added",)


@pytest.mark.parametrize("version", [Id3Version.V2_3, Id3Version.V2_4])
def test_a_tag_that_is_added_says_what_id3v1_says(tmp_path, version):
    tail = id3v1(b"One", "周杰倫".encode("big5"), b"Best of  ", b"1999", track=7, genre=17)

    _, path = written(tmp_path, ("Zouk",), tail=tail, choices=WriteChoices(id3=version))

    tags, new = read_facts(path).tags, ID3(path, translate=False, load_v1=False)
    assert (tags.title, tags.artist, tags.album) == ("One", "周杰倫", "Best of")
    assert (tags.year, tags.track_number, tags.genres) == ("1999", "7", ("Zouk",))
    assert new["TPE1"].text == ["周杰倫".encode("big5").decode("latin-1")]
    assert path.read_bytes().endswith(tail[:-1] + b"\xff")


def test_a_file_without_tags_gets_one(tmp_path):
    change, path = written(tmp_path, ("国语流行",))

    assert read_facts(path).tags.genres == ("国语流行",)
    assert (change.before, change.kind_before, change.kind_after) == ((), "", "ID3v2.3")


@pytest.mark.parametrize("tail", [b"", id3v1(b"One", genre=255), ape_tag({"Title": b"One"})])
def test_taking_away_what_is_not_there_changes_nothing(tmp_path, tail):
    _, path = written(tmp_path, (), tail=tail)

    assert ends_of(path) == (b"", tail)


def test_of_stacked_tags_the_first_gets_the_genre_and_others_follow_it(tmp_path):
    head = id3v2(3, [TITLE], padding=15) + id3v2(4, [TITLE]) + id3v2(4, [ROCK, TITLE])

    _, path = written(tmp_path, ("Folk",), head=head)

    new_head = id3v2(3, [TITLE, FOLK]) + id3v2(4, [TITLE]) + id3v2(4, [FOLK, TITLE])
    assert ends_of(path) == (new_head, b"")


def test_a_file_that_says_it_already_needs_no_patch(tmp_path):
    path = material.make_mp3(
        tmp_path / "a.mp3", head=id3v2(3, [FOLK]), tail=id3v1(b"One", genre=80)
    )

    with path.open("rb") as file:
        edit = mpeg_edit(path, file, path.stat().st_size, ("Folk",), KEEP)

    assert edit.patches == ()


def test_patches_hold_the_genre_and_not_what_moves(tmp_path):
    cover = (b"APIC", b"\0image/jpeg\0\3\0" + os.urandom(300_000))
    path = material.make_mp3(tmp_path / "a.mp3", head=id3v2(3, [ROCK, cover], padding=100))

    with path.open("rb") as file:
        edit = mpeg_edit(path, file, path.stat().st_size, ("Progressive Rock",), KEEP)

    assert sum(len(patch.old) + len(patch.new) for patch in edit.patches) < 100


class Watched(io.BytesIO):
    """Notes which bytes are read."""

    def __init__(self, content):
        super().__init__(content)
        self.read_to = []

    def read(self, count=-1):
        start = self.tell()
        content = super().read(count)
        self.read_to.append((start, self.tell()))
        return content


def test_the_sound_is_not_read(tmp_path):
    head, tail = id3v2(3, [ROCK, TITLE]), ape_tag({"Genre": b"Rock"}) + id3v1(b"One")
    path = material.make_mp3(tmp_path / "a.mp3", frames=100, head=head, tail=tail)
    content = path.read_bytes()
    file = Watched(content)

    mpeg_edit(path, file, len(content), ("Folk",), KEEP)

    sound = range(len(head) + 10, len(content) - len(tail) - 160)
    assert [part for part in file.read_to if part[0] in sound or part[1] - 1 in sound] == []


def test_a_tag_larger_than_its_file_is_refused(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(id3v2(3, [TITLE], padding=999)[:500])

    with path.open("rb") as file, pytest.raises(WriteRefused) as caught:
        mpeg_edit(path, file, 500, ("Folk",), KEEP)

    assert str(caught.value) == "a.mp3: its ID3v2 tag says that it is larger than the file"


@pytest.mark.parametrize("head", [b"", id3v2(3, [TITLE])], ids=["alone", "behind another"])
def test_a_tag_without_a_size_is_not_hidden_behind_a_new_one(tmp_path, head):
    with pytest.raises(WriteRefused, match="header that makes no sense"):
        written(tmp_path, ("Folk",), head=head + b"ID3\3\0\0\xff\0\0\0")


@pytest.mark.parametrize(
    ("genre", "number"),
    [("Blues", 0), ("hip hop", 7), ("Psybient", 191), ("国语流行", 255), ("R&B", 14)],
)
def test_genres_have_their_numbers_however_they_are_spelt(genre, number):
    assert genre_number((genre, "Rock")) == number
    assert number == 255 or TCON.GENRES[number]
