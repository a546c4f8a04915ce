"""Tracks that are easy to tell apart, made of numbers alone."""

from dataclasses import replace
from typing import Any

import numpy as np
import torch

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.chunks.crnn import CrnnConfig
from musicreclass.classifiers.kinds.chunks.sample_cnn import WaveConfig
from musicreclass.classifiers.kinds.chunks.transformer import TransformerConfig
from musicreclass.classifiers.kinds.chunks.vae import VaeConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.core.analysis import PIECE_SCALE, MelSpec, PieceSpec
from musicreclass.training.data.labelled_tracks import LabelledTracks

MEL = MelSpec(8_000, 512, 400, 32)
COLUMNS = FeatureSet("made-up-1", tuple(f"column.{i}" for i in range(12)))
GENRES = ("Low", "High")

MLP = MlpConfig(features=COLUMNS, used=COLUMNS.columns, hidden=(16, 8))
SUMMARY_MLP = MlpConfig(
    features=feature_set(), used=feature_set().columns, hidden=(16, 8), mel=MEL, dropout=0.0
)
CNN = CnnConfig(MEL, chunk_frames=20, widths=(4, 8), crop_count=3)
CRNN = CrnnConfig(MEL, chunk_frames=20, widths=(4, 8), memory=8, crop_count=3)
TRANSFORMER = TransformerConfig(
    MEL, chunk_frames=20, patch_bands=8, patch_frames=5, width=16, heads=2, layers=2, crop_count=3
)
VAE = VaeConfig(MEL, chunk_frames=20, widths=(4, 8), numbers=8, crop_count=3)
WAVE = WaveConfig(PieceSpec(8_000, 400, 3), chunk_samples=300, widths=(4, 8, 8))
CONFIGS: dict[str, Any] = {
    "mlp": MLP,
    "summary": SUMMARY_MLP,
    "cnn": CNN,
    "crnn": CRNN,
    "transformer": TRANSFORMER,
    "vae": VAE,
    "wave": WAVE,
}


def tracks(n=40, seed=0, frames=60):
    """Return tracks of two genres: one is loud in low bands and columns, the other in high ones."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % 2
    features = rng.normal(0.0, 0.5, (n, len(COLUMNS.columns))).astype(np.float32)
    features[:, :6] += 2.0 * labels[:, None]
    mels = []
    for label in labels:
        mel = rng.normal(-50.0, 4.0, (MEL.n_mels, frames))
        # A beat in its bands and not their level alone, which some networks do not see.
        half = slice(16, 32) if label else slice(0, 16)
        mel[half] += 25.0 * (np.arange(frames) % 6 < 2)
        mels.append((mel - mel.max()).astype(np.float16))
    names = tuple(f"track {i}" for i in range(n))
    return LabelledTracks(names, GENRES, labels, np.arange(n) // 2, features, mels)


def waves(n=40, seed=0):
    """Return the same tracks with raw sound in place of mels: a low tone or a high one in noise."""
    rng, times = np.random.default_rng(seed), np.arange(400) / 8_000
    sounds = []
    for label in tracks(n).labels:
        tone = np.sin(2 * np.pi * (1_500.0 if label else 300.0) * (times + rng.random((3, 1))))
        sound = 0.2 * tone + rng.normal(0.0, 0.02, (3, 400))
        sounds.append(np.rint(sound * PIECE_SCALE).astype(np.int16))
    return replace(tracks(n, seed), mels=sounds)


def network_of(kind, seed=0):
    torch.manual_seed(seed)
    return CONFIGS[kind].build(len(GENRES))


def share_right(network, some):
    """Return the share of tracks whose genre the network tells."""
    log_probs = network.answers(some.features, some.mels).log_probs
    return (log_probs.argmax(axis=1) == some.labels).mean()


def weights_of(network):
    return torch.cat([w.flatten().float() for w in network.state_dict().values()])
