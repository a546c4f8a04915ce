"""Which writes of genres, and which undos, can be made in place, checked as a copy would be."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.core.track import FactsNow, FileFacts
from musicreclass.tags.read import facts_in
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.in_place import InPlaceWrite, may_be_patched, regions_of
from musicreclass.tags.safe_write.patched_bytes import ChangedSince, has_digest, tags_digest
from musicreclass.tags.safe_write.safe_file import SafeWrite
from musicreclass.tags.safe_write.tag_view import FileBlocks, view
from musicreclass.tags.tag_errors import TagError, tag_errors
from musicreclass.tags.verify.same_sound import untouched_sound
from musicreclass.tags.verify.written_check import facts_in_place, other_genres


def genre_in_place(
    order: SafeWrite,
    edit: GenreEdit,
    target: Path,
    was: os.stat_result,
    blocks: FileBlocks,
    disk: Disk,
) -> InPlaceWrite | None:
    """Return a write of a genre as one in place, checked as a copy would be; None where it is not.

    Raises:
        FileProblem: the file would not be what it should.
    """
    if not may_be_patched(target, was, disk):
        return None
    regions = regions_of(order.patches, blocks)
    if regions is None:
        return None
    facts = facts_in_place(view(blocks), view(blocks, regions), edit, regions)
    digest = facts and tags_digest(view(blocks), order.patches, _fingerprint_in(facts))
    if not (facts and digest):
        return None
    return _in_place(order, target, was, regions, digest, facts)


def undo_in_place(
    order: SafeWrite, target: Path, was: os.stat_result, blocks: FileBlocks, disk: Disk
) -> InPlaceWrite | None:
    """Return what gives a file its bytes back as a write in place; None where it is none.

    That is so where somebody else has changed the file, too: a copy of it will not do either, and
    says why.
    """
    if not may_be_patched(target, was, disk):
        return None
    regions = regions_of(order.patches, blocks)
    if regions is None:
        return None
    facts = _facts(order.path, blocks, regions)
    if facts is None or not _is_as_written(order, blocks, _fingerprint_in(facts)):
        return None
    return _in_place(order, target, was, regions, order.digest, facts)


def _in_place(
    order: SafeWrite,
    target: Path,
    was: os.stat_result,
    regions: tuple[Patch, ...],
    digest: str,
    facts: FactsNow,
) -> InPlaceWrite:
    whole = order.path, target, was, order.patches
    return InPlaceWrite(*whole, regions, digest, facts, order.modified_ns)


def _fingerprint_in(facts: FactsNow) -> str | None:
    return facts.fingerprint if isinstance(facts, FileFacts) else None


def _is_as_written(order: SafeWrite, blocks: FileBlocks, sound: str | None) -> bool:
    try:
        return has_digest(order.path, view(blocks), order.patches, order.digest, sound)
    except ChangedSince:
        return False


def _facts(path: Path, blocks: FileBlocks, regions: Sequence[Patch]) -> FactsNow | None:
    old, new = view(blocks), view(blocks, regions)
    try:
        with tag_errors(path):
            sound = untouched_sound(old, new, regions)
            if sound is None:
                return None
            return other_genres(old, new, regions) or facts_in(path, new, sound)
    except TagError:
        return None
