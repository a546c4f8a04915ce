"""Sound tags: what networks say a track sounds like, apart from its genre.

Styles, moods, voices, instruments and eras, in one vocabulary with names in each language, and
what the encoder's logits come to in it. No score here is calibrated: tags are given by people who
forget most of them, so that a score ranks tracks, and is no chance of being right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass import paths
from musicreclass.core.genre import Taxonomy, TaxonomyProblem, key_of
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import because

COLUMN = "encoder.{}.tag.{}"  # of the encoder's numbers: the logit of a tag of a network
DIGITS = 3  # of a score

Numbers = npt.NDArray[np.floating]


class TagSort(Enum):
    """What a sound tag is about, in the order in which people are told."""

    STYLE = "style"
    MOOD = "mood"
    VOICE = "voice"
    INSTRUMENT = "instrument"
    ERA = "era"
    OTHER = "other"  # of a tagger of one's own


@dataclass(frozen=True, slots=True)
class SoundTag:
    id: str
    sort: TagSort
    names: Mapping[str, str]  # language -> name; all of `LANGUAGES`
    aliases: tuple[str, ...]
    columns: tuple[str, ...]  # of the encoder
    least: float  # deviations above music at large from which on it is shown
    is_genre: bool  # its English name can be written into files

    @property
    def keys(self) -> set[str]:
        return {key_of(text) for text in (self.id, *self.names.values(), *self.aliases)}


@dataclass(frozen=True, slots=True)
class TagScore:
    """How strongly one tag is meant; not calibrated."""

    id: str
    score: float  # 0 to 1
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class TrackTags:
    """All tags of a track, those that stand out most first."""

    scores: tuple[TagScore, ...] = ()

    @property
    def shown(self) -> tuple[TagScore, ...]:
        return tuple(one for one in self.scores if one.is_shown)

    @property
    def shown_ids(self) -> tuple[str, ...]:
        """Return what is shown as people are told of it, sort by sort."""
        return SoundTags.shipped().added((), [one.id for one in self.shown])


NO_TAGS = TrackTags()


@dataclass(frozen=True, slots=True)
class TagBatch:
    """Which tags are shown of many tracks, by track id: what lists keep and search."""

    pairs: Sequence[tuple[int, tuple[str, ...]]]


@dataclass(frozen=True, eq=False)
class SoundTags:
    """The vocabulary. Tags go by their id here, and by any spelling where it says text."""

    tags: tuple[SoundTag, ...]
    most: Mapping[TagSort, int]  # of a sort that are shown of one track

    @classmethod
    def shipped(cls) -> SoundTags:
        """Return the tags that come with the program; a process reads them once."""
        return _shipped()

    @classmethod
    def from_json(cls, text: str, genres: Taxonomy) -> SoundTags:
        """Return the vocabulary that `text`, the content of `sound_tags.json`, describes.

        Raises:
            TaxonomyProblem: it is incomplete, or two tags claim one spelling.
        """
        try:
            content = json.loads(text)
            rules = {TagSort(name): rule for name, rule in content["sorts"].items()}
            tags = tuple(_tag(entry, rules, genres) for entry in content["tags"])
            most = {sort: int(rules[sort]["most"]) for sort in TagSort}
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise TaxonomyProblem(because("core.tags_damaged", said=repr(error))) from error
        spelt = [key for tag in tags for key in sorted(tag.keys)]
        if len(set(spelt)) < len(spelt):
            twice = next(key for key in spelt if spelt.count(key) > 1)
            raise TaxonomyProblem(because("core.tags_damaged", said=f"{twice} twice"))
        return cls(tags, most)

    def name(self, tag_id: str, language: str) -> str:
        """Return what a tag is called; one that is not known, of a tagger, by its own name."""
        tag = self._by_id.get(tag_id)
        return tag_id if tag is None else tag.names.get(language, tag.names["en"])

    def sort_of(self, tag_id: str) -> TagSort:
        tag = self._by_id.get(tag_id)
        return TagSort.OTHER if tag is None else tag.sort

    def find(self, text: str, sort: TagSort | None = None) -> tuple[str, ...]:
        """Return the ids of what `text` spells in any language, or else of all that begins so."""
        key = key_of(text)
        among = [tag for tag in self.tags if sort is None or tag.sort is sort]
        if whole := tuple(tag.id for tag in among if key in tag.keys):
            return whole
        begun = (tag.id for tag in among if any(spelt.startswith(key) for spelt in tag.keys))
        return tuple(begun) if key else ()

    def genre(self, tag_id: str) -> str | None:
        """Return the genre that a style is in files, None for all other tags."""
        tag = self._by_id.get(tag_id)
        return tag.names["en"] if tag is not None and tag.is_genre else None

    def styles_of(
        self, genres: Sequence[str], known: Taxonomy
    ) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Return the columns of the tags that are each genre, and of those that are kinds of it.

        A style goes to the nearest of `genres` alone: heavy metal to metal, to rock only where
        there is no metal.
        """
        ids = [found.id if (found := known.find(genre)) else key_of(genre) for genre in genres]
        own: dict[str, list[str]] = {genre: [] for genre in ids}
        below: dict[str, list[str]] = {genre: [] for genre in ids}
        for tag in self.tags:
            if not tag.is_genre:
                continue
            if tag.id in own:
                own[tag.id] += tag.columns
            elif nearest := next((id for id in known.parents(tag.id) if id in below), None):
                below[nearest] += tag.columns
        return [(tuple(own[genre]), tuple(below[genre])) for genre in ids]

    def of_magnatagatune(self, name: str) -> str:
        """Return the id of a tag that goes by the name it has in MagnaTagATune, or that name."""
        return self._by_column.get(COLUMN.format("mtt", name), name)

    def joined(self, *sources: TrackTags) -> TrackTags:
        """Return what several sources say of one track; of a tag's scores the highest stays."""
        shown: tuple[str, ...] = ()
        scores: dict[str, float] = {}
        for source in sources:
            shown = self.added(shown, [one.id for one in source.shown])
            for one in source.scores:
                scores[one.id] = max(one.score, scores.get(one.id, 0.0))
        return TrackTags(tuple(TagScore(i, score, i in shown) for i, score in scores.items()))

    def added(self, shown: Sequence[str], more: Iterable[str]) -> tuple[str, ...]:
        """Return what is shown with what another source shows, sort by sort.

        The first to show as many of a sort as there may be has the say.
        """
        said = list(shown)
        for tag_id in more:
            sort = self.sort_of(tag_id)
            is_full = sum(self.sort_of(one) is sort for one in said) >= self.most[sort]
            if tag_id not in said and not is_full:
                said.append(tag_id)
        return tuple(sorted(said, key=lambda one: _ORDER[self.sort_of(one)]))

    @cached_property
    def _by_id(self) -> Mapping[str, SoundTag]:
        return {tag.id: tag for tag in self.tags}

    @cached_property
    def _by_column(self) -> Mapping[str, str]:
        return {column: tag.id for tag in self.tags for column in tag.columns}


