import json

import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.core.tag_change import SafeWay, WriteChoices
from musicreclass.pipeline.writing import file_writes
from musicreclass.settings import Settings, WritingSettings
from musicreclass.tags.read import read_facts
from tests.failing_disk import FailingDisk, PowerCut
from tests.sounding_rows import keep_rows, row_of
from tests.tagged_library import GENRES, contents, decide_all, make_library, write_all

NAMES = ["青花瓷.mp3", "live/b.mp3", "c.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


@pytest.fixture
def verb(library_file, old, capsys):
    """Return a caller of a verb: status, lines printed, complaints."""

    def call(*arguments):
        status = main(["--library", str(library_file), *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return call


def genres_in(folder):
    return {read_facts(path).tags.genres for path in folder.rglob("*.mp3")}


def test_what_was_accepted_is_written(verb, folder):
    status, lines, complaints = verb("write")

    assert (status, complaints) == (0, "")
    assert lines == ["3 written, 0 left as they were; musicreclass undo 1 takes it back."]
    assert genres_in(folder) == {GENRES}


def test_what_is_written_need_not_be_written_again(verb):
    verb("write")

    assert verb("write") == (0, ["0 written, 0 left as they were."], "")


def test_each_file_is_one_json_object(verb, folder):
    status, lines, _ = verb("write", "--json", folder / "live")

    assert status == 0
    assert [json.loads(line) for line in lines] == [
        {
            "path": str(folder / "live" / "b.mp3"),
            "before": ["Rock"],
            "after": list(GENRES),
            "outcome": "written",
            "reason": None,
        }
    ]


def test_a_dry_run_changes_nothing(verb, folder, old):
    status, lines, _ = verb("write", "--dry-run", "--id3", "2.4")

    assert status == 0
    assert f"{folder / 'c.mp3'}: Rock -> Folk; 民謠" in lines
    assert "    ID3v2.3 -> ID3v2.4" in lines
    assert lines[-1] == "3 would be written, 0 stay as they are, 0 refused."
    assert contents(folder) == old


def test_a_dry_run_says_the_same_as_json_as_writing(verb, folder):
    (folder / "c.mp3").chmod(0o444)

    foretold = verb("write", "--dry-run", "--json")

    done = verb("write", "--json")
    assert sorted(foretold[1]) == sorted(done[1])
    assert foretold[0] == done[0] == 1


def test_what_is_refused_is_said_and_the_rest_goes_on(verb, folder):
    content = (folder / "c.mp3").read_bytes()
    (folder / "c.mp3").write_bytes(content.replace(b"Rock", b"Funk", 1))

    status, lines, complaints = verb("write")

    assert status == 1
    assert lines == [
        "2 written, 0 left as they were, 1 refused; musicreclass undo 1 takes it back."
    ]
    assert "c.mp3: it was changed since it was scanned; scan again" in complaints


def test_choices_are_those_of_the_settings_unless_given(verb, folder):
    usual = Settings(writing=WritingSettings(separator="/"))
    settings.save(usual, paths.settings_file())

    verb("write", folder / "c.mp3")
    verb("write", folder / "live", "--separator", "")

    assert read_facts(folder / "c.mp3").tags.genres == ("Folk/民謠",)
    assert read_facts(folder / "live" / "b.mp3").tags.genres == GENRES


def test_times_are_kept_unless_they_are_not_wanted(verb, folder):
    before = (folder / "c.mp3").stat().st_mtime_ns

    verb("write", folder / "c.mp3")
    kept = (folder / "c.mp3").stat().st_mtime_ns
    verb("write", folder / "live", "--no-keep-times")

    assert kept == before
    assert (folder / "live" / "b.mp3").stat().st_mtime_ns > before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no-such-file"], "no-such-file does not exist"),
        (["--queue", "skipped"], "invalid choice: 'skipped'"),
        (["--id3", "2.2"], "invalid choice: '2.2'"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(verb, folder, old, arguments, sentence):
    status, _, complaints = verb("write", *arguments)

    assert status == 2
    assert sentence in complaints
    assert contents(folder) == old


def test_a_file_that_was_never_scanned_is_a_sentence_and_status_1(verb, tmp_path):
    (tmp_path / "new.mp3").touch()

    status, _, complaints = verb("write", tmp_path / "new.mp3")

    assert status == 1
    assert "new.mp3: nothing of it is in the library; scan its folder first." in complaints


def test_the_last_batch_is_taken_back(verb, folder, old, library_file):
    verb("write")
    written = contents(folder)
    decide_all(library_file, ["Jazz"])
    verb("write")

    assert verb("undo") == (0, ["3 taken back, 0 refused."], "")
    assert contents(folder) == written
    assert verb("undo") == (0, ["3 taken back, 0 refused."], "")
    assert contents(folder) == old
    assert verb("undo")[0] == 2


def test_a_batch_is_taken_back_file_by_file_as_json(verb, folder, old):
    verb("write")

    status, lines, _ = verb("undo", "1", "--json")

    assert status == 0
    assert {json.loads(line)["outcome"] for line in lines} == {"undone"}
    assert contents(folder) == old


def test_a_file_that_others_changed_gets_its_genre_back_only_if_that_is_wanted(verb, folder):
    verb("write")
    path = folder / "c.mp3"
    path.write_bytes(path.read_bytes()[:-128])  # an ID3v1 tag that somebody took away

    status, lines, complaints = verb("undo")

    assert (status, lines) == (1, ["2 taken back, 1 refused."])
    assert "c.mp3: another program changed it since it was written" in complaints
    assert verb("undo", "--genre-only")[:2] == (0, ["1 taken back, 0 refused."])
    assert genres_in(folder) == {("Rock",)}


def test_batches_are_listed(verb):
    verb("write")

    _, (line, _), _ = verb("undo", "--list")
    _, (facts,), _ = verb("undo", "--list", "--json")

    assert "3 written  (Rock -> Folk; 民謠 3)" in line
    names = {"batch", "made_at", "written", "undoable", "genres", "file"}
    assert json.loads(facts).keys() == names
    assert json.loads(facts)["genres"] == [{"from": "Rock", "to": "Folk; 民謠", "files": 3}]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [([], "There is nothing to take back"), (["7"], "There is no batch 7 in the history")],
)
def test_what_was_not_written_cannot_be_taken_back(verb, arguments, sentence):
    status, _, complaints = verb("undo", *arguments)

    assert status == 2
    assert sentence in complaints


@pytest.mark.parametrize("next_verb", ["scan", "write", "undo"])
def test_what_a_crash_left_is_set_right_by_the_next_verb(
    verb, library_file, next_verb, monkeypatch
):
    monkeypatch.setattr(file_writes, "COPIERS", 1)  # so that no other file is under way
    disk = FailingDisk(0, PowerCut(), only=["sync_folder"])
    with pytest.raises(PowerCut):
        write_all(library_file, choices=WriteChoices(safe=SafeWay.COPY), disk=disk)

    _, _, complaints = verb(next_verb)

    assert "The program was interrupted while it changed files; written: 1" in complaints


def test_styles_are_added_by_an_option_or_a_setting(verb, library_file, folder):
    keep_rows(library_file, {name: row_of("house") for name in ("青花瓷.mp3", "b.mp3", "c.mp3")})

    _, (foretold, *_), _ = verb("write", "--dry-run", "--styles", "1", "--style-score", "0.5")
    assert foretold.endswith("Rock -> Folk; 民謠; House")
    settings.save(Settings(writing=WritingSettings(styles=1)), paths.settings_file())
    verb("write", folder / "c.mp3", "--styles", "0")
    verb("write")

    assert read_facts(folder / "c.mp3").tags.genres == GENRES
    assert read_facts(folder / "live/b.mp3").tags.genres == (*GENRES, "House")


@pytest.mark.parametrize("wrong", [("--styles", "-1"), ("--styles", "few"), ("--style-score", "2")])
def test_what_is_no_number_of_styles_and_no_score_is_refused(verb, wrong):
    status, _, complaints = verb("write", *wrong)

    assert status == 2
    assert f"{wrong[1]} is no" in complaints or "expected one argument" in complaints


def test_a_file_stays_the_same_one_unless_copies_are_wanted(verb, library_file, folder):
    def number():
        return (folder / "live" / "b.mp3").stat().st_ino

    first = number()
    verb("write")
    verb("undo")
    assert number() == first

    decide_all(library_file)
    verb("write", "--safe", "copy")
    second = number()
    assert second != first
    verb("undo", "--safe", "copy")
    assert number() != second


def test_copies_may_be_what_is_always_wanted(verb, folder):
    settings.save(Settings(writing=WritingSettings(safe="copy")), paths.settings_file())
    before = (folder / "live" / "b.mp3").stat().st_ino

    verb("write")

    assert (folder / "live" / "b.mp3").stat().st_ino != before
