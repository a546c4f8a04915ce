"""How much more music would help: accuracy by the number of tracks learned from, carried on.

Measured with logistic regression on features, which learns in a moment; what it gains by more
tracks is about what others gain. Nothing is said where the measurements do not bear it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.job import JobContext, Progress
from musicreclass.sentences.reason import Reason, as_said, because
from musicreclass.training.data.labelled_tracks import FeatureRows, Indices, LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.measure.baselines import BASELINES
from musicreclass.training.measure.confidence_intervals import Bootstrap, Floats, Interval

SHARES = (0.25, 0.35, 0.5, 0.7, 1.0)  # of what there is to learn from
DRAWINGS = 4  # of each share
FOLDS = 5
WANTED_MORE = 50  # tracks per genre; not further than twice as many as there are
FEWEST_PER_GENRE = 12  # a quarter of less is no genre any more
FEWEST_GROUPS = 15
MOST_TRACKS = 5_000  # with more it would take minutes, and tell little
NOTHING = as_said("")
CLEAR = 0.002  # a gain that may be less is none that anybody should work for

_EXPONENTS = np.linspace(0.1, 1.5, 29)  # of power laws; what is measured anywhere lies within


@dataclass(frozen=True, slots=True)
class Outlook:
    """What more tracks would bring, as a share of tracks right: 0.03 is three points."""

    more_per_genre: int
    gain: float
    interval: Interval

    @property
    def reason(self) -> Reason:
        return because(
            "training.outlook",
            tracks=self.more_per_genre,
            gain=100.0 * self.gain,
            low=100.0 * self.interval.low,
            high=100.0 * self.interval.high,
        )


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """Accuracies on tracks of other groups, by how many tracks were learned from."""

    sizes: tuple[float, ...]  # tracks, rising; the mean over folds and drawings
    accuracies: tuple[float, ...]
    outlook: Outlook | None
    why_not: Reason = NOTHING  # where there is no outlook

    @property
    def reason(self) -> Reason:
        return self.outlook.reason if self.outlook else self.why_not

    @classmethod
    def unknown(cls, reason: Reason) -> LearningCurve:
        return cls((), (), None, because("training.no_outlook", reason=reason))


def learning_curve(tracks: LabelledTracks, ctx: JobContext, *, seed: int = 0) -> LearningCurve:
    """Return how accuracy rises with the tracks learned from, and what more of them would bring.

    Raises:
        Cancelled: the user stopped.
    """
    known = tracks.at(np.flatnonzero(tracks.has_genre))
    if known.features is None:
        return LearningCurve.unknown(because("training.no_features"))
    if reason := _why_unknown(known):
        return LearningCurve.unknown(reason)
    sizes, is_right = _measured(known, known.features, ctx, seed)
    accuracies = is_right.mean(axis=(0, 2))
    drawn = _resampled(is_right, Bootstrap.of(len(known), known.groups, seed))
    outlook = _outlook(len(known) // len(known.genres), sizes, accuracies, drawn)
    measured = tuple(sizes.tolist()), tuple(accuracies.tolist())
    if outlook.interval.low < CLEAR:
        reason = because(
            "training.gain_unclear",
            tracks=outlook.more_per_genre,
            high=100.0 * outlook.interval.high,
        )
        return LearningCurve(*measured, None, LearningCurve.unknown(reason).why_not)
    return LearningCurve(*measured, outlook)


def gains(sizes: Floats, errors: Floats, growth: float) -> Floats:
    """Return how far errors fall when `growth` times as many tracks are learned from as last.

    The error is taken for a + b size^-c, with the a and b, neither below zero, and the c that
    leave the least squares.

    Args:
        sizes: shape (n_sizes,), rising.
        errors: shape (n_curves, n_sizes).

    Returns:
        Shape (n_curves,).
    """
    least = np.full(len(errors), np.inf)
    gain = np.zeros(len(errors))
    for exponent in _EXPONENTS:
        powers = (sizes / sizes[-1]) ** -exponent
        floor, slope = _fitted(powers, errors)
        left = ((errors - floor[:, None] - slope[:, None] * powers) ** 2).sum(axis=1)
        gain = np.where(left < least, slope * (1.0 - growth**-exponent), gain)
        least = np.minimum(left, least)
    return gain


def _outlook(per_genre: int, sizes: Floats, accuracies: Floats, drawn: Floats) -> Outlook:
    more = min(WANTED_MORE, per_genre // 5 * 5)
    growth = 1.0 + more / per_genre
    gain = float(gains(sizes, 1.0 - accuracies[None], growth)[0])
    low, high = np.quantile(gains(sizes, 1.0 - drawn, growth), (0.025, 0.975))
    return Outlook(more, gain, Interval(float(low), float(high)))


def _fitted(powers: Floats, errors: Floats) -> tuple[Floats, Floats]:
    """Return the floor and the slope, neither below zero, of each curve; shapes (n_curves,)."""
    centred = powers - powers.mean()
    slope = np.maximum(errors @ centred / (centred @ centred), 0.0)
    floor = errors.mean(axis=1) - slope * powers.mean()
    alone = errors @ powers / (powers @ powers)
    return np.maximum(floor, 0.0), np.where(floor < 0.0, alone, slope)


def _why_unknown(tracks: LabelledTracks) -> Reason | None:
    per_genre = np.bincount(tracks.labels, minlength=len(tracks.genres))
    groups = len(np.unique(tracks.groups))
    if len(tracks) > MOST_TRACKS:
        return because("training.curve_too_long", tracks=len(tracks))
    if min(per_genre.tolist(), default=0) < FEWEST_PER_GENRE:
        return because("training.curve_few_tracks", wanted=FEWEST_PER_GENRE)
    if groups < FEWEST_GROUPS:
        return because("training.curve_few_groups", wanted=FEWEST_GROUPS, groups=groups)
    return None


def _measured(
    tracks: LabelledTracks, features: FeatureRows, ctx: JobContext, seed: int
) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return the mean sizes and which track was right, (n_drawings, n_sizes, n_tracks)."""
    fold_of = folds(tracks.labels, tracks.groups, FOLDS, seed)
    rng = np.random.default_rng(seed)
    counts = np.zeros((DRAWINGS, len(SHARES)))
    is_right = np.zeros((DRAWINGS, len(SHARES), len(tracks)), dtype=bool)
    for done, fold in enumerate(np.unique(fold_of)):
        inside = np.flatnonzero(fold_of == fold)
        outside = np.flatnonzero(fold_of != fold)
        for drawing, index in np.ndindex(DRAWINGS, len(SHARES)):
            ctx.raise_if_cancelled()
            if SHARES[index] == 1.0 and drawing:  # all there is can be drawn in one way only
                is_right[drawing, index, inside] = is_right[0, index, inside]
                counts[drawing, index] = counts[0, index]
                continue
            some = _some(tracks, outside, SHARES[index], rng)
            classifier = BASELINES["logistic regression"]()
            classifier.fit(features[some], tracks.labels[some], len(tracks.genres), seed)
            answers = classifier.log_probs(features[inside]).argmax(axis=1)
            is_right[drawing, index, inside] = answers == tracks.labels[inside]
            counts[drawing, index] += len(some)
        ctx.report(Progress(done + 1, int(fold_of.max()) + 1))
    return counts.mean(axis=0) / (int(fold_of.max()) + 1), is_right


