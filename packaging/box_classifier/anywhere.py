"""What the box is worth on music from anywhere: answers to collections left out whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from box_classifier.material import GENRES
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.columns import Beliefs, PredictionColumns, ScoreColumns
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.precision import fit_precision
from musicreclass.core.ensemble.prediction import Suggestion, Verdict
from musicreclass.training.calibrate import (
    Members,
    combined_out_of_fold,
    fit_calibrator,
    fit_outcomes,
    mixed_out_of_fold,
)
from musicreclass.training.measure.confidence_intervals import Bootstrap, Interval, counted, mean
from musicreclass.training.measure.evaluation import Evaluation, evaluate
from musicreclass.training.reports.text_tables import genre_table, percent, table

BEFORE, TOGETHER = "before: mlp + cnn, weighed at home", "all together"
IN_LIBRARY = "all together, in a library of its tenth"
COVERAGE = 0.9
PROMISES = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
CLIP_SECONDS = 12.0
# A label is doubted in print where so little speaks for it, and so much for another.
MOST_FOR_LABEL, LEAST_FOR_OTHER = 0.1, 0.6

Rights = npt.NDArray[np.bool_]  # shape (n_tracks,)


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What everybody says of clips from anywhere, none of whose collection they know."""

    members: Members
    before: Members  # what mlp and cnn said before they learned from anywhere
    at_home: EnsembleCalibrator  # how these were weighed
    labels: npt.NDArray[np.intp]
    parts: npt.NDArray[np.intp]  # no collection is in two
    groups: npt.NDArray[np.intp]  # the collections
    titles: tuple[str, ...]

    def evaluations(self, calibrator: EnsembleCalibrator) -> dict[str, Evaluation]:
        """Return the figures of the box before, of each member, and of the box now."""
        found = {BEFORE: _evaluated(self.at_home.ensemble.combine(self.before), self)}
        found |= {name: _evaluated(scores, self) for name, (_, scores) in self.members.items()}
        alone = combined_out_of_fold(self.members, GENRES, self.labels, self.parts)
        return found | {
            TOGETHER: _evaluated(alone, self),
            IN_LIBRARY: in_library(self, calibrator),
        }

    @property
    def mixed(self) -> LogProbs:
        """Return what all say together of each tenth, whose mix of genres counts."""
        said = combined_out_of_fold(self.members, GENRES, self.labels, self.parts)
        return mixed_out_of_fold(said, self.parts)


def in_library(answers: Answers, calibrator: EnsembleCalibrator) -> Evaluation:
    """Return the figures of all members together, weighed on other collections."""
    said = answers.mixed
    curve = fit_precision(calibrator.outcomes)
    return evaluate(said, answers.labels, GENRES, answers.groups, sets=calibrator.sets, curve=curve)


def accuracy_text(found: Evaluation) -> str:
    """Return the accuracy with its interval."""
    return _share_text(found.accuracy, found.accuracy_interval)


def sure_text(answers: Answers) -> str:
    """Return how many are called sure, and how often that is right."""
    said = _left_out(answers, answers.members)
    share, right = _sure(answers, said)
    return f"sure of {share}, and right on {right} of these"


def sections(answers: Answers, calibrator: EnsembleCalibrator) -> str:
    """Return the tables of the card."""
    said = _left_out(answers, answers.members)
    found = answers.evaluations(calibrator)
    return "\n\n".join(
        (
            _summary(answers, found),
            "In a library of its tenth, whose mix of genres counts:",
            genre_table(found[IN_LIBRARY], markdown=True),
            "Its verdicts on these clips, and how often it is right then:",
            _verdicts(answers, said),
            "What is accepted where so much is promised to be right, and how much of that is:",
            _promises(answers),
            "Of these labels about one in ten is doubtful. Those that it contradicts most surely:",
            _doubtful(answers, said),
        )
    )


def _evaluated(scores: npt.NDArray[np.floating], answers: Answers) -> Evaluation:
    return evaluate(scores, answers.labels, GENRES, answers.groups)


def _summary(answers: Answers, found: dict[str, Evaluation]) -> str:
    rows = []
    for name, one in found.items():
        if name == BEFORE:
            said = _suggested(answers.at_home, answers.before, range(len(answers.labels)))
        else:
            members = answers.members
            used = {name: members[name]} if name in members else members
            said = _left_out(answers, used, in_library=name == IN_LIBRARY)
        rows.append(
            (
                name,
                accuracy_text(one),
                percent(one.balanced_accuracy),
                f"{one.log_loss:.3f}",
                percent(one.calibration_error),
                *_sure(answers, said),
            )
        )
    header = (
        "from anywhere", "accuracy", "balanced %", "log-loss", "ECE %", "sure", "right when sure",
    )  # fmt: skip
    return table(header, rows, markdown=True)


