"""From labelled tracks to a bundle that knows what its confidences are worth.

Every classifier is taught once without each fold, to answer for tracks it was not taught, and once
with all tracks. The answers out of fold weigh the classifiers, set temperatures and thresholds, and
are the honest estimate of what the bundle can do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier, Listened, Network, build
from musicreclass.classifiers.cnn import ShortChunkCnn
from musicreclass.classifiers.mlp import FeatureMlp
from musicreclass.classifiers.spec import CnnConfig, MlpConfig
from musicreclass.core.familiarity import Familiarity, fit_familiarity
from musicreclass.core.hearing import Hearing
from musicreclass.core.job import JobContext
from musicreclass.core.judge_fitting import fit_judge
from musicreclass.core.judging import Judge
from musicreclass.training.labelled import Indices, LabelledTracks
from musicreclass.training.lessons import feature_rows, teach_cnn, teach_mlp
from musicreclass.training.loop import Epoch
from musicreclass.training.recipe import Recipe

LogProbs = npt.NDArray[np.float32]  # shape (n_tracks, n_genres)
Embeddings = npt.NDArray[np.float32]  # shape (n_tracks, width)


@dataclass(frozen=True, slots=True)
class Student:
    """A classifier to be: its shape, and how it is taught."""

    name: str
    config: MlpConfig | CnnConfig
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Plan:
    """What a bundle shall consist of, and how it is measured."""

    students: tuple[Student, ...]
    n_folds: int = 5
    coverage: float = 0.9
    listened: Listened = field(default_factory=Listened)

    @property
    def needs(self) -> Hearing:
        """Return what must be heard of each track."""
        configs = [student.config for student in self.students]
        return Hearing(
            part=self.listened.part,
            seconds=self.listened.seconds,
            features=any(isinstance(c, MlpConfig) and c.mel is None for c in configs),
            mels=tuple(dict.fromkeys(c.mel for c in configs if c.mel is not None)),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What a network says of some tracks."""

    log_probs: LogProbs
    embeddings: Embeddings


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A bundle, and what its classifiers said of each track without having been taught it."""

    bundle: Bundle
    judge: Judge
    out_of_fold: Mapping[str, LogProbs]
    folds: Indices
    course: tuple[Epoch, ...]  # of the networks in the bundle


def make_bundle(
    tracks: LabelledTracks,
    plan: Plan,
    ctx: JobContext,
    *,
    folds: Indices,
    seed: int = 0,
    training: Mapping[str, Any] | None = None,
    data_licence: str = "",
) -> Made:
    """Teach all classifiers of `plan`, and return them with what was learned about them.

    Args:
        folds: which fold each track is in, shape (n_tracks,); groups never cross.
        training: what is to be kept in the bundle about its training.

    Raises:
        Cancelled: the user stopped.
    """
    out_of_fold, oddities = _answers_out_of_fold(tracks, plan, folds, ctx, seed)
    networks, course = [], []
    for student in plan.students:
        network, epochs = taught(student, tracks, ctx, seed=seed)
        networks.append(Classifier(student.name, network))
        course += epochs
    known = np.flatnonzero(tracks.has_genre)
    judge = fit_judge(
        {name: (tracks.genres, log_probs[known]) for name, log_probs in out_of_fold.items()},
        [tracks.genres[i] for i in tracks.labels[known]],
        folds[known],
        plan.coverage,
        _familiarity(plan.students[-1], networks[-1].network, tracks.at(known), oddities),
    )
    bundle = Bundle(
        genres=tracks.genres,
        classifiers=tuple(networks),
        listened=plan.listened,
        ensemble=judge.to_dict(),
        training=dict(training or {}),
        data_licence=data_licence,
    )
    return Made(bundle, judge, out_of_fold, folds, tuple(course))


def taught(
    student: Student,
    tracks: LabelledTracks,
    ctx: JobContext,
    *,
    seed: int,
    watched: LabelledTracks | None = None,
) -> tuple[Network, list[Epoch]]:
    """Return a network taught these tracks, and how that went."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = build(student.config, len(tracks.genres))
    teach: Any = teach_mlp if isinstance(network, FeatureMlp) else teach_cnn
    epochs = teach(
        network, tracks, student.recipe, ctx, seed=seed, watched=watched, name=student.name
    )
    network.requires_grad_(False)
    return network, epochs


def answers(network: Network, tracks: LabelledTracks) -> Answers:
    """Return what the network says of each track."""
    if isinstance(network, FeatureMlp):
        said = network.answers(feature_rows(network, tracks))
        return Answers(said.log_probs, said.embeddings)
    if tracks.mels is None:
        raise ValueError("these tracks come without mels")
    each = [network.answer(mel) for mel in tracks.mels]
    return Answers(
        np.stack([answer.log_probs for answer in each]),
        np.stack([answer.embedding for answer in each]),
    )


def _answers_out_of_fold(
    tracks: LabelledTracks, plan: Plan, folds: Indices, ctx: JobContext, seed: int
) -> tuple[dict[str, LogProbs], list[npt.NDArray[np.float64]]]:
    """Return what each classifier says of tracks it was not taught, and how odd they were to it."""
    shape = len(tracks), len(tracks.genres)
    said = {student.name: np.zeros(shape, dtype=np.float32) for student in plan.students}
    oddities = []
    for fold in np.unique(folds):
        inside, outside = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        for student in plan.students:
            network, _ = taught(student, tracks.at(outside), ctx, seed=seed)
            answered = answers(network, tracks.at(inside))
            said[student.name][inside] = answered.log_probs
            if student is plan.students[-1]:
                known = tracks.at(outside[tracks.has_genre[outside]])
                held_out = answered.embeddings[tracks.has_genre[inside]]
                oddities.append(_fitted(student, network, known, held_out).distances(held_out))
    return said, oddities


def _fitted(
    student: Student, network: Network, known: LabelledTracks, held_out: Embeddings
) -> Familiarity:
    return fit_familiarity(student.name, answers(network, known).embeddings, known.labels, held_out)


def _familiarity(
    student: Student,
    network: Network,
    known: LabelledTracks,
    oddities: Sequence[npt.NDArray[np.float64]],
) -> Familiarity | None:
    """Return what known music looks like to the last classifier.

    How far tracks lie that it was not taught is told by the networks that lacked them.
    """
    if not oddities:
        return None
    width = student.config.embedding_width
    fitted = _fitted(student, network, known, np.empty((0, width), dtype=np.float32))
    distances = np.sort(np.concatenate(oddities)).astype(np.float32)
    return replace(fitted, held_out_distances=distances)
