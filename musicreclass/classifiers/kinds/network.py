"""Networks at work rather than at school: no dropout, no gradients, numpy arrays out."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn


@contextmanager
def eval_mode(network: nn.Module) -> Iterator[torch.device]:
    """Let `network` answer, and yield where it computes; afterwards it is as it was."""
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


def track_log_probs(segments: Tensor) -> Tensor:
    """Return the mean of the segments' log-probabilities, renormalised; shape (n_genres,)."""
    return torch.log_softmax(segments.mean(dim=0), dim=0)


def array(tensor: Tensor) -> npt.NDArray[np.float32]:
    """Return the numbers as numpy has them, on the processor."""
    return tensor.detach().to("cpu", torch.float32).numpy()
