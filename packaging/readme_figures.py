"""The tables of figures, made of the rows that benches keep.

README has those that say how right suggestions are, `.github/FIGURES.md` all others.
"""

import json
from collections.abc import Mapping
from pathlib import Path

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
_HEAD = ("| bench | what | measured | on |", "|---|---|---|---|")
# Benches of how right suggestions are.
QUALITY = (
    "box", "company", "corrections", "own_folders",
    "sound_tags",
)  # fmt: skip


def tables(kept: Path) -> tuple[str, str]:
    """Return the rows of `figures.json` as two tables of Markdown: of quality, and of the rest."""
    rows = json.loads(kept.read_text(encoding="utf-8"))
    quality = {name: row for name, row in rows.items() if name.partition(".")[0] in QUALITY}
    return _table(quality), _table({name: row for name, row in rows.items() if name not in quality})


def _table(rows: Mapping[str, Mapping[str, str]]) -> str:
    lines = (
        f"| `{name.partition('.')[0]}` | {row['what']} | {row['measured']} | {row['on']} |"
        for name, row in rows.items()
    )
    return "\n".join((*_HEAD, *lines))


def with_table(document: str, figures: str) -> str:
    """Return the text of a document with `figures` between the two marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = document.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the document has no {BEGIN} with {END} behind it")
    return f"{before}{BEGIN}\n{figures}\n{END}{behind}"
