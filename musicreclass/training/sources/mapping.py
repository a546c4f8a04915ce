"""Which folder stands for which genre: proposed by their names, changed by a person.

Folders go by their readable names; `pipeline.datasets.mapping_file` keeps what is said of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from musicreclass.core.genre import Genre, Taxonomy, words_of
from musicreclass.errors import UsageProblem
from musicreclass.sentences.reason import because, first_of

MOST_NAMED = 5


class MappingProblem(UsageProblem):
    """The table of folders and genres cannot be used."""


@dataclass(frozen=True, slots=True)
class GenreMapping:
    """What folders stand for. Folders of one genre are merged."""

    genres: Mapping[str, str | None] = field(default_factory=dict)  # None: left out

    @classmethod
    def proposed(cls, folders: Iterable[str], taxonomy: Taxonomy) -> GenreMapping:
        """Return what the names of `folders` say: a known genre, or one of its own."""
        return cls({folder: taxonomy.canonical(folder) for folder in folders})

    def fitted(self, folders: Iterable[str], taxonomy: Taxonomy) -> GenreMapping:
        """Return the mapping of just these folders; what it does not know is proposed.

        Raises:
            MappingProblem: it speaks of folders that are not among them.
        """
        proposed = GenreMapping.proposed(folders, taxonomy).genres
        if strangers := [name for name in self.genres if name not in proposed]:
            raise MappingProblem(
                because("training.mapping_of_others", folders=first_of(strangers, MOST_NAMED))
            )
        return GenreMapping({**proposed, **self.genres})


def suggested(name: str, taxonomy: Taxonomy) -> Genre | None:
    """Return the known genre that a folder's name speaks of, None where it speaks of none.

    "Jazz", "My old jazz" and "Best of hip hop 1994" do; of several genres the longest name counts,
    for "Jazz Rock" is not Jazz.
    """
    if (genre := taxonomy.find(name)) is not None:
        return genre
    words = words_of(name)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            if (genre := taxonomy.find(" ".join(words[start : start + length]))) is not None:
                return genre
    return None
