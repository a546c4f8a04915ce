"""Recordings that are there twice to the byte: which of them counts, and which files are alike.

A retagged file is a copy, too; one that was encoded anew is for `training.duplicates` to find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.training.sources.sorted_file import SortedFile


@dataclass(frozen=True, slots=True)
class Copies:
    """Files that are one recording."""

    files: tuple[SortedFile, ...]  # two at least, by path

    @property
    def genres(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(file.genre for file in self.files))

    @property
    def is_across_genres(self) -> bool:
        return len(self.genres) > 1

    @property
    def left_out(self) -> list[FileProblem]:
        """Return the files that do not count: all but one, or all where the genres differ."""
        if self.is_across_genres:
            reason = (
                f"the same recording lies in {' and '.join(self.genres)}; keep it in one of them"
            )
            return [FileProblem(Path(file.path), reason) for file in self.files]
        name = readable(Path(self.files[0].path).name)
        return [FileProblem(Path(f.path), f"it is a copy of {name}") for f in self.files[1:]]


def copies_among(files: Sequence[SortedFile]) -> tuple[Copies, ...]:
    """Return the recordings that several of `files` are, in the order of their first files."""
    alike: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in files:
        alike[file.facts.fingerprint].append(file)
    return tuple(Copies(tuple(same)) for same in alike.values() if len(same) > 1)
