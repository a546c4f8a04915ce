"""From labelled tracks to a bundle that knows what its confidences are worth.

Every classifier is fitted once without each fold, to answer for tracks that it never saw, and once
with all tracks. The answers out of fold weigh the classifiers, set temperatures and thresholds, and
are the honest estimate of what the bundle can do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.kinds.network import Network
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.job import JobContext
from musicreclass.training.calibrate import fit_calibrator, fit_novelty
from musicreclass.training.data.labelled_tracks import (
    NO_COPIES,
    Copies,
    Indices,
    LabelledTracks,
    copies_at,
    copies_for,
)
from musicreclass.training.distillation import Teacher, distilled_tracks
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.progress import Epoch, TrainingProgress
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.members import Member, TrainingPlan

LogProbs = npt.NDArray[np.float32]  # shape (n_tracks, n_genres)

NOWHERE = Checkpoints()


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A bundle, and what its classifiers said of each track without having been trained on it."""

    bundle: Bundle
    calibrator: EnsembleCalibrator
    out_of_fold: Mapping[str, LogProbs]
    combined: Reals  # all together, out of fold; zeros of a track that is of no genre
    folds: Indices
    training_progress: tuple[Epoch, ...] = ()  # of the networks in the bundle


@dataclass(frozen=True, slots=True, eq=False)
class FoldAnswers:
    """What classifiers say of the tracks of one fold, none of which they were trained on."""

    log_probs: Mapping[str, LogProbs]  # classifier -> of the fold's tracks, in their order
    distances: npt.NDArray[np.float64]  # how far its music lies from what the last one knows


def make_bundle(
    tracks: LabelledTracks,
    plan: TrainingPlan,
    ctx: JobContext,
    *,
    folds: Indices,
    seed: int = 0,
    training: Mapping[str, Any] | None = None,
    data_licence: str = "",
    checkpoints: Checkpoints = NOWHERE,
    copies: Copies = NO_COPIES,
    unlabelled: LabelledTracks | None = None,
) -> Made:
    """Fit all members of `plan`, and return them with what was learned about them.

    Args:
        folds: which fold each track is in, shape (n_tracks,), from 0; groups never cross.
        training: what is to be kept in the bundle about its training.
        checkpoints: where fits are kept, so that a run that is broken off can go on.
        copies: the tracks augmented, which are learned from alone; none is tested on.
        unlabelled: tracks that members with a teacher learn from, too.

    Raises:
        Cancelled: the user stopped.
    """
    n_folds = int(folds.max()) + 1
    n_fitted = [*(int((folds != fold).sum()) for fold in range(n_folds)), len(tracks)]
    progress = progress_of(plan, n_fitted, ctx)
    fold_answers = partial(
        answer_fold, tracks, plan, checkpoints=checkpoints, copies=copies, unlabelled=unlabelled
    )
    said = [
        fold_answers(folds == fold, progress, seed, part=f"fold {fold + 1}")
        for fold in range(n_folds)
    ]
    networks, epochs = [], []
    for member in plan.members:
        progress.begin(member.name, "all", member.cost(len(tracks)))
        network, own = fitted(
            member,
            tracks,
            progress,
            seed=seed,
            checkpoints=checkpoints,
            copies=copies,
            unlabelled=unlabelled,
        )
        networks.append(network)
        epochs += own
    made = assemble(tracks, plan, networks, folds, said)
    bundle = replace(made.bundle, training=dict(training or {}), data_licence=data_licence)
    return replace(made, bundle=bundle, training_progress=tuple(epochs))


def progress_of(plan: TrainingPlan, n_fitted: Sequence[int], ctx: JobContext) -> TrainingProgress:
    """Return the context of fitting all members, each time to so many tracks."""
    cost = sum(member.cost(n) for member in plan.members for n in n_fitted)
    return TrainingProgress(ctx, len(n_fitted) * len(plan.members), cost)


def answer_fold(
    tracks: LabelledTracks,
    plan: TrainingPlan,
    is_inside: npt.NDArray[np.bool_],
    progress: TrainingProgress,
    seed: int,
    *,
    part: str = "fold",
    checkpoints: Checkpoints = NOWHERE,
    copies: Copies = NO_COPIES,
    unlabelled: LabelledTracks | None = None,
) -> FoldAnswers:
    """Fit all members without a fold, and return what they say of it.

    Args:
        part: what the fold is called, in checkpoints and in what is published.
    """
    inside, outside = tracks.at(np.flatnonzero(is_inside)), tracks.at(np.flatnonzero(~is_inside))
    changed = copies_at(copies, np.flatnonzero(~is_inside))
    log_probs, distances = {}, np.empty(0)
    for member in plan.members:
        progress.begin(member.name, part, member.cost(len(outside)))
        network, _ = fitted(
            member,
            outside,
            progress,
            seed=seed,
            observed=inside,
            part=part,
            checkpoints=checkpoints,
            copies=changed,
            unlabelled=unlabelled,
        )
        answered = network.answers(inside.features, inside.mels)
        log_probs[member.name] = answered.log_probs
        if member is plan.members[-1]:
            held_out = answered.embeddings[inside.has_genre]
            distances = _novelty(member, network, outside).distances(held_out)
    return FoldAnswers(log_probs, distances)