def _left_out(answers: Answers, members: Members, *, in_library: bool = True) -> list[Suggestion]:
    """Return the suggestions for all clips, each calibrated on other parts.

    Args:
        in_library: whether the mix of genres in a part counts in it.
    """
    said: dict[int, Suggestion] = {}
    for part in np.unique(answers.parts):
        inside, outside = np.flatnonzero(answers.parts == part), answers.parts != part
        others = {name: (genres, scores[outside]) for name, (genres, scores) in members.items()}
        truth = [GENRES[i] for i in answers.labels[outside]]
        calibrator, _ = fit_calibrator(
            others, truth, answers.parts[outside], COVERAGE, folds_are_libraries=True
        )
        if not in_library:
            calibrator = replace(calibrator, mix=None)
        said |= zip(inside.tolist(), _suggested(calibrator, members, inside), strict=True)
    return [said[i] for i in range(len(answers.labels))]


def _suggested(
    calibrator: EnsembleCalibrator, members: Members, indices: Iterable[int]
) -> list[Suggestion]:
    rows = np.array(list(indices))
    columns = PredictionColumns(
        {name: ScoreColumns(GENRES, scores[rows]) for name, (_, scores) in members.items()},
        np.full(len(rows), CLIP_SECONDS),
        np.zeros(len(rows), dtype=np.bool_),
    )
    beliefs = calibrator.beliefs(columns)
    mix = None if calibrator.mix is None else calibrator.mix.in_library(beliefs.log_probs)
    if mix is not None:
        beliefs = Beliefs(beliefs.genres, mix.weighed(beliefs.log_probs))
    suggested = calibrator.suggest_many(columns, beliefs)
    return [suggested[row] for row in range(len(rows))]


def _right(answers: Answers, said: Sequence[Suggestion]) -> Rights:
    best = [suggestion.candidates[0].genre for suggestion in said]
    return np.asarray(np.array(best) == np.array(GENRES)[answers.labels])


def _sure(answers: Answers, said: Sequence[Suggestion]) -> tuple[str, str]:
    """Return the share that is called sure, and the share right of these, with intervals."""
    is_sure = np.array([one.verdict is Verdict.SURE for one in said])
    right = _right(answers, said)
    return (
        _drawn(is_sure.astype(np.float64), answers.groups),
        _drawn(right[is_sure].astype(np.float64), answers.groups[is_sure]),
    )


def _verdicts(answers: Answers, said: Sequence[Suggestion]) -> str:
    right, rows = _right(answers, said), []
    for verdict in Verdict:
        inside = np.array([one.verdict is verdict for one in said])
        share = _drawn(right[inside].astype(np.float64), answers.groups[inside])
        rows.append((verdict.value, percent(float(inside.mean())), share))
    return table(("verdict", "of clips %", "right"), rows, markdown=True)


def _promises(answers: Answers) -> str:
    """Return what thresholds for each promise are worth on collections they were not set on."""
    said = answers.mixed
    confidence = np.exp(said.max(axis=1))
    right = said.argmax(axis=1) == answers.labels
    rows = []
    for promised in PROMISES:
        accepted = np.zeros(len(right), dtype=np.bool_)
        for part in np.unique(answers.parts):
            inside, outside = answers.parts == part, answers.parts != part
            others = {n: (g, scores[outside]) for n, (g, scores) in answers.members.items()}
            labels = answers.labels[outside]
            known = combined_out_of_fold(others, GENRES, labels, answers.parts[outside])
            known = mixed_out_of_fold(known, answers.parts[outside])
            outcomes = fit_outcomes(known, labels, answers.groups[outside])
            threshold = fit_precision(outcomes).threshold_for(promised)
            if threshold is not None:
                accepted |= inside & (confidence >= threshold)
        share = _drawn(right[accepted].astype(np.float64), answers.groups[accepted])
        rows.append((percent(promised), str(int(accepted.sum())), share))
    return table(("promised %", "accepted", "right"), rows, markdown=True)


def _doubtful(answers: Answers, said: Sequence[Suggestion]) -> str:
    rows = []
    for i, suggestion in enumerate(said):
        label, best = GENRES[answers.labels[i]], suggestion.candidates[0]
        of_label = next(c.confidence for c in suggestion.candidates if c.genre == label)
        if of_label <= MOST_FOR_LABEL and best.confidence >= LEAST_FOR_OTHER:
            rows.append((best.confidence, answers.titles[i], label, best.genre))
    rows.sort(reverse=True)
    texts = [(title, label, genre, percent(confidence)) for confidence, title, label, genre in rows]
    return table(("clip", "label", "it says", "confidence %"), texts, markdown=True)


def _drawn(values: npt.NDArray[np.float64], groups: npt.NDArray[np.intp]) -> str:
    """Return a share with its interval over groups."""
    if not len(values):
        return "-"
    draw = Bootstrap.of(len(values), groups)
    share = float(values.mean())
    if draw.n_groups < 2:
        return _share_text(share, None)
    return _share_text(share, draw.interval_of_share(mean(draw.sums(counted(values)))))


def _share_text(share: float, interval: Interval | None) -> str:
    drawn = "" if interval is None else f" ({percent(interval.low)} to {percent(interval.high)})"
    return f"{percent(share)} %{drawn}"
