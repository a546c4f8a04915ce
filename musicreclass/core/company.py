"""The company a track keeps: the others of its album, and those by its artist, as names tell.

Tags come first; where there are none, a folder of numbered files, and names such as
"03. Artist - Title". A folder of files that nothing holds together is no album, nor is one that is
called after a genre or a shelf ("Downloads"), nor one that many artists are on: its tracks keep the
company of their artists alone.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from musicreclass.core.naming.file_names import NOBODY, folded, is_shelf, read_names

Key = tuple[str, ...]

LEAST_SHARE = 0.6  # of an album's tracks are by one artist
LEAST_NUMBERED = 0.8  # of the files of a folder that is an album
MOST_NAMELESS = 40  # tracks of an album none of whose artists is known

_GUESTS = re.compile(r"(?:\s[(\[]?(?:feat|ft|featuring)[.\s]|;).*")
_DISC = re.compile(r"(?:cd|dis[ck]|disco|碟|光碟|光盘)[\s._-]*\d{1,2}$")
_NUMBER = re.compile(r"(?:\d{1,2}-)?(\d{1,3})[\s._)\]、．-]+(?=\S)")
_MIXED = re.compile(
    r"\b(?:various|va|hits|mix|mixtape|playlist|top \d+|best of \d+)\b|群星|合[輯辑]|歌[單单]|排行"
)


class Names(NamedTuple):
    """What a file and its tags say of where it belongs; an empty text says nothing."""

    path: str
    root: str = ""  # the folder that a person gave: those above it say nothing
    artist: str = ""
    album_artist: str = ""
    album: str = ""
    track_number: str = ""


class Company(NamedTuple):
    """What a track shares with those who keep company with it; None where that is nothing."""

    album: Key | None
    artist: Key | None


class _Seen(NamedTuple):
    artist: str
    folder: str
    number: int | None
    album: Key | None  # as far as this track alone tells


def companies_of(names: Sequence[Names], genres: Collection[str] = ()) -> list[Company]:
    """Return the company of each of all the tracks that may keep it.

    Args:
        genres: folded names of genres: a folder called so is no album and no artist's.
    """
    told = artists_told(one.path for one in names if not artist_of(one.artist, one.album_artist))
    seen = [_seen(one, told) for one in names]
    albums = _albums(seen, genres)
    return [
        Company(one.album if one.album in albums else None, _artist(name, one, albums, genres))
        for name, one in zip(names, seen, strict=True)
    ]


def artist_of(artist: str, album_artist: str) -> str:
    """Return who made a track, without guests and however that is spelled; "" where nobody says."""
    name = without_guests(artist)
    if not name or name in NOBODY:
        name = folded(album_artist)
    return "" if name in NOBODY else name


@lru_cache(maxsize=4096)
def without_guests(artist: str) -> str:
    return _GUESTS.sub("", folded(artist))


def artists_told(paths: Iterable[str]) -> dict[str, str]:
    """Return who made files, by path, as the names of the files tell that nobody is named in."""
    by_folder: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_folder[path[: -len(_file_of(path))]].append(path)
    return {
        path: name.artist
        for together in by_folder.values()
        for path, name in zip(together, read_names([_file_of(p) for p in together]), strict=True)
        if name.artist
    }


def _file_of(path: str) -> str:
    return _with_slashes(path).rpartition("/")[2]


def _with_slashes(path: str) -> str:
    return path if os.sep == "/" else path.replace(os.sep, "/")


def _seen(names: Names, told: Mapping[str, str]) -> _Seen:
    path = _with_slashes(names.path)
    folder, _, file = path.rpartition("/")
    folder = album_folder_of(folder)
    artist, number = artist_of(names.artist, names.album_artist), None
    album, by = folded(names.album), folded(names.album_artist)
    is_named = bool(album) and album not in NOBODY
    if not (is_named and artist):
        number = _number_of(file)
        artist = artist or without_guests(told.get(names.path, ""))
    if is_named:
        return _Seen(artist, folder, None, None if by in NOBODY else ("album", album, by or folder))
    if digits := re.match(r"\d{1,3}", names.track_number.strip()):
        number = int(digits[0])
    return _Seen(artist, folder, number, None if number is None else ("folder", folder))


def _number_of(file: str) -> int | None:
    """Return the number that a file's name begins with."""
    numbered = _NUMBER.match(file.rpartition(".")[0].replace("_", " "))
    return int(numbered[1]) if numbered else None


@lru_cache(maxsize=1 << 16)  # with fewer than there are folders, none would be found again
def album_folder_of(folder: str) -> str:
    """Return the folder of an album, of which a folder may be one disc."""
    above, _, name = folder.rpartition("/")
    return above if above and _DISC.match(folded(name)) else folder


def _albums(seen: Sequence[_Seen], genres: Collection[str]) -> frozenset[Key]:
    """Return those of the albums that names tell of whose tracks belong together."""
    tracks: defaultdict[Key, list[_Seen]] = defaultdict(list)
    folders: Counter[str] = Counter()
    for one in seen:
        folders[one.folder] += 1
        if one.album is not None:
            tracks[one.album].append(one)
    return frozenset(
        key
        for key, own in tracks.items()
        if len(own) > 1
        and _is_by_one(own)
        and (key[0] == "album" or _is_numbered(own, folders[own[0].folder], genres))
    )


def _is_by_one(tracks: Sequence[_Seen]) -> bool:
    artists = Counter(one.artist for one in tracks if one.artist)
    if not artists:
        return len(tracks) <= MOST_NAMELESS
    return max(artists.values()) >= LEAST_SHARE * artists.total()


def _is_numbered(tracks: Sequence[_Seen], in_folder: int, genres: Collection[str]) -> bool:
    """Say whether files without an album's name are numbered as those of an album are."""
    name = folded(tracks[0].folder.rpartition("/")[2])
    numbers = {one.number for one in tracks if one.number is not None}
    is_whole = len(tracks) >= LEAST_NUMBERED * in_folder
    are_close = max(numbers) - min(numbers) < 2 * len(tracks)
    is_mixed = _MIXED.search(name) is not None or is_shelf(name, genres)
    return is_whole and are_close and len(numbers) >= LEAST_NUMBERED * len(tracks) and not is_mixed


def _artist(
    names: Names, seen: _Seen, albums: frozenset[Key], genres: Collection[str]
) -> Key | None:
    artist = seen.artist
    if not artist and seen.album in albums and seen.album is not None:
        artist = _artist_of_folder(seen, names.root, genres)
    return ("artist", artist) if artist else None


def _artist_of_folder(seen: _Seen, root: str, genres: Collection[str]) -> str:
    """Return whom the folder around that of an album is called after: Artist/Album/01 Title."""
    above = seen.folder.rpartition("/")[0]
    if not root or not above.startswith(root.replace(os.sep, "/").rstrip("/") + "/"):
        return ""
    name = folded(above.rpartition("/")[2])
    return "" if name in NOBODY or is_shelf(name, genres) else name
