"""The report on a training: what came of it, and what else is worth knowing of the music."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import musicreclass
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.evaluation.batch_evaluator import BatchEvaluator
from musicreclass.pipeline.evaluation.compare_installed import current_classifier_of
from musicreclass.pipeline.training.training_summary import (
    FittedTraining,
    TrainingSummary,
    can_be_right,
)
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.measure.label_noise import cross_val_log_probs
from musicreclass.training.measure.leakage_gap import leakage_gap
from musicreclass.training.measure.learning_curve import learning_curve
from musicreclass.training.reports.build_report import Findings, OutOfFold, report_of
from musicreclass.training.reports.report import About, ReportTrack, TrainingReport

REPORTED = ("torch", "scikit-learn", "numpy")  # what does the sums
NOTHING_KNOWN = FileFacts(Stream("", 0.0, 0), Tags(), "")  # of a track that is no file


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What a report shall hold beside what comes of the training itself."""

    analysis_options: AnalysisOptions
    in_use: Path | None = None  # a classifier to compare with; it is asked about the files

    def check(self) -> None:
        """Make sure that it can be fulfilled, before hours are spent on a training.

        Raises:
            ClassifierFileProblem: the classifier in use is no bundle that can be used.
        """
        if self.in_use is not None:
            load_classifier(self.in_use)


def report_on(
    training: FittedTraining, summary: TrainingSummary, wish: ReportWish, ctx: JobContext
) -> TrainingReport:
    """Return the report.

    Raises:
        ClassifierFileProblem: the classifier in use is no bundle that can be used.
        Cancelled: the user stopped.
    """
    labelled, made = training.labelled, training.made
    tracks = labelled.tracks
    tested = can_be_right(tracks, made.folds)
    current, remarks = None, list(summary.warnings)
    if wish.in_use is not None:
        evaluator = BatchEvaluator(ctx, wish.analysis_options)
        current = current_classifier_of(wish.in_use, labelled, made.combined, tested, evaluator)
        if current is None:
            name = readable(wish.in_use.stem)
            remarks.append(because("pipeline.cannot_compare_with_current", name=name))
    findings = Findings(
        labelled.grouping,
        copies=labelled.copies,
        curve=learning_curve(tracks, ctx, seed=summary.seed),
        leakage_gap=leakage_gap(tracks, ctx, seed=summary.seed),
        current=current,
        warnings=remarks,
        left_out=summary.left_out,
    )
    suspicions = cross_val_log_probs(
        tracks, ctx, same_recordings=labelled.copies, seed=summary.seed
    )
    said = OutOfFold(made.combined, made.out_of_fold, tested, suspicions)
    about = _about(training.path, summary)
    return report_of(about, tracks, _report_tracks(labelled), said, findings)


def _about(source: Path, summary: TrainingSummary) -> About:
    return About(
        name=readable(summary.out.stem),
        sources=(str(source.absolute()),),
        preset=summary.preset,
        seed=summary.seed,
        n_folds=summary.n_folds,
        seconds=summary.seconds,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        versions={
            "musicreclass": musicreclass.__version__,
            **{name: version(name) for name in REPORTED},
        },
        notes=tuple(_notes(summary)),
    )


def _notes(summary: TrainingSummary) -> Iterator[Reason]:
    if summary.warm_start is not None:
        yield summary.warm_start
    yield from summary.notes
    if (official := summary.official) is not None:
        yield because(
            "pipeline.official_test_figures", count=official.n_tracks, accuracy=official.accuracy
        )


def _report_tracks(labelled: Labelled) -> list[ReportTrack]:
    tracks, files = labelled.tracks, {file.path: file.facts for file in labelled.files}
    genres = (*tracks.genres, "")  # no genre comes last
    return [
        ReportTrack(
            path,
            title=facts.tags.title or readable(Path(path).stem),
            artist=facts.tags.artist,
            seconds=facts.stream.seconds,
            genre=genres[label],
        )
        for path, label in zip(tracks.names, tracks.labels.tolist(), strict=True)
        for facts in (files.get(path, NOTHING_KNOWN),)
    ]
