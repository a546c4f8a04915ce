"""Encoders with random weights, so small that a test makes them, in the layouts of real ones."""

import json

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    ASTConfig,
    ASTFeatureExtractor,
    ASTForAudioClassification,
    ASTModel,
    ClapConfig,
    ClapFeatureExtractor,
    ClapModel,
)
from transformers.utils import logging

AST_SHAPE = {
    "hidden_size": 32,
    "num_hidden_layers": 4,
    "num_attention_heads": 4,
    "intermediate_size": 64,
    "max_length": 128,
    "num_mel_bins": 32,
}
HTSAT_SHAPE = {
    "hidden_size": 64,
    "num_mel_bins": 32,
    "spec_size": 64,
    "patch_size": 4,
    "patch_stride": [4, 4],
    "patch_embeds_hidden_size": 8,
    "depths": [1, 1, 1, 1],
    "num_attention_heads": [1, 2, 4, 8],
    "window_size": 2,
    "num_hidden_layers": 4,
    "projection_dim": 16,
}
TEXT_SHAPE = {
    "vocab_size": 12,
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 82,
    "projection_dim": 16,
}
WORDS = ("<s>", "<pad>", "</s>", "<unk>", "This", "audio", "is", "a", "Jazz", "Blues", "song", ".")
MUSIC_LABELS = ("Rock music", "Jazz", "Blues", "Speech")


def _saved(folder, *parts):
    logging.disable_progress_bar()
    for part in parts:
        part.save_pretrained(folder)
    return folder


def ast_network(labels=MUSIC_LABELS, seed=0):
    torch.manual_seed(seed)
    if not labels:
        return ASTModel(ASTConfig(**AST_SHAPE)).eval()
    named = dict(enumerate(labels))
    config = ASTConfig(**AST_SHAPE, id2label=named, label2id={n: i for i, n in named.items()})
    return ASTForAudioClassification(config).eval()


def ast_folder(folder, labels=MUSIC_LABELS, seed=0):
    """Save an AST, with a head where there are labels, and return it."""
    network = ast_network(labels, seed)
    _saved(folder, network, ASTFeatureExtractor(num_mel_bins=32, max_length=128))
    (folder / "README.md").write_text("---\nlicense: bsd-3-clause\n---\n", encoding="utf-8")
    return network


def maest_folder(folder, labels=("Blues---Boogie Woogie", "Rock---Punk"), seed=0):
    """Save a MAEST: an AST, and the numbers of a front end whose code nobody runs."""
    network = ast_network(labels, seed)
    _saved(folder, network)
    numbers = {"num_mel_bins": 32, "max_length": 128, "n_fft": 512, "hop_length": 256}
    code = {"AutoFeatureExtractor": "feature_extraction_maest.MAESTFeatureExtractor"}
    named = {"feature_extractor_type": "MAESTFeatureExtractor", "auto_map": code}
    front_end = named | numbers | {"mean": 2.06755686098554, "std": 1.268292820667291}
    (folder / "preprocessor_config.json").write_text(json.dumps(front_end), encoding="utf-8")
    (folder / "feature_extraction_maest.py").write_text("raise SystemExit", encoding="utf-8")
    return network


def clap_folder(folder, *, fusion=False, seed=0):
    """Save CLAP with both towers and a tokenizer, and return it."""
    torch.manual_seed(seed)
    channels = {"fusion_type": "aff_2d", "aff_block_r": 2} if fusion else {}
    audio = HTSAT_SHAPE | channels | {"enable_fusion": fusion}
    config = ClapConfig(audio_config=audio, text_config=TEXT_SHAPE, projection_dim=16)
    network = ClapModel(config).eval()
    truncation = "fusion" if fusion else "rand_trunc"
    front_end = ClapFeatureExtractor(
        feature_size=32, frequency_min=50, max_length_s=1, truncation=truncation
    )
    _saved(folder, network, front_end)
    tokenizer().save(str(folder / "tokenizer.json"))
    return network


def tokenizer():
    made = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, "<unk>"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return made


def jmla_tensors(width=32, blocks=3, squares=5 * 6, hidden=48, seed=0):
    """Return tensors under the names of OpenJMLA's checkpoint."""
    random = torch.Generator().manual_seed(seed)

    def some(*shape):
        return torch.randn(*shape, generator=random) * 0.1

    def norm(name):
        return {f"{name}.weight": 1 + some(width), f"{name}.bias": some(width)}

    def linear(name, inputs, outputs):
        return {f"{name}.weight": some(outputs, inputs), f"{name}.bias": some(outputs)}

    found = {"cls_token": some(1, 1, width), "pos_embed": some(1, squares + 1, width)}
    found |= linear("patch_embed.projection", 768, width)
    for number in range(blocks):
        block = f"layers.{number}"
        found |= norm(f"{block}.ln1") | linear(f"{block}.attn.qkv", width, 3 * width)
        found |= linear(f"{block}.attn.proj", width, width) | norm(f"{block}.ln2")
        found |= linear(f"{block}.ffn.layers.0.0", width, hidden)
        found |= linear(f"{block}.ffn.layers.1", hidden, width)
    return found | norm("ln1")


def jmla_folder(folder, tensors=None, **profile):
    """Save an OpenJMLA checkpoint, with a profile beside it, and return its tensors."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = jmla_tensors() if tensors is None else tensors
    torch.save({"state_dict": tensors, "author": "MMSelfSup"}, folder / "epoch_20.pth")
    profile = {"heads": 4} | profile
    (folder / "epoch_20.json").write_text(json.dumps(profile), encoding="utf-8")
    return tensors


def onnx_folder(folder, samples=8_000, width=6, **card):
    """Save a graph that multiplies a wave by a matrix, with its card, and return the matrix."""
    folder.mkdir(parents=True, exist_ok=True)
    matrix = np.random.default_rng(0).normal(0, 0.01, (samples, width)).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["wave", "matrix"], ["embedding"])],
        "tiny",
        [helper.make_tensor_value_info("wave", TensorProto.FLOAT, ["n", samples])],
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", width])],
        [numpy_helper.from_array(matrix, "matrix")],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(made, str(folder / "tiny.onnx"))
    usual = {"sample_rate": 8_000, "seconds": samples / 8_000, "input": "wave"}
    usual |= {"embedding": "embedding", "licence": "CC0"}
    (folder / "tiny.json").write_text(json.dumps(usual | card), encoding="utf-8")
    return matrix


def noise(samples, count=1, seed=0):
    """Return waves of noise, shape (count, samples)."""
    return np.random.default_rng(seed).normal(0.0, 0.1, (count, samples)).astype(np.float32)
