"""Logistic regression in the space of an RBF kernel: a track is compared with known ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.feature_network import FeatureNetwork
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork, Floats, Labels
from musicreclass.classifiers.kinds.network import ClassifierKind
from musicreclass.classifiers.spec import (
    FeatureRows,
    check_bands,
    check_knots,
    check_positive,
    check_used,
    check_widths,
)
from musicreclass.core.analysis import MelSpec
from musicreclass.core.plain import stored_as

FARTHEST = 3.0  # standard deviations of a normal column; what lies beyond is taken for this
NARROWEST = 1e-6  # between two knots, in spreads; rounding alone may move so far
FLATTEST = 1e-6  # of the longest direction; along shorter ones kernels differ by rounding
FREEDOM = 16.0  # how far weights may grow to get known tracks right
MOST_STEPS = 1_000  # of the solver
TRACK_SECONDS = 0.013  # the mean of features and of summaries


def _fit_seconds(work: FitWork) -> float:
    return work.n_fitted * TRACK_SECONDS


@dataclass(frozen=True, slots=True)
class RbfConfig:
    """The shape of an `RbfNetwork`."""

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "likeness", _fit_seconds, is_cheap=True, heeds="nothing"
    )

    features: FeatureSet
    used: tuple[str, ...]  # columns of `features`; the network sees no others
    # Their kernels are the embedding; a fit to fewer tracks makes do with these.
    support_tracks: int = field(metadata=stored_as("anchors"))
    knots: int = 33  # of each column's quantile transform
    # The kernel falls to 1/e where columns differ by 1/gamma in the mean square.
    gamma: float = field(default=0.3, metadata=stored_as("reach"))
    mel: MelSpec | None = None  # as in `MlpConfig`

    def __post_init__(self) -> None:
        check_used(self.features.columns, self.used)
        check_widths((self.support_tracks,))
        check_knots(self.knots)
        check_positive("gamma", self.gamma)
        if self.mel is not None:
            check_bands(self.mel)

    @property
    def measured(self) -> FeatureSet | None:
        return self.features if self.mel is None else None

    @property
    def embedding_width(self) -> int:
        return self.support_tracks

    def build(self, n_genres: int) -> RbfNetwork:
        return RbfNetwork(self, n_genres)


class RbfNetwork(FeatureNetwork):
    """A quantile transform and an RBF kernel; what is learned is the head, solved for at once."""

    config: RbfConfig

    def __init__(self, config: RbfConfig, n_genres: int) -> None:
        n_used = len(config.used)
        quantiles = QuantileTransform(config.knots, n_used)
        kernel = RbfKernelLayer(config.support_tracks, n_used, config.gamma)
        super().__init__(config, (quantiles, kernel), n_genres)

    def fit(self, fitter: Fitter) -> None:
        """Choose support tracks and solve for the head; the other tracks are learned from, too."""
        known = fitter.of_genres().tracks
        quantiles, kernel = self._layers_for(len(known.labels))
        rows = self.rows_of(known.features, known.mels)
        self.learn_scaling(rows)
        with torch.inference_mode():
            scaled = self.scaled(torch.from_numpy(self.selected(rows)))
            quantiles.learn(scaled.numpy())
            evened = quantiles(scaled)
            rng = np.random.default_rng(fitter.seed)
            chosen = _support(known.labels, self.config.support_tracks, rng)
            kernel.anchors.copy_(evened[chosen])
            kernels = kernel(evened).numpy().astype(np.float64)
        directions = _directions(kernels[chosen])
        weights, biases = fitter.logistic_regression(
            kernels @ directions, known.labels, freedom=FREEDOM, most_steps=MOST_STEPS
        )
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(weights @ directions.T))
            self.head.bias.copy_(torch.from_numpy(biases))
        self.eval()

    def _layers_for(self, n_tracks: int) -> tuple[QuantileTransform, RbfKernelLayer]:
        """Return the layers, once there are no more support tracks than so many tracks."""
        count = min(self.config.support_tracks, n_tracks)
        self.config = replace(self.config, support_tracks=count)
        quantiles = QuantileTransform(self.config.knots, len(self.config.used))
        kernel = RbfKernelLayer(count, len(self.config.used), self.config.gamma)
        self.trunk = nn.Sequential(quantiles, kernel)
        self.head = nn.Linear(count, self.n_genres, device="meta").to_empty(device="cpu")
        return quantiles, kernel


class QuantileTransform(nn.Module):
    """Bends each column to a normal distribution: no outlier rules a distance."""

    knots: Tensor  # shape (n_knots, n_used), rising; values of the tracks that were learned from
    heights: Tensor  # shape (n_knots,), rising; what the knots become

    def __init__(self, n_knots: int, n_used: int) -> None:
        super().__init__()
        self.n_gaps = n_knots - 1
        self.register_buffer("knots", torch.zeros(n_knots, n_used))
        self.register_buffer("heights", torch.zeros(n_knots))

    def learn(self, scaled: FeatureRows) -> None:
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
    """The RBF kernel of a track with each support track: 1 where nothing differs, down to 0."""

    anchors: Tensor  # shape (n_support_tracks, n_used); the support tracks, by their name in files

    def __init__(self, n_support_tracks: int, n_used: int, gamma: float) -> None:
        super().__init__()
        self.gamma = gamma
        self.register_buffer("anchors", torch.zeros(n_support_tracks, n_used))

    def forward(self, evened: Tensor) -> Tensor:
        """Return kernels, shape (n_tracks, n_support_tracks)."""
        own = (evened * evened).mean(dim=1, keepdim=True)
        theirs = (self.anchors * self.anchors).mean(dim=1)
        shared = evened @ self.anchors.T / self.anchors.shape[1]
        distance = (own + theirs - 2.0 * shared).clamp(min=0.0)
        return torch.exp(-self.gamma * distance)


def _support(labels: Labels, count: int, rng: np.random.Generator) -> Labels:
    """Return the indices of `count` support tracks, of each genre about its share."""
    shuffled = rng.permutation(len(labels))
    by_genre = shuffled[np.argsort(labels[shuffled], kind="stable")]
    evenly = np.linspace(0, len(labels) - 1, count).round().astype(np.intp)
    return np.sort(by_genre[evenly])


def _directions(kernels: Floats) -> npt.NDArray[np.float64]:
    """Return (n_support_tracks, n_directions) that turn kernels into coordinates."""
    sizes, vectors = np.linalg.eigh(kernels)
    is_long = sizes > FLATTEST * sizes[-1]
    return np.asarray(vectors[:, is_long] / np.sqrt(sizes[is_long]))
