import dataclasses
import itertools
import sys

import numpy as np
import pytest

from musicreclass.classifiers.onnx import door, engine
from musicreclass.classifiers.onnx.door import OnnxMissing
from musicreclass.classifiers.onnx.engine import FEWEST_TRACKS, as_onnx, fastest, runners
from musicreclass.classifiers.onnx.runner import OnnxRunner
from musicreclass.classifiers.predict import predict
from musicreclass.core.analysis import Analysis
from tests.classifiers.bundles import CONFIGS, MLP, bundle, features, mel, network


@pytest.fixture
def timed(monkeypatch):
    """Return a way to say how long torch and onnxruntime take, in seconds."""

    def take(of_torch, of_onnx):
        turns = itertools.cycle((of_torch, of_onnx))
        monkeypatch.setattr(engine, "_seconds", lambda analyze_file: next(turns))

    return take


def analysis():
    return Analysis(0.0, 30.0, 30.0, features(1)[0], (mel(940),))


def test_torch_is_what_nobody_needs_to_choose():
    assert runners(bundle(), "torch", 1_000_000) == {}


def test_where_nothing_is_to_be_analyzed_nothing_is_exported(monkeypatch):
    monkeypatch.setattr(engine, "as_onnx", lambda network: pytest.fail("exported"))

    assert runners(bundle(), "onnx", 0) == {}


def test_onnxruntime_answers_instead():
    made = bundle()

    ours = predict(made, analysis()).predictions
    theirs = predict(made, analysis(), runners=runners(made, "onnx", 1)).predictions

    assert [p.classifier for p in theirs] == list(CONFIGS)
    np.testing.assert_allclose([p.scores for p in theirs], [p.scores for p in ours], atol=1e-4)


def test_the_runners_are_asked_and_not_the_networks():
    made, other = bundle(), network(dataclasses.replace(MLP, used=MLP.used[:5]))

    asked = predict(made, analysis(), runners={"mlp": as_onnx(other)}).predictions[0]

    np.testing.assert_allclose(asked.scores, other.answers(features(1)).log_probs[0], atol=1e-4)


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


def test_many_tracks_are_analyzed_by_what_is_faster(timed):
    timed(0.020, 0.010)

    assert list(runners(bundle(), "auto", FEWEST_TRACKS)) == list(CONFIGS)


def test_many_tracks_are_left_to_torch_where_that_is_faster(timed):
    timed(0.010, 0.020)

    assert runners(bundle(), "auto", FEWEST_TRACKS) == {}


def test_for_few_tracks_nothing_is_timed(timed):
    timed(0.020, 0.010)

    assert runners(bundle(), "auto", FEWEST_TRACKS - 1) == {}


def test_without_the_extra_auto_is_torch(timed, monkeypatch):
    timed(0.020, 0.010)
    monkeypatch.setattr(door, "is_installed", lambda: False)

    assert runners(bundle(), "auto", FEWEST_TRACKS) == {}


def test_without_the_extra_it_is_answered_with_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)

    with pytest.raises(OnnxMissing, match=r"pip install musicreclass\[onnx\]"):
        runners(bundle(), "onnx", 1)


def test_features_can_be_answered_through_onnxruntime_too():
    assert isinstance(as_onnx(network(MLP), threads=1), OnnxRunner)
