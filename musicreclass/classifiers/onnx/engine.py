"""Which of torch and onnxruntime a network answers through.

The two differ in the last digits, a track's log-probabilities by less than 1e-4, so that the same
file gets the same answer from the same engine only: torch wherever nobody chose, and another only
where a person said so, "auto" included, which may choose otherwise on another day or machine.
"""

import logging
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Literal

import numpy as np
import torch

from musicreclass.classifiers.bundle import Bundle
from musicreclass.classifiers.kinds.network import Config, Network
from musicreclass.classifiers.onnx import door
from musicreclass.classifiers.onnx.export import exported
from musicreclass.classifiers.onnx.runner import OnnxRunner, runner
from musicreclass.classifiers.spec import FeatureRow, Mel

logger = logging.getLogger(__name__)

Engine = Literal["torch", "onnx"]
WantedEngine = Literal["torch", "onnx", "auto"]

FEWEST_TRACKS = 200  # for fewer, exporting and timing cost more than they can save
ROUNDS = 7
WORTHWHILE = 1.1  # times as fast; what is closer would be decided by chance
TYPICAL_SECONDS = 30.0


def runners(bundle: Bundle, wanted: WantedEngine, n_tracks: int) -> dict[str, OnnxRunner]:
    """Return the classifiers of `bundle` that are to answer for `n_tracks` on onnxruntime, by name.

    They get as many threads as torch has now.

    Raises:
        OnnxMissing: onnxruntime is wanted and not installed; "auto" is content with torch.
    """
    is_too_much = n_tracks < FEWEST_TRACKS or not door.is_installed()
    if wanted == "torch" or not n_tracks or (wanted == "auto" and is_too_much):
        return {}
    chosen = {
        classifier.name: as_onnx(classifier.network)
        for classifier in bundle.classifiers
        if wanted == "onnx" or fastest(classifier.network) == "onnx"
    }
    logger.info("%d tracks: answered through onnxruntime: %s", n_tracks, ", ".join(chosen) or "-")
    return chosen


def as_onnx(network: Network, threads: int | None = None) -> OnnxRunner:
    """Return `network` on onnxruntime, with as many threads as torch where none are named.

    Raises:
        OnnxMissing: the extra is not installed.
    """
    threads = threads or torch.get_num_threads()
    return runner(network.config, network.n_genres, exported(network), threads)


def fastest(network: Network) -> Engine:
    """Return what answers faster here and now for one track at a time, by trying both.

    Raises:
        OnnxMissing: the extra is not installed.
    """
    if next(network.parameters()).device.type != "cpu":
        return "torch"  # a graphics card is there for a reason, and onnxruntime is not on it
    calls = [
        partial(one.answer, *_some_track(network.config)) for one in (network, as_onnx(network))
    ]
    for call in calls:
        call()  # once, to be warm
    taken = [[_seconds(call) for call in calls] for _ in range(ROUNDS)]
    of_torch, of_onnx = (statistics.median(column) for column in zip(*taken, strict=True))
    return "onnx" if of_onnx * WORTHWHILE < of_torch else "torch"


def _some_track(config: Config) -> tuple[FeatureRow | None, Mel | None]:
    """Return what would be measured of a track that is as long as most are."""
    noise = np.random.default_rng(0)
    features, mel = None, None
    if config.measured is not None:
        features = noise.normal(size=len(config.measured.columns)).astype(np.float32)
    if config.mel is not None:
        frames = round(TYPICAL_SECONDS * config.mel.frames_per_second)
        mel = noise.uniform(-80.0, 0.0, (config.mel.n_mels, frames)).astype(np.float16)
    return features, mel


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
