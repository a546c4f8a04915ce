"""Genres and sound tags as a page shows them: their names in each language, and their colours."""

from __future__ import annotations

from typing import Any

from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.sound_tags import SoundTags


def page_vocabulary() -> dict[str, Any]:
    """Return names and colours by the English name, which answers have."""
    return {
        "genres": {
            genre.name: {"names": dict(genre.names), "colour": genre.colour}
            for genre in taxonomy_in_use().genres
        },
        "tags": {tag.names["en"]: dict(tag.names) for tag in SoundTags.shipped().tags},
    }
