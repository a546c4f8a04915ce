"""The fits behind the own-folders bench, in pieces that are kept: what is there is not redone.

A piece is known by what is trained and how: change a number, and it is another piece.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from box_classifier.material import NOISE_SEED_FIT, gtzan, not_music, together
from box_classifier.plan import BOX_SEED, box_plan

from musicreclass import paths
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.kinds.chunks.cnn import ShortChunkCnn
from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec
from musicreclass.core.job import QuietContext
from musicreclass.core.plain import plain
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.augmented_copies import augment_copies
from musicreclass.pipeline.classification.loaded_classifier import all_features
from musicreclass.pipeline.datasets.labelling import analyze_and_label
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.data.labelled_tracks import Copies, Indices, LabelledTracks, copies_at
from musicreclass.training.data.split import folds
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.fit.checkpoints import Checkpoints, digest_of
from musicreclass.training.make import fitted
from musicreclass.training.members import Member

N_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Split:
    """One way to part the tracks into folds."""

    repeat: int
    is_random: bool = False  # artists on both sides: it is optimistic

    def folds_of(self, tracks: LabelledTracks) -> Indices:
        groups = np.arange(len(tracks)) if self.is_random else tracks.groups
        return folds(tracks.labels, groups, N_FOLDS, self.repeat)

    def __str__(self) -> str:
        return f"{'random' if self.is_random else 'artists'}{self.repeat}"


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a member said of all tracks out of fold, and how long a fit took."""

    log_probs: npt.NDArray[np.float32]  # shape (n_tracks, n_genres)
    seconds: float  # of one fit, with what is asked afterwards; the median


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The four genre folders, analyzed as `train` analyzes them, and copies to be learned from."""

    tracks: LabelledTracks
    copies: Copies


def material(data: Path, wanted: Mapping[AudioAugmentation, int]) -> Material:
    """Return the four genre folders with so many copies of each track."""
    found = survey(data / "music_by_genre", QuietContext())
    analysis_spec = AnalysisSpec(mels=(GTZAN_MEL,), encoder=all_features().encoder)
    cache = AnalysisCache(paths.cache_dir() / "heard")
    labelled = analyze_and_label(
        found, analysis_spec, QuietContext(), AnalysisOptions(cache, default_workers())
    )
    played = augment_copies(
        labelled.tracks,
        [found.audio_file(file) for file in labelled.files],
        analysis_spec,
        wanted,
        QuietContext(),
        AnalysisOptions(cache, default_workers()),
        seed=0,
    )
    return Material(labelled.tracks, played.copies)


def honest_backbone(data: Path, kept: Path) -> Backbone:
    """Return what the box's network of mels learns where it analyzes none of the four folders."""
    member = next(s for s in box_plan().members if s.name == "cnn")
    file = kept / f"trunk-{digest(member)}-{BOX_SEED}.pth"
    if not file.exists():
        print("the trunk is taught GTZAN, which takes ten minutes", flush=True)
        tracks = together(gtzan(data), not_music(data, NOISE_SEED_FIT))
        fit_tasks = Checkpoints(kept / "trunk")
        network, _ = fitted(member, tracks, QuietContext(), seed=BOX_SEED, checkpoints=fit_tasks)
        bundles.save(Bundle(tracks.genres, (Classifier(member.name, network),)), file)
        fit_tasks.clear()
    network = bundles.load(file).classifiers[0].network
    assert isinstance(network, ShortChunkCnn)
    return Backbone(network)


def said_by(member: Member, analyzed: Material, split: Split, kept: Path) -> Said:
    """Return what `member` says of each fold when it was trained on the others."""
    tracks = analyzed.tracks
    fold_of = split.folds_of(tracks)
    log_probs = np.empty((len(tracks), len(tracks.genres)), dtype=np.float32)
    seconds = []
    for fold in range(N_FOLDS):
        piece = _piece(member, analyzed, fold_of == fold, split, fold, kept)
        log_probs[fold_of == fold] = piece["log_probs"]
        seconds.append(float(piece["seconds"]))
    return Said(log_probs, float(np.median(seconds)))


def digest(member: Member) -> str:
    """Return what tells members apart, whatever they are called.

    What is as usual is left out: a new switch that nobody has turned makes no other member.
    """
    told = _unusual(replace(member, name="", backbone=None))
    text = json.dumps([told, member.backbone is not None], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _unusual(value: object) -> object:
    if not is_dataclass(value) or isinstance(value, type):
        return plain(value)
    told = {f.name: getattr(value, f.name) for f in fields(value)}
    usual = {f.name: f.default for f in fields(value)}
    return [
        type(value).__name__,
        {name: _unusual(own) for name, own in told.items() if own != usual[name]},
    ]


def _piece(
    member: Member,
    analyzed: Material,
    is_inside: npt.NDArray[np.bool_],
    split: Split,
    fold: int,
    kept: Path,
) -> Mapping[str, np.ndarray]:
    tracks = analyzed.tracks
    file = kept / f"{digest(member)}-{digest_of(tracks)[:8]}-{split}-{fold}.npz"
    if not file.exists():
        inside = tracks.at(np.flatnonzero(is_inside))
        fit_indices = np.flatnonzero(~is_inside)
        copies = copies_at(analyzed.copies, fit_indices)
        started = time.monotonic()
        network, _ = fitted(
            member, tracks.at(fit_indices), QuietContext(), seed=split.repeat, copies=copies
        )
        log_probs = network.answers(inside.features, inside.mels).log_probs
        _keep(file, log_probs=log_probs, seconds=np.array(time.monotonic() - started))
        print(f"  {member.name}, {split}, fold {fold + 1}", flush=True)
    with np.load(file, allow_pickle=False) as piece:
        return dict(piece)


def _keep(file: Path, **said: np.ndarray) -> None:
    unfinished = file.with_suffix(".part")
    with unfinished.open("wb") as out:
        np.savez(out, allow_pickle=False, **said)
    unfinished.replace(file)
