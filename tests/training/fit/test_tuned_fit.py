"""Encoders of one's own whose last blocks are fitted further: these alone change."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier, load, save
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.kinds.tuned import TunedConfig
from musicreclass.classifiers.onnx.export import OnnxMissing, export_onnx
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import PIECE_SCALE
from musicreclass.core.plain import Misfit
from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.training.config import TUNING_TRAINING
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.tiny_encoders import ast_folder, clap_folder, jmla_folder, maest_folder, onnx_folder
from tests.training.fit.test_wave_fit import StoppedAfter
from tests.training.fit_material import share_right, weights_of

GENRES = ("Low", "High")
MAKERS: dict[str, Any] = {
    "ast": ast_folder,
    "clap": clap_folder,
    "jmla": jmla_folder,
    "maest": maest_folder,
}
SHORT = replace(TUNING_TRAINING, epochs=3, batch_size=4)


@pytest.fixture(params=MAKERS)
def encoder(request, tmp_path, home):
    """Return the name of a tiny encoder with random weights, which is on the shelf."""
    MAKERS[request.param](tmp_path / request.param)
    return shelf.add(tmp_path / request.param).name


@pytest.fixture
def ast(tmp_path, home):
    ast_folder(tmp_path / "ast")
    return shelf.add(tmp_path / "ast").name


def sounds(config, n=8, seed=0):
    """Return tracks of a low tone or a high one in noise, as pieces of a length that is asked."""
    rng, pieces = np.random.default_rng(seed), config.pieces
    labels, times = np.arange(n) % 2, np.arange(pieces.samples) / pieces.sample_rate
    found = []
    for label in labels:
        tone = np.sin(2 * np.pi * (3_000.0 if label else 200.0) * (times + rng.random()))
        sound = 0.2 * tone[None] + rng.normal(0.0, 0.01, (1, pieces.samples))
        found.append(np.rint(sound.clip(-1, 1) * PIECE_SCALE).astype(np.int16))
    names = tuple(f"track {i}" for i in range(n))
    return LabelledTracks(names, GENRES, labels, np.arange(n), None, found)


def fitted(config, training_config=SHORT, folder=None, ctx=None, n=8):
    torch.manual_seed(0)
    network = config.build(len(GENRES))
    checkpoint = Checkpoints(folder).of("tuned")
    ctx = ctx or RecordingContext()
    Trainer(network, sounds(config, n), training_config, ctx, 1, checkpoint=checkpoint).fit()
    return network


def weights_in_use(name):
    module = shelf.encoder_of(shelf.find(name).spec).tunable().module
    return {key: weight.clone() for key, weight in module.state_dict().items()}


def test_a_few_steps_change_the_last_block_and_leave_the_encoder_as_it_is(encoder):
    config = TunedConfig.of_encoder(encoder, 1)
    before = weights_in_use(encoder)

    network = fitted(config, replace(SHORT, epochs=1))

    after = weights_in_use(encoder)
    assert all(torch.equal(before[name], after[name]) for name in before)
    changed = [
        not torch.equal(before[t.name], w)
        for t, w in zip(config.tensors, network.tuned, strict=True)
    ]
    assert sum(changed) > 0.8 * len(changed)
    last = shelf.encoder_of(shelf.find(encoder).spec).tunable()
    assert {t.name for t in config.tensors} == {*last.blocks[-1], *last.behind}
    assert not {t.name for t in config.tensors} & {n for b in last.blocks[:-1] for n in b}


def test_tuned_blocks_and_head_tell_tracks_apart(ast):
    config = TunedConfig.of_encoder(ast, 2)

    network = fitted(config, replace(SHORT, epochs=12, learning_rate=1e-2, backbone_rate=0.1), n=16)

    assert share_right(network, sounds(config, 16, seed=5)) > 0.8


def test_what_was_broken_off_ends_with_the_bits_of_an_unbroken_fit(ast, tmp_path):
    config = TunedConfig.of_encoder(ast, 1)
    with pytest.raises(Cancelled):
        fitted(config, folder=tmp_path / "kept", ctx=StoppedAfter(1))

    resumed = fitted(config, folder=tmp_path / "kept")

    assert torch.equal(weights_of(resumed), weights_of(fitted(config)))


def test_a_bundle_holds_the_tuned_blocks_alone_and_answers_the_same_after_loading(
    encoder, tmp_path
):
    config = TunedConfig.of_encoder(encoder, 1)
    network = fitted(config, replace(SHORT, epochs=1))
    save(Bundle(GENRES, (Classifier("tuned", network),)), tmp_path / "own.pth")

    loaded = load(tmp_path / "own.pth")

    theirs = loaded.classifiers[0].network
    (pieces, *_) = sounds(config).mels
    np.testing.assert_array_equal(
        theirs.answer(None, pieces).log_probs, network.answer(None, pieces).log_probs
    )
    assert len(theirs.state_dict()) == len(config.tensors) + 2
    assert loaded.stands_on.digest == shelf.find(encoder).digest
    assert loaded.needs.mels == (config.pieces,)


def test_without_the_encoders_folder_nobody_answers(ast, tmp_path):
    config = TunedConfig.of_encoder(ast, 1)
    network = config.build(2).eval()
    shelf.remove(ast)

    with pytest.raises(ClassifierFileProblem, match="encoder"):
        network.answer(None, sounds(config).mels[0])


def test_other_weights_in_the_folder_are_not_answered_by(ast, tmp_path):
    config = TunedConfig.of_encoder(ast, 1)
    network = config.build(2).eval()
    shelf.remove(ast)
    ast_folder(tmp_path / "ast", seed=7)
    shelf.add(tmp_path / "ast")

    with pytest.raises(ClassifierFileProblem, match="encoder"):
        network.answer(None, sounds(config).mels[0])


@pytest.mark.parametrize("blocks", [0, 5])
def test_more_blocks_than_there_are_cannot_be_tuned(ast, blocks):
    with pytest.raises(UsageProblem, match="this encoder has 4"):
        TunedConfig.of_encoder(ast, blocks)


def test_a_graph_is_learned_from_but_cannot_be_tuned(tmp_path, home):
    onnx_folder(tmp_path / "tiny")
    shelf.add(tmp_path / "tiny")

    with pytest.raises(UsageProblem, match="layout onnx are learned from, but cannot be tuned"):
        TunedConfig.of_encoder("tiny", 1)


def test_it_is_not_exported_for_most_of_it_is_elsewhere(ast, tmp_path):
    network = TunedConfig.of_encoder(ast, 1).build(2)

    with pytest.raises(OnnxMissing, match="in the folder of its encoder"):
        export_onnx(Bundle(GENRES, (Classifier("tuned", network),)), tmp_path)


def test_sizes_that_no_memory_should_hold_are_refused(ast):
    config = TunedConfig.of_encoder(ast, 1)
    huge = replace(config.tensors[0], shape=(1_000_000, 1_000_000))

    with pytest.raises(Misfit):
        replace(config, tensors=(huge, *config.tensors[1:]))
