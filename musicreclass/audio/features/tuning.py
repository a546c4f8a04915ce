"""How far a recording's notes lie from A = 440 Hz, found as librosa 0.5.0 finds it.

The peaks of every frame's spectrum are refined by a parabola; the stronger half of them votes for
a hundredth of a semitone. The vote is close on some music, so every rounding here is librosa's.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from musicreclass.audio.features.stft import BINS, FRAME, Spectra

LOWEST_HZ = 150.0
HIGHEST_HZ = 4000.0
FAINTEST = np.float32(0.1)  # of the frame's largest value
NOTES = 12
GROUP = 64  # blocks refined at a time: few calls, and no large arrays for a long sound

Values = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Peaks:
    """Bins that rise above both neighbours, each with those neighbours; one value per peak."""

    bin: NDArray[np.int16]
    before: Values
    here: Values
    after: Values
    largest: Values  # in the frame that the peak is in

    def squared(self) -> Peaks:
        return Peaks(self.bin, self.before**2, self.here**2, self.after**2, self.largest**2)

    def where(self, chosen: NDArray[np.bool_]) -> Peaks:
        return Peaks(*(getattr(self, field.name)[chosen] for field in fields(self)))


def _joined(blocks: list[Peaks]) -> Peaks:
    names = [field.name for field in fields(Peaks)]
    return Peaks(*(np.concatenate([getattr(block, name) for block in blocks]) for name in names))


def peaks(spectra: Spectra, bins: range) -> Peaks:
    """Return the peaks in `bins` that reach a tenth of their frame's largest value.

    A value that equals the one after it is still a peak.
    """
    largest = spectra[:, :BINS].max(axis=1)
    high_enough = spectra[:, bins.start : bins.stop] > (FAINTEST * largest)[:, np.newaxis]
    # These are few: only they meet their neighbours.
    position = np.flatnonzero(high_enough)
    width, flat = spectra.shape[1], spectra.ravel()
    at = position + (position // len(bins)) * (width - len(bins)) + bins.start
    at = at[flat.take(at) > flat.take(at - 1)]
    at = at[flat.take(at) >= flat.take(at + 1)]
    frame = at // width
    number = (at - frame * width).astype(np.int16)
    return Peaks(number, flat.take(at - 1), flat.take(at), flat.take(at + 1), largest.take(frame))


def searched_bins(sample_rate: int) -> range:
    """Return the bins between 150 and 4000 Hz."""
    frequencies = np.linspace(0, sample_rate / 2, BINS)
    inside = np.flatnonzero((frequencies >= LOWEST_HZ) & (frequencies < HIGHEST_HZ))
    return range(int(inside[0]), int(inside[-1]) + 1)


def tuning(blocks: list[Peaks], sample_rate: int, *, of_power: bool = False) -> float:
    """Return the most frequent deviation in semitones; 0 when nothing has a pitch.

    Args:
        blocks: the peaks of all magnitude spectra.
        sample_rate: in Hz; says which bins are searched and what pitches they have.
        of_power: look for the peaks of the power spectra instead.
    """
    groups = [blocks[first : first + GROUP] for first in range(0, len(blocks), GROUP)]
    joined = map(_joined, groups)
    refined = [_refined(p.squared() if of_power else p, sample_rate) for p in joined]
    pitches, sizes = (np.concatenate(parts) for parts in zip(*refined, strict=True))
    return 0.0 if not len(pitches) else _most_frequent(pitches[sizes >= np.median(sizes)])


def _refined(found: Peaks, sample_rate: int) -> tuple[Values, Values]:
    """Return the pitch in Hz and the height of the peaks that count."""
    bins = searched_bins(sample_rate)
    strong = found.here > FAINTEST * found.largest
    strong &= (found.bin >= bins.start) & (found.bin < bins.stop)
    strong &= found.here > found.before  # what next to silence is squared may have become equal
    p = found.where(strong)
    slope = 0.5 * (p.after - p.before)
    shift = slope / (2 * p.here - p.after - p.before)
    pitch = (p.bin.astype(np.float64) + shift) * sample_rate / FRAME
    return pitch.astype(np.float32), p.here + 0.5 * slope * shift


def _most_frequent(pitches: Values) -> float:
    notes = NOTES * np.log2(pitches / np.float32(440.0 / 16))
    deviations = notes - np.floor(notes)
    deviations[deviations >= 0.5] -= 1.0
    counts, edges = np.histogram(deviations.astype(np.float64), 100, (-0.5, 0.5))
    return float(edges[np.argmax(counts[:-1])])  # librosa 0.5.0 forgot the last
