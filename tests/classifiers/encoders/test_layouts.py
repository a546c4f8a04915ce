"""Encoders from folders: the numbers are those of whoever made them, and nothing odd gets in."""

import json

import librosa
import numpy as np
import pytest
import torch
from torch.nn import functional
from transformers import ASTFeatureExtractor, ClapFeatureExtractor
from transformers.audio_utils import mel_filter_bank, spectrogram, window_function

from musicreclass.classifiers.encoders.folder_encoder import all_layouts, open_folder
from musicreclass.classifiers.encoders.layouts.jmla_layout import JmlaEncoder
from tests.tiny_encoders import (
    ast_folder,
    clap_folder,
    jmla_folder,
    jmla_tensors,
    maest_folder,
    noise,
    onnx_folder,
    tokenizer,
)

CLOSE = 1e-5


def same(found, wanted):
    np.testing.assert_allclose(found, wanted, atol=CLOSE, rtol=0)


def test_ast_says_what_transformers_says(tmp_path):
    network, waves = ast_folder(tmp_path), noise(20_720, 2)
    encoder = open_folder(tmp_path)
    mels = ASTFeatureExtractor.from_pretrained(tmp_path)(
        list(waves), sampling_rate=16_000, return_tensors="pt"
    )
    with torch.inference_mode():
        said = network(mels.input_values, output_hidden_states=True)
        alone = network.audio_spectrogram_transformer(mels.input_values)

    found = encoder.embed(waves)

    same(found.layers[0], alone.pooler_output)
    same(found.layers[1], said.hidden_states[2][:, 2:].mean(dim=1))
    same(found.layers[2], said.hidden_states[3][:, 2:].mean(dim=1))
    same(found.labels, said.logits)
    assert [layer.name for layer in encoder.card.layers] == ["pooled", "block 02", "block 03"]
    assert encoder.card.labels == ("Rock music", "Jazz", "Blues", "Speech")
    assert (encoder.card.sample_rate, encoder.card.seconds) == (16_000, 1.295)
    assert encoder.card.licence == "bsd-3-clause"


def test_ast_without_a_head_has_no_labels(tmp_path):
    network, waves = ast_folder(tmp_path, labels=()), noise(9_000)
    mels = ASTFeatureExtractor.from_pretrained(tmp_path)(
        list(waves), sampling_rate=16_000, return_tensors="pt"
    )

    found = open_folder(tmp_path).embed(waves)

    with torch.inference_mode():
        same(found.layers[0], network(mels.input_values).pooler_output)
    assert found.labels is None


def test_of_the_labels_of_audioset_those_of_music_are_scored(tmp_path):
    labels = tuple(f"Sound {number}" for number in range(527))
    network, waves = ast_folder(tmp_path, labels), noise(20_720)

    encoder = open_folder(tmp_path)

    assert encoder.card.labels == labels[216:266]
    assert encoder.embed(waves).labels.shape == (1, 50)
    assert network.config.num_labels == 527


@pytest.mark.parametrize("samples", [32_512, 20_000, 40_000])
def test_maest_is_given_what_its_authors_say_that_it_is_given(tmp_path, samples):
    network, waves = maest_folder(tmp_path), noise(samples, 2)
    encoder = open_folder(tmp_path)
    mels = np.zeros((2, 128, 32), dtype=np.float32)
    for row, wave in zip(mels, waves, strict=True):
        power = librosa.feature.melspectrogram(
            y=wave, sr=16_000, n_fft=512, hop_length=256, n_mels=32, pad_mode="constant"
        ).T[:128]
        row[: len(power)] = np.log10(1.0 + 10_000.0 * power)
    given = torch.from_numpy((mels - 2.06755686098554) / (2 * 1.268292820667291)).float()
    with torch.inference_mode():
        said = network(given, output_hidden_states=True)

    found = encoder.embed(waves)

    same(found.layers[1], said.hidden_states[2][:, 2:].mean(dim=1))
    same(found.labels, said.logits)
    assert encoder.card.layout == "maest"
    assert encoder.card.labels == ("Blues---Boogie Woogie", "Rock---Punk")
    assert (encoder.card.sample_rate, encoder.card.seconds) == (16_000, 2.032)
    assert encoder.card.licence == "CC BY-NC-SA 4.0"


@pytest.mark.parametrize("samples", [48_000, 11_000, 60_000])
@pytest.mark.parametrize("fusion", [False, True])
def test_clap_says_what_transformers_says(tmp_path, fusion, samples):
    network, waves = clap_folder(tmp_path, fusion=fusion), noise(samples, 2)
    encoder = open_folder(tmp_path)
    given = ClapFeatureExtractor.from_pretrained(tmp_path)(
        list(waves[:, :48_000]), sampling_rate=48_000, return_tensors="pt"
    )
    is_longer = torch.zeros(2, 1, dtype=torch.bool)
    with torch.inference_mode():
        pooled = network.audio_model(given.input_features, is_longer=is_longer).pooler_output
        projected = network.audio_projection(pooled)

    found = encoder.embed(waves)

    same(found.layers[0], projected)
    same(found.layers[1], pooled)


def test_clap_reads_names_of_genres_as_transformers_does(tmp_path):
    network, texts = clap_folder(tmp_path), ["This audio is a Jazz song.", "Blues"]
    encoder = open_folder(tmp_path)
    every = [torch.tensor([one.ids]) for one in tokenizer().encode_batch(texts)]
    with torch.inference_mode():
        wanted = [network.text_projection(network.text_model(ids).pooler_output) for ids in every]

    found, scale = encoder.embed_texts(texts)

    assert encoder.card.can_read_words
    same(found, torch.cat(wanted))
    assert scale == pytest.approx(network.logit_scale_a.detach().exp().item())


