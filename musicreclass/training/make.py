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

from musicreclass.classifiers.bundle import Bundle, Classifier, ClipSpec, Network, build
from musicreclass.classifiers.kinds.cnn import ShortChunkCnn
from musicreclass.classifiers.kinds.joint import JointNetwork
from musicreclass.classifiers.kinds.mlp import FeatureNetwork
from musicreclass.classifiers.spec import (
    CnnConfig,
    FeatureConfig,
    JointConfig,
    RbfConfig,
    wants_features,
)
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.job import JobContext, Progress
from musicreclass.training.augmentation.copy_counts import (
    NO_COPIES,
    Copies,
    copies_at,
    copies_for,
    wanted_copies,
)
from musicreclass.training.calibrate import fit_calibrator, fit_novelty
from musicreclass.training.config import AudioAugmentation, TrainingConfig
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks
from musicreclass.training.fit.backbone import Backbone, fit_last_layers
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.joint_fit import JointTrainingConfig, fit_joint
from musicreclass.training.fit.loop import Epoch
from musicreclass.training.fit.network_fit import feature_rows, fit_cnn, fit_mlp
from musicreclass.training.fit.progress import TrainingProgress
from musicreclass.training.fit.rbf_fit import RbfTrainingConfig, fit_rbf, shaped_for

LogProbs = npt.NDArray[np.float32]  # shape (n_tracks, n_genres)
Embeddings = npt.NDArray[np.float32]  # shape (n_tracks, width)

NOWHERE = Checkpoints()
LOOKING_EPOCHS = 40  # that a joint network counts as: it has none, but looks at each track


