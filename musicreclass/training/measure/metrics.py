"""What is counted of right and wrong answers, genre by genre, and the figures made of it.

A genre of which nothing was tested has no recall and no part in means over genres; it is named,
and no number stands in for what nobody knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.training.measure.confidence_intervals import Floats

Indices = npt.NDArray[np.intp]  # shape (n_tracks,)
Confusion = npt.NDArray[np.intp]  # shape (n_genres, n_genres): truth, answer


@dataclass(frozen=True, slots=True)
class GenreFigures:
    """How one genre fares. None is what cannot be said: it was not tested, or never answered."""

    genre: str
    support: int  # tracks of it that were tested
    answered: int  # tracks that were taken for it
    precision: float | None
    recall: float | None
    f1: float | None


def confusion_of(answers: Indices, truth: Indices, n_genres: int) -> Confusion:
    """Return how many tracks of each genre were taken for which."""
    cells = np.bincount(truth * n_genres + answers, minlength=n_genres**2)
    return cells.reshape(n_genres, n_genres).astype(np.intp)


def genre_figures(confusion: Confusion, genres: Sequence[str]) -> tuple[GenreFigures, ...]:
    """Return the figures of each genre, in the order of `genres`."""
    hits = np.diagonal(confusion).tolist()
    support, answered = confusion.sum(axis=1).tolist(), confusion.sum(axis=0).tolist()
    return tuple(
        GenreFigures(
            genre,
            of_it,
            said,
            precision=hit / said if said else None,
            recall=hit / of_it if of_it else None,
            f1=2 * hit / (of_it + said) if of_it else None,
        )
        for genre, hit, of_it, said in zip(genres, hits, support, answered, strict=True)
    )


def tallies(answers: Indices, truth: Indices, n_genres: int) -> Floats:
    """Return per track what `balanced_accuracy` and `macro_f1` need, shape (n_tracks, 3 n_genres).

    One-hot: right answers, true genres, answers. Sums of rows are counts.
    """
    one_hot = np.eye(n_genres)
    return np.hstack(
        [one_hot[truth] * (answers == truth)[:, None], one_hot[truth], one_hot[answers]]
    )


def balanced_accuracy(sums: Floats) -> Floats:
    """Return the mean recall of the genres that are there, shape (...,) of sums (..., 3 g)."""
    hits, support, _ = np.split(sums, 3, axis=-1)
    return _mean_of_present(hits / np.maximum(support, 1.0), support)


def macro_f1(sums: Floats) -> Floats:
    """Return the mean F1 of the genres that are there, shape (...,) of sums (..., 3 g)."""
    hits, support, answered = np.split(sums, 3, axis=-1)
    return _mean_of_present(2.0 * hits / np.maximum(support + answered, 1.0), support)


def expected_calibration_error(
    confidences: Floats,
    is_right: npt.NDArray[np.bool_],
    *,
    n_bins: int = 15,
    equal_mass: bool = False,
) -> float:
    """Return the mean gap between confidence and share right, over bins; 0 is perfect.

    Args:
        confidences: of the best genre, shape (n_tracks,), 0 to 1.
        is_right: shape (n_tracks,).
        equal_mass: bins hold as many tracks each, instead of being as wide each; steadier
            where nearly all confidences are high.
    """
    if not len(confidences):
        return 0.0
    order = np.argsort(confidences, kind="stable")
    if equal_mass:
        bins = np.empty(len(order), dtype=np.intp)
        bins[order] = np.arange(len(order)) * n_bins // len(order)
    else:
        bins = np.minimum((confidences * n_bins).astype(np.intp), n_bins - 1)
    gaps = np.bincount(bins, weights=is_right - confidences, minlength=n_bins)
    return float(np.abs(gaps).sum() / len(confidences))


def _mean_of_present(values: Floats, support: Floats) -> Floats:
    is_present = support > 0.0
    return np.asarray((values * is_present).sum(axis=-1) / np.maximum(is_present.sum(axis=-1), 1))
