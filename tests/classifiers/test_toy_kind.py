"""All that a new kind of classifier can do once it has a file and a line in the registry."""

import json

import numpy as np
import pytest
import soundfile

from musicreclass import paths
from musicreclass.__main__ import main
from musicreclass.classifiers import registry
from musicreclass.classifiers.bundle import load, save
from musicreclass.training.config import TrainingConfig
from musicreclass.training.make import make_bundle
from musicreclass.training.members import Member, TrainingPlan
from tests.classifiers.onnx.graphs import load_onnx
from tests.classifiers.toy_kind import ToyConfig
from tests.material import tone
from tests.recording_context import RecordingContext
from tests.training.fit_material import GENRES, MEL, share_right, tracks

PLAN = TrainingPlan(
    (Member("toy", ToyConfig(MEL), TrainingConfig(epochs=40, learning_rate=0.1, mixup=0.0)),),
    n_folds=2,
)


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setitem(registry.KINDS, "toy", ToyConfig)


@pytest.fixture(scope="module")
def trained():
    some = tracks(n=40)
    return make_bundle(some, PLAN, RecordingContext(), folds=some.groups % 2).bundle


@pytest.fixture
def installed(trained, tmp_path, capsys):
    """Return the file of the trained classifier, which is installed as "own"."""
    save(trained, tmp_path / "own.pth")
    assert main(["classifiers", "import", str(tmp_path / "own.pth")]) == 0
    capsys.readouterr()
    return paths.data_dir() / "classifiers" / "own.pth"


def test_it_is_trained_and_tells_tracks_apart_that_it_was_not_fitted_to(trained):
    assert share_right(trained.classifiers[0].network, tracks(n=40, seed=9)) > 0.9
    assert PLAN.needs.mels == (MEL,)
    assert PLAN.fit_seconds(100) > 0.0


def test_it_is_kept_in_a_bundle_and_answers_as_before(trained, installed):
    ours, theirs = trained.classifiers[0].network, load(installed).classifiers[0].network

    assert theirs.config == ToyConfig(MEL)
    mel = tracks(n=1, seed=3).mels[0]
    np.testing.assert_array_equal(
        theirs.answer(None, mel).log_probs, ours.answer(None, mel).log_probs
    )


def test_it_is_listed_and_shown(installed, capsys):
    assert main(["classifiers", "list", "--json"]) == 0
    assert main(["classifiers", "show", "own", "--json"]) == 0

    *listed, shown = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert [one["genres"] for one in listed if one["name"] == "own"] == [list(GENRES)]
    assert shown["classifiers"] == ["toy"]


def test_files_are_classified_with_it(installed, tmp_path, capsys):
    soundfile.write(tmp_path / "a.wav", tone(seconds=4.0), 44_100)

    assert main(["classify", str(tmp_path / "a.wav"), "--json", "--classifier", "own"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert {candidate["genre"] for candidate in said["candidates"]} == set(GENRES)
    assert said["classifiers"].keys() == {"toy"}


def test_it_is_exported_and_answers_in_another_program(trained, installed, tmp_path, capsys):
    assert main(["classifiers", "export", "own", "--onnx", str(tmp_path / "graphs")]) == 0

    graph, _ = capsys.readouterr().out.split()
    card, exported = load_onnx(tmp_path / "graphs" / "toy.onnx")
    assert graph.endswith("toy.onnx")
    assert (card["kind"], exported.shape.config) == ("toy", ToyConfig(MEL))
    mel = tracks(n=1, seed=3).mels[0]
    ours = trained.classifiers[0].network.answer(None, mel).log_probs
    np.testing.assert_allclose(exported.answer(None, mel).log_probs, ours, atol=1e-4)
