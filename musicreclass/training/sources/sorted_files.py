"""Files with a known genre, and those among them that are one recording.

Copies are the same to the byte, but for tags; near copies differ as files and sound alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Value, because
from musicreclass.training.data.grouping import Origin, Pair

NAMED = 3  # files that a sentence names; the concern has all


@dataclass(frozen=True, slots=True)
class SortedFile:
    """A file under the genre that it is said to be of."""

    path: str
    genre: str
    facts: FileFacts
    album_folder: str  # "" where it lies right in the folder of its genre
    folder: str = ""  # readable name of its folder of the first level; "" where there is none
    is_decided: bool = False  # a person has said so of this very track
    told_artist: str = ""  # by the file's name, where the tags name nobody

    @property
    def origin(self) -> Origin:
        tags = self.facts.tags
        return Origin(
            artist=tags.artist or self.told_artist,
            album_artist=tags.album_artist,
            album=tags.album,
            folder=self.album_folder,
            fingerprint=self.facts.fingerprint,
        )


@dataclass(frozen=True, slots=True)
class ExactCopies:
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
        believed = [file for file in self.files if file.is_decided] or self.files
        return believed[0] if len({file.genre for file in believed}) == 1 else None

    @property
    def left_out(self) -> list[FileProblem]:
        """Return the files that do not count."""
        if (counting := self.counting) is None:
            reason = because("training.copy_in_genres", genres=all_of(self.genres))
        else:
            reason = because("training.copy_of", name=readable(Path(counting.path).name))
        return [FileProblem(Path(f.path), reason) for f in self.files if f is not counting]


def copies_among(files: Sequence[SortedFile]) -> tuple[ExactCopies, ...]:
    """Return the recordings that several of `files` are, in the order of their first files."""
    alike: defaultdict[str, list[SortedFile]] = defaultdict(list)
    for file in files:
        alike[file.facts.fingerprint].append(file)
    return tuple(ExactCopies(tuple(same)) for same in alike.values() if len(same) > 1)


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
    """Return the `pairs`, indices in `files`, by name; those across genres first."""
    found = [
        NearCopies(files[one].path, files[other].path, files[one].genre, files[other].genre)
        for one, other in pairs
    ]
    return tuple(sorted(found, key=lambda pair: not pair.is_across_genres))


def contradicting(files: Sequence[SortedFile], pairs: Iterable[Pair]) -> dict[int, FileProblem]:
    """Return the indices of files that are said to be of one genre here and of another there.

    Nobody can say which of them is right, unless a person has decided about one of the two.
    """
    problems: dict[int, FileProblem] = {}
    for pair in pairs:
        one, other = (files[index] for index in pair)
        if one.genre == other.genre:
            continue
        doubtful = [index for index in pair if not files[index].is_decided] or pair
        for index in doubtful:
            twin = other if files[index] is one else one
            name = readable(Path(twin.path).name)
            reason = because("training.sounds_like", name=name, genre=twin.genre)
            problems.setdefault(index, FileProblem(Path(files[index].path), reason))
    return problems


def all_of(names: Sequence[str]) -> Value:
    """Return names for a sentence: "Jazz and Pop"."""
    said: Value = names[0]
    for name in names[1:]:
        said = because("training.both", first=said, second=name)
    return said


def named(files: Iterable[tuple[str, ...]]) -> Value:
    """Return the first few files for a sentence, those that are one recording as an equation."""
    every = [" = ".join(_last_two(path) for path in together) for together in files]
    text = "; ".join(every[:NAMED])
    more = len(every) - NAMED
    return because("training.files_and_more", files=text, more=more) if more > 0 else text


def _last_two(path: str) -> str:
    """Return a file with its folder: copies tend to be called alike."""
    return readable(str(Path(*Path(path).parts[-2:])))
