"""The hours of training behind the box, in pieces that are kept: what is there is not done again.

A piece is known by its configuration: change a number, and it is another piece.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from box_classifier.material import (
    GENRES,
    NOISE_SEED_FIT,
    folders,
    gtzan,
    gtzan_part,
    not_music,
    together,
)
from box_classifier.plan import BOX_SEED, N_ANYWHERE_PARTS, N_FOLDS, SEEDS, box_plan
from box_classifier.strangers import N_PARTS, Strangers, strangers
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.kinds.chunks.cnn import ShortChunkCnn
from musicreclass.core.job import QuietContext
from musicreclass.core.plain import plain
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.make import FoldAnswers, answer_fold, fitted, progress_of
from musicreclass.training.members import TrainingPlan
from musicreclass.training.presets import FINISHING_TRAINING, LAST_LAYERS_TRAINING

Arrays = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work, and the file that its result is kept in."""

    name: str
    file: Path
    work: Callable[[], None]


def run_all(jobs: Sequence[Job], processes: int) -> None:
    """Do what is not done yet, `processes` at a time, one thread each."""
    missing = [job for job in jobs if not job.file.exists()]
    print(f"{len(missing)} of {len(jobs)} pieces are to be taught", flush=True)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(_do, job) for job in missing]:
            print(f"  {done.result()}", flush=True)


def _do(job: Job) -> str:
    torch.set_num_threads(1)
    job.work()
    return job.name


def home_jobs(data: Path, kept: Path) -> list[Job]:
    """Train on GTZAN's train part; ask for its valid and test part. One job a seed."""
    plan = box_plan()
    jobs = []
    for seed in SEEDS:
        file = _file(kept, "home", plan, seed)
        jobs.append(Job(f"home, seed {seed}", file, partial(_home, data, plan, seed, file)))
    return jobs


def travel_jobs(data: Path, kept: Path) -> list[Job]:
    """Train on all of GTZAN; ask for the genre folders. With and without changed recordings."""
    jobs = []
    for name, plan in (
        ("with", box_plan()),
        ("without", box_plan(with_channel_augmentation=False)),
    ):
        file = _file(kept, "travel", plan, BOX_SEED)
        work = partial(_travel, data, plan, BOX_SEED, file)
        jobs.append(Job(f"travel, {name} changed recordings", file, work))
    return jobs


def box_jobs(data: Path, kept: Path) -> list[Job]:
    """Train on everything: without each fold, and with all."""
    plan = box_plan()
    file = _file(kept, "all", plan, BOX_SEED, ".pth")
    jobs = [Job("the box", file, partial(_everything, data, plan, file))]
    for fold in range(N_FOLDS):
        file = _file(kept, f"fold{fold}", plan, BOX_SEED)
        jobs.append(Job(f"the box, fold {fold}", file, partial(_fold, data, plan, fold, file)))
    return jobs


def anywhere_jobs(data: Path, kept: Path) -> list[Job]:
    """Let what was trained at home learn from everywhere: from all, and without some collections.

    The mlp is fitted anew, the cnn goes on from where it was, so that hours become minutes.
    """
    plan, base = box_plan(), box_jobs(data, kept)[0].file
    file = _file(kept, "anywhere", plan, BOX_SEED, ".pth")
    jobs = [Job("from anywhere", file, partial(_from_anywhere, data, base, file))]
    for part in range(N_ANYWHERE_PARTS):
        file = _file(kept, f"anywhere{part}", plan, BOX_SEED)
        work = partial(_without_part, data, base, part, file)
        jobs.append(Job(f"from anywhere, without part {part}", file, work))
    return jobs


