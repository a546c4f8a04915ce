"""On what kind of disk a directory lies: of a network's, the system notices no changes."""

from __future__ import annotations

import os
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre"}
    | {"davfs", "davfs2", "vboxsf", "vmhgfs", "prl_fs", "drvfs", "virtiofs", "fuse"}
)


def remote_devices(mounts: Path = MOUNTS) -> frozenset[int]:
    """Return the devices (`st_dev`) of which others may change what lies on them."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # no Linux
        return frozenset()
    return frozenset(device for line in lines for device in _remote_device(line))


def _remote_device(line: str) -> list[int]:
    before, _, after = line.partition(" - ")
    fields, kind = before.split(), after.partition(" ")[0]
    # What a program of the person's own mounts (sshfs, rclone) is called "fuse.sshfs"; disks of
    # Windows at this machine are "fuseblk".
    if len(fields) < 3 or kind.partition(".")[0] not in REMOTE:
        return []
    major, _, minor = fields[2].partition(":")
    return [os.makedev(int(major), int(minor))] if major.isdigit() and minor.isdigit() else []
