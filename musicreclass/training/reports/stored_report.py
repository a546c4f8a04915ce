"""Reports as files keep them, so that one can be looked at again on another day.

Unlike what JSON gives other programs, reasons stay codes: the window says them in its language.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.core.plain import stored_names
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.sentences.reason import Reason, because, from_stored, to_stored
from musicreclass.training.reports.report import TrainingReport


class NoReport(MusicReclassError):
    """What is kept is no report that this version can show."""


def to_kept(report: TrainingReport) -> Any:
    """Return what JSON can hold."""
    return _kept(report)


def from_kept(kept: object) -> TrainingReport:
    """Return the report that `to_kept` made it of.

    Raises:
        NoReport: it is damaged, or of a version that keeps other things.
    """
    try:
        report = _read(TrainingReport, kept)
    except (AttributeError, KeyError, LookupError, TypeError, ValueError) as error:
        raise NoReport(because("training.no_report")) from error
    assert isinstance(report, TrainingReport)
    return report


def _kept(value: object) -> Any:
    if isinstance(value, Reason):
        return json.loads(to_stored(value))
    if isinstance(value, FileProblem):
        return {"path": str(value.path), "reason": _kept(value.reason)}
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, enum.Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _kept(getattr(value, field)) for name, field in stored_names(value).items()}
    if isinstance(value, Mapping):
        return {str(key): _kept(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_kept(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


def _read(hint: Any, kept: Any) -> Any:
    """Return what is kept as an instance of a type; what does not fit raises."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return None if kept is None else _read(next(p for p in parts if p is not type(None)), kept)
    if origin is tuple:
        each = parts[:1] * len(kept) if parts[-1] is Ellipsis else parts
        return tuple(_read(part, item) for part, item in zip(each, kept, strict=True))
    if origin is np.ndarray:
        return np.array(kept, dtype=np.intp)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _read(parts[1], item) for key, item in kept.items()}
    return _read_plain(hint, kept)


def _read_plain(hint: Any, kept: Any) -> Any:
    if hint is Reason:
        return from_stored(json.dumps(kept))
    if hint is FileProblem:
        return FileProblem(Path(kept["path"]), _read(Reason, kept["reason"]))
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(kept)
    if dataclasses.is_dataclass(hint):
        hints, names = typing.get_type_hints(hint), stored_names(hint)
        given = {f: _read(hints[f], kept[name]) for name, f in names.items() if name in kept}
        return typing.cast("Any", hint)(**given)
    if hint is float and type(kept) in (int, float):
        return float(kept)
    if type(kept) is not hint:
        raise TypeError(f"{hint} is wanted")
    return kept
