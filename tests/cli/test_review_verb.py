import json
from pathlib import Path

import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.core.location import columns_of
from musicreclass.settings import ClassifySettings, Settings
from tests.scored_library import write_library
from tests.sentences.every_reason import with_english
from tests.small_bundles import save_small_bundle
from tests.sounding_rows import keep_rows, row_of

SCORED = {
    "青花瓷.mp3": ("Blues", 0.95),
    "b.mp3": ("Jazz", 0.8),
    "c.mp3": ("Jazz", 0.4),
    "d.mp3": None,
}


@pytest.fixture
def verb(tmp_path, capsys):
    """Return a caller of a verb on a library that was analyzed: status, lines, complaints."""
    bundle = save_small_bundle(tmp_path / "small.pth")
    chosen = Settings(classifying=ClassifySettings(classifier=str(bundle)))
    settings.save(chosen, paths.settings_file())
    write_library(tmp_path / "library.db", tmp_path / "music", bundle, SCORED)

    def call(*arguments):
        status = main(["--library", str(tmp_path / "library.db"), *arguments])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return call


def queues(verb):
    status, (line,), _ = verb("review", "--json")
    assert status == 0
    return json.loads(line)


def test_queues_are_one_json_object(verb):
    assert queues(verb) == {
        "new": 1,
        "to_review": 3,
        "confident": 2,
        "not_sure": 1,
        "disagree": 0,
        "unlike": 0,
        "accepted": 0,
        "skipped": 0,
        "written": 0,
        "problems": 0,
        "genres": {"Jazz": 2, "Blues": 1},
    }


def test_queues_are_a_list_for_people(verb):
    status, lines, _ = verb("review")

    assert status == 0
    assert "        3  to review" in lines
    assert lines[-2:] == ["        2  Jazz", "        1  Blues"]


