"""The 16 top genres of the Free Music Archive beside those of the box, both ways."""

from __future__ import annotations

import json
from collections.abc import Sequence

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.training.reports.text_tables import table

# What of the encoder's tags tells a genre that the box does not offer.
TAGS = {
    "Easy Listening": "easy listening",
    "Experimental": "experimental, weird",
    "Folk": "folk, acoustic",
    "Instrumental": "instrumental, no vocals",
    "International": "indian, sitar",
    "Old-Time / Historic": "oldies, 60s",
    "Soul-RnB": "soul, rnb, funk",
    "Spoken": "none: it is like nothing known",
}
# Where FMA files the genres of the box that are none of its own.
ABOVE = {"Disco": "Soul-RnB", "Metal": "Rock", "Reggae": "International"}


def fma_table(genres: Sequence[str]) -> str:
    """Return each of FMA's genres, what the box calls it, and the tags that tell the rest."""
    taxonomy = Taxonomy.shipped()
    content = json.loads(paths.resource("genres.json").read_text(encoding="utf-8"))
    rows = []
    for name, genre_id in content["vocabularies"]["fma"]["genres"].items():
        known = taxonomy.find(genre_id)
        same = known.name if known is not None and known.name in genres else ""
        below = [genre for genre, above in ABOVE.items() if above == name]
        rows.append((name, ", ".join(filter(None, (same, *below))), TAGS.get(name, "")))
    return table(("FMA", "the box says", "tags of the encoder"), rows, markdown=True)
