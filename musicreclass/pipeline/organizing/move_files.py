"""One file from one folder to another: nothing is overwritten, and at no moment is it nowhere.

Where a disk can give files a second name, a move is that name and then the loss of the first.
Between disks it is a copy beside the target, checked against the original, that takes the name;
only then the original goes.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.file_move import MoveKind
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk, meaning
from musicreclass.tags.safe_write.file_metadata import copy_metadata
from musicreclass.tags.safe_write.patched_bytes import new_digest
from musicreclass.tags.safe_write.safe_file import UNFINISHED_PREFIX, UNFINISHED_SUFFIX
from musicreclass.tags.tag_errors import WriteRefused

PIECE = 1 << 20  # bytes copied at a time
# What disks say that know one name for each file only, or whose owner wants it so.
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EINVAL, errno.EMLINK, errno.ENOTSUP)


@dataclass(frozen=True, slots=True)
class MovedFile:
    """A file that is where it was to go."""

    stamp: FileStamp  # of what lies at the target
    remarks: tuple[Reason, ...] = ()  # what could not be kept of it beside its bytes


def move_file(
    source: Path, target: Path, kind: MoveKind, stamp: FileStamp, disk: Disk
) -> MovedFile:
    """Move, copy or link a file; the names in both folders are not safe from a power cut yet.

    Args:
        stamp: that the file must bear.

    Raises:
        FileProblem: it cannot be done; the file is where it was, and nowhere else.
    """
    with _move_errors(source):
        _check(source, stamp)
        disk.make_folder(target.parent)
        match kind:
            case MoveKind.MOVE:
                remarks = _moved(source, target, stamp, disk)
            case MoveKind.COPY:
                remarks = _copied(source, target, stamp, disk)
            case MoveKind.HARD_LINK:
                _link(source, target, disk)
                remarks = []
            case MoveKind.SYMBOLIC_LINK:
                disk.link_symbolically(source.absolute(), target)
                remarks = []
        return MovedFile(FileStamp.of_stat(target.lstat()), tuple(remarks))


def take_away(path: Path, stamp: FileStamp, disk: Disk) -> None:
    """Remove a copy or a link that this program made.

    Raises:
        FileProblem: it is not as it was made, or cannot be removed.
    """
    with _move_errors(path):
        _check(path, stamp, may_be_link=True)
        disk.remove(path)


def finish_move(source: Path, disk: Disk) -> None:
    """Remove the first name of a file that has the second, or the original of a checked copy.

    Raises:
        FileProblem: the disk refuses.
    """
    with _move_errors(source):
        disk.remove(source)


def _moved(source: Path, target: Path, stamp: FileStamp, disk: Disk) -> list[Reason]:
    try:
        _link(source, target, disk)
    except OSError as error:
        if error.errno == errno.EXDEV:
            return _moved_by_copy(source, target, stamp, disk)
        if error.errno not in _NO_LINKS:
            raise
        _rename(source, target, disk)
        return []
    _drop_original(source, target, disk)
    return []


def _moved_by_copy(source: Path, target: Path, stamp: FileStamp, disk: Disk) -> list[Reason]:
    remarks = _copied(source, target, stamp, disk)
    with contextlib.suppress(OSError):  # some network disks cannot; the copy itself is safe
        disk.sync_folder(target.parent)
    try:
        _check(source, stamp)
    except (OSError, FileProblem):
        if os.path.lexists(source):
            disk.remove(target)
        raise
    _drop_original(source, target, disk)
    return remarks


def _drop_original(source: Path, target: Path, disk: Disk) -> None:
    """Remove a file that is elsewhere, too; where that fails, it is there alone again."""
    try:
        disk.remove(source)
    except OSError:
        # A network disk that had to ask twice says the second time that nothing is there.
        if os.path.lexists(source):
            disk.remove(target)
            raise


def _link(path: Path, other: Path, disk: Disk) -> None:
    """Give a file a second name, also where a network disk says that it has it already."""
    try:
        disk.link(path, other)
    except OSError:
        if not (os.path.lexists(other) and path.samefile(other)):
            raise


def _copied(source: Path, target: Path, stamp: FileStamp, disk: Disk) -> list[Reason]:
    """Put a copy of a file in place, once it is known to be one."""
    unfinished = target.with_name(f"{UNFINISHED_PREFIX}{os.urandom(8).hex()}{UNFINISHED_SUFFIX}")
    try:
        was = disk.stat(source)
        digest = _copy_bytes(source, unfinished, disk)
        if _digest(unfinished, disk) != digest:
            raise WriteRefused(source, because("pipeline.copy_differs"))
        remarks = copy_metadata(source, was, unfinished, stamp.mtime_ns, disk)
        disk.sync(unfinished)
        _check(source, stamp)
        _name(unfinished, target, disk)
    except BaseException:
        with contextlib.suppress(OSError):  # mostly it was put in place, or never made
            disk.remove(unfinished)
        raise
    return remarks


def _name(unfinished: Path, target: Path, disk: Disk) -> None:
    """Give a finished copy the name that it is to have."""
    try:
        _link(unfinished, target, disk)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename(unfinished, target, disk)
    else:
        _drop_original(unfinished, target, disk)


def _rename(source: Path, target: Path, disk: Disk) -> None:
    """Rename a file where names cannot be added: an empty file keeps the new one for it."""
    try:
        disk.close(disk.create(target))
        disk.replace(source, target)
    except FileExistsError:
        raise
    except OSError:
        if not os.path.lexists(source):  # it was renamed all the same
            return
        if target.exists() and target.stat().st_size == 0:
            disk.remove(target)
        raise


def _copy_bytes(source: Path, copy: Path, disk: Disk) -> str:
    """Write a copy, and return the digest of what was read."""
    digest = new_digest()
    with disk.open(source) as file, contextlib.ExitStack() as stack:
        made = disk.create(copy)
        stack.callback(disk.close, made)
        while piece := file.read(PIECE):
            digest.update(piece)
            disk.write(made, piece)
    disk.sync(copy)
    return digest.hexdigest()


def _digest(path: Path, disk: Disk) -> str:
    digest = new_digest()
    with disk.open(path) as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _check(path: Path, stamp: FileStamp, *, may_be_link: bool = False) -> None:
    was = path.lstat()
    is_link = stat.S_ISLNK(was.st_mode)
    if not (stat.S_ISREG(was.st_mode) or (may_be_link and is_link)):
        raise WriteRefused(path, because("tags.no_ordinary_file"))
    if FileStamp.of_stat(was) != stamp:
        raise WriteRefused(path, because("pipeline.changed_since_moved"))


@contextlib.contextmanager
def _move_errors(path: Path) -> Iterator[None]:
    """Turn what the disk says into a refusal.

    Raises:
        WriteRefused: in place of any `OSError`.
    """
    try:
        yield
    except OSError as error:
        raise WriteRefused(path, _meaning(error)) from error


def _meaning(error: OSError) -> Reason:
    if error.errno == errno.EEXIST:
        return because("pipeline.name_taken_there")
    if error.errno == errno.EXDEV:
        return because("pipeline.link_across_disks")
    return meaning(error)
