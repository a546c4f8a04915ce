"""Libraries with something in them, and how to ruin their files."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.store import Library

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def scanned(number, folder_id, root="/music", title=""):
    """Return a track that was never on a disk."""
    facts = FileFacts(Stream("MP3", 1.0, 44_100), Tags(title=title or f"{number}"), f"f{number}")
    return ScannedFile(f"{root}/{number:05}.mp3", folder_id, FileStamp(100, number), facts)


def fill(path, tracks=40, decided=7):
    """Make a library of so many tracks and decisions, and return its file."""
    with Library(path) as library:
        folder = library.add_folder(Path("/music"))
        ids = library.record([scanned(number, folder.id) for number in range(tracks)]).new
        decision = Decision(ReviewState.CHANGED, ("Jazz",), NOW)
        library.decisions.record(dict.fromkeys(ids[:decided], decision))
    return path


def decisions_in(path):
    with Library(path) as library:
        return sum(len(batch) for batch in library.decisions.lines())


def make_older(path):
    """Take back the last migration, as if an older version had left the library."""
    connection = sqlite3.connect(path)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    ]
    for name in names:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DROP TABLE touch")
    connection.execute("ALTER TABLE folder DROP COLUMN is_watched")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm008_watching'")
    connection.commit()
    connection.close()


def overwrite(path):
    path.write_bytes(b"this is no library at all" * 1000)


def cut_off(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path):
    path.write_bytes(b"")


def zero_in_the_middle(path):
    content = path.read_bytes()
    path.write_bytes(content[:8192] + bytes(40_960) + content[49_152:])


def give_to_another_program(path):
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE moz_places(url TEXT)")
    connection.commit()
    connection.close()


RUINS = (overwrite, cut_off, empty, zero_in_the_middle, give_to_another_program)


def flip_in_index(path, index):
    """Flip one bit of the text in the first page of an index, as a tired disk does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, [index]).fetchone()
    content = bytearray(path.read_bytes())
    last = max(i for i in range((page - 1) * size, page * size) if chr(content[i]).isalnum())
    content[last] ^= 1
    path.write_bytes(bytes(content))
