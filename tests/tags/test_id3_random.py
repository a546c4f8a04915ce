import io
import random
from pathlib import Path

import material
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3
from random_tags import random_tag
from raw_id3 import has_right_checksum, patched, split, unpatched

from musicreclass.core.tag_change import WriteChoices
from musicreclass.tags.mpeg_genre import mpeg_edit

SOUND = bytes.fromhex("fffb9000") + bytes(413)
PATH = Path("song.mp3")
GENRES = st.lists(
    st.sampled_from(["Rock", "国语流行", "Música Popular", "(Live)", "Drum & Bass", "x" * 200]),
    max_size=3,
    unique=True,
).map(tuple)


def edit(path, content, genres, choices=WriteChoices()):  # noqa: B008
    return mpeg_edit(path, io.BytesIO(content), len(content), genres, choices)


def read_by_mutagen(tag):
    """Return the genres; frames of ID3v2.2 come under their longer names."""
    found = ID3(io.BytesIO(tag), load_v1=False, translate=False)
    return [genre for frame in found.values() if frame.FrameID == "TCON" for genre in frame.genres]


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32), genres=GENRES, has_tail=st.booleans())
def test_nothing_but_the_genre_changes_in_any_tag(tmp_path_factory, seed, genres, has_tail):
    tag = random_tag(random.Random(seed))
    tail = material.ape_tag({"Title": b"One", "Genre": b"Old"}) + material.id3v1(b"One")
    old = tag + SOUND * 3 + (tail if has_tail else b"")

    answer = edit(PATH, old, genres)
    new = patched(old, answer.patches)

    before, after = split(old), split(new)
    assert before.size == len(tag)
    assert after[1:3] == before[1:3]
    assert after.others == before.others
    assert len(after.genres) == (1 if genres else 0)
    assert new[after.size :].startswith(SOUND * 3)
    assert read_by_mutagen(new) == list(genres)
    assert not after.extended or has_right_checksum(new)
    assert unpatched(new, answer.patches) == old
