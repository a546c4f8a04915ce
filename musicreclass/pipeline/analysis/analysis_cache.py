"""The cache of analyses on disk, so that nothing is decoded twice without need, and its options.

One file for each analysis of a track, below a size limit: the longest unused go first. Losing any
of it costs time only, so what is damaged is simply analyzed again.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from musicreclass import paths
from musicreclass.core.analysis import Analysis, AnalysisSpec, EncodedPatches
from musicreclass.core.track import FileStamp
from musicreclass.logs import decoder_log
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.settings import CacheSettings, SettingsProblem, load

FOLDER = "heard"
LIMIT_BYTES = CacheSettings().gigabytes << 30
SUFFIX = ".npz"
ROOM_MADE = 0.9  # an eviction goes down to this share of the limit, so that it is seldom needed


class AnalysisKey(NamedTuple):
    """What an analysis is kept under."""

    sound: str  # which file, as it is now
    definition: str = ""  # what is measured of it


def sound_key(fingerprint: str, stamp: FileStamp) -> str:
    """Return the key of a file's sound, wherever the file is."""
    return f"{fingerprint}|{stamp.size}|{stamp.mtime_ns}"


class AnalysisCache:
    """Analyses by key. One process writes; what it does not find, it makes anew."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit_bytes
        self._size: int | None = None  # unknown until the first write
        self.hits = 0  # how often something of use was found

    @classmethod
    def of_this_user(cls) -> AnalysisCache:
        """Return the cache that all verbs and the window share, as the settings have it."""
        try:
            chosen = load(paths.settings_file()).cache
        except SettingsProblem:  # whoever needs the settings says so
            chosen = CacheSettings()
        folder = Path(chosen.folder) / paths.APP_NAME if chosen.folder else paths.cache_dir()
        return cls(folder / FOLDER, chosen.gigabytes << 30)

    @property
    def limit_bytes(self) -> int:
        """Return how many bytes it holds at most."""
        return self._limit

    @property
    def folder(self) -> Path:
        """Return where it lies."""
        return self._folder

    def get(self, key: AnalysisKey) -> Analysis | None:
        """Return what is kept under `key`, None where there is nothing of use."""
        path = self._path(key)
        try:
            analysis = _unpacked(path)
            os.utime(path)  # it was used: it goes later
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        self.hits += 1
        return analysis

    def has(self, key: AnalysisKey) -> bool:
        """Say whether something is kept under `key`, of use or not."""
        return self._path(key).exists()

    def put(self, key: AnalysisKey, analysis: Analysis) -> None:
        """Keep `analysis`, and make room for it where there is too much already.

        A disk that is full or cannot be written to is no reason to stop: then nothing is kept.
        """
        packed = _packed(analysis)
        with contextlib.suppress(OSError):
            self._write(self._path(key), packed)
            self._make_room(len(packed))

    def size(self) -> int:
        """Return how many bytes are kept."""
        return sum(size for _, size, _ in self._entries())

    def make_room(self) -> int:
        """Take away what is beyond the limit, and return how many bytes are kept then."""
        with contextlib.suppress(OSError):
            self._size = None
            self._make_room(0)
        return self.size()

    def clear(self) -> int:
        """Take all of it away, and return how many bytes are left that the disk would not give."""
        for _, _, path in self._entries():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self._size = None
        return self.size()

    def carry_over(self, old: str, new: str) -> None:
        """Let all analyses of the sound `old` be of the sound `new` from now on.

        As with `put`, a disk that does not want to is no reason to stop.
        """
        folder, name = self._folder_and_stem(old)
        new_folder, new_name = self._folder_and_stem(new)
        with contextlib.suppress(OSError):
            # A pattern would be compiled for each sound, which takes longer than all else here.
            with os.scandir(folder) as entries:
                names = [entry.name for entry in entries if entry.name.startswith(f"{name}-")]
            for kept in names:
                if kept.endswith(SUFFIX):
                    new_folder.mkdir(exist_ok=True)
                    (folder / kept).replace(new_folder / (new_name + kept.removeprefix(name)))

    def follow(self, fingerprint: str, old: FileStamp, new: FileStamp) -> None:
        """Let all analyses of a sound hold on under another stamp of its file."""
        self.carry_over(sound_key(fingerprint, old), sound_key(fingerprint, new))

    def _path(self, key: AnalysisKey) -> Path:
        folder, name = self._folder_and_stem(key.sound)
        return folder / f"{name}-{_digest(key.definition, 8)}{SUFFIX}"

    def _folder_and_stem(self, sound: str) -> tuple[Path, str]:
        """Return the folder with the analyses of a sound, and how their names begin."""
        digest = _digest(sound, 20)
        return self._folder / digest[:2], digest[2:]

    def _write(self, path: Path, packed: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise

    def _make_room(self, added: int) -> None:
        self._size = self.size() if self._size is None else self._size + added
        if self._size <= self._limit:
            return
        entries = sorted(self._entries())
        size = sum(size for _, size, _ in entries)
        for _, entry_size, path in entries:
            if size <= self._limit * ROOM_MADE:
                break
            path.unlink(missing_ok=True)
            size -= entry_size
        self._size = size

    def _entries(self) -> list[tuple[int, int, Path]]:
        """Return last use, size and path of everything kept, leftovers of kills included."""
        entries = []
        for path in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            if path.suffix not in ("", SUFFIX):
                continue  # a stranger's
            with contextlib.suppress(FileNotFoundError):
                stat = path.stat()
                entries.append((stat.st_mtime_ns, stat.st_size, path))
        return entries


class NoCache(AnalysisCache):
    """Keeps nothing: of a file that is here for a moment, nothing is to stay."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))

    def get(self, key: AnalysisKey) -> Analysis | None:
        """Return None: nothing is kept."""
        return None

    def has(self, key: AnalysisKey) -> bool:
        """Say that nothing is kept."""
        return False

    def put(self, key: AnalysisKey, analysis: Analysis) -> None:
        """Let `analysis` go."""


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """How files are analyzed: made once in a process, and handed down to all that do so."""

    cache: AnalysisCache
    workers: int = 0  # processes on this machine; 0 is one for each core
    log: Path | None = None  # where decoders print to; nowhere if None
    cluster: str = ""  # address of a dask scheduler, "tcp://host:port", whose workers do it instead
    wider: tuple[AnalysisSpec, ...] = ()  # what was made for others may cover what is wanted
    in_place: bool = False  # by the calling process itself, which is a child of a pool already

    @classmethod
    def of_this_user(cls, workers: int = 0, cluster: str = "") -> AnalysisOptions:
        """Return options with the user's cache and log."""
        return cls(AnalysisCache.of_this_user(), workers, decoder_log(), cluster)

    @property
    def process_count(self) -> int:
        """Return how many processes work on this machine."""
        return self.workers or default_workers()


