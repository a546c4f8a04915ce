"""Writing the genre of DSF files: into the ID3 tag behind the sound, to which the header points."""

import struct

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.id3_edit import edited_tag

_SIZES_AT = 12


def dsf_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre; the header learns where a new tag lies, and how long the file is."""
    sizes = write.read(_SIZES_AT, 16)
    size, pointer = struct.unpack("<QQ", sizes)
    if size != write.size or pointer > write.size:
        raise Unwritable("its header says another size than the file has")
    start = pointer or write.size
    old = write.read(start, write.size - start)
    edited = edited_tag(old, write.genres, write.choices)
    end = start + len(edited.tag)
    new_sizes = struct.pack("<QQ", end, start if edited.tag else 0)
    patches = [Patch(_SIZES_AT, sizes, new_sizes), *patches_between(start, old, edited.tag)]
    return write.edit(edited.kind_after, patches, lost=edited.lost, remarks=edited.remarks)
