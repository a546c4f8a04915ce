"""The report on a training: what came of it, and what else is worth knowing of the music."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import musicreclass
from musicreclass.core.ensemble.log_probs import Reals
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, Stream, Tags
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.evaluation.batch_evaluator import BatchEvaluator
from musicreclass.pipeline.evaluation.compare_installed import current_classifier_of
from musicreclass.pipeline.training.training_summary import TrainingSummary, can_be_right
from musicreclass.training.calibrate import combined_out_of_fold
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.label_noise import cross_val_log_probs
from musicreclass.training.measure.leakage_gap import leakage_gap
from musicreclass.training.measure.learning_curve import learning_curve
from musicreclass.training.reports.build_report import Findings, Said, report_of
from musicreclass.training.reports.report import About, ReportTrack, TrainingReport

REPORTED = ("torch", "scikit-learn", "numpy")  # what does the sums
NOTHING_KNOWN = FileFacts(Stream("", 0.0, 0), Tags(), "")  # of a track that is no file


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """A training that is done, with what its classifiers said out of fold."""

    source: Path  # where the music lies
    labelled: Labelled
    out_of_fold: Mapping[str, Reals]
    folds: Indices
    summary: TrainingSummary


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What a report shall hold beside what comes of the training itself."""

    analysis_options: AnalysisOptions
    in_use: Path | None = None  # classifiers to compare with; they hear what is not in the cache

    def check(self) -> None:
        """Make sure that it can be fulfilled, before hours are spent on a training.

        Raises:
            ClassifierFileProblem: those in use are no bundle that can be used.
        """
        if self.in_use is not None:
            load_classifier(self.in_use)


def report_on(trained: Trained, wish: ReportWish, ctx: JobContext) -> TrainingReport:
    """Return the report.

    Raises:
        ClassifierFileProblem: those in use are no bundle that can be used.
        Cancelled: the user stopped.
    """
    tracks, summary = trained.labelled.tracks, trained.summary
    members = {name: (tracks.genres, said) for name, said in trained.out_of_fold.items()}
    together = combined_out_of_fold(members, tracks.genres, tracks.labels, trained.folds)
    tested = can_be_right(tracks, trained.folds)
    current, remarks = None, list(summary.warnings)
    if wish.in_use is not None:
        evaluator = BatchEvaluator(ctx, wish.analysis_options)
        current = current_classifier_of(wish.in_use, trained.labelled, together, tested, evaluator)
        if current is None:
            remarks.append(
                f"How {readable(wish.in_use.stem)}, in use until now, does on this music cannot be "
                "told: it was taught all of it, or knows none of its genres."
            )
    copies = trained.labelled.copies
    findings = Findings(
        trained.labelled.grouping,
        copies=copies,
        curve=learning_curve(tracks, ctx, seed=summary.seed),
        leakage_gap=leakage_gap(tracks, ctx, seed=summary.seed),
        current=current,
        warnings=remarks,
        left_out=summary.left_out,
    )
    shown = _shown(trained.labelled)
    witnesses = cross_val_log_probs(tracks, ctx, same_recordings=copies, seed=summary.seed)
    said = Said(together, trained.out_of_fold, tested, witnesses)
    return report_of(_about(trained), tracks, shown, said, findings)


def _about(trained: Trained) -> About:
    summary = trained.summary
    return About(
        name=readable(summary.out.stem),
        sources=(str(trained.source.absolute()),),
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


def _notes(summary: TrainingSummary) -> Iterator[str]:
    if summary.warm_start:
        yield summary.warm_start
    if (official := summary.official) is not None:
        yield (
            f"Of the {official.n_tracks:,} tracks of the official test part, which were not "
            f"learned from, {official.accuracy:.1%} are right."
        )


def _shown(labelled: Labelled) -> list[ReportTrack]:
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
