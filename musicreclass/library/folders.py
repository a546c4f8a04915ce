"""The folders of a library: which one a path belongs to, and how they swallow each other."""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from musicreclass.core.location import location_of, path_of
from musicreclass.core.track import Folder

_ALL = """
    SELECT folder.id, folder.location,
           count(track.id), coalesce(sum(track.is_missing), 0)
    FROM folder LEFT JOIN track ON track.folder_id = folder.id
    GROUP BY folder.id
    ORDER BY folder.location
"""


def all_folders(db: Database) -> list[Folder]:
    """Return every folder with the number of its tracks and how many of them are missing."""
    return [
        Folder(folder_id, path_of(location), tracks, missing)
        for folder_id, location, tracks, missing in db.execute(_ALL)
    ]


def add(db: Database, path: Path) -> Folder:
    """Return the folder that `path` belongs to, added where there is none."""
    path = Path(os.path.abspath(path))  # noqa: PTH100, a link keeps the name its user knows
    known = all_folders(db)
    for folder in known:
        if _is_within(path, folder.path):
            return folder
    cursor = db.execute(
        "INSERT INTO folder(location, added_at) VALUES (?, ?)",
        [location_of(str(path)), datetime.now(UTC).isoformat(timespec="seconds")],
    )
    assert cursor.lastrowid is not None
    _swallow(db, cursor.lastrowid, [f for f in known if _is_within(f.path, path)])
    return Folder(cursor.lastrowid, path)


def _swallow(db: Database, folder_id: int, inner: list[Folder]) -> None:
    for one in inner:
        for table in ("track", "problem"):
            db.execute(f"UPDATE {table} SET folder_id = ? WHERE folder_id = ?", [folder_id, one.id])
        db.execute("DELETE FROM folder WHERE id = ?", [one.id])


def _is_within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents or _resolved_within(path, folder)


def _resolved_within(path: Path, folder: Path) -> bool:
    real, real_folder = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    return real == real_folder or real_folder in real.parents
