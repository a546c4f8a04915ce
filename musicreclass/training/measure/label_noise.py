"""Label noise: tracks that probably lie in the wrong folder, by confident learning.

After Northcutt and others (2021): a classifier that was fitted without a track contradicts its
folder, and is as confident of the other genre as it usually is of tracks that lie there. What is
usual counts in the order, too: where pop and rock overlap, a pop that sounds like rock says little
of the folder it lies in. Measured on 280 excerpts in four genres, of which 14 were given a wrong
one, 16 times: of the first 14 of the list 52 % are among them, and 38 % where what is usual does
not count. The answers came from logistic regression and a vector machine together.

The answers come from simple classifiers that may know other tracks of the same artists. Figures
must not come from such, but a suspicion may: an artist's other tracks say best where one belongs.
Copies are kept in one fold, or one that lies in the wrong folder twice would confirm itself.
Measured on 256 excerpts in four genres, 14 of which were moved to a wrong one and most of each by
one artist, with two ways of moving and three splits: of the first 14 of the list 61 % are among
them; 50 % where artists are kept together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from musicreclass.core.ensemble.log_probs import LogProbs, Reals, normalised
from musicreclass.core.job import JobContext
from musicreclass.core.plain import stored_as
from musicreclass.training.data.grouping import Origin, Pair, groups_of
from musicreclass.training.data.labelled_tracks import NO_GENRE, Indices, LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.measure.baselines import BASELINES

CROSS_VAL_BASELINES = ("logistic regression", "svm")
FOLDS = 5
MOST_TRACKS = 5_000  # with more it would take minutes


def cross_val_log_probs(
    tracks: LabelledTracks, ctx: JobContext, *, same_recordings: Iterable[Pair] = (), seed: int = 0
) -> LogProbs | None:
    """Return cross-validated answers of simple classifiers to each track.

    None where no features were measured, or it would take too long.

    Args:
        same_recordings: indices of tracks that are one recording.

    Raises:
        CannotSplit: all tracks are one recording.
        Cancelled: the user stopped.
    """
    if tracks.features is None or len(tracks) > MOST_TRACKS:
        return None
    copies = groups_of([Origin()] * len(tracks), same_recordings).groups
    fold_of = folds(tracks.labels, copies, FOLDS, seed)
    known = tracks.has_genre
    said = np.zeros((len(tracks), len(tracks.genres)))
    for fold in np.unique(fold_of):
        inside = fold_of == fold
        fitted = ~inside & known
        for name in CROSS_VAL_BASELINES:
            ctx.raise_if_cancelled()
            baseline = BASELINES[name]()
            baseline.fit(tracks.features[fitted], tracks.labels[fitted], len(tracks.genres), seed)
            said[inside] += baseline.log_probs(tracks.features[inside]) / len(CROSS_VAL_BASELINES)
    return said


@dataclass(frozen=True, slots=True)
class Mislabel:
    """A track that sounds like another genre than the one it is said to be of."""

    index: int = field(metadata=stored_as("place"))  # among the tracks
    given: str
    likely: str
    score: float  # lead of the likely genre over the given one, beyond what is usual there


def mislabelled(log_probs: Reals, labels: Indices, genres: Sequence[str]) -> tuple[Mislabel, ...]:
    """Return the tracks that look mislabelled, the most suspicious first.

    Args:
        log_probs: out of fold, shape (n_tracks, n_genres); of tracks that were trained on they
            would only repeat the labels.
        labels: index in `genres`, shape (n_tracks,); tracks of no genre are passed over.

    Raises:
        UnusableScores: the answers are no numbers.
    """
    indices = np.flatnonzero(labels != NO_GENRE)
    if not len(indices):
        return ()
    probs, given = np.exp(normalised(log_probs[indices])), labels[indices]
    usual = _usual_answers(probs, given)
    possible = np.where(probs >= np.diagonal(usual), probs, 0.0)
    likely = possible.argmax(axis=1)
    rows = np.arange(len(indices))
    leads = possible[rows, likely] - probs[rows, given]
    scores = leads - (usual[given, likely] - usual[given, given])
    suspicious = np.flatnonzero((likely != given) & (leads > 0.0))
    return tuple(
        Mislabel(
            int(indices[row]), genres[int(given[row])], genres[int(likely[row])], float(scores[row])
        )
        for row in suspicious[np.argsort(-scores[suspicious], kind="stable")]
    )


def _usual_answers(probs: LogProbs, given: Indices) -> LogProbs:
    """Return what is said on average of each genre's tracks, shape (n_genres, n_genres).

    Infinite for genres without tracks: nothing is as likely to be of them.
    """
    sums = np.zeros((probs.shape[1], probs.shape[1]))
    np.add.at(sums, given, probs)
    count = np.bincount(given, minlength=len(sums))[:, None]
    return np.where(count > 0, sums / np.maximum(count, 1), np.inf)
