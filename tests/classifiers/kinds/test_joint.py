from dataclasses import replace

import numpy as np
import pytest
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier, load, save
from musicreclass.classifiers.kinds.joint import JointConfig
from musicreclass.classifiers.onnx.export import export_onnx
from musicreclass.classifiers.predict import predict
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import Analysis
from tests.classifiers.bundles import (
    CNN,
    FEATURES,
    GENRES,
    JOINT,
    MEL,
    bundle,
    features,
    mel,
    network,
)
from tests.classifiers.onnx.graphs import load_onnx

ALONE = bundle(classifiers=(Classifier("joint", network(JOINT)),))


def analysis(seed=0, frames=312, **changed):
    made = {"features": features(1, seed)[0], "mels": (mel(frames, seed),)}
    return Analysis(start_seconds=60.0, seconds=10.0, total_seconds=180.0, **(made | changed))


def test_both_the_features_and_the_mel_make_a_difference():
    made = network(JOINT)

    said = made.answer(features(1)[0], mel(312))

    assert np.exp(said.log_probs).sum() == pytest.approx(1.0, abs=1e-5)
    assert (said.log_probs != made.answer(features(1, 5)[0], mel(312)).log_probs).any()
    assert (said.log_probs != made.answer(features(1)[0], mel(312, 5)).log_probs).any()


def test_its_embedding_is_what_its_backbone_makes_of_the_mel():
    made = network(JOINT)

    said = made.answer(features(1)[0], mel(312))

    assert said.embedding.shape == (JOINT.embedding_width,)
    expected = made.trunk.answer(None, mel(312)).embedding
    np.testing.assert_allclose(said.embedding, expected, rtol=1e-5)


def test_a_bundle_of_it_wants_features_and_mels():
    assert ALONE.features == FEATURES
    assert ALONE.mels == (MEL,)
    assert ALONE.needs.features
    assert not ALONE.classifiers[0].is_cheap


def test_it_answers_for_a_track_and_for_its_segments():
    (said,) = predict(ALONE, analysis()).predictions

    expected = ALONE.classifiers[0].network.answer(features(1)[0], mel(312))
    np.testing.assert_array_equal(said.scores, expected.log_probs)
    np.testing.assert_array_equal(said.embedding, expected.embedding)
    np.testing.assert_array_equal(said.segments, expected.segment_log_probs)
    assert len(said.starts) == len(said.segments) == 10


def test_of_a_segment_it_says_what_it_would_say_of_a_track_that_sounds_like_it():
    made = network(JOINT)
    made.linear.head.weight.data[:, -CNN.strength_count :] = 0.0  # that tell how a track changes
    sound = mel(312)
    said = made.answer(features(1)[0], sound)

    alone = sound[:, : CNN.chunk_frames]

    expected = made.answer(features(1)[0], alone).log_probs
    np.testing.assert_allclose(said.segment_log_probs[0], expected, atol=1e-4)


def test_how_much_a_track_changes_makes_a_difference_where_it_can_be_told():
    made, deaf = network(JOINT), network(JOINT)
    deaf.linear.head.weight.data[:, -CNN.strength_count :] = 0.0
    usual = made.linear.embed(made.linear.centre[None])  # of each column, once it is bent
    made.linear.head.bias.data -= (made.linear.head.weight * usual)[:, -CNN.strength_count :].sum(1)

    whole, short = (
        made.answer(features(1)[0], sound).log_probs - deaf.answer(features(1)[0], sound).log_probs
        for sound in (mel(312), mel(CNN.chunk_frames))
    )

    assert abs(whole).max() > 1e-3
    np.testing.assert_allclose(short, 0.0, atol=1e-5)


def test_no_track_changes_the_answer_to_another():
    alone = predict(ALONE, analysis(1)).predictions[0].scores.tolist()

    between = [
        predict(ALONE, analysis(seed, frames)) for seed, frames in ((2, 90), (1, 312), (3, 9))
    ]

    assert between[1].predictions[0].scores.tolist() == alone


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"features": None}, "No features were measured"),
        ({"mels": ()}, "No mel spectrogram was made"),
        ({"features": features(1)[0, :5]}, "knows 518 features"),
        ({"features": np.full(518, np.nan, np.float32)}, r"lack numbers for column\.003"),
        ({"mels": (mel(50, n_mels=8),)}, "hears 16 bands"),
    ],
)
def test_where_one_of_the_two_is_unfit_it_says_so(changed, sentence):
    with pytest.raises(UnfitSound, match=sentence):
        predict(ALONE, analysis(**changed))


def test_it_is_kept_in_a_bundle_with_a_backbone_of_its_own(tmp_path):
    save(Bundle(GENRES, ALONE.classifiers), tmp_path / "own.pth")

    loaded = load(tmp_path / "own.pth")

    ours, theirs = (predict(one, analysis()).predictions[0] for one in (ALONE, loaded))
    assert loaded.classifiers[0].network.config == JOINT
    np.testing.assert_array_equal(ours.scores, theirs.scores)


def test_its_graph_answers_as_it_does(tmp_path):
    graph, _ = export_onnx(ALONE, tmp_path)

    card, exported = load_onnx(graph)

    ours = ALONE.classifiers[0].network.answer(features(1)[0], mel(312))
    theirs = exported.answer(features(1)[0], mel(312))
    assert [port["name"] for port in card["inputs"]] == ["features", "mel"]
    shapes = [port["shape"] for port in card["outputs"]]
    assert shapes == [[1, 3], [1, JOINT.embedding_width], ["chunks", 3]]
    np.testing.assert_allclose(theirs.log_probs, ours.log_probs, atol=1e-4)
    np.testing.assert_allclose(theirs.embedding, ours.embedding, atol=1e-4)
    np.testing.assert_allclose(theirs.segment_log_probs, ours.segment_log_probs, atol=1e-4)
    assert theirs.segment_starts == ours.segment_starts


def test_a_stranger_is_told_to_feed_both_at_once(tmp_path):
    _, card = export_onnx(ALONE, tmp_path)

    told = card.read_text(encoding="utf-8")

    assert "Cut 10 chunks" in told
    assert "Measure the features" in told
    assert "one row of features with all chunks of the same track" in told


def test_analysis_leaves_it_as_it_was():
    made = network(JOINT).train()
    before = {name: weight.clone() for name, weight in made.state_dict().items()}

    made.answer(features(1)[0], mel(312))

    assert made.training
    assert all(torch.equal(weight, before[name]) for name, weight in made.state_dict().items())


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"knots": 1}, "knots must be from 2 to 256, not 1"),
        ({"used": ("nothing",)}, "no such column: nothing"),
        (
            {"backbone": replace(CNN, widths=(8, 4096))},
            "1 to 16 layers, 1 to 4096 wide, not 8718",
        ),
    ],
)
def test_shapes_that_cannot_be_are_refused(changed, sentence):
    given = {"features": FEATURES, "used": FEATURES.columns, "backbone": CNN} | changed

    with pytest.raises(ValueError, match=sentence):
        JointConfig(**given)
