"""Plans as a person turns them."""

import pytest

from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.training.config import Playing
from musicreclass.training.fit.backbone import Trunk
from musicreclass.training.overrides import UnfitSwitch
from musicreclass.training.preset_overrides import turned_plan
from musicreclass.training.presets import quick, standard
from tests.training.lessons_material import network_of


def test_every_network_is_taught_as_it_is_turned():
    plan = turned_plan(standard(feature_set()), {"epochs": 2, "cnn.mixup": 0.5})

    taught = {student.name: student.recipe for student in plan.students}
    assert (taught["mlp"].epochs, taught["cnn"].epochs) == (2, 2)
    assert (taught["mlp"].mixup, taught["cnn"].mixup) == (0.3, 0.5)


def test_what_is_no_network_is_taught_as_before():
    plan = standard(feature_set())

    turned = turned_plan(plan, {"epochs": 2})

    assert turned.students[1] == plan.students[1]


def test_copies_are_turned_for_all_who_can_learn_from_them():
    plan = standard(feature_set(), Trunk(network_of("cnn")))

    turned = turned_plan(plan, {"copies": 1, "stretch": 0.2})

    assert [student.recipe.copies for student in turned.students] == [1, 1]
    assert turned.copies == {Playing(stretch=0.2): 1}


def test_a_switch_that_does_not_go_there_is_refused():
    with pytest.raises(UnfitSwitch, match="epochs takes a whole number"):
        turned_plan(quick(feature_set()), {"epochs": "many"})
