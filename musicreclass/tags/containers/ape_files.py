"""Files with an APEv2 tag behind the sound: Monkey's Audio, WavPack, Musepack, TAK and AC-3."""

from collections.abc import Callable
from typing import BinaryIO

from mutagen.ac3 import AC3Info
from mutagen.monkeysaudio import MonkeysAudioInfo
from mutagen.musepack import MusepackInfo
from mutagen.tak import TAKInfo
from mutagen.wavpack import WavPackInfo

from musicreclass.core.tag_change import GenreEdit
from musicreclass.sentences.reason import because
from musicreclass.tags.byte_diff import patches_between
from musicreclass.tags.containers.ape import KIND, edited_ape, read_ape
from musicreclass.tags.containers.mpeg import end_tags_edit, id3v1_patches
from musicreclass.tags.end_tags import APE_FOOTER_BYTES, ID3V1_BYTES, head_end, tail
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.id3.tag_texts import read_id3
from musicreclass.tags.raw_tags import Contents, Info, Reader
from musicreclass.tags.tag_errors import Unwritable

_MAX_READS = 10_000  # a whole header of Musepack takes some thirty


def _reader(info: Callable[[BinaryIO], Info]) -> Reader:
    """Return a reader of APEv2 tags, and of ID3 where programs put it nevertheless."""

    def sound(file: BinaryIO) -> Info:
        file.seek(head_end(file))
        return info(file)

    def contents(file: BinaryIO) -> Contents:
        ape = read_ape(file)
        return sound(file), ape if ape.kind else read_id3(file)[0]

    return Reader(contents, sound)


class _LimitedReads:
    """As much of a file as mutagen uses, until it has read from it too often.

    It walks from packet to packet of Musepack, and a broken one may send it back to where it was.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = _MAX_READS
        self.seek = file.seek
        self.tell = file.tell

    def read(self, count: int = -1) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise ValueError("the packets lead in circles")
        return self._file.read(count)


MONKEYS_AUDIO = _reader(MonkeysAudioInfo)
WAVPACK = _reader(WavPackInfo)
MUSEPACK = _reader(lambda file: MusepackInfo(_LimitedReads(file)))
TAK = _reader(TAKInfo)
AC3 = _reader(AC3Info)


def ape_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre behind the sound; a new tag goes there where the file has none at all."""
    end = tail(write.file, write.size)
    if write.tags.tag_kind.startswith("ID3"):
        return end_tags_edit(write)
    size = 0 if end.ape_footer is None else end.ape_footer + APE_FOOTER_BYTES - end.sound_end
    old = write.read(end.sound_end, size)
    new = edited_ape(old, write.texts).tag
    id3v1 = write.read(write.size - ID3V1_BYTES, ID3V1_BYTES) if end.has_id3v1 else b""
    patches = [*patches_between(end.sound_end, old, new), *id3v1_patches(write, id3v1)]
    return write.edit(KIND if new else write.tags.tag_kind, patches)


def ac3_edit(write: GenreWrite) -> GenreEdit:
    """Replace the genre of a tag that is there; no player looks for one."""
    if write.tags.tag_kind != KIND:
        raise Unwritable(because("tags.no_genre_in_ac3"))
    return ape_edit(write)
