"""Concerns about a dataset of sorted files: what makes a classifier of it worse, and what to do.

Known before anything is analyzed. What the sound itself tells comes in `pipeline.datasets`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.grouping import bond_of
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_files import (
    ExactCopies,
    NearCopies,
    SortedFile,
    all_of,
    named,
)

FEW = 10
MOST_OF_A_GENRE = 0.5  # by one artist: beyond, the artist may be learned instead
TIMES_AS_MANY = 5  # tracks of one genre as of another
MANY_GENRES = 50


MOVED_AWAY = "pipeline.moved_away"  # why a file that the library knows is not read


class ConcernKind(Enum):
    """What a concern is about."""

    FEW_TRACKS = "few tracks"
    ONE_ORIGIN = "one origin"
    ONE_DOMINATES = "one dominates"
    IMBALANCE = "imbalance"
    MANY_GENRES = "many genres"
    MERGED = "merged"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    COPIES = "copies"
    COPIES_ACROSS = "copies across genres"
    CONTRADICTIONS = "contradictions"


@dataclass(frozen=True, slots=True)
class Concern:
    """What is to be said, and what it is about."""

    kind: ConcernKind
    reason: Reason
    genre: str = ""  # "" where it is about several, or about all
    files: tuple[tuple[str, ...], ...] = ()  # paths; those that are one recording stand together


def concerns_of(
    files: Sequence[SortedFile],
    mapping: GenreMapping,
    copies: Sequence[ExactCopies] = (),
    unreadable: Sequence[FileProblem] = (),
) -> tuple[Concern, ...]:
    """Return what is to be said of files sorted by genre, the gravest first of each kind."""
    of_genre: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in files:
        of_genre[file.genre].append(file)
    genres = sorted(of_genre, key=str.casefold)
    counts = {genre: len(of_genre[genre]) for genre in genres}
    within = [_paths(same) for same in copies if not same.is_across_genres]
    across = [_paths(same) for same in copies if same.is_across_genres]
    return (
        *(_few(genre, count) for genre, count in counts.items() if count < FEW),
        *(concern for genre in genres for concern in _origins(genre, of_genre[genre])),
        *_imbalance(counts),
        *_many(counts),
        *_merged(mapping),
        *_of_files(
            ConcernKind.UNREADABLE,
            "training.unreadable",
            ((str(one.path),) for one in unreadable if one.reason.code != MOVED_AWAY),
        ),
        *_of_files(
            ConcernKind.MISSING,
            "training.missing",
            ((str(one.path),) for one in unreadable if one.reason.code == MOVED_AWAY),
        ),
        *_of_files(ConcernKind.COPIES, "training.copies", within),
        *_of_files(ConcernKind.COPIES_ACROSS, "training.copies_across", across),
    )


def _few(genre: str, count: int) -> Concern:
    reason = because("training.few_tracks", genre=genre, count=count, enough=FEW)
    return Concern(ConcernKind.FEW_TRACKS, reason, genre)


def _origins(genre: str, files: Sequence[SortedFile]) -> Iterator[Concern]:
    """Yield what is wrong where one artist or album stands for a genre."""
    bonds = Counter(bond_of(file.origin) for file in files)
    bound = {bond: count for bond, count in bonds.items() if bond is not None}
    if len(files) < 2 or not bound:
        return
    (kind, name), count = max(bound.items(), key=lambda item: item[1])
    origin = because(f"training.origin_{'album' if kind == 'folder' else kind}")
    shown = _shown(files, (kind, name))
    if count == len(files):
        reason = because(
            "training.one_origin", tracks=count, genre=genre, origin=origin, name=shown
        )
        yield Concern(ConcernKind.ONE_ORIGIN, reason, genre)
    elif len(files) >= FEW and count > MOST_OF_A_GENRE * len(files):
        reason = because(
            "training.one_dominates",
            tracks=count,
            all=len(files),
            genre=genre,
            origin=origin,
            name=shown,
        )
        yield Concern(ConcernKind.ONE_DOMINATES, reason, genre)


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
        reason = because(
            "training.imbalance",
            most=most,
            times=times,
            tracks=counts[most],
            least=least,
            fewest=counts[least],
        )
        yield Concern(ConcernKind.IMBALANCE, reason)


def _many(counts: dict[str, int]) -> Iterator[Concern]:
    if len(counts) > MANY_GENRES:
        median = sorted(counts.values())[len(counts) // 2]
        reason = because("training.many_genres", genres=len(counts), median=median)
        yield Concern(ConcernKind.MANY_GENRES, reason)


def _merged(mapping: GenreMapping) -> Iterator[Concern]:
    folders = defaultdict(list)
    for folder, genre in mapping.genres.items():
        if genre is not None:
            folders[genre].append(folder)
    for genre, names in folders.items():
        if len(names) > 1:
            reason = because("training.merged", folders=all_of(names), genre=genre)
            yield Concern(ConcernKind.MERGED, reason, genre)


def _paths(same: ExactCopies) -> tuple[str, ...]:
    return tuple(file.path for file in same.files)


def contradictions(paths: Sequence[str]) -> Iterator[Concern]:
    """Yield what is to be said of files for which different genres are claimed."""
    yield from _of_files(
        ConcernKind.CONTRADICTIONS, "training.contradictions", ((path,) for path in paths)
    )


def _of_files(kind: ConcernKind, code: str, files: Iterable[tuple[str, ...]]) -> Iterator[Concern]:
    if listed := tuple(files):
        yield Concern(kind, because(code, count=len(listed), files=named(listed)), files=listed)


def near_copy_warnings(found: Sequence[NearCopies]) -> Iterator[Reason]:
    """Yield what is to be said of recordings that are there twice, with the first few of them."""
    across = [(pair.path, pair.other_path) for pair in found if pair.is_across_genres]
    within = [(pair.path, pair.other_path) for pair in found if not pair.is_across_genres]
    if across:
        yield because("training.near_copies_across", count=len(across), files=named(across))
    if within:
        yield because("training.near_copies", count=len(within), files=named(within))
