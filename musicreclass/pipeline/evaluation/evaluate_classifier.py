"""Evaluation of a classifier on a folder of genre folders.

Where its file tells what it was trained on, that is counted, and the rest is measured by itself:
on music that it knows, any classifier shines.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.precision import fit_precision
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.predict_files import Speed
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.evaluation.batch_evaluator import (
    BatchEvaluator,
    TrackAnswer,
    is_silent_on_training,
    unfamiliar,
)
from musicreclass.sentences.reason import Reason, because, first_of
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.evaluation import CannotEvaluate, Evaluation, evaluate


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """How often the best candidate was right where this was the verdict."""

    verdict: Verdict
    tracks: int
    share_right: float | None  # None: there were none


@dataclass(frozen=True, slots=True, eq=False)
class FolderEvaluation:
    """What a classifier is worth on a folder of genre folders, and what was left out there."""

    folder: Path
    bundle_file: Path
    evaluation: Evaluation
    verdicts: tuple[VerdictFigures, ...]
    grouped_by: Mapping[str, int]  # "artist", "album", "folder" or "nothing" -> tracks
    unknown: Mapping[str, int]  # genres that the classifier does not know -> files left out
    left_out: tuple[FileProblem, ...]
    spared: int  # networks that were not asked for the sake of speed
    seconds: float
    trained_on: int | None = 0  # of the tracks tested; None: its file does not tell
    on_the_rest: Evaluation | None = None  # without them, where there are any and others, too

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "folder": str(self.folder),
            "bundle": str(self.bundle_file),
            **self.evaluation.to_plain(),
            "verdicts": {
                found.verdict.value: {"tracks": found.tracks, "share_right": found.share_right}
                for found in self.verdicts
            },
            "grouped_by": dict(self.grouped_by),
            "unknown": dict(self.unknown),
            "left_out": [problem.to_plain() for problem in self.left_out],
            "spared": self.spared,
            "seconds": self.seconds,
            "trained_on": self.trained_on,
            "on_the_rest": self.on_the_rest and self.on_the_rest.to_plain(),
        }


def evaluate_on_folders(
    folder: Path,
    bundle_file: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
) -> FolderEvaluation:
    """Let a classifier answer for all music in `folder`, whose folders say which genre it is of.

    What lies in folders of genres that the classifier does not know is left out: it could only be
    wrong there.

    Raises:
        UsageProblem: `folder` is no folder.
        ClassifierFileProblem: the file is no bundle that can be used.
        CannotEvaluate: there is no music of a genre that the classifier knows.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    started = time.monotonic()
    loaded = load_classifier(bundle_file)
    found = survey(folder, ctx, workers=options.workers).found
    files = [file for file in found.files if file.genre in loaded.genres]
    if not files:
        raise CannotEvaluate(_nothing_known(folder, found.genres, loaded.genres))
    evaluator = BatchEvaluator(ctx, options)
    by_path = evaluator.ask(bundle_file, loaded, files, speed).by_path
    problems = list(evaluator.problems.values())
    tested = [file for file in files if file.path in by_path]
    if not tested:
        raise CannotEvaluate(
            because("pipeline.none_heard", count=len(files), problem=problems[0].sentence)
        )
    answers = [by_path[file.path] for file in tested]
    truth = np.array([loaded.genres.index(file.genre) for file in tested], dtype=np.intp)
    grouping = groups_of([file.origin for file in tested])
    rest = {file.path for file in unfamiliar(loaded, tested)}
    is_rest = np.array([file.path in rest for file in tested])
    return FolderEvaluation(
        folder,
        bundle_file,
        _evaluated(loaded.calibrator, answers, truth, grouping.groups),
        tuple(_verdict_figures(answers, truth)),
        grouping.known_by,
        Counter(file.genre for file in found.files if file.genre not in loaded.genres),
        (*found.left_out, *sorted(problems, key=lambda problem: problem.path)),
        sum(answer.spared_count for answer in answers),
        round(time.monotonic() - started, 3),
        None if is_silent_on_training(loaded) else int((~is_rest).sum()),
        _evaluated(
            loaded.calibrator,
            [answer for answer, kept in zip(answers, is_rest, strict=True) if kept],
            truth[is_rest],
            grouping.groups[is_rest],
        )
        if 0 < is_rest.sum() < len(tested)
        else None,
    )


def _evaluated(
    calibrator: EnsembleCalibrator, answers: Sequence[TrackAnswer], truth: Indices, groups: Indices
) -> Evaluation:
    return evaluate(
        np.stack([answer.log_probs for answer in answers]),
        truth,
        calibrator.ensemble.genres,
        groups,
        sets=calibrator.sets,
        curve=fit_precision(calibrator.outcomes),
    )


def _verdict_figures(answers: Sequence[TrackAnswer], truth: Indices) -> Iterator[VerdictFigures]:
    is_right = [
        answer.log_probs.argmax() == genre for answer, genre in zip(answers, truth, strict=True)
    ]
    for verdict in Verdict:
        right = [
            hit for hit, answer in zip(is_right, answers, strict=True) if answer.verdict is verdict
        ]
        yield VerdictFigures(verdict, len(right), float(np.mean(right)) if right else None)


def _nothing_known(folder: Path, found: Sequence[str], known: Sequence[str]) -> Reason:
    shown = readable(str(folder))
    if not found:
        return because("pipeline.no_genre_folders", folder=shown)
    return because(
        "pipeline.knows_none", folder=shown, found=first_of(found), known=first_of(known, 20)
    )
