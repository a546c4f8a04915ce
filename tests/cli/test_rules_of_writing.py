"""Rules and vocabulary at the command line: what `accept` and `write` say and do."""

import json

import pytest

from musicreclass.__main__ import main
from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import save_vocabulary, vocabulary_file
from musicreclass.core.genres.vocabulary import Vocabulary
from musicreclass.library.store import Library
from musicreclass.tags.read import read_facts

GENRES = {"a": "流行", "b": "Alternative Rock", "c": "Jazz", "d": ""}
ACCEPTED = {"a": "Pop", "b": "Rock", "c": "Rock", "d": "Rock"}


@pytest.fixture
def music(tmp_path, write_mp3):
    for name, genre in GENRES.items():
        write_mp3(tmp_path / "music" / f"{name}.mp3", title=name, genre=genre)
    return tmp_path / "music"


@pytest.fixture
def verb(library_file, music, capsys):
    def call(*arguments):
        status = main(["--library", str(library_file), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out.splitlines(), said.err

    call("scan", music)
    return call


@pytest.fixture
def accepted(verb, library_file):
    """Have a genre accepted for each file, as a bulk accept of suggestions does."""
    from datetime import UTC, datetime

    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
        now = datetime.now(UTC)
        library.decisions.record(
            {
                line.id: Decision(ReviewState.ACCEPTED, (ACCEPTED[line.title],), now, in_bulk=True)
                for line in lines
            }
        )


def genres(music):
    return [read_facts(file).tags.genres for file in sorted(music.iterdir())]


def test_a_dry_run_counts_apart_what_stays_as_it_is_and_says_why(verb, accepted):
    status, lines, _ = verb("write", "--dry-run")

    assert status == 0
    assert lines[-1] == "2 would be written, 2 stay as they are, 0 refused."
    said = [line.partition("/music/")[2] for line in lines[:4]]
    assert said == [
        "a.mp3: 流行 (流行 is the same genre)",
        "b.mp3: Alternative Rock (keeps Alternative Rock, which is finer)",
        "c.mp3: Jazz -> Rock",
        "d.mp3: - -> Rock",
    ]


def test_writing_leaves_a_finer_genre_and_another_language_byte_for_byte(verb, accepted, music):
    before = [(music / f"{name}.mp3").read_bytes() for name in "ab"]

    _, lines, _ = verb("write")

    assert lines[-1].startswith("2 written, 2 left as they were;")
    assert [(music / f"{name}.mp3").read_bytes() for name in "ab"] == before
    assert genres(music) == [("流行",), ("Alternative Rock",), ("Rock",), ("Rock",)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--existing", "only-empty"), ["流行", "Alternative Rock", "Jazz", "Rock"]),
        (("--existing", "replace"), ["流行", "Rock", "Rock", "Rock"]),
        (("--existing", "add"), ["流行", "Rock; Alternative Rock", "Rock; Jazz", "Rock"]),
        (
            ("--existing", "add", "--order", "old-first", "--most-genres", "2"),
            ["流行", "Alternative Rock; Rock", "Jazz; Rock", "Rock"],
        ),
        (("--names-as", "zh_TW"), ["流行", "Alternative Rock", "搖滾", "搖滾"]),
        (("--names-as", "ja"), ["流行", "Alternative Rock", "ロック", "ロック"]),
    ],
)
def test_options_choose_other_rules_for_a_run(verb, accepted, music, options, expected):
    verb("write", *options)

    assert ["; ".join(found) for found in genres(music)] == expected


def test_json_names_what_stays_and_why(verb, accepted):
    made = [json.loads(line) for line in verb("write", "--dry-run", "--json")[1]]

    assert [one["outcome"] for one in made] == ["unchanged", "unchanged", "written", "written"]
    assert made[1]["reason"] == "keeps Alternative Rock, which is finer"


@pytest.mark.parametrize("order", ["genre first", "path first", "in between"])
def test_a_genre_is_given_in_any_order_and_written_as_it_was_typed(verb, music, order):
    one, other = music / "b.mp3", music / "c.mp3"
    words = {
        "genre first": ("--genre", "流行", one, other),
        "path first": (one, other, "--genre", "流行"),
        "in between": (one, "--genre", "流行", other),
    }

    assert verb("accept", *words[order])[1][0] == "2 accepted, 0 left as they are."
    verb("write")

    assert genres(music)[1:3] == [("流行",), ("流行",)]


def test_a_genre_without_its_flag_is_told_how_to_be_given(verb, music):
    status, _, complaint = verb("accept", music, "--genre", "民謠", "Folk")

    assert status == 2
    assert "--genre 民謠 --genre Folk" in complaint


def test_a_genre_of_ones_own_vocabulary_counts_at_the_command_line(verb, accepted, music):
    save_vocabulary(Vocabulary().with_merged("jazz", "hard-rock"), vocabulary_file())

    _, lines, _ = verb("write", "--dry-run")

    assert "keeps Jazz, which is finer" in lines[2]


def test_a_damaged_vocabulary_is_named_and_set_aside(verb, accepted):
    vocabulary_file().write_text("{")

    status, lines, complaint = verb("write", "--dry-run")

    assert status == 0
    assert "genres.broken.json" in complaint
    assert lines[-1].startswith("2 would be written")


def test_files_with_chinese_genres_are_of_the_same_genre_when_scanned_again(verb, accepted, music):
    verb("write", "--names-as", "zh_TW")
    verb("scan")

    known = Taxonomy.shipped()
    assert [known.canonical(found[0]) for found in genres(music)][2:] == ["Rock", "Rock"]
    assert verb("write", "--dry-run")[1][-1].startswith("0 would be written")
