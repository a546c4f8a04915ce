import csv
import json
import os

import pytest
import soundfile

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.core.location import columns_of
from musicreclass.settings import ClassifySettings, Settings
from tests.material import tone
from tests.small_bundles import GENRES, save_small_bundle

KEYS = {
    *("path", "genre", "confidence", "verdict", "candidates", "classifiers"),
    *("tags", "company", "seconds_heard", "problem"),
}


@pytest.fixture(scope="module")
def analyzed(tmp_path_factory):
    """Return a folder with three files, and one that is none, and a cache of what they sound like.

    All tests analyze the same, so that processes start once.
    """
    folder = tmp_path_factory.mktemp("music")
    soundfile.write(folder / "青花瓷.wav", tone(seconds=4.0), 44_100)
    soundfile.write(folder / "silent.wav", 0.0 * tone(seconds=4.0), 44_100)
    (folder / "broken.mp3").write_bytes(b"")
    return folder


@pytest.fixture(autouse=True)
def _shared_cache(tmp_path_factory, monkeypatch):
    cache = tmp_path_factory.getbasetemp() / "cache-of-classify"
    cache.mkdir(exist_ok=True)
    monkeypatch.setattr(paths, "cache_dir", lambda: cache)


@pytest.fixture
def bundle(tmp_path):
    return str(save_small_bundle(tmp_path / "small.pth"))


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_file_is_one_json_object_with_all_keys(analyzed, bundle, capsys):
    status = main(["classify", str(analyzed), "--json", "--classifier", bundle])

    by_path = {line["path"]: line for line in lines(capsys)}
    song = by_path[str(analyzed / "青花瓷.wav")]
    silent = by_path[str(analyzed / "silent.wav")]
    broken = by_path[str(analyzed / "broken.mp3")]
    assert status == 1
    assert [line.keys() for line in by_path.values()] == [KEYS] * 3
    assert (song["genre"], song["verdict"], song["problem"]) == ("Blues", "sure", None)
    assert song["candidates"][0]["genre"] == "Blues"
    assert {c["genre"] for c in song["candidates"]} == set(GENRES)
    assert song["classifiers"].keys() == {"mlp", "cnn"}
    assert song["seconds_heard"] == pytest.approx(4.0, abs=0.01)
    assert (silent["genre"], silent["verdict"]) == (None, "unlike")
    assert len(silent["candidates"]) == len(GENRES)
    assert (broken["genre"], broken["candidates"]) == (None, [])
    assert "empty" in broken["problem"]


def test_segments_tell_what_is_analyzed_where(analyzed, bundle, capsys):
    song = str(analyzed / "青花瓷.wav")

    assert main(["classify", song, "--json", "--segments", "--classifier", bundle]) == 0

    (line,) = lines(capsys)
    segments = line["segments"]["cnn"]
    assert "mlp" not in line["segments"]
    assert [segment["genre"] for segment in segments] == ["Blues"] * len(segments)
    assert segments[0]["start"] == 0.0
    assert segments[-1]["start"] == pytest.approx(1.0, abs=0.1)


def test_people_get_a_line_per_file_and_problems_apart(analyzed, bundle, capsys):
    assert main(["classify", str(analyzed), "--classifier", bundle]) == 1

    printed = capsys.readouterr()
    song, silent = sorted(printed.out.splitlines(), reverse=True)
    assert song.endswith("青花瓷.wav")
    assert silent.endswith("silent.wav  (there is nothing but silence)")
    assert "Blues " in song
    assert "100%" in song
    assert "unlike: Blues" in silent
    assert "or Jazz 33%" in silent
    assert "broken.mp3: the file is empty" in printed.err


@pytest.mark.parametrize(
    ("language", "novel", "either"),
    [("zh_TW", "陌生", "或"), ("zh_CN", "陌生", "或"), ("ja", "異質", "または")],
)
def test_lines_for_people_are_in_their_language_and_columns(
    analyzed, bundle, capsys, monkeypatch, language, novel, either
):
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")

    main(["classify", str(analyzed), "--classifier", bundle])

    song, silent = sorted(capsys.readouterr().out.splitlines(), reverse=True)
    paths_at = [columns_of(line[: line.index(str(analyzed))]) for line in (song, silent)]
    assert f"{novel}：Blues" in silent
    assert f"{either} Jazz 33%" in silent
    assert paths_at[0] == paths_at[1]


def test_a_table_holds_a_row_for_each_file(analyzed, bundle, tmp_path, capsys):
    table = tmp_path / "out.csv"

    assert main(["classify", str(analyzed), "--csv", str(table), "--classifier", bundle]) == 1

    with table.open(encoding="utf-8", newline="") as stream:
        rows = {row["path"]: row for row in csv.DictReader(stream)}
    song = rows[str(analyzed / "青花瓷.wav")]
    assert (song["genre"], song["verdict"], song["candidate_1"]) == ("Blues", "sure", "Blues")
    assert rows[str(analyzed / "silent.wav")]["genre"] == ""
    assert "empty" in rows[str(analyzed / "broken.mp3")]["problem"]
    assert capsys.readouterr().out == ""


def test_a_table_that_cannot_be_written_is_a_sentence(analyzed, bundle, tmp_path, capsys):
    table = tmp_path / "no-such-folder" / "out.csv"

    assert main(["classify", str(analyzed), "--csv", str(table), "--classifier", bundle]) == 1
    assert "out.csv cannot be written" in capsys.readouterr().err