def test_queues_are_called_by_words_of_the_language(verb, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")

    _, lines, _ = verb("review")

    assert with_english({line: line for line in lines[:-2]}) == {}
    assert "        3  待審閱" in lines


def test_what_is_sure_is_accepted(verb):
    status, lines, complaints = verb("accept")

    assert (status, complaints) == (0, "")
    assert lines[0] == "2 accepted, 2 left as they are."
    assert "is not known" in lines[1]
    assert (queues(verb)["accepted"], queues(verb)["to_review"]) == (2, 1)


def test_each_accepted_track_is_one_json_object(verb, tmp_path):
    status, (line,), promise = verb("accept", "--min-confidence", "0.9", "--json")

    made = json.loads(line)
    assert status == 0
    assert made.pop("confidence") == pytest.approx(0.95, abs=1e-6)
    assert made == {
        "path": str(tmp_path / "music" / "青花瓷.mp3"),
        "state": "accepted",
        "genres": ["Blues"],
        "suggested": "Blues",
        "in_file": ["Blues"],
        "why": None,
    }
    assert "is not known" in promise


@pytest.mark.parametrize(
    ("least", "count"),
    [("90%", 1), ("0.5", 2), ("30", 3), ("100%", 0), ("5", 3), ("1.5%", 3), ("1", 0)],
)
def test_a_threshold_can_be_written_as_people_do(verb, least, count):
    _, lines, _ = verb("accept", "--min-confidence", least)

    assert lines[0].startswith(f"{count} accepted")


def test_a_genre_of_ones_own_is_given_to_files(verb, tmp_path):
    song, unscored = str(tmp_path / "music" / "b.mp3"), str(tmp_path / "music" / "d.mp3")

    status, lines, _ = verb(
        "accept", song, unscored, "--genre", "民謠", "--genre", "Folk", "--json"
    )

    made = [json.loads(line) for line in lines]
    assert status == 0
    assert [one["path"] for one in made] == [song, unscored]
    assert [one["genres"] for one in made] == [["民謠", "Folk"]] * 2
    assert [one["suggested"] for one in made] == ["Jazz", None]
    assert queues(verb)["accepted"] == 2


def test_a_folder_is_all_below_it(verb, tmp_path):
    assert verb("accept", str(tmp_path / "music"))[1][0] == "2 accepted, 2 left as they are."


def test_accepting_twice_accepts_nothing_anew(verb):
    verb("accept")

    assert verb("accept")[1] == ["0 accepted, 4 left as they are."]


def test_a_file_that_was_never_scanned_is_a_sentence_and_status_1(verb, tmp_path):
    (tmp_path / "new.mp3").touch()

    status, _, complaints = verb("accept", str(tmp_path / "new.mp3"))

    assert status == 1
    assert "new.mp3: nothing of it is in the library; scan its folder first." in complaints


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--genre", "Folk"], "--genre goes with files or folders"),
        ([".", "--genre", "Folk", "--min-confidence", "0.9"], "leave one of the two out"),
        ([".", "--genre", " "], "an empty one is none"),
        (["--min-confidence", "much"], "much is no confidence; write 0.9 or 90%"),
        (["--min-confidence", "900"], "900 is no confidence"),
        (["--min-confidence", "1.5"], "1.5 is no confidence; write 0.9 or 90%"),
        (["--min-confidence", "4.99"], "4.99 is no confidence; write 0.9 or 90%"),
        (["--min-confidence", "nan"], "nan is no confidence"),
        (["--min-confidence", "-1%"], "expected one argument"),
        (["no-such-file"], "no-such-file does not exist"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(verb, arguments, sentence):
    status, lines, complaints = verb("accept", *arguments)

    assert (status, lines) == (2, [])
    assert sentence in complaints


def test_a_query_says_which_tracks_are_meant(verb, tmp_path):
    keep_rows(tmp_path / "library.db", {"青花瓷.mp3": row_of("mellow"), "b.mp3": row_of("party")})

    _, (counted,), _ = verb("review", "--json", "--query", "tag:mellow")
    status, lines, complaints = verb(
        "accept", "--json", "--query", "-tag:柔和 confidence:>0.7", "--genre", "Chillout"
    )

    assert json.loads(counted)["to_review"] == 1
    assert (status, complaints) == (0, "")
    assert [json.loads(one)["genres"] for one in lines] == [["Chillout"]]
    assert lines[0].count("b.mp3")


def test_what_of_a_query_makes_no_sense_is_said(verb):
    _, _, complaints = verb("review", "--query", "era:loud")

    assert "There is no era loud" in complaints


def test_where_nothing_was_analyzed_it_is_said_what_to_do(verb, tmp_path):
    status, lines, complaints = verb("accept", str(tmp_path / "music" / "d.mp3"))

    assert (status, lines) == (0, ["0 accepted, 1 left as they are."])
    assert complaints == "Nothing was listened to yet: run musicreclass scan DIR --listen.\n"


def test_tracks_are_listed_one_json_object_each(verb, tmp_path):
    verb("accept", "--min-confidence", "0.9")
    keep_rows(tmp_path / "library.db", {"b.mp3": row_of("mellow")})

    status, lines, complaints = verb("review", "--tracks", "--json")

    found = {Path(one["path"]).name: one for one in map(json.loads, lines)}
    assert (status, complaints) == (0, "")
    assert found["d.mp3"] == {
        "path": str(tmp_path / "music" / "d.mp3"),
        "state": "new",
        "genre": None,
        "suggested": None,
        "confidence": None,
        "verdict": None,
        "tags": [],
    }
    assert found["青花瓷.mp3"]["state"] == "accepted"
    assert found["青花瓷.mp3"]["genre"] == found["青花瓷.mp3"]["suggested"] == "Blues"
    assert found["b.mp3"]["genre"] is None
    assert found["b.mp3"]["verdict"] == "sure"
    assert found["b.mp3"]["tags"][0] == "mellow"


@pytest.mark.parametrize(
    ("queue", "names"),
    [
        ("confident", ["b.mp3", "青花瓷.mp3"]),
        ("not_sure", ["c.mp3"]),
        ("not sure", ["c.mp3"]),
        ("to_review", ["b.mp3", "c.mp3", "青花瓷.mp3"]),
        ("new", ["d.mp3"]),
        ("written", []),
    ],
)
def test_tracks_of_a_queue_are_those_that_it_counts(verb, queue, names):
    _, lines, _ = verb("review", "--tracks", "--queue", queue, "--json")

    assert sorted(Path(json.loads(line)["path"]).name for line in lines) == names
    assert queues(verb)[queue.replace(" ", "_")] == len(names)


def test_tracks_are_a_table_with_straight_columns_for_people(verb):
    _, (header, *rows), _ = verb("review", "--tracks")

    starts = {columns_of(row[: row.index("/")]) for row in rows}
    assert header.split() == ["state", "confidence", "genre", "verdict", "file"]
    assert len(starts) == 1
    assert any("Jazz?" in row and "80%" in row for row in rows)


def test_a_path_and_a_query_narrow_the_list(verb, tmp_path):
    song = str(tmp_path / "music" / "b.mp3")

    _, (line,), _ = verb("review", "--tracks", "--json", song)
    _, rows, complaints = verb("review", "--tracks", song, "--query", "confidence:>0.9")

    assert json.loads(line)["path"] == song
    assert (rows, complaints) == ([], "There are no such tracks.\n")


def test_a_queue_that_is_none_is_wrong_use(verb):
    status, _, complaints = verb("review", "--tracks", "--queue", "loud")

    assert status == 2
    assert "invalid choice: 'loud'" in complaints
