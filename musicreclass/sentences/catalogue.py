"""The catalogue of sentences: what a reason's code says in each language.

One TOML file for each room lies beside this module, with a table for each code:

    [left_out]
    en = { one = "one file is left out", other = "{count:,} files are left out" }
    zh_TW = "略過 {count:,} 個檔案"
    zh_CN = "略过 {count:,} 个文件"
    ja = "{count:,} 個のファイルを除外します"

Names in braces are the reason's values, formatted as `str.format` does; `one` is said where the
value `count` is 1. A file is read when the first of its sentences is wanted.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from musicreclass.sentences.languages import FACTS, Language

FOLDER = Path(__file__).parent
_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


@runtime_checkable
class Coded(Protocol):
    """A reason, as far as the catalogue knows it."""

    @property
    def code(self) -> str: ...

    @property
    def values(self) -> Sequence[tuple[str, object]]: ...


@dataclass(frozen=True, slots=True)
class Sentences:
    """Says reasons in one language."""

    language: Language = "en"
    as_value: Callable[[str], str] = str  # how texts from elsewhere stand in sentences

    def of(self, reason: Coded) -> str:
        """Return the sentence for `reason`.

        A code that this version does not know is named, with its values: disks may hold what a
        newer version kept.
        """
        entry = _entry(reason.code)
        values = {key: self._said(value) for key, value in reason.values}
        if entry is None:
            return " ".join([reason.code, *(f"{key}={value}" for key, value in values.items())])
        try:
            return _template(entry[self.language], dict(reason.values).get("count")).format(
                **values
            )
        except (KeyError, ValueError):  # values of another version
            return reason.code

    def _said(self, value: object) -> object:
        if isinstance(value, Coded):
            return self.of(value)
        if isinstance(value, tuple):
            return FACTS[self.language].separator.join(str(self._said(item)) for item in value)
        return self.as_value(str(value)) if isinstance(value, str | Path) else value


ENGLISH = Sentences("en")


def entries() -> Mapping[str, Mapping[str, object]]:
    """Return the whole catalogue: what each language says, by code."""
    rooms = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in FOLDER.glob("*.toml")}
    return {f"{room}.{name}": rooms[room][name] for room in sorted(rooms) for name in rooms[room]}


@functools.cache
def _entry(code: str) -> Mapping[str, object] | None:
    """Return what each language says for a code; of a room's file only its table is parsed."""
    room, _, name = code.partition(".")
    table = _tables(room).get(name)
    return None if table is None else tomllib.loads(table)


@functools.cache
def _tables(room: str) -> Mapping[str, str]:
    """Return the text of each table of a room, by its heading."""
    file = FOLDER / f"{room}.toml"
    if not file.is_file():
        return {}
    _, *found = _HEADING.split(file.read_text(encoding="utf-8"))
    return dict(zip(found[::2], found[1::2], strict=True))


def _template(entry: object, count: object) -> str:
    if isinstance(entry, Mapping):
        return str(entry["one" if count == 1 else "other"])
    return str(entry)