def test_htsat_saved_by_itself_cannot_read(tmp_path):
    network = clap_folder(tmp_path / "whole")
    config = json.loads((tmp_path / "whole" / "config.json").read_text())["audio_config"]
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("model.safetensors", "preprocessor_config.json"):
        (alone / name).write_bytes((tmp_path / "whole" / name).read_bytes())
    (alone / "config.json").write_text(json.dumps(config))
    waves = noise(48_000)

    encoder = open_folder(alone)

    assert not encoder.card.can_read_words
    same(encoder.embed(waves).rows, open_folder(tmp_path / "whole").embed(waves).rows)
    assert network.config.projection_dim == 16


def kaldi_mel(wave, bands):
    """Return Kaldi's log-mel in frames of 25 ms every 10 ms, by transformers' numpy."""
    filters = mel_filter_bank(
        257, bands, 20, 8_000, 16_000, norm=None, mel_scale="kaldi", triangularize_in_mel_space=True
    )
    return spectrogram(
        wave,
        window_function(400, "hann", periodic=False),
        frame_length=400,
        hop_length=160,
        fft_length=512,
        power=2.0,
        center=False,
        preemphasis=0.97,
        mel_filters=filters,
        log_mel="log",
        mel_floor=1.192092955078125e-07,
        remove_dc_offset=True,
    )


def jmla_by_hand(tensors, mel, heads):
    """Return the tokens behind each block and the last norm, read off the layout step by step."""
    width = tensors["cls_token"].shape[-1]
    rows, columns = mel.shape[0] // 16, mel.shape[1] // 16
    squares = []
    for row in range(rows):
        for column in range(columns):
            square = mel[16 * row : 16 * row + 16, 16 * column : 16 * column + 16]
            squares.append(torch.cat([square.flatten()] * 3))

    def linear(name, given):
        return given @ tensors[f"{name}.weight"].T + tensors[f"{name}.bias"]

    def norm(name, given):
        centred = given - given.mean(-1, keepdim=True)
        scaled = centred / torch.sqrt(centred.square().mean(-1, keepdim=True) + 1e-6)
        return scaled * tensors[f"{name}.weight"] + tensors[f"{name}.bias"]

    tokens = linear("patch_embed.projection", torch.stack(squares))
    tokens = torch.cat([tensors["cls_token"][0], tokens]) + tensors["pos_embed"][0]
    found = []
    count = len({name.split(".")[1] for name in tensors if name.startswith("layers.")})
    for number in range(count):
        block = f"layers.{number}"
        parts = linear(f"{block}.attn.qkv", norm(f"{block}.ln1", tokens)).split(width, dim=1)
        mixed = []
        for query, key, value in zip(*(p.split(width // heads, dim=1) for p in parts), strict=True):
            weights = torch.softmax(query @ key.T / (width // heads) ** 0.5, dim=1)
            mixed.append(weights @ value)
        tokens = tokens + linear(f"{block}.attn.proj", torch.cat(mixed, dim=1))
        fed = functional.gelu(linear(f"{block}.ffn.layers.0.0", norm(f"{block}.ln2", tokens)))
        tokens = tokens + linear(f"{block}.ffn.layers.1", fed)
        found.append(tokens)
    return [*found, norm("ln1", tokens)]


def test_jmla_says_what_its_layout_read_by_hand_says(tmp_path):
    tensors, wave = jmla_folder(tmp_path, mean=-4.0, deviation=3.0), noise(15_600)
    encoder = JmlaEncoder(tmp_path)
    mel = (torch.from_numpy(kaldi_mel(wave[0], 80)).float() + 4.0) / 3.0
    first, *_, last = jmla_by_hand(tensors, encoder.mels(wave)[0], heads=4)

    found = encoder.embed(wave)

    np.testing.assert_allclose(encoder.mels(wave)[0], mel, atol=2e-4)
    same(found.layers[0][0], last[0])
    same(found.layers[1][0], last[1:].mean(dim=0))
    same(found.layers[2][0], first[1:].mean(dim=0))
    assert encoder.card.seconds == 0.975  # 96 frames


def test_a_sound_shorter_than_jmla_wants_is_repeated(tmp_path):
    jmla_folder(tmp_path)
    encoder, wave = open_folder(tmp_path), noise(7_800)

    same(encoder.embed(wave).rows, encoder.embed(np.tile(wave, 2)).rows)


def test_without_a_profile_it_is_said_what_is_assumed(tmp_path):
    jmla_folder(tmp_path, jmla_tensors(width=64))
    (tmp_path / "epoch_20.json").unlink()

    assert open_folder(tmp_path).card.remark == "classifiers.no_jmla_profile"


def test_a_graph_says_what_it_computes(tmp_path):
    matrix, waves = onnx_folder(tmp_path), noise(8_000, 3)

    encoder = open_folder(tmp_path)

    same(encoder.embed(waves).rows, waves @ matrix)
    assert encoder.card.licence == "CC0"


@pytest.mark.parametrize("made", [ast_folder, clap_folder, jmla_folder, onnx_folder])
def test_what_else_is_encoded_at_the_time_changes_nothing(tmp_path, made):
    made(tmp_path)
    encoder = open_folder(tmp_path)
    waves = noise(round(encoder.card.seconds * encoder.card.sample_rate), 3)

    together = encoder.encode(list(waves))

    np.testing.assert_array_equal(together[1:2], encoder.encode([waves[1]]))
    assert together.shape == (3, len(encoder.card.columns))


def test_every_layout_stands_in_a_file_of_its_own_and_nowhere_else():
    assert sorted(all_layouts()) == ["ast", "clap", "jmla", "maest", "onnx", "own code"]
