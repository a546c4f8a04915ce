"""Writing the genre of files with tags stuck onto their ends, as the formats' table asks for it."""

from musicreclass.core.tag_change import GenreEdit
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.mpeg_genre import mpeg_edit


def edges_edit(write: GenreWrite) -> GenreEdit:
    return mpeg_edit(write.path, write.file, write.size, write.genres, write.choices)
