"""Overrides: the hyperparameters that people may set, in one table for command line and window."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from musicreclass.errors import UsageProblem
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.config import ChannelAugmentation, TrainingConfig, WaveAugmentation

Value = bool | int | float | str

YES = ("on", "yes", "true", "1")
NO = ("off", "no", "false", "0")
FAMILIES = ("mlp", "cnn", "wave")  # of networks, for which a hyperparameter may be set by itself
WHOLE_PARTS: Mapping[str, Any] = {  # that are there or not, and how where they are
    "channel_augmentation": ChannelAugmentation(),
    "wave_augmentation": WaveAugmentation(),
}


class UnfitOverride(UsageProblem):
    """A hyperparameter is not there, or cannot be set to that."""


@dataclass(frozen=True, slots=True)
class Override:
    """One hyperparameter that can be set: a field of a training config, or of a part of it."""

    name: str
    group: str  # what it is about, for lists
    code: str  # of the sentence that says what it does
    field: str  # "mixup", or "masks.count" of a part
    lowest: float = 0.0
    highest: float = 1.0
    choices: tuple[str, ...] = ()

    @property
    def help(self) -> Reason:
        """Return the sentence that says what it does."""
        return because(self.code)

    @property
    def kind(self) -> type[Value]:
        """Return what it takes: bool, int, float or str."""
        return type(self.value(TrainingConfig()))

    def value(self, config: TrainingConfig) -> Value:
        """Return how `config` has it."""
        if self.field in WHOLE_PARTS:
            return getattr(config, self.field) is not None
        found: Any = config
        for name in self.field.split("."):
            found = getattr(found, name)
        value: Value = found
        return value

    def with_overrides(self, config: TrainingConfig, to: Value) -> TrainingConfig:
        """Return `config` with this set; texts are taken for what they say.

        Raises:
            UnfitOverride: it cannot be set to that.
            UnfitTrainingConfig: it can, but not together with the rest.
        """
        value = self._fitted(to)
        if self.field in WHOLE_PARTS:
            how = getattr(config, self.field) or WHOLE_PARTS[self.field]
            return replace(config, **{self.field: how if value else None})  # type: ignore[arg-type]
        part, _, name = self.field.rpartition(".")
        if not part:
            return replace(config, **{name: value})  # type: ignore[arg-type]
        return replace(config, **{part: replace(getattr(config, part), **{name: value})})

    def accepts(self) -> Reason:
        """Say what it takes, for people."""
        if self.kind is bool:
            return because("training.takes_on_or_off")
        if self.kind is str:
            first, second = self.choices
            return because("training.takes_either", first=first, second=second)
        return because(
            "training.takes_whole_number" if self.kind is int else "training.takes_number",
            lowest=self.lowest,
            highest=self.highest,
        )

    def _fitted(self, to: Value) -> Value:
        try:
            return self._read(str(to).strip().lower())
        except ValueError:
            accepts = self.accepts()
            raise UnfitOverride(
                because("training.override_takes", name=self.name, accepts=accepts, given=str(to))
            ) from None

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


LENGTH, RATE, CHANGES = "How long", "Learning rate", "How music is changed while it is heard"
RARE, MACHINE = "Rare genres", "The machine"

OVERRIDES: tuple[Override, ...] = (
    Override("epochs", LENGTH, "training.set_epochs", "epochs", 1, 1000),
    Override("tracks-heard", LENGTH, "training.set_tracks_heard", "max_visits", 1, 10**9),
    Override("patience", LENGTH, "training.set_patience", "patience", 1, 1000),
    Override("average", LENGTH, "training.set_average", "swa_share", 0, 0.95),
    Override("rate", RATE, "training.set_rate", "learning_rate", 1e-6, 1),
    Override("find-rate", RATE, "training.set_find_rate", "finds_rate"),
    Override("trunk-rate", RATE, "training.set_trunk_rate", "backbone_rate"),
    Override("schedule", RATE, "training.set_schedule", "schedule", choices=("cosine", "plateau")),
    Override("warm-up", RATE, "training.set_warm_up", "warm_up_share", 0, 0.9),
    Override("weight-decay", RATE, "training.set_weight_decay", "weight_decay"),
    Override("mixup", CHANGES, "training.set_mixup", "mixup", 0, 10),
    Override("label-smoothing", CHANGES, "training.set_label_smoothing", "label_smoothing", 0, 0.9),
    Override("masks", CHANGES, "training.set_masks", "masks.count", 0, 10),
    Override("mask-bands", CHANGES, "training.set_mask_bands", "masks.bands", 0, 128),
    Override("mask-frames", CHANGES, "training.set_mask_frames", "masks.frames", 0, 128),
    Override("gain", CHANGES, "training.set_gain", "gain_db", 0, 24),
    Override("habits", CHANGES, "training.set_habits", "channel_augmentation"),
    Override("sound-changes", CHANGES, "ears.set_sound_changes", "wave_augmentation"),
    Override("crops", CHANGES, "training.set_crops", "crops", 1, 32),
    Override("copies", CHANGES, "training.set_copies", "copies", 0, 10),
    Override("stretch", CHANGES, "training.set_stretch", "audio_augmentation.stretch", 0, 0.4),
    Override("semitones", CHANGES, "training.set_semitones", "audio_augmentation.semitones", 0, 12),
    Override("noise", CHANGES, "training.set_noise", "audio_augmentation.noise"),
    Override("balanced-sampler", RARE, "training.set_balanced_sampler", "balanced_sampler"),
    Override("logit-adjustment", RARE, "training.set_logit_adjustment", "logit_adjustment", 0, 2),
    Override("batch-size", MACHINE, "training.set_batch_size", "batch_size", 0, 65536),
    Override("mixed-precision", MACHINE, "training.set_mixed_precision", "mixed_precision"),
)


def override(name: str) -> Override:
    """Return the override of this name.

    Raises:
        UnfitOverride: there is none.
    """
    for found in OVERRIDES:
        if found.name == name:
            return found
    names = tuple(known.name for known in OVERRIDES)
    raise UnfitOverride(because("training.no_override", name=name, names=names))


def with_overrides(
    config: TrainingConfig, overrides: Mapping[str, Value], family: str
) -> TrainingConfig:
    """Return the config of a network of one of the `FAMILIES`, with all that is set for it.

    A name like `cnn.mixup` is meant for networks of one family. Order does not matter.

    Raises:
        UnfitOverride: one of them is not there, or cannot be set to that.
        UnfitTrainingConfig: they do not go together.
    """
    for name in sorted(overrides, key=lambda name: "." in name):
        only, _, plain = name.rpartition(".")
        if only not in ("", *FAMILIES):
            raise UnfitOverride(because("training.no_family", name=only))
        known = override(plain)
        if only in ("", family):
            config = known.with_overrides(config, overrides[name])
    return config
