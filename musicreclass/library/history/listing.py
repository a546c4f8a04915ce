"""All batches of written tags, as people choose among them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.tag_change import ChangeState, WriteBatch
from musicreclass.library.integrity import stored_values
from musicreclass.library.sqlite_errors import LibraryDamaged, library_errors


def written_batches(db: Database, library_file: Path) -> list[WriteBatch]:
    """Return all batches, the last one first; damage in one change hides none of them.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    with library_errors(library_file), stored_values(library_file):
        counts = _by_batch(db.execute(_COUNTS, [state.value for state in ChangeState]))
        genres = _genres_by_batch(db, library_file)
        return [
            WriteBatch(
                number,
                datetime.fromisoformat(made_at),
                {ChangeState(state): count for state, count in counts.get(number, ())},
                genres.get(number, ()),
                undoable,
                bool(pruned),
            )
            for number, made_at, undoable, pruned in db.execute(_BATCHES).fetchall()
        ]


def stored_genres(stored: str) -> tuple[str, ...]:
    """Return genres as they are kept in a column."""
    return tuple(json.loads(stored))


def _genres_by_batch(
    db: Database, library_file: Path
) -> dict[int, tuple[tuple[str, str, int], ...]]:
    """Return what batches made of what; nothing where damage keeps that from being read."""
    try:
        with library_errors(library_file), stored_values(library_file):
            rows = _by_batch(db.execute(_GENRES).fetchall())
            return {
                batch: tuple((_text(a), _text(b), count) for a, b, count in pairs)
                for batch, pairs in rows.items()
            }
    except LibraryDamaged:
        return {}


def _by_batch(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for batch, *rest in rows:
        found.setdefault(batch, []).append(tuple(rest))
    return found


def _text(stored: str) -> str:
    return GENRE_SEPARATOR.join(stored_genres(stored))


_COUNTS = f"""
    SELECT batch, state, count(*) FROM tag_change
    WHERE state IN ({", ".join("?" for _ in ChangeState)}) GROUP BY batch, state
"""
_GENRES = """
    SELECT batch, before, after, count(*) AS count FROM tag_change
    WHERE state IN ('written', 'undoing', 'undone')
    GROUP BY batch, before, after ORDER BY batch, count DESC, before, after
"""
_BATCHES = """
    SELECT b.id, b.made_at,
           coalesce(sum(c.state = 'written' AND c.patches IS NOT NULL), 0),
           coalesce(max(c.state = 'written' AND c.patches IS NULL), 0)
    FROM tag_batch b LEFT JOIN tag_change c ON c.batch = b.id
    GROUP BY b.id ORDER BY b.id DESC
"""
