"""The folders of a library: which one a path belongs to, and how they swallow each other."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from musicreclass.core.location import location_of, path_of
from musicreclass.core.track import Folder

_ALL = """
    SELECT folder.id, folder.location,
           count(track.id), coalesce(sum(track.is_missing), 0), folder.is_watched
    FROM folder LEFT JOIN track ON track.folder_id = folder.id
    GROUP BY folder.id
    ORDER BY folder.location
"""


def all_folders(db: Database) -> list[Folder]:
    """Return every folder with the number of its tracks and how many of them are missing."""
    return [
        Folder(folder_id, path_of(location), tracks, missing, bool(is_watched))
        for folder_id, location, tracks, missing, is_watched in db.execute(_ALL)
    ]


@dataclass(frozen=True, slots=True)
class RemovedFolder:
    """A folder that was removed, with all that went with it."""

    folder: Folder
    problems: tuple[tuple[Any, ...], ...]
    track_ids: tuple[int, ...]


def remove(db: Database, folder_id: int) -> RemovedFolder | None:
    """Forget a folder, and return what `restore` needs; None where there is no such folder."""
    known = next((folder for folder in all_folders(db) if folder.id == folder_id), None)
    if known is None:
        return None
    ids = db.execute("SELECT id FROM track WHERE folder_id = ?", [folder_id]).fetchall()
    problems = db.execute(
        "SELECT location, folder_id, reason, noticed_at FROM problem WHERE folder_id = ?",
        [folder_id],
    ).fetchall()
    db.execute("DELETE FROM folder WHERE id = ?", [folder_id])
    return RemovedFolder(known, tuple(problems), tuple(track_id for (track_id,) in ids))


def restore(db: Database, removed: RemovedFolder) -> list[int]:
    """Bring back a removed folder with its tracks, but for those that another has by now."""
    folder = add(db, removed.folder.path)
    if folder.path == removed.folder.path:
        is_watched = removed.folder.is_watched
        db.execute("UPDATE folder SET is_watched = ? WHERE id = ?", [is_watched, folder.id])
    db.conn.executemany(
        "UPDATE track SET folder_id = ? WHERE id = ? AND folder_id IS NULL",
        [(folder.id, track_id) for track_id in removed.track_ids],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO problem(location, folder_id, reason, noticed_at)"
        " VALUES (?, ?, ?, ?)",
        [(location, folder.id, *rest) for location, _, *rest in removed.problems],
    )
    return list(removed.track_ids)


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
