"""The genres that the program knows: their names, spellings, families and colours.

A person's own genres need not be in it: whatever is asked about an unknown text has an answer too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from musicreclass import paths
from musicreclass.core.colour import colour_of_word
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.printable import as_name, is_printable
from musicreclass.sentences.reason import because

MUSIC = ("music", "音樂", "音乐", "音楽")  # "Folk Music" is Folk
MOST_PIECES = 4  # of a genre that holds separators itself, such as "Old-Time / Historic"
COLOUR = re.compile("#[0-9a-f]{6}")

# How a text completes to a genre, best first.
EXACT, FROM_THE_START, BY_ANOTHER_NAME, FROM_A_WORD = range(4)
Rank = tuple[int, int, int]  # the way, the depth in the family, the index in the list


class TaxonomyProblem(MusicReclassError):
    """The list of genres contradicts itself or lacks something."""


@dataclass(frozen=True, slots=True)
class Genre:
    id: str
    names: Mapping[str, str]  # language -> name; all of `LANGUAGES`
    aliases: tuple[str, ...]
    parent: str | None
    colour: str  # "#rrggbb", to be read on both a dark and a light panel

    @property
    def name(self) -> str:
        """Return the name that is written into files."""
        return self.names["en"]

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.id, *self.names.values(), *self.aliases)


@dataclass(frozen=True, slots=True)
class _Completion:
    """One of the ways to begin typing a genre."""

    key: str
    name: str
    rank: Rank


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """All known genres. Genres go by their id here, and by any spelling where it says text."""

    genres: tuple[Genre, ...]
    hidden: frozenset[str]  # ids of genres that are never suggested
    _by_id: Mapping[str, Genre]
    _by_key: Mapping[str, Genre]
    _spellings: frozenset[str]
    _completions: list[_Completion]  # none until somebody types, for there are thousands

    @classmethod
    def shipped(cls) -> Taxonomy:
        """Return the genres that come with the program, with their names and aliases.

        Whoever asks for a person's sake asks `genre_file.taxonomy_in_use`, which knows what that
        person made of them.
        """
        return cls.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))

    @classmethod
    def from_json(cls, text: str) -> Taxonomy:
        """Return the taxonomy that `text`, the content of `genres.json`, describes.

        Raises:
            TaxonomyProblem: it is incomplete, or two genres claim one spelling.
        """
        try:
            content = json.loads(text)
            genres = tuple(_genre(entry) for entry in content["genres"])
            vocabularies = {
                name: dict(entry["genres"]) for name, entry in content["vocabularies"].items()
            }
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise TaxonomyProblem(because("core.genres_damaged", said=repr(error))) from error
        _check_vocabularies(vocabularies, {genre.id for genre in genres})
        return cls.of(genres)

    @classmethod
    def of(cls, genres: tuple[Genre, ...], hidden: frozenset[str] = frozenset()) -> Taxonomy:
        """Return the taxonomy of genres, parents before their children.

        Raises:
            TaxonomyProblem: one stands before its parent, or two claim one spelling.
        """
        by_id = {genre.id: genre for genre in genres}
        _check_families(genres, by_id)
        return cls(
            genres,
            hidden,
            by_id,
            _by_key(genres),
            frozenset(spelling_of(text) for genre in genres for text in genre.spellings),
            [],
        )

    def find(self, text: str) -> Genre | None:
        """Return the genre that `text` spells in any language, None where it is not known."""
        key = key_of(text)
        found = self._by_key.get(key)
        for word in MUSIC:
            if found is None and key.endswith(word):
                found = self._by_key.get(key.removesuffix(word))
        return found

    def canonical(self, text: str) -> str:
        """Return the name to write for `text`: a person's own genre is its own."""
        genre = self.find(text)
        if genre is not None:
            return genre.name
        return text.strip() if is_printable(text) else as_name(text)

    def name(self, text: str, language: str) -> str:
        """Return what to show for the genre `text`, an id or a spelling, in `language`."""
        genre = self._by_id.get(text) or self.find(text)
        return text.strip() if genre is None else genre.names.get(language, genre.name)

    def as_typed(self, text: str) -> str:
        """Return the genre that a person typed, in that person's language and spelling.

        All in small letters means no spelling of one's own: it gets the capitals and signs of the
        name that it spells.
        """
        genre, typed = self.find(text), " ".join(text.split())
        if genre is None or not (typed.isascii() and typed == typed.lower()):
            return typed
        key = key_of(typed)
        names = (*genre.names.values(), *genre.aliases)
        return next((name for name in names if key_of(name) == key), typed)

    def continued(self, typed: str, name: str) -> str:
        """Return the genre `name` in the language in which a person began to type it."""
        genre, key = self.find(name), key_of(typed)
        if genre is None or not key or typed.isascii():
            return name
        spelled = (*genre.names.values(), *genre.aliases)
        return next((text for text in spelled if key_of(text).startswith(key)), name)

    def colour(self, text: str) -> str:
        """Return the colour of the genre `text`, known or not; "#rrggbb"."""
        genre = self.find(text)
        return colour_of_word(_identity(text)) if genre is None else genre.colour

    def identity(self, text: str) -> str:
        """Return what all spellings of the genre `text` have in common, known or not."""
        genre = self.find(text)
        return _identity(text) if genre is None else genre.id

    def with_id(self, genre_id: str) -> Genre | None:
        """Return the genre of an id, None where there is none."""
        return self._by_id.get(genre_id)

    def suggestible(self, text: str) -> str | None:
        """Return the name under which the genre `text` is suggested.

        That of the nearest one above it where it is hidden, and None where all those are, too.
        """
        genre = self.find(text)
        if genre is None:
            return text.strip()
        line = (genre.id, *self.parents(genre.id))
        found = next((one for one in line if one not in self.hidden), None)
        return None if found is None else self._by_id[found].name

    def is_finer(self, text: str, than: str) -> bool:
        """Say whether the genre `text` is below the genre `than` in its family."""
        fine, coarse = self.find(text), self.find(than)
        return None not in (fine, coarse) and coarse.id in self.parents(fine.id)  # type: ignore[union-attr]

    def parents(self, genre_id: str) -> tuple[str, ...]:
        """Return the ids above a genre, nearest first; none for one that is not known."""
        genre = self._by_id.get(genre_id)
        return () if genre is None else tuple(_above(genre, self._by_id))

    def complete(self, prefix: str, own_genres: Iterable[str] = ()) -> list[str]:
        """Return the names that `prefix` may become, likeliest first.

        Args:
            prefix: what has been typed, of a name in any language; nothing asks for all.
            own_genres: further names to choose from, the dearest first.
        """
        wanted = key_of(prefix)
        ranks: dict[str, Rank] = {}
        for completion in (*self._own_completions(own_genres), *self._every_completion()):
            if completion.key.startswith(wanted):
                way, depth, index = completion.rank
                if completion.key == wanted and way != FROM_A_WORD:
                    way = EXACT
                rank = (way, depth, index)
                ranks[completion.name] = min(rank, ranks.get(completion.name, rank))
        return sorted(ranks, key=ranks.__getitem__)

    def _every_completion(self) -> list[_Completion]:
        if not self._completions:
            self._completions.extend(
                completion
                for index, genre in enumerate(self.genres)
                for completion in _completions(genre, len(self.parents(genre.id)), index)
            )
        return self._completions

    def _own_completions(self, own_genres: Iterable[str]) -> Iterator[_Completion]:
        seen: set[str] = set()
        for index, text in enumerate(own_genres):
            name = self.canonical(text)
            if (identity := _identity(name)) not in seen:
                seen.add(identity)
                yield _Completion(key_of(text), name, (FROM_THE_START, -1, index))
                yield from _from_words(text, name, (FROM_A_WORD, -1, index))

    def index_in(self, genre: str, index_of: Mapping[str, int]) -> int | None:
        """Return the index of a genre, or of the nearest one above it that has one.

        Args:
            index_of: by canonical names.
        """
        known = self.find(genre)
        if known is None:
            return index_of.get(self.canonical(genre))
        above = (self.canonical(parent) for parent in self.parents(known.id))
        return next((index_of[name] for name in (known.name, *above) if name in index_of), None)

    def split(self, text: str, separators: Iterable[str]) -> list[str]:
        """Return the genres named in `text`, as they are written there, each once.

        A known genre that holds a separator, such as "R&B/Soul", stays whole.
        """
        pieces = _pieces(text, separators)
        found: dict[str, str] = {}
        start = 0
        while start < len(pieces):
            end = self._end_of_genre(pieces, start)
            genre = "".join(pieces[start:end]).strip()
            if genre:
                found.setdefault(_identity(genre), genre)
            start = end + 1
        return list(found.values())

    def _end_of_genre(self, pieces: Sequence[str], start: int) -> int:
        """Return where the genre that begins at `start` ends: as late as a known one does."""
        for count in range(MOST_PIECES, 1, -1):
            end = start + 2 * count - 1
            if end <= len(pieces) and spelling_of("".join(pieces[start:end])) in self._spellings:
                return end
        return start + 1