def _digest(text: str, size: int) -> str:
    return hashlib.blake2b(text.encode(errors="surrogateescape"), digest_size=size).hexdigest()


def _packed(analysis: Analysis) -> bytes:
    arrays: dict[str, np.ndarray] = {f"mel{i}": mel for i, mel in enumerate(analysis.mels)}
    if analysis.features is not None:
        arrays["features"] = analysis.features
    facts: dict[str, Any] = {
        "start_seconds": analysis.start_seconds,
        "seconds": analysis.seconds,
        "total_seconds": analysis.total_seconds,
        "remarks": analysis.remarks,
    }
    if analysis.encoded is not None:
        arrays["encoded"] = analysis.encoded.rows
        facts["patch_starts"] = analysis.encoded.starts
    packed = io.BytesIO()
    np.savez(packed, facts=np.array(json.dumps(facts)), **arrays)  # type: ignore[arg-type]
    return packed.getvalue()


def _unpacked(path: Path) -> Analysis:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        facts = json.loads(str(kept["facts"]))
        mels = tuple(kept[f"mel{i}"] for i in range(sum(n.startswith("mel") for n in kept.files)))
        return Analysis(
            start_seconds=facts["start_seconds"],
            seconds=facts["seconds"],
            total_seconds=facts["total_seconds"],
            features=kept["features"] if "features" in kept.files else None,
            mels=mels,
            remarks=tuple(facts["remarks"]),
            encoded=_encoded(kept, facts),
        )


def _encoded(kept: Mapping[str, np.ndarray], facts: Mapping[str, Any]) -> EncodedPatches | None:
    if "encoded" not in kept:
        return None
    return EncodedPatches(tuple(facts["patch_starts"]), kept["encoded"])