def test_playlists_hold_what_is_sure(analyzed, tmp_path, capsys):
    bundle = save_small_bundle(tmp_path / "small.pth", ("R&B / Soul?", "Jazz", "Rock"))
    folder = tmp_path / "lists"

    main(["classify", str(analyzed), "--m3u", str(folder), "--classifier", str(bundle)])

    (playlist,) = folder.iterdir()
    assert playlist.suffix == ".m3u8"
    assert playlist.read_text(encoding="utf-8").splitlines() == [
        "#EXTM3U",
        str(analyzed / "青花瓷.wav"),
    ]


def test_in_a_hurry_the_costly_classifier_is_not_asked(analyzed, bundle, capsys):
    song = str(analyzed / "青花瓷.wav")

    assert main(["classify", song, "--json", "--fast", "--classifier", bundle]) == 0

    (line,) = lines(capsys)
    assert line["classifiers"].keys() == {"mlp"}


def test_the_settings_say_which_classifier_is_used(analyzed, bundle, capsys):
    chosen = Settings(classifying=ClassifySettings(classifier=bundle, speed="fast"))
    settings.save(chosen, paths.settings_file())

    assert main(["classify", str(analyzed / "青花瓷.wav"), "--json"]) == 0

    (line,) = lines(capsys)
    assert line["classifiers"].keys() == {"mlp"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no-such-file", "--classifier", "{bundle}"], "no-such-file does not exist"),
        (["{bundle}", "--classifier", "unknown"], "There is no classifier unknown"),
        (["{bundle}", "--engine", "onnx"], "unrecognized arguments: --engine onnx"),
        (["{bundle}", "--segments"], "--segments goes with --json"),
        (["{bundle}", "--json", "--csv", "x.csv"], "not allowed with argument --json"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(bundle, capsys, arguments, sentence):
    assert main(["classify", *(word.format(bundle=bundle) for word in arguments)]) == 2

    assert sentence in capsys.readouterr().err


def test_the_files_of_an_album_are_pooled_unless_each_is_wanted_for_itself(
    bundle, tmp_path, capsys
):
    folder = tmp_path / "Artist" / "Album"
    folder.mkdir(parents=True)
    for number in (1, 2, 3):
        seconds = 4.0 + number / 10
        soundfile.write(folder / f"0{number} Song.wav", tone(seconds=seconds), 44_100)
    asked = ["classify", str(tmp_path), "--classifier", bundle]

    main([*asked, "--json"])
    pooled = lines(capsys)
    main([*asked, "--json", "--by", "track"])
    alone = lines(capsys)
    main(asked)

    assert [line["company"] for line in alone] == [None] * 3
    assert [line["company"]["sounds"] for line in pooled] == [
        {"by": "album", "genre": "Blues", "tracks": 3}
    ] * 3
    assert pooled[0]["company"]["said"] == "3 of 3 tracks of this album sound like Blues"
    assert "3 of 3 files keep company" in capsys.readouterr().out


@pytest.fixture
def odd(tmp_path, monkeypatch):
    """Return a folder, which one is in, with a song in folders of odd names."""
    folder = tmp_path / "odd"
    for name in ("dir\n", "=cmd|' C calc'!A0"):
        (folder / name / "etc").mkdir(parents=True)
        soundfile.write(folder / name / "etc" / "passwd.wav", tone(seconds=4.0), 44_100)
    monkeypatch.chdir(folder)
    return folder


needs_odd_names = pytest.mark.skipif(os.name != "posix", reason="no other system has such names")


@needs_odd_names
def test_playlists_name_no_file_of_which_the_name_ends_a_line(odd, bundle, tmp_path, capsys):
    status = main(["classify", str(odd), "--m3u", str(tmp_path / "lists"), "--classifier", bundle])

    (playlist,) = (tmp_path / "lists").iterdir()
    named = playlist.read_text(encoding="utf-8").splitlines()
    assert status == 1
    assert named == ["#EXTM3U", str(odd / "=cmd|' C calc'!A0" / "etc" / "passwd.wav")]
    assert r"dir\n/etc/passwd.wav" in capsys.readouterr().err


@needs_odd_names
def test_no_cell_of_a_table_is_run_by_a_spreadsheet(odd, bundle, tmp_path):
    table = tmp_path / "out.csv"

    main(["classify", "=cmd|' C calc'!A0", "--csv", str(table), "--classifier", bundle])

    with table.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["path"] == "'=cmd|' C calc'!A0/etc/passwd.wav"
    assert float(row["confidence"]) > 0


@needs_odd_names
def test_the_table_of_features_has_none_either(odd, tmp_path):
    table = tmp_path / "out.csv"

    main(["features", "=cmd|' C calc'!A0", "--csv", str(table), "--workers", "1"])

    assert table.read_text(encoding="utf-8").splitlines()[-1].startswith("'=cmd|")


@needs_odd_names
def test_a_link_that_lies_in_wait_is_not_written_through(analyzed, bundle, tmp_path):
    table, victim = tmp_path / "out.csv", tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / f".{table.name}.{os.getpid()}.part").symlink_to(victim)

    main(["classify", str(analyzed), "--csv", str(table), "--classifier", bundle])

    assert victim.read_text() == "mine"
    assert table.read_text(encoding="utf-8").startswith("path,genre")
