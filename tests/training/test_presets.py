import pytest

from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.mel_summary import feature_set
from musicreclass.core.analysis import EncoderSpec
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.presets import COPIES_OF_THOROUGH, PLANS, quick, standard, thorough
from tests.training.fit_material import network_of

BACKBONE = Backbone(network_of("cnn"))


def names(plan):
    return [member.name for member in plan.members]


@pytest.mark.parametrize("preset", PLANS)
@pytest.mark.parametrize("backbone", [None, BACKBONE])
def test_no_two_classifiers_of_a_plan_have_one_name(preset, backbone):
    plan = PLANS[preset](feature_set(), backbone)

    assert len(set(names(plan))) == len(plan.members)


def test_quick_analyzes_nothing_but_features():
    plan = quick(feature_set(), BACKBONE)

    assert names(plan) == ["mlp"]
    assert not plan.has_mel_networks
    assert plan.needs.mels == ()


def test_with_an_encoder_its_columns_are_looked_at_by_themselves_too():
    spec = EncoderSpec("0123456789ab", 4)
    known = feature_set().and_encoder(spec, ("encoder.msd.tag.rock", "encoder.msd.tag.pop"))
    plans = [plan(known, BACKBONE) for plan in PLANS.values()]

    assert [names(plan)[0] for plan in plans] == ["encoder"] * 3
    linear, mlp = (member.config for member in plans[0].members)
    assert isinstance(linear, LinearConfig)
    assert isinstance(mlp, MlpConfig)
    assert (linear.used, mlp.used) == (known.columns[-2:], known.columns)
    assert plans[0].needs.encoder == spec


def test_with_a_backbone_features_and_mels_are_looked_at_together():
    plan = standard(feature_set(), BACKBONE)

    assert names(plan) == ["mlp", "joint"]
    assert plan.members[-1].backbone is BACKBONE
    assert (plan.needs.features, plan.needs.mels) == (True, (BACKBONE.network.config.mel,))


def test_without_a_backbone_there_is_nothing_to_look_at_together():
    assert names(standard(feature_set())) == ["mlp", "likeness", "likeness of mels", "cnn"]
    assert "joint" not in names(thorough(feature_set()))


def test_thorough_has_the_joint_one_and_networks_of_several_seeds():
    plan = thorough(feature_set(), BACKBONE)

    assert plan.members[-1].name == "joint"
    assert [member.seed for member in plan.members if "cnn" in member.name] == [0, 1, 2]
    assert plan.n_folds == 5


@pytest.mark.parametrize("backbone", [None, BACKBONE])
def test_thorough_alone_learns_from_copies(backbone):
    assert {n: sum(p(feature_set(), backbone).copies.values()) for n, p in PLANS.items()} == {
        "quick": 0,
        "standard": 0,
        "thorough": COPIES_OF_THOROUGH,
    }


def test_networks_of_all_kinds_learn_from_copies():
    members = thorough(feature_set(), BACKBONE).members

    without = {s.name for s in members if not getattr(s.training_config, "copies", 0)}

    assert without == {"likeness", "likeness of mels"}
    assert all(s.finish.copies for s in members if s.finish is not None)
