"""One file being decoded at its own rate: the decoders in turn, each where the last gave up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from musicreclass.audio.decoding.decode_errors import NOT_READABLE, reading_errors
from musicreclass.audio.decoding.ffmpeg import FfmpegStream
from musicreclass.audio.decoding.file_header import FileHeader, sniff
from musicreclass.audio.decoding.libsndfile import LibsndfileStream
from musicreclass.audio.decoding.waveform import (
    Block,
    DecodeError,
    Remark,
    Samples,
    SoundCheck,
    Source,
)
from musicreclass.sentences.reason import because

logger = logging.getLogger(__name__)

# No recording is longer; what goes on and on is a decoder gone astray.
LONGEST_SECONDS = 48 * 3600.0
SAMPLE_RATES = range(1000, 6_000_000)  # Hz; what lies outside is a misread header


class SoundStream(Protocol):
    """What a decoder offers for one open file."""

    source: Source
    is_damaged: bool

    def blocks(self, start: int) -> Iterator[Block]:
        """Yield the sound from frame `start` on; may be called again, for another position."""

    def is_cut_short(self, end: int) -> bool:
        """Whether the file promised more than the `end` frames that were found."""

    def close(self) -> None: ...


Opener = Callable[[Path, FileHeader], SoundStream]


@contextmanager
def reading(path: Path) -> Iterator[Reading]:
    """Open `path` for as long as the context lasts.

    Raises:
        DecodeError: no decoder knows what to do with it.
    """
    one = Reading(path)
    try:
        yield one
    finally:
        one.close()


class Reading:
    """The sound of one file, at its own rate and mixed to mono."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with reading_errors(path):
            self._seen = sniff(path)
        self._untried = _decoders(self._seen)
        self._stream = self._next_stream()
        self._check = SoundCheck()
        self._is_damaged = False
        self.source = self._stream.source
        self.end_seconds: float | None = None  # where the sound turned out to end
        self.failure: DecodeError | None = None  # what stopped the last decoder

    def mono(self, start: int) -> Iterator[Samples]:
        """Yield the sound from frame `start` on, in blocks; remarks begin anew."""
        self._check, self._is_damaged = SoundCheck(), False
        position, last = start, int(LONGEST_SECONDS * self.source.sample_rate)
        is_over = False
        while not is_over:
            self.failure = None
            try:
                for block in self._stream.blocks(position):
                    position += len(block)
                    yield self._check.mono(block)
                    if position > last:
                        return
            except DecodeError as error:
                logger.debug("%s gave up: %s", self._stream.source.decoder, error)
                self.failure = error
                self._is_damaged = position > start
            is_whole = self.failure is None and position > 0
            is_over = is_whole or not self._take_over()
        self.end_seconds = position / self.source.sample_rate

    def remarks(self) -> tuple[Remark, ...]:
        """Return what has been noticed since `mono` began."""
        return self._check.remarks() + tuple(
            remark
            for remark, is_so in (
                (Remark.TRUNCATED, self._is_cut_short()),
                (Remark.DAMAGED, self._is_damaged or self._stream.is_damaged),
            )
            if is_so
        )

    def close(self) -> None:
        self._stream.close()

    def _is_cut_short(self) -> bool:
        if self.end_seconds is None:
            return False
        return self._stream.is_cut_short(round(self.end_seconds * self.source.sample_rate))

    def _next_stream(self) -> SoundStream:
        """Open the file with the first decoder left that can.

        Raises:
            DecodeError: none can; the most telling of their reasons.
        """
        failures = []
        while self._untried:
            try:
                stream = self._untried.pop(0)(self._path, self._seen)
            except DecodeError as error:
                failures.append(error)
                continue
            if (rate := stream.source.sample_rate) in SAMPLE_RATES:
                return stream
            stream.close()
            failures.append(DecodeError(self._path, because("audio.impossible_rate", rate=rate)))
        raise min(failures, key=lambda failure: failure.reason == NOT_READABLE)

    def _take_over(self) -> bool:
        """Go on with the next decoder, if there is one that reads the same."""
        if not self._untried:
            return False
        try:
            stream = self._next_stream()
        except DecodeError as error:
            logger.debug("nobody takes over: %s", error)
            return False
        if stream.source.sample_rate != self.source.sample_rate:
            stream.close()
            return False
        self._stream.close()
        self._stream = stream
        return True


def _decoders(seen: FileHeader) -> list[Opener]:
    """Return who is to try, in order.

    libsndfile is faster where both can, except with Ogg, and exact. But it ends an MP3 where it
    guesses the end, which may be long before the real one, unless the encoder noted the length.
    """
    if seen.is_ogg or (seen.may_be_noisy and not seen.tells_mpeg_length):
        return [FfmpegStream, LibsndfileStream]
    return [LibsndfileStream, FfmpegStream]
