"""Keeps what a bench measured as rows of README's table, where `bench --keep` asked for it.

`figures.json` is what is kept; the tables of README and FIGURES are written anew from it.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import readme_figures

KEPT = Path(__file__).with_name("figures.json")
ROOT = KEPT.parents[2]
ASKED = "MUSICRECLASS_KEEP_FIGURES"  # set by bootstrap.py; children inherit it


def keep(name: str, what: str, measured: str) -> None:
    """Keep one row, in the place of the one that it replaces.

    Args:
        name: the bench and the row, "scan.first": the same, however many files are measured.
        what: what was done, and to how many.
        measured: what came of it, with units.
    """
    if not os.environ.get(ASKED):
        return
    rows = json.loads(KEPT.read_text(encoding="utf-8"))
    conditions = f"{os.cpu_count()} cores, {date.today()}"
    rows[name] = {"what": what, "measured": measured, "on": conditions}
    KEPT.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    readme_figures.write_tables(ROOT, KEPT)