def _genre(entry: Mapping[str, Any]) -> Genre:
    colour = entry["colour"]
    if not COLOUR.fullmatch(colour):
        raise ValueError(f"{colour} is no colour")
    names: dict[str, str] = {language: entry[language] for language in LANGUAGES}
    return Genre(entry["id"], names, tuple(entry["aliases"]), entry["parent"], colour)


def _above(genre: Genre, by_id: Mapping[str, Genre]) -> Iterator[str]:
    while genre.parent is not None:
        yield genre.parent
        genre = by_id[genre.parent]


def _check_families(genres: Sequence[Genre], by_id: Mapping[str, Genre]) -> None:
    known: set[str | None] = {None}
    for genre in genres:  # a parent stands before its children, hence no circles
        if genre.parent not in known:
            raise TaxonomyProblem(
                because("core.genre_before_parent", genre=genre.id, parent=str(genre.parent))
            )
        known.add(genre.id)
    if len(by_id) < len(genres):
        raise TaxonomyProblem(because("core.same_genre_twice"))


def _check_vocabularies(
    vocabularies: Mapping[str, Mapping[str, str]], known: Collection[str]
) -> None:
    for name, labels in vocabularies.items():
        for label, genre_id in labels.items():
            if genre_id not in known:
                raise TaxonomyProblem(
                    because("core.unknown_genre", label=label, vocabulary=name, genre=genre_id)
                )