@dataclass(frozen=True, slots=True)
class Member:
    """A classifier to be: its shape, and how it is taught."""

    name: str
    config: FeatureConfig | CnnConfig | JointConfig
    training_config: TrainingConfig | RbfTrainingConfig | JointTrainingConfig
    finish: TrainingConfig | None = None  # teaches all layers, once those above a trunk were taught
    seed: int = 0  # added to that of the run: equal students of other seeds err elsewhere
    backbone: Backbone | None = field(
        default=None, compare=False, repr=False
    )  # what it starts from

    def epochs_of(self, n_tracks: int) -> int:
        """Return how many epochs it takes to teach it so many tracks."""
        if isinstance(self.training_config, JointTrainingConfig):
            return LOOKING_EPOCHS
        first = (
            self.training_config.epochs_of(n_tracks)
            if isinstance(self.training_config, TrainingConfig)
            else 1
        )
        return first + (0 if self.finish is None else self.finish.epochs_of(n_tracks))


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What a bundle shall consist of, and how it is measured."""

    members: tuple[Member, ...]
    n_folds: int = 5
    coverage: float = 0.9
    clip: ClipSpec = field(default_factory=ClipSpec)

    @property
    def hears_mels(self) -> bool:
        return any(isinstance(member.config, CnnConfig | JointConfig) for member in self.members)

    @property
    def needs(self) -> AnalysisSpec:
        """Return what must be heard of each track."""
        configs = [member.config for member in self.members]
        return AnalysisSpec(
            part=self.clip.part,
            seconds=self.clip.seconds,
            features=any(wants_features(config) for config in configs),
            mels=tuple(dict.fromkeys(c.mel for c in configs if c.mel is not None)),
        )

    @property
    def copies(self) -> Mapping[AudioAugmentation, int]:
        """Return how many copies of each track must be heard, too, by how they are played."""
        return wanted_copies(
            r for member in self.members for r in (member.training_config, member.finish)
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
    calibrator: EnsembleCalibrator
    out_of_fold: Mapping[str, LogProbs]
    combined: Reals  # all together, out of fold; zeros of a track that is of no genre
    folds: Indices
    training_progress: tuple[Epoch, ...] = ()  # of the networks in the bundle


@dataclass(frozen=True, slots=True, eq=False)
class FoldAnswers:
    """What classifiers say of the tracks of one fold, none of which they were taught."""

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
) -> Made:
    """Teach all classifiers of `plan`, and return them with what was learned about them.

    Args:
        folds: which fold each track is in, shape (n_tracks,), from 0; groups never cross.
        training: what is to be kept in the bundle about its training.
        checkpoints: where lessons are kept, so that a run that is broken off can go on.
        copies: the tracks played otherwise, which are learned from alone; none is tested on.

    Raises:
        Cancelled: the user stopped.
    """
    n_folds = int(folds.max()) + 1
    fitted_of = [*(int((folds != fold).sum()) for fold in range(n_folds)), len(tracks)]
    training_progress = TrainingProgress(
        ctx,
        fit_tasks=len(fitted_of) * len(plan.members),
        epochs=sum(member.epochs_of(n) for member in plan.members for n in fitted_of),
    )
    said = [
        answer_fold(
            tracks, plan, folds == fold, training_progress, seed,
            part=f"fold {fold + 1}", checkpoints=checkpoints, copies=copies,
        )
        for fold in range(n_folds)
    ]  # fmt: skip
    networks, epochs = [], []
    for member in plan.members:
        training_progress.begin(member.name, "all", member.epochs_of(len(tracks)))
        network, own = fitted(
            member, tracks, training_progress, seed=seed, checkpoints=checkpoints, copies=copies
        )
        networks.append(network)
        epochs += own
    made = assemble(tracks, plan, networks, folds, said)
    bundle = replace(made.bundle, training=dict(training or {}), data_licence=data_licence)
    return replace(made, bundle=bundle, training_progress=tuple(epochs))


def answer_fold(
    tracks: LabelledTracks,
    plan: TrainingPlan,
    is_inside: npt.NDArray[np.bool_],
    ctx: JobContext,
    seed: int,
    *,
    part: str = "fold",
    checkpoints: Checkpoints = NOWHERE,
    copies: Copies = NO_COPIES,
) -> FoldAnswers:
    """Teach all classifiers without a fold, and return what they say of it.

    Args:
        part: what the fold is called, in checkpoints and in what is published.
    """
    inside, outside = tracks.at(np.flatnonzero(is_inside)), tracks.at(np.flatnonzero(~is_inside))
    changed = copies_at(copies, np.flatnonzero(~is_inside))
    log_probs, distances = {}, np.empty(0)
    for member in plan.members:
        if isinstance(ctx, TrainingProgress):
            ctx.begin(member.name, part, member.epochs_of(len(outside)))
        network, _ = fitted(
            member, outside, ctx,
            seed=seed, part=part, checkpoints=checkpoints, copies=changed,
        )  # fmt: skip
        answered = answers(network, inside)
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
    """Return networks that were taught all tracks as a bundle, judged by what `said` says.

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
    part: str = "all",
    checkpoints: Checkpoints = NOWHERE,
    copies: Copies = NO_COPIES,
) -> tuple[Network, list[Epoch]]:
    """Return a network taught these tracks, and how that went."""
    network = _unfitted(member, tracks, seed + member.seed)
    fit_task = f"{member.name}, {part}"
    settings: dict[str, Any] = {
        "seed": seed + member.seed,
        "name": member.name,
        "checkpoint": checkpoints.of(fit_task),
    }
    epochs: list[Epoch] = []
    match network, member.training_config:
        case FeatureNetwork(), RbfTrainingConfig() as training_config:
            fit_rbf(network, tracks, training_config, seed + member.seed)
            ctx.report(Progress(1, 1, f"Teaching {member.name}"))
        case JointNetwork(), JointTrainingConfig() as training_config if (
            member.backbone is not None
        ):
            fit_joint(
                network, tracks, training_config, ctx,
                backbone=member.backbone, seed=seed + member.seed,
                copies=copies_for(training_config, copies),
            )  # fmt: skip
            ctx.report(Progress(1, 1, f"Teaching {member.name}"))
        case FeatureNetwork(), TrainingConfig() as training_config:
            epochs = fit_mlp(
                network, tracks, training_config, ctx,
                watched=watched, copies=copies_for(training_config, copies), **settings,
            )  # fmt: skip
        case ShortChunkCnn(), TrainingConfig() as training_config if member.backbone is None:
            epochs = fit_cnn(
                network, tracks, training_config, ctx,
                watched=watched, copies=copies_for(training_config, copies), **settings,
            )  # fmt: skip
        case ShortChunkCnn(), TrainingConfig() as training_config if member.backbone is not None:
            epochs = fit_last_layers(
                network, tracks, training_config, ctx,
                backbone=member.backbone, copies=copies_for(training_config, copies), **settings,
            )  # fmt: skip
            if member.finish is not None:
                settings["checkpoint"] = checkpoints.of(f"{fit_task}, finish")
                epochs += fit_cnn(
                    network, tracks, member.finish, ctx,
                    watched=watched, copies=copies_for(member.finish, copies),
                    learns_scaling=False, **settings,
                )  # fmt: skip
        case _:
            raise ValueError(f"{member.name} cannot be taught by {member.training_config}")
    network.requires_grad_(False)
    return network, epochs


def _unfitted(member: Member, tracks: LabelledTracks, seed: int) -> Network:
    config = member.config
    if isinstance(config, RbfConfig):
        config = shaped_for(config, tracks)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return build(config, len(tracks.genres))


def answers(network: Network, tracks: LabelledTracks) -> Answers:
    """Return what the network says of each track."""
    if isinstance(network, FeatureNetwork):
        said = network.answers(feature_rows(network, tracks))
        return Answers(said.log_probs, said.embeddings)
    if tracks.mels is None:
        raise ValueError("these tracks come without mels")
    if isinstance(network, JointNetwork):
        if tracks.features is None:
            raise ValueError("these tracks come without features")
        pairs = zip(tracks.features, tracks.mels, strict=True)
        each = [network.answer(row, mel) for row, mel in pairs]
    else:
        each = [network.answer(mel) for mel in tracks.mels]
    return Answers(
        np.stack([answer.log_probs for answer in each]),
        np.stack([answer.embedding for answer in each]),
    )


def _novelty(member: Member, network: Network, tracks: LabelledTracks) -> NoveltyScore:
    """Return what known music looks like to a network; how odd other music is, is not known yet."""
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    nobody = np.empty((0, network.config.embedding_width), dtype=np.float32)
    embeddings = answers(network, known).embeddings
    return fit_novelty(member.name, embeddings, known.labels, nobody)
