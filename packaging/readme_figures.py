"""The tables of figures, made of the rows that benches keep.

README has the few that say how right suggestions are, `.github/FIGURES.md` all others.
"""

import json
from collections.abc import Mapping
from pathlib import Path

DOCUMENTS = "README.md", ".github/FIGURES.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
_HEAD = ("| bench | what | measured | on |", "|---|---|---|---|")
# What README tells, in this order.
OF_README = (
    "box.anywhere", "box.ensemble", "own_folders.quick", "own_folders.standard", "own_folders.svm",
    "own_folders.few", "company.standard", "corrections.elsewhere",
)  # fmt: skip


def write_tables(root: Path, kept: Path) -> None:
    """Write the rows of `figures.json` into both documents below `root`."""
    for name, table in zip(DOCUMENTS, tables(kept), strict=True):
        document = root / name
        text = with_table(document.read_text(encoding="utf-8"), table)
        document.write_text(text, encoding="utf-8")


def tables(kept: Path) -> tuple[str, str]:
    """Return the rows of `figures.json` as two tables of Markdown: README's, and the rest."""
    rows = json.loads(kept.read_text(encoding="utf-8"))
    told = {name: rows.pop(name) for name in OF_README if name in rows}
    return _table(told), _table(rows)


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
