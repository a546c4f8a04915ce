"""Distillation: a teacher says of each track how likely every genre is, and a network learns that.

Of a track that it knows, a network learns from the genre and from the teacher; of others, which
are of no known genre, from the teacher alone. A teacher is fitted to the very tracks that its
network is: what is held out has been seen by neither.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from musicreclass.classifiers.kinds.network import Config, Network
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.labelled_tracks import LabelledTracks, Targets

FitTeacher = Callable[[LabelledTracks], Network]


@dataclass(frozen=True, slots=True)
class Teacher:
    """What a network learns from beside the genres, and how much its word counts."""

    config: Config
    training_config: TrainingConfig
    temperature: float = 1.0  # above 1, what it says of unlikely genres counts more
    share: float = 0.5  # of the target of a track whose genre is known
    most_unlabelled: int = 3  # tracks of each genre that it names, for one that is known


def distilled_tracks(
    tracks: LabelledTracks, unlabelled: LabelledTracks | None, teacher: Teacher, fit: FitTeacher
) -> LabelledTracks:
    """Return what a network learns from: all tracks, with targets by a teacher fitted to `tracks`.

    Of those without a genre, no genre gets more than a multiple of what it has: a library may be
    of one genre nearly throughout.
    """
    network = fit(tracks)
    soft = _softened(network, tracks, teacher.temperature)
    known = np.flatnonzero(tracks.has_genre)
    hard = np.eye(len(tracks.genres), dtype=np.float32)[tracks.labels[known]]
    soft[known] = teacher.share * soft[known] + (1.0 - teacher.share) * hard
    learned = replace(tracks, soft=soft)
    if unlabelled is None or not len(unlabelled):
        return learned
    said = _softened(network, unlabelled, teacher.temperature)
    counts = np.bincount(tracks.labels[known], minlength=len(tracks.genres))
    chosen = _balanced(said, teacher.most_unlabelled * counts)
    return learned.and_more(replace(unlabelled, soft=said).at(chosen))


def _softened(network: Network, tracks: LabelledTracks, temperature: float) -> Targets:
    """Return how likely a teacher takes every genre, shape (n_tracks, n_genres)."""
    scaled = network.answers(tracks.features, tracks.mels).log_probs / temperature
    raised = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def _balanced(
    said: Targets, most: np.ndarray[tuple[int, ...], np.dtype[np.intp]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    """Return which tracks are learned from: of each genre those that are surest, up to so many."""
    named = said.argmax(axis=1)
    chosen = [
        np.flatnonzero(named == genre)[
            np.argsort(-said[named == genre, genre], kind="stable")[:count]
        ]
        for genre, count in enumerate(most)
    ]
    return np.sort(np.concatenate(chosen))
