"""Training on own folders: the presets beside simple classifiers, on artists never analyzed.

Five folds, no artist in two of them, loaded anew for each repeat; all on the same folds. What an
ensemble weighs its members by comes from the other folds. What was trained is kept in --kept, so
that a run that is broken off goes on.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from _few_examples import DRAWS, shares_right
from _figures import keep
from _own_folders_jobs import Material, Said, Split, honest_backbone, material, said_by
from box_classifier.standings import SeedRuns, accuracy_text, compare, standings_table
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.svm import SVC

from musicreclass import paths
from musicreclass.classifiers.feature_set import Scaling
from musicreclass.core.ensemble.log_probs import LogProbs, normalised
from musicreclass.pipeline.classification.loaded_classifier import all_features, measured_features
from musicreclass.training.calibrate import combined_out_of_fold
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.measure.baselines import BASELINES
from musicreclass.training.members import Member, TrainingPlan
from musicreclass.training.presets import quick, standard, thorough
from musicreclass.training.reports.text_tables import (
    percent,
    table,
)

INNER_FOLDS = 3
CLIP = 5.0
TUNED = {
    "logistic regression": (LogisticRegression(max_iter=2_000), (0.0005, 0.002, 0.01, 0.05)),
    "svm": (SVC(kernel="rbf", gamma="scale"), (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)),
}
BAR = 4.0  # points that an ensemble shall be ahead of the better of these


@dataclass(frozen=True, slots=True, eq=False)
class TrainingConfig:
    """A plan and what its members said, split by split."""

    name: str
    plan: TrainingPlan
    repeats: int

    def said(self, analyzed: Material, split: Split, kept: Path) -> list[Said]:
        return [said_by(member, analyzed, split, kept) for member in self.plan.members]

    def together(self, analyzed: Material, split: Split, kept: Path) -> LogProbs:
        """Return what the ensemble says, weighed without the fold in question."""
        tracks, each = analyzed.tracks, self.said(analyzed, split, kept)
        members = {
            member.name: (tracks.genres, said.log_probs)
            for member, said in zip(self.plan.members, each, strict=True)
        }
        fold_of = split.folds_of(tracks)
        return combined_out_of_fold(members, tracks.genres, tracks.labels, fold_of)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="holds music_by_genre and gtzan")
    parser.add_argument("--kept", type=Path, default=paths.cache_dir() / "own_folders")
    parser.add_argument("--repeats", type=int, default=10)
    parser.add_argument(
        "--thorough-repeats", type=int, default=1, help="half an hour each; 0: none"
    )
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    kept = options.kept
    kept.mkdir(parents=True, exist_ok=True)
    backbone, features = honest_backbone(options.data, kept), all_features()
    training_configs = [
        TrainingConfig("quick", quick(features), options.repeats),
        TrainingConfig("standard", standard(features, backbone), options.repeats),
        TrainingConfig("thorough", thorough(features, backbone), options.thorough_repeats),
    ]
    wanted = [training_config for training_config in training_configs if training_config.repeats]
    analyzed = material(options.data, wanted[-1].plan.copies)
    print(_accuracies(analyzed, wanted, options.repeats, kept), end="\n\n")
    print(_members(analyzed, wanted, kept), end="\n\n")
    print(_leakage(analyzed, wanted[1], kept))
    print(_few_examples(analyzed, quick(features).members[0]))


def _accuracies(
    analyzed: Material, training_configs: Sequence[TrainingConfig], repeats: int, kept: Path
) -> str:
    tracks, splits = analyzed.tracks, [Split(repeat) for repeat in range(repeats)]
    entries = [
        *(_contender(name, tracks, splits, _fixed(name)) for name in TUNED),
        *(_contender(f"{name}, tuned", tracks, splits, _tuned(name)) for name in TUNED),
    ]
    best = max(entries, key=lambda one: _accuracy(one, tracks))
    for training_config in training_configs:
        runs = [
            training_config.together(analyzed, split, kept)
            for split in splits[: training_config.repeats]
        ]
        entries.append(SeedRuns(training_config.name, np.stack(runs)))
    ordered = [best, *(one for one in entries if one is not best)]
    standings = compare(ordered, tracks.labels, tracks.genres, tracks.groups)
    for standing, repeats_ in zip(standings, (len(one.runs) for one in ordered), strict=True):
        keep(
            f"own_folders.{standing.name}",
            f"right on {len(tracks)} tracks of own folders, five folds by artists, {repeats_} ways "
            f"of dealing: {standing.name}",
            accuracy_text(standing),
        )
    found = standings_table(standings)
    ensemble = next(one for one in entries if one.name == "standard")
    ahead = 100.0 * (_accuracy(ensemble, tracks) - _accuracy(best, tracks))
    return f"{found}\n\nstandard is {ahead:+.1f} points ahead of {best.name}; wanted: {BAR:+.1f}"


def _accuracy(contender: SeedRuns, tracks: LabelledTracks) -> float:
    return float((contender.runs.argmax(axis=2) == tracks.labels).mean())


def _members(analyzed: Material, training_configs: Sequence[TrainingConfig], kept: Path) -> str:
    """Return what each classifier is worth by itself, and how long it takes to train."""
    tracks, rows = analyzed.tracks, []
    for training_config in training_configs:
        by_split = [
            training_config.said(analyzed, Split(r), kept) for r in range(training_config.repeats)
        ]
        total = 0.0
        for index, member in enumerate(training_config.plan.members):
            runs = [said[index] for said in by_split]
            right = np.mean([(s.log_probs.argmax(axis=1) == tracks.labels).mean() for s in runs])
            seconds = float(np.median([said.seconds for said in runs]))
            total += seconds
            rows.append(
                (f"{training_config.name}: {member.name}", percent(float(right)), f"{seconds:.1f}")
            )
        rows.append((f"{training_config.name}: all", "", f"{total:.1f}"))
    fit_tasks = "; ".join(f"{name} {seconds} s" for name, _, seconds in rows if ": all" in name)
    keep("own_folders.lessons", "teaching four of the five folds", fit_tasks)
    return table(("classifier alone", "accuracy %", "seconds a lesson"), rows)


def _few_examples(analyzed: Material, member: Member) -> str:
    shares = shares_right(analyzed, member)
    found = ", ".join(f"{count}: {percent(share)} %" for count, share in shares.items())
    keep("own_folders.few", f"right with so many examples a genre: {member.name}", found)
    return f"{member.name} with so many examples a genre, others asked, {DRAWS} draws: {found}"


def _leakage(analyzed: Material, training_config: TrainingConfig, kept: Path) -> str:
    """Return the same figures where artists are on both sides."""
    tracks, split = analyzed.tracks, Split(0, is_random=True)
    said = training_config.together(analyzed, split, kept)
    svm = _contender("svm", tracks, [split], _fixed("svm"))
    right = float((said.argmax(axis=1) == tracks.labels).mean())
    found = f"{training_config.name} {percent(right)} %, svm {percent(_accuracy(svm, tracks))} %"
    keep("own_folders.random", "the same by a random split, which is inflated", found)
    return f"A random split, which is inflated: {found}."


Simple = Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def _contender(
    name: str, tracks: LabelledTracks, splits: Sequence[Split], simple: Simple
) -> SeedRuns:
    assert tracks.features is not None
    of_sound = tracks.features[:, : len(measured_features().columns)]
    runs = []
    for split in splits:
        fold_of = split.folds_of(tracks)
        said = np.empty((len(tracks), len(tracks.genres)))
        for fold in np.unique(fold_of):
            out, inside = fold_of != fold, fold_of == fold
            said[inside] = simple(
                of_sound[out],
                tracks.labels[out],
                tracks.groups[out],
                of_sound[inside],
            )
        runs.append(said)
    return SeedRuns(name, np.stack(runs))


def _fixed(name: str) -> Simple:
    """Return what the program compares with, whose numbers were set on other music."""

    def said(
        rows: np.ndarray, labels: np.ndarray, groups: np.ndarray, asked: np.ndarray
    ) -> LogProbs:
        baseline = BASELINES[name]()
        baseline.fit(rows, labels, int(labels.max()) + 1, 0, groups)
        return baseline.log_probs(asked)

    return said


def _tuned(name: str) -> Simple:
    """Return the same with the strength that does best on artists within the other folds."""
    learner, strengths = TUNED[name]

    def said(
        rows: np.ndarray, labels: np.ndarray, groups: np.ndarray, asked: np.ndarray
    ) -> LogProbs:
        scaling = Scaling.of(rows)
        whole = make_pipeline(FunctionTransformer(lambda some: scaling.scaled(some, CLIP)), learner)
        grid = {f"{type(learner).__name__.lower()}__C": strengths}
        search = GridSearchCV(whole, grid, cv=GroupKFold(INNER_FOLDS))
        search.fit(rows, labels, groups=groups)
        return normalised(np.asarray(search.decision_function(asked)))

    return said


if __name__ == "__main__":
    main()
