"""What is wrong with a file, or with a classifier, ends in a sentence and never in a genre."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from musicreclass.__main__ import main
from musicreclass.classifiers.bundle import Classifier
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from tests.material import tone, write_audio
from tests.small_bundles import MLP, save_small_bundle


class Harm:
    """A pickle of it makes a folder wherever it is read without care."""

    def __init__(self, example):
        self.example = example

    def __reduce__(self):
        return os.mkdir, (str(self.example),)


@pytest.fixture
def bundle(tmp_path):
    return save_small_bundle(tmp_path / "small.pth")


def classified(folder, bundle, capsys):
    """Return the exit status and what is said of each file in `folder`, by name."""
    status = main(
        ["classify", str(folder), "--json", "--workers", "2", "--classifier", str(bundle)]
    )
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return status, {Path(facts["path"]).name: facts for facts in said}


def other_features(path):
    config = MlpConfig(FeatureSet("older", MLP.features.columns), MLP.used, hidden=(8,))
    save_small_bundle(path, classifiers=(Classifier("mlp", config.build(3).eval()),), ensemble={})


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (other_features, "trained on other features than this program measures; train it again"),
        (lambda path: path.write_text("Blues"), "neither a classifier"),
        (lambda path: write_audio(path.with_suffix(".wav")).rename(path), "neither a classifier"),
        (lambda path: torch.save({"weights": torch.zeros(3)}, path), "no classifier of musicrecl"),
        (lambda path: torch.save(Harm(path.with_suffix(".harm")), path), "could do harm"),
    ],
    ids=["other features", "text", "music", "other weights", "malicious"],
)
def test_with_what_is_no_classifier_nothing_is_analyzed(tmp_path, capsys, spoil, sentence):
    song = write_audio(tmp_path / "song.wav")
    bundle = tmp_path / "mine.pth"
    spoil(bundle)

    status = main(["classify", str(song), "--json", "--classifier", str(bundle)])

    printed = capsys.readouterr()
    assert (status, printed.out) == (1, "")
    assert sentence in printed.err
    assert len(printed.err.splitlines()) == 1
    assert not bundle.with_suffix(".harm").exists()


def test_who_knows_one_genre_is_never_sure(tmp_path, capsys):
    music = tmp_path / "music"
    music.mkdir()
    write_audio(music / "song.wav", seconds=4.0)

    status, said = classified(music, save_small_bundle(tmp_path / "one.pth", ("Blues",)), capsys)

    song = said["song.wav"]
    assert status == 0
    assert (song["genre"], song["verdict"], song["confidence"]) == (None, "not sure", 0.0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing there")
@pytest.mark.timeout(60)
def test_pipes_and_devices_are_refused_at_once(bundle, tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.mp3")
    arguments = [str(tmp_path / "pipe.mp3"), "/dev/zero", "--json", "--classifier", str(bundle)]

    assert main(["classify", *arguments]) == 1

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["problem"] for line in lines] == ["this is no ordinary file"] * 2


def test_samples_far_beyond_full_scale_are_no_silence(bundle, tmp_path, capsys):
    music = tmp_path / "music"
    music.mkdir()
    soundfile.write(music / "huge.wav", tone(seconds=4.0) * 1e37, 44_100, subtype="FLOAT")

    status, said = classified(music, bundle, capsys)

    assert status == 1
    assert "beyond full scale" in said["huge.wav"]["problem"]


def test_of_files_that_were_cut_off_what_is_there_is_analyzed(bundle, tmp_path, capsys):
    music = tmp_path / "music"
    music.mkdir()
    for name in ("cut.wav", "cut.mp3", "cut.flac", "head.wav"):
        path = write_audio(music / name, seconds=8.0)
        share = 0.0001 if name == "head.wav" else 0.6
        path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])

    status, said = classified(music, bundle, capsys)

    assert status == 1
    for name in ("cut.wav", "cut.mp3", "cut.flac"):
        assert (said[name]["genre"], said[name]["problem"]) == ("Blues", None)
        assert said[name]["seconds_heard"] == pytest.approx(4.8, abs=0.3)
    assert said["head.wav"]["genre"] is None
    assert said["head.wav"]["problem"]


def test_people_are_told_of_a_cut_and_of_samples_that_are_no_numbers(bundle, tmp_path, capsys):
    music = tmp_path / "music"
    music.mkdir()
    holes = tone(seconds=4.0)
    holes[1_000:2_000] = np.nan
    soundfile.write(music / "holes.wav", holes, 44_100, subtype="FLOAT")
    cut = write_audio(music / "cut.wav", seconds=4.0)
    cut.write_bytes(cut.read_bytes()[:500_000])

    assert main(["classify", str(music), "--classifier", str(bundle)]) == 0

    rows = capsys.readouterr().out.splitlines()
    (of_cut,) = (row for row in rows if "cut.wav" in row)
    (of_holes,) = (row for row in rows if "holes.wav" in row)
    assert "(the file holds less sound than it says" in of_cut
    assert "(some samples are no numbers" in of_holes
    assert "100%" in of_holes
