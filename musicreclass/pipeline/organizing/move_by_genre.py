"""Files that lie in the folder of the wrong genre, moved to that of the right one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from musicreclass.core.file_move import FileMove, MoveState
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.genres.genre_folders import destination, named_folder
from musicreclass.core.job import JobContext, Progress
from musicreclass.library.store import Library
from musicreclass.pipeline.organizing.organize_files import relocate
from musicreclass.sentences.reason import because


def move_to_genre(
    library_file: Path,
    paths: Sequence[Path],
    genre: str,
    ctx: JobContext,
    *,
    folders: Mapping[str, Path] | None = None,
) -> list[FileMove]:
    """Move files to the folder of a genre, each as a batch of the history.

    What lies between the folder of the old genre and the file comes along.

    Args:
        folders: those of genres; without it, the folder beside the file's that bears the name.

    Raises:
        LibraryProblem: the library cannot be used, or somebody else is writing with it.
        Cancelled: the user stopped; what was moved until then stays moved.
    """
    with Library(library_file) as library:
        roots = [folder.path for folder in library.folders()]
    taxonomy, moves = taxonomy_in_use(), []
    for done, path in enumerate(paths):
        ctx.report(Progress(done, len(paths), path.name))
        ctx.raise_if_cancelled()
        home = _home(path, genre, roots, folders, taxonomy)
        if home is None:
            reason = because("pipeline.no_folder_for_genre", genre=genre)
            move = FileMove(0, 0, None, path, path, genre, MoveState.REFUSED, reason)
        else:
            move = relocate(library_file, path, destination(path, home, folders), ctx)
        moves.append(move)
    return moves


def _home(
    path: Path,
    genre: str,
    roots: Sequence[Path],
    folders: Mapping[str, Path] | None,
    taxonomy: Taxonomy,
) -> Path | None:
    """Return the folder of a genre for a file, None where there is none."""
    if folders is not None:
        return folders.get(genre)
    root = next((one for one in roots if one in path.parents), None)
    return None if root is None else named_folder(path, root, genre, taxonomy)
