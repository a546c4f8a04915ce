"""Recordings that are there twice by their sound, though their files differ: said by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.training.data.grouping import Pair
from musicreclass.training.sources.concerns import named
from musicreclass.training.sources.sorted_file import SortedFile


@dataclass(frozen=True, slots=True)
class NearCopies:
    """Two files that sound like one recording."""

    path: str
    other_path: str
    genre: str
    other_genre: str

    @property
    def is_across_genres(self) -> bool:
        return self.genre != self.other_genre


def near_copies(files: Sequence[SortedFile], pairs: Iterable[Pair]) -> tuple[NearCopies, ...]:
    """Return the `pairs`, places in `files`, by name; those across genres first."""
    found = [
        NearCopies(files[one].path, files[other].path, files[one].genre, files[other].genre)
        for one, other in pairs
    ]
    return tuple(sorted(found, key=lambda pair: not pair.is_across_genres))


def contradicting(files: Sequence[SortedFile], pairs: Iterable[Pair]) -> dict[int, FileProblem]:
    """Return the places of files that are said to be of one genre here and of another there.

    Nobody can say which of them is right, unless a person has decided about one of the two.
    """
    problems: dict[int, FileProblem] = {}
    for pair in pairs:
        one, other = (files[place] for place in pair)
        if one.genre == other.genre:
            continue
        doubtful = [place for place in pair if not files[place].is_decided] or pair
        for place in doubtful:
            twin = other if files[place] is one else one
            name = readable(Path(twin.path).name)
            reason = f"it sounds like {name} in {twin.genre}; keep the recording in one of them"
            problems.setdefault(place, FileProblem(Path(files[place].path), reason))
    return problems


def near_copy_warnings(found: Sequence[NearCopies]) -> Iterator[str]:
    """Yield sentences on recordings that are there twice, with the first few of them."""
    across = [(pair.path, pair.other_path) for pair in found if pair.is_across_genres]
    within = [(pair.path, pair.other_path) for pair in found if not pair.is_across_genres]
    if across:
        pairs = "One pair of files" if len(across) == 1 else f"{len(across):,} pairs of files"
        yield (
            f"{pairs} in different genres sound like one recording and do not count: "
            f"{named(across)}. Keep each in the one where it belongs."
        )
    if within:
        pairs = "One pair of files" if len(within) == 1 else f"{len(within):,} pairs of files"
        yield f"{pairs} of one genre sound like one recording: {named(within)}."
