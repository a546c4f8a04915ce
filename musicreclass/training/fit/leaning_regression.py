"""Logistic regression whose weights begin at what is believed, and not at nothing.

As scikit-learn's, in many classes, with an L2 penalty; but the penalty is on how far weights go
from a prior, for which scikit-learn has no word.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

Floats = npt.NDArray[np.float64]


def leaning_regression(
    rows: Floats, labels: npt.NDArray[np.intp], prior: Floats, *, freedom: float, most_steps: int
) -> tuple[Floats, Floats]:
    """Return weights (n_classes, n_columns) and biases (n_classes,).

    Args:
        rows: shape (n_rows, n_columns).
        labels: 0 to n_classes - 1; each is there.
        prior: the weights where nothing is known, shape (n_classes, n_columns).
        freedom: how far weights may go from there to get known rows right; 1 / penalty.
    """
    believed = rows @ prior.T
    truth = np.eye(len(prior))[labels]

    def cost(flat: Floats) -> tuple[float, Floats]:
        changes, biases = _parts(flat, prior)
        logits = believed + rows @ changes.T + biases
        logits -= logits.max(axis=1, keepdims=True)
        sums = np.exp(logits).sum(axis=1, keepdims=True)
        loss = float(np.sum(np.log(sums[:, 0])) - np.sum(logits * truth))
        off = freedom * (np.exp(logits) / sums - truth)
        slope = np.concatenate([(off.T @ rows + changes).ravel(), off.sum(axis=0)])
        return freedom * loss + 0.5 * float(np.sum(changes**2)), slope

    start = np.zeros(prior.size + len(prior))
    found: Any = minimize(
        cost, start, jac=True, method="L-BFGS-B", options={"maxiter": most_steps, "gtol": 1e-6}
    )
    changes, biases = _parts(found.x, prior)
    return prior + changes, biases


def _parts(flat: Floats, prior: Floats) -> tuple[Floats, Floats]:
    return flat[: prior.size].reshape(prior.shape), flat[prior.size :]
