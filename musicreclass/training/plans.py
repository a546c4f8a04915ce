"""What the presets stand for: plans for people who do not want to make their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from musicreclass.classifiers.spec import CnnConfig, FeatureSet, MlpConfig
from musicreclass.core.mel_spec import GTZAN_MEL
from musicreclass.training.make import Plan, Student
from musicreclass.training.recipe import CNN_RECIPE, MLP_RECIPE


def quick(features: FeatureSet) -> Plan:
    """Return a plan for minutes: the features of the whole sound alone."""
    config = MlpConfig(features=features, used=features.columns, dropout=0.5, clip=3.0)
    return Plan((Student("mlp", config, MLP_RECIPE),))


def standard(features: FeatureSet) -> Plan:
    """Return a plan for a coffee: features and spectrograms, weighed against each other."""
    cnn = CnnConfig.of_size("small", GTZAN_MEL, is_band_centred=True)
    return replace(
        quick(features),
        students=(*quick(features).students, Student("cnn", cnn, CNN_RECIPE)),
        n_folds=3,
    )


PLANS: Mapping[str, Callable[[FeatureSet], Plan]] = {"quick": quick, "standard": standard}
