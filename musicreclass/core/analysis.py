"""What is wanted of a file's sound, and what was found in it: the agreement between rooms.

`audio` makes it, `pipeline` keeps it, `classifiers` want it; none of them knows the others.

The agreement between `audio`, which makes mel spectrograms, and those who want them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from musicreclass.core.plain import spelt

Features = npt.NDArray[np.float32]  # shape (n_columns,); those of features.csv, in its order
LogMel = npt.NDArray[np.float16]  # shape (n_mels, frames), in dB
Pieces = npt.NDArray[np.int16]  # shape (n_pieces, samples); full scale is PIECE_SCALE
Picture = npt.NDArray[Any]  # a `LogMel`, or `Pieces` in its place

LEVELLED = " at one level"  # in the key of an encoder's spec
FEWEST_HZ, MOST_HZ = 1_000, 192_000  # that an encoder may be given
LONGEST_PATCH = 600.0  # seconds
PIECE_SCALE = 32_767  # what a sample of 1.0 is in pieces of raw sound
LONGEST_PIECE = 1 << 20  # samples
MOST_PIECES = 64

_ENCODER = re.compile(
    rf"encoder (?P<digest>\w+), (?P<patches>\d{{1,4}}) patches(?P<levelled>{LEVELLED})?"
    r"( of (?P<seconds>\d{1,3}\.\d{1,20}) s at (?P<rate>\d{1,6}) Hz as (?P<layout>\w{1,40}))?"
)


class Part(Enum):
    """Which seconds of a file are analyzed."""

    MIDDLE = "middle"
    START = "start"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class WaveSpec:
    """What an encoder from a person's folder is given of each patch: so many samples."""

    layout: str  # how its files lie on disk
    sample_rate: int  # Hz
    seconds: float

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        return f"{self.seconds!r} s at {self.sample_rate} Hz as {self.layout}"


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """What a pretrained encoder looks at: patches all over a track.

    Those of the one in the box are of three seconds; one from a folder says so itself.
    """

    digest: str  # of its weights
    patches: int  # at most so many; a short track has fewer
    file: str = field(default="", compare=False)  # where the weights lie; "" is in the box
    is_levelled: bool = False  # each patch is made as loud as all others
    wave: WaveSpec | None = None  # of an encoder from a folder; None: the one in the box

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        levelled = LEVELLED if self.is_levelled else ""
        wave = "" if self.wave is None else f" of {self.wave.key()}"
        return f"encoder {self.digest}, {self.patches} patches{levelled}{wave}"

    @classmethod
    def from_key(cls, key: str) -> EncoderSpec | None:
        """Return the spec of a key, None where it is another text."""
        found = _ENCODER.fullmatch(key)
        if found is None:
            return None
        wave = None
        if found["layout"]:
            wave = WaveSpec(found["layout"], int(found["rate"]), float(found["seconds"]))
            if not (FEWEST_HZ <= wave.sample_rate <= MOST_HZ and 0 < wave.seconds <= LONGEST_PATCH):
                return None
        levelled = bool(found["levelled"])
        return cls(found["digest"], int(found["patches"]), is_levelled=levelled, wave=wave)


@dataclass(frozen=True, slots=True)
class AnalysisSpec:
    """What to analyze of a file. Equal analyses of one file give equal numbers."""

    part: Part = Part.MIDDLE
    seconds: float = 30.0  # of the middle; the whole takes what there is
    features: bool = True
    mels: tuple[PictureSpec, ...] = ()
    encoder: EncoderSpec | None = None
    is_glimpse: bool = False  # nothing is decoded but the patches that the encoder looks at

    def covers(self, other: AnalysisSpec) -> bool:
        """Say whether an analysis by this holds all that one by `other` would."""
        if self.is_glimpse or other.is_glimpse:
            return self == other
        return (
            (self.part, self.seconds) == (other.part, other.seconds)
            and self.features >= other.features
            and set(self.mels) >= set(other.mels)
            and other.encoder in (None, self.encoder)
        )

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        if self.is_glimpse and self.encoder is not None:
            return f"glimpse, {self.encoder.key()}"
        # Spelt as the first version spelt it, so that what was kept is still found.
        part = f"<Part.{self.part.value.upper()}: {self.part.value!r}>"
        encoder = "" if self.encoder is None else f", {self.encoder.key()}"
        return (
            f"Hearing(part={part}, seconds={self.seconds!r}, features={self.features!r}, "
            f"mels={spelt(self.mels)}{encoder})"
        )


