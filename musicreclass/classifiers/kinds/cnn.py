"""A short-chunk residual network on log-mels: it hears a track in chunks of about 3 seconds."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.network import array, channels_last, eval_mode, track_log_probs
from musicreclass.classifiers.spec import CnnConfig, MelAnswer, UnfitSound

Mel = npt.NDArray[np.float16] | npt.NDArray[np.float32]  # shape (n_mels, frames), in dB
Mel32 = npt.NDArray[np.float32]  # shape (n_mels, frames)
Chunks = npt.NDArray[np.float32]  # shape (n_chunks, n_mels, chunk_frames)

LEAST_SPREAD = 1e-3  # dB; a band that never moves is left alone rather than blown up


def crop_starts(frames: int, chunk_frames: int, count: int) -> tuple[int, ...]:
    """Return the first frames of at most `count` chunks, evenly spread from end to end."""
    last = max(0, frames - chunk_frames)
    if count == 1:
        return (last // 2,)
    return tuple(int(start) for start in np.unique(np.linspace(0, last, count).round()))


def crops(mel: Mel32, chunk_frames: int, count: int) -> Chunks:
    """Return at most `count` evenly spread chunks; a shorter mel is repeated until it fills one."""
    frames = mel.shape[1]
    if frames < chunk_frames:
        return np.tile(mel, -(-chunk_frames // frames))[None, :, :chunk_frames]
    starts = crop_starts(frames, chunk_frames, count)
    return np.stack([mel[:, start : start + chunk_frames] for start in starts])


class StridedBlock(nn.Module):
    """Two convolutions and a way around them; the picture is halved in both directions."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        self.through = nn.Sequential(
            nn.Conv2d(n_in, n_out, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(n_out),
            nn.ReLU(),
            nn.Conv2d(n_out, n_out, 3, padding=1, bias=False),
            nn.BatchNorm2d(n_out),
        )
        self.around = nn.Sequential(
            nn.Conv2d(n_in, n_out, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(n_out)
        )

    def forward(self, picture: Tensor) -> Tensor:
        return torch.relu(self.through(picture) + self.around(picture))


class ShortChunkCnn(nn.Module):
    """Log-probabilities of genres from log-mels of any length."""

    centre: Tensor  # shape (n_mels,), dB
    spread: Tensor  # shape (n_mels,), dB, above 0

    def __init__(self, config: CnnConfig, n_genres: int) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("centre", torch.zeros(config.mel.n_mels))
        self.register_buffer("spread", torch.ones(config.mel.n_mels))
        widths = (1, *config.widths)
        self.blocks = nn.Sequential(*(StridedBlock(*pair) for pair in pairwise(widths)))
        width = config.embedding_width
        self.dense = nn.Sequential(
            nn.Linear(2 * width, width, bias=False), nn.BatchNorm1d(width), nn.ReLU()
        )
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(width, n_genres)
        channels_last(self)

    def prepared(self, mel: Mel) -> Mel32:
        """Return the mel of a whole track as the network wants it before it is cut.

        Raises:
            UnfitSound: it is empty, of other bands, or numbers are missing.
        """
        return prepared(mel, self.config)

    def chunks(self, mel: Mel) -> Chunks:
        """Return what of a track the network hears, shape (n_chunks, n_mels, chunk_frames).

        Raises:
            UnfitSound: the mel is empty, of other bands, or numbers are missing.
        """
        return crops(self.prepared(mel), self.config.chunk_frames, self.config.crop_count)

    def starts(self, mel: Mel) -> tuple[int, ...]:
        """Return the first frames of the chunks that it hears."""
        return crop_starts(mel.shape[1], self.config.chunk_frames, self.config.crop_count)

    def learn_scaling(self, mels: Iterable[Mel]) -> None:
        """Take each band's mean and spread from the tracks that are trained on."""
        total = np.zeros((2, self.config.mel.n_mels))
        n_frames = 0
        for mel in mels:
            bands = self.prepared(mel).astype(np.float64)
            total += np.stack([bands.sum(axis=1), np.square(bands).sum(axis=1)])
            n_frames += bands.shape[1]
        mean, square = total / max(1, n_frames)
        deviation = np.sqrt(np.maximum(0.0, square - mean**2))
        self.centre.copy_(torch.from_numpy(mean))
        self.spread.copy_(
            torch.from_numpy(np.where(deviation > LEAST_SPREAD, deviation, 1.0)),
        )

    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each prepared chunk, shape (n_chunks, embedding_width)."""
        embedding: Tensor = self.dense(self.pooled(chunks))
        return embedding

    def pooled(self, chunks: Tensor) -> Tensor:
        """Return what the blocks make of each prepared chunk, shape (n_chunks, 2 * width)."""
        return self.seen(chunks)[0]

    def seen(self, chunks: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the blocks make of each prepared chunk, and how strongly each answers.

        Returns:
            Shapes (n_chunks, 2 * width) and (n_chunks, strength_count).
        """
        scaled = (chunks - self.centre[:, None]) / self.spread[:, None]
        picture = scaled[:, None].contiguous(memory_format=torch.channels_last)
        strengths = []
        for block in self.blocks:
            picture = block(picture)
            strengths.append(picture.mean((2, 3)))
        pooled = torch.cat([strengths[-1], picture.amax((2, 3))], dim=1)
        return pooled, torch.cat(strengths, dim=1)

    def forward(self, chunks: Tensor) -> Tensor:
        """Return logits, shape (n_chunks, n_genres), of prepared chunks.

        Args:
            chunks: shape (n_chunks, n_mels, frames), in dB.
        """
        logits: Tensor = self.head(self.dropout(self.embed(chunks)))
        return logits

    def answer(self, mel: Mel) -> MelAnswer:
        """Return what the network says of one track.

        The chunks of a track make a batch of their own, so that nothing else that is heard at
        the same time changes a digit of the answer.

        Raises:
            UnfitSound: the mel is empty, of other bands, or numbers are missing.
        """
        chunks = torch.from_numpy(self.chunks(mel))
        with eval_mode(self) as device:
            embeddings = self.embed(chunks.to(device))
            segments = torch.log_softmax(self.head(embeddings), dim=1)
            track = track_log_probs(segments)
        return MelAnswer(
            log_probs=array(track),
            segment_log_probs=array(segments),
            segment_starts=self.starts(mel),
            embedding=array(embeddings.mean(dim=0)),
        )


def prepared(mel: Mel, config: CnnConfig) -> Mel32:
    """Return the mel of a whole track as such a network wants it before it is cut.

    Raises:
        UnfitSound: it is empty, of other bands, or numbers are missing.
    """
    checked = checked_mel(mel, config.mel.n_mels)
    if config.is_band_centred:
        checked = checked - checked.mean(axis=1, keepdims=True, dtype=np.float64)
    return checked.astype(np.float32, copy=False)


def checked_mel(mel: Mel, n_mels: int) -> Mel32:
    """Return `mel` in single precision, if it can be heard at all.

    Raises:
        UnfitSound: it is empty, of other bands, or numbers are missing.
    """
    if mel.ndim != 2 or mel.shape[0] != n_mels or mel.shape[1] == 0:
        raise UnfitSound(
            f"The classifier hears {n_mels} bands over time, this sound has the shape {mel.shape}; "
            "hear the track again."
        )
    if not np.isfinite(mel).all():
        raise UnfitSound("The mel spectrogram lacks numbers; hear the track again.")
    return mel.astype(np.float32, copy=False)
