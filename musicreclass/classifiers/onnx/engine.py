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

from musicreclass.classifiers.bundle import Bundle, Network
from musicreclass.classifiers.kinds.joint import JointNetwork
from musicreclass.classifiers.kinds.mlp import FeatureNetwork
from musicreclass.classifiers.onnx import door
from musicreclass.classifiers.onnx.export import exported
from musicreclass.classifiers.onnx.run import FeatureRunner, JointRunner, OnnxRunner, runner

logger = logging.getLogger(__name__)

Engine = Literal["torch", "onnx"]
WantedEngine = Literal["torch", "onnx", "auto"]

FEWEST_TRACKS = 200  # for fewer, exporting and timing cost more than they can save
ROUNDS = 7
WORTHWHILE = 1.1  # times as fast; what is closer would be decided by chance
TYPICAL_SECONDS = 30.0


def runners(bundle: Bundle, wanted: WantedEngine, n_tracks: int) -> dict[str, OnnxRunner]:
    """Return the classifiers of `bundle` that are to hear `n_tracks` on onnxruntime, by name.

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
    last = network.linear if isinstance(network, JointNetwork) else network
    n_genres = last.head.out_features
    return runner(network.config, n_genres, exported(network), threads or torch.get_num_threads())


def fastest(network: Network) -> Engine:
    """Return what answers faster here and now for one track at a time, by trying both.

    Raises:
        OnnxMissing: the extra is not installed.
    """
    if next(network.parameters()).device.type != "cpu":
        return "torch"  # a graphics card is there for a reason, and onnxruntime is not on it
    ours, theirs = _listener(network), _listener(as_onnx(network))
    taken = [(_seconds(ours), _seconds(theirs)) for _ in range(ROUNDS)]
    of_torch, of_onnx = (statistics.median(column) for column in zip(*taken, strict=True))
    return "onnx" if of_onnx * WORTHWHILE < of_torch else "torch"


def _listener(network: Network | OnnxRunner) -> Callable[[], object]:
    """Return a call that hears a track as most are, already warm."""
    noise = np.random.default_rng(0)
    analyze_file: Callable[[], object]
    if isinstance(network, FeatureNetwork | FeatureRunner):
        row = noise.normal(size=(1, len(network.config.features.columns)))
        analyze_file = partial(network.answers, row.astype(np.float32))
    else:
        spec = network.config.mel
        mel = noise.uniform(
            -80.0, 0.0, (spec.n_mels, round(TYPICAL_SECONDS * spec.frames_per_second))
        )
        analysis = mel.astype(np.float16)
        if isinstance(network, JointNetwork | JointRunner):
            columns = noise.normal(size=len(network.config.features.columns))
            analyze_file = partial(network.answer, columns.astype(np.float32), analysis)
        else:
            analyze_file = partial(network.answer, analysis)
    analyze_file()
    return analyze_file


def _seconds(analyze_file: Callable[[], object]) -> float:
    start = time.perf_counter()
    analyze_file()
    return time.perf_counter() - start
