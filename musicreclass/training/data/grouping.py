"""Which tracks belong together, so that a split must keep them together.

By artist, else by album artist, album or the folder of the album; recordings that are there twice
bind whatever they stand with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from musicreclass.core import company
from musicreclass.core.naming.file_names import NOBODY, folded
from musicreclass.training.data.split import Indices

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a track comes from, as far as anybody says; an empty text says nothing."""

    artist: str = ""
    album_artist: str = ""
    album: str = ""
    folder: str = ""  # that of its album: one that holds a whole genre binds nothing
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Which tracks belong together, and by what that was known."""

    groups: Indices  # shape (n,), from 0 without gaps
    known_by: Mapping[str, int]  # "artist", "album", "folder" or "nothing" -> tracks
    copies: int  # tracks that are a recording which is there twice

    @property
    def count(self) -> int:
        return int(self.groups.max(initial=-1)) + 1


def groups_of(origins: Sequence[Origin], same_recordings: Iterable[Pair] = ()) -> Grouping:
    """Return which tracks belong together.

    Args:
        same_recordings: indices of tracks that are one recording, such as `near_duplicates` finds.
    """
    bonds = [bond_of(origin) for origin in origins]
    copies = [*_repeated([origin.fingerprint or None for origin in origins]), *same_recordings]
    return Grouping(
        groups=_connected([*_repeated(bonds), *copies], len(origins)),
        known_by=Counter("nothing" if bond is None else bond[0] for bond in bonds),
        copies=len({index for pair in copies for index in pair}),
    )


def bond_of(origin: Origin) -> tuple[str, str] | None:
    """Return what binds a track to others, a kind and a name; None where nothing does."""
    if artist := artist_of(origin):
        return "artist", artist
    named = (("album", folded(origin.album)), ("folder", origin.folder))
    return next(((kind, name) for kind, name in named if name and name not in NOBODY), None)


def artist_of(origin: Origin) -> str:
    """Return who made a track, without guests and however that is spelled; "" where nobody says."""
    return company.artist_of(origin.artist, origin.album_artist)


def _repeated(keys: Sequence[Hashable]) -> list[Pair]:
    """Return where a key was first and where it is again; None is no key."""
    first: dict[Hashable, int] = {}
    return [
        (first[key], index)
        for index, key in enumerate(keys)
        if key is not None and first.setdefault(key, index) != index
    ]


def _connected(pairs: Sequence[Pair], n_tracks: int) -> Indices:
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    links = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(n_tracks, n_tracks))
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.intp)
