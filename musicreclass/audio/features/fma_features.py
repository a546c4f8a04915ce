"""The 518 features of the FMA data set, measured as its authors measured them, but faster.

They used librosa 0.5.0, and so its numbers are the definition. One short-time Fourier transform
serves everything, and a long sound is worked through in blocks. Needs neither librosa nor numba.

Decided: double precision for the transform itself. Single precision would save an eighth of the
time, but where a codec has cut the treble off it moves the mean contrast by up to 0.15 % and the
kurtosis of the contrast by up to 0.9. What lies there is the rounding noise of the decoder: sound
that was decoded to 16 bits, as that of features.csv seems to be, has 12 dB less contrast in band 7.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.cepstrum import MELS, cepstrum, mel_power
from musicreclass.audio.features.chroma import NOTES, by_largest, cens, stft_chroma, tonal_centroid
from musicreclass.audio.features.cqt import constant_q_chroma
from musicreclass.audio.features.frame_statistics import (
    STATISTICS,
    seven_statistics,
    zero_crossing_rate,
)
from musicreclass.audio.features.spectral_shape import (
    AXIS_RATE,
    BANDS,
    centroid_bandwidth_rolloff,
    contrast,
    contrast_extremes,
)
from musicreclass.audio.features.stft import BINS, FRAME, Spectra, Stretch, frame_count, magnitudes
from musicreclass.audio.features.tuning import Peaks, peaks, searched_bins, tuning
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

Features = NDArray[np.float32]  # shape (518,), in the order of COLUMNS
Rows = NDArray[np.float32]  # shape (n_frames, n_values)
Block = tuple[int, int]  # first frame, end
Statistics = NDArray[np.float64]  # shape (7, n_values)

SAMPLE_RATE = 44_100  # Hz
DEFINITION = "fma518-1"  # another number whenever a value of any sound changes
SHORTEST = FRAME  # samples
BLOCK_FRAMES = 256
KEPT_BLOCKS = 64  # 3 minutes or 69 MB; spectra beyond are made twice rather than kept

SIZES = {
    "chroma_cens": 12,
    "chroma_cqt": 12,
    "chroma_stft": 12,
    "mfcc": 20,
    "rmse": 1,
    "spectral_bandwidth": 1,
    "spectral_centroid": 1,
    "spectral_contrast": 7,
    "spectral_rolloff": 1,
    "tonnetz": 6,
    "zcr": 1,
}
COLUMNS = tuple(
    (feature, statistic, f"{number:02}")
    for feature, size in SIZES.items()
    for statistic in STATISTICS
    for number in range(1, size + 1)
)


class TooShort(MusicReclassError):
    """The sound is shorter than one frame."""

    def __init__(self, n_samples: int) -> None:
        super().__init__(because("audio.too_short", samples=n_samples, needed=SHORTEST))
        self.args = (n_samples,)


def measure(
    samples: Samples, *, sample_rate: int = SAMPLE_RATE, block_frames: int = BLOCK_FRAMES
) -> Features:
    """Return the 518 features of a mono sound; all are finite.

    Beyond the samples this takes some 90 MB for a song of four minutes and 0.7 GB for a mix of
    two hours.

    Args:
        samples: at 44,100 Hz; resample first what has another rate.
        sample_rate: another one gives what FMA's script says of a file with that rate, up to
            48,000 Hz: other values for the same music.
        block_frames: how many frames are worked on at a time. Changes values by roundings only.

    Raises:
        TooShort: there is not one frame of 2048 samples.
    """
    if len(samples) < SHORTEST:
        raise TooShort(len(samples))
    if not np.isfinite(np.vdot(samples, samples)):
        raise ValueError("samples must be finite numbers")
    spectral, pitch = _frame_rows(samples, sample_rate, block_frames)
    found = _statistics(spectral) | _statistics(pitch)
    return np.concatenate([found[name].ravel() for name in SIZES]).astype(np.float32)


def _frame_rows(
    samples: Samples, sample_rate: int, block_frames: int
) -> tuple[dict[str, Rows], dict[str, Rows]]:
    """Return the features of each frame by name: from the spectra, and from the constant Q.

    The two may differ by one frame in length.
    """
    spectral, tuning_at_rate = _spectral_rows(samples, sample_rate, block_frames)
    spectral["zcr"] = zero_crossing_rate(samples)
    notes = constant_q_chroma(samples, sample_rate, tuning_at_rate)
    smooth = cens(notes)
    pitch = {"chroma_cqt": by_largest(notes), "chroma_cens": smooth}
    return spectral, pitch | {"tonnetz": tonal_centroid(smooth)}


def _spectral_rows(
    samples: Samples, sample_rate: int, block_frames: int
) -> tuple[dict[str, Rows], float]:
    """Return what the spectra tell, and the tuning at the sound's real rate."""
    sound = Stretch(samples, 0, len(samples))
    count = frame_count(len(samples))
    blocks = list(_blocks(count, block_frames))
    analysis = _SpectralPass(count, sample_rate)
    for first, last in blocks:
        analysis.add(magnitudes(sound, first, last), first, last)
    chroma = analysis.chroma(sound, blocks, tuning(analysis.peaks, AXIS_RATE, of_power=True))
    return analysis.rows() | {"chroma_stft": chroma}, tuning(analysis.peaks, sample_rate)


