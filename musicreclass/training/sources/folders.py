"""A folder of genre folders as a source: the first level names the genre, what is below is albums.

Decides which files count and says why others do not. Neither walks nor reads: that is done before.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.training.sources.concerns import Concern, concerns_of
from musicreclass.training.sources.copies import Copies, copies_among
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_file import SortedFile

FEWEST = 2  # tracks of a genre: one to learn from, one to be tested on


class CannotTrain(MusicReclassError):
    """There is nothing to learn from, or nothing to tell apart."""


@dataclass(frozen=True, slots=True)
class GenreFolders:
    """What a folder of genre folders holds, or what else says of its files which genre they are."""

    folder: Path
    mapping: GenreMapping  # empty where no folders name the genres
    files: tuple[SortedFile, ...]  # by path
    left_out: tuple[FileProblem, ...]
    copies: tuple[Copies, ...] = ()
    unwanted: tuple[SortedFile, ...] = ()  # in folders that a person left out
    unreadable: tuple[FileProblem, ...] = ()  # among what is left out

    @property
    def genres(self) -> tuple[str, ...]:
        return tuple(self.counts)

    @property
    def counts(self) -> Mapping[str, int]:
        """Return genre -> how many tracks count, by name."""
        counts = Counter(file.genre for file in self.files)
        return {genre: counts[genre] for genre in sorted(counts, key=str.casefold)}

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """Return what makes the result worse or may surprise, and what to do about it."""
        return concerns_of(self.files, self.mapping, self.copies, self.unreadable)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return the sentences of `concerns`."""
        return tuple(concern.sentence for concern in self.concerns)


def sort_by_folder(
    folder: Path,
    files: Iterable[tuple[str, FileFacts]],
    taxonomy: Taxonomy,
    unreadable: Iterable[FileProblem] = (),
    mapping: GenreMapping | None = None,
) -> GenreFolders:
    """Return the files under the genres that their folders below `folder` name.

    A folder that spells a known genre stands for it, any other for a genre of its own name, unless
    `mapping` says otherwise. Files outside of such folders are left out, and so are copies: but one
    of several in a genre, and all of those that lie in different genres, for nobody can say which
    of them is right.

    Raises:
        MappingProblem: `mapping` speaks of folders that hold no music.
    """
    problems = list(unreadable)
    placed: list[tuple[str, str, str, FileFacts]] = []  # path, folder, album's folder, facts
    root = os.path.join(folder, "")  # noqa: PTH118, a Path per file costs seconds
    for path, facts in sorted(files, key=lambda item: item[0]):
        name, *below = path.removeprefix(root).split(os.sep)  # noqa: PTH206
        if not below:
            problems.append(FileProblem(Path(path), "it lies in no folder of a genre"))
        elif name.startswith("."):
            problems.append(FileProblem(Path(path), "it lies in a hidden folder"))
        else:
            # The first folder only: below an artist's lie his albums, below an album its discs.
            album_folder = f"{name}{os.sep}{below[0]}" if len(below) > 1 else ""
            placed.append((path, name, album_folder, facts))
    shown = {name: readable(name) for name in dict.fromkeys(name for _, name, _, _ in placed)}
    fitted = (mapping or GenreMapping()).fitted(shown.values(), taxonomy)
    found = [
        SortedFile(path, fitted.genres[shown[name]] or "", facts, album_folder, shown[name])
        for path, name, album_folder, facts in placed
    ]
    return sorted_out(folder, found, problems, fitted, unreadable)


def sorted_out(
    folder: Path,
    found: Sequence[SortedFile],
    problems: Iterable[FileProblem],
    mapping: GenreMapping | None = None,
    unreadable: Iterable[FileProblem] = (),
) -> GenreFolders:
    """Return what counts of the files found; those without a genre are not wanted.

    Args:
        found: by path.
        problems: files that do not count; the `unreadable` are among them.
    """
    wanted = [file for file in found if file.genre]
    copies = copies_among(wanted)
    left_out = [problem for same in copies for problem in same.left_out]
    copied = {str(problem.path) for problem in left_out}
    return GenreFolders(
        folder,
        mapping or GenreMapping(),
        tuple(file for file in wanted if file.path not in copied),
        (*problems, *sorted(left_out, key=lambda problem: problem.path)),
        copies,
        tuple(file for file in found if not file.genre),
        tuple(unreadable),
    )


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
