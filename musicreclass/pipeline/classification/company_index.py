"""Who keeps company with whom among many tracks, and which genres were given to them.

Made once for all tracks of a library, or for the files of one run; what tracks sound like is looked
up for those that are asked about, and for their company.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from musicreclass.core.company import Names, companies_of
from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.company_evidence import By, CompanyEvidence, Most
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.pooling import Companies, Given
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.naming.file_names import folded
from musicreclass.library.store import Library

Ids = npt.NDArray[np.int64]  # shape (n,)
Codes = npt.NDArray[np.intp]  # shape (n,), of companies or genres; -1: none


class Named(NamedTuple):
    """A track before it is analyzed: its names, and the genres that it was given, if any."""

    id: int
    names: Names
    tagged: str = ""  # as the file has it
    decided: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Labels:
    """Genres that tracks were given, and how many of each company were given each."""

    own: Codes  # shape (n,), indices in genres
    counts: npt.NDArray[np.float32]  # shape (n_companies + 1, n_genres); the last is no company

    @classmethod
    def of(cls, own: Codes, companies: Sequence[Codes], n_genres: int) -> _Labels:
        n_companies = max((int(codes.max(initial=-1)) for codes in companies), default=-1) + 1
        counts = np.zeros((n_companies + 1, n_genres), dtype=np.float32)
        for codes in companies:
            has = (codes >= 0) & (own >= 0)
            np.add.at(counts, (codes[has], own[has]), 1.0)
        return cls(own, counts)

    def of_others(self, rows: Codes, companies: Codes) -> npt.NDArray[np.float64]:
        """Return how many others of companies were given each genre, (n_rows, n_genres)."""
        found = self.counts[companies].astype(np.float64)
        mine = np.flatnonzero((companies >= 0) & (self.own[rows] >= 0))
        found[mine, self.own[rows[mine]]] -= 1.0
        return found


@dataclass(frozen=True, slots=True, eq=False)
class CompanyIndex:
    """The companies of tracks: first those of albums, then those of artists."""

    genres: tuple[str, ...]
    ids: Ids  # shape (n,), rising
    albums: Codes  # shape (n,)
    artists: Codes  # shape (n,)
    kept: Codes  # shape (n,): the company that counts
    tagged: _Labels
    decided: _Labels
    by_company: tuple[Codes, Codes]  # all companies in order, and which of the tracks is in it

    @classmethod
    def of_library(
        cls, library: Library, genres: Sequence[str], by: By, *, learns: bool
    ) -> CompanyIndex | None:
        """Return the companies of a library's tracks; None where each stands for itself.

        Args:
            genres: that may be suggested; others count for nothing.
            learns: whether a person's decisions count.
        """
        if by == "track":
            return None
        given = library.decisions.given() if learns else {}
        named = [Named(*row, given.get(row[0], "")) for row in library.names()]
        return cls.of(named, genres, by)

    @classmethod
    def of(cls, named: Sequence[Named], genres: Sequence[str], by: By) -> CompanyIndex:
        """Return the companies of tracks, in the order of their ids."""
        taxonomy = taxonomy_in_use()
        called = {folded(text) for genre in taxonomy.genres for text in genre.spellings}
        companies = companies_of([one.names for one in named], called)
        albums = _codes([one.album for one in companies], 0)
        artists = _codes([one.artist for one in companies], int(albums.max(initial=-1)) + 1)
        first, other = (artists, albums) if by == "artist" else (albums, artists)
        tracks = np.tile(np.arange(len(named)), 2)
        codes = np.concatenate([albums, artists])
        order = np.argsort(codes, kind="stable")
        index_of = {taxonomy.canonical(genre): index for index, genre in enumerate(genres)}
        tagged, decided = (
            _Labels.of(_given(texts, index_of, taxonomy), (albums, artists), len(genres))
            for texts in ([one.tagged for one in named], [one.decided for one in named])
        )
        return cls(
            tuple(genres),
            np.array([one.id for one in named], dtype=np.int64),
            albums,
            artists,
            np.where(first >= 0, first, other),
            tagged,
            decided,
            (codes[order], tracks[order]),
        )

    def chunks(self, size: int) -> Iterator[Ids]:
        """Yield the ids of all tracks, some `size` at a time, those of one company together."""
        alone = self.kept < 0
        yield from _parts(self.ids[alone], np.arange(int(alone.sum())), size)
        order = np.argsort(self.kept[~alone], kind="stable")
        yield from _parts(self.ids[~alone][order], self.kept[~alone][order], size)

    def with_company(self, ids: Ids) -> Ids:
        """Return tracks, and all whom their suggestions depend on."""
        rows, is_known = self._rows(ids)
        kept = self.kept[rows[is_known]]
        return np.union1d(ids, self.ids[self._members(np.unique(kept[kept >= 0]))])

    def touched_by(self, ids: Ids) -> Ids:
        """Return tracks, and all whose suggestions depend on them."""
        rows, is_known = self._rows(ids)
        codes = np.unique([self.albums[rows[is_known]], self.artists[rows[is_known]]])
        members = self._members(codes[codes >= 0])
        return np.union1d(ids, self.ids[members[np.isin(self.kept[members], codes)]])

    def companies_at(self, ids: Ids, lends: npt.NDArray[np.bool_]) -> Companies:
        """Return the companies among tracks that include all of those.

        What a person has decided on says what it was called, see `given_at`, not how it sounds.

        Args:
            lends: which of them have something to say, shape (n,).
        """
        rows, is_known = self._rows(ids)
        lending = np.flatnonzero(is_known & lends & (self.decided.own[rows] < 0))
        kept = np.where(is_known, self.kept[rows], -1)
        wanted = np.unique(kept[kept >= 0])
        tracks = np.tile(lending, 2)
        codes = np.concatenate([self.albums[rows[lending]], self.artists[rows[lending]]])
        counts = np.isin(codes, wanted)
        return Companies(
            tracks[counts],
            np.searchsorted(wanted, codes[counts]),
            np.where(kept >= 0, np.searchsorted(wanted, kept), -1),
        )

    def given_at(self, ids: Ids) -> Given:
        """Return the genres given to the others of each track's artist, or of its album."""
        rows, is_known = self._rows(ids)
        decided, tagged = (self._counts(own, rows)[0] for own in (self.decided, self.tagged))
        decided[~is_known] = tagged[~is_known] = 0.0
        return Given(decided, tagged)

    def evidence(self, track_id: int, ids: Ids, log_probs: LogProbs) -> CompanyEvidence | None:
        """Return what the company of one track says; None where there is none, or it is silent.

        Args:
            ids: of the company, shape (n,).
            log_probs: of each by itself, shape (n, n_genres).
        """
        (row,), (is_known,) = self._rows(np.array([track_id]))
        if not is_known:
            return None
        own, sounds = self.kept[row], None
        rows, among_known = self._rows(ids)
        is_member = among_known & ((self.albums[rows] == own) | (self.artists[rows] == own))
        count = int(is_member.sum())
        if own >= 0 and count > 1:
            sounding = np.bincount(log_probs[is_member].argmax(axis=1), minlength=len(self.genres))
            sounds = self._most(sounding, self._by(own == self.albums[row]))
        decided, tagged = (self._given_to_others(own, row) for own in (self.decided, self.tagged))
        if sounds is decided is tagged is None:
            return None
        return CompanyEvidence(max(count, 1), sounds, decided, tagged)

    def _given_to_others(self, labels: _Labels, row: int) -> Most | None:
        counts, is_by_album = self._counts(labels, np.array([row]))
        return self._most(counts[0], self._by(bool(is_by_album[0])))

    def _most(self, counts: npt.NDArray[np.number], by: By) -> Most | None:
        best = int(counts.argmax())
        return Most(by, self.genres[best], int(counts[best])) if counts[best] > 0 else None

    @staticmethod
    def _by(is_by_album: bool) -> By:
        return "album" if is_by_album else "artist"

    def _counts(
        self, labels: _Labels, rows: Codes
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
        """Return how many others were given each genre (n, n_genres), and whether of the album."""
        of_album, of_artist = (
            labels.of_others(rows, codes[rows]) for codes in (self.albums, self.artists)
        )
        is_by_album = of_album.sum(axis=1) > of_artist.sum(axis=1)
        return np.where(is_by_album[:, None], of_album, of_artist), is_by_album

    def _rows(self, ids: Ids) -> tuple[Codes, npt.NDArray[np.bool_]]:
        """Return where tracks are in this index, and which of them are: others came later."""
        if not len(self.ids):
            return np.zeros(len(ids), dtype=np.intp), np.zeros(len(ids), dtype=np.bool_)
        rows = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return rows, self.ids[rows] == ids

    def _members(self, companies: Codes) -> Codes:
        codes, tracks = self.by_company
        starts, ends = (np.searchsorted(codes, companies, side) for side in ("left", "right"))
        parts = [tracks[start:end] for start, end in zip(starts, ends, strict=True)]
        return np.unique(np.concatenate([np.empty(0, dtype=np.intp), *parts]))


def _codes(keys: Sequence[tuple[str, ...] | None], first: int) -> Codes:
    """Return numbers from `first` for keys that several have, -1 for others."""
    counts: dict[tuple[str, ...], int] = {}
    for key in keys:
        if key is not None:
            counts[key] = counts.get(key, 0) + 1
    shared = (key for key, count in counts.items() if count > 1)
    code_of = {key: first + code for code, key in enumerate(shared)}
    return np.array([-1 if key is None else code_of.get(key, -1) for key in keys], dtype=np.intp)


def _given(texts: Sequence[str], index_of: Mapping[str, int], taxonomy: Taxonomy) -> Codes:
    """Return the first genre that each text names and that may be suggested."""
    known = {"": -1}
    for text in set(texts):
        found = (taxonomy.index_in(one, index_of) for one in text.split(GENRE_SEPARATOR) if one)
        known[text] = next((index for index in found if index is not None), -1)
    return np.array([known[text] for text in texts], dtype=np.intp)


def _parts(ids: Ids, companies: Codes, size: int) -> Iterator[Ids]:
    """Yield ids in pieces that are cut where a company ends."""
    start = 0
    while start < len(ids):
        end = min(start + size, len(ids))
        end = int(np.searchsorted(companies, companies[end - 1], side="right"))
        yield ids[start:end]
        start = end
