"""Scanning and listening without a window: what the window would suggest, it suggests."""

import json
import os
import shutil
from dataclasses import replace

import pytest
import soundfile

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.cli.console import ConsoleContext
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.pipeline.classification import classify
from musicreclass.settings import ClassifySettings, ScanSettings, Settings
from tests.material import tone
from tests.small_bundles import save_small_bundle


@pytest.fixture(scope="module")
def music(tmp_path_factory):
    folder = tmp_path_factory.mktemp("music")
    for name in ("one/青花瓷.wav", "one/b.wav", "two/c.wav"):
        (folder / name).parent.mkdir(exist_ok=True)
        seconds = 3.0 + len(name) / 10
        soundfile.write(folder / name, tone(seconds=seconds), 44_100)
    return folder


@pytest.fixture(autouse=True)
def _shared_cache(tmp_path_factory, monkeypatch):
    cache = tmp_path_factory.getbasetemp() / "cache-of-scans"
    cache.mkdir(exist_ok=True)
    monkeypatch.setattr(paths, "cache_dir", lambda: cache)


@pytest.fixture
def verb(tmp_path, capsys):
    bundle = save_small_bundle(tmp_path / "small.pth")
    chosen = Settings(classifying=ClassifySettings(classifier=str(bundle)))
    settings.save(chosen, paths.settings_file())

    def call(*arguments):
        status = main(["--library", str(tmp_path / "library.db"), *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return call


def states(verb):
    _, lines, _ = verb("review", "--tracks", "--json")
    return sorted(json.loads(line)["state"] for line in lines)


def test_the_command_line_reviews_on_its_own(verb, music, tmp_path):
    status, (line,), complaints = verb("scan", music, "--listen", "--workers", "1", "--json")

    facts = json.loads(line)
    assert status == 0
    assert complaints == f"A new library was begun: {tmp_path / 'library.db'}.\n"
    assert (facts["new"], facts["listened"], facts["not_listened"]) == (3, 3, 0)
    assert states(verb) == ["suggested"] * 3
    assert verb("accept", "--min-confidence", "80%")[1][0] == "3 accepted, 0 left as they are."


def test_what_was_analyzed_is_not_again(verb, music):
    verb("scan", music, "--listen", "--workers", "1")

    _, (line,), _ = verb("scan", "--listen", "--workers", "1", "--json")

    assert json.loads(line)["listened"] == 0


def test_only_what_is_below_the_folder_is_analyzed(verb, music):
    verb("scan", music)

    _, lines, _ = verb("scan", music / "one", "--listen", "--workers", "1")

    assert lines[-1].startswith("2 tracks listened to in ")
    assert states(verb) == ["new", "suggested", "suggested"]


def test_who_stops_goes_on_there_the_next_time(verb, music, monkeypatch):
    def stop(ctx, batch):
        if isinstance(batch[0][1], SuggestionLine):
            ctx.cancel()  # as Ctrl-C does

    with monkeypatch.context() as patch:
        patch.setattr(classify, "COMMIT_TRACKS", 1)
        patch.setattr(ConsoleContext, "publish", stop)
        status, _, _ = verb("scan", music, "--listen", "--workers", "1")
    done = states(verb).count("suggested")
    _, (line,), _ = verb("scan", "--listen", "--workers", "1", "--json")

    assert status == 130
    assert 1 <= done < 3
    assert json.loads(line)["listened"] == 3 - done


def test_fast_goes_with_analysis(verb, music):
    status, _, complaints = verb("scan", music, "--fast")

    assert status == 2
    assert "--speed goes with --listen" in complaints


def test_what_classify_says_of_tracks_of_the_library_is_kept(verb, music):
    verb("scan", music / "one")

    _, lines, _ = verb("classify", music, "--workers", "1", "--json")

    assert len(lines) == 3
    assert states(verb) == ["suggested"] * 2
    assert verb("accept", "--min-confidence", "0.8")[1][0].startswith("2 accepted")


def test_what_classify_says_elsewhere_makes_no_library(verb, music, tmp_path):
    verb("classify", music / "one" / "b.wav", "--workers", "1", "--json")

    assert not (tmp_path / "library.db").exists()


def test_what_was_changed_since_the_scan_is_not_kept(verb, tmp_path, music):
    song = tmp_path / "own" / "a.wav"
    song.parent.mkdir()
    soundfile.write(song, tone(seconds=3.0), 44_100)
    verb("scan", song.parent)
    soundfile.write(song, tone(seconds=3.5), 44_100)

    verb("classify", song, "--workers", "1", "--json")

    assert states(verb) == ["new"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere links take rights")
@pytest.mark.parametrize(("follows", "found"), [(True, 3), (False, 2)])
def test_the_settings_of_scanning_count_here_too(verb, music, tmp_path, follows, found):
    folder = tmp_path / "linked"
    shutil.copytree(music / "one", folder)
    (folder / "two").symlink_to(music / "two")
    chosen = settings.load(paths.settings_file())
    scanning = ScanSettings(follow_symlinks=follows, workers=1)
    settings.save(replace(chosen, scan=scanning), paths.settings_file())

    _, (line,), _ = verb("scan", folder, "--json")

    assert json.loads(line)["files"] == found


def test_broken_settings_are_named(verb, music):
    paths.settings_file().write_text("scan = 3")

    status, _, complaints = verb("scan", music)

    assert status == 0
    assert "settings.broken.toml" in complaints
