import dataclasses
import importlib.util
import json
import os
import re
import sys

import numpy as np
import onnxruntime
import pytest
import torch

from musicreclass.classifiers.bundle import Classifier, ClipSpec
from musicreclass.classifiers.onnx.card import card_of
from musicreclass.classifiers.onnx.export import OnnxMissing, export_onnx, exported
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import Part
from tests.classifiers.bundles import (
    CNN,
    GENRES,
    MEL,
    MLP,
    OF_CHUNKS,
    bundle,
    features,
    mel,
    network,
)


def one(config, name="mine"):
    return bundle(classifiers=(Classifier(name, network(config)),))


def feeding(config, clip):
    made = one(config)
    return card_of(dataclasses.replace(made, clip=clip), made.classifiers[0], "a", b"").feeding


def session(path):
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])


def test_each_network_gets_a_graph_and_a_card_beside_it(tmp_path):
    written = export_onnx(bundle(), tmp_path / "new" / "folder")

    names = ["mlp.onnx", "mlp.json", "cnn.onnx", "cnn.json"]
    assert [path.name for path in written] == [*names, "four_block_cnn.onnx", "four_block_cnn.json"]
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(written)


@pytest.mark.parametrize("config", OF_CHUNKS.values(), ids=OF_CHUNKS)
def test_a_stranger_who_reads_the_card_gets_the_answer_of_the_program(config, tmp_path):
    graph, card = export_onnx(one(config), tmp_path)
    told = json.loads(card.read_text(encoding="utf-8"))
    frames, count = told["config"]["chunk_frames"], told["config"]["crop_count"]
    sound = mel(940).astype(np.float32)

    starts = np.unique(np.linspace(0, sound.shape[1] - frames, count).round()).astype(int)
    chunks = np.stack([sound[:, start : start + frames] for start in starts])
    names = [port["name"] for port in told["outputs"]]
    segments, embeddings = session(graph).run(names, {told["inputs"][0]["name"]: chunks})
    mean = segments.mean(axis=0)

    ours = network(config).answer(None, mel(940))
    np.testing.assert_allclose(mean - np.log(np.exp(mean).sum()), ours.log_probs, atol=1e-4)
    np.testing.assert_allclose(embeddings.mean(axis=0), ours.embedding, atol=1e-4)
    assert told["genres"] == list(GENRES)


def test_features_are_scaled_and_clipped_inside_the_graph(tmp_path):
    graph, card = export_onnx(one(MLP), tmp_path)
    told = json.loads(card.read_text(encoding="utf-8"))
    rows = features(6) * 100.0
    column_of = {name: i for i, name in enumerate(told["config"]["features"]["columns"])}

    used = rows[:, [column_of[name] for name in told["config"]["used"]]]
    log_probs, _ = session(graph).run(["log_probs", "embedding"], {"features": used})

    np.testing.assert_allclose(log_probs, network(MLP).answers(rows).log_probs, atol=1e-4)


def test_a_card_says_what_is_analyzed_and_where_it_comes_from(tmp_path):
    made = dataclasses.replace(one(CNN), clip=ClipSpec(Part.START, 20.0))

    told = json.loads(export_onnx(made, tmp_path)[1].read_text(encoding="utf-8"))

    assert told["listened"] == {"part": "start", "seconds": 20.0}
    assert (told["program"], told["data_licence"]) == (made.program, "CC BY 4.0")
    assert told["inputs"] == [{"name": "mel", "shape": ["chunks", 16, 94], "type": "float32"}]
    assert told["config"]["mel"] == dataclasses.asdict(MEL)


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (CNN, "resample it to 8000 Hz"),
        (CNN, r"Nothing is more than 80 below the top\. Cut 10 chunks"),
        (dataclasses.replace(CNN, is_band_centred=True), "Subtract each band's mean"),
        (dataclasses.replace(CNN, mel=dataclasses.replace(MEL, reference=1.0)), "over that of 1."),
        (
            dataclasses.replace(CNN, mel=dataclasses.replace(MEL, keep_every=1.5)),
            r"round\(0\.0 \+ 1\.5 i\)",
        ),
        (MLP, r"features test-1 of the sound, as musicreclass\.audio\..*fma_features does"),
        (
            dataclasses.replace(MLP, mel=MEL),
            "resample it to 8000 Hz.* of the picture, as .*summary",
        ),
    ],
)
def test_a_card_tells_people_how_to_feed_the_graph(config, sentence):
    assert re.search(sentence, " ".join(feeding(config, ClipSpec())))


@pytest.mark.parametrize("config", [MLP, dataclasses.replace(MLP, mel=MEL)])
def test_the_module_that_a_card_sends_people_to_is_there(config):
    (named,) = re.findall(r"as (musicreclass\.[\w.]+) does", " ".join(feeding(config, ClipSpec())))

    assert importlib.util.find_spec(named)


def test_a_card_says_so_where_the_whole_track_is_analyzed():
    assert feeding(CNN, ClipSpec(Part.WHOLE))[0] == "Hear the whole track."


def test_exporting_leaves_a_network_as_it_was():
    made = network(CNN).train()
    before = {name: weight.clone() for name, weight in made.state_dict().items()}

    exported(made)

    assert made.training
    assert made.dropout.training
    assert [
        n for n, weight in made.state_dict().items() if not torch.equal(weight, before[n])
    ] == []


def test_exporting_twice_gives_the_same_files(tmp_path):
    first = export_onnx(bundle(), tmp_path / "a")
    again = export_onnx(bundle(), tmp_path / "b")

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_names_that_look_like_paths_stay_in_the_folder_and_apart(tmp_path):
    names = ("../up", "/up", "UP", "_up", "古典", "x" * 300)
    classifiers = tuple(Classifier(name, network(MLP)) for name in names)

    written = export_onnx(bundle(classifiers=classifiers), tmp_path / "in")

    assert {path.parent for path in written} == {tmp_path / "in"}
    assert len({path.name.casefold() for path in written}) == 12
    assert "古典.onnx" in {path.name for path in written}


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    graph, card = export_onnx(one(CNN), tmp_path)
    before = graph.read_bytes(), card.read_bytes()

    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ClassifierFileProblem, match=r"mine\.onnx: cannot be written: No space"):
        export_onnx(one(dataclasses.replace(CNN, widths=(4, 4, 8))), tmp_path)

    assert (graph.read_bytes(), card.read_bytes()) == before
    assert sorted(tmp_path.iterdir()) == [card, graph]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ClassifierFileProblem, match="folder: cannot be made: Not a directory"):
        export_onnx(bundle(), tmp_path / "file" / "folder")


def test_without_the_extra_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)

    with pytest.raises(OnnxMissing, match=r"pip install musicreclass\[onnx\]"):
        export_onnx(bundle(), tmp_path)

    assert list(tmp_path.iterdir()) == []
