"""A reason as a code with values: what errors carry and disks keep, in no language yet.

What it says in which language stands in the catalogue, see `sentences.catalogue`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Union

from musicreclass.sentences.catalogue import ENGLISH

# What can be put into a sentence: a reason within a reason is said in the same language, several
# values become a list, a path is shown as text.
Value = Union[str, int, float, Path, "Reason", tuple["Value", ...]]

AS_SAID = "said.text"  # a text from elsewhere that nobody can translate


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is. Equal reasons are the same in every language."""

    code: str  # "room.name": table `name` in the catalogue's file of the room
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        """Return the sentence in English, as logs have it."""
        return ENGLISH.of(self)


def because(code: str, /, **values: Value) -> Reason:
    """Return the reason `code` with the values that its sentence names."""
    return Reason(code, tuple(values.items()))


def as_said(text: str) -> Reason:
    """Return a reason that is a text already: what another program or an older version said."""
    return because(AS_SAID, text=text)


def first_of(values: Iterable[Value], at_most: int = 5) -> Value:
    """Return the first values as a list, and how many more there are."""
    every = tuple(values)
    if len(every) <= at_most:
        return every
    return because("said.and_more", first=every[:at_most], more=len(every) - at_most)


def together(reasons: Sequence[Reason]) -> Reason:
    """Return several reasons, at least one, as one that says them after each other."""
    return reduce(lambda first, second: because("said.both", first=first, second=second), reasons)


def to_stored(reason: Reason) -> str:
    """Return `reason` as a text for disks."""
    return json.dumps(_plain(reason), ensure_ascii=False)


def from_stored(text: str) -> Reason:
    """Return the reason that is kept as `text`; versions before this one kept the sentence."""
    try:
        kept = json.loads(text)
    except ValueError:
        return as_said(text)
    found = _read(kept)
    return found if isinstance(found, Reason) else as_said(text)


def _plain(value: Value) -> object:
    if isinstance(value, Reason):
        return {"code": value.code, "values": {name: _plain(v) for name, v in value.values}}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def _read(kept: object) -> Value:
    if isinstance(kept, dict):
        code, values = kept.get("code"), kept.get("values")
        if isinstance(code, str) and isinstance(values, dict):
            return Reason(code, tuple((str(name), _read(v)) for name, v in values.items()))
    if isinstance(kept, list):
        return tuple(_read(item) for item in kept)
    return kept if isinstance(kept, str | int | float) else json.dumps(kept)
