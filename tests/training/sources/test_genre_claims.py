from pathlib import Path

import pytest

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.training.sources.concerns import ConcernKind
from musicreclass.training.sources.folders import sort_by_folder
from musicreclass.training.sources.genre_claims import ClaimSources, genre_in
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.trainable import Advice

MUSIC = Path("/music")
TAXONOMY = Taxonomy.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))


def sorted_by(words, files, *, fingerprints=None, mapping=None):
    """Sort `files`, name below the folder -> genre in its tags."""
    facts = [
        (
            str(MUSIC / name),
            FileFacts(
                Stream("MP3", 200.0, 44_100),
                Tags(genres=(genre,) if genre else ()),
                (fingerprints or {}).get(name, name),
            ),
        )
        for name, genre in files.items()
    ]
    return sort_by_folder(MUSIC, facts, TAXONOMY, mapping=mapping, claim_sources=words)


def genres_of(result):
    return {str(Path(file.path).relative_to(MUSIC)): file.genre for file in result.files}


@pytest.mark.parametrize(
    ("genres", "found"),
    [
        (("hip hop",), "Hip-Hop"),
        (("R&B/Soul",), "R&B/Soul"),
        (("Pop/Rock",), "Pop"),
        (("Other", "Jazz; Blues"), "Jazz"),
        (("Unknown",), ""),
        ((), ""),
    ],
)
def test_the_first_genre_that_tags_name_counts(genres, found):
    assert genre_in(Tags(genres=genres), TAXONOMY) == found


def test_tags_alone_say_the_genre_wherever_files_lie():
    files = {f"Artist/{n}.mp3": "hip hop" for n in range(5)} | {"loose.mp3": "", "b.mp3": "Jazz"}

    result = sorted_by(ClaimSources(by_folders=False, by_tags=True), files)

    assert result.counts == {"Hip-Hop": 5}
    assert {p.path.name: str(p.reason) for p in result.left_out} == {
        "loose.mp3": "nothing says of which genre it is",
        "b.mp3": "only one track is Jazz; 5 would be learned from",
    }
    assert result.mapping == GenreMapping()


def test_tags_come_before_folders_and_contradictions_are_named():
    files = {"Pop/a.mp3": "Rock", "Pop/b.mp3": "", "Rock/c.mp3": "Rock", "d.mp3": "Pop"}

    result = sorted_by(ClaimSources(by_tags=True), files)

    assert genres_of(result) == {
        "Pop/a.mp3": "Rock",
        "Pop/b.mp3": "Pop",
        "Rock/c.mp3": "Rock",
        "d.mp3": "Pop",
    }
    [concern] = [c for c in result.concerns if c.kind is ConcernKind.CONTRADICTIONS]
    assert concern.files == (("/music/Pop/a.mp3",),)
    assert "Your decision counts first, then the tags." in str(concern.reason)


def test_a_decision_is_the_last_word():
    words = ClaimSources(by_tags=True, decisions={"/music/Pop/a.mp3": "jazz"})

    result = sorted_by(words, {"Pop/a.mp3": "Rock", "Jazz/b.mp3": ""})

    assert genres_of(result) == {"Pop/a.mp3": "Jazz", "Jazz/b.mp3": "Jazz"}


def test_of_copies_in_two_genres_the_decided_one_counts():
    words = ClaimSources(decisions={"/music/Jazz/a.mp3": "Jazz"})
    same = {"Pop/a.mp3": "same", "Jazz/a.mp3": "same"}

    result = sorted_by(words, dict.fromkeys(same, ""), fingerprints=same)

    assert genres_of(result) == {"Jazz/a.mp3": "Jazz"}


def test_a_folder_that_is_left_out_stays_out_whatever_is_said_of_its_files():
    words = ClaimSources(decisions={"/music/old/a.mp3": "Jazz"})

    result = sorted_by(
        words, {"old/a.mp3": "", "Jazz/b.mp3": ""}, mapping=GenreMapping({"old": None})
    )

    assert genres_of(result) == {"Jazz/b.mp3": "Jazz"}


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (ClaimSources(), Advice.FOLDERS),
        (ClaimSources(by_folders=False, by_tags=True), Advice.TAGS),
        (ClaimSources(by_folders=False), Advice.DECISIONS),
    ],
)
def test_who_has_too_little_is_told_what_helps(words, advice):
    assert sorted_by(words, {}).advice is advice
