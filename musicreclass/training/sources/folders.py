"""A folder of genre folders as a source: the first level names the genre, what is below is albums.

Decides which files count and says why others do not. Neither walks nor reads: that is done before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.training.grouping import Origin

FEWEST = 2  # tracks of a genre: one to learn from, one to be tested on
FEW = 10


class CannotTrain(MusicReclassError):
    """There is nothing to learn from, or nothing to tell apart."""


@dataclass(frozen=True, slots=True)
class SortedFile:
    """A file under the genre that its folder names."""

    path: str
    genre: str
    facts: FileFacts
    album_folder: str  # "" where it lies right in the folder of its genre

    @property
    def origin(self) -> Origin:
        tags = self.facts.tags
        return Origin(
            artist=tags.artist,
            album_artist=tags.album_artist,
            album=tags.album,
            folder=self.album_folder,
            fingerprint=self.facts.fingerprint,
        )


@dataclass(frozen=True, slots=True)
class GenreFolders:
    """What a folder of genre folders holds."""

    folder: Path
    genre_of: Mapping[str, str]  # name of a folder of the first level -> genre
    files: tuple[SortedFile, ...]  # by path
    left_out: tuple[FileProblem, ...]

    @property
    def genres(self) -> tuple[str, ...]:
        return tuple(self.counts)

    @property
    def counts(self) -> Mapping[str, int]:
        """Return genre -> how many tracks count, by name."""
        counts = Counter(file.genre for file in self.files)
        return {genre: counts[genre] for genre in sorted(counts, key=str.casefold)}

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return sentences on what makes the result worse or may surprise."""
        return (
            *(_few(genre, count) for genre, count in self.counts.items() if count < FEW),
            *_merged(self.genre_of),
        )


def sort_by_folder(
    folder: Path,
    files: Iterable[tuple[str, FileFacts]],
    taxonomy: Taxonomy,
    unreadable: Iterable[FileProblem] = (),
) -> GenreFolders:
    """Return the files under the genres that their folders below `folder` name.

    A folder that spells a known genre stands for it, any other for a genre of its own name. Files
    outside of such folders are left out, and so are copies: but one of several in a genre, and all
    of those that lie in different genres, for nobody can say which of them is right.
    """
    left_out = list(unreadable)
    genre_of: dict[str, str] = {}
    found: list[SortedFile] = []
    for path, facts in sorted(files, key=lambda item: item[0]):
        name, *below = Path(path).relative_to(folder).parts
        if not below:
            left_out.append(FileProblem(Path(path), "it lies in no folder of a genre"))
        elif name.startswith("."):
            left_out.append(FileProblem(Path(path), "it lies in a hidden folder"))
        else:
            genre = genre_of.setdefault(name, taxonomy.canonical(readable(name)))
            # The first folder only: below an artist's lie his albums, below an album its discs.
            album_folder = str(Path(name, below[0])) if len(below) > 1 else ""
            found.append(SortedFile(path, genre, facts, album_folder))
    unique, copies = _without_copies(found)
    return GenreFolders(folder, genre_of, tuple(unique), (*left_out, *copies))


def check_trainable(folder: Path, counts: Mapping[str, int]) -> None:
    """Make sure that `counts`, genre -> tracks found below `folder`, can be learned from.

    Raises:
        CannotTrain: there is no music, one genre only, or too few of a genre.
    """
    if not counts:
        raise CannotTrain(
            f"{readable(str(folder))} holds no folders with music that can be heard; make a folder "
            "for each genre there, and put tracks into it."
        )
    if len(counts) == 1:
        raise CannotTrain(
            f"All tracks in {readable(str(folder))} are {next(iter(counts))}; to tell genres apart "
            "there must be at least two: add a folder with another."
        )
    if lonely := [genre for genre, count in counts.items() if count < FEWEST]:
        raise CannotTrain(
            f"There are too few tracks that can be heard of {', '.join(lonely)}: a genre needs "
            f"{FEWEST} at least. Add more, or move what is there out of {readable(str(folder))}."
        )


def _few(genre: str, count: int) -> str:
    tracks = "one track" if count == 1 else f"{count} tracks"
    return f"{genre} has only {tracks}; with {FEW} and more it is recognised more reliably."


def _merged(genre_of: Mapping[str, str]) -> list[str]:
    names = defaultdict(list)
    for name, genre in genre_of.items():
        names[genre].append(readable(name))
    return [
        f"The folders {' and '.join(spellings)} are taken for one genre, {genre}."
        for genre, spellings in names.items()
        if len(spellings) > 1
    ]


def _without_copies(
    files: Sequence[SortedFile],
) -> tuple[list[SortedFile], list[FileProblem]]:
    alike: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in files:
        alike[file.facts.fingerprint].append(file)
    kept: list[SortedFile] = []
    left_out: list[FileProblem] = []
    for file in files:
        copies = alike[file.facts.fingerprint]
        genres = dict.fromkeys(copy.genre for copy in copies)
        if len(genres) > 1:
            reason = f"the same recording lies in {' and '.join(genres)}; keep it in one of them"
            left_out.append(FileProblem(Path(file.path), reason))
        elif file is not copies[0]:
            name = readable(Path(copies[0].path).name)
            left_out.append(FileProblem(Path(file.path), f"it is a copy of {name}"))
        else:
            kept.append(file)
    return kept, left_out
