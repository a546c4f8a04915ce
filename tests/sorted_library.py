"""A library of real MP3 files whose genres were decided, to be sorted into folders."""

import os
from pathlib import Path

from musicreclass.core.file_move import MoveKind
from musicreclass.core.naming.name_patterns import NamePattern
from musicreclass.library.store import Library
from musicreclass.pipeline.organizing.move_plan import OrganizeChoices
from musicreclass.pipeline.organizing.organize_files import organize
from musicreclass.pipeline.review.decide import set_genres
from tests.recording_context import RecordingContext
from tests.tagged_library import make_song, scanned


def make_decided(library_file: Path, folder: Path, genre_of) -> None:
    """Make files and a library that knows the genre of each, None for nothing decided."""
    for number, name in enumerate(genre_of):
        make_song(folder / name, number)
    with Library(library_file) as library:
        folder_id = library.add_folder(folder).id
        library.record([scanned(folder / name, folder_id) for name in genre_of])
    for genre in {g for g in genre_of.values() if g}:
        names = [name for name, one in genre_of.items() if one == genre]
        lines = [line for line in decided_lines(library_file) if name_in(folder, line) in names]
        set_genres(library_file, lines, [genre], RecordingContext())


def decided_lines(library_file: Path):
    """Return all tracks of a library with what is decided of them."""
    with Library(library_file) as library:
        decided = {i: line for batch in library.decisions.lines() for i, line in batch}
        return [
            line._replace(decision=decided.get(line.id))
            for batch in library.lines()
            for line in batch
        ]


def name_in(folder: Path, line) -> str:
    return Path(os.fsdecode(line.location)).relative_to(folder).as_posix()


def sort_all(library_file: Path, into: Path, *, pattern="{genre}/{filename}", ctx=None, **options):
    """Sort all that is decided; return the summary and what became of each file, by old name."""
    ctx = ctx or RecordingContext()
    kind = options.pop("kind", MoveKind.MOVE)
    prunes = options.pop("prunes_empty", False)
    choices = OrganizeChoices(into, kind, NamePattern.of(pattern), prunes)
    summary = organize(library_file, decided_lines(library_file), choices, ctx, **options)
    return summary, {move.source.name: move for move in ctx.lines}


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder, by their paths below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
