"""What networks share whose answer for a track is the mean of those for its pieces."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from musicreclass.classifiers.kinds.network import Network, array
from musicreclass.classifiers.spec import NetworkAnswer


class MeanNetwork(Network):
    """Layers that embed a piece of a track, and a head; kinds add the layers."""

    head: nn.Linear
    dropout: nn.Dropout

    @abstractmethod
    def embed(self, chunks: Tensor) -> Tensor:
        """Return an embedding of each prepared piece, shape (n_chunks, embedding_width)."""

    def forward(self, chunks: Tensor) -> Tensor:
        """Return logits, shape (n_chunks, n_genres), of prepared pieces."""
        logits: Tensor = self.head(self.dropout(self.embed(chunks)))
        return logits

    def infer(self, *prepared: Tensor) -> tuple[Tensor, ...]:
        embeddings = self.embed(*prepared)
        return torch.log_softmax(self.head(embeddings), dim=1), embeddings

    def answer_of(self, outputs: Sequence[Tensor], starts: tuple[int, ...]) -> NetworkAnswer:
        """Return the renormalised mean of the answers for pieces."""
        segments, embeddings = outputs
        track = torch.log_softmax(segments.mean(dim=0), dim=0)
        return NetworkAnswer(array(track), array(embeddings.mean(dim=0)), array(segments), starts)
