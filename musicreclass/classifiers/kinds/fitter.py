"""What training does for a network that is fitted: the kinds know the steps, training the means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from torch import nn

from musicreclass.classifiers.spec import FeatureRows, Mel, Mel32
from musicreclass.core.analysis import MelSpec

Labels = npt.NDArray[np.intp]  # shape (n_tracks,); below 0 for tracks of no genre
Floats = npt.NDArray[np.float64]
FeatureVariants = npt.NDArray[np.float32]  # shape (n_variants, n_tracks, n_columns)


class Tracks(Protocol):
    """Tracks that are learned from; what no member of a plan needs is None."""

    @property
    def genres(self) -> tuple[str, ...]: ...

    @property
    def labels(self) -> Labels: ...

    @property
    def features(self) -> FeatureRows | None: ...

    @property
    def mels(self) -> Sequence[Mel] | None: ...


class Chunking(Protocol):
    """How mels are prepared and cut into the chunks of a batch. It is sent to other processes."""

    @property
    def mel(self) -> MelSpec: ...

    @property
    def chunk_frames(self) -> int: ...

    def prepared(self, mel: Mel) -> Mel32:
        """Return the mel of a whole track as it is wanted before it is cut."""


class Cutting(Protocol):
    """How pieces of raw sound are cut into the chunks of a batch. It is sent to others, too."""

    @property
    def chunk_samples(self) -> int: ...


class Fitter(Protocol):
    """The means of fitting one network to some tracks by one training config."""

    @property
    def tracks(self) -> Tracks: ...

    @property
    def copies(self) -> Sequence[Tracks]:
        """The same tracks in the same order, augmented before they were measured."""

    @property
    def seed(self) -> int: ...

    @property
    def pretrained(self) -> nn.Module | None:
        """The network whose backbone is taken over, None where it starts from nothing."""

    @property
    def finish(self) -> Fitter | None:
        """The means of fitting all layers, once those above a backbone are fitted."""

    def of_genres(self) -> Fitter:
        """Return the same without the tracks of no genre."""

    def augmented(self, some: Tracks, spec: MelSpec) -> Iterable[Iterable[Mel]]:
        """Yield the mels of `some` as other channels would have recorded them, variant by variant.

        There are as many variants as the training config says. Each is used up before the next.
        """

    def activations(self) -> FeatureVariants:
        """Return what the backbone's blocks make of tracks and copies, some chunks of each."""

    def embeddings(self) -> Sequence[FeatureVariants]:
        """Return what the backbone makes of the tracks, and of each copy, variant by variant."""

    def fit_rows(
        self,
        layers: nn.Module,
        rows: FeatureVariants,
        *,
        least_steps: int = 0,
        is_watched: bool = True,
    ) -> None:
        """Fit `layers` in epochs of batches of rows, each track's from any of its variants.

        Args:
            least_steps: epochs are added until there are so many.
            is_watched: the network's answers for tracks held out tell when to stop.
        """

    def fit_chunks(
        self, layers: nn.Module, chunking: Chunking, centre: npt.NDArray[np.float32]
    ) -> None:
        """Fit `layers` in epochs of batches of chunks, cut from tracks and copies at random.

        Args:
            centre: the usual level of each band, shape (n_mels,), in dB; it fills masks.
        """

    def fit_costs(
        self, layers: nn.Module, chunking: Chunking, centre: npt.NDArray[np.float32]
    ) -> None:
        """Fit `layers` to such chunks whatever their genre: they answer what each costs."""

    def fit_waves(self, layers: nn.Module, cutting: Cutting) -> None:
        """Fit `layers` in epochs of batches of chunks of raw sound, cut at random."""

    def logistic_regression(
        self,
        rows: Floats,
        labels: Labels,
        *,
        freedom: float,
        most_steps: int,
        prior: Floats | None = None,
    ) -> tuple[Floats, Floats]:
        """Return weights (n_genres, n_columns) and biases (n_genres,) that tell genres apart.

        Args:
            prior: the weights that are believed where nothing is known; None believes nothing.
        """


@dataclass(frozen=True, slots=True)
class FitWork:
    """How much there is to fit, without each fold and with all tracks, as estimates need it."""

    n_tracks: int
    n_folds: int
    copies: int  # of each track
    epochs: int
    crops: int = 1  # of each track in an epoch
    looks: int = 0  # at variants of each track, by a backbone; 0 where there is none
    finish: FitWork | None = None

    @property
    def n_fitted(self) -> int:
        """Return how many tracks all fits learn from: each lacks a fold, but the last."""
        return self.n_tracks * self.n_folds
