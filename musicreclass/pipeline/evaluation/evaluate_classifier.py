"""The verb `evaluate`: what classifiers are worth on music of which the genres are known.

Whether they have learned from that very music nobody can see from here: then it says little.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.precision import fit_precision
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.plain import listed
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.predict_files import Classified, Speed
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.evaluation import CannotEvaluate, Evaluation, evaluate

SILENCE = "there is nothing but silence to hear"


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """How often the best candidate was right where this was the verdict."""

    verdict: Verdict
    tracks: int
    share_right: float | None  # None: there were none


@dataclass(frozen=True, slots=True, eq=False)
class FolderEvaluation:
    """What a bundle is worth on a folder of genre folders, and what was left out there."""

    folder: Path
    bundle_file: Path
    evaluation: Evaluation
    verdicts: tuple[VerdictFigures, ...]
    grouped_by: Mapping[str, int]  # "artist", "album", "folder" or "nothing" -> tracks
    unknown: Mapping[str, int]  # genres that the bundle does not know -> files left out
    left_out: tuple[FileProblem, ...]
    spared: int  # answers of classifiers that were not asked for the sake of speed
    seconds: float

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
        }


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """What the program says of a file."""

    log_probs: LogProbs  # shape (n_genres,)
    verdict: Verdict
    spared_count: int


def evaluate_on_folders(
    folder: Path,
    bundle_file: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
) -> FolderEvaluation:
    """Let a bundle classify all music in `folder`, whose folders say of which genre it is.

    What lies in folders of genres that the bundle does not know is left out: it could only be
    wrong there.

    Raises:
        UsageProblem: `folder` is no folder.
        ClassifierFileProblem: the file is no bundle that can be used.
        CannotEvaluate: there is no music of a genre that the bundle knows.
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    started = time.monotonic()
    loaded = load_classifier(bundle_file)
    genres = loaded.calibrator.ensemble.genres
    found = survey(folder, ctx, workers=options.workers).found
    files = [file for file in found.files if file.genre in genres]
    if not files:
        raise CannotEvaluate(_nothing_known(folder, found.genres, genres))
    outcomes = classify_files(
        [Path(file.path) for file in files],
        bundle_file,
        ctx,
        options,
        speed=speed,
    )
    with closing(outcomes):
        answers, problems = _answers(loaded, outcomes)
    heard = [file for file in files if file.path in answers]
    if not heard:
        every = "The one file" if len(files) == 1 else f"All {len(files):,} files"
        raise CannotEvaluate(f"{every} could not be heard, such as {problems[0]}.")
    said = [answers[file.path] for file in heard]
    truth = np.array([genres.index(file.genre) for file in heard], dtype=np.intp)
    grouping = groups_of([file.origin for file in heard])
    return FolderEvaluation(
        folder,
        bundle_file,
        _evaluated(loaded.calibrator, said, truth, grouping.groups),
        tuple(_verdict_figures(said, truth)),
        grouping.known_by,
        Counter(file.genre for file in found.files if file.genre not in genres),
        (*found.left_out, *sorted(problems, key=lambda problem: problem.path)),
        sum(answer.spared_count for answer in said),
        round(time.monotonic() - started, 3),
    )


def _answers(
    loaded: LoadedClassifier, outcomes: Iterable[Classified | FileProblem]
) -> tuple[dict[str, _Answer], list[FileProblem]]:
    """Return what is said of the files that could be heard, by path, and the problems."""
    answers: dict[str, _Answer] = {}
    problems: list[FileProblem] = []
    for outcome in outcomes:
        if isinstance(outcome, FileProblem):
            problems.append(outcome)
        elif any(prediction.is_silent for prediction in outcome.predictions):
            problems.append(FileProblem(outcome.path, SILENCE))
        else:
            answers[str(outcome.path)] = _answer(loaded, outcome)
    return answers, problems


def _answer(loaded: LoadedClassifier, outcome: Classified) -> _Answer:
    members = {p.classifier: (p.genres, p.scores) for p in outcome.predictions}
    return _Answer(
        loaded.calibrator.ensemble.combine(members),
        outcome.suggestion.verdict,
        outcome.spared_count,
    )


def _evaluated(
    calibrator: EnsembleCalibrator, said: Sequence[_Answer], truth: Indices, groups: Indices
) -> Evaluation:
    return evaluate(
        np.stack([answer.log_probs for answer in said]),
        truth,
        calibrator.ensemble.genres,
        groups,
        sets=calibrator.sets,
        curve=fit_precision(calibrator.outcomes),
    )


def _verdict_figures(said: Sequence[_Answer], truth: Indices) -> Iterator[VerdictFigures]:
    is_right = [
        answer.log_probs.argmax() == genre for answer, genre in zip(said, truth, strict=True)
    ]
    for verdict in Verdict:
        right = [
            hit for hit, answer in zip(is_right, said, strict=True) if answer.verdict is verdict
        ]
        yield VerdictFigures(verdict, len(right), float(np.mean(right)) if right else None)


def _nothing_known(folder: Path, found: Sequence[str], known: Sequence[str]) -> str:
    name = readable(str(folder))
    if not found:
        return f"{name} holds no folders with music; make a folder for each genre there."
    return (
        f"The classifier knows none of the genres in {name} ({listed(found)}); it knows "
        f"{listed(known, at_most=20)}. Name the folders so, or choose another classifier."
    )
