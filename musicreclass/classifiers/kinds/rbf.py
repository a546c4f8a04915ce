"""Telling a track by those that it is like: layers without weights of their own to be learned."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

Rows = npt.NDArray[np.float32]  # shape (n_tracks, n_used)

FARTHEST = 3.0  # standard deviations of a normal column; what lies beyond is taken for this
NARROWEST = 1e-6  # between two knots, in spreads; rounding alone may move so far


class QuantileTransform(nn.Module):
    """Bends each column so that it is spread as evenly as a bell: no outlier rules a distance."""

    knots: Tensor  # shape (n_knots, n_used), rising; values of the tracks that were learned from
    heights: Tensor  # shape (n_knots,), rising; what the knots become

    def __init__(self, n_knots: int, n_used: int) -> None:
        super().__init__()
        self.n_gaps = n_knots - 1
        self.register_buffer("knots", torch.zeros(n_knots, n_used))
        self.register_buffer("heights", torch.zeros(n_knots))

    def learn(self, scaled: Rows) -> None:
        """Take the knots from the tracks that are trained on."""
        shares = np.linspace(0.0, 1.0, len(self.heights))
        knots = np.quantile(scaled.astype(np.float64), shares, axis=0)
        self.knots.copy_(torch.from_numpy(knots))
        inside = torch.from_numpy(shares).clamp(1e-4, 1.0 - 1e-4)
        heights = torch.special.ndtri(inside).clamp(-FARTHEST, FARTHEST)
        self.heights.copy_(heights)

    def forward(self, scaled: Tensor) -> Tensor:
        """Return the columns bent, shape (n_tracks, n_used)."""
        bent = self.heights[0].expand_as(scaled)
        steps = self.heights[1:] - self.heights[:-1]
        gaps = (self.knots[1:] - self.knots[:-1]).clamp(min=NARROWEST)
        for gap in range(self.n_gaps):
            risen = ((scaled - self.knots[gap]) / gaps[gap]).clamp(0.0, 1.0)
            bent = bent + steps[gap] * risen
        return bent


class RbfKernelLayer(nn.Module):
    """Says how like each of some known tracks a track is: 1 where nothing differs, down to 0."""

    anchors: Tensor  # shape (n_anchors, n_used); the known tracks

    def __init__(self, n_anchors: int, n_used: int, reach: float) -> None:
        super().__init__()
        self.reach = reach
        self.register_buffer("anchors", torch.zeros(n_anchors, n_used))

    def forward(self, evened: Tensor) -> Tensor:
        """Return likenesses, shape (n_tracks, n_anchors)."""
        own = (evened * evened).mean(dim=1, keepdim=True)
        theirs = (self.anchors * self.anchors).mean(dim=1)
        shared = evened @ self.anchors.T / self.anchors.shape[1]
        distance = (own + theirs - 2.0 * shared).clamp(min=0.0)
        return torch.exp(-self.reach * distance)
