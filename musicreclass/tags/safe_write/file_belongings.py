"""What belongs to a file beside its bytes: owner, rights, access lists, attributes, times.

A file that takes another's place gets them where the system allows; where not, that is said.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk

_ACCESS_LIST = "system.posix_acl_access"
_NO_ATTRIBUTES = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)  # on this file system
_UNKEPT_HERE = {  # what this program does not know how to take along on such a system
    "darwin": because("tags.finder_tags_lost"),
    "win32": because("tags.own_rights_lost"),
}


def take_along(
    source: Path, was: os.stat_result, target: Path, modified_ns: int | None, disk: Disk
) -> Iterator[Reason]:
    """Give `target` what belongs to `source`; yield a remark on each thing that could not be.

    Args:
        was: what the disk said of `source`.
        modified_ns: the time of modification to be shown; None for now.
    """
    # In this order: a new owner takes rights away, and access lists are rights too.
    yield from _owner(was, target, disk)
    yield from _attributes(source, target, disk)
    try:
        disk.set_mode(target, stat.S_IMODE(was.st_mode))
    except OSError:
        yield because("tags.rights_lost")
    if modified_ns is not None:
        try:
            disk.set_times(target, was.st_atime_ns, modified_ns)
        except OSError:
            yield because("tags.time_lost")
    if sys.platform in _UNKEPT_HERE:
        yield _UNKEPT_HERE[sys.platform]


def _owner(was: os.stat_result, target: Path, disk: Disk) -> Iterator[Reason]:
    is_now = disk.stat(target)
    if (is_now.st_uid, is_now.st_gid) == (was.st_uid, was.st_gid):
        return
    try:
        disk.set_owner(target, was.st_uid, was.st_gid)
    except OSError:
        yield because("tags.owner_lost")


def _attributes(source: Path, target: Path, disk: Disk) -> Iterator[Reason]:
    try:
        wanted, found = disk.attributes(source), disk.attributes(target)
    except OSError as error:
        if error.errno not in _NO_ATTRIBUTES:
            yield because("tags.attributes_lost")
        return
    lost = [name for name, value in wanted.items() if not _set(target, name, value, found, disk)]
    # A folder may give new files an access list of its own, which the old one did not have.
    if _ACCESS_LIST in found and _ACCESS_LIST not in wanted:
        try:
            disk.remove_attribute(target, _ACCESS_LIST)
        except OSError:
            lost.append(_ACCESS_LIST)
    if _ACCESS_LIST in lost:
        yield because("tags.access_list_lost")
    names = tuple(sorted(name for name in lost if name != _ACCESS_LIST))
    if names:
        yield because("tags.attributes_lost_named", names=names)


def _set(target: Path, name: str, value: bytes, found: dict[str, bytes], disk: Disk) -> bool:
    """Return whether `target` has the attribute in the end."""
    if found.get(name) == value:
        return True
    try:
        disk.set_attribute(target, name, value)
    except OSError:
        return False
    return True
