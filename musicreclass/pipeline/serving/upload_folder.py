"""The private folder in which files lie while somebody waits for an answer about them."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from musicreclass import paths
from musicreclass.errors import MusicReclassError
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.library.write_lock import beside_lock
from musicreclass.sentences.reason import because

FOLDER = "uploads"
LOCK = ".lock"


@contextmanager
def upload_folder() -> Iterator[Path]:
    """Give a folder that nobody else can look into, and take it away with all that lies in it.

    What a process left that was killed goes as the next one begins.

    Raises:
        MusicReclassError: the disk refuses.
    """
    ground = paths.cache_dir() / FOLDER
    try:
        ground.mkdir(mode=0o700, exist_ok=True)
        ground.chmod(0o700)
    except OSError as error:
        raise _refused(ground, error) from error
    remove_abandoned(ground)
    folder = ground / secrets.token_hex(8)
    try:
        with beside_lock(folder, LOCK, _taken):
            try:
                folder.mkdir(mode=0o700)
            except OSError as error:
                raise _refused(folder, error) from error
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    finally:
        with suppress(OSError):
            folder.with_name(folder.name + LOCK).unlink()


def remove_abandoned(ground: Path) -> None:
    """Remove the folders whose processes have ended without doing so."""
    for lock in ground.glob(f"*{LOCK}"):
        folder = lock.with_name(lock.name.removesuffix(LOCK))
        with suppress(LibraryProblem), beside_lock(folder, LOCK, _taken):
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                os.unlink(lock)  # noqa: PTH108 - one name for the file while it is held


def _taken() -> LibraryProblem:
    return LibraryProblem(because("library.already_writing"))


def _refused(folder: Path, error: OSError) -> MusicReclassError:
    said = error.strerror or str(error)
    return MusicReclassError(because("serve.no_folder", path=folder, said=said))
