"""Folders that are no encoders, or would do harm: refused, each in one sentence."""

import json
import pickle
import struct

import pytest
import torch
from safetensors.torch import load_file, save_file

from musicreclass.classifiers.encoders.folder_encoder import open_folder
from musicreclass.classifiers.encoders.shelf import look_into
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from tests.tiny_encoders import ast_folder, clap_folder, jmla_folder, jmla_tensors, onnx_folder


def change_json(path, **fields):
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def change_weights(folder, change):
    path = folder / "model.safetensors"
    tensors = load_file(path)
    change(tensors)
    save_file(tensors, path, metadata={"format": "pt"})


def refusal(folder):
    with pytest.raises(ClassifierFileProblem) as caught:
        look_into(folder, "one")
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "x").write_text("")

    assert "it is no folder" in refusal(tmp_path / "x")


def test_a_folder_of_anything_else_is_of_no_known_layout(tmp_path):
    (tmp_path / "song.mp3").write_text("")

    assert "no encoder of a known layout" in refusal(tmp_path)


@pytest.mark.parametrize("made", [ast_folder, clap_folder])
@pytest.mark.parametrize("missing", ["preprocessor_config.json", "model.safetensors"])
def test_missing_files_are_named(tmp_path, made, missing):
    made(tmp_path)
    (tmp_path / missing).unlink()

    assert refusal(tmp_path) == f"{tmp_path.name}: it lacks {missing}"


def test_pickled_weights_are_not_read(tmp_path):
    network = ast_folder(tmp_path)
    (tmp_path / "model.safetensors").unlink()
    torch.save(network.state_dict(), tmp_path / "pytorch_model.bin")

    assert "its weights are a pickle (pytorch_model.bin)" in refusal(tmp_path)


def test_weights_that_are_missing_are_named(tmp_path):
    ast_folder(tmp_path)
    name = "audio_spectrogram_transformer.layernorm.weight"
    change_weights(tmp_path, lambda tensors: tensors.pop(name))

    assert name in refusal(tmp_path)


def test_weights_of_another_shape_are_named(tmp_path):
    ast_folder(tmp_path)
    name = "audio_spectrogram_transformer.embeddings.position_embeddings"

    def cut(tensors):
        tensors[name] = tensors[name][:, :-1].contiguous()

    change_weights(tmp_path, cut)

    assert name in refusal(tmp_path)


def test_weights_that_are_no_numbers_are_refused(tmp_path):
    clap_folder(tmp_path)
    change_weights(
        tmp_path, lambda tensors: tensors["audio_projection.linear1.bias"].fill_(torch.nan)
    )

    assert "not finite" in refusal(tmp_path)


@pytest.mark.parametrize(
    "fields",
    [
        {"hidden_size": 10**9},
        {"num_hidden_layers": 10**5},
        {"hidden_size": "many"},
        {"hidden_size": 8192, "intermediate_size": 65_536, "num_hidden_layers": 96},
        {"hidden_size": 33},
        {"max_length": 10**12},
    ],
)
def test_a_config_cannot_ask_for_more_than_memory_has(tmp_path, fields):
    ast_folder(tmp_path)
    change_json(tmp_path / "config.json", **fields)

    assert refusal(tmp_path)


@pytest.mark.parametrize(
    "fields",
    [
        {"sampling_rate": 0},
        {"max_length_s": 10**6},
        {"fft_window_size": 10**6},
        {"frequency_max": 30_000},
        {"hop_length": None},
        {"truncation": "whatever"},
        {"truncation": "fusion"},
        {"feature_size": 64},
    ],
)
def test_a_front_end_that_makes_no_sense_is_refused(tmp_path, fields):
    clap_folder(tmp_path)
    change_json(tmp_path / "preprocessor_config.json", **fields)

    assert refusal(tmp_path)


def test_a_front_end_of_other_sizes_than_the_network_is_refused(tmp_path):
    ast_folder(tmp_path)
    change_json(tmp_path / "preprocessor_config.json", num_mel_bins=64)

    assert "num_mel_bins must be a number from 32 to 32" in refusal(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"model_type": "audio-spectrogram-transformer"', b"\xff\xfe"]
)
def test_a_damaged_config_is_no_config(tmp_path, content):
    ast_folder(tmp_path)
    (tmp_path / "config.json").write_bytes(content)

    assert refusal(tmp_path)


@pytest.mark.parametrize("size", [8, 100, 1_000])
def test_weights_that_are_cut_off_are_refused(tmp_path, size):
    ast_folder(tmp_path)
    path = tmp_path / "model.safetensors"
    path.write_bytes(path.read_bytes()[:size])

    assert "no file of safetensors, or damaged" in refusal(tmp_path)


def test_a_tensor_that_claims_more_than_the_file_holds_is_refused(tmp_path):
    ast_folder(tmp_path)
    head = {"x": {"dtype": "F32", "shape": [10**6, 10**6], "data_offsets": [0, 4 * 10**12]}}
    packed = json.dumps(head).encode()
    (tmp_path / "model.safetensors").write_bytes(struct.pack("<Q", len(packed)) + packed)

    assert "no file of safetensors, or damaged" in refusal(tmp_path)


