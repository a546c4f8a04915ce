"""A person's own weights of the members of an ensemble, in place of those of its training.

They are shares: the sum of all weights stays what it was, for on that rests how sure the ensemble
is. What was measured of the trained weights says nothing of others, so that no promise goes along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from musicreclass import paths, settings
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.settings import Settings, SettingsProblem

Shares = Mapping[str, float]  # member -> its say, of whatever sum
MOST = 1e6  # more is a slip of the hand
BOX = "box"  # the classifier in the box, as a member beside those of a file


def own_shares(digest: str) -> Shares:
    """Return the shares that a person gave the members of a file; nothing: as they were trained."""
    try:
        chosen = settings.load(paths.settings_file())
    except SettingsProblem:  # whoever needs the settings says so
        return {}
    return chosen.classifying.weights.get(digest, {})


def box_share(shares: Shares) -> float:
    """Return what share of the say the box has beside a file's own members; 0 where none."""
    total = float(sum(shares.values()))
    share = shares.get(BOX, 0.0) / total if 0.0 < total <= MOST else 0.0
    return share if 0.0 < share <= 1.0 else 0.0


def with_own_shares(chosen: Settings, digest: str, shares: Shares) -> Settings:
    """Return the settings with shares for a file; none: as its members were trained."""
    classifying = chosen.classifying
    weights = {known: said for known, said in classifying.weights.items() if known != digest}
    if shares:
        weights[digest] = dict(shares)
    return replace(chosen, classifying=replace(classifying, weights=weights))


def shares_of(ensemble: Ensemble) -> dict[str, float]:
    """Return what share of the say each member has; together 1."""
    total = float(ensemble.weights.sum())
    pairs = zip(ensemble.classifiers, ensemble.weights.tolist(), strict=True)
    return {name: weight / total for name, weight in pairs}


def reweighed(calibrator: EnsembleCalibrator, shares: Shares) -> EnsembleCalibrator:
    """Return the calibrator with a person's shares; as it is where they give nobody a say."""
    ensemble = calibrator.ensemble
    own = np.array([shares.get(name, 0.0) for name in ensemble.classifiers], dtype=np.float64)
    if not np.isfinite(own).all() or not (own.min() >= 0.0 and 0.0 < own.max() <= MOST):
        return calibrator
    weights = own / own.sum() * ensemble.weights.sum()
    return replace(
        calibrator, ensemble=replace(ensemble, weights=weights), outcomes=Outcomes.none()
    )
