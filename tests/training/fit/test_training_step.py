import copy

import numpy as np
import pytest
import torch

from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.sampling import batch_size, fitting, learning_rate
from musicreclass.training.fit.memory import (
    TooLittleMemory,
    is_out_of_memory,
    used_bytes,
)
from musicreclass.training.fit.optimiser import optimiser_of
from musicreclass.training.fit.progress import Epoch, MemoryUse
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.fit.training_step import GenreLoss, LearningStep
from tests.recording_context import RecordingContext
from tests.training.fit_material import network_of, tracks, weights_of

CPU = torch.device("cpu")
PLAIN = TrainingConfig(mixup=0.0, label_smoothing=0.0)
EVEN = np.array([0.5, 0.5], dtype=np.float32)


class Small(torch.nn.Module):
    """A network on a device that holds so many rows at once."""

    def __init__(self, room, error=torch.OutOfMemoryError):
        super().__init__()
        torch.manual_seed(0)
        self.head = torch.nn.Linear(3, 2)
        self.room, self.error, self.sizes = room, error, []

    def forward(self, rows):
        self.sizes.append(len(rows))
        if len(rows) > self.room:
            raise self.error("CUDA out of memory. Tried to allocate a lot")
        return self.head(rows)


def step_of(network, training_config=PLAIN):
    return LearningStep(
        network,
        GenreLoss(training_config, EVEN),
        training_config,
        optimiser_of(network, training_config, 0.1),
        CPU,
    )


def batch(n=16):
    generator = torch.Generator().manual_seed(1)
    targets = torch.nn.functional.one_hot(torch.arange(n) % 2, 2).float()
    return torch.randn(n, 3, generator=generator), targets


@pytest.mark.parametrize("error", [torch.OutOfMemoryError, RuntimeError])
def test_what_does_not_fit_is_tried_again_in_halves(error):
    network = Small(room=5, error=error)
    step = step_of(network)

    step.learn(*batch())
    step.learn(*batch())

    assert network.sizes == [16, 8, 4, 4, 4, 4, 4, 4, 4, 4]
    assert [len(part) for part in step.parts(batch()[0])] == [4, 4, 4, 4]


def test_in_parts_the_same_is_learned_as_in_one():
    whole, parted = Small(room=99), Small(room=5)

    loss, right = step_of(whole).learn(*batch())
    loss_in_parts, right_in_parts = step_of(parted).learn(*batch())

    torch.testing.assert_close(whole.head.weight, parted.head.weight)
    torch.testing.assert_close(loss, loss_in_parts)
    assert right == right_in_parts


def test_where_not_even_a_few_tracks_fit_a_sentence_says_so():
    with pytest.raises(TooLittleMemory, match="close other programs"):
        step_of(Small(room=0)).learn(*batch())


def test_other_errors_are_not_mistaken_for_a_lack_of_memory():
    class Broken(Small):
        def forward(self, rows):
            raise RuntimeError("shapes do not fit")

    with pytest.raises(RuntimeError, match="shapes do not fit"):
        step_of(Broken(room=9)).learn(*batch())


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("x"), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 1 GB)"), True),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
    ],
)
def test_each_device_has_its_own_words_for_a_lack_of_memory(error, expected):
    assert is_out_of_memory(error) == expected


@pytest.mark.parametrize(
    ("wanted", "bytes_each", "free", "expected"),
    [
        (32, 1.0, 1000, 32),
        (32, 1.0, 20, 16),
        (32, 1.0, 3, 2),
        (33, 1.0, 30, 17),
        (32, 9.0, None, 32),
    ],
)
def test_as_many_go_at_once_as_free_memory_holds(wanted, bytes_each, free, expected):
    assert fitting(wanted, bytes_each, free) == expected


def test_batches_and_steps_grow_with_what_there_is_to_learn_from():
    sizes = [batch_size(TrainingConfig(), n) for n in (10, 280, 1600, 6000, 25_000, 10**6)]

    assert sizes == [32, 32, 32, 128, 512, 512]
    assert learning_rate(TrainingConfig(), 25_000) == pytest.approx(4e-3)


def test_thousands_of_tracks_are_visited_in_fewer_epochs():
    epochs = [TrainingConfig().epochs_of(n) for n in (10, 10_000, 25_000, 10**6)]

    assert epochs == [60, 60, 28, 10]
    assert TrainingConfig(epochs=5).epochs_of(10**6) == 5


def test_a_size_that_was_asked_for_is_kept():
    training_config = TrainingConfig(batch_size=7)

    assert (batch_size(training_config, 10**6), learning_rate(training_config, 10**6)) == (7, 1e-3)


def test_the_adjusted_loss_lifts_rare_genres():
    shares = np.array([0.9, 0.1], dtype=np.float32)
    rare = torch.tensor([[0.0, 1.0]])
    logits = torch.zeros(1, 2)

    adjusted = GenreLoss(TrainingConfig(logit_adjustment=1.0, label_smoothing=0.0), shares)(
        logits, rare
    )

    assert adjusted.item() == pytest.approx(-np.log(0.1), abs=1e-5)
    assert GenreLoss(PLAIN, shares)(logits, rare).item() == pytest.approx(np.log(2.0))


def test_the_backbone_learns_at_a_rate_of_its_own():
    network = network_of("mlp")
    before = copy.deepcopy(network)

    Trainer(
        network,
        tracks(),
        TrainingConfig(epochs=2, backbone_rate=0.0, swa_share=0.0),
        RecordingContext(),
        seed=0,
    ).fit()

    assert torch.equal(weights_of(network.trunk), weights_of(before.trunk))
    assert not torch.equal(weights_of(network.head), weights_of(before.head))


def test_a_fit_tells_of_its_memory():
    ctx = RecordingContext()

    Trainer(network_of("mlp"), tracks(), TrainingConfig(epochs=1), ctx, seed=0).fit()

    (use,) = ctx.of(MemoryUse)
    assert (use.classifier, use.at_once) == ("mlp", 20)
    assert ctx.of(Epoch)[0].memory_bytes == use.used_bytes
    assert used_bytes(CPU) is None or used_bytes(CPU) > 10**7
