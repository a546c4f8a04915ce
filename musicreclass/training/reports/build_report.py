"""From answers out of fold to a report: what they are worth, and which tracks deserve a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import Reals, normalised
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.grouping import Grouping, Pair
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks
from musicreclass.training.data.split import inestimable
from musicreclass.training.measure.confidence_intervals import (
    Bootstrap,
    Floats,
    Interval,
    counted,
    mean,
)
from musicreclass.training.measure.confusable_pairs import confused_pairs
from musicreclass.training.measure.evaluation import evaluate
from musicreclass.training.measure.label_noise import Mislabel, mislabelled
from musicreclass.training.measure.leakage_gap import LeakageGap
from musicreclass.training.measure.learning_curve import LearningCurve
from musicreclass.training.reports.report import (
    About,
    Alone,
    CalibrationBin,
    CurrentClassifier,
    EdgeCase,
    ReportTrack,
    TrainingReport,
)

SHORT_SECONDS = 15.0  # less gives a clip of half the length
RARE_TRACKS = 20  # of a genre; below that its figures are those of a handful
MISLABEL_SHARE = 0.1  # of the tracks: further down the list most are merely hard
BINS = 10  # of confidence


@dataclass(frozen=True, slots=True, eq=False)
class OutOfFold:
    """Answers to each track by classifiers fitted without it; (n_tracks, n_genres)."""

    together: Reals
    alone: Mapping[str, Reals]
    # Indices of tracks that could be right: something else of their genre was trained on.
    tested: Indices
    # By classifiers that know other tracks of their artists: for suspicion, not for figures.
    cross_val: Reals | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What else was found out about the tracks."""

    grouping: Grouping
    copies: Sequence[Pair] = ()
    curve: LearningCurve | None = None
    leakage_gap: LeakageGap | None = None
    current: CurrentClassifier | None = None
    warnings: Sequence[Reason] = ()
    left_out: Sequence[FileProblem] = ()


def report_of(
    about: About,
    tracks: LabelledTracks,
    shown: Sequence[ReportTrack],
    said: OutOfFold,
    findings: Findings,
) -> TrainingReport:
    """Return the report on a training.

    Args:
        shown: how each of `tracks` is named, without answers.
    """
    count = np.bincount(tracks.labels[tracks.has_genre], minlength=len(tracks.genres))
    unmeasured = TrainingReport(
        about=about,
        counts=dict(zip(tracks.genres, count.tolist(), strict=True)),
        groups=findings.grouping.count,
        grouped_by=dict(findings.grouping.known_by),
        tracks=tuple(shown),
        copies=tuple(findings.copies),
        inestimable=inestimable(tracks.labels, tracks.groups, tracks.genres),
        curve=findings.curve,
        leakage_gap=findings.leakage_gap,
        current=findings.current,
        warnings=tuple(findings.warnings),
        left_out=tuple(findings.left_out),
    )
    return _measured(unmeasured, tracks, said) if len(said.tested) else unmeasured


def _measured(report: TrainingReport, tracks: LabelledTracks, said: OutOfFold) -> TrainingReport:
    some = tracks.at(said.tested)
    log_probs = normalised(said.together[said.tested])
    answers = log_probs.argmax(axis=1)
    confidences = np.exp(log_probs.max(axis=1))
    right = (answers == some.labels).astype(np.float64)
    draw = Bootstrap.of(len(some), some.groups)
    shown = list(report.tracks)
    for index, answer, confidence in zip(said.tested, answers, confidences, strict=True):
        shown[index] = replace(
            shown[index], answer=tracks.genres[answer], confidence=float(confidence)
        )
    tested = [shown[index] for index in said.tested]
    return replace(
        report,
        tracks=tuple(shown),
        evaluation=evaluate(log_probs, some.labels, some.genres, some.groups),
        alone=tuple(_alone(name, own[said.tested], some) for name, own in said.alone.items()),
        calibration=tuple(_calibration(confidences, right, draw)),
        pairs=confused_pairs(log_probs, some.labels, some.genres, some.groups),
        mislabels=_mislabels(said, tracks),
        edges=tuple(_edges(tested, report.counts, right, draw)),
    )


def _alone(name: str, log_probs: Reals, some: LabelledTracks) -> Alone:
    found = evaluate(log_probs, some.labels, some.genres, some.groups)
    return Alone(name, found.accuracy, found.accuracy_interval)


def _mislabels(said: OutOfFold, tracks: LabelledTracks) -> tuple[Mislabel, ...]:
    """Return the tracks that look mislabelled, by cross-validated answers where there are any."""
    indices = said.tested if said.cross_val is None else np.arange(len(tracks))
    answers = said.together if said.cross_val is None else said.cross_val
    some = tracks.at(indices)
    found = mislabelled(answers[indices], some.labels, some.genres)
    at_most = max(1, round(MISLABEL_SHARE * len(some)))
    return tuple(replace(one, index=int(indices[one.index])) for one in found[:at_most])


def _calibration(confidences: Floats, right: Floats, draw: Bootstrap) -> Iterator[CalibrationBin]:
    bins = np.minimum((confidences * BINS).astype(np.intp), BINS - 1)
    for number in np.unique(bins):
        inside = bins == number
        share, interval = _share(right, inside, draw)
        yield CalibrationBin(
            low=int(number) / BINS,
            high=(int(number) + 1) / BINS,
            tracks=int(inside.sum()),
            confidence=float(confidences[inside].mean()),
            share_right=share,
            interval=interval,
        )


def _edges(
    tested: Sequence[ReportTrack], counts: Mapping[str, int], right: Floats, draw: Bootstrap
) -> Iterator[EdgeCase]:
    is_short = [0.0 < track.seconds < SHORT_SECONDS for track in tested]
    is_rare = [counts[track.genre] < RARE_TRACKS for track in tested]
    for name, chosen in (
        (because("training.edge_short", seconds=SHORT_SECONDS), is_short),
        (because("training.edge_rare", tracks=RARE_TRACKS), is_rare),
    ):
        inside = np.array(chosen, dtype=bool)
        if inside.any():
            yield EdgeCase(name, int(inside.sum()), *_share(right, inside, draw))


def _share(
    right: Floats, inside: npt.NDArray[np.bool_], draw: Bootstrap
) -> tuple[float, Interval | None]:
    hits = right[inside]
    chosen = Bootstrap.of(len(hits), draw.group_of[inside], draw.seed, draw.resamples)
    return float(hits.mean()), chosen.interval_of_share(mean(chosen.sums(counted(hits))))
