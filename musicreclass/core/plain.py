"""Dataclasses as plain values and as keys, and back, for what is kept on disk.

A field is kept under its name, or under the one that `stored_as` gives it: what was kept before a
field or class was renamed must still be found. Nobody should believe a file unseen: reading checks
every type, so that nonsense ends in a sentence here and not in a crash elsewhere.
"""

import dataclasses
import enum
import math
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from musicreclass.sentences.reason import Reason, as_said, because

Shape = TypeVar("Shape")

STORED = "stored"


class Misfit(ValueError):
    """A value is not what was expected; the reason says where and what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


def stored_as(name: str) -> dict[str, str]:
    """Return the metadata of a field that is kept under `name`, whatever it is called in code."""
    return {STORED: name}


def stored_names(shape: Any) -> dict[str, str]:
    """Return what the fields of a dataclass are kept under: name on disk -> name in code."""
    return {
        field.metadata.get(STORED, field.name): field.name for field in dataclasses.fields(shape)
    }


def spelt(value: object) -> str:
    """Return the text that stands for `value` in keys and digests.

    It is that of `repr`, except that no class's name of today decides: a dataclass says its own.

    Raises:
        TypeError: a dataclass or an enum has no `key`, so that renaming it would change the text.
    """
    key = getattr(value, "key", None)
    if callable(key):
        return str(key())
    if isinstance(value, tuple):
        return f"({', '.join(map(spelt, value))}{',' if len(value) == 1 else ''})"
    if dataclasses.is_dataclass(value) or isinstance(value, enum.Enum):
        raise TypeError(f"{value} needs a key of its own")
    return repr(value)


def spelt_fields(kind: str, value: object) -> str:
    """Return the text of a dataclass in keys: `kind`, and its fields as they are kept."""
    names = stored_names(value)
    return f"{kind}({', '.join(f'{n}={spelt(getattr(value, f))}' for n, f in names.items())})"


def plain(value: object) -> Any:
    """Return `value` with dataclasses as dicts, tuples as lists and enums as their values.

    Reasons become sentences, in English.
    """
    if isinstance(value, Reason):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, field)) for name, field in stored_names(value).items()}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def shaped(shape: type[Shape], value: object, where: Reason | str) -> Shape:
    """Return `value` as an instance of the dataclass `shape`.

    Raises:
        Misfit: a field is missing, unknown, of another type or out of its range.
    """
    hints = typing.get_type_hints(shape)
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise Misfit(because("core.no_table", where=where))
    names = stored_names(shape)
    if value.keys() != names.keys():
        differing = some_of(sorted(names.keys() ^ value.keys()))
        raise Misfit(because("core.other_fields", where=where, names=differing))
    fields = {
        field: _fitted(hints[field], value[name], within(where, name))
        for name, field in names.items()
    }
    try:
        return shape(**fields)
    except ValueError as error:
        said = error.reason if isinstance(error, Misfit) else as_said(str(error))
        raise Misfit(because("said.of_file", name=where, reason=said)) from error


def within(where: Reason | str, name: str) -> Reason:
    """Return where the value of this name is."""
    return because("core.within", where=where, name=name)


def some_of(names: Iterable[str], at_most: int = 5) -> tuple[str, ...] | Reason:
    """Return the names as a sentence can list them, the first few where there are many."""
    every = tuple(names)
    if len(every) <= at_most:
        return every
    return because("said.and_more", first=every[:at_most], more=len(every) - at_most)


def _fitted(hint: Any, value: object, where: Reason | str) -> object:
    if dataclasses.is_dataclass(value):  # shaped already
        return value
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _fitted_to_one(parts, value, where)
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_fitted(parts[0], item, where) for item in value)
    if origin is typing.Literal and isinstance(value, str) and value in parts:
        return value
    if dataclasses.is_dataclass(hint):
        return shaped(typing.cast("type[object]", hint), value, where)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _member(hint, value, where)
    if hint is float and type(value) in (int, float):
        return _finite(typing.cast("float", value), where)
    if isinstance(hint, type) and type(value) is hint:  # not isinstance: True is no number
        return value
    given = type(value).__name__
    raise Misfit(because("core.other_type", where=where, wanted=_named(hint), given=given))


def _fitted_to_one(hints: Iterable[Any], value: object, where: Reason | str) -> object:
    tried = []
    for hint in hints:
        try:
            return _fitted(hint, value, where)
        except Misfit as misfit:
            tried.append(misfit)
    raise tried[0]


def _member(hint: type[enum.Enum], value: object, where: Reason | str) -> enum.Enum:
    for member in hint:
        if type(value) is type(member.value) and member.value == value:
            return member
    raise Misfit(because("core.no_member", where=where, wanted=_named(hint)))


def _finite(value: float, where: Reason | str) -> float:
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Misfit(because("core.not_finite", where=where))
    return number


def _named(hint: Any) -> Reason | str:
    if typing.get_origin(hint) is tuple:
        return because("core.a_list")
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return because("core.one_of", values=tuple(repr(member.value) for member in hint))
    return getattr(hint, "__name__", None) or str(hint)
