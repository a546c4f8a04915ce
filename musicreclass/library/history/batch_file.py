"""The old bytes of one batch in a file of its own, which can be read without any library.

It is appended to and never rewritten. Each record has a mark, its length and a checksum, so that
what is torn off or damaged costs itself alone.
"""

from __future__ import annotations

import base64
import json
import os
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from musicreclass.core.location import location_of, path_of, readable
from musicreclass.core.tag_change import (
    FileChange,
    Id3Version,
    WriteChoices,
    unpacked,
)
from musicreclass.core.track import FileStamp
from musicreclass.errors import system_words
from musicreclass.library.backup.backups import settle
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.sentences.reason import because

FOLDER = "undo"  # beside the library
SUFFIX = ".undo"
MAGIC = b"musicreclass undo 1\n"
_FAMILY = MAGIC[:18]  # without the version
_MARK = b"\xf5rec"  # no byte of UTF-8
_FRAME = struct.Struct("<4sII")  # mark; length and CRC-32 of what follows, compressed
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STAMP = "%Y%m%d-%H%M%S"
_BATCH, _CHANGE, _OUTCOME = "batch", "change", "outcome"  # what a record says


@dataclass(frozen=True, slots=True)
class BatchHead:
    """Which batch it is."""

    library: str
    number: int
    made_at: datetime
    choices: WriteChoices


@dataclass(frozen=True, slots=True)
class BatchIntention:
    """A change that is about to be made."""

    change: FileChange
    stamp: FileStamp  # of the file before
    patches: bytes  # as `packed` makes them
    regions: bytes = b""  # that are to be written in place, likewise; none where a copy is
    digest: str = ""  # of all else, where that is known already


@dataclass(frozen=True, slots=True)
class BatchChange:
    """A change with all that is needed to take it back."""

    id: int  # in the journal
    track_id: int
    path: Path  # where the file was
    before: tuple[str, ...]
    after: tuple[str, ...]
    stamp: FileStamp  # of the file before
    patches: bytes  # as `packed` makes them
    digest: str = ""  # of the bytes outside the patches; "" where nobody noted it
    regions: bytes = b""  # that were to be written in place, as `packed` makes them; b"": none


@dataclass(frozen=True, slots=True)
class KeptBatch:
    """What a batch file has."""

    path: Path
    head: BatchHead | None  # None where that record is damaged
    changes: tuple[BatchChange, ...]
    gaps: int  # places where records are torn off or damaged


