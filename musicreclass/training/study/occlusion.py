"""Occlusion: which parts of a mel a network's answer stands upon, by covering them one by one.

A part is covered with each band's mean over the track, which says nothing of it; what the answer
loses by that is what the part was worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.kinds.network import Network
from musicreclass.core.analysis import LogMel
from musicreclass.core.ensemble.log_probs import Reals, normalised
from musicreclass.core.job import JobContext
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks

BANDS, TIMES = 8, 12  # of the grid
SHOWN_WRONG, SHOWN_RIGHT = 3, 3
PICTURE_BANDS, PICTURE_COLUMNS = 32, 96  # a mel is drawn that coarse

Grid = npt.NDArray[np.float32]  # shape (BANDS, TIMES), the lowest band first
Picture = npt.NDArray[np.float32]  # shape (bands, columns), from 0 to 1, the lowest band first


@dataclass(frozen=True, slots=True, eq=False)
class ShownDecision:
    """One answer of a network that did not see the track, and what it stands upon."""

    track: int  # row among the tracks of its collection
    truth: str
    answer: str
    probability: float  # of the answer
    seconds: float  # of the mel
    hz: tuple[float, ...]  # edges of the grid's bands, one more than there are
    drops: Grid  # of the answer's probability where that part is covered
    picture: Picture

    @property
    def is_right(self) -> bool:
        return self.answer == self.truth

    @property
    def strongest(self) -> tuple[int, int]:
        """Return band and time of the part that the answer loses most without."""
        band, time = np.unravel_index(int(self.drops.argmax()), self.drops.shape)
        return int(band), int(time)


def telling_tracks(said: Reals, truth: Indices) -> tuple[Indices, Indices]:
    """Return the surest wrong and the least sure right answers, the most telling first."""
    sure = normalised(said).max(axis=1)
    is_right = said.argmax(axis=1) == truth
    wrong, right = np.flatnonzero(~is_right), np.flatnonzero(is_right)
    return wrong[np.argsort(-sure[wrong])][:SHOWN_WRONG], right[np.argsort(sure[right])][
        :SHOWN_RIGHT
    ]


def shown_decision(
    track: int,
    tracks: LabelledTracks,
    network: Network,
    centres_hz: Sequence[float],
    frames_per_second: float,
    ctx: JobContext,
) -> ShownDecision:
    """Return what a network says of a track, and how far each part of its mel bears that out.

    Raises:
        Cancelled: the user stopped.
    """
    assert tracks.mels is not None  # for they were asked for
    mel = tracks.mels[track]
    said = network.answer(None, mel).log_probs
    answer = int(said.argmax())
    probability = float(np.exp(said[answer]))
    drops = np.zeros((BANDS, TIMES), dtype=np.float32)
    bands, times = edges(mel.shape[0], BANDS), edges(mel.shape[1], TIMES)
    for band, time in np.ndindex(BANDS, TIMES):
        ctx.raise_if_cancelled()
        covered = covered_mel(mel, slice(*bands[band : band + 2]), slice(*times[time : time + 2]))
        left = network.answer(None, covered).log_probs[answer]
        drops[band, time] = probability - float(np.exp(left))
    return ShownDecision(
        track,
        tracks.genres[tracks.labels[track]],
        tracks.genres[answer],
        probability,
        mel.shape[1] / frames_per_second,
        tuple(float(centres_hz[min(edge, len(centres_hz) - 1)]) for edge in bands),
        drops,
        picture_of(mel),
    )


def covered_mel(mel: LogMel, bands: slice, times: slice) -> LogMel:
    """Return a mel with one part of it covered by the means of its bands."""
    covered = mel.copy()
    covered[bands, times] = mel[bands].mean(axis=1, keepdims=True, dtype=np.float32)
    return covered


def edges(size: int, count: int) -> list[int]:
    """Return where `count` even parts of something begin, and where the last one ends."""
    return [number * size // count for number in range(count + 1)]


def picture_of(mel: LogMel) -> Picture:
    """Return a mel coarse enough to be drawn, from the faintest at 0 to the loudest at 1."""
    rows = _means(mel.astype(np.float32), min(PICTURE_BANDS, mel.shape[0]))
    coarse = _means(rows.T, min(PICTURE_COLUMNS, mel.shape[1])).T
    low, high = float(coarse.min()), float(coarse.max())
    return (coarse - low) / max(high - low, 1e-6)


def _means(rows: Picture, count: int) -> Picture:
    parts = pairwise(edges(len(rows), count))
    return np.stack([rows[a : max(b, a + 1)].mean(axis=0) for a, b in parts])
