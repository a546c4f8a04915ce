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
    course: tuple[Epoch, ...] = ()  # of the networks in the bundle


@dataclass(frozen=True, slots=True, eq=False)
class FoldAnswers:
    """What classifiers say of the tracks of one fold, none of which they were taught."""

    log_probs: Mapping[str, LogProbs]  # classifier -> of the fold's tracks, in their order
    oddities: npt.NDArray[np.float64]  # how far its music lies from what the last one knows


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
        folds: which fold each track is in, shape (n_tracks,), from 0; groups never cross.
        training: what is to be kept in the bundle about its training.

    Raises:
        Cancelled: the user stopped.
    """
    said = [answer_fold(tracks, plan, folds == fold, ctx, seed) for fold in range(folds.max() + 1)]
    networks, course = [], []
    for student in plan.students:
        network, epochs = taught(student, tracks, ctx, seed=seed)
        networks.append(network)
        course += epochs
    made = assemble(tracks, plan, networks, folds, said)
    bundle = replace(made.bundle, training=dict(training or {}), data_licence=data_licence)
    return replace(made, bundle=bundle, course=tuple(course))


def answer_fold(
    tracks: LabelledTracks,
    plan: Plan,
    is_inside: npt.NDArray[np.bool_],
    ctx: JobContext,
    seed: int,
) -> FoldAnswers:
    """Teach all classifiers without a fold, and return what they say of it."""
    inside, outside = tracks.at(np.flatnonzero(is_inside)), tracks.at(np.flatnonzero(~is_inside))
    log_probs, oddities = {}, np.empty(0)
    for student in plan.students:
        network, _ = taught(student, outside, ctx, seed=seed)
        answered = answers(network, inside)
        log_probs[student.name] = answered.log_probs
        if student is plan.students[-1]:
            held_out = answered.embeddings[inside.has_genre]
            oddities = _familiarity(student, network, outside).distances(held_out)
    return FoldAnswers(log_probs, oddities)


def assemble(
    tracks: LabelledTracks,
    plan: Plan,
    networks: Sequence[Network],
    folds: Indices,
    said: Sequence[FoldAnswers],
) -> Made:
    """Return networks that were taught all tracks as a bundle, judged by what `said` says.

    Args:
        said: the answers of fold 0, of fold 1, ...
    """
    out_of_fold = {}
    for student in plan.students:
        out_of_fold[student.name] = np.zeros((len(tracks), len(tracks.genres)), dtype=np.float32)
        for fold, answered in enumerate(said):
            out_of_fold[student.name][folds == fold] = answered.log_probs[student.name]
    known = np.flatnonzero(tracks.has_genre)
    familiarity = _familiarity(plan.students[-1], networks[-1], tracks)
    oddities = np.concatenate([answered.oddities for answered in said])
    judge = fit_judge(
        {name: (tracks.genres, log_probs[known]) for name, log_probs in out_of_fold.items()},
        [tracks.genres[i] for i in tracks.labels[known]],
        folds[known],
        plan.coverage,
        replace(familiarity, held_out_distances=np.sort(oddities).astype(np.float32)),
    )
    bundle = Bundle(
        genres=tracks.genres,
        classifiers=tuple(
            Classifier(student.name, network)
            for student, network in zip(plan.students, networks, strict=True)
        ),
        listened=plan.listened,
        ensemble=judge.to_dict(),
    )
    return Made(bundle, judge, out_of_fold, folds)


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


def _familiarity(student: Student, network: Network, tracks: LabelledTracks) -> Familiarity:
    """Return what known music looks like to a network; how odd other music is, is not known yet."""
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    nobody = np.empty((0, student.config.embedding_width), dtype=np.float32)
    embeddings = answers(network, known).embeddings
    return fit_familiarity(student.name, embeddings, known.labels, nobody)
