"""Atomic writes: a file is wholly old or wholly new whatever happens, and never in between.

The changed bytes go into a copy beside the file, which is checked and then replaces it in one
step. The file itself is never opened for writing; `in_place` has the other way.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.tag_change import Patch, growth, reversed_patches
from musicreclass.core.track import FactsNow, FileStamp
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk, may_pass, write_errors
from musicreclass.tags.safe_write.file_metadata import copy_metadata
from musicreclass.tags.safe_write.patched_bytes import (
    ChangedSince,
    digest_of_both,
    digest_outside,
    has_digest,
    has_old_bytes,
    is_patched,
    joined,
    new_bytes,
)
from musicreclass.tags.tag_errors import WriteRefused

UNFINISHED_PREFIX = ".musicreclass-"
UNFINISHED_SUFFIX = ".unfinished"
_SPARE_BYTES = 1 << 20  # that must stay free on the disk; a full one breaks other programs
_WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)  # for programs that hold the file for a moment

# Of old and new; returns what the file will say of itself where it has seen that, and raises a
# `FileProblem` if the new one is bad.
Check = Callable[[BinaryIO, BinaryIO], FactsNow | None]


@dataclass(frozen=True, slots=True)
class SafeWrite:
    """What is to become of a file."""

    path: Path
    patches: tuple[Patch, ...]  # by offset, apart from each other
    check: Check
    stamp: FileStamp | None = None  # that it must bear; None: any
    digest: str = ""  # of what is outside the patches, of either kind; "": any
    modified_ns: int | None = None  # the time of modification it is to have; None: now
    part_links: bool = False  # write also where other links to the file will keep the old one


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was changed."""

    stamp_before: FileStamp
    stamp: FileStamp
    digest: str  # of what is outside the patches, of either kind: the same before and after
    remarks: tuple[Reason, ...] = ()  # what could not be kept beside the bytes
    facts: FactsNow | None = None  # what the file says of itself, where somebody has seen that


class Side(Enum):
    """Whether a file is as before or as after a write."""

    OLD = "old"
    NEW = "new"
    NEITHER = "neither"


def write_safely(order: SafeWrite, disk: Disk) -> Written:
    """Put patches into a file.

    Raises:
        WriteRefused: it cannot be done safely; the file is as it was.
        FileProblem: what `order.check` raised; the file is as it was.
    """
    with write_errors(order.path):
        target, was = inspect(
            order.path,
            disk,
            stamp=order.stamp,
            growing=growth(order.patches),
            part_links=order.part_links,
        )
        unfinished = target.with_name(
            f"{UNFINISHED_PREFIX}{os.urandom(8).hex()}{UNFINISHED_SUFFIX}"
        )
        try:
            return _written(order, target, was, unfinished, disk)
        except BaseException:
            with contextlib.suppress(OSError):  # mostly it was put in place, or never made
                disk.remove(unfinished)
            raise


def inspect(
    path: Path,
    disk: Disk,
    *,
    stamp: FileStamp | None = None,
    growing: int = 0,
    part_links: bool = False,
) -> tuple[Path, os.stat_result]:
    """Return the file that `path` leads to and what the disk says of it; nothing is touched.

    Args:
        stamp: that the file must bear; None: any.
        growing: by so many bytes.
        part_links: also where other links to the file will keep the old one.

    Raises:
        WriteRefused: it must not be written to, or cannot.
    """
    with write_errors(path):
        target = disk.resolve(path)
        was = disk.stat(target)
        if not stat.S_ISREG(was.st_mode):
            raise WriteRefused(path, because("tags.no_ordinary_file"))
        if stamp not in (None, FileStamp.of_stat(was)):
            raise ChangedSince(path, because("tags.changed_since_scan"))
        if not was.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise WriteRefused(path, because("tags.read_only"))
        if not disk.may_write(target):
            raise WriteRefused(path, because("tags.may_not_write"))
        if not disk.may_write(target.parent):
            raise WriteRefused(path, because("tags.read_only_folder"))
        if was.st_nlink > 1 and not part_links:
            raise WriteRefused(path, because("tags.hard_links", number=was.st_nlink))
        if disk.free_bytes(target.parent) < was.st_size + growing + _SPARE_BYTES:
            raise WriteRefused(path, because("tags.no_room_for_copy"))
    return target, was


