"""What a bundle shall consist of: its members, and how each is fitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from musicreclass.classifiers.bundle import ClipSpec
from musicreclass.classifiers.kinds.fitter import FitWork
from musicreclass.classifiers.kinds.network import Config
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.training.config import AudioAugmentation, TrainingConfig
from musicreclass.training.data.labelled_tracks import wanted_copies
from musicreclass.training.distillation import Teacher
from musicreclass.training.fit.backbone import VARIANTS, Backbone
from musicreclass.training.overrides import Value, with_overrides


@dataclass(frozen=True, slots=True)
class Member:
    """A classifier to be: its shape, and how it is fitted."""

    name: str
    config: Config
    training_config: TrainingConfig
    finish: TrainingConfig | None = None  # fits all layers, once those above a backbone are fitted
    seed: int = 0  # added to that of the run: equal members of other seeds err elsewhere
    # What it starts from.
    backbone: Backbone | None = field(default=None, compare=False, repr=False)
    teacher: Teacher | None = None  # whose word it learns beside the genres

    def cost(self, n_tracks: int) -> int:
        """Return what fitting it once to so many tracks takes, in tenths of a usual second."""
        seconds = self.config.kind.fit_seconds(self.fit_work(n_tracks, 1)) / 2  # of two fits
        return max(1, round(10 * seconds))

    def with_overrides(self, overrides: Mapping[str, Value]) -> Member:
        """Return it with all that is set of what its kind heeds."""
        kind, own = self.config.kind, self.training_config
        if kind.heeds == "nothing":
            return self
        changed = with_overrides(own, overrides, kind.family)
        if kind.heeds == "copies":
            how = changed.audio_augmentation
            changed = replace(own, copies=changed.copies, audio_augmentation=how)
        finish = self.finish and with_overrides(self.finish, overrides, kind.family)
        return replace(self, training_config=changed, finish=finish)

    def fit_work(self, n_tracks: int, n_folds: int) -> FitWork:
        """Return how much there is to fit, without each fold and with all tracks."""

        def work(config: TrainingConfig, looks: int, finish: FitWork | None = None) -> FitWork:
            epochs = config.epochs_of(n_tracks)
            return FitWork(n_tracks, n_folds, config.copies, epochs, config.crops, looks, finish)

        finish = None if self.finish is None else work(self.finish, 0)
        return work(self.training_config, 0 if self.backbone is None else VARIANTS, finish)


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What a bundle shall consist of, and how it is measured."""

    members: tuple[Member, ...]
    n_folds: int = 5
    coverage: float = 0.9
    clip: ClipSpec = field(default_factory=ClipSpec)

    @property
    def has_mel_networks(self) -> bool:
        """Say whether there are networks that look at whole mels, and may start from a backbone."""
        return any(not member.config.kind.is_cheap for member in self.members)

    @property
    def needs(self) -> AnalysisSpec:
        """Return what must be measured of each track."""
        configs = [member.config for member in self.members]
        configs += [member.teacher.config for member in self.members if member.teacher]
        measured = [c.measured for c in configs if c.measured is not None]
        return AnalysisSpec(
            part=self.clip.part,
            seconds=self.clip.seconds,
            features=any(features.is_of_sound for features in measured),
            mels=tuple(dict.fromkeys(c.mel for c in configs if c.mel is not None)),
            encoder=next((f.encoder for f in measured if f.encoder is not None), None),
        )

    @property
    def copies(self) -> Mapping[AudioAugmentation, int]:
        """Return how many copies of each track must be measured, too, by how they are augmented."""
        stages = (s for member in self.members for s in (member.training_config, member.finish))
        return wanted_copies(stage for stage in stages if stage is not None)

    def fit_seconds(self, n_tracks: int) -> float:
        """Return for how long one core will about compute to fit all members."""
        return sum(
            member.config.kind.fit_seconds(member.fit_work(n_tracks, self.n_folds))
            for member in self.members
        )

    def with_overrides(self, overrides: Mapping[str, Value]) -> TrainingPlan:
        """Return the plan with all that is set, for every member that heeds it.

        Raises:
            UnfitOverride: one of them is not there, or does not go there.
            UnfitTrainingConfig: they do not go together.
        """
        members = tuple(member.with_overrides(overrides) for member in self.members)
        return replace(self, members=members)
