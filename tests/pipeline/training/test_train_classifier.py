import json
import shutil
from pathlib import Path

import pytest

from musicreclass.__main__ import main
from musicreclass.classifiers.predict import predict
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.training.train_classifier import (
    CannotSave,
    check_destination,
)
from musicreclass.training.data.split import CannotSplit
from musicreclass.training.sources.trainable import CannotTrain
from tests.material import write_audio
from tests.own_genres import RATE, drum, flute, write_genres
from tests.pipeline.training.quick_training import options_in, train_quick
from tests.recording_context import RecordingContext


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Train the quick preset once; return the folder, the summary and what was reported."""
    folder = tmp_path_factory.mktemp("trained")
    write_genres(folder / "music")
    write_audio(folder / "music" / "loose.flac")
    ctx = RecordingContext()
    summary = train_quick(folder / "music", folder / "own.pth", ctx, options_in(folder))
    return folder, summary, ctx.reports


def suggestion_for(sound, bundle_file, folder):
    path = write_audio(folder / "new.flac", samples=sound[:, None].astype("f4"), sample_rate=RATE)
    loaded = load_classifier(bundle_file)
    analysis = analyze_file(
        AnalysisTask(AudioFileRef(str(path), FileStamp.of(path), ""), loaded.bundle.needs)
    )
    return loaded.calibrator.suggest(predict(loaded.bundle, analysis).predictions)


@pytest.mark.parametrize(("sound", "genre"), [(drum, "Drums"), (flute, "Flutes")])
def test_what_was_trained_recognises_what_it_was_not_trained_on(trained, tmp_path, sound, genre):
    folder, _, _ = trained

    suggestion = suggestion_for(sound(9, 3.0), folder / "own.pth", tmp_path)

    assert suggestion.candidates[0].genre == genre


def test_the_summary_tells_what_was_learned_and_how_well(trained):
    folder, summary, _ = trained

    plain = json.loads(json.dumps(summary.to_plain()))

    assert plain["out"] == str(folder / "own.pth")
    assert (plain["tracks"], plain["genres"]) == (12, {"Drums": 6, "Flutes": 6})
    assert (plain["groups"], plain["grouped_by"]) == (6, {"artist": 12})
    assert 0.9 <= plain["accuracy"] <= 1.0
    assert plain["interval"][0] <= plain["accuracy"] <= plain["interval"][1]
    assert plain["per_genre"]["Drums"]["support"] == 6
    assert plain["balanced_accuracy"] == pytest.approx(plain["accuracy"])
    assert {"macro_f1", "ece", "seconds", "seed", "preset"} <= plain.keys()
    assert plain["cannot_estimate"] == []
    assert [Path(p["path"]).name for p in plain["left_out"]] == ["loose.flac"]


def test_the_classifiers_carry_how_well_they_were_measured(trained):
    folder, summary, _ = trained

    training = load_classifier(folder / "own.pth").bundle.training

    assert training["accuracy"] == summary.measured.together.accuracy
    assert training["genres"] == {"Drums": 6, "Flutes": 6}


def test_the_stages_are_reported_by_name(trained):
    _, _, reports = trained

    words = list(dict.fromkeys(report.current.split()[0] for report in reports))

    assert words == ["Reading", "Listening", "Teaching"]
    assert reports[-1].done == reports[-1].total


def test_a_training_that_is_stopped_leaves_nothing(tmp_path):
    music = write_genres(tmp_path / "music", tracks=2, seconds=0.5)
    out = tmp_path / "out" / "own.pth"
    out.parent.mkdir()
    out.write_bytes(b"the one before")

    with pytest.raises(Cancelled):
        train_quick(
            music,
            out,
            RecordingContext(stop_after=12),
            options_in(tmp_path),
        )

    assert [path.name for path in out.parent.iterdir()] == ["own.pth"]
    assert out.read_bytes() == b"the one before"


def test_what_cannot_be_learned_from_is_refused_before_it_is_analyzed(tmp_path):
    music = write_genres(tmp_path / "music", tracks=1)
    shutil.rmtree(music / "Flutes")
    ctx = RecordingContext()

    with pytest.raises(CannotTrain, match="are Drums; to tell genres apart there must be"):
        train_quick(
            music,
            tmp_path / "o.pth",
            ctx,
            options_in(tmp_path),
        )

    assert {report.current.split()[0] for report in ctx.reports} == {"Reading"}


def test_music_by_one_artist_is_refused_before_it_is_analyzed(tmp_path, write_mp3):
    for name in ("Jazz/a.mp3", "Jazz/b.mp3", "Pop/c.mp3", "Pop/d.mp3"):
        write_mp3(tmp_path / "music" / name, title=name, artist="Sade")
    ctx = RecordingContext()

    with pytest.raises(CannotSplit, match="by one artist or from one album"):
        train_quick(tmp_path / "music", tmp_path / "o.pth", ctx, options_in(tmp_path))

    assert {report.current.split()[0] for report in ctx.reports} == {"Reading"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is a folder; name a file in it"),
        ("nowhere/own.pth", "nowhere is no folder; make it first, or choose another place"),
        (f"{'x' * 300}.pth", "cannot be written .*; choose another place"),
    ],
)
def test_a_folder_that_cannot_be_written_to_is_refused_at_once(tmp_path, name, sentence):
    with pytest.raises(CannotSave, match=sentence):
        check_destination(tmp_path / name)


def test_a_write_protected_file_is_not_replaced(tmp_path, monkeypatch):
    (tmp_path / "own.pth").write_bytes(b"dear")
    monkeypatch.setattr("os.access", lambda path, mode: False)

    with pytest.raises(CannotSave, match=r"own.pth is write-protected; choose another name"):
        check_destination(tmp_path / "own.pth")


def test_a_folder_that_can_be_written_to_is_left_as_it_was(tmp_path):
    check_destination(tmp_path / "own.pth")

    assert list(tmp_path.iterdir()) == []


def test_the_command_prints_the_summary_last_and_makes_the_same_file_again(tmp_path, capsys):
    music = write_genres(tmp_path / "music", tracks=4)
    command = ["train", str(music), "--preset", "quick", "--out", str(tmp_path / "own.pth")]

    assert main([*command, "--workers", "1", "--json"]) == 0
    summary = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert summary["genres"] == {"Drums": 4, "Flutes": 4}
    assert [genre["genre"] for genre in summary["cannot_estimate"]] == ["Drums", "Flutes"]
    first = (tmp_path / "own.pth").read_bytes()

    assert main([*command, "--workers", "1"]) == 0
    printed = capsys.readouterr().out
    assert "Learned 2 genres from 8 tracks in" in printed
    assert "Drums: with tracks of 2 artists or albums nobody can say" in printed
    assert printed.endswith(f"The classifier is in {tmp_path / 'own.pth'}.\n")
    assert (tmp_path / "own.pth").read_bytes() == first


@pytest.mark.parametrize(
    ("options", "status", "sentence"),
    [
        (["nowhere"], 2, "nowhere is not a folder; give one that holds a folder per genre."),
        (["."], 1, "holds no folders with music that can be heard; make a folder for each genre"),
        ([".", "--seed", "-1"], 2, "--seed should be from 0 to 4294967295."),
        ([".", "--preset", "soon"], 2, "soon is no preset; choose one of quick, standard, thor"),
    ],
)
def test_what_cannot_be_is_a_sentence(tmp_path, monkeypatch, capsys, options, status, sentence):
    monkeypatch.chdir(tmp_path)

    assert main(["train", *options]) == status

    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
