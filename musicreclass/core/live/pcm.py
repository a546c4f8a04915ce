"""Raw PCM: what its bytes mean, and mono samples out of bytes that come in any portions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import Reason, because

Samples = npt.NDArray[np.float32]  # shape (n_samples,), mono, full scale is ±1
Encoding = Literal["u8", "s16le", "s24le", "s32le", "f32le", "f64le"]  # as FFmpeg calls them
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

LEAST_RATE, MOST_RATE = 4_000, 384_000  # Hz
MOST_CHANNELS = 32
LARGEST_SAMPLE = 1e3  # beyond lie misread bytes: floats of another encoding, or of another width
NONSENSE_SHARE = 0.01  # of the samples, from which on the bytes are no samples of this encoding
# What gives raw PCM of any file, as an example for people.
PIPED = "ffmpeg -i FILE -f s16le -ac 1 -ar 16000 - | musicreclass listen --live --pcm 16000"
# How files begin that somebody may pipe in as they are.
CONTAINERS = {
    b"RIFF": "WAV", b"RF64": "WAV", b"fLaC": "FLAC", b"OggS": "Ogg", b"ID3": "MP3",
    b"FORM": "AIFF", b"\x1aE\xdf\xa3": "Matroska", b"caff": "CAF", b".snd": "AU",
}  # fmt: skip

_WIDTH: dict[Encoding, int] = {
    "u8": 1, "s16le": 2, "s24le": 3, "s32le": 4, "f32le": 4, "f64le": 8,
}  # fmt: skip


class PcmProblem(MusicReclassError):
    """Bytes are no raw PCM, or not as they were said to be."""


@dataclass(frozen=True, slots=True)
class PcmFormat:
    """What raw bytes mean.

    Raises:
        PcmProblem: a rate or a number of channels that no sound has.
    """

    sample_rate: int  # Hz
    channels: int = 1  # their samples follow each other
    encoding: Encoding = "s16le"

    def __post_init__(self) -> None:
        if not LEAST_RATE <= self.sample_rate <= MOST_RATE:
            raise PcmProblem(because("live.no_rate", least=LEAST_RATE, most=MOST_RATE))
        if not 1 <= self.channels <= MOST_CHANNELS:
            raise PcmProblem(because("live.no_channels", most=MOST_CHANNELS))

    @property
    def frame_bytes(self) -> int:
        """Return how many bytes one sample of all channels takes."""
        return _WIDTH[self.encoding] * self.channels


class PcmReader:
    """Takes bytes in any portions, and gives mono samples: the mean of the channels."""

    def __init__(self, pcm: PcmFormat) -> None:
        self.pcm = pcm
        self._held = b""
        self._has_begun = False

    def read(self, data: bytes) -> Samples:
        """Return the samples that are whole by now; a rest of one waits for what comes next.

        Raises:
            PcmProblem: this is a file of its own, or no sound in this encoding.
        """
        held = self._held + data
        if not self._has_begun:
            longest = max(map(len, CONTAINERS))
            if len(held) < longest and any(m.startswith(held) for m in CONTAINERS):
                self._held = held  # whether it is a file shows with the next bytes
                return np.empty(0, dtype=np.float32)
            self._refuse_files(held)
            self._has_begun = bool(held)
        count, size = len(held) // self.pcm.frame_bytes, self.pcm.frame_bytes
        whole, self._held = held[: count * size], held[count * size :]
        frames = _decoded(whole, self.pcm.encoding).reshape(count, self.pcm.channels)
        mono = frames[:, 0] if self.pcm.channels == 1 else frames.mean(axis=1, dtype=np.float32)
        return self._sane(np.ascontiguousarray(mono, dtype=np.float32))

    def rest(self) -> Reason | None:
        """Return what is to be said of bytes that are left at the end; None without any."""
        if not self._held:
            return None
        return because("live.left_bytes", count=len(self._held), whole=self.pcm.frame_bytes)

    def _refuse_files(self, held: bytes) -> None:
        for mark, name in CONTAINERS.items():
            if held.startswith(mark):
                raise PcmProblem(because("live.file_not_pcm", name=name, command=PIPED))

    def _sane(self, samples: Samples) -> Samples:
        is_sound = np.abs(samples) <= LARGEST_SAMPLE  # which NaN is not, either
        wrong = len(samples) - int(np.count_nonzero(is_sound))
        if wrong > NONSENSE_SHARE * len(samples):
            raise PcmProblem(because("live.no_samples", encoding=self.pcm.encoding))
        return np.where(is_sound, samples, np.float32(0.0)) if wrong else samples


def _decoded(data: bytes, encoding: Encoding) -> npt.NDArray[np.float32]:
    """Return samples as they lie in the bytes, full scale ±1."""
    if encoding == "s24le":
        wide = np.zeros((len(data) // 3, 4), dtype=np.uint8)
        wide[:, 1:] = np.frombuffer(data, dtype=np.uint8).reshape(-1, 3)
        return wide.view("<i4")[:, 0].astype(np.float32) / np.float32(2**31)
    if encoding == "u8":
        return (np.frombuffer(data, dtype=np.uint8).astype(np.float32) - 128.0) / np.float32(128.0)
    if encoding in ("f32le", "f64le"):
        kind = "<f4" if encoding == "f32le" else "<f8"
        with np.errstate(over="ignore", invalid="ignore"):  # what is none is looked for later
            return np.frombuffer(data, dtype=kind).astype(np.float32)
    kind, full = ("<i2", 2**15) if encoding == "s16le" else ("<i4", 2**31)
    return np.frombuffer(data, dtype=kind).astype(np.float32) / np.float32(full)
