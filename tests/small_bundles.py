"""Bundles small enough to be made for one test, and made-up analyses of files."""

from typing import Any

import numpy as np
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier, save
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.core.analysis import Analysis, MelSpec
from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

GENRES = ("Blues", "Jazz", "Rock")
MEL = MelSpec(sample_rate=8000, n_fft=512, hop=256, n_mels=16)
MLP = MlpConfig(measured_features(), measured_features().columns[:40], hidden=(8,))
CNN = CnnConfig(MEL, chunk_frames=94, widths=(4, 8))


def small_bundle(genres=GENRES, *, seed=1, believes=6.0, **changed):
    """Return a bundle of an MLP and a CNN that believe so much in the first genre."""
    torch.manual_seed(seed)
    classifiers = tuple(
        Classifier(name, config.build(len(genres)).eval())
        for name, config in (("cnn", CNN), ("mlp", MLP))
    )
    for classifier in classifiers:
        network: Any = classifier.network
        network.head.weight.data *= 0.01  # its input changes digits, not answers
        network.head.bias.data[0] += believes
    ensemble = Ensemble(genres, ("cnn", "mlp"), np.ones(2), np.ones(2))
    calibrator = EnsembleCalibrator(ensemble, ConformalSets(0.9, 0.5))
    made = {"genres": genres, "classifiers": classifiers, "ensemble": calibrator.to_dict()}
    return Bundle(**(made | changed))


def save_small_bundle(path, *args, **changed):
    path.parent.mkdir(parents=True, exist_ok=True)
    save(small_bundle(*args, **changed), path)
    return path


def made_up(seed=0, **changed):
    """Return a made-up analysis of a track."""
    random = np.random.default_rng(seed)
    made: dict[str, Any] = {
        "start_seconds": 10.0,
        "seconds": 30.0,
        "total_seconds": 50.0,
        "features": random.normal(size=518).astype(np.float32),
        "mels": (random.uniform(-80, 0, (16, 937)).astype(np.float16),),
    }
    return Analysis(**(made | changed))


def remember(cache, bundle, path, stamp, fingerprint, analysis):
    """Let `cache` hold the analysis of a file, so that no process need decode it."""
    cache.put(key_of(AudioFileRef(str(path), stamp, fingerprint), bundle.needs), analysis)
