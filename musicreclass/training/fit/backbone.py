"""Starting from what a network has learned of other music, rather than from nothing.

What lies below a network's last layers is left as it is. It hears each track a few times, as
other machines might have recorded it; the last layers learn from what it made of that. As this
takes no second hearing, a lesson lasts seconds, whichever fold is left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.cnn import ShortChunkCnn, crops
from musicreclass.classifiers.kinds.joint import changes
from musicreclass.classifiers.kinds.network import array, eval_mode
from musicreclass.core.analysis import LogMel
from musicreclass.core.job import JobContext, Progress
from musicreclass.training.augmentation.augment_mel import augment_mel
from musicreclass.training.config import AudioAugmentation, ChannelAugmentation, TrainingConfig
from musicreclass.training.data.labelled_tracks import LabelledTracks, check_copies
from musicreclass.training.data.training_set import FeatureTrainingSet, SampleOrder
from musicreclass.training.fit.checkpoints import FitCheckpoint, digest_of
from musicreclass.training.fit.loop import Epoch, FitTask, fit

PooledActivations = npt.NDArray[
    np.float16
]  # shape (n_glances, 2 * width): chunks, as the last block has them

CopyId = (
    tuple[AudioAugmentation, int] | None
)  # copy of a track, with its number; None is the track itself

VARIANTS = 5  # of each track; the first is as it is
CROPS = 8  # of each take
LEAST_STEPS = 200  # of a lesson, for few tracks make few batches
MOST_ACTIVATIONS = 200_000  # of all tracks, and of as many copies: 100 MB each time


class Seen(NamedTuple):
    """What a network made of one track, take by take."""

    activations: PooledActivations
    changes: npt.NDArray[np.float16]  # shape (n_takes, strength_count); not finite where unknown


@dataclass(frozen=True, slots=True, eq=False)
class Backbone:
    """A network that knows music, and what it made of the tracks that it was shown."""

    network: ShortChunkCnn
    _seen: dict[tuple[str, CopyId], Seen] = field(default_factory=dict)

    def start(self, network: ShortChunkCnn) -> None:
        """Give `network`, which is of the same shape, all that is known but the genres."""
        own: Mapping[str, Tensor] = network.state_dict()
        known = self.network.state_dict()
        network.load_state_dict(
            {name: own[name] if name.startswith("head.") else known[name] for name in own}
        )

    def look(
        self,
        tracks: LabelledTracks,
        channel_augmentation: ChannelAugmentation,
        seed: int,
        ctx: JobContext,
        which: CopyId = None,
    ) -> None:
        """Take all glances at these tracks that have not been taken yet.

        Raises:
            Cancelled: the user stopped.
        """
        variants = max(1, min(VARIANTS, MOST_ACTIVATIONS // (CROPS * max(1, len(tracks)))))
        for place, (name, mel) in enumerate(zip(tracks.names, tracks.mels or (), strict=True)):
            ctx.raise_if_cancelled()
            if (name, which) not in self._seen:
                key = seed, zlib.crc32(name.encode(errors="replace")), *(which or ())[1:]
                rng = np.random.default_rng(key)
                self._seen[name, which] = self._look(mel, variants, channel_augmentation, rng)
                ctx.report(Progress(place + 1, len(tracks), "Looking at spectrograms"))

    def seen(self, tracks: LabelledTracks, which: CopyId = None) -> npt.NDArray[np.float32]:
        """Return the glances at these tracks, shape (n_glances, n_tracks, 2 * width)."""
        each = [self._seen[name, which].activations for name in tracks.names]
        count = min(len(activations) for activations in each)
        return np.stack([activations[:count] for activations in each], axis=1).astype(np.float32)

    def variants(
        self,
        tracks: LabelledTracks,
        channel_augmentation: ChannelAugmentation,
        seed: int,
        ctx: JobContext,
        which: CopyId = None,
    ) -> npt.NDArray[np.float32]:
        """Return what is made of these tracks, first as they are, then as others recorded them.

        Returns:
            Shape (n_takes, n_tracks, width + strength_count): embeddings, and how much the blocks'
            answers change over the track. Those of a track that is too short to tell are as usual.

        Raises:
            Cancelled: the user stopped.
        """
        self.look(tracks, channel_augmentation, seed, ctx, which)
        activations = torch.from_numpy(self.seen(tracks, which))
        with eval_mode(self.network) as device:
            embeddings = self.network.dense(activations.flatten(0, 1).to(device))
        by_variant = array(embeddings).reshape(-1, CROPS, len(tracks), embeddings.shape[1])
        embedded: npt.NDArray[np.float32] = by_variant.mean(axis=1)
        return np.concatenate([embedded, self._changes(tracks, which, len(by_variant))], axis=2)

    def _changes(
        self, tracks: LabelledTracks, which: CopyId, variants: int
    ) -> npt.NDArray[np.float32]:
        """Return how much tracks change, shape (n_takes, n_tracks, strength_count)."""
        each = [self._seen[name, which].changes[:variants] for name in tracks.names]
        known = np.stack(each, axis=1).astype(np.float32)
        is_known = np.isfinite(known[0, :, 0])
        usual = known[:, is_known].mean(axis=1, keepdims=True) if is_known.any() else 0.0
        return np.where(np.isfinite(known), known, usual)

    def _look(
        self,
        mel: LogMel,
        variants: int,
        channel_augmentation: ChannelAugmentation,
        rng: np.random.Generator,
    ) -> Seen:
        config = self.network.config
        whole = [self.network.prepared(mel)]
        for _ in range(variants - 1):
            changed = augment_mel(mel, config.mel, channel_augmentation, rng)
            whole.append(self.network.prepared(changed))
        cut = [crops(one, config.chunk_frames, CROPS) for one in whole]
        chunks = np.concatenate([_filled(of_variant) for of_variant in cut])
        with eval_mode(self.network) as device:
            pooled, strengths = self.network.seen(torch.from_numpy(chunks).to(device))
            changed = array(changes(strengths.reshape(variants, CROPS, -1)))
        if len(cut[0]) == 1:
            changed[:] = np.nan
        return Seen(array(pooled).astype(np.float16), changed.astype(np.float16))


def _filled(chunks: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return `CROPS` chunks; of a short track some come twice."""
    return chunks[np.arange(CROPS) % len(chunks)]


