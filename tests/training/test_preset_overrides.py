"""Plans as a person turns them."""

import pytest

from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.overrides import UnfitOverride
from musicreclass.training.presets import quick, standard
from tests.training.fit_material import network_of


def test_every_network_is_fitted_as_it_is_overridden():
    plan = standard(feature_set()).with_overrides({"epochs": 2, "cnn.mixup": 0.5})

    fitted = {member.name: member.training_config for member in plan.members}
    assert (fitted["mlp"].epochs, fitted["cnn"].epochs) == (2, 2)
    assert (fitted["mlp"].mixup, fitted["cnn"].mixup) == (0.3, 0.5)


def test_what_is_no_network_is_fitted_as_before():
    plan = standard(feature_set())

    with_overrides = plan.with_overrides({"epochs": 2})

    assert with_overrides.members[1] == plan.members[1]


def test_copies_are_turned_for_all_who_can_learn_from_them():
    plan = standard(feature_set(), Backbone(network_of("cnn")))

    with_overrides = plan.with_overrides({"copies": 1, "stretch": 0.2})

    assert [member.training_config.copies for member in with_overrides.members] == [1, 1]
    assert with_overrides.copies == {AudioAugmentation(stretch=0.2): 1}


def test_an_override_that_does_not_go_there_is_refused():
    with pytest.raises(UnfitOverride, match="epochs takes a whole number"):
        quick(feature_set()).with_overrides({"epochs": "many"})
