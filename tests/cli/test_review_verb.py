import json

import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
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


@pytest.mark.parametrize(("least", "count"), [("90%", 1), ("0.5", 2), ("30", 3), ("100%", 0)])
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