@dataclass(frozen=True, slots=True, eq=False)
class EncodedPatches:
    """What the encoder said of each patch."""

    starts: tuple[float, ...]  # seconds into the file
    rows: npt.NDArray[np.float32]  # shape (n_patches, n_columns)

    def __post_init__(self) -> None:
        if len(self.starts) != len(self.rows) or not self.starts:
            raise ValueError(f"{len(self.starts)} starts for {len(self.rows)} patches")

    @property
    def row(self) -> npt.NDArray[np.float32]:
        """Return the mean over the patches, shape (n_columns,)."""
        return np.asarray(self.rows.mean(axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What was found in a file, and how much of it."""

    start_seconds: float
    seconds: float
    total_seconds: float | None  # None where the file does not say
    features: Features | None
    mels: tuple[Picture, ...]  # in the order of `AnalysisSpec.mels`
    remarks: tuple[str, ...] = ()  # sentences for people: cut off, silent, ...
    encoded: EncodedPatches | None = None

    @property
    def row(self) -> Features | None:
        """Return the columns that classifiers of features are given, None where there are none.

        Those of the whole sound come first, then the mean over the encoder's patches.
        """
        parts = [] if self.features is None else [self.features]
        if self.encoded is not None:
            parts.append(self.encoded.row)
        return np.concatenate(parts) if parts else None

    def narrowed(self, made_by: AnalysisSpec, spec: AnalysisSpec) -> Analysis:
        """Return of an analysis by a spec that covers another what that one would have made.

        An analysis that found no mels has none, whatever the specs ask for.
        """
        mels = dict(zip(made_by.mels, self.mels, strict=True)) if self.mels else {}
        return replace(
            self,
            features=self.features if spec.features else None,
            mels=tuple(mels[mel] for mel in spec.mels if mel in mels),
            encoded=None if spec.encoder is None else self.encoded,
        )


@dataclass(frozen=True, slots=True)
class MelSpec:
    """How sound becomes a log-mel spectrogram. Two equal specs share one.

    The defaults are librosa's. The window is always Hann, the spectrum always one of power.
    """

    sample_rate: int  # Hz
    n_fft: int  # samples
    hop: int  # samples
    n_mels: int
    fmin: float = 0.0  # Hz
    fmax: float | None = None  # Hz; None is half the sample rate
    scale: Literal["slaney", "htk"] = "slaney"
    is_area_normed: bool = True  # each filter has the same area, not the same height
    pad: Literal["zeros", "mirror", "none"] = "zeros"  # frames are centred unless "none"
    reference: Literal["max"] | float = "max"  # power that is called 0 dB; "max" is the loudest
    floor: float = 1e-10  # power; what is less is taken for this
    top_db: float | None = 80.0  # how far below the loudest point the picture reaches
    keep_from: float = 0.0  # frames; the first one kept, rounded
    keep_every: float = 1.0  # frames; those between are left out once the decibels are known

    def __post_init__(self) -> None:
        if min(self.sample_rate, self.n_fft, self.hop, self.n_mels, self.floor) <= 0:
            raise ValueError(f"sizes must be above zero: {self}")
        if self.hop > self.n_fft:
            raise ValueError(f"a hop this long leaves sound out: {self}")
        if not 0.0 <= self.fmin < self.top_hz <= self.sample_rate / 2:
            raise ValueError(f"no such range of frequencies: {self}")
        if self.keep_from < 0.0 or self.keep_every < 1.0:
            raise ValueError(f"no such frames can be kept: {self}")

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        # Spelt as the first version spelt it, so that what was kept is still found.
        return (
            f"MelSpec(sample_rate={self.sample_rate!r}, n_fft={self.n_fft!r}, hop={self.hop!r}, "
            f"n_mels={self.n_mels!r}, fmin={self.fmin!r}, fmax={self.fmax!r}, "
            f"scale={self.scale!r}, is_area_normed={self.is_area_normed!r}, pad={self.pad!r}, "
            f"reference={self.reference!r}, floor={self.floor!r}, top_db={self.top_db!r}, "
            f"keep_from={self.keep_from!r}, keep_every={self.keep_every!r})"
        )

    @property
    def top_hz(self) -> float:
        return self.sample_rate / 2 if self.fmax is None else self.fmax

    @property
    def frames_per_second(self) -> float:
        """Return how many frames are kept of a second."""
        return self.sample_rate / self.hop / self.keep_every

    @property
    def lowest_db(self) -> float:
        """Return what silence is in decibels."""
        return 10.0 * math.log10(self.floor) if self.top_db is None else -self.top_db

    def frame_count(self, n_samples: int) -> int:
        """Return how many frames a sound of `n_samples` has before some are left out."""
        if self.pad == "none":
            return max(0, 1 + (n_samples - self.n_fft) // self.hop)
        return 1 + (n_samples + self.n_fft // 2 * 2 - self.n_fft) // self.hop

    def kept(self, n_frames: int) -> npt.NDArray[np.intp]:
        """Return which of `n_frames` are kept: of a sound that has any, at least one."""
        first = min(self.keep_from, max(0.0, n_frames - 1.0))
        count = math.ceil((n_frames - first) / self.keep_every)
        positions = np.rint(first + self.keep_every * np.arange(count)).astype(np.intp)
        return np.asarray(positions[positions < n_frames])


@dataclass(frozen=True, slots=True)
class PieceSpec:
    """Raw sound in the place of a spectrogram: pieces of it, spread over what is analyzed.

    Each sample takes two bytes, as on a CD: the usual five pieces of a track 560 kB, where all of
    its 30 seconds would be 5 MB at the rate of a file and in the numbers that networks compute.
    """

    sample_rate: int = 16_000  # Hz
    samples: int = 56_000  # of each piece
    pieces: int = 5  # at most so many; a short track has fewer

    def __post_init__(self) -> None:
        if not (
            FEWEST_HZ <= self.sample_rate <= MOST_HZ
            and 1 <= self.samples <= LONGEST_PIECE
            and 1 <= self.pieces <= MOST_PIECES
        ):
            raise ValueError(f"no such pieces can be kept: {self}")

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        return f"{self.pieces} pieces of {self.samples} samples at {self.sample_rate} Hz"

    def starts(self, n_samples: int) -> tuple[int, ...]:
        """Return the first samples of the pieces of a sound, which overlap by half at most."""
        last = max(0, n_samples - self.samples)
        return self.spread(min(self.pieces, 1 + 2 * last // self.samples), n_samples)

    def spread(self, count: int, n_samples: int) -> tuple[int, ...]:
        """Return the first samples of so many pieces of a sound."""
        last = max(0, n_samples - self.samples)
        if count == 1:
            return (last // 2,)
        return tuple(int(start) for start in np.linspace(0, last, count).round())

    def pieces_of(self, samples: npt.NDArray[np.float32]) -> Pieces:
        """Return the pieces of a sound at this rate; a shorter one is repeated until it fills one.

        Of a sound without samples there is none.
        """
        if not len(samples):
            return np.empty((0, self.samples), dtype=np.int16)
        if len(samples) < self.samples:
            samples = np.tile(samples, -(-self.samples // len(samples)))[: self.samples]
        found = np.stack([samples[s : s + self.samples] for s in self.starts(len(samples))])
        sounding = np.nan_to_num(found, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1.0, 1.0)
        pieces: Pieces = np.rint(sounding * PIECE_SCALE).astype(np.int16)
        return pieces


PictureSpec = MelSpec | PieceSpec  # what a network may look at that is not columns

LIBROSA_MEL = MelSpec(sample_rate=22_050, n_fft=2048, hop=512, n_mels=128)
# What the published pictures of the GTZAN collection show: 721 columns of 1293 frames, 30 seconds.
GTZAN_MEL = replace(LIBROSA_MEL, keep_from=4.5704, keep_every=1292.5 / 724)


class AlterationKind(Enum):
    """What is done to a sound; the value is what caches and JSON know it by."""

    SECONDS = "seconds"  # only so many from the middle
    NOISE = "noise"  # white noise, so many decibels below the sound
    LOW_PASS = "low pass"  # nothing above so many hertz
    HIGH_PASS = "high pass"  # nothing below so many hertz
    SPEED = "speed"  # so many times as fast, and as much higher, as a tape played too fast


@dataclass(frozen=True, slots=True)
class Alteration:
    """One way to change a sound before it is measured."""

    kind: AlterationKind
    amount: float

    def __post_init__(self) -> None:
        if self.amount <= 0.0 and self.kind is not AlterationKind.NOISE:
            raise ValueError(f"amounts are above zero: {self}")

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        return f"{self.kind.value} {self.amount:g}"


def _each(kind: AlterationKind, *amounts: float) -> tuple[Alteration, ...]:
    return tuple(Alteration(kind, amount) for amount in amounts)


UNALTERED = Alteration(AlterationKind.SECONDS, 30.0)  # as much as is analyzed anyway
USUAL_ALTERATIONS = (
    *_each(AlterationKind.SECONDS, 0.5, 1.0, 3.0, 10.0),
    UNALTERED,
    *_each(AlterationKind.NOISE, 20.0, 10.0),
    *_each(AlterationKind.LOW_PASS, 4_000.0),
    *_each(AlterationKind.HIGH_PASS, 200.0),
    *_each(AlterationKind.SPEED, 0.9, 1.1),
)
