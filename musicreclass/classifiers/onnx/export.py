"""Networks as .onnx files that other programs can run, each with a card that says how."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import torch
from torch import Tensor, nn

from musicreclass.classifiers.bundle import Bundle
from musicreclass.classifiers.kinds.network import Network, eval_mode
from musicreclass.classifiers.onnx.card import OPSET, card_of, packed
from musicreclass.classifiers.weights_file import ClassifierFileProblem, write_bytes
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

LONGEST_NAME = 80  # characters; file systems end at 255 bytes


class OnnxMissing(MusicReclassError):
    """The package of the extra is not installed, or does not fit this machine."""


class _Inference(nn.Module):
    """A network whose outputs are what people ask for rather than what a loss wants."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        return self.network.infer(*prepared)


def export_onnx(bundle: Bundle, folder: Path) -> list[Path]:
    """Write an .onnx file for each network of `bundle`, and beside it a card of the same name.

    Each file is the old one or the new one after a crash. A crash between the two leaves a pair
    that does not belong together: the card has the graph's sha256.

    Returns:
        What was written, each graph followed by its card.

    Raises:
        OnnxMissing: the extra is not installed, or a part of a network is not in the bundle.
        ClassifierFileProblem: the disk refuses.
    """
    _ensure_exporter()
    for classifier in bundle.classifiers:
        if not classifier.network.config.kind.is_exported:
            raise OnnxMissing(because("ears.not_exported", name=classifier.name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = because("classifiers.cannot_be_made", problem=error.strerror or str(error))
        raise ClassifierFileProblem(folder, reason) from error
    written = []
    stems = _file_stems(classifier.name for classifier in bundle.classifiers)
    for classifier, stem in zip(bundle.classifiers, stems, strict=True):
        graph = exported(classifier.network)
        file, beside = folder / f"{stem}.onnx", folder / f"{stem}.json"
        write_bytes(graph, file)
        write_bytes(packed(card_of(bundle, classifier, file.name, graph)), beside)
        written += [file, beside]
    return written


def exported(network: Network) -> bytes:
    """Return the graph of `network`, from what it has prepared to its answers.

    Raises:
        OnnxMissing: the extra is not installed.
    """
    _ensure_exporter()
    graph = io.BytesIO()
    inputs, outputs = network.inputs, network.outputs
    with eval_mode(network) as device, _no_needless_words():
        prepared = tuple(torch.zeros(port.some_shape(2), device=device) for port in inputs)
        # The exporter puts a network back into the mode of what it was handed.
        torch.onnx.export(
            _Inference(network).eval(),
            prepared,
            graph,  # type: ignore[arg-type]  # declared for paths alone, made for both
            dynamo=False,  # the other exporter wants one package more, for the same graph
            opset_version=OPSET,
            input_names=[port.name for port in inputs],
            output_names=[port.name for port in outputs],
            dynamic_axes={
                port.name: {0: port.shape[0]}
                for port in (*inputs, *outputs)
                if isinstance(port.shape[0], str)
            },
        )
    return graph.getvalue()


def _ensure_exporter() -> None:
    """Make sure that torch can export: it needs the package onnx for it."""
    try:
        import_module("onnx")
    except (ImportError, OSError) as error:
        raise OnnxMissing(because("classifiers.onnx_missing")) from error


@contextmanager
def _no_needless_words() -> Iterator[None]:
    """Keep the exporter from announcing its end: torch is pinned to a version that has it."""
    with warnings.catch_warnings():
        for warm_start in ("You are using the legacy TorchScript", "The feature will be removed"):
            warnings.filterwarnings("ignore", warm_start, DeprecationWarning)
        # Of a recurrent layer: it looks at sizes that are fixed, and makes its own first state.
        warnings.filterwarnings("ignore", "Converting a tensor to a Python")
        warnings.filterwarnings("ignore", "Exporting a model to ONNX with a batch_size other")
        yield


def _file_stems(names: Iterable[str]) -> list[str]:
    """Return a file name for each: names come from strangers and may hold slashes."""
    stems: list[str] = []
    for name in names:
        stem = re.sub(r"[^\w-]+", "_", name)[:LONGEST_NAME]
        taken = {other.casefold() for other in stems}  # some disks do not tell cases apart
        numbered = (f"{stem}_{number}" for number in range(2, len(stems) + 3))
        stems.append(next(new for new in (stem, *numbered) if new.casefold() not in taken))
    return stems
