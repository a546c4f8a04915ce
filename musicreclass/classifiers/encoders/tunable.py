"""What fine-tuning needs of an encoder: its network, the names of its blocks, and its front end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from torch import Tensor, nn

from musicreclass.errors import UsageProblem
from musicreclass.sentences.reason import because

Waves = npt.NDArray[np.float32]  # shape (n_waves, samples)


@dataclass(frozen=True, slots=True, eq=False)
class Tunable:
    """A network whose last blocks may be fitted further. It is called with some weights replaced.

    It stays in the mode in which it answers, so that norms of batches and dropout rest.
    """

    module: nn.Module
    inputs: Callable[[Waves], Mapping[str, Tensor]]  # the front end, on the processor
    pooled: Callable[[Any], Tensor]  # of what the network gives, shape (n_waves, width)
    width: int
    blocks: tuple[tuple[str, ...], ...]  # names of weights, the last block last
    behind: tuple[str, ...] = ()  # names of the norms that come behind the last block

    def last(self, count: int) -> tuple[str, ...]:
        """Return the names of the weights of the last blocks, and of what comes behind them.

        Raises:
            UsageProblem: there are not so many.
        """
        if not 1 <= count <= len(self.blocks):
            raise UsageProblem(because("ears.no_such_blocks", count=count, most=len(self.blocks)))
        return (*(name for block in self.blocks[-count:] for name in block), *self.behind)

    def weights(self, names: Sequence[str]) -> list[Tensor]:
        """Return weights by their names."""
        known = dict(self.module.named_parameters())
        return [known[name] for name in names]


def blocks_by_name(module: nn.Module, pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of weights block by block, in the order of the numbers in their names."""
    found: dict[tuple[int, ...], list[str]] = {}
    for name, _ in module.named_parameters():
        if matched := re.match(pattern, name):
            found.setdefault(tuple(map(int, matched.groups())), []).append(name)
    return tuple(tuple(found[number]) for number in sorted(found))


def names_below(module: nn.Module, first: str) -> tuple[str, ...]:
    """Return the names of the weights that begin so."""
    return tuple(name for name, _ in module.named_parameters() if name.startswith(first))
