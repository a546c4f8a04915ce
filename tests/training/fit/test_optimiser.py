import numpy as np
import pytest
import torch

from musicreclass.training.config import TrainingConfig
from musicreclass.training.fit.optimiser import LAST_RATE, optimiser_of, schedule_of

BATCHES = 10


def rates(training_config, losses):
    """Return the rate at the end of each epoch, and that of the first batch."""
    weights = torch.nn.Linear(1, 1)
    optimiser = optimiser_of(weights, training_config, training_config.learning_rate)
    schedule = schedule_of(training_config, optimiser, BATCHES)
    first, found = optimiser.param_groups[-1]["lr"], []
    for loss in losses:
        for _ in range(BATCHES):
            optimiser.step()
            schedule.after_batch()
        schedule.after_epoch(loss)
        found.append(optimiser.param_groups[-1]["lr"])
    return np.array(found), first


def test_a_cosine_rises_first_and_then_falls_to_nearly_nothing():
    training_config = TrainingConfig(epochs=10, learning_rate=1.0, warm_up_share=0.2)

    found, first = rates(training_config, [1.0] * 10)

    assert first == pytest.approx(1 / 20)
    assert found.argmax() == 1
    assert (np.diff(found[1:]) < 0.0).all()
    assert found[-1] == pytest.approx(LAST_RATE)


def test_on_a_plateau_the_rate_is_halved():
    training_config = TrainingConfig(
        epochs=20, learning_rate=1.0, warm_up_share=0.1, schedule="plateau", patience=6
    )

    found, first = rates(training_config, [3.0, 2.0, 1.0, *[1.0] * 8])

    assert first == pytest.approx(1 / 20)
    assert found[2] == pytest.approx(1.0)
    assert found[-1] == pytest.approx(0.25)


def test_while_the_loss_falls_the_rate_stays():
    training_config = TrainingConfig(
        epochs=20, learning_rate=1.0, warm_up_share=0.0, schedule="plateau"
    )

    found, _ = rates(training_config, np.linspace(2.0, 1.0, 12))

    assert found == pytest.approx(np.ones(12))


def test_the_backbone_keeps_its_share_of_the_rate():
    network = torch.nn.ModuleDict({"trunk": torch.nn.Linear(1, 1), "head": torch.nn.Linear(1, 1)})

    optimiser = optimiser_of(network, TrainingConfig(backbone_rate=0.1), 1.0)
    schedule_of(TrainingConfig(epochs=1, warm_up_share=0.0), optimiser, BATCHES)

    assert [group["lr"] for group in optimiser.param_groups] == pytest.approx([0.1, 0.1, 1.0, 1.0])
    assert [group["weight_decay"] for group in optimiser.param_groups] == [0.01, 0.0, 0.01, 0.0]
