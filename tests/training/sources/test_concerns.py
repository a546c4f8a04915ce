from dataclasses import replace
from pathlib import Path

import pytest

from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from musicreclass.training.sources.concerns import ConcernKind, concerns_of, near_copy_warnings
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_files import (
    SortedFile,
    contradicting,
    copies_among,
    near_copies,
)


def files(genre, artists, fingerprint=None):
    """Return a file of `genre` by each of `artists`."""
    return [
        SortedFile(
            f"/music/{genre}/{i}.mp3",
            genre,
            FileFacts(
                Stream("MP3", 200.0, 44_100),
                Tags(artist=artist),
                fingerprint or f"{genre} {i}",
            ),
            "",
            genre,
        )
        for i, artist in enumerate(artists)
    ]


def many(genre, count=12):
    return files(genre, [f"{genre} {i}" for i in range(count)])


def found(kind, *args, **kwargs):
    return [concern for concern in concerns_of(*args, **kwargs) if concern.kind is kind]


def test_a_genre_by_one_artist_is_told_with_the_artist():
    [concern] = found(
        ConcernKind.ONE_ORIGIN, [*files("Jazz", ["Miles"] * 12), *many("Pop")], GenreMapping()
    )

    assert concern.genre == "Jazz"
    assert str(concern.reason).startswith("All 12 tracks of Jazz are of one artist, Miles: nobody")


def test_an_artist_who_made_most_of_a_genre_is_told():
    sorted_files = [*files("Rock", ["Queen"] * 9 + ["A", "B", "C"]), *many("Pop")]

    [concern] = found(ConcernKind.ONE_DOMINATES, sorted_files, GenreMapping())

    assert str(concern.reason).startswith(
        "9 of the 12 tracks of Rock are of one artist, Queen, which"
    )


def test_genres_of_very_different_sizes_are_told_with_figures():
    every = [*many("Rock", 60), *many("Folk", 12)]

    [concern] = found(ConcernKind.IMBALANCE, every, GenreMapping())

    said = "Rock has 5 times as many tracks (60) as Folk (12): what is"
    assert str(concern.reason).startswith(said)


def test_three_hundred_genres_are_advised_against():
    every = [file for number in range(300) for file in many(f"Genre {number}", 2)]

    [concern] = found(ConcernKind.MANY_GENRES, every, GenreMapping())

    assert str(concern.reason).startswith("300 genres with 2 tracks in the middle are hard to tell")


def test_copies_are_named_in_pairs_within_and_across_genres():
    jazz, pop = files("Jazz", "AB", "one"), files("Pop", "AB", "two")
    blues = files("Blues", "A", "three"), files("Soul", "A", "three")
    every = [*jazz, *pop, *blues[0], *blues[1]]

    concerns = concerns_of(every, GenreMapping(), copies_among(every))

    within = next(concern for concern in concerns if concern.kind is ConcernKind.COPIES)
    across = next(concern for concern in concerns if concern.kind is ConcernKind.COPIES_ACROSS)
    assert within.files == (
        ("/music/Jazz/0.mp3", "/music/Jazz/1.mp3"),
        ("/music/Pop/0.mp3", "/music/Pop/1.mp3"),
    )
    assert str(across.reason) == (
        "One recording lies in several genres and count in none of them: Blues/0.mp3 = Soul/0.mp3."
        " Keep each in the one where it belongs."
    )


def test_unreadable_files_are_counted_and_the_first_named():
    problems = [FileProblem(Path(f"/music/Jazz/{n}.mp3"), as_said("it is empty")) for n in range(5)]

    [concern] = found(ConcernKind.UNREADABLE, many("Jazz"), GenreMapping(), unreadable=problems)

    assert str(concern.reason) == (
        "5 files cannot be read: Jazz/0.mp3; Jazz/1.mp3; Jazz/2.mp3; and 2 more. Repair or remove "
        "what is damaged."
    )
    assert len(concern.files) == 5


def test_balanced_genres_of_many_artists_are_no_concern():
    assert concerns_of([*many("Jazz"), *many("Pop")], GenreMapping()) == ()


@pytest.mark.parametrize(
    ("genres", "sentence"),
    [
        (
            ("Jazz", "Pop"),
            "One pair of files in different genres sound like one recording and",
        ),
        (("Jazz", "Jazz"), "One pair of files of one genre sound like one recording: Jazz/0.mp3"),
    ],
)
def test_recordings_that_sound_alike_are_named(genres, sentence):
    pair = [files(genre, "A")[0] for genre in genres]

    [warning] = near_copy_warnings(near_copies(pair, [(0, 1)]))

    assert str(warning).startswith(sentence)


@pytest.mark.parametrize(
    ("decided", "doubtful"),
    [((False, False), {0, 1}), ((True, False), {1}), ((True, True), {0, 1})],
)
def test_of_two_that_sound_alike_in_two_genres_the_decided_one_counts(decided, doubtful):
    pair = [
        replace(files(genre, "A")[0], is_decided=is_decided)
        for genre, is_decided in zip(("Jazz", "Pop"), decided, strict=True)
    ]

    problems = contradicting(pair, [(0, 1)])

    assert set(problems) == doubtful
    assert str(problems[1].reason) == (
        "it sounds like 0.mp3 in Jazz; keep the recording in one of them"
    )
