"""Reading ID3 tags of all versions, with only the frames that a library shows.

Frames that nobody asked for are not parsed: that is a third faster, and a broken rating or
picture costs nothing.
"""

from functools import cache
from typing import Any, BinaryIO

from mutagen.id3 import ID3, Encoding, Frames, Frames_2_2, ID3NoHeaderError

from musicreclass.tags.id3.genre_frame import genre_names
from musicreclass.tags.raw_tags import RawTags, Texts

_FIELDS = {
    "title": ("TIT2",),
    "artist": ("TPE1",),
    "album_artist": ("TPE2",),
    "album": ("TALB",),
    "track_number": ("TRCK",),
    "year": ("TDRC", "TYER", "TDRL", "TDOR", "TORY"),
    "genres": ("TCON",),
}
_OLD_NAMES = ("TT2", "TP1", "TP2", "TAL", "TRK", "TYE", "TOR", "TCO")  # those of ID3v2.2


@cache
def wanted_frames() -> dict[str, Any]:
    """Return the frame classes that mutagen shall parse."""
    names = {name for names in _FIELDS.values() for name in names}
    return {name: Frames[name] for name in names} | {n: Frames_2_2[n] for n in _OLD_NAMES}


def read_id3(file: BinaryIO) -> tuple[RawTags, int]:
    """Return the tag at the head of the file, or else its ID3v1, and the bytes at the head."""
    file.seek(0)
    try:
        tag = ID3(file, known_frames=wanted_frames(), translate=False)
    except ID3NoHeaderError:
        return RawTags(), 0
    return id3_texts(tag), tag.size


def id3_texts(tag: Any) -> RawTags:
    """Return the texts of a tag that mutagen has read; nothing for None."""
    if tag is None:
        return RawTags()
    wanted = wanted_frames()
    found = {key: _texts(frame) for key, frame in tag.items() if frame.FrameID in wanted}
    return RawTags.of(_kind(tag.version), found, _FIELDS)


def _kind(version: tuple[int, ...]) -> str:
    return f"ID3v2.{version[1]}" if version[0] == 2 else "ID3v1"


def _texts(frame: Any) -> Texts:
    values = genre_names(frame) if frame.FrameID == "TCON" else tuple(map(str, frame.text))
    if frame.encoding != Encoding.LATIN1:
        return values
    return tuple(v if v.isascii() else v.encode("latin-1", "replace") for v in values)
