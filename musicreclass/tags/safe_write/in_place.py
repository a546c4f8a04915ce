"""Patching in place: tags get other bytes where they lie, and not one byte of the file moves.

All bytes that are written over, and all that are written, are in the journal before. What a kill or
a power cut leaves of a patch is a mix of both, and is told by that; the journal makes it whole.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.tag_change import Patch, reversed_patches
from musicreclass.core.track import FactsNow, FileStamp
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk, meaning, write_errors
from musicreclass.tags.safe_write.patched_bytes import ChangedSince, has_digest
from musicreclass.tags.safe_write.safe_file import SafeWrite, Side, Written, identity_of
from musicreclass.tags.safe_write.tag_view import FileBlocks, view
from musicreclass.tags.tag_errors import WriteRefused

MOST_BYTES = 1 << 20  # written to a file; with more, a copy costs little more
_CAPABILITY = "security.capability"  # which systems take away from a file that is written to
_MAY_RUN = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


@dataclass(frozen=True, slots=True)
class InPlaceWrite:
    """What is to be written into a file, whole regions of equal lengths."""

    path: Path
    target: Path  # the file itself, wherever links lead
    was: os.stat_result
    patches: tuple[Patch, ...]  # what becomes another; by offset, apart from each other
    regions: tuple[Patch, ...]  # what is written for that: what moves between them, too
    digest: str  # of all tags that stay, and of the sound
    facts: FactsNow  # what the file says of itself afterwards
    modified_ns: int | None = None  # the time of modification it is to have; None: now

    @property
    def size(self) -> int:
        """Return how many bytes are written."""
        return sum(len(region.new) for region in self.regions)


class LeftTorn(WriteRefused):
    """The disk failed amid a patch, and again when that was to be taken back."""


def regions_of(patches: Sequence[Patch], blocks: FileBlocks) -> tuple[Patch, ...] | None:
    """Return what is to be written so that patches are in a file, with all bytes that they move.

    Returns:
        None where bytes behind the last patch would move, or too much would be written.
    """
    found: list[Patch] = []
    start, end, moved, new = 0, 0, 0, b""
    for patch in patches:
        if not moved:
            start, end, new = patch.at, patch.at, b""
        if patch.at + max(len(patch.old), len(patch.new)) - start > MOST_BYTES:
            return None
        new += blocks.read(end, patch.at - end) + patch.new
        end, moved = patch.at + len(patch.old), moved + patch.growth
        if not moved:
            found.append(Patch(start, blocks.read(start, end - start), new))
    is_small = sum(len(region.new) for region in found) <= MOST_BYTES
    return tuple(found) if is_small and not moved else None


def may_be_patched(target: Path, was: os.stat_result, disk: Disk) -> bool:
    """Say whether a file keeps all that it is when it is written to, and is nobody else's."""
    if was.st_nlink > 1 or was.st_mode & (stat.S_ISUID | stat.S_ISGID):
        return False
    return not was.st_mode & _MAY_RUN or _CAPABILITY not in _attributes(target, disk)


def _attributes(target: Path, disk: Disk) -> dict[str, bytes]:
    try:
        return disk.attributes(target)
    except OSError:  # the file system has none
        return {}


def patch_in_place(order: InPlaceWrite, disk: Disk) -> Written:
    """Write into a file; return when a power cut cannot take it back.

    Raises:
        LeftTorn: the disk failed twice; the file is a mix of old and new bytes.
        WriteRefused: it cannot be done; the file is as it was.
    """
    with write_errors(order.path):
        file = disk.open_to_patch(order.target)
        try:
            if identity_of(disk.stat_open(file)) != identity_of(order.was):
                raise ChangedSince(order.path, because("tags.changed_meanwhile"))
            if not _holds(file, order.regions, disk):
                raise ChangedSince(order.path)
            try:
                is_new, remarks = _patched(order, file, disk)
            except OSError as error:
                _take_back(order, file, disk, error)
                raise
        finally:
            with contextlib.suppress(OSError):  # all that matters is on the disk
                disk.close(file)
    if sys.platform == "win32" and order.modified_ns is not None:
        # Closing sets the time of modification there.
        with contextlib.suppress(OSError):
            disk.set_times(order.target, order.was.st_atime_ns, order.modified_ns)
            is_new = disk.stat(order.target)
    stamps = FileStamp.of_stat(order.was), FileStamp.of_stat(is_new)
    return Written(*stamps, order.digest, remarks, order.facts)


