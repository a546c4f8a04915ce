"""A library of real MP3 files whose genres were decided and are to be written."""

from pathlib import Path

from musicreclass.core.tag_change import WriteChoices
from musicreclass.core.track import FileStamp, ScannedFile
from musicreclass.library.store import Library
from musicreclass.pipeline.review.decide import set_genres
from musicreclass.pipeline.writing.apply import wanted_genres, write_genres
from musicreclass.tags.read import read_facts
from tests.material import id3v1, id3v2, latin1, make_mp3, utf16
from tests.recording_context import RecordingContext

GENRES = ("Folk", "民謠")


def make_library(library_file: Path, folder: Path, names, first=0) -> dict[str, bytes]:
    """Make tagged files and a library that wants `GENRES` in them; return their bytes by name.

    Args:
        first: the number of the first file; odd ones have room for the genres.
    """
    for number, name in enumerate(names, first):
        make_song(folder / name, number)
    with Library(library_file) as library:
        folder_id = library.add_folder(folder).id
        library.record([scanned(folder / name, folder_id) for name in names])
    decide_all(library_file)
    return contents(folder)


def decide_all(library_file: Path, genres=GENRES) -> None:
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
    set_genres(library_file, lines, genres, RecordingContext())


def make_song(path: Path, number: int) -> None:
    """Write an MP3 file of which every other one has room for a longer genre."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frames = [
        (b"TIT2", utf16(f"青花瓷 {number}")),
        (b"TCON", latin1(b"Rock")),
        (b"PRIV", b"owner\0" + bytes(range(256))),
    ]
    tag = id3v2(3, frames, padding=512 * (number % 2))
    make_mp3(path, number=number, frames=20, head=tag, tail=id3v1(b"title", genre=17))


def scanned(path: Path, folder_id: int) -> ScannedFile:
    return ScannedFile(str(path), folder_id, FileStamp.of(path), read_facts(path))


def write_all(library_file, *, choices=None, ctx=None, **options):
    """Write all that waits; return the summary and what became of each file, by name."""
    ctx = ctx or RecordingContext()
    wanted = wanted_genres(library_file, RecordingContext())
    summary = write_genres(library_file, wanted, choices or WriteChoices(), ctx, **options)
    return summary, {one.path.name: one for one in ctx.lines}


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
