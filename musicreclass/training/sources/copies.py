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
        return self.counting is None

    @property
    def counting(self) -> SortedFile | None:
        """Return the file that counts; None where nobody can say which of the genres is right."""
        decided = [file for file in self.files if file.is_decided]
        believed = decided or self.files
        return believed[0] if len({file.genre for file in believed}) == 1 else None

    @property
    def left_out(self) -> list[FileProblem]:
        """Return the files that do not count."""
        if (counting := self.counting) is None:
            genres = " and ".join(self.genres)
            reason = f"the same recording lies in {genres}; keep it in one of them"
        else:
            reason = f"it is a copy of {readable(Path(counting.path).name)}"
        return [FileProblem(Path(f.path), reason) for f in self.files if f is not counting]


def copies_among(files: Sequence[SortedFile]) -> tuple[Copies, ...]:
    """Return the recordings that several of `files` are, in the order of their first files."""
    alike: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in files:
        alike[file.facts.fingerprint].append(file)
    return tuple(Copies(tuple(same)) for same in alike.values() if len(same) > 1)
