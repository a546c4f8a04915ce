"""The genres that come with the program."""

from musicreclass import paths
from musicreclass.core.genre import Taxonomy


def taxonomy() -> Taxonomy:
    """Return the genres that the program knows, with their names and aliases."""
    return Taxonomy.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))
