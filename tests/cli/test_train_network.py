"""Networks that are trained alone from the command line, used afterwards as any classifier is."""

import json

import pytest

from musicreclass.__main__ import main
from musicreclass.classifiers.bundle import load
from musicreclass.training.networks import NETWORKS
from tests.own_genres import write_genres


@pytest.fixture
def music(tmp_path):
    return write_genres(tmp_path / "music", tracks=4, seconds=1.0)


def train(music, out, *arguments):
    options = ["--preset", "quick", "--out", str(out), "--workers", "1"]
    return main(["train", str(music), *options, *arguments])


@pytest.mark.parametrize("network", NETWORKS)
def test_a_network_is_trained_alone_and_ranks_the_genres_of_files(network, music, tmp_path, capsys):
    out = tmp_path / "own.pth"

    assert train(music, out, "--network", network, "--set", "epochs=1", "--json") == 0
    (classifier,) = load(out).classifiers
    assert (classifier.name, classifier.network.config.kind.name) == (network, network)
    assert json.loads(capsys.readouterr().out)["tracks"] == 8

    assert main(["classify", "--classifier", str(out), "--json", str(music)]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(said) == 8
    assert all(track["classifiers"].keys() == {network} for track in said)
    assert all({c["genre"] for c in track["candidates"]} == {"Drums", "Flutes"} for track in said)


def test_another_network_than_there_is_is_refused_with_those_there_are(music, tmp_path, capsys):
    assert train(music, tmp_path / "own.pth", "--network", "perceptron") == 2

    said = capsys.readouterr().err
    assert "there is no network perceptron, but cnn, crnn, transformer, vae, wave" in said


def test_a_teacher_says_what_it_gains_and_how_much_of_the_library_it_used(music, tmp_path, capsys):
    other = write_genres(tmp_path / "library", tracks=2, seconds=1.5)
    assert main(["scan", str(other)]) == 0
    out = tmp_path / "own.pth"
    capsys.readouterr()

    assert train(music, out, "--teacher", "encoder", "--set", "epochs=1", "--json") == 0

    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert "points more of the tracks than their genres alone" in note
    assert "; 4 tracks of no known genre were learned from, too." in note
    assert [c.name for c in load(out).classifiers] == ["cnn"]


def test_another_teacher_than_there_is_is_refused(music, tmp_path, capsys):
    assert train(music, tmp_path / "own.pth", "--teacher", "nobody") == 2

    assert "There is no encoder called nobody" in capsys.readouterr().err
