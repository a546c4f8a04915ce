"""A snapshot of all tags but the genre, as mutagen reads them, to be compared.

Nothing here knows how genres are written: it is to find the mistakes of the code that does.
"""

import re
from collections.abc import Mapping
from typing import Any, BinaryIO

import mutagen
from mutagen.apev2 import APENoHeaderError, APEv2
from mutagen.asf import ASFTags
from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.mp4 import MP4Tags

from musicreclass.tags.bounded_mutagen import bounded_file, bounded_mutagen

_GENRES = ("genre", "wm/genre", "\xa9gen", "gnre", "tcon")
_NUMBERED = re.compile(r"^(unknown)\d+$")  # mutagen's names for nameless Vorbis comments
_PLAIN = (bytes, str, int, float, list, tuple)
_FLAC_PADDING, _FLAC_COMMENT = 1, 4

Snapshot = Mapping[str, Any]


def opened(file: BinaryIO) -> Any:
    """Return the file as mutagen reads it, None where it cannot."""
    try:
        with bounded_mutagen():  # of its own: before and after must be read alike
            return mutagen.File(bounded_file(file))
    except mutagen.MutagenError:  # as of RF64, which it does not know
        return None


def opened_alike(audio: Any, file: BinaryIO) -> Any:
    """Return another file as mutagen reads it, of the same kind."""
    with bounded_mutagen():
        return type(audio)(bounded_file(file))


def other_tags(audio: Any, file: BinaryIO, *, by_version: bool) -> Snapshot:
    """Return all tags but the genre, by names that are unique in the file.

    Args:
        audio: the file as mutagen has read it.
        by_version: with what may differ between versions of one kind of tag.
    """
    found = dict(_texts(audio.tags, by_version=by_version))
    if isinstance(audio, FLAC):
        blocks = (b for b in audio.metadata_blocks if b.code not in (_FLAC_PADDING, _FLAC_COMMENT))
        found["blocks"] = [(block.code, block.write()) for block in blocks]
    if getattr(audio, "chapters", None):
        found["chapters"] = [(chapter.start, chapter.title) for chapter in audio.chapters]
    if not isinstance(audio.tags, APEv2):
        found["behind"] = _behind(file)
    return {name: value for name, value in found.items() if value}


def other_frames(tag: ID3) -> Snapshot:
    """Return all frames of an ID3 tag but the genre, by their keys."""
    return _texts(tag, by_version=True)


def _texts(tags: Any, *, by_version: bool) -> dict[str, Any]:
    if tags is None:
        return {}
    if isinstance(tags, ID3):
        frames: dict[str, Any] = {key: _frame(f, by_version=by_version) for key, f in tags.items()}
        frames["unknown"] = list(tags.unknown_frames) if by_version else []
        return _without_genre(frames)
    pairs: list[tuple[str, Any]]
    if isinstance(tags, ASFTags):
        pairs = [(name, (v.value, v.stream, v.language)) for name, v in tags]
    elif isinstance(tags, APEv2):
        pairs = [(name, (value.kind, value.value)) for name, value in tags.items()]
    elif isinstance(tags, MP4Tags):
        pairs = list(tags.items())
    else:
        pairs = [(_NUMBERED.sub(r"\1", name), value) for name, value in tags]
    named: dict[str, Any] = {}
    for name, value in pairs:
        named.setdefault(name, []).append(value)
    return _without_genre(named)


def _without_genre(tags: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in tags.items() if name.lower() not in _GENRES}


def _frame(frame: Any, *, by_version: bool) -> dict[str, Any]:
    hidden = () if by_version else ("encoding",)
    return {
        name: value if isinstance(value, _PLAIN) else repr(value)
        for name, value in vars(frame).items()
        if name not in hidden
    }


def _behind(file: BinaryIO) -> dict[str, Any]:
    """Return the APEv2 tag that hangs behind sound of another kind."""
    file.seek(0)
    try:
        return _texts(APEv2(file), by_version=True)
    except APENoHeaderError:
        return {}
