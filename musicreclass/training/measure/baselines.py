"""What a network must beat: simple ways to tell genres apart by features, learned in seconds.

They are measured beside the networks and never kept: nothing of them is written to a disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.feature_set import Scaling
from musicreclass.core.ensemble.log_probs import LogProbs, normalised
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because
from musicreclass.training.calibrate import fit_temperature

# scikit-learn is loaded where it is used: a window that shows reports can do without.

CLIP = 5.0  # spreads; as the networks have it
COMPONENTS = 60  # that trees look at: on 518 columns they take ten times as long
INNER_FOLDS = 3

Rows = npt.NDArray[np.floating[Any]]  # shape (n_tracks, n_columns)
Indices = npt.NDArray[np.intp]  # shape (n_tracks,)
Score = Callable[[Rows], LogProbs]  # rows -> scores (n_tracks, n_genres); the largest is the answer


class CannotLearn(MusicReclassError):
    """The tracks given are not enough, or lack numbers."""


class XgboostMissing(MusicReclassError):
    """The package of the extra is not installed, or does not fit this machine."""


class Baseline(Protocol):
    """Something that learns genres from features, in a moment."""

    def fit(
        self,
        features: Rows,
        labels: Indices,
        n_genres: int,
        seed: int,
        groups: Indices | None = None,
    ) -> None:
        """Learn from `features` (n_tracks, n_columns); the same seed learns the same.

        Args:
            labels: the number of each track's genre; what is below 0 is not learned from.
            groups: artists or albums, shape (n_tracks,). Who finds out what its own answers are
                worth must keep them together, or believes in itself too much.

        Raises:
            CannotLearn: there is nothing to learn from, or numbers are missing.
        """

    def log_probs(self, features: Rows) -> LogProbs:
        """Return log-probabilities (n_tracks, n_genres); a genre never met is at the floor.

        Raises:
            CannotLearn: numbers are missing.
        """


@dataclass(frozen=True, slots=True, eq=False)
class _Material:
    """What there is to learn from: rows around 0, genres from 0 without gaps."""

    rows: Rows
    labels: Indices
    groups: Indices
    seed: int

    def at(self, indices: Indices) -> _Material:
        return _Material(self.rows[indices], self.labels[indices], self.groups[indices], self.seed)


_Learn = Callable[[_Material], Score]


class _Scaled:
    """A baseline that learns by `learn` from scaled features."""

    def __init__(self, learn: _Learn) -> None:
        self._learn = learn
        self._scaling: Scaling | None = None
        self._score: Score | None = None

    def fit(
        self,
        features: Rows,
        labels: Indices,
        n_genres: int,
        seed: int,
        groups: Indices | None = None,
    ) -> None:
        is_known = labels >= 0
        if not is_known.any():
            raise CannotLearn(because("training.nothing_to_learn"))
        rows = _sound(features)[is_known]
        together = np.arange(len(labels)) if groups is None else groups
        self._scaling = Scaling.of(rows)
        scaled = self._scaling.scaled(rows, CLIP)
        material = _Material(scaled, labels[is_known], together[is_known], seed)
        self._score = _learned(self._learn, material, n_genres)

    def log_probs(self, features: Rows) -> LogProbs:
        if self._scaling is None or self._score is None:
            raise ValueError("nothing was learned yet")
        return self._score(self._scaling.scaled(_sound(features), CLIP))


def _sound(features: Rows) -> Rows:
    if lacking := int((~np.isfinite(features).all(axis=1)).sum()):
        raise CannotLearn(
            because("training.numbers_missing", lacking=lacking, tracks=len(features))
        )
    return features


def _learned(learn: _Learn, material: _Material, n_genres: int) -> Score:
    """Return what `learn` makes of the genres that are there, as answers about all of them."""
    present, labels = np.unique(material.labels, return_inverse=True)
    dense = _Material(material.rows, labels.astype(np.intp), material.groups, material.seed)
    # With one genre nothing is there to be told apart, which most ways of learning refuse.
    score = learn(dense) if len(present) > 1 else _majority(dense)

    def answers(rows: Rows) -> LogProbs:
        scores = np.full((len(rows), n_genres), -np.inf)
        scores[:, present] = score(rows)
        return normalised(scores)

    return answers


def _majority(material: _Material) -> Score:
    """Say of every track what most are."""
    shares = np.log(np.bincount(material.labels) / len(material.labels))
    return lambda rows: np.tile(shares, (len(rows), 1))


def _logistic_regression(material: _Material) -> Score:
    from sklearn.linear_model import LogisticRegression

    found = LogisticRegression(C=0.02, max_iter=2_000)
    found.fit(material.rows, material.labels)
    return lambda rows: _columns(found.decision_function(rows))


def _vector_machine(material: _Material) -> Score:
    """Separate by radial basis functions; the answer has the most duels won, close ones less."""
    from sklearn.svm import SVC

    found = SVC(C=4.0, kernel="rbf", gamma="scale", decision_function_shape="ovr")
    found.fit(material.rows, material.labels)
    return lambda rows: _columns(found.decision_function(rows))


def _calibrated_vector_machine(material: _Material) -> Score:
    """Count duels, as a vector machine answers, and find out by folds what a lead is worth.

    Platt's probabilities, which come with it, often favour another genre than its answer.
    """
    score = _vector_machine(material)
    temperature = _temperature(_vector_machine, material)
    return lambda rows: score(rows) / temperature


def _temperature(learn: _Learn, material: _Material) -> float:
    n_groups, n_genres = len(np.unique(material.groups)), int(material.labels.max()) + 1
    if n_groups < INNER_FOLDS:
        return 1.0
    said = np.empty((len(material.labels), n_genres))
    from sklearn.model_selection import GroupKFold

    split = GroupKFold(INNER_FOLDS, shuffle=True, random_state=material.seed)
    for inside, outside in split.split(material.rows, groups=material.groups):
        score = _learned(learn, material.at(inside), n_genres)
        said[outside] = score(material.rows[outside])
    return fit_temperature(said, material.labels)


def _boosted_trees(material: _Material) -> Score:
    xgboost = _xgboost()
    from sklearn.decomposition import PCA

    pca = PCA(min(COMPONENTS, *material.rows.shape), svd_solver="full").fit(material.rows)
    settings = {
        "objective": "multi:softprob",
        "num_class": int(material.labels.max()) + 1,
        "tree_method": "hist",
        "max_bin": 64,
        "max_depth": 4,
        "eta": 0.1,
        "subsample": 0.8,
        "colsample_bytree": 0.5,
        "seed": material.seed,
    }
    fitted = xgboost.DMatrix(pca.transform(material.rows), label=material.labels)
    found = xgboost.train(settings, fitted, num_boost_round=200)

    def score(rows: Rows) -> LogProbs:
        margins = found.predict(xgboost.DMatrix(pca.transform(rows)), output_margin=True)
        return np.asarray(margins, dtype=np.float64)

    return score


def _xgboost() -> ModuleType:
    try:
        import xgboost
    except (ImportError, OSError, ValueError) as error:  # the last where OpenMP is missing
        raise XgboostMissing(because("training.xgboost_missing", package="xgboost")) from error
    module: ModuleType = xgboost
    return module


def _columns(decisions: npt.NDArray[np.float64]) -> LogProbs:
    """Return a score per genre: of two, only that of the second against the first is given."""
    if decisions.ndim == 1:
        return np.column_stack([np.zeros(len(decisions)), decisions])
    return decisions


BASELINES: Mapping[str, Callable[[], Baseline]] = {
    "majority": lambda: _Scaled(_majority),
    "logistic regression": lambda: _Scaled(_logistic_regression),
    "svm": lambda: _Scaled(_calibrated_vector_machine),
    "xgboost": lambda: _Scaled(_boosted_trees),
}
