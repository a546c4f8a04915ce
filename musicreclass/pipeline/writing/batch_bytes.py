"""What the library has lost of a batch, taken from the batch's own file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musicreclass.core.tag_change import unpacked
from musicreclass.library.history.batch_file import BatchChange, read_batch
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.history.kept_change import KeptChange
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.library.store import Library


def with_bytes(library: Library, batch: int, kept: Sequence[KeptChange]) -> list[KeptChange]:
    """Return changes of a batch with the bytes that the library cannot tell, as far as any can."""
    if all(change.patches is not None for change in kept):
        return list(kept)
    found = {change.id: change for change in _changes_of(library, batch)}
    return [
        completed(change, found[change.id])
        if change.patches is None and change.id in found
        else change
        for change in kept
    ]


def completed(change: KeptChange, found: BatchChange) -> KeptChange:
    """Return a change with the bytes that its batch's file has."""
    change = replace(change, patches=unpacked(found.patches), digest=change.digest or found.digest)
    if not change.is_unread:
        return change
    return replace(
        change,
        track_id=found.track_id,
        path=found.path,
        before=found.before,
        after=found.after,
        stamp=found.stamp,
        is_unread=False,
    )


def _changes_of(library: Library, batch: int) -> Sequence[BatchChange]:
    try:
        made_at = library.journal.made_at(batch)
        for one in batch_files(library.path):
            if (one.head.number, one.head.made_at) == (batch, made_at):
                return read_batch(one.path).changes
    except LibraryProblem:  # then the sentence on each file says so
        pass
    return ()
