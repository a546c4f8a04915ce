"""What makes a classifier of sorted files worse than it could be, and what to do about it.

Told before anything is heard. What the sound itself tells comes later, in `pipeline.labelling`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.training.data.grouping import bond_of
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_files import Copies, NearCopies, SortedFile, named

FEW = 10
MOST_OF_A_GENRE = 0.5  # by one artist: beyond, the artist may be learned instead
TIMES_AS_MANY = 5  # tracks of one genre as of another
MANY_GENRES = 50


class Kind(Enum):
    """What a concern is about."""

    FEW_TRACKS = "few tracks"
    ONE_ORIGIN = "one origin"
    ONE_DOMINATES = "one dominates"
    IMBALANCE = "imbalance"
    MANY_GENRES = "many genres"
    MERGED = "merged"
    UNREADABLE = "unreadable"
    COPIES = "copies"
    COPIES_ACROSS = "copies across genres"
    CONTRADICTIONS = "contradictions"


@dataclass(frozen=True, slots=True)
class Concern:
    """A sentence for people, and what it is about."""

    kind: Kind
    sentence: str
    genre: str = ""  # "" where it is about several, or about all
    files: tuple[tuple[str, ...], ...] = ()  # paths; those that are one recording stand together


def concerns_of(
    files: Sequence[SortedFile],
    mapping: GenreMapping,
    copies: Sequence[Copies] = (),
    unreadable: Sequence[FileProblem] = (),
) -> tuple[Concern, ...]:
    """Return what is to be said of files sorted by genre, the gravest first of each kind."""
    of_genre: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in files:
        of_genre[file.genre].append(file)
    genres = sorted(of_genre, key=str.casefold)
    counts = {genre: len(of_genre[genre]) for genre in genres}
    return (
        *(_few(genre, count) for genre, count in counts.items() if count < FEW),
        *(concern for genre in genres for concern in _origins(genre, of_genre[genre])),
        *_imbalance(counts),
        *_many(counts),
        *_merged(mapping),
        *_unreadable(unreadable),
        *_copies([same for same in copies if not same.is_across_genres]),
        *_copies_across([same for same in copies if same.is_across_genres]),
    )


def _few(genre: str, count: int) -> Concern:
    tracks = "one track" if count == 1 else f"{count} tracks"
    return Concern(
        Kind.FEW_TRACKS,
        f"{genre} has only {tracks}; with {FEW} and more it is recognised more reliably.",
        genre,
    )


def _origins(genre: str, files: Sequence[SortedFile]) -> Iterator[Concern]:
    """Yield what is wrong where one artist or album stands for a genre."""
    bonds = Counter(bond_of(file.origin) for file in files)
    bound = {bond: count for bond, count in bonds.items() if bond is not None}
    if len(files) < 2 or not bound:
        return
    (kind, name), count = max(bound.items(), key=lambda item: item[1])
    origin = "album" if kind == "folder" else kind
    shown = _shown(files, (kind, name))
    if count == len(files):
        yield Concern(
            Kind.ONE_ORIGIN,
            f"All {count:,} tracks of {genre} are of one {origin}, {shown}: nobody can say how "
            f"well other {genre} is recognised. Add some of two others at least.",
            genre,
        )
    elif len(files) >= FEW and count > MOST_OF_A_GENRE * len(files):
        yield Concern(
            Kind.ONE_DOMINATES,
            f"{count:,} of the {len(files):,} tracks of {genre} are of one {origin}, {shown}, "
            "which may be what is learned. Add some of others, or take some of these out.",
            genre,
        )


def _shown(files: Sequence[SortedFile], bond: tuple[str, str]) -> str:
    """Return the artist or album of a bond as a file spells it."""
    file = next(file for file in files if bond_of(file.origin) == bond)
    kind, name = bond
    tags = file.facts.tags
    if kind == "folder":
        return readable(name)
    return readable(tags.album if kind == "album" else tags.artist or tags.album_artist)


def _imbalance(counts: dict[str, int]) -> Iterator[Concern]:
    if len(counts) < 2:
        return
    most, least = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    times = counts[most] / counts[least]
    if times >= TIMES_AS_MANY:
        yield Concern(
            Kind.IMBALANCE,
            f"{most} has {times:.0f} times as many tracks ({counts[most]:,}) as {least} "
            f"({counts[least]:,}): what is rare will be suggested too seldom. Add to the small "
            "genres, or merge them with what is near to them.",
        )


def _many(counts: dict[str, int]) -> Iterator[Concern]:
    if len(counts) > MANY_GENRES:
        middle = sorted(counts.values())[len(counts) // 2]
        yield Concern(
            Kind.MANY_GENRES,
            f"{len(counts):,} genres with {middle:,} tracks in the middle are hard to tell apart. "
            "Merge those that you would not tell apart yourself.",
        )


def _merged(mapping: GenreMapping) -> Iterator[Concern]:
    folders = defaultdict(list)
    for folder, genre in mapping.genres.items():
        if genre is not None:
            folders[genre].append(folder)
    for genre, names in folders.items():
        if len(names) > 1:
            sentence = f"The folders {' and '.join(names)} are taken for one genre, {genre}."
            yield Concern(Kind.MERGED, sentence, genre)


def _unreadable(problems: Sequence[FileProblem]) -> Iterator[Concern]:
    if problems:
        files = tuple((str(problem.path),) for problem in problems)
        those = "One file cannot" if len(files) == 1 else f"{len(files):,} files cannot"
        sentence = f"{those} be read: {named(files)}. Repair or remove what is damaged."
        yield Concern(Kind.UNREADABLE, sentence, files=files)


def _copies(copies: Sequence[Copies]) -> Iterator[Concern]:
    if copies:
        files = tuple(tuple(file.path for file in same.files) for same in copies)
        those = "One recording is" if len(files) == 1 else f"{len(files):,} recordings are"
        sentence = f"{those} there more than once and counted once: {named(files)}."
        yield Concern(Kind.COPIES, sentence, files=files)


def _copies_across(copies: Sequence[Copies]) -> Iterator[Concern]:
    if copies:
        files = tuple(tuple(file.path for file in same.files) for same in copies)
        those = "One recording lies" if len(files) == 1 else f"{len(files):,} recordings lie"
        sentence = (
            f"{those} in several genres and count in none of them: {named(files)}. Keep each in "
            "the one where it belongs."
        )
        yield Concern(Kind.COPIES_ACROSS, sentence, files=files)


def contradictions(paths: Sequence[str]) -> Iterator[Concern]:
    """Yield what is to be said of files of which not all who speak say the same."""
    if paths:
        files = tuple((path,) for path in paths)
        those = "Of one file" if len(files) == 1 else f"Of {len(files):,} files"
        sentence = (
            f"{those} what you decided, their tags and their folders say different genres: "
            f"{named(files)}. Your decision counts first, then the tags."
        )
        yield Concern(Kind.CONTRADICTIONS, sentence, files=files)


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
