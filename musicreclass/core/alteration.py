"""Alterations of a sound that studies try out: less of it, noise, narrower bands, another speed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class AlterationKind(Enum):
    """What is done to a sound; the value is what caches and JSON know it by."""

    SECONDS = "seconds"  # only so many from the middle
    NOISE = "noise"  # white noise, so many decibels below the sound
    LOW_PASS = "low pass"  # nothing above so many hertz
    HIGH_PASS = "high pass"  # nothing below so many hertz
    SPEED = "speed"  # so many times as fast, and as much higher, as a tape played too fast


@dataclass(frozen=True, slots=True)
class Alteration:
    """One way to change a sound before it is measured."""

    kind: AlterationKind
    amount: float

    def __post_init__(self) -> None:
        if self.amount <= 0.0 and self.kind is not AlterationKind.NOISE:
            raise ValueError(f"amounts are above zero: {self}")

    def key(self) -> str:
        """Return what it is known by in the keys of what is kept on disk."""
        return f"{self.kind.value} {self.amount:g}"


def _each(kind: AlterationKind, *amounts: float) -> tuple[Alteration, ...]:
    return tuple(Alteration(kind, amount) for amount in amounts)


WHOLE = Alteration(AlterationKind.SECONDS, 30.0)  # as much as is analyzed anyway
USUAL = (
    *_each(AlterationKind.SECONDS, 0.5, 1.0, 3.0, 10.0),
    WHOLE,
    *_each(AlterationKind.NOISE, 20.0, 10.0),
    *_each(AlterationKind.LOW_PASS, 4_000.0),
    *_each(AlterationKind.HIGH_PASS, 200.0),
    *_each(AlterationKind.SPEED, 0.9, 1.1),
)
