"""The agreement between `audio`, which makes mel spectrograms, and those who want them."""

import math
from dataclasses import dataclass
from typing import Literal


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

    def __post_init__(self) -> None:
        if min(self.sample_rate, self.n_fft, self.hop, self.n_mels, self.floor) <= 0:
            raise ValueError(f"sizes must be above zero: {self}")
        if self.hop > self.n_fft:
            raise ValueError(f"a hop this long leaves sound out: {self}")
        if not 0.0 <= self.fmin < self.top_hz <= self.sample_rate / 2:
            raise ValueError(f"no such range of frequencies: {self}")

    @property
    def top_hz(self) -> float:
        return self.sample_rate / 2 if self.fmax is None else self.fmax

    @property
    def frames_per_second(self) -> float:
        return self.sample_rate / self.hop

    @property
    def lowest_db(self) -> float:
        """Return what silence is in decibels."""
        return 10.0 * math.log10(self.floor) if self.top_db is None else -self.top_db

    def frame_count(self, n_samples: int) -> int:
        """Return how many frames a sound of `n_samples` has."""
        if self.pad == "none":
            return max(0, 1 + (n_samples - self.n_fft) // self.hop)
        return 1 + (n_samples + self.n_fft // 2 * 2 - self.n_fft) // self.hop


# What the published mel spectrograms of the GTZAN collection were made with.
GTZAN_MEL = MelSpec(sample_rate=22_050, n_fft=2048, hop=512, n_mels=128)
