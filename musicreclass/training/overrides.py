"""What people may turn in how networks are taught: one table for command line and window."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from musicreclass.errors import UsageProblem
from musicreclass.training.config import ChannelAugmentation, TrainingConfig

Value = bool | int | float | str

YES = ("on", "yes", "true", "1")
NO = ("off", "no", "false", "0")


class UnfitOverride(UsageProblem):
    """A switch is not there, or cannot be turned that far."""


@dataclass(frozen=True, slots=True)
class Override:
    """One thing to turn: a field of a recipe, or of a part of it."""

    name: str
    group: str  # what it is about, for lists
    help: str  # a sentence
    field: str  # "mixup", or "masks.count" of a part
    lowest: float = 0.0
    highest: float = 1.0
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("mlp", "cnn")  # of networks that it makes a difference to

    @property
    def kind(self) -> type[Value]:
        """Return what it takes: bool, int, float or str."""
        return type(self.value(TrainingConfig()))

    def value(self, training_config: TrainingConfig) -> Value:
        """Return how `training_config` has it."""
        if self.field == "channel_augmentation":
            return training_config.channel_augmentation is not None
        found: Any = training_config
        for name in self.field.split("."):
            found = getattr(found, name)
        value: Value = found
        return value

    def with_overrides(self, training_config: TrainingConfig, to: Value) -> TrainingConfig:
        """Return `training_config` with this switch turned; texts are taken for what they say.

        Raises:
            UnfitSwitch: it does not go there.
            UnfitRecipe: it does, but not together with the rest.
        """
        value = self._fitted(to)
        if self.field == "channel_augmentation":
            return replace(
                training_config,
                channel_augmentation=(training_config.channel_augmentation or ChannelAugmentation())
                if value
                else None,
            )
        part, _, name = self.field.rpartition(".")
        if not part:
            return replace(training_config, **{name: value})  # type: ignore[arg-type]
        return replace(
            training_config, **{part: replace(getattr(training_config, part), **{name: value})}
        )

    def takes(self) -> str:
        """Say what it takes, for people."""
        if self.kind is bool:
            return "on or off"
        if self.kind is str:
            return " or ".join(self.choices)
        number = "a whole number" if self.kind is int else "a number"
        return f"{number} from {self.lowest:g} to {self.highest:g}"

    def _fitted(self, to: Value) -> Value:
        try:
            return self._read(str(to).strip().lower())
        except ValueError:
            raise UnfitOverride(f"{self.name} takes {self.takes()}, not {to}.") from None

    def _read(self, text: str) -> Value:
        if self.kind is bool:
            if text not in YES + NO:
                raise ValueError
            return text in YES
        if self.kind is str:
            return self.choices[self.choices.index(text)]
        number = int(text) if self.kind is int else float(text)
        if not (math.isfinite(number) and self.lowest <= number <= self.highest):
            raise ValueError
        return number


LENGTH, RATE, CHANGES, RARE, MACHINE = (
    "How long",
    "Learning rate",
    "How music is changed while it is heard",
    "Rare genres",
    "The machine",
)
CNN_ONLY = ("cnn",)

OVERRIDES: tuple[Override, ...] = (
    Override("epochs", LENGTH, "How often all tracks are heard at most.", "epochs", 1, 1000),
    Override(
        "tracks-heard",
        LENGTH,
        "After so many tracks, counted in all epochs together, teaching ends.",
        "hears_at_most",
        1,
        10**9,
    ),
    Override(
        "patience",
        LENGTH,
        "After so many epochs without progress on tracks held out, teaching ends.",
        "patience",
        1,
        1000,
    ),
    Override(
        "average",
        LENGTH,
        "Over this last share of the epochs the weights are averaged (SWA).",
        "swa_share",
        0,
        0.95,
    ),
    Override("rate", RATE, "How far a step goes.", "learning_rate", 1e-6, 1),
    Override("find-rate", RATE, "A trial before the first epoch finds the rate.", "finds_rate"),
    Override(
        "trunk-rate",
        RATE,
        "The share of the rate for all layers but the last, where they know music already.",
        "trunk_rate",
    ),
    Override(
        "schedule",
        RATE,
        "The rate falls along a cosine, or by half on each plateau of the loss.",
        "schedule",
        choices=("cosine", "plateau"),
    ),
    Override("warm-up", RATE, "Over this share of the steps it rises.", "warm_up_share", 0, 0.9),
    Override("weight-decay", RATE, "How much weights shrink.", "weight_decay", 0, 1),
    Override("mixup", CHANGES, "Tracks are mixed in pairs; 0 is never.", "mixup", 0, 10),
    Override(
        "label-smoothing",
        CHANGES,
        "This share of each answer is spread over all genres.",
        "label_smoothing",
        0,
        0.9,
    ),
    Override(
        "masks",
        CHANGES,
        "So many bars across bands, and across time, are hidden (SpecAugment).",
        "masks.count",
        0,
        10,
        kinds=CNN_ONLY,
    ),
    Override(
        "mask-bands", CHANGES, "They hide so many bands.", "masks.bands", 0, 128, kinds=CNN_ONLY
    ),
    Override(
        "mask-frames", CHANGES, "They hide so many frames.", "masks.frames", 0, 128, kinds=CNN_ONLY
    ),
    Override(
        "gain", CHANGES, "So many decibels louder or softer.", "gain_db", 0, 24, kinds=CNN_ONLY
    ),
    Override(
        "habits",
        CHANGES,
        "Sound is changed as old machines, other pressings and codecs would have.",
        "channel_augmentation",
        kinds=CNN_ONLY,
    ),
    Override(
        "crops",
        CHANGES,
        "So many chunks of each track in an epoch.",
        "crops",
        1,
        32,
        kinds=CNN_ONLY,
    ),
    Override(
        "copies",
        CHANGES,
        "So many copies of each track, played otherwise, are measured beforehand.",
        "copies",
        0,
        10,
    ),
    Override(
        "stretch",
        CHANGES,
        "Copies are faster or slower by this share.",
        "audio_augmentation.stretch",
        0,
        0.4,
    ),
    Override(
        "semitones",
        CHANGES,
        "Copies are higher or lower by so many.",
        "audio_augmentation.semitones",
        0,
        12,
    ),
    Override(
        "noise",
        CHANGES,
        "Copies have noise of this share of their level.",
        "audio_augmentation.noise",
    ),
    Override("balanced-sampler", RARE, "All genres are heard equally often.", "balanced_sampler"),
    Override(
        "logit-adjustment",
        RARE,
        "Answers are weighed against how rare each genre is; 1 is in full.",
        "logit_adjustment",
        0,
        2,
    ),
    Override(
        "batch-size",
        MACHINE,
        "So many tracks are learned from together; 0 is by how many there are.",
        "batch_size",
        0,
        65536,
    ),
    Override(
        "mixed-precision",
        MACHINE,
        "Half the digits where they do, on graphics processors with CUDA.",
        "mixed_precision",
    ),
)


def override(name: str) -> Override:
    """Return the switch of this name.

    Raises:
        UnfitSwitch: there is none.
    """
    for found in OVERRIDES:
        if found.name == name:
            return found
    names = ", ".join(known.name for known in OVERRIDES)
    raise UnfitOverride(f"{name} is no switch; there are: {names}.")


def with_overrides(
    training_config: TrainingConfig, settings: Mapping[str, Value], kind: str
) -> TrainingConfig:
    """Return the recipe of a network of this kind, "mlp" or "cnn", with all that is set.

    A name like `cnn.mixup` is meant for networks of one kind. Order does not matter.

    Raises:
        UnfitSwitch: one of them is not there, or does not go there.
        UnfitRecipe: they do not go together.
    """
    for name in sorted(settings, key=lambda name: "." in name):
        only, _, plain = name.rpartition(".")
        if only not in ("", "mlp", "cnn"):
            raise UnfitOverride(f"{only} is no kind of network; there are mlp and cnn.")
        turning = override(plain)
        if only in ("", kind):
            training_config = turning.with_overrides(training_config, settings[name])
    return training_config
