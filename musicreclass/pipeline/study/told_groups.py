"""Groups that a table beside the music tells: whose tracks belong together where no tag says so.

The table is `index.csv` in the folder of genres, with the columns `path`, from that folder on, and
`group`: an artist, an album, a source; what must stay on one side of a split.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from musicreclass.training.data.grouping import Grouping, Origin, groups_of

FILE_NAME = "index.csv"
PATH, GROUP = "path", "group"


def told_groups(folder: Path) -> Mapping[str, str]:
    """Return absolute path -> group; nothing where there is no such table, or it cannot be read."""
    try:
        with (folder / FILE_NAME).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {PATH, GROUP} <= set(rows.fieldnames or ()):
                return {}
            root = folder.absolute()
            return {str(root / row[PATH]): row[GROUP] for row in rows if row[PATH] and row[GROUP]}
    except (OSError, UnicodeError, csv.Error):
        return {}


def regrouped(names: Sequence[str], grouping: Grouping, told: Mapping[str, str]) -> Grouping:
    """Return the grouping of tracks with what a table tells of them as well.

    Args:
        names: the paths of the tracks, in the order of `grouping`.
    """
    if not told:
        return grouping
    origins = [Origin(artist=told.get(str(Path(name).absolute()), "")) for name in names]
    first: dict[int, int] = {}
    bound = [(first.setdefault(int(g), row), row) for row, g in enumerate(grouping.groups)]
    return groups_of(origins, [(one, other) for one, other in bound if one != other])
