"""Any network in one ONNX file that takes waves, with a JSON card of its name beside it.

The card has `sample_rate` and `seconds`, the names of the graph's `input` and of its output
`embedding`, and where there are any `label_output`, `labels` and `licence`. The input is float32 of
shape (n, samples); a shorter sound is filled with silence. A graph that takes mels is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.classifiers.encoders.encoder_card import EncoderCard, LayerCard
from musicreclass.classifiers.encoders.folder_encoder import EmbeddedWaves, FolderEncoder, Waves
from musicreclass.classifiers.encoders.folder_files import (
    LARGEST_WEIGHTS,
    check_range,
    extra_wanted,
    read_json,
    refusing_encoder,
)
from musicreclass.classifiers.weights_file import ClassifierFileProblem, clean_name, read_bytes
from musicreclass.core.analysis import FEWEST_HZ, LONGEST_PATCH, MOST_HZ
from musicreclass.core.plain import Misfit, some_of
from musicreclass.sentences.reason import because

SUFFIX, CARD_SUFFIX = ".onnx", ".json"
NEEDED = ("sample_rate", "seconds", "input", "embedding")
ALLOWED = {*NEEDED, "label_output", "labels", "licence"}
LARGEST_GRAPH = 2 << 30  # bytes; protobuf ends there


class OnnxEncoder(FolderEncoder):
    """Answers by the outputs that the card names."""

    def __init__(self, folder: Path) -> None:
        file = _graph(folder)
        given = _read_card(file)
        self._input, self._outputs = given["input"], [given["embedding"]]
        labels = tuple(given.get("labels", ()))
        if labels:
            self._outputs.append(given["label_output"])
        self._session = _session(file, given)
        self._samples = round(given["sample_rate"] * given["seconds"])
        silence = np.zeros((1, self._samples), dtype=np.float32)
        shapes = [array.shape for array in self._run(file, silence)]
        if any(len(shape) != 2 or shape[0] != 1 for shape in shapes):
            raise ClassifierFileProblem(
                file, because("classifiers.onnx_shapes", shapes=tuple(map(str, shapes)))
            )
        if labels and shapes[1][1] != len(labels):
            raise ClassifierFileProblem(
                file, because("classifiers.onnx_labels", given=len(labels), found=shapes[1][1])
            )
        self._file = file
        self.card = EncoderCard(
            LAYOUT.name,
            given["sample_rate"],
            float(given["seconds"]),
            (LayerCard("embedding", int(shapes[0][1])),),
            labels,
            given.get("licence", ""),
        )

    def embed(self, waves: Waves) -> EmbeddedWaves:
        waves = waves[:, : self._samples]
        missing = self._samples - waves.shape[1]
        said = self._run(self._file, np.pad(waves, ((0, 0), (0, missing))))
        return EmbeddedWaves((said[0],), said[1] if len(said) > 1 else None)

    def _run(self, file: Path, waves: Waves) -> list[np.ndarray]:
        try:
            found: list[np.ndarray] = self._session.run(self._outputs, {self._input: waves})
        except Exception as error:  # its runtime has no base of its own for what it raises
            raise ClassifierFileProblem(file, because("classifiers.onnx_fails")) from error
        return [np.asarray(array, dtype=np.float32) for array in found]


class OnnxLayout:
    """One graph, and a card of its name beside it."""

    name = "onnx"
    downloads = ("*.onnx", "*.json", "README.md")

    def recognises(self, folder: Path) -> bool:
        return any(folder.glob(f"*{SUFFIX}"))

    def files(self, folder: Path) -> Sequence[Path]:
        file = _graph(folder)
        return (file, file.with_suffix(CARD_SUFFIX))

    def open(self, folder: Path) -> FolderEncoder:
        with refusing_encoder(folder):
            return OnnxEncoder(folder)


def _graph(folder: Path) -> Path:
    found = sorted(folder.glob(f"*{SUFFIX}"))
    if len(found) > 1:
        names = some_of(path.name for path in found)
        raise ClassifierFileProblem(folder, because("classifiers.several_checkpoints", names=names))
    wanted = [*found, *(path.with_suffix(CARD_SUFFIX) for path in found)]
    missing = [path.name for path in wanted if not path.is_file()]
    if missing or not found:
        names = some_of(missing or [f"*{SUFFIX}"])
        raise ClassifierFileProblem(folder, because("classifiers.encoder_lacks", names=names))
    return found[0]


def _read_card(file: Path) -> dict[str, Any]:
    """Return what the card beside a graph says.

    Raises:
        Misfit, ClassifierFileProblem: it does not say what must be known.
    """
    path = file.with_suffix(CARD_SUFFIX)
    given = read_json(path)
    if missing := [name for name in NEEDED if name not in given]:
        raise ClassifierFileProblem(
            path, because("classifiers.encoder_lacks", names=some_of(missing))
        )
    if unknown := sorted(given.keys() - ALLOWED):
        raise ClassifierFileProblem(
            path, because("classifiers.unknown_fields", names=some_of(unknown))
        )
    check_range(path, "sample_rate", given["sample_rate"], FEWEST_HZ, MOST_HZ)
    check_range(path, "seconds", given["seconds"], 0.1, LONGEST_PATCH)
    if type(given["sample_rate"]) is not int:
        raise ClassifierFileProblem(path, because("classifiers.no_json"))
    labels = given.get("labels", [])
    if not isinstance(labels, list) or (labels and "label_output" not in given):
        raise ClassifierFileProblem(
            path, because("classifiers.encoder_lacks", names=("label_output",))
        )
    where = because("classifiers.the_encoder")
    for name in ("input", "embedding", "label_output", "licence"):
        clean_name(given.get(name, ""), where)
    given["labels"] = [clean_name(label, where) for label in labels]
    return given


def _session(file: Path, given: dict[str, Any]) -> Any:
    with extra_wanted():
        import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    content = read_bytes(file, min(LARGEST_GRAPH, LARGEST_WEIGHTS))
    try:  # from memory: a graph cannot name other files of the disk then
        session = onnxruntime.InferenceSession(
            content, options, providers=["CPUExecutionProvider"], enable_fallback=0
        )
    except Exception as error:  # its runtime has no base of its own for what it raises
        raise ClassifierFileProblem(file, because("classifiers.onnx_unreadable")) from error
    inputs = {port.name: port.shape for port in session.get_inputs()}
    outputs = {port.name for port in session.get_outputs()}
    wanted = [given["embedding"], *([given["label_output"]] if given["labels"] else [])]
    if list(inputs) != [given["input"]] or not set(wanted) <= outputs:
        raise Misfit(
            because("classifiers.onnx_ports", names=tuple(inputs), outputs=tuple(sorted(outputs)))
        )
    if len(inputs[given["input"]]) != 2:
        raise Misfit(because("classifiers.onnx_takes_no_waves"))
    return session


LAYOUT = OnnxLayout()
