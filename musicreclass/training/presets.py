"""What the presets stand for: plans for people who do not want to make their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.classifiers.spec import (
    CnnConfig,
    FeatureSet,
    JointConfig,
    LikenessConfig,
    MlpConfig,
)
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.training.config import CNN_RECIPE, MLP_RECIPE, Habits
from musicreclass.training.fit.backbone import Trunk
from musicreclass.training.fit.joint_fit import JointRecipe
from musicreclass.training.fit.rbf_fit import LikenessRecipe
from musicreclass.training.make import Plan, Student
from musicreclass.training.preset_overrides import turned_plan

MOST_ANCHORS = 500
SEEDS_OF_THOROUGH = (0, 1, 2)
# Of 280 tracks, dealt into folds in nine ways, the joint network is right on 72.4 % without copies,
# on 73.2 % with one of each track, and on 74.2 % with two, with a log-loss of 0.655, 0.648 and
# 0.629; the features' network, in three ways, on 66.5, 67.5 and 67.1 %.
COPIES_OF_THOROUGH = 2

LAST_LAYERS_RECIPE = replace(MLP_RECIPE, epochs=40, learning_rate=2e-3, habits=Habits())
# An epoch of 187 tracks took 2.8 s at best on two cores that others used, too, and there are four
# lessons: with 60 epochs each, 280 tracks would take longer than a coffee.
FROM_NOTHING_RECIPE = replace(CNN_RECIPE, epochs=30)
LONGER_MLP_RECIPE = replace(MLP_RECIPE, epochs=120)
FINISHING_RECIPE = replace(CNN_RECIPE, epochs=12, learning_rate=5e-4, trunk_rate=0.5)


def quick(features: FeatureSet, trunk: Trunk | None = None) -> Plan:
    """Return a plan for minutes: the features of the whole sound alone."""
    config = MlpConfig(features=features, used=features.columns, dropout=0.5, clip=3.0)
    return Plan((Student("mlp", config, MLP_RECIPE),))


def standard(features: FeatureSet, trunk: Trunk | None = None) -> Plan:
    """Return a plan for a coffee: features and spectrograms, weighed against each other.

    With a trunk the joint network does it nearly alone. In six ways to deal 280 tracks into folds,
    others than those that the README tells of, no classifier that was added made it right more
    often; that of features stays, for it answers without a spectrogram where it is sure.

    Args:
        trunk: what the network of spectrograms starts from; None starts from nothing.
    """
    if trunk is not None:
        plan = quick(features)
        return replace(plan, students=(*plan.students, _joint(features, trunk)))
    return replace(
        quick(features),
        students=(*quick(features).students, *_likenesses(features), _cnn(None)),
        n_folds=3,  # from nothing, a lesson takes minutes
    )


def thorough(features: FeatureSet, trunk: Trunk | None = None) -> Plan:
    """Return a plan for a night: more epochs, copies of tracks, and networks of several seeds."""
    (mlp,) = quick(features).students
    cnn = _cnn(trunk)
    if trunk is None:
        cnn = replace(cnn, recipe=CNN_RECIPE)
    else:
        cnn = replace(cnn, finish=FINISHING_RECIPE)
    plan = replace(
        quick(features),
        students=(
            *(
                replace(mlp, name=f"mlp {seed + 1}", recipe=LONGER_MLP_RECIPE, seed=seed)
                for seed in SEEDS_OF_THOROUGH
            ),
            *_likenesses(features),
            *(replace(cnn, name=f"cnn {seed + 1}", seed=seed) for seed in SEEDS_OF_THOROUGH),
            *(() if trunk is None else (_joint(features, trunk),)),
        ),
    )
    return turned_plan(plan, {"copies": COPIES_OF_THOROUGH})


def _likenesses(features: FeatureSet) -> tuple[Student, Student]:
    """Return students that compare: the features of the sound, and the summary of its picture."""
    summary = feature_set()
    return (
        Student(
            "likeness",
            LikenessConfig(features, features.columns, MOST_ANCHORS),
            LikenessRecipe(),
        ),
        Student(
            "likeness of mels",
            LikenessConfig(summary, summary.columns, MOST_ANCHORS, mel=GTZAN_MEL),
            LikenessRecipe(),
        ),
    )


def _joint(features: FeatureSet, trunk: Trunk) -> Student:
    config = JointConfig(features, features.columns, trunk.network.config)
    return Student("joint", config, JointRecipe(), trunk=trunk)


def _cnn(trunk: Trunk | None) -> Student:
    if trunk is not None:
        return Student("cnn", trunk.network.config, LAST_LAYERS_RECIPE, trunk=trunk)
    config = CnnConfig.of_size("small", GTZAN_MEL, is_band_centred=True)
    return Student("cnn", config, FROM_NOTHING_RECIPE)


PLANS: Mapping[str, Callable[[FeatureSet, Trunk | None], Plan]] = {
    "quick": quick,
    "standard": standard,
    "thorough": thorough,
}
