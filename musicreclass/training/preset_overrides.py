"""Plans as a person turns them: the switches of teaching, applied to every classifier to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from musicreclass.classifiers.spec import CnnConfig
from musicreclass.training.config import TrainingConfig
from musicreclass.training.fit.joint_fit import JointTrainingConfig
from musicreclass.training.make import Member, TrainingPlan
from musicreclass.training.overrides import Value, with_overrides


def plan_with_overrides(plan: TrainingPlan, overrides: Mapping[str, Value]) -> TrainingPlan:
    """Return the plan with all that is set; what is taught without epochs has copies to turn alone.

    Raises:
        UnfitSwitch: one of them is not there, or does not go there.
        UnfitRecipe: they do not go together.
    """
    return replace(plan, members=tuple(_turned(member, overrides) for member in plan.members))


def _turned(member: Member, overrides: Mapping[str, Value]) -> Member:
    kind = "cnn" if isinstance(member.config, CnnConfig) else "mlp"
    if isinstance(member.training_config, JointTrainingConfig):
        return replace(
            member, training_config=_turned_copies(member.training_config, overrides, kind)
        )
    if not isinstance(member.training_config, TrainingConfig):
        return member
    finish = None if member.finish is None else with_overrides(member.finish, overrides, kind)
    return replace(
        member,
        training_config=with_overrides(member.training_config, overrides, kind),
        finish=finish,
    )


def _turned_copies(
    training_config: JointTrainingConfig, overrides: Mapping[str, Value], kind: str
) -> JointTrainingConfig:
    copied = with_overrides(
        TrainingConfig(
            copies=training_config.copies, audio_augmentation=training_config.audio_augmentation
        ),
        overrides,
        kind,
    )
    return replace(
        training_config, copies=copied.copies, audio_augmentation=copied.audio_augmentation
    )