def side_of(path: Path, patches: tuple[Patch, ...], size_before: int, disk: Disk) -> Side:
    """Say whether a file is as before or as after its patches, going by the patched bytes.

    Raises:
        WriteRefused: the file cannot be read.
    """
    back = reversed_patches(patches)
    with write_errors(path):
        size = disk.stat(path).st_size
        with disk.open(path) as file:
            if size == size_before and has_old_bytes(file, patches):
                return Side.OLD
            if size == size_before + growth(patches) and has_old_bytes(file, back):
                return Side.NEW
    return Side.NEITHER


def digest_of(path: Path, patches: tuple[Patch, ...], disk: Disk) -> str:
    """Return the digest of all bytes outside the patches of a file that is as before them.

    Raises:
        WriteRefused: the file cannot be read, or is not as before them.
    """
    with write_errors(path), disk.open(path) as file:
        return digest_outside(path, file, patches)


def reads_back(path: Path, patches: tuple[Patch, ...]) -> Check:
    """Return a check, which travels, that a copy is as after the patches, byte for byte."""
    return partial(_check_read_back, path, patches)


def _check_read_back(path: Path, patches: tuple[Patch, ...], old: BinaryIO, new: BinaryIO) -> None:
    if not is_patched(path, old, patches, new):
        raise ChangedSince(path)


def is_unfinished(name: str) -> bool:
    """Say whether a file of this name is a leftover of a write that was interrupted."""
    return name.startswith(UNFINISHED_PREFIX) and name.endswith(UNFINISHED_SUFFIX)


def _written(
    order: SafeWrite, target: Path, was: os.stat_result, unfinished: Path, disk: Disk
) -> Written:
    _copy(order, target, unfinished, disk)
    with disk.open(target) as old, disk.open(unfinished) as new:
        facts = order.check(old, new)
        digest = order.digest or digest_of_both(order.path, old, new, order.patches)
        if order.digest and not has_digest(order.path, old, order.patches, digest):
            raise ChangedSince(order.path)
    remarks = copy_metadata(target, was, unfinished, order.modified_ns, disk)
    disk.sync(unfinished)
    is_new = disk.stat(unfinished)
    if identity_of(disk.stat(target)) != identity_of(was):
        raise ChangedSince(order.path, because("tags.changed_meanwhile"))
    _replace(unfinished, target, is_new, disk)
    try:
        disk.sync_folder(target.parent)
    except OSError:
        remarks.append(because("tags.power_cut_unsafe"))
    stamps = FileStamp.of_stat(was), FileStamp.of_stat(is_new)
    return Written(*stamps, digest, tuple(remarks), facts)


def _copy(order: SafeWrite, target: Path, unfinished: Path, disk: Disk) -> None:
    """Write the patched copy."""
    with disk.open(target) as source, contextlib.ExitStack() as stack:
        copy = disk.create(unfinished)
        stack.callback(disk.close, copy)
        moves_nothing = not any(patch.growth for patch in order.patches)
        if moves_nothing and has_old_bytes(source, order.patches) and disk.clone(source, copy):
            for patch in order.patches:
                disk.patch(copy, patch.at, patch.new)
            return
        for piece in joined(new_bytes(order.path, source, order.patches)):
            disk.write(copy, piece)


def _replace(source: Path, target: Path, is_new: os.stat_result, disk: Disk) -> None:
    """Replace `target` by `source`, however often that must be tried.

    Args:
        is_new: what the disk says of `source`.
    """
    for wait in (*_WAITS_SECONDS, None):
        try:
            disk.replace(source, target)
            return
        except OSError as error:
            # A network disk that had to ask twice says the second time that nothing is there.
            if os.path.samestat(disk.stat(target), is_new):
                return
            if wait is None or not may_pass(error):
                raise
            time.sleep(wait)


def identity_of(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
