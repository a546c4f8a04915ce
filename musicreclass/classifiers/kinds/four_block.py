"""The network of the predecessor's FMA checkpoints, kept so that their owners can go on using them.

Nothing new is trained in this shape: `cnn` hears more of a track and hears it better.
"""

from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.cnn import Mel, Mel32, checked_mel
from musicreclass.classifiers.kinds.network import array, channels_last, eval_mode, track_log_probs
from musicreclass.classifiers.spec import FourBlockConfig, MelAnswer

RANGE_DB = 80.0  # silence is at -80 dB, the loudest point at 0; the network sees 0 to 1


class FourBlockCnn(nn.Module):
    """Convolution and pooling, as many times as there are widths, on the first frames."""

    def __init__(self, config: FourBlockConfig, n_genres: int) -> None:
        super().__init__()
        self.config = config
        widths = (1, *config.widths)
        layers: list[nn.Module] = []
        for n_in, n_out in pairwise(widths):
            layers += [nn.Conv2d(n_in, n_out, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        self.features = nn.Sequential(*layers)
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(config.embedding_width, n_genres)
        channels_last(self)

    def prepared(self, mel: Mel) -> Mel32:
        """Return the first frames, shape (n_mels, frames), followed by silence where it is short.

        Raises:
            UnfitSound: the mel is empty, of other bands, or numbers are missing.
        """
        first = checked_mel(mel, self.config.mel.n_mels)[:, : self.config.frames]
        missing = self.config.frames - first.shape[1]
        return np.pad(first, ((0, 0), (0, missing)), constant_values=-RANGE_DB)

    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each prepared chunk, shape (n_chunks, embedding_width)."""
        scaled = ((chunks + RANGE_DB) / RANGE_DB)[:, None]
        deep: Tensor = self.features(scaled.contiguous(memory_format=torch.channels_last))
        return deep.mean((2, 3))

    def forward(self, chunks: Tensor) -> Tensor:
        """Return logits, shape (n_chunks, n_genres), of prepared chunks."""
        logits: Tensor = self.head(self.dropout(self.embed(chunks)))
        return logits

    def answer(self, mel: Mel) -> MelAnswer:
        """Return what the network says of one track, of which it hears one segment.

        Raises:
            UnfitSound: the mel is empty, of other bands, or numbers are missing.
        """
        chunks = torch.from_numpy(self.prepared(mel))[None]
        with eval_mode(self) as device:
            embeddings = self.embed(chunks.to(device))
            segments = torch.log_softmax(self.head(embeddings), dim=1)
            track = track_log_probs(segments)
        return MelAnswer(array(track), array(segments), (0,), array(embeddings[0]))
