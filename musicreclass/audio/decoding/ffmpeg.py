"""Sound through FFmpeg's libraries (PyAV): what libsndfile cannot read, or reads slowly."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, islice
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.decoding.decode_errors import NO_SOUND, TOO_DAMAGED, reading_errors
from musicreclass.audio.decoding.file_header import FileHeader
from musicreclass.audio.decoding.waveform import Block, DecodeError, Source
from musicreclass.sentences.reason import because

logger = logging.getLogger(__name__)

# FFmpeg also opens playlists, which lead to other files and hosts; a song may not do that.
_CONTAINERS = (
    "aa,aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,dts,dtshd,eac3,flac,flv,iff,matroska,webm,mov,mp4,"
    "mp3,mpc,mpc8,mpeg,mpegts,ogg,oma,rm,shn,tak,truehd,tta,voc,w64,wav,wv,xwma"
)
# Those without a length in their header: what FFmpeg tells is a guess from the file's size.
_UNCOUNTED = ("aac", "ac3", "amr", "dts", "dtshd", "eac3", "mp3", "mpeg", "mpegts", "shn", "truehd")
_PROTECTED_TAGS = ("drms", "aavd")  # songs and books sold with a lock
_BLOCK_FRAMES = 2**16
_PREROLL_SECONDS = 0.5  # MP3 leans on the ten frames before, Opus needs 80 ms to settle
_SLACK_SECONDS = 0.1  # containers round, and count their own padding differently
_TRIAL_PACKETS = 16
_FRUITLESS_PACKETS = 2000  # in a row: nearly a minute of MP3 without a sound


class FfmpegStream:
    """One open file. Frames are counted from the first that the decoder gives."""

    def __init__(self, path: Path, seen: FileHeader) -> None:
        self._path = path
        self._seen = seen
        self._sample_rate = 0  # Hz; the first frame tells, headers may tell half of it (HE-AAC)
        self.is_damaged = False
        self._open()
        try:
            first = next(self._frames(), None)
            if first is None:
                raise DecodeError(path, TOO_DAMAGED if self.is_damaged else NO_SOUND)
            if self.is_damaged and not self._is_plausible():
                raise DecodeError(path, TOO_DAMAGED)
            self._sample_rate = first.sample_rate
            self._origin = _time(first) or Fraction(0)
            self.source = Source(
                sample_rate=first.sample_rate,
                channels=first.layout.nb_channels,
                seconds=self._promised_seconds(),
                codec=self._stream.codec_context.name,
                decoder="FFmpeg",
            )
        except DecodeError:
            self.close()
            raise

    def blocks(self, start: int) -> Iterator[Block]:
        """Yield the sound from frame `start` on, nothing if that is beyond the end."""
        self.is_damaged = False
        position, frames = self._frames_towards(start)
        waiting: list[Block] = []
        count = 0
        for frame in frames:
            block = _samples(frame)[max(0, start - position) :]
            position += frame.samples
            if waiting and waiting[0].shape[1] != block.shape[1]:
                yield np.concatenate(waiting)
                waiting, count = [], 0
            waiting.append(block)
            count += len(block)
            if count >= _BLOCK_FRAMES:
                yield np.concatenate(waiting)
                waiting, count = [], 0
        if count:
            yield np.concatenate(waiting)

    def is_cut_short(self, end: int) -> bool:
        """Whether the file promised more than the `end` frames that were found."""
        if self._seen.is_cut:
            return True
        promised = self.source.seconds
        return promised is not None and promised - end / self._sample_rate > _SLACK_SECONDS

    def close(self) -> None:
        self._container.close()

    def _open(self) -> None:
        # Errors say why only if FFmpeg may log at all; nothing is as loud as this level.
        av.logging.set_level(av.logging.PANIC)
        with reading_errors(self._path):
            self._container = av.open(
                str(self._path.absolute()),
                mode="r",
                metadata_errors="replace",
                container_options={"format_whitelist": _CONTAINERS, "protocol_whitelist": "file"},
            )
        streams = self._container.streams.audio
        if not streams or streams[0].codec_context is None:
            self.close()
            raise DecodeError(self._path, because("audio.no_stream"))
        self._stream = streams[0]
        if self._stream.codec_context.codec_tag in _PROTECTED_TAGS:
            self.close()
            raise DecodeError(self._path, because("audio.protected"))
        self._stream.codec_context.thread_count = 1  # the processes are the parallel ones

    def _promised_seconds(self) -> float | None:
        """Return the length that the file states, None where FFmpeg had to guess it."""
        name = self._container.format.name
        if name in _UNCOUNTED and not (name == "mp3" and self._seen.tells_mpeg_length):
            return None
        if self._stream.duration is not None and self._stream.time_base is not None:
            return float(self._stream.duration * self._stream.time_base)
        duration = self._container.duration
        return duration / av.time_base if duration is not None else None

    def _frames_towards(self, start: int) -> tuple[int, Iterator[av.AudioFrame]]:
        """Return a position at or before `start`, and the frames from there on."""
        preroll = int(_PREROLL_SECONDS * self._sample_rate)
        if start > 2 * preroll and self._jump(start - preroll):
            frames = self._frames()
            first = next(frames, None)
            position = self._position(first)
            if first is not None and 0 <= position <= start:
                return position, chain((first,), frames)
            logger.debug("%s: no way to jump to frame %d, decoding up to it", self._path, start)
        self.close()  # the one beginning that is the same for every format
        self._open()
        return 0, self._frames()

    def _jump(self, position: int) -> bool:
        time_base = self._stream.time_base
        if time_base is None:
            return False
        time = self._origin + Fraction(position, self._sample_rate)
        try:
            with reading_errors(self._path):
                self._container.seek(int(time / time_base), stream=self._stream)
        except DecodeError:
            return False
        return True

    def _position(self, frame: av.AudioFrame | None) -> int:
        """Return where `frame` lies by its time stamp, -1 if that is unknown."""
        time = _time(frame) if frame is not None else None
        return -1 if time is None else round((time - self._origin) * self._sample_rate)

    def _frames(self) -> Iterator[av.AudioFrame]:
        """Yield what can be decoded from here to the end; what cannot is noted and left out."""
        fruitless = 0
        for packet in self._packets():
            frames = self._decoded(packet)
            fruitless = 0 if frames else fruitless + 1
            if fruitless > _FRUITLESS_PACKETS:
                self.is_damaged = True
                return
            for frame in frames:
                if frame.sample_rate == (self._sample_rate or frame.sample_rate):
                    yield frame
                else:  # a misread header, or another song chained to this one
                    self.is_damaged = True

    def _is_plausible(self) -> bool:
        """Whether more can be decoded than not, after what seems to be the first frame of sound.

        By chance random bytes hold a frame as well.
        """
        tried = [bool(self._decoded(packet)) for packet in islice(self._packets(), _TRIAL_PACKETS)]
        return 2 * sum(tried) >= len(tried)

    def _packets(self) -> Iterator[av.Packet[av.AudioStream]]:
        packets = self._container.demux(self._stream)
        while True:
            try:
                with reading_errors(self._path):
                    packet = next(packets, None)
            except DecodeError as error:
                self._note(error)
                return
            if packet is None:
                return
            yield packet

    def _decoded(self, packet: av.Packet[av.AudioStream]) -> list[av.AudioFrame]:
        try:
            with reading_errors(self._path):
                return packet.decode()
        except DecodeError as error:
            self._note(error)
            return []

    def _note(self, error: DecodeError) -> None:
        self.is_damaged = True
        logger.debug("left out: %s (%s)", error, error.__cause__)


def _time(frame: av.AudioFrame) -> Fraction | None:
    """Return when `frame` begins, in seconds, if it bears a time stamp."""
    return None if frame.pts is None or frame.time_base is None else frame.pts * frame.time_base


def _samples(frame: av.AudioFrame) -> Block:
    """Return the samples of `frame`, shape (n_frames, n_channels), full scale ±1."""
    raw = _raw(frame)
    raw = raw.T if frame.format.is_planar else raw.reshape(-1, frame.layout.nb_channels)
    if raw.dtype.kind == "f":
        return raw.astype(np.float32, copy=False)
    full_scale = 2.0 ** (8 * raw.dtype.itemsize - 1)
    zero = full_scale if raw.dtype.kind == "u" else 0.0
    return (raw.astype(np.float32) - np.float32(zero)) * np.float32(1.0 / full_scale)


def _raw(frame: av.AudioFrame) -> NDArray[Any]:
    if frame.format.name not in ("s64", "s64p"):
        return frame.to_ndarray()
    # PyAV leaves these out; a plane may be longer than what is in it.
    count = frame.samples * (1 if frame.format.is_planar else frame.layout.nb_channels)
    return np.stack([np.frombuffer(bytes(plane), np.int64, count) for plane in frame.planes])
