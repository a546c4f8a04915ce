"""Tiny classifiers and what they read, made on the spot."""

import numpy as np
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.chunks.crnn import CrnnConfig
from musicreclass.classifiers.kinds.chunks.four_block import FourBlockConfig
from musicreclass.classifiers.kinds.chunks.sample_cnn import WaveConfig
from musicreclass.classifiers.kinds.chunks.transformer import TransformerConfig
from musicreclass.classifiers.kinds.chunks.vae import VaeConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.kinds.columns.rbf import RbfConfig
from musicreclass.classifiers.kinds.joint import JointConfig
from musicreclass.core.analysis import MelSpec, PieceSpec

GENRES = ("Blues", "Jazz", "Rock")
MEL = MelSpec(sample_rate=8000, n_fft=512, hop=256, n_mels=16)  # 31.25 frames a second
FEATURES = FeatureSet("test-1", tuple(f"column.{i:03}" for i in range(518)))

MLP = MlpConfig(FEATURES, FEATURES.columns[3:40], hidden=(16, 8))
CNN = CnnConfig(MEL, chunk_frames=94, widths=(4, 8))
RBF = RbfConfig(FEATURES, FEATURES.columns[:20], support_tracks=6, knots=5)
FOUR_BLOCKS = FourBlockConfig(MEL, frames=32, widths=(4, 4, 4, 8))
CRNN = CrnnConfig(MEL, chunk_frames=94, widths=(4, 8), memory=2)
TRANSFORMER = TransformerConfig(MEL, chunk_frames=94, width=8, heads=2, layers=2)
VAE = VaeConfig(MEL, chunk_frames=94, widths=(4, 8), numbers=8)
WAVE = WaveConfig(PieceSpec(8_000, 400, 3), chunk_samples=300, widths=(4, 4, 8))
OF_CHUNKS = {"cnn": CNN, "crnn": CRNN, "transformer": TRANSFORMER, "vae": VAE}
JOINT = JointConfig(FEATURES, FEATURES.columns[3:40], backbone=CNN, knots=5)
CONFIGS = {"mlp": MLP, "cnn": CNN, "four_block_cnn": FOUR_BLOCKS}


def network(config):
    """Return a network with weights of its own, and statistics that batch norm must heed."""
    torch.manual_seed(1)
    made = config.build(len(GENRES))
    for name, buffer in made.named_buffers():
        if name.endswith(("running_mean", "running_var", "centre", "spread")):
            buffer.copy_(torch.rand_like(buffer) + 0.5)
        elif name.endswith(("knots", "heights")):
            buffer.copy_(20.0 * torch.randn_like(buffer).sort(dim=0).values)
    return made.eval()


def features(n_tracks, seed=0):
    return np.random.default_rng(seed).normal(size=(n_tracks, 518)).astype(np.float32)


def mel(frames, seed=0, n_mels=16):
    return np.random.default_rng(seed).uniform(-80, 0, (n_mels, frames)).astype(np.float16)


def bundle(**changed):
    made = {
        "genres": GENRES,
        "classifiers": tuple(Classifier(kind, network(c)) for kind, c in CONFIGS.items()),
        "ensemble": {"weights": np.array([0.5, 0.25, 0.25]), "temperature": 1.5, "names": ["a"]},
        "training": {"tracks": 12, "notes": {"seed": 1}},
        "data_licence": "CC BY 4.0",
    }
    return Bundle(**(made | changed))
