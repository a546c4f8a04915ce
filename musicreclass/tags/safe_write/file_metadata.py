"""The metadata of a file beside its bytes: owner, rights, access lists, attributes, times.

A file that replaces another gets them where the system allows; where not, that is said.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.safe_write.disk import Disk

_ACCESS_LIST = "system.posix_acl_access"
_NO_ATTRIBUTES = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)  # on this file system
_UNKEPT_HERE = {  # what this program does not know how to take along on such a system
    "darwin": because("tags.finder_tags_lost"),
    "win32": because("tags.own_rights_lost"),
}

What = TypeVar("What")


def copy_metadata(
    source: Path, was: os.stat_result, target: Path, modified_ns: int | None, disk: Disk
) -> list[Reason]:
    """Give `target` the metadata of `source`; return a remark on each thing that is lost.

    Args:
        was: what the disk said of `source`.
        modified_ns: the time of modification to be shown; None for now.
    """
    lost: list[Reason] = []
    # In this order: a new owner takes rights away, and access lists are rights too.
    found = disk.stat(target)
    if (found.st_uid, found.st_gid) != (was.st_uid, was.st_gid):
        with _noted(lost, because("tags.owner_lost")):
            disk.set_owner(target, was.st_uid, was.st_gid)
    lost.extend(_copy_attributes(source, target, disk))
    with _noted(lost, because("tags.rights_lost")):
        disk.set_mode(target, stat.S_IMODE(was.st_mode))
    if modified_ns is not None:
        with _noted(lost, because("tags.time_lost")):
            disk.set_times(target, was.st_atime_ns, modified_ns)
    if sys.platform in _UNKEPT_HERE:
        lost.append(_UNKEPT_HERE[sys.platform])
    return lost


@contextmanager
def _noted(lost: list[What], what: What) -> Iterator[None]:
    """Note `what` as lost where the disk refuses to keep it."""
    try:
        yield
    except OSError:
        lost.append(what)


def _copy_attributes(source: Path, target: Path, disk: Disk) -> Iterator[Reason]:
    try:
        wanted, found = disk.attributes(source), disk.attributes(target)
    except OSError as error:
        if error.errno not in _NO_ATTRIBUTES:
            yield because("tags.attributes_lost")
        return
    lost: list[str] = []
    for name, value in wanted.items():
        if found.get(name) != value:
            with _noted(lost, name):
                disk.set_attribute(target, name, value)
    # A folder may give new files an access list of its own, which the old one did not have.
    if _ACCESS_LIST in found and _ACCESS_LIST not in wanted:
        with _noted(lost, _ACCESS_LIST):
            disk.remove_attribute(target, _ACCESS_LIST)
    if _ACCESS_LIST in lost:
        yield because("tags.access_list_lost")
    names = tuple(sorted(name for name in lost if name != _ACCESS_LIST))
    if names:
        yield because("tags.attributes_lost_named", names=names)
