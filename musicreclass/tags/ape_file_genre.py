"""Writing the genre of files with an APEv2 tag: Monkey's Audio, WavPack, Musepack and TAK."""

from collections.abc import Iterator

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.tags.ape_genre import KIND, edited_ape
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.edges import APE_FOOTER_BYTES, Tail, tail
from musicreclass.tags.edges_genre import edges_edit
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.id3_v1 import genre_number


def ape_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre behind the sound; a new tag goes there where the file has none at all."""
    end = tail(write.file, write.size)
    if write.tags.tag_kind.startswith("ID3"):
        return edges_edit(write)
    size = 0 if end.ape_footer is None else end.ape_footer + APE_FOOTER_BYTES - end.sound_end
    old = write.read(end.sound_end, size)
    new = edited_ape(old, write.genres, write.choices).tag
    patches = [*patches_between(end.sound_end, old, new), *_number(write, end)]
    return write.edit(KIND if new else write.tags.tag_kind, patches)


def ac3_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre of a tag that is there; no player looks for one."""
    if write.tags.tag_kind != KIND:
        raise Unwritable("AC-3 files have no place for a genre")
    return ape_edit(write)


def _number(write: GenreWrite, end: Tail) -> Iterator[Patch]:
    """Yield what keeps the genre of an ID3v1 tag in step."""
    if end.has_id3v1:
        at = write.size - 1
        yield Patch(at, write.read(at, 1), bytes([genre_number(write.genres)]))
