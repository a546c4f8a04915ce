import itertools
import sys

import numpy as np
import pytest
from bundles import CNN, CONFIGS, MLP, mel, network

from musicreclass.classifiers import onnx_choice, onnx_door
from musicreclass.classifiers.onnx_choice import FEWEST_TRACKS, as_onnx, engaged, fastest
from musicreclass.classifiers.onnx_door import OnnxMissing
from musicreclass.classifiers.onnx_run import FeatureRunner, MelRunner


@pytest.fixture
def timed(monkeypatch):
    """Return a way to say how long torch and onnxruntime take, in seconds."""

    def take(of_torch, of_onnx):
        turns = itertools.cycle((of_torch, of_onnx))
        monkeypatch.setattr(onnx_choice, "_seconds", lambda hear: next(turns))

    return take


def test_torch_is_what_nobody_needs_to_choose():
    made = network(CNN)

    assert engaged(made, "torch", 1_000_000) is made


def test_onnxruntime_answers_in_the_place_of_torch():
    made = network(CNN)

    theirs = engaged(made, "onnx", 1).answer(mel(400))

    np.testing.assert_allclose(theirs.log_probs, made.answer(mel(400)).log_probs, atol=1e-4)


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_kind_can_be_timed(kind):
    assert fastest(network(CONFIGS[kind])) in ("torch", "onnx")


@pytest.mark.parametrize(
    ("of_torch", "of_onnx", "expected"),
    [(0.020, 0.010, "onnx"), (0.010, 0.020, "torch"), (0.0105, 0.010, "torch")],
    ids=["faster", "slower", "hardly faster"],
)
def test_only_what_is_clearly_faster_is_taken(timed, of_torch, of_onnx, expected):
    timed(of_torch, of_onnx)

    assert fastest(network(MLP)) == expected


def test_many_tracks_are_heard_by_what_is_faster(timed):
    timed(0.020, 0.010)

    assert isinstance(engaged(network(CNN), "auto", FEWEST_TRACKS), MelRunner)


def test_for_few_tracks_nothing_is_timed(timed):
    timed(0.020, 0.010)
    made = network(CNN)

    assert engaged(made, "auto", FEWEST_TRACKS - 1) is made


def test_without_the_extra_auto_is_torch(timed, monkeypatch):
    timed(0.020, 0.010)
    monkeypatch.setattr(onnx_door, "is_installed", lambda: False)
    made = network(CNN)

    assert engaged(made, "auto", FEWEST_TRACKS) is made


def test_without_the_extra_asking_for_it_is_answered_with_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)

    with pytest.raises(OnnxMissing, match=r"pip install musicreclass\[onnx\]"):
        engaged(network(CNN), "onnx", 1)


def test_features_can_be_heard_through_onnxruntime_too():
    assert isinstance(as_onnx(network(MLP), threads=1), FeatureRunner)
