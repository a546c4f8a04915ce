"""Writing the genre of WAV files: into an ID3 chunk, into the list of texts, or into both.

A file that has only the list keeps it so. One without tags gets an ID3 chunk, which names the
encoding of its texts.
"""

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.tags.chunk_genre import id3_answer, id3_chunk, id3_patches
from musicreclass.tags.chunks import RIFF_LAYOUT, Chunk, ChunkFile
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.info_list import edited_info, has_genre, is_info
from musicreclass.tags.riff import INFO_KIND


def wave_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre wherever the file has one."""
    file = ChunkFile.of(write, RIFF_LAYOUT)
    if file.chunks and file.chunks[0].name == b"ds64":
        file = file.with_long_size()
    listed = next((chunk for chunk in file.chunks if _is_info(write, chunk)), None)
    if listed is not None and id3_chunk(file) is None:
        return write.edit(INFO_KIND, file.sized(_listed(file, listed)))
    edited, patches = id3_patches(file, b"id3 ")
    if listed is not None and has_genre(_body(write, listed)):
        patches += _listed(file, listed)
    return id3_answer(write, edited, file.sized(patches))


def _is_info(write: GenreWrite, chunk: Chunk) -> bool:
    return chunk.name == b"LIST" and is_info(write.read(chunk.body_at, 4))


def _listed(file: ChunkFile, chunk: Chunk) -> list[Patch]:
    return file.replaced(chunk, edited_info(_body(file.write, chunk), file.write.texts))


def _body(write: GenreWrite, chunk: Chunk) -> bytes:
    return write.read(chunk.body_at, chunk.end - chunk.body_at)
