"""What a person has chosen to see, as plain text: for saved filters, and for the next start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Conditions that all hold; an empty text is none."""

    queue: str = ""
    folder: str = ""  # its whole path
    genre: str = ""
    terms: tuple[str, ...] = ()  # of the language of searches, each by itself
    text: str = ""

    def to_text(self) -> str:
        """Return all of it as one line."""
        return json.dumps({k: v for k, v in asdict(self).items() if v}, ensure_ascii=False)

    @classmethod
    def of_text(cls, text: str) -> Choice:
        """Return what `to_text` made a line of; what makes no sense is left out."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        words = {
            name: value
            for name in ("queue", "folder", "genre", "text")
            if isinstance(value := found.get(name, ""), str)
        }
        terms = found.get("terms", ())
        if not isinstance(terms, list):
            terms = ()
        return cls(**words, terms=tuple(term for term in terms if isinstance(term, str)))


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A choice with the name that a person gave it."""

    name: str
    choice: Choice


def to_text(filters: Iterable[SavedFilter]) -> str:
    """Return saved filters as one text; an empty one for none."""
    kept = [{"name": one.name, "choice": one.choice.to_text()} for one in filters]
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def of_text(text: str) -> tuple[SavedFilter, ...]:
    """Return what `to_text` made a text of; what makes no sense is left out."""
    try:
        found = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return ()
    return tuple(
        SavedFilter(one["name"], Choice.of_text(one["choice"]))
        for one in (found if isinstance(found, list) else ())
        if isinstance(one, dict)
        and isinstance(one.get("name"), str)
        and isinstance(one.get("choice"), str)
    )


def with_filter(filters: Sequence[SavedFilter], new: SavedFilter) -> tuple[SavedFilter, ...]:
    """Return filters with a new one, which takes the turn of one that is called the same."""
    if any(one.name == new.name for one in filters):
        return tuple(new if one.name == new.name else one for one in filters)
    return (*filters, new)
