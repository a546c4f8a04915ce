"""Writing the genre of AIFF and DSDIFF files: into the ID3 tag in one of their chunks."""

from musicreclass.core.tag_change import GenreEdit, Patch
from musicreclass.tags.chunks import Chunk, ChunkFile, Layout
from musicreclass.tags.errors import Unwritable
from musicreclass.tags.genre_write import GenreWrite, Writer
from musicreclass.tags.id3_edit import EditedTag, edited_tag


def chunk_edit(layout: Layout) -> Writer:
    """Return a writer for a family of containers."""

    def edit(write: GenreWrite) -> GenreEdit:
        file = ChunkFile.of(write, layout)
        edited, patches = id3_patches(file, b"ID3 ")
        return id3_answer(write, edited, file.sized(patches))

    return edit


def id3_patches(file: ChunkFile, new_name: bytes) -> tuple[EditedTag, list[Patch]]:
    """Return the ID3 tag with the genres, and what puts it into the file."""
    chunk = id3_chunk(file)
    write = file.write
    if chunk is None:
        edited = edited_tag(b"", write.genres, write.choices)
        return edited, file.added(new_name, edited.tag) if edited.tag else []
    old = write.read(chunk.body_at, chunk.end - chunk.body_at)
    edited = edited_tag(old, write.genres, write.choices)
    return edited, file.replaced(chunk, edited.tag)


def id3_chunk(file: ChunkFile) -> Chunk | None:
    found = [chunk for chunk in file.chunks if chunk.name.upper() == b"ID3 "]
    if len(found) > 1:
        raise Unwritable("it has several ID3 tags, and which of them counts is unclear")
    return found[0] if found else None


def id3_answer(write: GenreWrite, edited: EditedTag, patches: list[Patch]) -> GenreEdit:
    return write.edit(edited.kind_after, patches, lost=edited.lost, remarks=edited.remarks)
