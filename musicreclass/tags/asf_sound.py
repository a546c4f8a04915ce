"""The sound's data of WMA files, read without their tags.

mutagen reads both or nothing, and one broken title must not hide a song.
"""

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

from musicreclass.tags.errors import NoSound

_FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_STREAM_PROPERTIES = bytes.fromhex("9107dcb7b7a9cf118ee600c00c205365")
_IS_AUDIO = bytes.fromhex("409e69f84d5bcf11a8fd00805f5c442b")
_FIRST_OBJECT = 30
_OBJECT_HEADER_BYTES = 24
_MAX_OBJECTS = 1_000
_MAX_BYTES = 1 << 16
_TICKS_PER_SECOND = 1e7
_BROADCAST = 1  # such a file does not know its length


@dataclass(slots=True)
class AsfInfo:
    """What mutagen would call the stream's info."""

    length: float = 0.0
    sample_rate: int = 0
    channels: int = 0
    bitrate: int = 0


def read_asf_sound(file: BinaryIO) -> AsfInfo:
    """Read the two header objects that describe the sound.

    Raises:
        NoSound: there is none, as in videos.
    """
    file_end = file.seek(0, os.SEEK_END)
    file.seek(0)
    header_end = min(struct.unpack("<16xQ", file.read(_OBJECT_HEADER_BYTES))[0], file_end)
    info = AsfInfo()
    at = _FIRST_OBJECT
    for _ in range(_MAX_OBJECTS):
        file.seek(at)
        kind, size = struct.unpack("<16sQ", file.read(_OBJECT_HEADER_BYTES))
        if kind == _FILE_PROPERTIES:
            info.length = _seconds(file.read(_MAX_BYTES))
        elif kind == _STREAM_PROPERTIES:
            _note_stream(info, file.read(_MAX_BYTES))
        at += max(size, _OBJECT_HEADER_BYTES)
        if at + _OBJECT_HEADER_BYTES > header_end:
            break
    if not info.channels:
        raise NoSound
    return info


def _seconds(body: bytes) -> float:
    ticks, preroll_ms, flags = struct.unpack_from("<40xQ8xQI", body)
    return 0.0 if flags & _BROADCAST else max(ticks / _TICKS_PER_SECOND - preroll_ms / 1000, 0.0)


def _note_stream(info: AsfInfo, body: bytes) -> None:
    if body.startswith(_IS_AUDIO) and not info.channels:
        info.channels, info.sample_rate, bytes_per_second = struct.unpack_from("<56xHII", body)
        info.bitrate = bytes_per_second * 8
