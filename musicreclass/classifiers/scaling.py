"""How features are brought to one size: by their middle half, so that no outlier rules a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

IQR_OF_NORMAL = 1.349  # standard deviations; divided by it, an IQR is worth a deviation
FLATTEST = 1e-6  # of the centre's size; what spreads less is constant but for rounding

Column = npt.NDArray[np.float64]  # shape (n_columns,)
Rows = npt.NDArray[np.floating[Any]]  # shape (n_tracks, n_columns)


@dataclass(frozen=True, slots=True, eq=False)
class Scaling:
    """The centre of each column and how far half of its values lie from it."""

    centre: Column
    spread: Column  # above 0

    @classmethod
    def of(cls, rows: Rows) -> Scaling:
        """Return the scaling of the tracks that are trained on."""
        wide = rows.astype(np.float64)
        low, centre, high = np.percentile(wide, (25.0, 50.0, 75.0), axis=0)
        spread = _spread((high - low) / IQR_OF_NORMAL, wide.std(axis=0), np.abs(centre))
        return cls(centre, spread)

    def scaled(self, rows: Rows, clip: float) -> npt.NDArray[np.float64]:
        """Return `rows` around 0, shape (n_tracks, n_columns), at most `clip` spreads away."""
        return np.clip((rows - self.centre) / self.spread, -clip, clip)


def _spread(robust: Column, deviation: Column, size: Column) -> Column:
    """Return a divisor for each column: a column mostly constant has no robust spread."""
    least = FLATTEST * np.maximum(size, 1e-3)
    return np.where(robust > least, robust, np.where(deviation > least, deviation, 1.0))