def test_code_that_a_config_names_is_not_run(tmp_path):
    network = ast_folder(tmp_path)
    bomb = tmp_path / "modeling.py"
    bomb.write_text("raise SystemExit('it ran')")
    change_json(tmp_path / "config.json", auto_map={"AutoModel": "modeling.Bomb"})

    assert open_folder(tmp_path).card.layers[0].width == network.config.hidden_size


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t.pop("layers.1.ln2.bias"), "layers.1.ln2.bias"),
        (lambda t: t.pop("pos_embed"), "it lacks pos_embed"),
        (lambda t: t.update(extra=torch.zeros(3)), "extra"),
        (lambda t: t.update(cls_token=torch.zeros(1, 1, 7)), "cls_token"),
        (lambda t: t.update(pos_embed=torch.zeros(1, 30, 32)), "no grid over 80 bands"),
        (
            lambda t: t.update({"patch_embed.projection.weight": torch.zeros(32, 256)}),
            "not of 3 × 16 × 16 inputs",
        ),
        (lambda t: t.update({"ln1.weight": torch.full((32,), torch.nan)}), "finite"),
        (lambda t: t.update({"ln1.weight": torch.ones(32).double()}), "float64"),
        (lambda t: t.update({"ln1.weight": torch.zeros(1).expand(32)}), ""),
    ],
)
def test_a_jmla_of_another_shape_is_refused_and_nothing_guessed(tmp_path, change, said):
    tensors = jmla_tensors()
    change(tensors)
    jmla_folder(tmp_path, tensors)

    assert said in refusal(tmp_path)


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ({"mels": 128}, "no grid over 128 bands"),
        ({"mels": 81}, "no grid over 81 bands"),
        ({"heads": 5}, "cannot be parted among 5 heads"),
        ({"rate": 10**9}, "rate must be a number"),
        ({"deviation": 0}, "deviation must be a number"),
        ({"colour": "blue"}, "nothing is known of colour"),
    ],
)
def test_a_profile_that_does_not_fit_is_refused(tmp_path, profile, said):
    jmla_folder(tmp_path, **profile)

    assert said in refusal(tmp_path)


class Bomb:
    def __reduce__(self):
        return print, ("it ran",)


@pytest.mark.parametrize("dump", [pickle.dump, torch.save])
def test_a_checkpoint_that_would_run_something_is_refused(tmp_path, dump, capsys):
    with (tmp_path / "epoch_20.pth").open("wb") as file:
        dump({"state_dict": Bomb(), "author": "MMSelfSup"}, file)

    assert refusal(tmp_path)
    assert "it ran" not in capsys.readouterr().out


def test_several_checkpoints_are_one_too_many(tmp_path):
    jmla_folder(tmp_path)
    torch.save({}, tmp_path / "jmla_2.pth")

    assert "several encoders lie in it (epoch_20.pth, jmla_2.pth)" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ({"input": "sound"}, "the graph takes wave and gives embedding"),
        ({"embedding": "else"}, "the graph takes wave and gives embedding"),
        ({"seconds": 0.5}, "cannot be run on a sound as long as its card says"),
        ({"sample_rate": 1}, "sample_rate must be a number"),
        ({"labels": ["Jazz"]}, "it lacks label_output"),
        ({"labels": ["a", "b"], "label_output": "embedding"}, "2 labels, and the graph scores 6"),
        ({"mel": 1}, "nothing is known of mel"),
    ],
)
def test_a_card_that_does_not_fit_its_graph_is_refused(tmp_path, card, said):
    onnx_folder(tmp_path, **card)

    assert said in refusal(tmp_path)


def test_a_graph_without_a_card_is_refused(tmp_path):
    onnx_folder(tmp_path)
    (tmp_path / "tiny.json").unlink()

    assert "it lacks tiny.json" in refusal(tmp_path)


def test_what_is_no_graph_is_refused(tmp_path):
    onnx_folder(tmp_path)
    (tmp_path / "tiny.onnx").write_bytes(b"no graph")

    assert "no ONNX graph" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("config", "front_end", "said"),
    [
        ({"model_type": "mert_model"}, {}, "MERT (licence of the weights: CC BY-NC 4.0)"),
        ({"label_rate": 25, "num_codebooks": 1, "codebook_dim": 16}, {}, "MuQ (licence"),
        (
            {"model_type": "maest"},
            {"feature_extractor_type": "MAESTFeatureExtractor"},
            "MAEST (licence of the weights: CC BY-NC-SA 4.0)",
        ),
    ],
)
def test_what_needs_code_of_its_own_is_refused_with_its_licence(tmp_path, config, front_end, said):
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "preprocessor_config.json").write_text(json.dumps(front_end))

    assert said in refusal(tmp_path)
