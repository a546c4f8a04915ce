"""A health report: asks every room how it is, and looks at what all of them stand on."""

import os
import platform
import shutil
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from musicreclass import __version__, paths
from musicreclass.audio.decoding import decode
from musicreclass.core.finding import Finding
from musicreclass.errors import MusicReclassError
from musicreclass.library.store import Library
from musicreclass.pipeline import window_needs

FREE_BYTES = 1 << 30  # below this, a scan and its caches may fill the disk
PACKAGES = ("PySide6", "pyqtgraph", "numpy", "scikit-learn", "mutagen", "sqlite-utils")


def examine(library_file: Path) -> list[Finding]:
    """Return what was found, in the order in which a person would ask."""
    return [
        Finding("musicreclass", f"{__version__} in {paths.PACKAGE}"),
        Finding("Python", f"{platform.python_version()} on {platform.platform()}"),
        *(_package(name) for name in PACKAGES),
        *window_needs.findings(),
        *_torch(),
        *decode.findings(),
        *_folders(),
        _library(library_file),
    ]


def _package(name: str) -> Finding:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(name, "not installed", "run python3 packaging/bootstrap.py run doctor")
    if name == "PySide6" and version.startswith("6.12.0") and sys.version_info < (3, 12):
        return Finding(
            name,
            f"{version} crashes on this Python",
            "install PySide6 6.11.3, or use Python 3.12",
        )
    return Finding(name, version)


def _torch() -> list[Finding]:
    try:
        from musicreclass.classifiers import runtime
    except (ImportError, OSError) as error:
        return [Finding("torch", f"cannot be loaded ({error})", "install torch 2.13.0")]
    return [runtime.finding(), runtime.torchaudio_finding()]


def _folders() -> list[Finding]:
    kinds: dict[str, Callable[[], Path]] = {
        "data": paths.data_dir,
        "cache": paths.cache_dir,
        "settings": paths.config_dir,
        "log": paths.log_dir,
    }
    return [_folder(f"folder for {kind}", make) for kind, make in kinds.items()]


def _folder(subject: str, make: Callable[[], Path]) -> Finding:
    try:
        folder = make()
    except MusicReclassError as error:
        return Finding(subject, str(error), f"set {paths.HOME_VARIABLE} to a folder of yours")
    if not os.access(folder, os.W_OK):
        return Finding(subject, f"{folder} cannot be written to", "change its permissions")
    free = shutil.disk_usage(folder).free
    state = f"{folder}, {free / (1 << 30):.1f} GB free"
    return Finding(subject, state, "make room on that disk" if free < FREE_BYTES else "")


def _library(library_file: Path) -> Finding:
    if not library_file.exists():
        return Finding("library", f"{library_file}, none yet")
    try:
        with Library(library_file) as library:
            folders = library.folders()
    except MusicReclassError as error:
        return Finding("library", str(error), "see the sentence")
    tracks = sum(folder.track_count for folder in folders)
    return Finding("library", f"{library_file}, {len(folders)} folders, {tracks:,} tracks")
