"""Exported networks run by onnxruntime; they answer as torch's do, but for the last digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from musicreclass.classifiers.kinds.network import Config, Network
from musicreclass.classifiers.onnx import door
from musicreclass.classifiers.onnx.card import Card, digest, read_card
from musicreclass.classifiers.onnx.door import GraphProblem
from musicreclass.classifiers.spec import FeatureRow, Mel, NetworkAnswer
from musicreclass.classifiers.weights_file import ClassifierFileProblem, read_bytes
from musicreclass.sentences.reason import because

Floats = npt.NDArray[np.float32]


class Graph:
    """A session of onnxruntime: arrays in, log-probabilities and embeddings out."""

    def __init__(self, content: bytes, network: Network, threads: int) -> None:
        ort = door.runtime()
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what goes wrong is raised, and said once
        # Threads that wait by turning in circles would take the decoders' cores.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with door.graph_errors():
            self._session: Any = ort.InferenceSession(
                content, options, providers=["CPUExecutionProvider"]
            )
        self._inputs = [port.name for port in network.inputs]
        self._outputs = [port.name for port in network.outputs]

    def outputs(self, arrays: Sequence[Floats]) -> list[Floats]:
        """Return an array for each output: log-probabilities, embeddings and what else there is.

        Args:
            arrays: one for each input, in their order.

        Raises:
            GraphProblem: the graph fails.
        """
        fed = dict(zip(self._inputs, map(np.ascontiguousarray, arrays), strict=True))
        with door.graph_errors():
            outputs: list[Floats] = self._session.run(self._outputs, fed)
        return outputs


@dataclass(frozen=True, slots=True, eq=False)
class OnnxRunner:
    """A network on onnxruntime."""

    shape: Network  # without weights: it knows how tracks are prepared, and what outputs mean
    graph: Graph

    @property
    def config(self) -> Config:
        return self.shape.config

    def answer(self, features: FeatureRow | None, mel: Mel | None = None) -> NetworkAnswer:
        """Return what the network says of one track.

        Raises:
            UnfitSound: one of the two is not as agreed, or numbers are missing.
            GraphProblem: the graph fails.
        """
        prepared = self.shape.prepared(features, mel)
        outputs = map(torch.from_numpy, self.graph.outputs(prepared.arrays))
        return self.shape.answer_of(list(outputs), prepared.starts)


def load_onnx(path: Path, threads: int = 2) -> tuple[Card, OnnxRunner]:
    """Return what is known of an exported classifier, and the classifier ready to answer.

    Args:
        path: the .onnx file; its card is the .json beside it.

    Raises:
        OnnxMissing: the extra is not installed.
        ClassifierFileProblem: a file cannot be read or is damaged, or the two do not belong
            together.
    """
    door.runtime()
    card = read_card(path.with_suffix(".json"))
    content = read_bytes(path)
    if digest(content) != card.sha256:
        raise ClassifierFileProblem(path, because("classifiers.not_of_its_card"))
    # A graph may name other files, or places in memory, to take numbers from.
    if b"location" in content:
        raise ClassifierFileProblem(path, because("classifiers.wants_more_files"))
    try:
        return card, runner(card.config, len(card.genres), content, threads)
    except GraphProblem as problem:
        raise ClassifierFileProblem(path, problem.reason) from problem


def runner(config: Config, n_genres: int, graph: bytes, threads: int) -> OnnxRunner:
    """Return a network of this shape that onnxruntime runs on so many threads.

    Raises:
        OnnxMissing: the extra is not installed.
        GraphProblem: the graph fails, or is one of another shape.
    """
    with torch.device("meta"):  # no memory is taken
        shape = config.build(n_genres)
    running = Graph(graph, shape, threads)
    given = running.outputs([np.zeros(port.some_shape(1), np.float32) for port in shape.inputs])
    if [array.shape for array in given] != [port.some_shape(1) for port in shape.outputs]:
        raise GraphProblem(because("classifiers.other_arrays"))
    return OnnxRunner(shape, running)
