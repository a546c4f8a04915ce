import io
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.tags.id3.v1 import genre_number
from tests import material
from tests.tags.mpeg_edits import mpeg_edit
from tests.tags.random_tags import random_tag
from tests.tags.raw_id3 import has_right_checksum, patched, split, unpatched

SOUND = bytes.fromhex("fffb9000") + bytes(413)
KEEP = WriteChoices()
GENRES = st.lists(
    st.sampled_from(["Rock", "国语流行", "Música Popular", "(Live)", "Drum & Bass", "x" * 200]),
    max_size=3,
    unique=True,
).map(tuple)


def edit(content, genres, choices=KEEP):
    return mpeg_edit(Path("song.mp3"), io.BytesIO(content), len(content), genres, choices)


def tail_with(genres):
    genre = {"Genre": "\0".join(genres).encode()} if genres else {}
    number = genre_number(genres)
    return material.ape_tag({"Title": b"One", **genre}) + material.id3v1(b"One", genre=number)


def read_by_mutagen(tag):
    """Return the genres; frames of ID3v2.2 come under their longer names."""
    found = ID3(io.BytesIO(tag), load_v1=False, translate=False)
    return [genre for frame in found.values() if frame.FrameID == "TCON" for genre in frame.genres]


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32), genres=GENRES, has_tail=st.booleans())
def test_nothing_but_the_genre_changes_in_any_tag(seed, genres, has_tail):
    tag = random_tag(random.Random(seed))
    old = tag + SOUND * 3 + (tail_with(["Old"]) if has_tail else b"")

    answer = edit(old, genres)
    new = patched(old, answer.patches)

    before, after = split(old), split(new)
    assert before.size == len(tag)
    assert after[1:3] == before[1:3]
    assert after.others == before.others
    assert len(after.genres) == (1 if genres else 0)
    assert new[after.size :] == SOUND * 3 + (tail_with(genres) if has_tail else b"")
    assert read_by_mutagen(new) == list(genres)
    assert not after.extended or has_right_checksum(new)
    assert unpatched(new, answer.patches) == old


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32), genres=GENRES, id3=st.sampled_from(Id3Version))
def test_any_tag_goes_into_any_version(seed, genres, id3):
    old = random_tag(random.Random(seed)) + SOUND * 3

    answer = edit(old, genres, WriteChoices(id3=id3))
    new = patched(old, answer.patches)

    after = split(new)
    assert f"ID3v2.{after.version}" == answer.change.kind_after
    assert id3 is Id3Version.KEEP or f"2.{after.version}" == id3.value
    assert not after.rest.strip(b"\0")
    assert new[after.size :] == SOUND * 3
    assert read_by_mutagen(new) == list(genres)
    assert unpatched(new, answer.patches) == old
