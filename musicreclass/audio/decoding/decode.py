"""A path in, mono sound out, whatever the file is: the front of libsndfile, FFmpeg and soxr.

What is asked for is cut out exactly: an excerpt has the very samples that the whole file has at
that position, also after resampling. The exceptions are formats whose containers cannot say where
they are: WMA and Matroska round positions to 1 ms, raw AC-3 is off by up to one frame (35 ms). And
AAC may hold bands of mere noise, which the decoder makes up anew after each jump. What is left out
of a damaged file shifts the positions after it in the whole, and not in an excerpt.

Encoder delay is removed where the file tells it: MP3 with a LAME header, MP4 with an edit list,
Ogg Vorbis, Opus. Without the note it stays in front: 1105 samples of an MP3, 1024 of a raw AAC.

Decided: Ogg goes to FFmpeg first, though libsndfile reads it too, sample for sample the same: a
30-s excerpt takes 36 ms instead of 61 with Vorbis and 75 instead of 222 with Opus. So do MP3s that
do not tell their length: libsndfile ended one of 20 s after five.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr

from musicreclass.audio.decoding.decode_errors import NO_SOUND
from musicreclass.audio.decoding.reading import Reading, reading
from musicreclass.audio.decoding.waveform import DecodeError, Remark, Samples, Source, Waveform
from musicreclass.sentences.reason import Reason, because

__all__ = ["DecodeError", "Remark", "Source", "Waveform", "blocks", "decode", "probe"]

LARGEST_SAMPLES = 2**28  # in one Waveform: 1 GiB, 1.7 hours at 44.1 kHz

_PART_SAMPLES = 2**24  # so large that the system has their memory back as soon as they are let go
_PREROLL_SECONDS = 0.03  # further than the resampler's filter reaches
_SLACK_SECONDS = 0.05  # by which an excerpt may come out shorter; headers round


def probe(path: Path) -> Source:
    """Return what the file says of its sound; next to nothing of it is decoded.

    Raises:
        DecodeError: it holds no sound that can be decoded.
    """
    with reading(path) as opened:
        return opened.source


def decode(
    path: Path,
    *,
    sample_rate: int | None = None,
    start_seconds: float = 0.0,
    seconds: float | None = None,
) -> Waveform:
    """Return the mono sound of `path`, or `seconds` of it from `start_seconds` on.

    An excerpt that would reach beyond the end of the sound is moved to end there, so that files
    which were cut off are decoded too; `Waveform.start_seconds` says where it was taken.

    Args:
        sample_rate: in Hz; None keeps the file's own.
        seconds: None takes all there is, up to `LARGEST_SAMPLES`.

    Raises:
        DecodeError: no sound can be got out of the file.
    """
    if start_seconds < 0.0 or (seconds is not None and seconds <= 0.0):
        raise ValueError(f"no such excerpt: {seconds} s from {start_seconds} s")
    with reading(path) as opened:
        rate = sample_rate or opened.source.sample_rate
        if seconds is None:
            found = _whole(opened, rate, start_seconds)
        else:
            found = _excerpt(opened, rate, start_seconds, seconds)
        if found is None:
            # An excerpt was looked for at the end too: then there is nothing anywhere.
            reason = _nothing_found(start_seconds) if seconds is None else NO_SOUND
            raise opened.failure or DecodeError(path, reason)
        return found


def blocks(
    path: Path,
    *,
    sample_rate: int | None = None,
    block_seconds: float = 10.0,
    start_seconds: float = 0.0,
) -> Iterator[Waveform]:
    """Yield the mono sound of `path` in blocks, the last one shorter; memory stays flat.

    Each block bears the remarks on all that came so far; that a file is cut short is noticed in
    the last. Nothing comes where `start_seconds` lies beyond the end.

    Raises:
        DecodeError: no sound can be got out of the file.
    """
    with reading(path) as opened:
        rate = sample_rate or opened.source.sample_rate
        count = max(1, round(block_seconds * rate))
        found = None
        for found in _waveforms(opened, rate, start_seconds, count):
            yield found
        if found is None and start_seconds == 0.0:
            raise opened.failure or DecodeError(path, _nothing_found(start_seconds))


def _whole(opened: Reading, rate: int, start_seconds: float) -> Waveform | None:
    found = next(_waveforms(opened, rate, start_seconds, LARGEST_SAMPLES), None)
    if found is not None and len(found.samples) == LARGEST_SAMPLES:
        return replace(found, remarks=(*found.remarks, Remark.CUT))
    return found


def _excerpt(opened: Reading, rate: int, start_seconds: float, seconds: float) -> Waveform | None:
    count = min(max(1, round(seconds * rate)), LARGEST_SAMPLES)
    if opened.source.seconds is not None:
        start_seconds = min(start_seconds, max(0.0, opened.source.seconds - seconds))
    found = next(_waveforms(opened, rate, start_seconds, count), None)
    is_complete = found is not None and len(found.samples) >= count - _SLACK_SECONDS * rate
    if is_complete or start_seconds == 0.0:
        return found
    end_seconds = _end_seconds(opened) if found is None else opened.end_seconds
    if not end_seconds:
        return found
    return next(_waveforms(opened, rate, max(0.0, end_seconds - seconds), count), None)


def _end_seconds(opened: Reading) -> float | None:
    """Decode everything, only to learn where it ends."""
    for _ in opened.mono(0):
        pass
    return opened.end_seconds


def _waveforms(opened: Reading, rate: int, start_seconds: float, count: int) -> Iterator[Waveform]:
    """Yield waveforms of `count` samples at `rate`, the last one shorter."""
    native = opened.source.sample_rate
    position = _position(start_seconds, native, rate)
    pieces = _resampled(opened.mono(position.native_start), native, rate)
    at = position.start
    for samples in _sliced(pieces, position.lead, count):
        yield Waveform(samples, rate, at / rate, opened.source, opened.remarks())
        at += len(samples)


@dataclass(frozen=True, slots=True)
class _Position:
    """Where decoding begins so that an excerpt falls on the same grid as the whole file."""

    start: int  # first sample wanted, at the rate wanted
    native_start: int  # frame of the file to begin with
    lead: int  # samples at the rate wanted that come before the first wanted


def _position(start_seconds: float, native: int, rate: int) -> _Position:
    start = round(start_seconds * rate)
    if native == rate:
        return _Position(start, start, 0)
    common = math.gcd(native, rate)
    meeting = native // common  # frames between two that coincide with samples at the other rate
    steps = max(0, start * native // rate - round(_PREROLL_SECONDS * native)) // meeting
    return _Position(start, steps * meeting, start - steps * (rate // common))


def _resampled(pieces: Iterable[Samples], native: int, rate: int) -> Iterator[Samples]:
    if native == rate:
        yield from pieces
        return
    resampler = soxr.ResampleStream(native, rate, 1, dtype="float32", quality="HQ")
    for piece in pieces:
        yield resampler.resample_chunk(piece)
    yield resampler.resample_chunk(np.empty(0, dtype=np.float32), last=True)


def _sliced(pieces: Iterable[Samples], lead: int, count: int) -> Iterator[Samples]:
    """Yield the samples after the first `lead` in slices of `count`."""
    waiting: list[Samples] = []
    have = parts = 0  # samples; large pieces in front
    for piece in pieces:
        piece, lead = piece[lead:], max(0, lead - len(piece))
        while have + len(piece) >= count:
            room = count - have
            waiting.append(piece[:room])
            yield _joined(waiting)
            parts = 0
            have, piece = 0, piece[room:]
        if len(piece):
            waiting.append(piece)
            have += len(piece)
        if sum(map(len, waiting[parts:])) >= _PART_SAMPLES:
            waiting[parts:] = [_joined(waiting[parts:])]
            parts += 1
    if waiting:
        yield _joined(waiting)


def _joined(pieces: list[Samples]) -> Samples:
    """Join `pieces` and take them away, each once it is copied: long files are never held twice."""
    joined = np.empty(sum(map(len, pieces)), dtype=np.float32)
    end = len(joined)
    while pieces:
        piece = pieces.pop()
        joined[end - len(piece) : end] = piece
        end -= len(piece)
    return joined


def _nothing_found(start_seconds: float) -> Reason:
    if start_seconds == 0.0:
        return NO_SOUND
    return because("audio.no_sound_after", seconds=start_seconds)


WANTED_CODECS = (
    "aac",
    "alac",
    "ape",
    "dsd_lsbf",
    "mp3",
    "mpc7",
    "mpc8",
    "opus",
    "wavpack",
    "wmav2",
)


def versions() -> dict[str, str]:
    """Return the libraries that decode, with their versions."""
    return {
        "libsndfile": f"{soundfile.__libsndfile_version__} (soundfile)",
        "FFmpeg": f"{av.ffmpeg_version_info} (PyAV {av.__version__})",
        "soxr": soxr.__libsoxr_version__,
    }


def missing_codecs() -> list[str]:
    """Return what FFmpeg should decode and does not know."""
    return [codec for codec in WANTED_CODECS if codec not in av.codecs_available]
