"""Tracks that bear many tags at once: fitting a network of features, thresholds, and figures.

Each tag is a question of its own, answered with yes or no; nothing here is shared with the fits
about genres, of which a track has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score
from torch import Tensor, nn

from musicreclass.classifiers.kinds.columns.mlp import MlpConfig, MlpNetwork
from musicreclass.classifiers.tagger import Tagger, tag_probabilities
from musicreclass.core.job import JobContext, Progress
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

Indices = npt.NDArray[np.intp]
FeatureRows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns)
Truth = npt.NDArray[np.bool_]  # shape (n_tracks, n_tags)
Chances = npt.NDArray[np.float32]  # shape (n_tracks, n_tags), from 0 to 1

BATCHES = 16  # of an epoch at least, as long as they hold some tracks
SMALLEST_BATCH, LARGEST_BATCH = 16, 256
EPOCHS = 100
PATIENCE = 10  # epochs without progress on the tracks that are watched
LEARNING_RATE = 1e-3
WEIGHT_DECAY = 0.01
LONGEST_STEP = 5.0  # a gradient's norm beyond this is cut to it
MIDDLE = 0.5  # the threshold of a tag that nobody can choose one for


class CannotTag(MusicReclassError):
    """There is too little to learn tags from."""


@dataclass(frozen=True, slots=True, eq=False)
class TaggedTracks:
    """Tracks, their features, and which tags they bear."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    truth: Truth
    features: FeatureRows

    def __post_init__(self) -> None:
        if self.truth.shape != (len(self.names), len(self.tags)):
            raise ValueError(f"{self.truth.shape} marks for {len(self.names)} tracks")
        if len(self.features) != len(self.names):
            raise ValueError(f"{len(self.features)} rows for {len(self.names)} tracks")

    def __len__(self) -> int:
        return len(self.names)

    def at(self, indices: Indices) -> TaggedTracks:
        """Return some of the tracks, in the order of `indices`."""
        names = tuple(self.names[i] for i in indices)
        return TaggedTracks(names, self.tags, self.truth[indices], self.features[indices])


@dataclass(frozen=True, slots=True)
class TagFigures:
    """How well one tag is recognised; None where all tracks bear it, or none does."""

    tag: str
    support: int  # tracks that bear it
    roc_auc: float | None
    pr_auc: float | None
    f1: float | None  # at the tag's threshold
    threshold: float = MIDDLE  # the score from which on it is given
    precision: float | None = None  # at that threshold
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class TagEvaluation:
    """How well tags are recognised, each and on average over those that can be measured."""

    by_tag: tuple[TagFigures, ...]

    @property
    def roc_auc(self) -> float | None:
        return _mean([figures.roc_auc for figures in self.by_tag])

    @property
    def pr_auc(self) -> float | None:
        return _mean([figures.pr_auc for figures in self.by_tag])

    @property
    def f1(self) -> float | None:
        return _mean([figures.f1 for figures in self.by_tag])


def fit_tagger(
    config: MlpConfig, fitted: TaggedTracks, watched: TaggedTracks, ctx: JobContext, *, seed: int
) -> Tagger:
    """Return a network that answers for each tag, with thresholds chosen on the `watched` tracks.

    Fitting ends when the watched tracks get no better, and the best state is kept. The same seed
    gives the same weights on one machine and number of threads.

    Raises:
        CannotTag: there are no tracks on one of the sides.
        UnfitSound: features are missing.
        Cancelled: the user stopped.
    """
    if len(fitted) < 2 or len(watched) == 0:
        reason = because("training.too_few_tagged", fitted=len(fitted), watched=len(watched))
        raise CannotTag(reason)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = config.build(len(fitted.tags))
        network.learn_scaling(fitted.features)
        _fit(network, fitted, watched, ctx, np.random.default_rng(seed))
    network.requires_grad_(False)
    thresholds = best_thresholds(tag_probabilities(network, watched.features), watched.truth)
    return Tagger(fitted.tags, thresholds, network)


def best_thresholds(chances: Chances, truth: Truth) -> tuple[float, ...]:
    """Return for each tag the chance from which on to give it, such that F1 is highest."""
    return tuple(_best_threshold(chances[:, tag], truth[:, tag]) for tag in range(truth.shape[1]))


def evaluate_tags(tagger: Tagger, tracks: TaggedTracks) -> TagEvaluation:
    """Return how well a tagger does on tracks that it was not trained on."""
    chances = tag_probabilities(tagger.network, tracks.features)
    return TagEvaluation(
        tuple(
            _figures(tag, chances[:, column], tracks.truth[:, column], tagger.thresholds[column])
            for column, tag in enumerate(tracks.tags)
        )
    )


def _fit(
    network: MlpNetwork,
    fitted: TaggedTracks,
    watched: TaggedTracks,
    ctx: JobContext,
    rng: np.random.Generator,
) -> None:
    """Leave the network in the state in which it knew the watched tracks best."""
    optimiser = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    rows, marks = _tensors(network, fitted)
    watched_rows, watched_marks = _tensors(network, watched)
    best, kept, since_best = float("inf"), network.state_dict(), 0
    for epoch in range(1, EPOCHS + 1):
        network.train()
        for indices in _batches(len(fitted), rng):
            ctx.raise_if_cancelled()
            optimiser.zero_grad(set_to_none=True)
            loss = _loss(network(rows[indices]), marks[indices])
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
            optimiser.step()
        network.eval()
        with torch.no_grad():
            now = _loss(network(watched_rows), watched_marks).item()
        since_best += 1
        if now < best:
            best, since_best = now, 0
            kept = {name: weight.clone() for name, weight in network.state_dict().items()}
        ctx.report(Progress(epoch, EPOCHS, "Teaching tags"))
        if since_best >= PATIENCE:
            break
    network.load_state_dict(kept)


def _tensors(network: MlpNetwork, tracks: TaggedTracks) -> tuple[Tensor, Tensor]:
    rows = np.ascontiguousarray(network.selected(tracks.features))
    return torch.from_numpy(rows), torch.from_numpy(tracks.truth.astype(np.float32))


def _batches(count: int, rng: np.random.Generator) -> Iterator[Tensor]:
    order = torch.from_numpy(rng.permutation(count))
    # Even batches: a last one of a single track would have the weight of a whole one.
    size = min(max(count // BATCHES, SMALLEST_BATCH), LARGEST_BATCH)
    yield from torch.tensor_split(order, -(-count // size))


def _loss(logits: Tensor, marks: Tensor) -> Tensor:
    return nn.functional.binary_cross_entropy_with_logits(logits, marks)


def _best_threshold(chances: npt.NDArray[np.float32], truth: npt.NDArray[np.bool_]) -> float:
    if not truth.any():
        return MIDDLE
    precision, recall, thresholds = precision_recall_curve(truth, chances)
    f1 = 2.0 * precision * recall / np.maximum(precision + recall, 1e-12)
    return float(thresholds[np.argmax(f1[:-1])])


def _figures(
    tag: str, chances: npt.NDArray[np.float32], truth: npt.NDArray[np.bool_], threshold: float
) -> TagFigures:
    support = int(truth.sum())
    if support in (0, len(truth)):
        return TagFigures(tag, support, None, None, None, threshold)
    given = chances >= threshold
    right = int((given & truth).sum())
    return TagFigures(
        tag,
        support,
        float(roc_auc_score(truth, chances)),
        float(average_precision_score(truth, chances)),
        2.0 * right / (int(given.sum()) + support),
        threshold,
        right / max(1, int(given.sum())),
        right / support,
    )


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None
