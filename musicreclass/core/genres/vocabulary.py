"""A person's vocabulary of genres: what is added to the taxonomy, renamed, hidden and merged.

It holds changes only, never a copy: what later versions of the program know of genres comes along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from musicreclass.core.colour import colour_of_word
from musicreclass.core.genre import Genre, Taxonomy, TaxonomyProblem, key_of
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import because

OWN = "own-"  # what the ids of a person's genres begin with
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OwnGenre:
    """A genre that a person added."""

    id: str
    names: Mapping[str, str]  # language -> name; all of `LANGUAGES`
    parent: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def genre(self) -> Genre:
        colour = colour_of_word(key_of(self.names["en"]) or self.names["en"])
        return Genre(self.id, self.names, self.aliases, self.parent, colour)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a person made of the genres that come with the program; genres go by their ids."""

    added: tuple[OwnGenre, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # id -> language -> name
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # more of them
    hidden: frozenset[str] = frozenset()
    merged: Mapping[str, str] = field(default_factory=dict)  # a genre -> the one it counts as

    def applied(self, shipped: Taxonomy) -> Taxonomy:
        """Return all genres as this person has them.

        What it says of genres that are not there any more is passed over.

        Raises:
            TaxonomyProblem: two genres claim one spelling.
        """
        if self == Vocabulary():
            return shipped
        by_id = {genre.id: self._changed(genre) for genre in shipped.genres}
        by_id |= {own.id: own.genre for own in self.added if own.id not in by_id}
        for genre in list(by_id.values()):
            if genre.parent not in by_id:
                by_id[genre.id] = replace(genre, parent=None)
        for source, target in self.merged.items():
            self._merge(by_id, source, target)
        in_order = _parents_first(by_id)
        return Taxonomy.of(tuple(in_order), self.hidden & by_id.keys())

    def with_genre(
        self, names: Mapping[str, str], parent: str | None, aliases: Sequence[str] = ()
    ) -> Vocabulary:
        """Return it with one more genre.

        Args:
            names: language -> name; a missing one is called as in another language.
        """
        whole = _whole(names)
        taken = {own.id for own in self.added}
        base = OWN + (key_of(whole["en"]) or "genre")
        ids = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
        own_id = next(one for one in ids if one not in taken)
        own = OwnGenre(own_id, whole, parent, _tidied(aliases, whole))
        return replace(self, added=(*self.added, own))

    def changed(
        self,
        genre: Genre,
        names: Mapping[str, str],
        aliases: Sequence[str],
        parent: str | None,
        shipped: Taxonomy,
    ) -> Vocabulary:
        """Return it with other names and aliases for a genre, and for an own one another parent.

        Args:
            aliases: all that it is to have; those that come with the program stay in any case.
        """
        whole = _whole(names)
        if self.is_own(genre.id):
            own = OwnGenre(genre.id, whole, parent, _tidied(aliases, whole))
            others = tuple(own if one.id == genre.id else one for one in self.added)
            return replace(self, added=others)
        known = shipped.with_id(genre.id)
        if known is None:
            return self
        other_names = {
            language: name for language, name in whole.items() if name != known.names[language]
        }
        had = {key_of(text) for text in known.spellings}
        more = tuple(text for text in _tidied(aliases, whole) if key_of(text) not in had)
        return replace(
            self,
            names=_put(self.names, genre.id, other_names),
            aliases=_put(self.aliases, genre.id, more),
        )

    def without(self, genre_id: str) -> Vocabulary:
        """Return it without an own genre; those below it move up to its parent."""
        gone = next((own for own in self.added if own.id == genre_id), None)
        if gone is None:
            return self
        left = tuple(
            replace(own, parent=gone.parent) if own.parent == genre_id else own
            for own in self.added
            if own.id != genre_id
        )
        merged = {a: b for a, b in self.merged.items() if genre_id not in (a, b)}
        return replace(self, added=left, hidden=self.hidden - {genre_id}, merged=merged)

    def with_shown(self, genre_id: str, is_shown: bool) -> Vocabulary:
        """Return it with a genre among what is suggested, or not."""
        others = self.hidden - {genre_id}
        return replace(self, hidden=others if is_shown else others | {genre_id})

    def with_merged(self, source: str, target: str) -> Vocabulary:
        """Return it with one genre counting as another.

        Raises:
            TaxonomyProblem: it is the same, or counts as the first one already.
        """
        if source == self._final(target):
            raise TaxonomyProblem(because("core.merged_into_itself", genre=source))
        return replace(self, merged={**self.merged, source: target})

    def with_parted(self, source: str) -> Vocabulary:
        """Return it with a merged genre standing for itself again."""
        return replace(self, merged={a: b for a, b in self.merged.items() if a != source})

    def counting_as(self, target: str) -> tuple[str, ...]:
        """Return the ids of the genres that count as another, directly."""
        return tuple(source for source, into in self.merged.items() if into == target)

    def is_own(self, genre_id: str) -> bool:
        return any(own.id == genre_id for own in self.added)

    def _final(self, genre_id: str) -> str:
        seen = set()
        while genre_id in self.merged and genre_id not in seen:
            seen.add(genre_id)
            genre_id = self.merged[genre_id]
        return genre_id

    def _changed(self, genre: Genre) -> Genre:
        names, aliases = self.names.get(genre.id, {}), self.aliases.get(genre.id, ())
        if not names and not aliases:
            return genre
        former = [genre.names[language] for language in names if language in genre.names]
        spellings = (*genre.aliases, *former, *aliases)  # what it was called still finds it
        return replace(genre, names={**genre.names, **names}, aliases=spellings)

    def _merge(self, by_id: dict[str, Genre], source: str, target: str) -> None:
        gone, into = by_id.get(source), by_id.get(self._final(target))
        if gone is None or into is None or gone is into:
            return
        del by_id[source]
        by_id[into.id] = replace(into, aliases=(*into.aliases, *gone.spellings))
        line = _line_above(into, {**by_id, source: gone})
        for genre in list(by_id.values()):
            if genre.parent == source:
                # What counts as one of its own children leaves them where its parent is.
                is_above = genre.id == into.id or genre.id in line
                by_id[genre.id] = replace(genre, parent=gone.parent if is_above else into.id)

    def to_plain(self) -> Plain:
        """Return it as JSON has it."""
        return {
            "genres": [
                {"id": o.id, **o.names, "parent": o.parent, "aliases": list(o.aliases)}
                for o in self.added
            ],
            "names": {genre: dict(names) for genre, names in self.names.items()},
            "aliases": {genre: list(aliases) for genre, aliases in self.aliases.items()},
            "hidden": sorted(self.hidden),
            "merged": dict(self.merged),
        }

    @classmethod
    def from_plain(cls, plain: object) -> Vocabulary:
        """Return what `to_plain` gave.

        Raises:
            TaxonomyProblem: it makes no sense.
        """
        try:
            assert isinstance(plain, dict)
            return cls(
                tuple(_own(entry) for entry in plain.get("genres", ())),
                {_text(g): _names(n) for g, n in plain.get("names", {}).items()},
                {_text(g): _texts(a) for g, a in plain.get("aliases", {}).items()},
                frozenset(_texts(plain.get("hidden", ()))),
                {_text(a): _text(b) for a, b in plain.get("merged", {}).items()},
            )
        except (AssertionError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise TaxonomyProblem(because("core.vocabulary_unusable", said=repr(error))) from error


def _own(entry: Mapping[str, Any]) -> OwnGenre:
    names = _names({language: entry[language] for language in LANGUAGES if language in entry})
    if not names:
        raise KeyError(LANGUAGES[0])
    parent = entry.get("parent")
    return OwnGenre(
        _text(entry["id"]),
        _whole(names),  # an older program knew fewer languages
        None if parent is None else _text(parent),
        _texts(entry.get("aliases", ())),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError(f"{values!r} is no list")
    return tuple(map(_text, values))


def _names(names: Mapping[str, object]) -> dict[str, str]:
    return {language: _text(name) for language, name in names.items() if language in LANGUAGES}


def _whole(names: Mapping[str, str]) -> dict[str, str]:
    """Return a name in each language, the nearest one where that is missing.

    Raises:
        TaxonomyProblem: there is none at all.
    """
    given = {language: " ".join(names.get(language, "").split()) for language in LANGUAGES}
    first = next(filter(None, given.values()), "")
    if not key_of(first):
        raise TaxonomyProblem(because("core.genre_without_name"))
    chinese = given["zh_TW"] or given["zh_CN"] or first
    nearest = {"zh_TW": chinese, "zh_CN": chinese}
    return {language: given[language] or nearest.get(language, first) for language in LANGUAGES}


def _tidied(aliases: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return aliases without gaps around them, each once and none that is a name already."""
    seen = {key_of(name) for name in names.values()}
    found = []
    for alias in aliases:
        text = " ".join(alias.split())
        if key_of(text) and key_of(text) not in seen:
            seen.add(key_of(text))
            found.append(text)
    return tuple(found)


def _put(held: Mapping[str, Any], genre_id: str, value: Any) -> dict[str, Any]:
    others = {one: kept for one, kept in held.items() if one != genre_id}
    return {**others, genre_id: value} if value else others


def _line_above(genre: Genre, by_id: Mapping[str, Genre]) -> set[str]:
    above: set[str] = set()
    while genre.parent is not None and genre.parent not in above:
        above.add(genre.parent)
        genre = by_id[genre.parent]
    return above


def _parents_first(by_id: Mapping[str, Genre]) -> list[Genre]:
    """Return genres in an order in which each stands behind its parent.

    Raises:
        TaxonomyProblem: some are above each other in a circle.
    """
    ordered: dict[str, Genre] = {}
    waiting = list(by_id.values())
    while waiting:
        ready = [genre for genre in waiting if genre.parent is None or genre.parent in ordered]
        if not ready:
            names = ", ".join(genre.name for genre in waiting)
            raise TaxonomyProblem(because("core.genres_in_a_circle", genres=names))
        ordered.update((genre.id, genre) for genre in ready)
        waiting = [genre for genre in waiting if genre.id not in ordered]
    return _nested(list(ordered.values()))


def _nested(ordered: Sequence[Genre]) -> list[Genre]:
    """Return genres as a family tree is written: each followed by all below it."""
    below: dict[str | None, list[Genre]] = {}
    for genre in ordered:
        below.setdefault(genre.parent, []).append(genre)
    found: list[Genre] = []
    waiting = list(reversed(below.get(None, ())))
    while waiting:
        genre = waiting.pop()
        found.append(genre)
        waiting.extend(reversed(below.get(genre.id, ())))
    return found
