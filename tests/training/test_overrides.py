from typing import Any

import pytest

from musicreclass.training.config import (
    CNN_TRAINING,
    MLP_TRAINING,
    ChannelAugmentation,
    TrainingConfig,
    UnfitTrainingConfig,
)
from musicreclass.training.overrides import OVERRIDES, UnfitOverride, override, with_overrides

EVERY: dict[str, Any] = {
    "argnames": "known",
    "argvalues": OVERRIDES,
    "ids": lambda known: known.name,
}


@pytest.mark.parametrize(**EVERY)
def test_every_override_can_be_left_as_it_is(known):
    assert known.with_overrides(CNN_TRAINING, known.value(CNN_TRAINING)) == CNN_TRAINING
    assert known.with_overrides(MLP_TRAINING, str(known.value(MLP_TRAINING))) == MLP_TRAINING


@pytest.mark.parametrize(**EVERY)
def test_every_override_says_what_it_is_and_what_it_takes(known):
    assert str(known.help).endswith(".")
    assert str(known.accepts())
    assert known.kind in (bool, int, float, str)


def test_no_two_overrides_have_one_name():
    assert len({known.name for known in OVERRIDES}) == len(OVERRIDES)


def test_overrides_change_parts_of_a_configuration():
    training_config = with_overrides(
        TrainingConfig(), {"masks": "3", "semitones": 1.5, "habits": "on"}, "cnn"
    )

    assert (
        training_config.masks.count,
        training_config.audio_augmentation.semitones,
        training_config.channel_augmentation,
    ) == (3, 1.5, ChannelAugmentation())


def test_channel_augmentation_goes_off():
    assert with_overrides(CNN_TRAINING, {"habits": "off"}, "cnn").channel_augmentation is None


def test_an_override_can_be_meant_for_one_kind_of_network():
    settings = {"cnn.mixup": "0.2", "mixup": "0.1"}

    assert with_overrides(TrainingConfig(), settings, "cnn").mixup == 0.2
    assert with_overrides(TrainingConfig(), settings, "mlp").mixup == 0.1


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("mixap", "1", "mixap is no switch; there are: epochs, "),
        ("rnn.mixup", "1", "rnn is no kind of network"),
        ("mixup", "loud", "mixup takes a number from 0 to 10, not loud"),
        ("mixup", "nan", "mixup takes a number"),
        ("epochs", "1.5", "epochs takes a whole number from 1 to 1000, not 1.5"),
        ("epochs", "0", "epochs takes a whole number"),
        ("schedule", "up", "schedule takes cosine or plateau, not up"),
        ("find-rate", "perhaps", "find-rate takes on or off, not perhaps"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(name, value, sentence):
    with pytest.raises(UnfitOverride, match=sentence):
        with_overrides(TrainingConfig(), {name: value}, "mlp")


def test_two_cures_for_rare_genres_at_once_are_refused():
    both = {"balanced-sampler": "on", "logit-adjustment": "1"}

    with pytest.raises(UnfitTrainingConfig, match="switch one of them off"):
        with_overrides(TrainingConfig(), both, "mlp")


def test_an_override_is_found_by_its_name():
    assert override("mask-bands").field == "masks.bands"
