"""The calls to the disk that a safe write or move makes, one by one, and what their errors mean.

A test overrides them with a disk that fails or dies at whichever call it likes.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from musicreclass.errors import FileProblem, system_words
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.tag_errors import WriteRefused

if sys.platform != "win32":
    import fcntl

_CLONE = 0x40049409  # FICLONE of Linux: let a file share the bytes of another until one is changed

_IN_USE = (32, 33)  # what Windows says while another program holds the file
_DENIED = 5  # which it also says then, now and again
_REASONS = {
    errno.ENOSPC: because("tags.disk_full"),
    errno.EDQUOT: because("tags.quota_used_up"),
    errno.EFBIG: because("tags.too_large_for_disk"),
    errno.EROFS: because("tags.disk_read_only"),
    errno.EACCES: because("tags.may_not_write_here"),
    errno.EPERM: because("tags.may_not_write_here"),
    errno.ENOENT: because("tags.gone_scan_again"),
    errno.ENOTDIR: because("tags.gone_scan_again"),
    errno.ELOOP: because("tags.link_in_circle"),
    errno.EIO: because("tags.disk_error"),
    errno.ETXTBSY: because("tags.in_use"),
    errno.ESTALE: because("tags.network_disconnected_write"),
    errno.ETIMEDOUT: because("tags.network_silent_write"),
    errno.EHOSTDOWN: because("tags.network_silent_write"),
    errno.ENOTCONN: because("tags.network_disconnected_write"),
}


class Disk:
    """What can be asked of a disk. Each method is one call to the system, or as good as one."""

    def resolve(self, path: Path) -> Path:
        """Return the file that links lead to."""
        return path.resolve(strict=True)

    def stat(self, path: Path) -> os.stat_result:
        return path.stat()

    def may_write(self, path: Path) -> bool:
        return os.access(path, os.W_OK)

    def free_bytes(self, folder: Path) -> int:
        return shutil.disk_usage(folder).free

    def open(self, path: Path) -> BinaryIO:
        return path.open("rb")

    def open_to_patch(self, path: Path) -> BinaryIO:
        """Open a file whose bytes are to be changed where they lie, without a buffer."""
        return path.open("r+b", buffering=0)

    def stat_open(self, file: BinaryIO) -> os.stat_result:
        return os.fstat(file.fileno())

    def read_at(self, file: BinaryIO, at: int, count: int) -> bytes:
        """Return the bytes at an offset, fewer where the file ends before."""
        found = _read_at(file, at, count)
        while len(found) < count and (more := _read_at(file, at + len(found), count - len(found))):
            found += more
        return found

    def patch(self, file: BinaryIO, at: int, data: bytes) -> None:
        """Write all of `data` over what lies at an offset."""
        file.seek(at)
        _write_all(file, data)

    def sync_open(self, file: BinaryIO) -> None:
        """Return when what was written to an open file would survive a power cut."""
        _sync_handle(file.fileno())

    def create(self, path: Path) -> BinaryIO:
        """Make a new file that nobody else may read yet, without a buffer."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(path, flags, 0o600), "w+b", buffering=0)

    def clone(self, source: BinaryIO, file: BinaryIO) -> bool:
        """Let an empty file have the bytes of `source` without copying; say whether that can be."""
        if sys.platform != "linux":
            return False
        try:
            fcntl.ioctl(file.fileno(), _CLONE, source.fileno())
        except OSError:  # not on this file system
            return False
        return True

    def write(self, file: BinaryIO, data: bytes) -> None:
        """Write all of `data`."""
        _write_all(file, data)

    def sync(self, path: Path) -> None:
        """Return when what was written to a file would survive a power cut."""
        _sync(path)

    def close(self, file: BinaryIO) -> None:
        file.close()

    def replace(self, source: Path, target: Path) -> None:
        """Give `source` the name of `target`, in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        path.unlink()

    def link(self, path: Path, other: Path) -> None:
        """Give a file a second name, which nothing may have yet."""
        os.link(path, other, follow_symlinks=False)

    def link_symbolically(self, path: Path, other: Path) -> None:
        """Let `other`, which nothing may be called yet, lead to `path`."""
        other.symlink_to(path)

    def make_folder(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)

    def remove_folder(self, folder: Path) -> None:
        """Remove a folder in which there is nothing."""
        folder.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in `folder` would survive a power cut."""
        if sys.platform == "win32":
            return  # folders cannot be opened there; NTFS keeps a log of names
        _sync(folder)

    def set_owner(self, path: Path, user: int, group: int) -> None:
        if sys.platform != "win32":
            os.chown(path, user, group)

    def set_mode(self, path: Path, mode: int) -> None:
        path.chmod(mode)

    def set_times(self, path: Path, accessed_ns: int, modified_ns: int) -> None:
        os.utime(path, ns=(accessed_ns, modified_ns))

    def attributes(self, path: Path) -> dict[str, bytes]:
        """Return extended attributes, access lists among them."""
        if sys.platform != "linux":
            return {}
        return {name: os.getxattr(path, name) for name in os.listxattr(path)}

    def set_attribute(self, path: Path, name: str, value: bytes) -> None:
        if sys.platform == "linux":
            os.setxattr(path, name, value)

    def remove_attribute(self, path: Path, name: str) -> None:
        if sys.platform == "linux":
            os.removexattr(path, name)


def _read_at(file: BinaryIO, at: int, count: int) -> bytes:
    if sys.platform == "win32":
        file.seek(at)
        return file.read(count)
    return os.pread(file.fileno(), count, at)


def _write_all(file: BinaryIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        _sync_handle(handle)
    finally:
        os.close(handle)


def _sync_handle(handle: int) -> None:
    if sys.platform == "darwin":
        try:  # fsync alone leaves it in the drive's memory there
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        except OSError:  # of a network folder
            os.fsync(handle)
    else:
        os.fsync(handle)


@contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """Turn what the disk says to writing into a refusal; what is said of tags passes.

    Raises:
        WriteRefused: in place of any `OSError`.
    """
    try:
        yield
    except FileProblem:
        raise
    except OSError as error:
        raise WriteRefused(path, meaning(error)) from error


def may_pass(error: OSError) -> bool:
    """Say whether Windows may refuse only because another program has the file open."""
    return getattr(error, "winerror", None) in (*_IN_USE, _DENIED)


def meaning(error: OSError) -> Reason:
    """Return what an error of the disk means to a person."""
    if getattr(error, "winerror", None) in _IN_USE:
        return _REASONS[errno.ETXTBSY]
    known = _REASONS.get(error.errno or 0)
    return known or because("tags.cannot_write", error=system_words(error))
