"""The mapping of folders to genres as a small file that a person can read and change.

A line for each folder: the genre that it stands for, or false where it is left out.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from pathlib import Path

import tomli_w

from musicreclass.core.location import readable
from musicreclass.errors import system_words
from musicreclass.sentences.reason import because
from musicreclass.training.sources.mapping import GenreMapping, MappingProblem

NAME = "musicreclass-genres.toml"
SECTION = "genres"
HEADING = "# What each folder of music stands for; false leaves it out.\n"


def read_mapping(path: Path) -> GenreMapping:
    """Return the mapping that the file holds.

    Raises:
        MappingProblem: it cannot be read, or holds something else.
    """
    shown = readable(str(path))
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MappingProblem(
            because("pipeline.mapping_unreadable", path=shown, reason=error.strerror or str(error))
        ) from error
    except UnicodeDecodeError as error:
        raise MappingProblem(because("pipeline.mapping_no_text", path=shown)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:  # tables in tables without end
        raise MappingProblem(
            because("pipeline.mapping_no_toml", path=shown, reason=str(error))
        ) from error
    table = content.get(SECTION)
    if not isinstance(table, dict) or not table:
        raise MappingProblem(because("pipeline.mapping_empty", path=shown, section=SECTION))
    return GenreMapping({folder: _genre(shown, folder, value) for folder, value in table.items()})


def write_mapping(mapping: GenreMapping, path: Path) -> None:
    """Write the mapping, so that a crash leaves the old file or the new one.

    Raises:
        MappingProblem: the disk refuses.
    """
    table = {folder: genre or False for folder, genre in mapping.genres.items()}
    content = HEADING + tomli_w.dumps({SECTION: table})
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.absolute().parent, prefix=f".{path.name}.", delete=False
        ) as file:
            unfinished = Path(file.name)
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
    except OSError as error:
        shown, reason = readable(str(path)), system_words(error)
        raise MappingProblem(
            because("pipeline.mapping_unwritable", path=shown, reason=reason)
        ) from error


def _genre(shown: str, folder: str, value: object) -> str | None:
    if value is False:
        return None
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise MappingProblem(
        because("pipeline.mapping_no_genre", path=shown, value=repr(value), folder=folder)
    )