def assemble(
    tracks: LabelledTracks,
    plan: TrainingPlan,
    networks: Sequence[Network],
    folds: Indices,
    said: Sequence[FoldAnswers],
) -> Made:
    """Return networks that were trained on all tracks as a bundle, calibrated by what `said` says.

    Args:
        said: the answers of fold 0, of fold 1, ...
    """
    out_of_fold = {}
    for member in plan.members:
        out_of_fold[member.name] = np.zeros((len(tracks), len(tracks.genres)), dtype=np.float32)
        for fold, answered in enumerate(said):
            out_of_fold[member.name][folds == fold] = answered.log_probs[member.name]
    known = np.flatnonzero(tracks.has_genre)
    novelty = _novelty(plan.members[-1], networks[-1], tracks)
    distances = np.concatenate([answered.distances for answered in said])
    calibrator, known_log_probs = fit_calibrator(
        {name: (tracks.genres, log_probs[known]) for name, log_probs in out_of_fold.items()},
        [tracks.genres[i] for i in tracks.labels[known]],
        folds[known],
        plan.coverage,
        replace(novelty, held_out_distances=np.sort(distances).astype(np.float32)),
        tracks.groups[known],
    )
    combined = np.zeros((len(tracks), len(tracks.genres)))
    if known_log_probs is not None:
        combined[known] = known_log_probs
    bundle = Bundle(
        genres=tracks.genres,
        classifiers=tuple(
            Classifier(member.name, network)
            for member, network in zip(plan.members, networks, strict=True)
        ),
        clip=plan.clip,
        ensemble=calibrator.to_dict(),
    )
    return Made(bundle, calibrator, out_of_fold, combined, folds)


def fitted(
    member: Member,
    tracks: LabelledTracks,
    ctx: JobContext,
    *,
    seed: int,
    watched: LabelledTracks | None = None,
    observed: LabelledTracks | None = None,
    part: str = "all",
    checkpoints: Checkpoints = NOWHERE,
    copies: Copies = NO_COPIES,
    unlabelled: LabelledTracks | None = None,
) -> tuple[Network, list[Epoch]]:
    """Return a network fitted to these tracks, and how that went.

    Args:
        watched: tracks held out; where they get no better, the fit ends.
        observed: tracks held out that are shown as it goes on, and steer nothing.
        unlabelled: tracks that it learns from, too, where it has a teacher.
    """
    seed += member.seed
    if (teacher := member.teacher) is not None:
        fit = partial(_fitted_teacher, teacher, ctx=ctx, seed=seed)
        tracks, copies = distilled_tracks(tracks, unlabelled, teacher, fit), NO_COPIES
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = member.config.build(len(tracks.genres))
    fit_name = f"{member.name}, {part}"
    trainer = Trainer(
        network,
        tracks,
        member.training_config,
        ctx,
        seed=seed,
        name=member.name,
        watched=watched,
        observed=observed,
        checkpoint=checkpoints.of(fit_name),
        copies=copies_for(member.training_config, copies),
        backbone=member.backbone,
    )
    if (finish := member.finish) is not None:
        checkpoint, own = checkpoints.of(f"{fit_name}, finish"), copies_for(finish, copies)
        last = replace(trainer, training_config=finish, checkpoint=checkpoint, copies=own)
        trainer = replace(trainer, finish=last)
    epochs = trainer.fit()
    network.requires_grad_(False)
    return network, epochs


def _fitted_teacher(
    teacher: Teacher, tracks: LabelledTracks, *, ctx: JobContext, seed: int
) -> Network:
    own = Member("teacher", teacher.config, teacher.training_config)
    return fitted(own, tracks, ctx, seed=seed)[0]


def _novelty(member: Member, network: Network, tracks: LabelledTracks) -> NoveltyScore:
    """Return what known music looks like to a network; how far other music lies comes later."""
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    nobody = np.empty((0, network.config.embedding_width), dtype=np.float32)
    embeddings = network.answers(known.features, known.mels).embeddings
    return fit_novelty(member.name, embeddings, known.labels, nobody)
