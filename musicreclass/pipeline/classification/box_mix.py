"""The classifier in the box as a member beside another: it has the share of the say that is asked.

Each is asked by itself, and its answers are kept by themselves; they are mixed when a library's
tracks are suggested for. Of a track that the box was not asked about, the other speaks alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from musicreclass.core.ensemble.columns import Beliefs
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.installed import installed
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.own_weights import box_share, own_shares

LEAST = 1e-12  # chance of a genre; of nothing there is no logarithm


@dataclass(frozen=True, slots=True, eq=False)
class BoxMix:
    """The box, its share, and the genres of both: first those of the other."""

    box: LoadedClassifier
    share: float  # above 0, at most 1
    genres: tuple[str, ...]

    @classmethod
    def of(cls, loaded: LoadedClassifier) -> BoxMix | None:
        """Return what is mixed into a classifier; None where a person asked for nothing of it.

        Raises:
            ClassifierFileProblem: the box cannot be used.
        """
        share = box_share(own_shares(loaded.digest))
        file = next((one.path for one in installed() if one.is_in_box), None)
        if not share or file is None:
            return None
        box = load_classifier(file)
        if box.digest == loaded.digest:
            return None
        others = (genre for genre in box.genres if genre not in loaded.genres)
        return cls(box, share, (*loaded.genres, *others))

    def mixed(self, library: Library, batch: ScoredBatch, own: Beliefs) -> Beliefs:
        """Return what is believed of tracks once the box has had its say."""
        chances = np.full((len(batch.track_ids), len(self.genres)), LEAST)
        chances[:, : len(own.genres)] = np.exp(own.log_probs)
        column_of = {genre: index for index, genre in enumerate(self.genres)}
        row_of = {track_id: row for row, track_id in enumerate(batch.track_ids)}
        for found in library.predictions.of_tracks(self.box.digest, batch.track_ids):
            said = self.box.calibrator.beliefs(found.columns)
            rows = np.array([row_of[track_id] for track_id in found.track_ids], dtype=np.intp)
            columns = np.array([column_of[genre] for genre in said.genres], dtype=np.intp)
            chances[rows] *= 1.0 - self.share
            chances[np.ix_(rows, columns)] += self.share * np.exp(said.log_probs)
        chances = np.maximum(chances, LEAST)
        return Beliefs(self.genres, np.log(chances / chances.sum(axis=1, keepdims=True)))
