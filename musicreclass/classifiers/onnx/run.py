"""Exported networks run by onnxruntime; they answer as torch's do, but for the last digits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from musicreclass.classifiers.bundle import build
from musicreclass.classifiers.kinds.cnn import Chunks, Mel, ShortChunkCnn
from musicreclass.classifiers.kinds.four_block import FourBlockCnn
from musicreclass.classifiers.kinds.joint import FeatureRow, JointNetwork
from musicreclass.classifiers.kinds.mlp import FeatureNetwork, FeatureRows
from musicreclass.classifiers.kinds.network import array, track_log_probs
from musicreclass.classifiers.onnx import door
from musicreclass.classifiers.onnx.card import (
    Card,
    digest,
    inputs,
    outputs,
    read_card,
    some_shape,
)
from musicreclass.classifiers.onnx.door import GraphProblem
from musicreclass.classifiers.spec import (
    CnnConfig,
    Config,
    FeatureAnswers,
    FeatureConfig,
    FourBlockConfig,
    JointConfig,
    MelAnswer,
)
from musicreclass.classifiers.weights_file import ClassifierFileProblem, read_bytes

Floats = npt.NDArray[np.float32]


class Graph:
    """A session of onnxruntime: arrays in, log-probabilities and embeddings out."""

    def __init__(self, content: bytes, config: Config, threads: int) -> None:
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
        self._sources = [port.name for port in inputs(config)]
        self._answers = [port.name for port in outputs(config, 0)]

    def answers(self, *prepared: Floats) -> list[Floats]:
        """Return log-probabilities (n, n_genres), embeddings (n, width) and what else there is.

        Args:
            prepared: an array for each input, in their order.

        Raises:
            GraphProblem: the graph fails.
        """
        fed = dict(zip(self._sources, prepared, strict=True))
        with door.graph_errors():
            answers: list[Floats] = self._session.run(self._answers, fed)
        return answers


@dataclass(frozen=True, slots=True, eq=False)
class FeatureRunner:
    """A `FeatureNetwork` on onnxruntime."""

    shape: FeatureNetwork  # without weights: it knows how features are prepared
    graph: Graph

    @property
    def config(self) -> FeatureConfig:
        return self.shape.config

    def answers(self, features: FeatureRows) -> FeatureAnswers:
        """Return what the network says of each track.

        Raises:
            UnfitSound: the features are not those agreed, or numbers are missing.
            GraphProblem: the graph fails.
        """
        rows = np.ascontiguousarray(self.shape.selected(features))
        return FeatureAnswers(*self.graph.answers(rows))


@dataclass(frozen=True, slots=True, eq=False)
class MelRunner:
    """A `ShortChunkCnn` or a `FourBlockCnn` on onnxruntime."""

    shape: ShortChunkCnn | FourBlockCnn  # without weights: it knows how mels are prepared
    graph: Graph

    @property
    def config(self) -> CnnConfig | FourBlockConfig:
        return self.shape.config

    def answer(self, mel: Mel) -> MelAnswer:
        """Return what the network says of one track, whose chunks make a batch of their own.

        Raises:
            UnfitSound: the mel is empty, of other bands, or numbers are missing.
            GraphProblem: the graph fails.
        """
        chunks, starts = self._chunks(mel)
        segments, embeddings = self.graph.answers(np.ascontiguousarray(chunks))
        track = array(track_log_probs(torch.from_numpy(segments)))
        return MelAnswer(track, segments, starts, embeddings.mean(axis=0))

    def _chunks(self, mel: Mel) -> tuple[Chunks, tuple[int, ...]]:
        if isinstance(self.shape, FourBlockCnn):
            return self.shape.prepared(mel)[None], (0,)
        return self.shape.chunks(mel), self.shape.starts(mel)


@dataclass(frozen=True, slots=True, eq=False)
class JointRunner:
    """A `JointNetwork` on onnxruntime."""

    shape: JointNetwork  # without weights: it knows how features and mels are prepared
    graph: Graph

    @property
    def config(self) -> JointConfig:
        return self.shape.config

    def answer(self, features: FeatureRow, mel: Mel) -> MelAnswer:
        """Return what the network says of one track.

        Raises:
            UnfitSound: one of the two is not as agreed, or numbers are missing.
            GraphProblem: the graph fails.
        """
        row, chunks = self.shape.selected(features[None]), self.shape.trunk.chunks(mel)
        log_probs, embeddings, segments = self.graph.answers(row, np.ascontiguousarray(chunks))
        return MelAnswer(log_probs[0], segments, self.shape.trunk.starts(mel), embeddings[0])


OnnxRunner = FeatureRunner | MelRunner | JointRunner


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
        raise ClassifierFileProblem(
            path, "not the file that its .json describes, or damaged; export the classifier again."
        )
    # A graph may name other files, or places in memory, to take numbers from.
    if b"location" in content:
        raise ClassifierFileProblem(
            path, "wants numbers from outside the file; export the classifier again."
        )
    try:
        return card, runner(card.config, len(card.genres), content, threads)
    except GraphProblem as problem:
        raise ClassifierFileProblem(path, str(problem)) from problem


def runner(config: Config, n_genres: int, graph: bytes, threads: int) -> OnnxRunner:
    """Return a network of this shape that onnxruntime runs on so many threads.

    Raises:
        OnnxMissing: the extra is not installed.
        GraphProblem: the graph fails, or is one of another shape.
    """
    running = Graph(graph, config, threads)
    nothing = [np.zeros(some_shape(port, 1), np.float32) for port in inputs(config)]
    answered = [answer.shape for answer in running.answers(*nothing)]
    if answered != [some_shape(port, 1) for port in outputs(config, n_genres)]:
        raise GraphProblem(
            "The exported classifier gives other arrays than agreed; export it again."
        )
    with torch.device("meta"):  # no memory is taken
        shape = build(config, n_genres)
    if isinstance(shape, FeatureNetwork):
        return FeatureRunner(shape, running)
    return (
        JointRunner(shape, running)
        if isinstance(shape, JointNetwork)
        else MelRunner(shape, running)
    )
