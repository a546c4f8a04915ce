"""The backbone that a fit starts from, rather than from nothing, and its cached activations.

The blocks of a pretrained network are left as they are. They are shown each track a few times, as
other channels might have recorded it; the last layers are fitted to what they made of that. As
tracks are shown once only, a fit lasts seconds, whichever fold is left out.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch

from musicreclass.classifiers.kinds.chunks.chunk_network import crops
from musicreclass.classifiers.kinds.chunks.cnn import ShortChunkCnn
from musicreclass.classifiers.kinds.joint import changes
from musicreclass.classifiers.kinds.network import array, eval_mode
from musicreclass.core.analysis import LogMel
from musicreclass.core.job import JobContext, Progress
from musicreclass.training.augmentation.augment_mel import augment_mel
from musicreclass.training.config import AudioAugmentation, ChannelAugmentation
from musicreclass.training.data.labelled_tracks import LabelledTracks

# Which copy of a track it is, by augmentation and number; None is the track itself.
CopyId = tuple[AudioAugmentation, int] | None

VARIANTS = 5  # of each track; the first is as it is
CROPS = 8  # of each variant
MOST_ACTIVATIONS = 200_000  # of all tracks, and of as many copies: 100 MB each time


class PooledActivations(NamedTuple):
    """What a backbone made of one track, variant by variant."""

    chunks: npt.NDArray[np.float16]  # shape (n_variants * CROPS, 2 * width), of the last block
    changes: npt.NDArray[np.float16]  # shape (n_variants, strength_count); not finite if unknown


@dataclass(frozen=True, slots=True, eq=False)
class Backbone:
    """A pretrained network, and what its blocks made of the tracks that they were shown."""

    network: ShortChunkCnn
    _cached: dict[tuple[str, CopyId], PooledActivations] = field(default_factory=dict)

    def run(
        self,
        tracks: LabelledTracks,
        channel_augmentation: ChannelAugmentation,
        seed: int,
        ctx: JobContext,
        copy: CopyId = None,
    ) -> None:
        """Show these tracks to the blocks, but for those that were shown before.

        Raises:
            Cancelled: the user stopped.
        """
        variants = max(1, min(VARIANTS, MOST_ACTIVATIONS // (CROPS * max(1, len(tracks)))))
        for index, (name, mel) in enumerate(zip(tracks.names, tracks.mels or (), strict=True)):
            ctx.raise_if_cancelled()
            if (name, copy) not in self._cached:
                key = seed, zlib.crc32(name.encode(errors="replace")), *(copy or ())[1:]
                rng = np.random.default_rng(key)
                self._cached[name, copy] = self._run(mel, variants, channel_augmentation, rng)
                ctx.report(Progress(index + 1, len(tracks), "Looking at spectrograms"))

    def cached(self, tracks: LabelledTracks, copy: CopyId = None) -> npt.NDArray[np.float32]:
        """Return the activations of these tracks, shape (n_chunks, n_tracks, 2 * width)."""
        each = [self._cached[name, copy].chunks for name in tracks.names]
        count = min(len(chunks) for chunks in each)
        return np.stack([chunks[:count] for chunks in each], axis=1).astype(np.float32)

    def embeddings(self, tracks: LabelledTracks, copy: CopyId = None) -> npt.NDArray[np.float32]:
        """Return what is made of these tracks, first as they are, then as others recorded them.

        Returns:
            Shape (n_variants, n_tracks, width + strength_count): embeddings, and how much the
            blocks' answers change over the track; as usual for a track too short to tell.
        """
        activations = torch.from_numpy(self.cached(tracks, copy))
        with eval_mode(self.network) as device:
            embeddings = self.network.dense(activations.flatten(0, 1).to(device))
        by_variant = array(embeddings).reshape(-1, CROPS, len(tracks), embeddings.shape[1])
        embedded: npt.NDArray[np.float32] = by_variant.mean(axis=1)
        return np.concatenate([embedded, self._changes(tracks, copy, len(by_variant))], axis=2)

    def _changes(
        self, tracks: LabelledTracks, copy: CopyId, variants: int
    ) -> npt.NDArray[np.float32]:
        """Return how much tracks change, shape (n_variants, n_tracks, strength_count)."""
        each = [self._cached[name, copy].changes[:variants] for name in tracks.names]
        known = np.stack(each, axis=1).astype(np.float32)
        is_known = np.isfinite(known[0, :, 0])
        usual = known[:, is_known].mean(axis=1, keepdims=True) if is_known.any() else 0.0
        return np.where(np.isfinite(known), known, usual)

    def _run(
        self,
        mel: LogMel,
        variants: int,
        channel_augmentation: ChannelAugmentation,
        rng: np.random.Generator,
    ) -> PooledActivations:
        config = self.network.config
        whole = [config.prepared(mel)]
        for _ in range(variants - 1):
            whole.append(config.prepared(augment_mel(mel, config.mel, channel_augmentation, rng)))
        cut = [crops(one, config.chunk_frames, CROPS) for one in whole]
        # Of a short track some chunks come twice.
        chunks = np.concatenate([some[np.arange(CROPS) % len(some)] for some in cut])
        with eval_mode(self.network) as device:
            pooled, strengths = self.network.activations(torch.from_numpy(chunks).to(device))
            changing = array(changes(strengths.reshape(variants, CROPS, -1)))
        if len(cut[0]) == 1:
            changing[:] = np.nan
        return PooledActivations(array(pooled).astype(np.float16), changing.astype(np.float16))