@dataclass(frozen=True, slots=True, eq=False)
class TagReader:
    """Reads tags out of the encoder's rows.

    A tag stands for several columns where both vocabularies have it, or one has it by several
    names: the mean of how far each stands out, in deviations of music at large. On 1,086 clips
    with known genres the mean tells pop, rock and electronic apart better than the highest of the
    columns (area under the curve 0.810, 0.827, 0.936 against 0.787, 0.816, 0.926), and country
    and metal as well: each network errs in its own way.
    """

    vocabulary: SoundTags
    tags: tuple[SoundTag, ...]  # those whose columns are there
    weights: Numbers  # shape (n_tags, n_columns): a row averages the columns of a tag
    centre: Numbers  # shape (n_columns,), of music at large
    spread: Numbers

    @classmethod
    def of(
        cls, vocabulary: SoundTags, columns: Sequence[str], centre: Numbers, spread: Numbers
    ) -> TagReader:
        """Return a reader of rows with these columns."""
        index = {column: i for i, column in enumerate(columns)}
        tags = tuple(tag for tag in vocabulary.tags if index.keys() >= set(tag.columns))
        weights = np.zeros((len(tags), len(columns)), dtype=np.float32)
        for row, tag in zip(weights, tags, strict=True):
            row[[index[column] for column in tag.columns]] = 1.0 / len(tag.columns)
        return cls(vocabulary, tags, weights, centre.astype(np.float32), spread.astype(np.float32))

    def tags_of(self, row: Numbers) -> TrackTags:
        """Return the tags of one track."""
        wide = row.astype(np.float32)
        scores = 1.0 / (1.0 + np.exp(-(self.weights @ wide)))
        standing = self._standing(wide[None])
        shown = self._shown(standing)[0]
        return TrackTags(
            tuple(
                TagScore(self.tags[i].id, round(float(scores[i]), DIGITS), bool(shown[i]))
                for i in np.argsort(-standing[0], kind="stable")
            )
        )

    def shown(self, rows: Numbers) -> list[tuple[str, ...]]:
        """Return the ids of the tags that are shown of each of many tracks, in no special order."""
        given = self._shown(self._standing(rows.astype(np.float32)))
        ids = np.array([tag.id for tag in self.tags], dtype=object)
        return [tuple(ids[row]) for row in given]

    def _standing(self, rows: Numbers) -> Numbers:
        """Return by how many deviations each tag stands out, shape (n_tracks, n_tags)."""
        return np.asarray(((rows - self.centre) / self.spread) @ self.weights.T)

    def _shown(self, standing: Numbers) -> npt.NDArray[np.bool_]:
        given = standing >= np.array([tag.least for tag in self.tags])
        for sort, most in self.vocabulary.most.items():
            of_sort = [i for i, tag in enumerate(self.tags) if tag.sort is sort]
            rank = np.argsort(np.argsort(-standing[:, of_sort], axis=1, kind="stable"), axis=1)
            given[:, of_sort] &= rank < most
        return np.asarray(given)


