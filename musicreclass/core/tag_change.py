"""What writing a genre does to a file: in words for people, in bytes for disks.

Patches can be reversed, and kept as bytes; batches of changes are what people take back. Knows
neither tags nor files; both sides of the house talk about a change in these terms.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from musicreclass.core.genres.genre_rules import GenreRules
from musicreclass.core.track import Stream, Tags
from musicreclass.sentences.reason import Reason


class Id3Version(Enum):
    """Which version of ID3v2 a written tag has."""

    KEEP = "keep"  # the one each file already has
    V2_3 = "2.3"
    V2_4 = "2.4"


class SafeWay(Enum):
    """How a file gets other tags so that no accident can leave it in between."""

    AUTO = "auto"  # in place where nothing moves, else as a copy that replaces the file
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class WriteChoices:
    """How genres are written; the defaults change as little as can be."""

    id3: Id3Version = Id3Version.KEEP
    separator: str | None = None  # between several genres in one text; None: a list, where possible
    keep_times: bool = True  # of modification; players sort by it
    parts_links: bool = False  # of a file with several hard links, the others keep the old one
    styles: int = 0  # at most so many of its sound tags, behind the genre
    style_score: float = 0.3  # that a style has at least; no chance of being right
    rules: GenreRules = field(default_factory=GenreRules)  # on genres that a file has already
    safe: SafeWay = SafeWay.AUTO


@dataclass(frozen=True, slots=True)
class GenreChange:
    """What a write would do to one file, as people see it."""

    path: Path
    before: tuple[str, ...]  # genres as found in the file
    after: tuple[str, ...]
    kind_before: str  # "ID3v2.3", "Vorbis comment", ...; empty when the file has no tags
    kind_after: str
    lost: tuple[Reason, ...] = ()  # what cannot go along into another version of the tag
    remarks: tuple[Reason, ...] = ()  # worth knowing before, e.g. that a tag is added

    @property
    def changes_kind(self) -> bool:
        return self.kind_before != self.kind_after


@dataclass(frozen=True, slots=True)
class Patch:
    """One place where a file differs from what it was."""

    at: int  # offset in the file as it was
    old: bytes
    new: bytes

    @property
    def growth(self) -> int:
        return len(self.new) - len(self.old)


@dataclass(frozen=True, slots=True)
class GenreEdit:
    """A change, and the bytes it takes: all of the file that is in no patch stays as it is."""

    change: GenreChange
    patches: tuple[Patch, ...]  # by offset, apart from each other; none where nothing changes
    before: tuple[Stream, Tags] | None = None  # what the file said of itself, where that was read
    is_plain: bool = False  # a plain tag in front said all genres, and no more was read


_HEADER = struct.Struct("<QII")  # at, and the lengths of old and new
_LEVEL = 1  # fresh padding is zeros; more effort saves next to nothing


def reversed_patches(patches: Iterable[Patch]) -> tuple[Patch, ...]:
    """Return what turns the new file into the old one again."""
    moved = 0
    back: list[Patch] = []
    for patch in patches:
        back.append(Patch(patch.at + moved, patch.new, patch.old))
        moved += patch.growth
    return tuple(back)


def growth(patches: Iterable[Patch]) -> int:
    """Return by how many bytes a file grows."""
    return sum(patch.growth for patch in patches)


def packed(patches: Sequence[Patch]) -> bytes:
    """Return patches as bytes for keeping; `unpacked` reads them."""
    parts = (
        part
        for patch in patches
        for part in (_HEADER.pack(patch.at, len(patch.old), len(patch.new)), patch.old, patch.new)
    )
    return zlib.compress(b"".join(parts), _LEVEL)


def unpacked(kept: bytes) -> tuple[Patch, ...]:
    """Return the patches that `packed` was given.

    Raises:
        ValueError: it was never given any such.
    """
    try:
        return tuple(_patches(zlib.decompress(kept)))
    except (zlib.error, struct.error) as error:
        raise ValueError("no patches") from error


def _patches(plain: bytes) -> Iterator[Patch]:
    position = 0
    while position < len(plain):
        at, old, new = _HEADER.unpack_from(plain, position)
        start = position + _HEADER.size
        position = start + old + new
        if position > len(plain):
            raise struct.error("cut off")
        yield Patch(at, plain[start : start + old], plain[start + old : position])


class ChangeState(Enum):
    """What became of one file of a batch."""

    INTENDED = "intended"  # nothing is known yet: the file tells, see `pipeline.recover`
    WRITTEN = "written"
    UNCHANGED = "unchanged"  # the file said so already
    REFUSED = "refused"
    UNDOING = "undoing"  # as `INTENDED`, on the way back
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class WriteBatch:
    """Files that were written together."""

    id: int
    made_at: datetime
    counts: Mapping[ChangeState, int]
    genres: tuple[tuple[str, str, int], ...]  # from, to, how many; the most frequent first
    undoable: int  # changes that can still be taken back
    is_pruned: bool = False  # the old bytes of some are gone for good

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a batch, and what became of it."""

    id: int  # in the journal; 0 where that does not know it yet
    batch: int
    track_id: int
    path: Path  # where the file is now, as far as the library knows
    before: tuple[str, ...]
    after: tuple[str, ...]
    state: ChangeState
    reason: Reason | None = None  # why it was refused, or could not be taken back
    can_undo: bool = False
    remarks: tuple[Reason, ...] = ()  # what could not be kept of the file beside its bytes
