import json

import numpy as np
import pytest

from musicreclass.__main__ import main
from musicreclass.tags.read import read_facts
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from tests.material import write_audio
from tests.own_genres import write_genres
from tests.small_bundles import save_small_bundle

GENRES = ("Drums", "Flutes")


@pytest.fixture(scope="module")
def music(tmp_path_factory):
    folder = write_genres(tmp_path_factory.mktemp("music"), tracks=4)
    (folder / "Drums" / "bad.mp3").write_bytes(b"")
    return folder


@pytest.fixture
def two(tmp_path):
    """Two classifiers, one of which takes all for drums and the other all for flutes."""
    return [
        save_small_bundle(tmp_path / "drummer.pth", GENRES),
        save_small_bundle(tmp_path / "flautist.pth", ("Flutes", "Drums", "Polka")),
    ]


def test_simple_ways_and_networks_are_compared_on_the_same_tracks(music, tmp_path, capsys):
    page = tmp_path / "page.html"
    command = ["compare", str(music), "--preset", "quick", "--folds", "2", "--workers", "1"]

    assert main([*command, "--json", "--html", str(page)]) == 1

    found = json.loads(capsys.readouterr().out)
    by_name = {one["name"]: one for one in found["classifiers"]}
    assert {"majority", "logistic regression", "svm", "xgboost", "encoder", "mlp"} <= by_name.keys()
    assert (found["tracks"], found["groups"], found["folds"]) == (8, 4, 2)
    assert by_name["svm"]["accuracy"] == 1.0
    assert by_name["mlp"]["size_bytes"] > 100_000
    assert by_name["svm"]["size_bytes"] is None
    assert by_name["majority"]["listening_seconds"] < by_name["svm"]["listening_seconds"]
    assert any("Drums: with tracks of 2 artists" in remark for remark in found["remarks"])
    assert found["left_out"][0]["reason"] == "the file is empty"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_classifiers_that_are_there_are_compared_without_training(music, two, capsys):
    options = [option for path in two for option in ("--classifier", str(path))]

    assert main(["compare", str(music), *options, "--workers", "1"]) == 1

    printed = capsys.readouterr()
    assert printed.out.startswith("2 classifiers on 8 tracks in 4 groups, in ")
    lines = [" ".join(line.split()) for line in printed.out.splitlines()]
    assert any(line.startswith("drummer 50.0 ") for line in lines)
    assert "may be luck" in printed.out
    assert "bad.mp3: the file is empty" in printed.err


def test_music_that_not_all_of_them_know_is_left_out_and_named(music, two, tmp_path, capsys):
    other = save_small_bundle(tmp_path / "other.pth", ("Drums", "Polka"))
    options = ["--classifier", str(two[0]), "--classifier", str(other)]

    main(["compare", str(music), *options, "--workers", "1", "--json"])

    found = json.loads(capsys.readouterr().out)
    assert found["tracks"] == 4
    assert "Not all of them know Flutes; that music is left out." in found["remarks"]
    assert [one["name"] for one in found["classifiers"]] == ["drummer", "other"]
    assert found["genres"] == ["Drums", "Flutes", "Polka"]


def test_whoever_was_trained_on_the_music_is_named(music, two, tmp_path, capsys):
    facts = {file: read_facts(file).fingerprint for file in sorted(music.rglob("*.flac"))}
    provenance = TrainingProvenance.of([*facts.values()][:3])
    knowing = save_small_bundle(
        tmp_path / "knowing.pth", GENRES, training={KEY: provenance.to_plain()}
    )
    honest = save_small_bundle(
        tmp_path / "honest.pth", GENRES, training={KEY: TrainingProvenance().to_plain()}
    )
    options = [o for path in (two[0], knowing, honest) for o in ("--classifier", str(path))]

    main(["compare", str(music), *options, "--workers", "1", "--json"])

    remarks = json.loads(capsys.readouterr().out)["remarks"]
    assert "drummer does not say what music it was taught" in remarks[0]
    assert remarks[1] == "knowing was taught 3 of these 8 tracks, and is flattered."
    assert not any("honest" in remark for remark in remarks)


def test_two_of_one_name_are_told_apart_by_their_folders(music, two, tmp_path, capsys):
    twin = save_small_bundle(tmp_path / "elsewhere" / "drummer.pth", GENRES)
    options = ["--classifier", str(two[0]), "--classifier", str(twin)]

    main(["compare", str(music), *options, "--workers", "1", "--json"])

    names = [one["name"] for one in json.loads(capsys.readouterr().out)["classifiers"]]
    assert names == [str(two[0]), str(twin)]


def test_classifiers_that_know_nothing_of_the_music_are_refused(music, two, tmp_path, capsys):
    other = save_small_bundle(tmp_path / "other.pth", ("Polka", "Tango"))

    assert (
        main(["compare", str(music), "--classifier", str(other), "--classifier", str(other)]) == 1
    )

    assert "of a genre that all classifiers know; they share Polka, Tango." in (
        capsys.readouterr().err
    )


def test_silence_is_left_out_of_a_comparison(two, tmp_path, capsys):
    music = write_genres(tmp_path / "quiet", tracks=2)
    silence = np.zeros((66_150, 1), np.float32)
    write_audio(music / "Drums" / "silent.flac", samples=silence)
    options = [option for path in two for option in ("--classifier", str(path))]

    main(["compare", str(music), *options, "--workers", "1", "--json"])

    (left_out,) = json.loads(capsys.readouterr().out)["left_out"]
    assert left_out["path"].endswith("silent.flac")
    assert "nothing but silence" in left_out["reason"]


def test_music_by_one_artist_is_not_compared(tmp_path, write_mp3, capsys):
    for name in ("Jazz/a.mp3", "Jazz/b.mp3", "Pop/c.mp3", "Pop/d.mp3"):
        write_mp3(tmp_path / "music" / name, title=name, artist="Sade")

    assert main(["compare", str(tmp_path / "music"), "--workers", "1"]) == 1

    assert "All tracks are by one artist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--classifier", "box"], "One classifier alone cannot be compared"),
        (["--folds", "1"], "--folds should be from 2 to 20."),
        (["--seed", "-1"], "--seed should be from 0 to 4294967295."),
        (["--html", "."], ". is a folder; name a file in it."),
        (["--html", "nowhere/page.html"], "nowhere is no folder; make it first."),
        (["--preset", "soon"], "soon is no preset; choose "),
        (["--classifier", "nobody", "--classifier", "else"], "There is no classifier nobody"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence(tmp_path, monkeypatch, capsys, options, sentence):
    monkeypatch.chdir(tmp_path)

    assert main(["compare", ".", *options]) == 2

    assert sentence in capsys.readouterr().err


def test_a_comparison_is_printed_in_the_language_of_the_person(music, two, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    options = [option for path in two for option in ("--classifier", str(path))]

    main(["compare", str(music), *options, "--workers", "1"])

    printed = capsys.readouterr()
    assert printed.out.startswith("2 個分類器，4 組共 8 首曲目，用時 ")
    assert "drummer 沒有說明它學過哪些音樂" in printed.out
    assert "已略過" in printed.err
