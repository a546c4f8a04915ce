import csv
import json

import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.settings import ClassifySettings, Settings
from tests.scored_library import write_library
from tests.small_bundles import save_small_bundle

SCORED = {
    "青花瓷.mp3": ("Blues", 0.95),
    "b.mp3": ("Jazz", 0.8),
    "c.mp3": ("Jazz", 0.4),
    "two\nlines.mp3": ("Jazz", 0.9),
}
TAGS = {"b.mp3": {"artist": '=HYPERLINK("http://x")', "album": "+1"}}


@pytest.fixture
def verb(tmp_path, capsys):
    bundle = save_small_bundle(tmp_path / "small.pth")
    chosen = Settings(classifying=ClassifySettings(classifier=str(bundle)))
    settings.save(chosen, paths.settings_file())
    write_library(tmp_path / "library.db", tmp_path / "music", bundle, SCORED, tags=TAGS)

    def call(*arguments):
        status = main(["--library", str(tmp_path / "library.db"), *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return call


def rows_of(path, encoding="utf-8"):
    with path.open(encoding=encoding, newline="") as file:
        return {row["title"]: row for row in csv.DictReader(file)}


def test_a_table_holds_what_is_decided_and_suggested(verb, tmp_path):
    verb("accept", "--min-confidence", "0.9")

    status, lines, complaints = verb("export", "--csv", tmp_path / "list.csv")

    rows = rows_of(tmp_path / "list.csv")
    assert (status, complaints) == (0, "")
    assert lines == [f"4 tracks are in {tmp_path / 'list.csv'}."]
    assert rows["青花瓷.mp3"]["genre"] == "Blues"
    assert rows["青花瓷.mp3"]["state"] == "accepted"
    assert (rows["c.mp3"]["genre"], rows["c.mp3"]["suggested"]) == ("", "Jazz")
    assert (rows["c.mp3"]["confidence"], rows["c.mp3"]["verdict"]) == ("0.4", "not sure")
    assert (rows["c.mp3"]["length"], rows["c.mp3"]["seconds"]) == ("3:00", "180.0")


def test_what_a_spreadsheet_would_run_is_text(verb, tmp_path):
    verb("export", "--csv", tmp_path / "list.csv")

    row = rows_of(tmp_path / "list.csv")["b.mp3"]
    assert row["artist"] == '\'=HYPERLINK("http://x")'
    assert row["album"] == "'+1"


def test_excel_gets_the_mark_that_it_wants(verb, tmp_path):
    verb("export", "--csv", tmp_path / "plain.csv")
    verb("export", "--csv", tmp_path / "marked.csv", "--excel")

    assert not (tmp_path / "plain.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "marked.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows_of(tmp_path / "marked.csv", "utf-8-sig") == rows_of(tmp_path / "plain.csv")


def test_json_is_one_array_with_an_object_a_line(verb, tmp_path):
    verb("export", "--json", tmp_path / "list.json", "--queue", "confident")

    text = (tmp_path / "list.json").read_text(encoding="utf-8")
    found = json.loads(text)
    assert sorted(one["suggested"] for one in found) == ["Blues", "Jazz", "Jazz"]
    assert len(text.splitlines()) == 3 + 2


def test_playlists_hold_what_is_decided_or_sure(verb, tmp_path):
    folder = tmp_path / "lists"
    verb("accept", tmp_path / "music" / "c.mp3", "--genre", "AC/DC: 民謠")

    status, lines, complaints = verb("export", "--m3u", folder)

    song = tmp_path / "music" / "b.mp3"
    assert status == 1
    assert lines == [f"3 playlists with 3 tracks are in {folder}; 0 tracks have no sure genre."]
    assert "its name holds a line break, which no playlist can name" in complaints
    assert {path.name for path in folder.iterdir()} == {
        "Blues.m3u8",
        "Jazz.m3u8",
        "AC_DC_ 民謠.m3u8",
    }
    text = (folder / "Jazz.m3u8").read_text(encoding="utf-8").splitlines()
    assert text == ["#EXTM3U", '#EXTINF:180,=HYPERLINK("http://x") - b.mp3', str(song)]


def test_playlists_can_name_files_as_seen_from_them(verb, tmp_path):
    verb("export", "--m3u", tmp_path / "lists", "--relative", tmp_path / "music" / "b.mp3")

    text = (tmp_path / "lists" / "Jazz.m3u8").read_text(encoding="utf-8").splitlines()
    assert text[-1] == "../music/b.mp3"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "one of the arguments --csv --json --m3u is required"),
        (["--json", "x.json", "--excel"], "--excel goes with --csv"),
        (["--csv", "x.csv", "--relative"], "--relative goes with --m3u"),
        (["--csv", "no/such/folder/x.csv"], "folder"),
        (["--csv", "x.csv", "no-such-file"], "no-such-file does not exist"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(verb, arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    status, lines, complaints = verb("export", *arguments)

    assert (status, lines) == (2, [])
    assert sentence in complaints
    assert not (tmp_path / "x.csv").exists()
