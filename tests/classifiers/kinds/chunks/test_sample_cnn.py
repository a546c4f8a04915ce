import json
from dataclasses import replace

import numpy as np
import onnxruntime
import pytest

from musicreclass.classifiers.bundle import Classifier, load, save
from musicreclass.classifiers.onnx.export import export_onnx
from musicreclass.classifiers.predict import predict
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import PIECE_SCALE, Analysis
from musicreclass.core.plain import Misfit
from tests.classifiers.bundles import WAVE, bundle, network

SAMPLES, RATE = WAVE.pieces.samples, WAVE.pieces.sample_rate


def pieces(count=3, seed=0):
    noise = np.random.default_rng(seed).normal(0.0, 0.1, (count, SAMPLES))
    return np.rint(noise * PIECE_SCALE).astype(np.int16)


def one():
    return bundle(classifiers=(Classifier("wave", network(WAVE)),))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_pieces_are_answered_each_and_together(count):
    answer = network(WAVE).answer(None, pieces(count))

    assert answer.segment_log_probs.shape == (count, 3)
    assert answer.embedding.shape == (8,)
    assert np.exp(answer.log_probs).sum() == pytest.approx(1.0, abs=1e-6)
    mean = answer.segment_log_probs.astype(np.float64).mean(axis=0)
    np.testing.assert_allclose(answer.log_probs, mean - np.log(np.exp(mean).sum()), atol=1e-6)


def test_loudness_is_learned_from_the_tracks():
    made = network(WAVE)
    made.learn_level([pieces(seed=1), pieces(seed=2)])

    assert float(made.spread) == pytest.approx(0.1, rel=0.05)


@pytest.mark.parametrize("shape", [(0, SAMPLES), (2, SAMPLES - 1), (SAMPLES,)])
def test_pieces_of_another_length_are_refused_with_the_length_that_is_wanted(shape):
    with pytest.raises(UnfitSound, match=f"pieces of {SAMPLES} samples"):
        network(WAVE).answer(None, np.zeros(shape, dtype=np.int16))


def test_chunks_that_the_blocks_would_leave_nothing_of_are_refused():
    with pytest.raises(Misfit, match="chunk_samples"):
        replace(WAVE, chunk_samples=80)


def test_a_bundle_asks_for_raw_sound_and_answers_as_before(tmp_path):
    save(one(), tmp_path / "own.pth")

    loaded = load(tmp_path / "own.pth")

    assert loaded.needs.mels == (WAVE.pieces,)
    assert not loaded.needs.features
    np.testing.assert_array_equal(
        loaded.classifiers[0].network.answer(None, pieces()).log_probs,
        network(WAVE).answer(None, pieces()).log_probs,
    )


def test_each_piece_is_said_to_begin_where_it_does_in_the_file():
    n_samples = 4 * SAMPLES
    analysis = Analysis(10.0, n_samples / RATE, 60.0, None, (pieces(3),))

    (said,) = predict(one(), analysis).predictions

    first = 10.0 + (SAMPLES - WAVE.chunk_samples) / 2 / RATE
    step = (n_samples - SAMPLES) / 2 / RATE
    assert said.starts == pytest.approx((first, first + step, first + 2 * step))


def test_a_stranger_who_reads_the_card_gets_the_answer_of_the_program(tmp_path):
    graph, card = export_onnx(one(), tmp_path)
    told = json.loads(card.read_text(encoding="utf-8"))
    config = told["config"]
    start = (config["pieces"]["samples"] - config["chunk_samples"]) // 2
    chunks = pieces()[:, start : start + config["chunk_samples"]].astype(np.float32) / PIECE_SCALE

    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    segments, _ = session.run(["log_probs", "embedding"], {told["inputs"][0]["name"]: chunks})

    ours = network(WAVE).answer(None, pieces())
    np.testing.assert_allclose(segments, ours.segment_log_probs, atol=1e-4)
    assert any("8000 Hz" in sentence for sentence in told["feeding"])
    assert not any("mel" in sentence for sentence in told["feeding"])