def _patched(
    order: InPlaceWrite, file: BinaryIO, disk: Disk
) -> tuple[os.stat_result, tuple[Reason, ...]]:
    """Write, and look whether that is what is there; return what the disk says of the file."""
    remarks: tuple[Reason, ...] = ()
    for region in order.regions:
        disk.patch(file, region.at, region.new)
    if order.modified_ns is not None:
        try:
            disk.set_times(order.target, order.was.st_atime_ns, order.modified_ns)
        except OSError:
            remarks = (because("tags.time_lost"),)
    disk.sync_open(file)
    if not _holds(file, reversed_patches(order.regions), disk):
        raise OSError("other bytes are read than were written")
    return disk.stat_open(file), remarks


def _take_back(order: InPlaceWrite, file: BinaryIO, disk: Disk, error: OSError) -> None:
    try:
        for region in order.regions:
            disk.patch(file, region.at, region.old)
        with contextlib.suppress(OSError):
            disk.set_times(order.target, order.was.st_atime_ns, order.was.st_mtime_ns)
        disk.sync_open(file)
    except OSError as again:
        reason = because("tags.left_torn", reason=meaning(error))
        raise LeftTorn(order.path, reason) from again


def _holds(file: BinaryIO, patches: Sequence[Patch], disk: Disk) -> bool:
    return all(disk.read_at(file, p.at, len(p.old)) == p.old for p in patches)


def mended(
    order: SafeWrite, regions: Sequence[Patch], disk: Disk, *, was: FileStamp, forward: bool
) -> Side:
    """Make a file wholly old or wholly new whose patching in place may have been cut off.

    Args:
        order: the change, with its digest.
        regions: that were being written.
        was: the stamp of the file before; it bears its time again where it is made so.
        forward: make it new rather than old where it is a mix of both.

    Returns:
        What the file is now; `NEITHER` where others have changed it, and it is left alone.

    Raises:
        WriteRefused: it cannot be read or mended now.
    """
    path = order.path
    with write_errors(path):
        with disk.open(path) as file:
            blocks = FileBlocks(file)
            now = [blocks.read(region.at, len(region.old)) for region in regions]
            before = [Patch(r.at, n, r.old) for r, n in zip(regions, now, strict=True)]
            is_ours = blocks.size == was.size and all(map(_is_mix, now, regions))
            if not (is_ours and _is_else_as_before(order, view(blocks, before))):
                return Side.NEITHER
        is_old = now == [region.old for region in regions]
        is_new = not is_old and (forward or now == [region.new for region in regions])
        wanted = [region.new if is_new else region.old for region in regions]
        torn_ns = None if is_old else was.mtime_ns
        modified_ns = order.modified_ns if is_new else torn_ns
        _set_right(path, regions, now, wanted, modified_ns, disk)
    return Side.NEW if is_new else Side.OLD


def _is_else_as_before(order: SafeWrite, before: BinaryIO) -> bool:
    try:
        return has_digest(order.path, before, order.patches, order.digest)
    except ChangedSince:
        return False


def _is_mix(now: bytes, region: Patch) -> bool:
    """Is each byte the old or the new one?"""
    return len(now) == len(region.old) == len(region.new) and all(
        byte in pair for byte, *pair in zip(now, region.old, region.new, strict=True)
    )


def _set_right(
    path: Path,
    regions: Sequence[Patch],
    now: Sequence[bytes],
    wanted: Sequence[bytes],
    modified_ns: int | None,
    disk: Disk,
) -> None:
    if now != wanted:
        file = disk.open_to_patch(path)
        try:
            for region, data in zip(regions, wanted, strict=True):
                disk.patch(file, region.at, data)
            disk.sync_open(file)
        finally:
            disk.close(file)
    found = disk.stat(path)
    if modified_ns not in (None, found.st_mtime_ns):
        disk.set_times(path, found.st_atime_ns, modified_ns)
