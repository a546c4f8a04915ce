import dataclasses
import json
import subprocess
import sys

import numpy as np
import onnx
import pytest

from musicreclass.classifiers.bundle import Classifier
from musicreclass.classifiers.onnx.card import digest
from musicreclass.classifiers.onnx.door import GraphProblem, OnnxMissing
from musicreclass.classifiers.onnx.export import export_onnx, exported
from musicreclass.classifiers.onnx.runner import load_onnx, runner
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from tests.classifiers.bundles import (
    CNN,
    CONFIGS,
    FOUR_BLOCKS,
    MLP,
    RBF,
    bundle,
    features,
    mel,
    network,
)

CENTRED = dataclasses.replace(CNN, is_band_centred=True, crop_count=3)
SEVERAL = {"cnn": CNN, "centred cnn": CENTRED, "four blocks": FOUR_BLOCKS}


def ran(config, threads=1):
    return runner(config, 3, exported(network(config)), threads)


@pytest.fixture
def files(tmp_path):
    """Return a good graph and its card."""
    made = bundle(classifiers=(Classifier("mine", network(CNN)),))
    return export_onnx(made, tmp_path)


def forge(files, graph, **changed):
    """Put another graph into the pair, and a card that vouches for it."""
    card = json.loads(files[1].read_text(encoding="utf-8"))
    files[0].write_bytes(graph)
    files[1].write_text(json.dumps(card | {"sha256": digest(graph)} | changed), encoding="utf-8")


@pytest.mark.parametrize("frames", [1, 50, 94, 95, 940, 18_750])
@pytest.mark.parametrize("config", SEVERAL.values(), ids=SEVERAL.keys())
def test_mels_of_any_length_are_answered_as_torch_does(config, frames):
    theirs, ours = ran(config).answer(None, mel(frames)), network(config).answer(None, mel(frames))

    np.testing.assert_allclose(theirs.log_probs, ours.log_probs, atol=1e-4)
    np.testing.assert_allclose(theirs.segment_log_probs, ours.segment_log_probs, atol=1e-4)
    np.testing.assert_allclose(theirs.embedding, ours.embedding, atol=1e-4)
    assert theirs.segment_starts == ours.segment_starts
    assert {a.dtype for a in (theirs.log_probs, theirs.embedding)} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    "config", [MLP, dataclasses.replace(MLP, clip=None), RBF], ids=["", "unclipped", "rbf"]
)
def test_features_are_answered_as_torch_does(config):
    made, rows = ran(config), features(40) * 10.0

    theirs, ours = [made.answer(row) for row in rows], network(config).answers(rows)

    log_probs, embeddings = zip(*((one.log_probs, one.embedding) for one in theirs), strict=True)
    np.testing.assert_allclose(log_probs, ours.log_probs, atol=1e-4)
    np.testing.assert_allclose(embeddings, ours.embeddings, atol=1e-4)


def test_the_same_sound_gets_the_same_answer_to_the_last_digit_whatever_is_analyzed_between():
    made = ran(CNN, threads=2)
    first = made.answer(None, mel(500)).log_probs

    made.answer(None, mel(30, seed=7))

    assert np.array_equal(made.answer(None, mel(500)).log_probs, first)


@pytest.mark.parametrize("kind", CONFIGS)
def test_a_file_tells_what_it_is_and_answers(tmp_path, kind):
    written = export_onnx(bundle(), tmp_path)

    card, made = load_onnx(next(path for path in written if path.name == f"{kind}.onnx"))

    assert (card.kind, card.config) == (kind, CONFIGS[kind])
    assert made.config == CONFIGS[kind]
    assert card.genres == bundle().genres


def test_what_cannot_be_classified_is_refused_as_by_torch():
    with pytest.raises(UnfitSound, match="hears 16 bands"):
        ran(CNN).answer(None, mel(100, n_mels=12))
    with pytest.raises(UnfitSound, match="knows 518 features"):
        ran(MLP).answer(features(1)[0, :500])


def test_a_graph_cut_off_is_refused(files):
    files[0].write_bytes(files[0].read_bytes()[:-100])

    with pytest.raises(ClassifierFileProblem, match=r"mine\.onnx: not the file that its \.json"):
        load_onnx(files[0])


