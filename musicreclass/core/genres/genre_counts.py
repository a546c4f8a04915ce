"""How often a library's files, decisions and suggestions name each genre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from musicreclass.core.decision import ReviewState
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_rules import WITHIN
from musicreclass.core.track import TrackLine


class GenreCount(NamedTuple):
    """The tracks whose file names a genre, that were given it, and that it is suggested for."""

    in_files: int = 0
    decided: int = 0
    suggested: int = 0


NONE_AT_ALL = GenreCount()


@dataclass(frozen=True, slots=True, eq=False)
class GenreCounts:
    """Counts by `Taxonomy.identity`, and how genres are spelled that no taxonomy knows."""

    by_genre: Mapping[str, GenreCount] = field(default_factory=dict)
    strange: Mapping[str, str] = field(default_factory=dict)  # identity -> most frequent spelling

    def of(self, identity: str) -> GenreCount:
        return self.by_genre.get(identity, NONE_AT_ALL)


def family_counts(taxonomy: Taxonomy, counts: GenreCounts) -> dict[str, GenreCount]:
    """Return the counts of each genre together with all below it, by id."""
    sums = {genre.id: list(counts.of(genre.id)) for genre in taxonomy.genres}
    for genre in taxonomy.genres:
        for above in taxonomy.parents(genre.id):
            for at, number in enumerate(counts.of(genre.id)):
                sums[above][at] += number
    return {genre_id: GenreCount(*numbers) for genre_id, numbers in sums.items()}


def counted_genres(lines: Iterable[TrackLine], taxonomy: Taxonomy) -> GenreCounts:
    """Return the counts of some tracks; a track counts once for each genre that it has."""
    files: Counter[str] = Counter()
    decisions: Counter[tuple[str, ...]] = Counter()
    suggestions: Counter[str] = Counter()
    for line in lines:
        files[line.genre] += 1
        if (decision := line.decision) is not None and decision.state is not ReviewState.UNDONE:
            decisions[decision.genres] += 1
        elif line.suggestion is not None:
            suggestions[line.suggestion.genre] += 1
    spelled: dict[str, Counter[str]] = {}
    each: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    for at, named in enumerate(
        (
            ((taxonomy.split(text, WITHIN), n) for text, n in files.items()),
            decisions.items(),
            (((genre,), n) for genre, n in suggestions.items()),
        )
    ):
        for genres, number in named:
            for identity in {taxonomy.identity(genre) for genre in genres}:
                each[at][identity] += number
            for genre in genres:
                if taxonomy.find(genre) is None:
                    spelled.setdefault(taxonomy.identity(genre), Counter())[genre] += number
    by_genre = {
        identity: GenreCount(*(counts[identity] for counts in each))
        for identity in set().union(*each)
        if identity
    }
    strange = {identity: texts.most_common(1)[0][0] for identity, texts in spelled.items()}
    return GenreCounts(by_genre, strange)
