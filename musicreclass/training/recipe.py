"""How a network is taught: numbers to turn, with defaults that suit a few hundred tracks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Masks:
    """SpecAugment: bars of silence over frequency and time. Zero bars are none."""

    count: int = 2  # of each kind
    bands: int = 16  # at most so wide
    frames: int = 12


@dataclass(frozen=True, slots=True)
class Habits:
    """How far recordings are changed that a network shall not learn by their sound.

    Old recordings are dull, narrow, compressed and noisy, and of certain genres. What is learned
    of that is wrong about people's files.
    """

    share: float = 0.8  # of the tracks are changed each time they are heard
    tilt_db: float = 9.0  # from the lowest band to the highest, up or down
    ripple_db: float = 4.0
    lowest_cut: float = 0.45  # of the bands; all above a cut may vanish
    dynamics: float = 0.25  # decibels are stretched or squeezed by this share
    highest_floor_db: float = -45.0  # noise may cover all below
    semitones: float = 1.0
    stretch: float = 0.08


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to teach one network."""

    epochs: int = 60
    learning_rate: float = 1e-3
    weight_decay: float = 0.01
    batch_size: int = 32
    warm_up_share: float = 0.1  # of all steps
    mixup: float = 0.3  # the alpha of a Beta distribution; 0 is none
    label_smoothing: float = 0.1
    swa_share: float = 0.4  # of the epochs, at the end, whose weights are averaged; 0 is none
    patience: int = 15  # epochs without progress on the watched tracks, before it is given up
    crops: int = 1  # of each track in an epoch, for networks that hear chunks
    takes: int = 7  # changed by `habits`, of each track, for networks that hear summaries
    masks: Masks = Masks()
    habits: Habits | None = None

    def __post_init__(self) -> None:
        if min(self.epochs, self.batch_size, self.crops) < 1:
            raise ValueError(f"nothing is learned in no time: {self}")
        if not (0.0 <= self.swa_share < 1.0 and 0.0 <= self.warm_up_share < 1.0):
            raise ValueError(f"shares are from 0 to below 1: {self}")


# Tried on 442 tracks of GTZAN, measured on the 197 held out for that: the small network of mels is
# right on 65.5 % after 60 epochs without mixup; one twice as wide and two blocks deeper on 58.9 %
# after 40, and on 57.9 % with mixup.
MLP_RECIPE = Recipe(weight_decay=0.05)
CNN_RECIPE = Recipe(learning_rate=2e-3, mixup=0.0, crops=2, habits=Habits())