def _some(
    tracks: LabelledTracks, indices: Indices, share: float, rng: np.random.Generator
) -> Indices:
    """Return about `share` of each genre, by whole groups where a genre has several."""
    taken: list[Indices] = []
    for genre in np.unique(tracks.labels[indices]):
        own = indices[tracks.labels[indices] == genre]
        order = rng.permutation(np.unique(tracks.groups[own]))
        sorted_by_group = np.concatenate([own[tracks.groups[own] == group] for group in order])
        taken.append(sorted_by_group[: max(1, round(share * len(own)))])
    return np.concatenate(taken)


def _resampled(is_right: npt.NDArray[np.bool_], draw: Bootstrap) -> Floats:
    """Return accuracies as other tracks and other drawings would show, (n_resamples, n_sizes)."""
    n_drawings, n_sizes, n_tracks = is_right.shape
    columns = is_right.transpose(2, 0, 1).reshape(n_tracks, -1).astype(np.float64)
    sums = draw.sums(np.column_stack([columns, np.ones(n_tracks)]))
    shares = (sums[:, :-1] / sums[:, -1:]).reshape(-1, n_drawings, n_sizes)
    rng = np.random.default_rng(draw.seed)
    drawn = rng.multinomial(n_drawings, np.full(n_drawings, 1.0 / n_drawings), len(sums))
    return np.asarray(np.einsum("rd,rds->rs", drawn / n_drawings, shares))
