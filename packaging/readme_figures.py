"""README's table of figures, made of the rows that benches keep."""

import json
from pathlib import Path

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
_HEAD = ("| bench | what | measured | on |", "|---|---|---|---|")


def table(kept: Path) -> str:
    """Return the rows of `figures.json` as a table of Markdown."""
    rows = json.loads(kept.read_text(encoding="utf-8"))
    lines = (
        f"| `{name.partition('.')[0]}` | {row['what']} | {row['measured']} | {row['on']} |"
        for name, row in rows.items()
    )
    return "\n".join((*_HEAD, *lines))


def with_table(readme: str, figures: str) -> str:
    """Return the text of README with `figures` between the two marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md has no {BEGIN} with {END} behind it")
    return f"{before}{BEGIN}\n{figures}\n{END}{behind}"
