"""The one way to onnx and onnxruntime, which come with the extra "onnx" and may be missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because


class OnnxMissing(MusicReclassError):
    """A package of the extra is not installed, or does not fit this machine."""


class GraphProblem(MusicReclassError):
    """What was exported cannot be run."""


def is_installed() -> bool:
    """Tell whether classifiers can be exported and run, without loading anything."""
    return find_spec("onnx") is not None and find_spec("onnxruntime") is not None


def ensure_exporter() -> None:
    """Make sure that torch can export: it needs the package onnx for it.

    Raises:
        OnnxMissing: it cannot be loaded.
    """
    _loaded("onnx", "classifiers.onnx_missing")


def runtime() -> ModuleType:
    """Return the module onnxruntime.

    Raises:
        OnnxMissing: it cannot be loaded.
    """
    return _loaded("onnxruntime", "classifiers.onnxruntime_missing")


def _loaded(package: str, missing: str) -> ModuleType:
    try:
        return import_module(package)
    except (ImportError, OSError) as error:
        raise OnnxMissing(because(missing)) from error


@contextmanager
def graph_errors() -> Iterator[None]:
    """Turn what onnxruntime raises over a graph into ours; its classes have no common base."""
    runtime()
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    try:
        yield
    except (
        state.EPFail,
        state.Fail,
        state.InvalidArgument,
        state.InvalidGraph,
        state.InvalidProtobuf,
        state.NoModel,
        state.NoSuchFile,
        state.NotImplemented,
        state.RuntimeException,
        RuntimeError,
        ValueError,
    ) as error:
        first_line = str(error).partition("\n")[0]
        raise GraphProblem(because("classifiers.graph_fails", problem=first_line)) from error
