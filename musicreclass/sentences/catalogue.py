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
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from musicreclass.sentences.languages import FACTS, Language

FOLDER = Path(__file__).parent


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
        room, _, name = reason.code.partition(".")
        entry = _room(room).get(name)
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
    return {
        f"{file.stem}.{name}": entry
        for file in sorted(FOLDER.glob("*.toml"))
        for name, entry in _room(file.stem).items()
    }


@functools.cache
def _room(room: str) -> Mapping[str, Mapping[str, object]]:
    file = FOLDER / f"{room}.toml"
    if not file.is_file():
        return {}
    found: Mapping[str, Mapping[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def _template(entry: object, count: object) -> str:
    if isinstance(entry, Mapping):
        return str(entry["one" if count == 1 else "other"])
    return str(entry)