def additional_genres(
    genres: Sequence[str], tags: TrackTags, known: Taxonomy, most: int, least: float
) -> tuple[str, ...]:
    """Return genres with the styles of a track behind them: "Rock", "Indie Rock".

    A style says nothing where a genre is the same or a kind of it: "Hard Rock" needs no "Rock".

    Args:
        most: how many are added.
        least: the score that a style must have, beside being shown.
    """
    vocabulary, said = SoundTags.shipped(), list(genres)
    told: set[str] = set()
    for text in genres:
        found = known.find(text)
        told |= {key_of(text)} if found is None else {found.id, *known.parents(found.id)}
    for one in tags.shown:
        style = vocabulary.genre(one.id)
        if style is None or one.score < least or one.id in told or len(said) >= len(genres) + most:
            continue
        said.append(style)
        told |= {one.id, *known.parents(one.id)}
    return tuple(said)


@lru_cache(maxsize=1)
def _shipped() -> SoundTags:
    text = paths.resource("sound_tags.json").read_text(encoding="utf-8")
    return SoundTags.from_json(text, taxonomy_in_use())


def _tag(entry: Mapping[str, Any], rules: Mapping[TagSort, Any], genres: Taxonomy) -> SoundTag:
    sort, tag_id = TagSort(entry["sort"]), entry["id"]
    columns = tuple(COLUMN.format(*column.split(":", 1)) for column in entry["columns"])
    least = float(entry.get("from", rules[sort]["from"]))
    if sort is not TagSort.STYLE:
        names: dict[str, str] = {language: entry[language] for language in LANGUAGES}
        return SoundTag(tag_id, sort, names, tuple(entry["aliases"]), columns, least, False)
    genre = genres.find(tag_id)
    if genre is None or genre.id != tag_id:
        raise ValueError(f"{tag_id} is no genre")
    return SoundTag(tag_id, sort, genre.names, genre.aliases, columns, least, True)


_ORDER = {sort: index for index, sort in enumerate(TagSort)}
