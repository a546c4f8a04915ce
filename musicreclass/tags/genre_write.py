"""The interface of a container's writer: it is asked for genres and answers with patches.

It never writes itself; what has only patches can be shown, checked and taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musicreclass.core.tag_change import GenreChange, GenreEdit, Patch, WriteChoices
from musicreclass.core.track import Tags
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.byte_diff import joined_patches
from musicreclass.tags.tag_errors import Unwritable

MAX_TAG_BYTES = 64 << 20  # covers of 20 MB exist; a size beyond this is a lie


@dataclass(frozen=True, slots=True)
class GenreWrite:
    """A file that is to get genres, open for reading."""

    path: Path
    file: BinaryIO
    size: int
    tags: Tags  # as they are, read by someone else
    genres: tuple[str, ...]
    choices: WriteChoices

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what is written for the genres: a text each, or all in one."""
        if self.choices.separator is None or len(self.genres) < 2:
            return self.genres
        return (self.choices.separator.join(self.genres),)

    def read(self, at: int, count: int) -> bytes:
        """Return exactly `count` bytes.

        Raises:
            Unwritable: the file ends before, or nobody has tags of that size.
        """
        if count < 0 or at + count > self.size:
            raise Unwritable(because("tags.tags_beyond_end"))
        if count > MAX_TAG_BYTES:
            raise Unwritable(because("tags.tags_too_large"))
        self.file.seek(at)
        return self.file.read(count)

    def edit(
        self,
        kind_after: str,
        patches: Iterable[Patch],
        *,
        lost: tuple[Reason, ...] = (),
        remarks: tuple[Reason, ...] = (),
    ) -> GenreEdit:
        """Return the answer.

        Args:
            kind_after: of the tag that has the genre then.
            patches: in any order, but insertions before what is replaced at the same offset.
        """
        kinds = self.tags.tag_kind, kind_after
        if kind_after and not self.tags.tag_kind:
            remarks = (because("tags.kind_added", kind=kind_after), *remarks)
        change = GenreChange(self.path, self.tags.genres, self.genres, *kinds, lost, remarks)
        return GenreEdit(change, tuple(joined_patches(patches)))


Writer = Callable[[GenreWrite], GenreEdit]