class BatchFile:
    """A file that is being written, for one batch."""

    def __init__(self, library_file: Path, number: int, made_at: datetime, choices: WriteChoices):
        self.number = number
        self._open: set[int] = set()  # ids of changes of which nobody knows what became of them
        self._has_written = False
        folder = folder_of(library_file)
        with _disk_errors(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path, self._handle = _created(folder, library_file.name, number, made_at)
        try:
            self._begin(library_file, made_at, choices)
        except BaseException:
            os.close(self._handle)
            self.path.unlink(missing_ok=True)
            raise

    def intend(self, intentions: Iterable[BatchIntention]) -> None:
        """Note changes that are about to be made; returns once no power cut can lose them.

        Raises:
            LibraryProblem: the disk refuses.
        """
        records: list[bytes] = []
        for one in intentions:
            change, stamp = one.change, one.stamp
            self._open.add(change.id)
            facts: dict[str, Any] = {
                "id": change.id,
                "track": change.track_id,
                "path": _kept_path(change.path),
                "before": change.before,
                "after": change.after,
                "size": stamp.size,
                "mtime_ns": stamp.mtime_ns,
            }
            if one.regions:
                facts |= {"digest": one.digest, "patch_bytes": len(one.patches)}
            records.append(_record(_CHANGE, facts, one.patches + one.regions))
        self._append(records)
        self._sync()

    def note(self, digests: Mapping[int, str | None]) -> None:
        """Note what became of changes: written, with the digest of all else, or None for not.

        A power cut may lose that, or a disk that is full; then the file itself tells.
        """
        known = {number: digest for number, digest in digests.items() if number in self._open}
        self._open.difference_update(known)
        self._has_written |= any(digest is not None for digest in known.values())
        with suppress(LibraryProblem):
            self._append(_record(_OUTCOME, {"id": i, "digest": known[i]}) for i in known)

    def drop(self, change_ids: Iterable[int]) -> None:
        """Note that files were not touched."""
        self.note(dict.fromkeys(change_ids))

    def close(self) -> None:
        """End the batch. A file of which nothing can be taken back is removed."""
        try:
            self._sync()
        finally:
            os.close(self._handle)
        if not self._open and not self._has_written:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _begin(self, library_file: Path, made_at: datetime, choices: WriteChoices) -> None:
        with _disk_errors(self.path):
            os.write(self._handle, MAGIC)
            settle(self.path.parent)
        facts = {
            "library": readable(str(library_file.absolute())),
            "number": self.number,
            "made_at": made_at.isoformat(timespec="seconds"),
            "id3": choices.id3.value,
            "separator": choices.separator,
            "keep_times": choices.keep_times,
        }
        self._append([_record(_BATCH, facts)])

    def _append(self, records: Iterable[bytes]) -> None:
        rest = b"".join(records)
        with _disk_errors(self.path):
            while rest:
                rest = rest[os.write(self._handle, rest) :]

    def _sync(self) -> None:
        with _disk_errors(self.path):
            os.fsync(self._handle)


def _record(what: str, facts: Mapping[str, Any], patches: bytes = b"") -> bytes:
    text = _JSON.encode({"what": what, **facts})
    content = zlib.compress(text.encode() + b"\n" + patches, 1)
    return _FRAME.pack(_MARK, len(content), zlib.crc32(content)) + content


def folder_of(library_file: Path) -> Path:
    """Return the folder in which the batch files of a library lie."""
    return library_file.absolute().parent / FOLDER


def read_batch(path: Path) -> KeptBatch:
    """Return all that can be read of a batch file.

    Raises:
        LibraryProblem: it is none, or of a newer version, or cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        said = system_words(error)
        raise LibraryProblem(because("library.batch_file_unread", path=path, said=said)) from error
    _refuse_strangers(path, content)
    found = _Found()
    for record in _records(content):
        found.take(record)
    return KeptBatch(path, found.head, tuple(found.changes.values()), found.gaps)


def head_of(path: Path) -> BatchHead | None:
    """Return which batch a file is of, None where it does not say."""
    try:
        with path.open("rb") as file:
            start = file.read(1 << 16)
    except OSError:
        return None
    if not start.startswith(MAGIC):
        return None
    first = next(iter(_records(start)), None)
    found = _Found()
    found.take(first)
    return found.head


@dataclass(slots=True)
class _Found:
    """What was read until now."""

    head: BatchHead | None = None
    changes: dict[int, BatchChange] = field(default_factory=dict)
    gaps: int = 0

    def take(self, record: bytes | None) -> None:
        """Take in a record, None where one is damaged."""
        try:
            if record is None:
                raise ValueError("damaged")
            text, _, patches = zlib.decompress(record).partition(b"\n")
            self._take(json.loads(text), patches)
        except (ValueError, KeyError, TypeError, zlib.error):
            self.gaps += 1

    def _take(self, facts: Mapping[str, Any], patches: bytes) -> None:
        what = facts["what"]
        if what == _BATCH:
            choices = WriteChoices(
                Id3Version(facts["id3"]), facts["separator"], bool(facts["keep_times"])
            )
            made_at = datetime.fromisoformat(facts["made_at"])
            self.head = BatchHead(str(facts["library"]), int(facts["number"]), made_at, choices)
        elif what == _CHANGE:
            change = _change(facts, patches)
            self.changes[change.id] = change
        elif what == _OUTCOME and facts["digest"] is None:
            self.changes.pop(facts["id"], None)
        elif what == _OUTCOME and facts["id"] in self.changes:
            change = self.changes[facts["id"]]
            self.changes[change.id] = replace(change, digest=str(facts["digest"]))


def _change(facts: Mapping[str, Any], patches: bytes) -> BatchChange:
    length = int(facts.get("patch_bytes", len(patches)))
    patches, regions = patches[:length], patches[length:]
    for kept in filter(None, (patches, regions)):
        unpacked(kept)  # raises where they are none
    return BatchChange(
        int(facts["id"]),
        int(facts["track"]),
        _path(facts["path"]),
        tuple(map(str, facts["before"])),
        tuple(map(str, facts["after"])),
        FileStamp(int(facts["size"]), int(facts["mtime_ns"])),
        patches,
        str(facts.get("digest", "")),
        regions,
    )


def _records(content: bytes) -> Iterator[bytes | None]:
    """Yield what follows the frames; None for each place at which there should be one."""
    at = len(MAGIC)
    while at < len(content):
        end = at
        if len(content) - at >= _FRAME.size:
            mark, length, checksum = _FRAME.unpack_from(content, at)
            start, end = at + _FRAME.size, at + _FRAME.size + length
            if mark == _MARK and end <= len(content):
                record = content[start:end]
                if zlib.crc32(record) == checksum:
                    yield record
                    at = end
                    continue
        yield None
        following = content.find(_MARK, at + 1)
        at = len(content) if following < 0 else following


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Turn what the disk says into a sentence: without these bytes nothing is written."""
    try:
        yield
    except OSError as error:
        said = system_words(error)
        raise LibraryProblem(because("library.batch_file_refused", path=path, said=said)) from error


def _refuse_strangers(path: Path, content: bytes) -> None:
    if content.startswith(MAGIC):
        return
    code = "library.newer_batch_file" if content.startswith(_FAMILY) else "library.no_batch_file"
    raise LibraryProblem(because(code, path=path))


def _created(folder: Path, name: str, number: int, made_at: datetime) -> tuple[Path, int]:
    """Make a file that nobody else may read; of a library that was restored, numbers come twice."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
    while True:
        stamp = made_at.astimezone(UTC).strftime(_STAMP)
        path = folder / f"{name}.{stamp}.{number}{SUFFIX}"
        try:
            return path, os.open(path, flags, 0o600)
        except FileExistsError:
            made_at += timedelta(seconds=1)


def _kept_path(path: Path) -> str | dict[str, str]:
    location = location_of(str(path))
    if isinstance(location, str):
        return location
    return {"base64": base64.b64encode(location).decode("ascii")}


def _path(kept: str | Mapping[str, str]) -> Path:
    return path_of(kept if isinstance(kept, str) else base64.b64decode(kept["base64"]))