class LastLayers(nn.Module):
    """What of a network comes after its blocks; it shares the weights with it."""

    def __init__(self, network: ShortChunkCnn) -> None:
        super().__init__()
        self.dense, self.dropout, self.head = network.dense, network.dropout, network.head

    def forward(self, pooled: Tensor) -> Tensor:
        logits: Tensor = self.head(self.dropout(self.dense(pooled)))
        return logits


def fit_last_layers(
    network: ShortChunkCnn,
    tracks: LabelledTracks,
    training_config: TrainingConfig,
    ctx: JobContext,
    *,
    backbone: Backbone,
    seed: int,
    name: str,
    checkpoint: FitCheckpoint | None = None,
    copies: Sequence[LabelledTracks] = (),
) -> list[Epoch]:
    """Teach the last layers of `network`, which starts from `backbone`.

    Args:
        copies: the same tracks in the same order, played otherwise; each is as good as the first.

    Raises:
        Cancelled: the user stopped.
    """
    check_copies(tracks, copies)
    backbone.start(network)
    channel_augmentation, seen = (
        training_config.channel_augmentation or ChannelAugmentation(share=0.0),
        [],
    )
    for number, some in enumerate((tracks, *copies)):
        which = (training_config.audio_augmentation, number) if number else None
        backbone.look(some, channel_augmentation, seed, ctx, which)
        seen.append(backbone.seen(some, which))
    order = SampleOrder(tracks.labels, len(tracks.genres), training_config, seed)
    training_set = FeatureTrainingSet(order, np.concatenate(seen))
    enough = replace(
        training_config, epochs=max(training_config.epochs, -(-LEAST_STEPS // order.count))
    )

    def facts() -> tuple[object, ...]:
        return network.config, *(digest_of(some) for some in (tracks, *copies))

    return fit(
        FitTask(name, LastLayers(network), training_set, enough, None, facts), ctx, seed, checkpoint
    )
