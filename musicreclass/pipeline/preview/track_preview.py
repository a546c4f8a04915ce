"""The preview of one track: its spectrogram, its tags, what classifiers said of it, its neighbours.

It is made in steps and shown after each: tags first, for they cost nothing, and neighbours last.
Whatever fails is a problem that is told, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.doubt import Doubt
from musicreclass.core.ensemble.prediction import Candidate, Suggestion
from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.core.track import FileFacts, FileStamp, TrackLine
from musicreclass.sentences.reason import Reason

Decibels = npt.NDArray[np.uint8]  # shape (n_bands, n_columns): 0 is LOWEST_DB, 255 the loudest

LOWEST_DB = -80.0
STEPS = 255


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """The whole of a track as a mel spectrogram, as fine as a screen can show."""

    decibels: Decibels
    seconds: float  # that it spans
    band_hz: tuple[float, ...]  # where each band lies, rising

    def column(self, seconds: float) -> int:
        """Return the column in which a moment lies."""
        columns = int(self.decibels.shape[1])
        return min(columns - 1, max(0, int(seconds / self.seconds * columns)))

    def db_at(self, band: int, seconds: float) -> float:
        """Return how loud a band is at a moment, beside the loudest point of the track."""
        return LOWEST_DB * (1.0 - float(self.decibels[band, self.column(seconds)]) / STEPS)


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """What all networks together say of each analyzed stretch, calibrated."""

    bounds: npt.NDArray[np.float64]  # shape (n_stretches + 1,), seconds into the file
    genres: tuple[str, ...]
    confidences: npt.NDArray[np.float64]  # shape (n_stretches, n_genres)

    def top(self, seconds: float, count: int) -> list[tuple[str, float]]:
        """Return the best genres of the stretch at a moment; none outside of all."""
        stretch = int(np.searchsorted(self.bounds, seconds, side="right")) - 1
        if not 0 <= stretch < len(self.confidences):
            return []
        row = self.confidences[stretch]
        best = np.argsort(-row, kind="stable")[:count]
        return [(self.genres[i], float(row[i])) for i in best]


@dataclass(frozen=True, slots=True, eq=False)
class TrackEvidence:
    """What the networks said of a track: together, each for itself, and over time."""

    suggestion: Suggestion
    members: Mapping[str, Mapping[str, float]]  # classifier -> genre -> calibrated confidence
    sure_confidence: float  # below it nothing is sure
    strip: Strip
    segment_count: int
    is_silent: bool = False
    least_possible: float = 0.0  # a genre is possible from this confidence on; 0: all are
    doubt: Doubt | None = None  # which rule makes it not sure
    unlearned: Candidate | None = None  # what is said without decisions, where they changed that


@dataclass(frozen=True, slots=True, eq=False)
class ClassifierWords:
    """What is said of a track by those in use; nothing where it was not classified."""

    evidence: TrackEvidence | None = None
    sound_tags: TrackTags = NO_TAGS


@dataclass(frozen=True, slots=True)
class Noted:
    """How often it was noted that something is another than before."""

    changes: int = 0  # suggestions, for what was decided or chosen
    predictions: int = 0  # more tracks were classified


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A track that sounds like another."""

    line: TrackLine  # with its suggestion, where it has one
    similarity: float  # cosine of the two embeddings, 1 for the same


@dataclass(frozen=True, slots=True)
class TrackRef:
    """The track that a preview is made of, as its file stood when it was scanned."""

    id: int
    path: Path
    stamp: FileStamp


@dataclass(frozen=True, slots=True, eq=False)
class TrackPreview:
    """What is known of a track so far; `is_finished` once nothing more will come."""

    track_ref: TrackRef
    facts: FileFacts | None = None  # as the file says now
    cover: bytes | None = field(default=None, repr=False)
    evidence: TrackEvidence | None = None  # None while it was not classified
    sound_tags: TrackTags = NO_TAGS
    picture: Picture | None = None
    neighbours: tuple[Neighbour, ...] = ()
    problems: tuple[Reason, ...] = ()
    is_finished: bool = False

    @property
    def byte_count(self) -> int:
        """Return roughly what it takes in memory."""
        picture = self.picture.decibels.nbytes if self.picture is not None else 0
        strip = self.evidence.strip.confidences.nbytes if self.evidence is not None else 0
        return picture + strip + len(self.cover or b"")
