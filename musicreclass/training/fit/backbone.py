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

from musicreclass.classifiers.cnn import ShortChunkCnn, crops
from musicreclass.classifiers.joint import changes
from musicreclass.classifiers.listening import array, listening
from musicreclass.core.analysis import LogMel
from musicreclass.core.job import JobContext, Progress
from musicreclass.training.augmentation.augment_mel import otherwise_recorded
from musicreclass.training.config import Habits, Playing, Recipe
from musicreclass.training.data.labelled_tracks import LabelledTracks, check_copies
from musicreclass.training.data.training_set import FeatureDeck, Order
from musicreclass.training.fit.checkpoints import LessonCheckpoint, digest_of
from musicreclass.training.fit.loop import Epoch, Lesson, teach

Glances = npt.NDArray[
    np.float16
]  # shape (n_glances, 2 * width): chunks, as the last block has them

Which = tuple[Playing, int] | None  # copy of a track, with its number; None is the track itself

TAKES = 5  # of each track; the first is as it is
CROPS = 8  # of each take
LEAST_STEPS = 200  # of a lesson, for few tracks make few batches
MOST_GLANCES = 200_000  # of all tracks, and of as many copies: 100 MB each time


class Seen(NamedTuple):
    """What a network made of one track, take by take."""

    glances: Glances
    changes: npt.NDArray[np.float16]  # shape (n_takes, strength_count); not finite where unknown


@dataclass(frozen=True, slots=True, eq=False)
class Trunk:
    """A network that knows music, and what it made of the tracks that it was shown."""

    network: ShortChunkCnn
    _seen: dict[tuple[str, Which], Seen] = field(default_factory=dict)

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
        habits: Habits,
        seed: int,
        ctx: JobContext,
        which: Which = None,
    ) -> None:
        """Take all glances at these tracks that have not been taken yet.

        Raises:
            Cancelled: the user stopped.
        """
        takes = max(1, min(TAKES, MOST_GLANCES // (CROPS * max(1, len(tracks)))))
        for place, (name, mel) in enumerate(zip(tracks.names, tracks.mels or (), strict=True)):
            ctx.raise_if_cancelled()
            if (name, which) not in self._seen:
                key = seed, zlib.crc32(name.encode(errors="replace")), *(which or ())[1:]
                rng = np.random.default_rng(key)
                self._seen[name, which] = self._look(mel, takes, habits, rng)
                ctx.report(Progress(place + 1, len(tracks), "Looking at spectrograms"))

    def seen(self, tracks: LabelledTracks, which: Which = None) -> npt.NDArray[np.float32]:
        """Return the glances at these tracks, shape (n_glances, n_tracks, 2 * width)."""
        each = [self._seen[name, which].glances for name in tracks.names]
        count = min(len(glances) for glances in each)
        return np.stack([glances[:count] for glances in each], axis=1).astype(np.float32)

    def takes(
        self,
        tracks: LabelledTracks,
        habits: Habits,
        seed: int,
        ctx: JobContext,
        which: Which = None,
    ) -> npt.NDArray[np.float32]:
        """Return what is made of these tracks, first as they are, then as others recorded them.

        Returns:
            Shape (n_takes, n_tracks, width + strength_count): embeddings, and how much the blocks'
            answers change over the track. Those of a track that is too short to tell are as usual.

        Raises:
            Cancelled: the user stopped.
        """
        self.look(tracks, habits, seed, ctx, which)
        glances = torch.from_numpy(self.seen(tracks, which))
        with listening(self.network) as device:
            embeddings = self.network.dense(glances.flatten(0, 1).to(device))
        by_take = array(embeddings).reshape(-1, CROPS, len(tracks), embeddings.shape[1])
        embedded: npt.NDArray[np.float32] = by_take.mean(axis=1)
        return np.concatenate([embedded, self._changes(tracks, which, len(by_take))], axis=2)

    def _changes(self, tracks: LabelledTracks, which: Which, takes: int) -> npt.NDArray[np.float32]:
        """Return how much tracks change, shape (n_takes, n_tracks, strength_count)."""
        each = [self._seen[name, which].changes[:takes] for name in tracks.names]
        known = np.stack(each, axis=1).astype(np.float32)
        is_known = np.isfinite(known[0, :, 0])
        usual = known[:, is_known].mean(axis=1, keepdims=True) if is_known.any() else 0.0
        return np.where(np.isfinite(known), known, usual)

    def _look(self, mel: LogMel, takes: int, habits: Habits, rng: np.random.Generator) -> Seen:
        config = self.network.config
        whole = [self.network.prepared(mel)]
        for _ in range(takes - 1):
            changed = otherwise_recorded(mel, config.mel, habits, rng)
            whole.append(self.network.prepared(changed))
        cut = [crops(one, config.chunk_frames, CROPS) for one in whole]
        chunks = np.concatenate([_filled(of_take) for of_take in cut])
        with listening(self.network) as device:
            pooled, strengths = self.network.seen(torch.from_numpy(chunks).to(device))
            changed = array(changes(strengths.reshape(takes, CROPS, -1)))
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


def teach_last_layers(
    network: ShortChunkCnn,
    tracks: LabelledTracks,
    recipe: Recipe,
    ctx: JobContext,
    *,
    trunk: Trunk,
    seed: int,
    name: str,
    checkpoint: LessonCheckpoint | None = None,
    copies: Sequence[LabelledTracks] = (),
) -> list[Epoch]:
    """Teach the last layers of `network`, which starts from `trunk`.

    Args:
        copies: the same tracks in the same order, played otherwise; each is as good as the first.

    Raises:
        Cancelled: the user stopped.
    """
    check_copies(tracks, copies)
    trunk.start(network)
    habits, seen = recipe.habits or Habits(share=0.0), []
    for number, some in enumerate((tracks, *copies)):
        which = (recipe.playing, number) if number else None
        trunk.look(some, habits, seed, ctx, which)
        seen.append(trunk.seen(some, which))
    order = Order(tracks.labels, len(tracks.genres), recipe, seed)
    deck = FeatureDeck(order, np.concatenate(seen))
    enough = replace(recipe, epochs=max(recipe.epochs, -(-LEAST_STEPS // order.count)))

    def facts() -> tuple[object, ...]:
        return network.config, *(digest_of(some) for some in (tracks, *copies))

    return teach(
        Lesson(name, LastLayers(network), deck, enough, None, facts), ctx, seed, checkpoint
    )
