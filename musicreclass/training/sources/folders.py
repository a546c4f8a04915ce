"""A folder of genre folders as a dataset: the first level names the genre, what is below is albums.

Decides which files count and says why others do not. Neither walks nor reads: that is done before.
The table of folders and genres that a person edits is made anew from the files after each change.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from musicreclass.core.company import artists_told
from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.grouping import artist_of
from musicreclass.training.sources.concerns import Concern, concerns_of, contradictions
from musicreclass.training.sources.genre_claims import ClaimedBy, ClaimSources
from musicreclass.training.sources.mapping import GenreMapping, suggested
from musicreclass.training.sources.sorted_files import ExactCopies, SortedFile, copies_among
from musicreclass.training.sources.trainable import Advice, check_trainable

RARE = 5  # tracks of a genre that tags or decisions name: below, it is left out
BY_FOLDERS = ClaimSources()


@dataclass(frozen=True, slots=True)
class GenreFolders:
    """What a folder of genre folders holds, or what else says of its files which genre they are."""

    folder: Path
    mapping: GenreMapping  # empty where no folders name the genres
    files: tuple[SortedFile, ...]  # by path
    left_out: tuple[FileProblem, ...]
    copies: tuple[ExactCopies, ...] = ()
    unwanted: tuple[SortedFile, ...] = ()  # in folders that a person left out
    unreadable: tuple[FileProblem, ...] = ()  # among what is left out
    claim_sources: ClaimSources = BY_FOLDERS
    contradicted: tuple[str, ...] = ()  # files for which different genres are claimed
    advice: Advice = Advice.FOLDERS  # what to tell a person whose files do not suffice

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
        return (
            *concerns_of(self.files, self.mapping, self.copies, self.unreadable),
            *contradictions(self.contradicted),
        )

    def check_trainable(self) -> None:
        """Make sure that it can be trained on.

        Raises:
            CannotTrain: there is no music, or one genre only.
        """
        copies = sum(len(same.left_out) for same in self.copies)
        check_trainable(self.folder, self.counts, self.advice, copies=copies)

    @property
    def warnings(self) -> tuple[Reason, ...]:
        """Return what is said of `concerns`."""
        return tuple(concern.reason for concern in self.concerns)


def sort_by_folder(
    folder: Path,
    files: Iterable[tuple[str, FileFacts]],
    taxonomy: Taxonomy,
    unreadable: Iterable[FileProblem] = (),
    mapping: GenreMapping | None = None,
    claim_sources: ClaimSources = BY_FOLDERS,
) -> GenreFolders:
    """Return the files under the genres that their folders below `folder` name.

    A folder that spells a known genre stands for it, any other for a genre of its own name, unless
    `mapping` says otherwise. Files outside of such folders are left out, and so are copies: but one
    of several in a genre, and all of those that lie in different genres, for nobody can say which
    of them is right.

    Args:
        claim_sources: who else is asked; where a person has decided, that counts.

    Raises:
        MappingProblem: `mapping` speaks of folders that hold no music.
    """
    unreadable = tuple(unreadable)
    root = folder if claim_sources.by_folders else None
    located = [_located(path, root, facts) for path, facts in sorted(files, key=lambda f: f[0])]
    told = artists_told(
        one.path for one in located if not one.facts.tags.artist + one.facts.tags.album_artist
    )
    shown = {one.name: readable(one.name) for one in located if one.is_in_a_folder}
    fitted = (mapping or GenreMapping()).fitted(shown.values(), taxonomy)
    found: list[SortedFile] = []
    problems = list(unreadable)
    contradicted: list[str] = []
    for one in located:
        by_folder = fitted.genres[shown[one.name]] if one.is_in_a_folder else ""
        claims = claim_sources.about(one.path, one.facts, by_folder or "", taxonomy)
        if not claims and by_folder is not None:
            problems.append(FileProblem(Path(one.path), one.silence(claim_sources)))
            continue
        if by_folder is not None and len({claim.genre for claim in claims}) > 1:
            contradicted.append(one.path)
        found.append(
            SortedFile(
                path=one.path,
                genre="" if by_folder is None else claims[0].genre,
                facts=one.facts,
                album_folder=one.album_folder,
                folder=shown.get(one.name, ""),
                is_decided=bool(claims) and claims[0].by is ClaimedBy.DECISION,
                told_artist=told.get(one.path, ""),
            )
        )
    found, rare = _without_rare(found, claim_sources, fitted)
    return replace(
        sorted_out(folder, found, (*problems, *rare), fitted, unreadable),
        claim_sources=claim_sources,
        contradicted=tuple(contradicted),
        advice=_advice_on(claim_sources),
    )


def _advice_on(claim_sources: ClaimSources) -> Advice:
    if claim_sources.by_folders:
        return Advice.FOLDERS
    return Advice.TAGS if claim_sources.by_tags else Advice.DECISIONS


@dataclass(frozen=True, slots=True)
class _Located:
    """Where a file lies below the folder of genre folders."""

    path: str
    facts: FileFacts
    name: str  # of the folder of the first level; "" where it lies in none
    album_folder: str

    @property
    def is_in_a_folder(self) -> bool:
        return bool(self.name) and not self.name.startswith(".")

    def silence(self, claim_sources: ClaimSources) -> Reason:
        """Return why nobody says of which genre it is."""
        if not claim_sources.by_folders:
            return because("training.no_genre_said")
        return because("training.in_hidden_folder" if self.name else "training.in_no_folder")


def _located(path: str, folder: Path | None, facts: FileFacts) -> _Located:
    if folder is None:  # what it is called says nothing: its album may be all that it holds
        return _Located(path, facts, "", os.path.dirname(path))  # noqa: PTH120, nor may these
    root = os.path.join(folder, "")  # noqa: PTH118, a Path per file costs seconds
    if not path.startswith(root):
        return _Located(path, facts, "", "")
    name, *below = path.removeprefix(root).split(os.sep)  # noqa: PTH206
    if not below:
        return _Located(path, facts, "", "")
    # The first folder only: below an artist's lie his albums, below an album its discs.
    return _Located(path, facts, name, f"{name}{os.sep}{below[0]}" if len(below) > 1 else "")


def _without_rare(
    files: Sequence[SortedFile], claim_sources: ClaimSources, mapping: GenreMapping
) -> tuple[list[SortedFile], list[FileProblem]]:
    """Leave out genres of a few tracks that no folder stands for: tags name hundreds of them."""
    made = set(mapping.genres.values()) if claim_sources.by_folders else set()
    counts = Counter(file.genre for file in files)
    kept, rare = [], []
    for file in files:
        if file.genre and file.genre not in made and counts[file.genre] < RARE:
            count = counts[file.genre]
            reason = because("training.rare_genre", count=count, genre=file.genre, enough=RARE)
            rare.append(FileProblem(Path(file.path), reason))
        else:
            kept.append(file)
    return kept, rare


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


@dataclass(frozen=True, slots=True)
class GenreRow:
    """A folder of the first level, what it stands for and what it holds."""

    folder: str  # "" for a genre that no folder stands for
    genre: str | None  # None: left out
    suggestion: str | None  # a known genre that its name speaks of, where that is another
    tracks: int  # copies are counted once
    artists: int
    albums: int
    minutes: float


def genre_rows(found: GenreFolders, taxonomy: Taxonomy) -> tuple[GenreRow, ...]:
    """Return a row for each folder of `found`, by name; for each genre where no folder counts."""
    if not found.mapping.genres:
        return tuple(
            _row("", genre, [file for file in found.files if file.genre == genre], taxonomy)
            for genre in found.genres
        )
    of_folder: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in (*found.files, *found.unwanted):
        of_folder[file.folder].append(file)
    return tuple(
        _row(folder, found.mapping.genres[folder], of_folder[folder], taxonomy)
        for folder in sorted(found.mapping.genres, key=str.casefold)
    )


def _row(
    folder: str, genre: str | None, files: Sequence[SortedFile], taxonomy: Taxonomy
) -> GenreRow:
    known = suggested(folder, taxonomy)
    artists = {artist_of(file.origin) for file in files}
    albums = {(file.facts.tags.album.casefold(), file.album_folder) for file in files}
    return GenreRow(
        folder=folder,
        genre=genre,
        suggestion=None if known is None or known.name == genre else known.name,
        tracks=len(files),
        artists=len(artists - {""}),
        albums=len(albums - {("", "")}),
        minutes=sum(file.facts.stream.seconds for file in files) / 60.0,
    )
