"""What every kind of classifier has: a config, which is its shape, and a network of that shape."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork
from musicreclass.classifiers.spec import (
    FeatureRow,
    FeatureRows,
    Mel,
    NetworkAnswer,
    NetworkAnswers,
    Port,
)
from musicreclass.core.analysis import PictureSpec

Floats = npt.NDArray[np.float32]
Measured = TypeVar("Measured")


def not_fitted(work: FitWork) -> float:
    """Refuse to estimate how long fits take, for kinds that are only imported."""
    raise ValueError("classifiers of this kind are not fitted")


@dataclass(frozen=True, slots=True)
class ClassifierKind:
    """What is known of a kind of classifier, whatever its shape."""

    name: str  # in bundles; it never changes
    fit_seconds: Callable[[FitWork], float] = not_fitted  # how long one core will about compute
    is_cheap: bool = False  # an answer costs next to nothing beside those of whole mels
    # Whose overrides of a training config are meant for it.
    family: Literal["mlp", "cnn", "wave"] = "mlp"
    heeds: Literal["all", "copies", "nothing"] = "all"  # of these overrides
    is_exported: bool = True  # as ONNX, for others to run
    takes_any_amount: bool = True  # of sound, whichever it was trained on


class Config(Protocol):
    """The shape of a network: a frozen dataclass, kept in bundles beside the name of its kind."""

    kind: ClassVar[ClassifierKind]

    @property
    def mel(self) -> PictureSpec | None:
        """The mel that is looked at, or the raw sound in its place; None where neither is."""

    @property
    def measured(self) -> FeatureSet | None:
        """The features that are wanted of the whole sound, None where none are."""

    @property
    def embedding_width(self) -> int: ...

    def build(self, n_genres: int) -> Network:
        """Return an untrained network of this shape."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What a network is fed for a track: an array for each of its inputs."""

    arrays: tuple[Floats, ...]
    starts: tuple[int, ...] = ()  # frames at which the chunks begin, where it is fed these


class Network(nn.Module, ABC):
    """Log-probabilities of genres from what was measured of tracks.

    It is derived from, for no protocol can say "a module of torch that also answers".
    """

    def __init__(self, config: Config, n_genres: int) -> None:
        super().__init__()
        self.config = config
        self.n_genres = n_genres

    @abstractmethod
    def prepared(self, features: FeatureRow | None, mel: Mel | None) -> Prepared:
        """Return what the network is fed for a track.

        Raises:
            UnfitSound: features or mel are not those agreed, or numbers are missing.
        """

    @abstractmethod
    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        """Return what an exported graph gives: log-probabilities, embeddings, and what else."""

    @abstractmethod
    def answer_of(self, outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
        """Return the answer for a track from what `infer` gave for it."""

    @abstractmethod
    def fit(self, fitter: Fitter) -> None:
        """Fit the network to the tracks of `fitter`, in place.

        Raises:
            Cancelled: the user stopped; the network is somewhere on the way.
        """

    @property
    def is_of_patches(self) -> bool:
        """Say whether it looks at what the encoder says of patches, and at nothing else."""
        return False

    @property
    @abstractmethod
    def inputs(self) -> tuple[Port, ...]:
        """The arrays that a graph of it is fed: several tracks, or the chunks of one."""

    @property
    def outputs(self) -> tuple[Port, ...]:
        """The arrays that a graph of it gives for each thing that it is fed first."""
        axis = self.inputs[0].shape[0]
        width = self.config.embedding_width
        return (Port("log_probs", (axis, self.n_genres)), Port("embedding", (axis, width)))

    @property
    @abstractmethod
    def feeding(self) -> tuple[str, ...]:
        """Sentences that say how to get from features or mel to what a graph is fed."""

    def answer(self, features: FeatureRow | None, mel: Mel | None = None) -> NetworkAnswer:
        """Return what the network says of one track.

        The chunks of a track make a batch of their own, so that nothing else that is asked about
        at the same time changes a digit of the answer.

        Args:
            features: of the whole sound, where the config wants these.
            mel: likewise.

        Raises:
            UnfitSound: one of the two is not as agreed, or numbers are missing.
        """
        prepared = self.prepared(features, mel)
        with eval_mode(self) as device:
            inputs = [torch.from_numpy(array).to(device) for array in prepared.arrays]
            return self.answer_of(self.infer(*inputs), prepared.starts)

    def answers(
        self, features: FeatureRows | None, mels: Sequence[Mel] | None = None
    ) -> NetworkAnswers:
        """Return what the network says of each track.

        Raises:
            UnfitSound: features or mels are not those agreed, or numbers are missing.
        """
        mels = wanted(mels, "mels")
        rows = [None] * len(mels) if features is None else features
        each = [self.answer(row, mel) for row, mel in zip(rows, mels, strict=True)]
        return NetworkAnswers(
            np.stack([answer.log_probs for answer in each]),
            np.stack([answer.embedding for answer in each]),
        )


def wanted(given: Measured | None, name: str) -> Measured:
    """Return what was measured of tracks, if it was."""
    if given is None:
        raise ValueError(f"these tracks come without {name}")
    return given


@contextmanager
def eval_mode(network: nn.Module) -> Iterator[torch.device]:
    """Switch dropout and gradients off for a while, and yield where `network` computes."""
    was_training = network.training
    network.eval()
    try:
        with torch.inference_mode():
            yield next(network.parameters()).device
    finally:
        network.train(was_training)


def channels_last(network: nn.Module) -> None:
    """Lay out pictures as processors convolve them fastest."""
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]


def array(tensor: Tensor) -> Floats:
    """Return the numbers as numpy has them, on the processor."""
    return tensor.detach().to("cpu", torch.float32).numpy()