def test_a_card_and_a_graph_of_two_exports_are_refused(files, tmp_path):
    other = bundle(classifiers=(Classifier("mine", network(CENTRED)),))
    export_onnx(other, tmp_path / "other")[1].replace(files[1])
    files[0].write_bytes(exported(network(FOUR_BLOCKS)))

    with pytest.raises(ClassifierFileProblem, match="export the classifier again"):
        load_onnx(files[0])


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (0, r"mine\.onnx: cannot be read: No such file"),
        (1, r"mine\.json: cannot be read: No such file"),
    ],
)
def test_a_pair_that_lacks_one_is_refused(files, file, reason):
    files[file].unlink()

    with pytest.raises(ClassifierFileProblem, match=reason):
        load_onnx(files[0])


CARDS = {
    "cut off": (lambda text: text[:-40], "no JSON, or cut off"),
    "bytes": (lambda text: "\ud800", "no JSON, or cut off"),
    "deep": (lambda text: "[" * 100_000, "no JSON, or cut off"),
    "other": (lambda text: "{}", "describes no classifier of musicreclass"),
    "list": (lambda text: "[1]", "describes no classifier of musicreclass"),
    "newer": (lambda text: text.replace('"version": 1', '"version": 2'), "update the program"),
    "kind": (
        lambda text: text.replace('"kind": "cnn"', '"kind": "mlp"'),
        "the config lacks or has",
    ),
    "no kind": (lambda text: text.replace('"kind": "cnn"', '"kind": []'), "are unknown here"),
    "genres": (lambda text: text.replace('"Jazz"', '"Rock"'), "a list of different names"),
    "lacks": (lambda text: text.replace('"opset"', '"opera"'), "lacks or has too many of: opera"),
    "nan": (lambda text: text.replace("30.0", "NaN"), "no finite number"),
    "no mel": (lambda text: text.replace('"n_fft": 512', '"n_fft": 0'), "sizes must be above zero"),
}


@pytest.mark.parametrize(("damage", "reason"), CARDS.values(), ids=CARDS.keys())
def test_a_damaged_card_is_refused_with_a_sentence(files, damage, reason):
    text = damage(files[1].read_text(encoding="utf-8"))
    files[1].write_bytes(text.encode("utf-8", "surrogatepass"))

    with pytest.raises(ClassifierFileProblem, match=rf"mine\.json: .*{reason}"):
        load_onnx(files[0])


def test_a_graph_that_is_none_is_refused_even_if_its_card_vouches_for_it(files):
    forge(files, files[0].read_bytes()[:500])

    with pytest.raises(ClassifierFileProblem, match=r"onnxruntime cannot run .* export it again"):
        load_onnx(files[0])


def test_a_graph_of_another_network_is_refused_even_if_its_card_vouches_for_it(files):
    forge(files, exported(network(FOUR_BLOCKS)))

    with pytest.raises(ClassifierFileProblem, match=r"onnxruntime cannot run .* export it again"):
        load_onnx(files[0])


def test_a_graph_of_other_genres_is_refused_even_if_its_card_vouches_for_it(files):
    forge(files, files[0].read_bytes(), genres=["Blues", "Jazz"])

    with pytest.raises(ClassifierFileProblem, match="other arrays than agreed"):
        load_onnx(files[0])


def test_a_graph_that_reaches_for_other_files_is_refused(files):
    graph = onnx.load_model_from_string(files[0].read_bytes())
    onnx.external_data_helper.set_external_data(graph.graph.initializer[0], "/etc/hostname")
    forge(files, graph.SerializeToString())

    with pytest.raises(ClassifierFileProblem, match="wants numbers from outside the file"):
        load_onnx(files[0])


def test_a_graph_fed_what_it_was_not_made_for_is_a_sentence():
    made = ran(MLP)

    with pytest.raises(GraphProblem, match="onnxruntime cannot run"):
        made.graph.outputs([np.zeros((2, 5), np.float32)])


def test_without_onnxruntime_a_sentence_says_what_to_install(files, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    with pytest.raises(OnnxMissing, match=r"pip install musicreclass\[onnx\]"):
        load_onnx(files[0])


def test_neither_package_is_loaded_before_it_is_needed():
    code = "import sys, musicreclass.classifiers.onnx.engine\n" + (
        "print({'onnx', 'onnxruntime'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