def anywhere_part(found: Strangers) -> np.ndarray:
    """Return in which of the parts that networks go without each track is; most are in none."""
    parts = found.parts()
    return np.where(found.is_from_anywhere, parts * N_ANYWHERE_PARTS // N_PARTS, -1)


def everything(data: Path) -> LabelledTracks:
    """Return all that there is to be learned from at home."""
    return together(gtzan(data), folders(data), not_music(data, NOISE_SEED_FIT))


def fold_of(tracks: LabelledTracks) -> np.ndarray:
    """Return the fold of each track; what is no music is spread like a genre."""
    labels = np.where(tracks.has_genre, tracks.labels, len(tracks.genres))
    return folds(labels, tracks.groups, N_FOLDS, BOX_SEED)


def loaded(job: Job) -> Arrays:
    """Return what a job has kept."""
    with np.load(job.file, allow_pickle=False) as kept:
        return dict(kept)


def fold_answers(job: Job, plan: TrainingPlan) -> FoldAnswers:
    """Return what a job for a fold has kept."""
    kept = loaded(job)
    return FoldAnswers({s.name: kept[s.name] for s in plan.members}, kept["oddities"])


def _home(data: Path, plan: TrainingPlan, seed: int, file: Path) -> None:
    music, noise = gtzan(data), not_music(data, NOISE_SEED_FIT)
    fit_tracks = together(music.at(gtzan_part(data, music, "train")), noise)
    _fit_and_predict(
        plan, seed, fit_tracks,
        {part: music.at(gtzan_part(data, music, part)) for part in ("train", "valid", "test")},
        file,
    )  # fmt: skip


def _travel(data: Path, plan: TrainingPlan, seed: int, file: Path) -> None:
    fit_tracks = together(gtzan(data), not_music(data, NOISE_SEED_FIT))
    _fit_and_predict(plan, seed, fit_tracks, {"folders": folders(data)}, file)


def _fit_and_predict(
    plan: TrainingPlan,
    seed: int,
    tracks: LabelledTracks,
    asked: dict[str, LabelledTracks],
    file: Path,
) -> None:
    said: Arrays = {}
    for member in plan.members:
        network, _ = fitted(member, tracks, QuietContext(), seed=seed)
        for part, some in asked.items():
            said[f"{part}.{member.name}"] = network.answers(some.features, some.mels).log_probs
    _keep(file, said)


def _fold(data: Path, plan: TrainingPlan, fold: int, file: Path) -> None:
    tracks = everything(data)
    progress = progress_of(plan, [len(tracks)], QuietContext())
    said = answer_fold(tracks, plan, fold_of(tracks) == fold, progress, BOX_SEED)
    _keep(file, {**said.log_probs, "oddities": said.distances})


def _everything(data: Path, plan: TrainingPlan, file: Path) -> None:
    tracks = everything(data)
    classifiers = [
        Classifier(member.name, fitted(member, tracks, QuietContext(), seed=BOX_SEED)[0])
        for member in plan.members
    ]
    _save(classifiers, file)


def _from_anywhere(data: Path, base: Path, file: Path) -> None:
    found = strangers(data)
    _save(_tuned(data, base, found.tracks.at(np.flatnonzero(found.is_from_anywhere))), file)


def _without_part(data: Path, base: Path, part: int, file: Path) -> None:
    found = strangers(data)
    part_of = anywhere_part(found)
    networks = _tuned(data, base, found.tracks.at(np.flatnonzero(~np.isin(part_of, (-1, part)))))
    asked = found.tracks.at(np.flatnonzero(part_of == part))
    _keep(file, {c.name: c.network.answers(None, asked.mels).log_probs for c in networks})


def _tuned(data: Path, base: Path, others: LabelledTracks) -> list[Classifier]:
    tracks = together(everything(data), replace(others, features=None))
    networks = {c.name: c.network for c in bundles.load(base).classifiers}
    mlp, cnn = box_plan().members
    pretrained = networks[cnn.name]
    assert isinstance(pretrained, ShortChunkCnn)
    tuned = replace(
        cnn,
        training_config=LAST_LAYERS_TRAINING,
        finish=FINISHING_TRAINING,
        backbone=Backbone(pretrained),
    )
    return [
        Classifier(member.name, fitted(member, tracks, QuietContext(), seed=BOX_SEED)[0])
        for member in (mlp, tuned)
    ]


def _save(classifiers: Sequence[Classifier], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    bundles.save(Bundle(genres=GENRES, classifiers=tuple(classifiers)), file)


def _keep(file: Path, said: Arrays) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}.part")
    with unfinished.open("wb") as out:
        np.savez(out, allow_pickle=False, **said)
    unfinished.replace(file)


def _file(kept: Path, name: str, plan: TrainingPlan, seed: int, suffix: str = ".npz") -> Path:
    text = json.dumps(plain(plan), sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return kept / f"{name}-{digest}-{seed}{suffix}"
