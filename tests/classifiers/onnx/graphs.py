"""Exported graphs as another program would run them: through onnxruntime, by what the card says."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime
import torch

from musicreclass.classifiers.kinds.network import Network
from musicreclass.classifiers.registry import read_config
from musicreclass.sentences.reason import because


@dataclass(frozen=True)
class Graph:
    """A network whose numbers come from onnxruntime."""

    shape: Network  # without weights: it knows how tracks are prepared, and what outputs mean
    session: Any

    def answer(self, features, mel=None):
        prepared = self.shape.prepared(features, mel)
        names = [port.name for port in self.shape.inputs]
        fed = dict(zip(names, map(np.ascontiguousarray, prepared.arrays), strict=True))
        outputs = self.session.run([port.name for port in self.shape.outputs], fed)
        return self.shape.answer_of([torch.from_numpy(out) for out in outputs], prepared.starts)


def load_onnx(path):
    """Return the card beside a graph as JSON has it, and the graph ready to answer."""
    card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    config = read_config(card["kind"], card["config"], because("classifiers.the_config"))
    with torch.device("meta"):
        shape = config.build(len(card["genres"]))
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return card, Graph(shape, session)
