"""Sound through libsndfile: WAV, AIFF, FLAC, MP3 and the like, each sample where it belongs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import soundfile

from musicreclass.audio.decoding.decode_errors import NOT_READABLE, reading_errors
from musicreclass.audio.decoding.file_header import FileHeader
from musicreclass.audio.decoding.native_output import quiet_stderr
from musicreclass.audio.decoding.waveform import Block, DecodeError, Source

_BLOCK_SAMPLES = 2**17  # over all channels
_SLACK_SECONDS = 0.1  # encoders count their own padding differently
_SLACK_BYTES = 1000  # sloppy headers are off by a few
_PLACEHOLDERS = (2**31, 2**32)  # "I shall fill in the length later": one of these, or nearly
_PLACEHOLDER_BYTES = 5000
_SHORTENED = re.compile(
    r"^\s*(?:RIFF|FORM|riff|data|SSND|Data Size|Riff size)\s*:\s*(\d+) \(should be (\d+)\)", re.M
)


class LibsndfileStream:
    """One open file. Frames are counted from the first that the decoder gives."""

    def __init__(self, path: Path, seen: FileHeader) -> None:
        self._path = path
        self._seen = seen
        with self._native():
            # As bytes, since soundfile cannot encode names that are not valid UTF-8.
            self._file = soundfile.SoundFile(os.fsencode(path) if os.name == "posix" else str(path))
        if self._file.format == "RAW":  # what libsndfile makes of any bytes with a name in .au
            self.close()
            raise DecodeError(path, NOT_READABLE)
        self._frames = self._told_frames()
        self.is_damaged = False
        self.source = Source(
            sample_rate=self._file.samplerate,
            channels=self._file.channels,
            seconds=self._frames / self._file.samplerate if self._frames is not None else None,
            codec=f"{self._file.format} {self._file.subtype}",
            decoder="libsndfile",
        )

    def blocks(self, start: int) -> Iterator[Block]:
        """Yield the sound from frame `start` on, nothing if that is beyond the end."""
        with self._native():
            if start > self._file.frames:
                return
            if self._file.seekable() or start > 0:  # the latter fails, so that another takes over
                self._file.seek(start)
        frames = max(1, _BLOCK_SAMPLES // self._file.channels)
        while True:
            with self._native():
                block = self._file.read(frames, dtype="float32", always_2d=True)
            if len(block) == 0:
                return
            yield block

    def _told_frames(self) -> int | None:
        """Return the length that the file states, None where it is a guess."""
        is_guess = self._file.format == "MP3" and not self._seen.tells_mpeg_length
        if is_guess or not self._file.seekable():
            return None
        return self._file.frames or None  # 0: the writer never filled it in

    def is_cut_short(self, end: int) -> bool:
        """Whether the file promised more than the `end` frames that were found."""
        if self._seen.is_cut or _is_shortened(self._file.extra_info):
            return True
        slack = _SLACK_SECONDS * self.source.sample_rate
        return self._frames is not None and self._frames - end > slack

    def close(self) -> None:
        with self._native():
            self._file.close()

    @contextmanager
    def _native(self) -> Iterator[None]:
        with (
            reading_errors(self._path),
            quiet_stderr() if self._seen.may_be_noisy else nullcontext(),
        ):
            yield


def _is_shortened(log: str) -> bool:
    """Whether libsndfile noted that it had to shorten the length in the header."""
    lengths = ((int(said), int(found)) for said, found in _SHORTENED.findall(log))
    return any(found + _SLACK_BYTES < said and not _is_placeholder(said) for said, found in lengths)


def _is_placeholder(size: int) -> bool:
    return any(abs(limit - size) < _PLACEHOLDER_BYTES for limit in _PLACEHOLDERS)
