"""Plans as a person turns them: the switches of teaching, applied to every classifier to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from musicreclass.classifiers.spec import CnnConfig
from musicreclass.training.config import Recipe
from musicreclass.training.fit.joint_fit import JointRecipe
from musicreclass.training.make import Plan, Student
from musicreclass.training.overrides import Value, turned


def turned_plan(plan: Plan, switches: Mapping[str, Value]) -> Plan:
    """Return the plan with all that is set; what is taught without epochs has copies to turn alone.

    Raises:
        UnfitSwitch: one of them is not there, or does not go there.
        UnfitRecipe: they do not go together.
    """
    return replace(plan, students=tuple(_turned(student, switches) for student in plan.students))


def _turned(student: Student, switches: Mapping[str, Value]) -> Student:
    kind = "cnn" if isinstance(student.config, CnnConfig) else "mlp"
    if isinstance(student.recipe, JointRecipe):
        return replace(student, recipe=_turned_copies(student.recipe, switches, kind))
    if not isinstance(student.recipe, Recipe):
        return student
    finish = None if student.finish is None else turned(student.finish, switches, kind)
    return replace(student, recipe=turned(student.recipe, switches, kind), finish=finish)


def _turned_copies(recipe: JointRecipe, switches: Mapping[str, Value], kind: str) -> JointRecipe:
    copied = turned(Recipe(copies=recipe.copies, playing=recipe.playing), switches, kind)
    return replace(recipe, copies=copied.copies, playing=copied.playing)
