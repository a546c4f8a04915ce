"""Claims about the genre of a file: a person's decision, else its tags, else its folder.

A decision is the last word: it was made about this very track. Tags and folders count where they
are asked for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from musicreclass.core.genre import Taxonomy, key_of
from musicreclass.core.track import FileFacts, Tags

SEPARATORS = (";", "/", ",", "|", "\0")
# What stands in tags where nobody has said a genre.
NO_GENRES = frozenset(
    {"", "other", "others", "unknown", "misc", "none", "genre", "undefined", "unclassifiable"}
)


class ClaimedBy(IntEnum):
    """Who says the genre of a file; who comes later is believed first."""

    FOLDER = 0
    TAGS = 1
    DECISION = 2


@dataclass(frozen=True, slots=True)
class GenreClaim:
    """A genre, and who says that it is the one."""

    genre: str
    by: ClaimedBy


@dataclass(frozen=True, slots=True)
class ClaimSources:
    """Who is asked for the genre of files, and what a person has decided."""

    by_folders: bool = True
    by_tags: bool = False
    decisions: Mapping[str, str] = field(default_factory=dict)  # absolute path -> genre

    def about(
        self, path: str, facts: FileFacts, by_folder: str, taxonomy: Taxonomy
    ) -> tuple[GenreClaim, ...]:
        """Return the claims about a file, the most credible first; none where nobody says a genre.

        Args:
            by_folder: what its folder says; "" where it says nothing.
        """
        decided = self.decisions.get(os.path.abspath(path), "")  # noqa: PTH100, for every file
        claims = (
            GenreClaim(taxonomy.canonical(decided), ClaimedBy.DECISION),
            GenreClaim(genre_in(facts.tags, taxonomy) if self.by_tags else "", ClaimedBy.TAGS),
            GenreClaim(by_folder if self.by_folders else "", ClaimedBy.FOLDER),
        )
        return tuple(claim for claim in claims if claim.genre)


def genre_in(tags: Tags, taxonomy: Taxonomy) -> str:
    """Return the first genre that the tags name, under its usual name; "" where they name none."""
    named = (genre for text in tags.genres for genre in taxonomy.split(text, SEPARATORS))
    return next((taxonomy.canonical(g) for g in named if key_of(g) not in NO_GENRES), "")
