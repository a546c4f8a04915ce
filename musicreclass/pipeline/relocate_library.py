"""A library moves to another folder: copied, compared, and only then left."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.errors import UsageProblem, system_words
from musicreclass.library.backup.relocation import BESIDE, copy_library
from musicreclass.library.history.batch_file import folder_of
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.write_lock import write_lock
from musicreclass.sentences.reason import because

# SQLite's locks cannot be trusted there, and a line that breaks would damage what is decided.
NETWORK_TYPES = (
    *("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afs", "afpfs", "9p", "ceph", "davfs"),
    *(
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
        "fuse.davfs2",
        "webdav",
        "ncpfs",
        "glusterfs",
    ),
)
REMOTE_DRIVE = 4  # of Windows' GetDriveType
LEFT = ".moved"  # what the name of the library that was left ends in
SPARE_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """Where a library lies, and how large it is."""

    file: Path
    byte_count: int


def library_facts(library_file: Path, ctx: JobContext) -> LibraryFacts:
    """Return how large a library is, with what SQLite keeps beside it."""
    ctx.raise_if_cancelled()
    size = 0
    for path in (library_file, *(library_file.with_name(library_file.name + e) for e in BESIDE)):
        with suppress(OSError):
            size += path.stat().st_size
    return LibraryFacts(library_file, size)


def relocate_library(source: Path, folder: Path, ctx: JobContext) -> Path:
    """Move a library into `folder`, and return its new path; the old file stays, renamed.

    Raises:
        UsageProblem: it cannot be moved there; nothing was changed.
        LibraryProblem: it cannot be read or copied; nothing was changed.
        Cancelled: the user stopped; nothing was changed.
    """
    target = folder / source.name
    check_target(source, folder)

    def advance(done: int, total: int) -> None:
        ctx.raise_if_cancelled()
        ctx.report(Progress(done, max(1, total), readable(str(target))))

    with write_lock(source):
        copy_library(source, target, advance)
        _copy_batch_files(source, target)
    leave(source)
    return target


def _copy_batch_files(source: Path, target: Path) -> None:
    """Let the old bytes of what was written go along; those that are left stay good, too."""
    folder = folder_of(target)
    for one in batch_files(source):
        with suppress(OSError):  # the library has them as well
            folder.mkdir(mode=0o700, exist_ok=True)
            copy = folder / one.path.name
            shutil.copyfile(one.path, copy)
            copy.chmod(0o600)


def check_target(source: Path, folder: Path) -> None:
    """Make sure that a library can move into `folder`.

    Raises:
        UsageProblem: it is no folder, on a network, too full, or holds such a file already.
    """
    target = folder / source.name
    if not folder.is_dir():
        raise UsageProblem(because("pipeline.no_such_folder", folder=folder))
    if target.exists():
        raise UsageProblem(because("pipeline.library_is_there", path=target))
    if is_on_network(folder):
        raise UsageProblem(because("pipeline.library_on_network", folder=folder))
    try:
        size, free = source.stat().st_size, shutil.disk_usage(folder).free
    except OSError as error:
        said = system_words(error)
        raise UsageProblem(because("pipeline.library_stays", path=source, said=said)) from error
    if free < size + SPARE_BYTES:
        raise UsageProblem(because("pipeline.too_full", folder=folder))


def leave(source: Path) -> Path:
    """Rename a library that was copied, so that nobody goes on with it by mistake."""
    left = source.with_name(source.name + LEFT)
    number = 1
    while left.exists():
        number += 1
        left = source.with_name(f"{source.name}{LEFT}{number}")
    source.replace(left)
    for end in BESIDE:
        with suppress(OSError):
            source.with_name(source.name + end).unlink(missing_ok=True)
    return left


def is_on_network(folder: Path) -> bool:
    """Say whether a folder lies on another machine, as far as the system tells."""
    folder = folder.resolve()
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    return _file_system_of(folder) in NETWORK_TYPES


def _is_remote_drive(folder: Path) -> bool:
    import ctypes

    if str(folder).startswith("\\\\"):
        return True
    drives = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is none elsewhere
    return bool(drives.GetDriveTypeW(folder.anchor) == REMOTE_DRIVE)


def _file_system_of(folder: Path) -> str:
    """Return the type of the file system that holds a folder, nothing where it is not known."""
    mounts = _mounts_of_linux() if sys.platform.startswith("linux") else _mounts_of_mac()
    above = [(path, kind) for path, kind in mounts if folder == path or path in folder.parents]
    return max(above, key=lambda mount: len(mount[0].parts), default=(Path(), ""))[1]


def _mounts_of_linux() -> list[tuple[Path, str]]:
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    words = (line.split(" ") for line in lines.splitlines())
    return [(Path(_unescaped(word[1])), word[2]) for word in words if len(word) > 2]


def _unescaped(path: str) -> str:
    """Return a path as it is: blanks are written as octal numbers there."""
    for sign, code in ((" ", "\\040"), ("\t", "\\011"), ("\n", "\\012"), ("\\", "\\134")):
        path = path.replace(code, sign)
    return path


def _mounts_of_mac() -> list[tuple[Path, str]]:
    try:
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return []
    found = []
    for line in said.splitlines():
        _, _, rest = line.partition(" on ")
        path, _, kind = rest.rpartition(" (")
        found.append((Path(path), kind.partition(",")[0].rstrip(")")))
    return found