def _by_key(genres: Sequence[Genre]) -> dict[str, Genre]:
    by_key: dict[str, Genre] = {}
    for genre in genres:
        for text in genre.spellings:
            key = key_of(text)
            if not key or by_key.setdefault(key, genre) is not genre:
                raise TaxonomyProblem(because("core.name_taken", name=text, genre=genre.id))
    return by_key


def _completions(genre: Genre, depth: int, index: int) -> Iterator[_Completion]:
    yield _Completion(key_of(genre.name), genre.name, (FROM_THE_START, depth, index))
    for text in genre.spellings:
        yield _Completion(key_of(text), genre.name, (BY_ANOTHER_NAME, depth, index))
        yield from _from_words(text, genre.name, (FROM_A_WORD, depth, index))


def _from_words(text: str, name: str, rank: Rank) -> Iterator[_Completion]:
    """Yield the completions from within `text`: from its later words, or Chinese characters."""
    words = words_of(text)
    if len(words) == 1 and text.upper() == text.lower():
        words = list(words[0])  # a script without cases has no gaps between its words either
    for start in range(1, len(words)):
        yield _Completion("".join(words[start:]), name, rank)


def _identity(text: str) -> str:
    return key_of(text) or text.strip()  # there are genres of nothing but signs


def _pieces(text: str, separators: Iterable[str]) -> list[str]:
    """Return the pieces of `text` with the separators between them, at the odd indices."""
    longest_first = sorted(filter(None, separators), key=len, reverse=True)
    if not longest_first:
        return [text]
    return re.split(f"({'|'.join(map(re.escape, longest_first))})", text)


# Signs that make another letter of a kana, not an accent: か is not が.
VOICED = frozenset("\u3099\u309a")
AND = "&"
ANDS = frozenset({AND, "and", "n"})


def fold(text: str) -> str:
    """Return `text` without its case, accents and full widths."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in decomposed if c in VOICED or not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """Return the words of `text`, folded; "&", "+", "and" and "n" between two words are one."""
    folded = fold(text)
    if folded.isascii():
        words = folded.translate(ASCII_LETTER_OR_GAP).split()
    else:
        words = "".join(map(_letter_or_gap, folded)).split()
    between = range(1, len(words) - 1)
    return [
        AND if word in ANDS and index in between else word
        for index, word in enumerate(words)
        if word != AND or index in between
    ]


@lru_cache(maxsize=1 << 14)  # files and names of genres repeat themselves
def key_of(text: str) -> str:
    """Return what is left of `text` when nothing but its words counts.

    "Hip-Hop", "hip hop" and "HIPHOP" have one key, as have "Drum & Bass" and "drum'n'bass". A text
    without any word has the key "".
    """
    return "".join(words_of(text))


@lru_cache(maxsize=1 << 12)
def spelling_of(text: str) -> str:
    """Return `text` folded and without gaps, its punctuation kept: "R&B / Soul" is "r&b/soul"."""
    return "".join(fold(text).split())


def _letter_or_gap(character: str) -> str:
    if character.isalnum() or unicodedata.category(character).startswith("M"):
        return character  # marks are the vowels of some scripts
    return f" {AND} " if character in "&+" else " "


# Most texts are ASCII, and the completer asks about every genre of a library at each key.
ASCII_LETTER_OR_GAP = str.maketrans({chr(code): _letter_or_gap(chr(code)) for code in range(128)})