class _SpectralPass:
    """Goes once over the spectra of a sound and keeps little of each frame."""

    def __init__(self, count: int, sample_rate: int) -> None:
        self._sample_rate = sample_rate
        real, assumed = searched_bins(sample_rate), searched_bins(AXIS_RATE)
        self._bins = range(min(real.start, assumed.start), max(real.stop, assumed.stop))
        self.peaks: list[Peaks] = []
        self._powers: list[Spectra] = []
        self._mels = np.empty((count, MELS), dtype=np.float32)
        self._energies = np.empty((count, 1), dtype=np.float32)
        self._shapes = np.empty((count, 3), dtype=np.float32)
        self._extremes = np.empty((count, 2 * BANDS), dtype=np.float32)

    def add(self, spectra: Spectra, first: int, last: int) -> None:
        """Take the magnitudes of frames `first` up to `last`; they are spoilt afterwards."""
        power = spectra * spectra
        if len(self._powers) < KEPT_BLOCKS:
            self._powers.append(power)
        self.peaks.append(peaks(spectra, self._bins))
        self._mels[first:last] = mel_power(power, self._sample_rate)
        self._energies[first:last, 0] = np.vecdot(spectra, spectra)
        self._shapes[first:last] = centroid_bandwidth_rolloff(spectra)
        self._extremes[first:last] = contrast_extremes(spectra)

    def rows(self) -> dict[str, Rows]:
        return {
            "mfcc": cepstrum(self._mels),
            "rmse": np.sqrt(self._energies / np.float32(BINS)),
            "spectral_bandwidth": self._shapes[:, 1:2],
            "spectral_centroid": self._shapes[:, :1],
            "spectral_contrast": contrast(self._extremes),
            "spectral_rolloff": self._shapes[:, 2:],
        }

    def chroma(self, sound: Stretch, blocks: list[Block], semitones_off: float) -> Rows:
        """Return the chroma, whose filters have to wait for the tuning of the whole sound."""
        chroma = np.empty((len(self._mels), NOTES), dtype=np.float32)
        for number, (first, last) in enumerate(blocks):
            if number < len(self._powers):
                power = self._powers[number]
            else:
                power = np.square(magnitudes(sound, first, last))
            chroma[first:last] = stft_chroma(power, semitones_off)
        return by_largest(chroma)


def _blocks(count: int, size: int) -> Iterator[Block]:
    for first in range(0, count, size):
        yield first, min(first + size, count)


def _statistics(rows: dict[str, Rows]) -> dict[str, Statistics]:
    table = np.ascontiguousarray(np.concatenate(list(rows.values()), axis=1).T)
    widths = [each.shape[1] for each in rows.values()]
    # A feature's rows are made from each other's numbers: MFCC 2 of silence is a rounding of 1.
    largest = np.array([max(each.max(), -each.min()) for each in rows.values()])
    found = seven_statistics(table, np.repeat(largest, widths))
    return dict(zip(rows, np.split(found, np.cumsum(widths)[:-1], axis=1), strict=True))
