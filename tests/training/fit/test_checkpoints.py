from dataclasses import replace
from functools import cache

import pytest
import torch

from musicreclass.errors import Cancelled
from musicreclass.training.config import ChannelAugmentation, Masks, TrainingConfig
from musicreclass.training.fit.checkpoints import Checkpoints, digest_of, fingerprint
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.training.fit_material import network_of, tracks, weights_of

CONFIG = TrainingConfig(
    epochs=5,
    learning_rate=5e-3,
    batch_size=8,
    masks=Masks(1, 4, 4),
    channel_augmentation=ChannelAugmentation(),
    patience=9,
)


class StoppedAfter(RecordingContext):
    """Says so often that all may go on, and then no more."""

    def __init__(self, times):
        super().__init__()
        self.left = times

    def raise_if_cancelled(self):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def fitted(kind, checkpoint=None, *, ctx=None, training_config=CONFIG, seed=3, given=None):
    network, ctx = network_of(kind), ctx or RecordingContext()
    Trainer(
        network,
        given or tracks(),
        training_config,
        ctx,
        seed=seed,
        watched=tracks(n=10, seed=8),
        checkpoint=checkpoint,
    ).fit()
    return network, ctx


@cache
def unbroken(kind):
    return weights_of(fitted(kind)[0])


def broken_off(kind, checkpoint, batches, training_config=CONFIG):
    with pytest.raises(Cancelled):
        fitted(kind, checkpoint, ctx=StoppedAfter(batches), training_config=training_config)


def kept(tmp_path, name="fold 1, cnn"):
    return Checkpoints(tmp_path / "run").of(name)


@pytest.mark.parametrize("kind", ["mlp", "cnn"])
@pytest.mark.parametrize("batches", [3, 12, 21])
def test_a_fit_that_was_broken_off_ends_with_the_same_bits(kind, batches, tmp_path):
    broken_off(kind, kept(tmp_path), batches)

    resumed, _ = fitted(kind, kept(tmp_path))

    assert torch.equal(weights_of(resumed), unbroken(kind))


@pytest.mark.parametrize(
    "changed",
    [{"schedule": "plateau"}, {"swa_share": 0.0}, {"finds_rate": True}, {"backbone_rate": 0.1}],
    ids=str,
)
def test_however_it_is_fitted_it_goes_on_to_the_same_bits(changed, tmp_path):
    training_config = replace(CONFIG, **changed)
    unbroken, _ = fitted("mlp", training_config=training_config)
    broken_off("mlp", kept(tmp_path), 17 + 100 * training_config.finds_rate, training_config)

    resumed, _ = fitted("mlp", kept(tmp_path), training_config=training_config)

    assert torch.equal(weights_of(resumed), weights_of(unbroken))


def test_what_was_fitted_before_is_told_again_and_not_fitted_again(tmp_path):
    broken_off("mlp", kept(tmp_path), 12)
    learned_from = StoppedAfter(3 * 5)

    _, ctx = fitted("mlp", kept(tmp_path), ctx=learned_from)

    assert [epoch.number for epoch in ctx.of(Epoch)] == [1, 2, 3, 4, 5]
    assert ctx.left == 0


def test_a_fit_that_is_done_is_not_fitted_at_all(tmp_path):
    first, ctx = fitted("cnn", kept(tmp_path))

    again, ctx_again = fitted("cnn", kept(tmp_path), ctx=StoppedAfter(0))

    assert torch.equal(weights_of(first), weights_of(again))
    assert ctx_again.of(Epoch) == ctx.of(Epoch)


@pytest.mark.parametrize(
    "changed",
    [
        {"seed": 4},
        {"training_config": replace(CONFIG, mixup=0.0)},
        {"given": tracks(seed=1)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_checkpoint_of_another_fit_is_not_used(changed, tmp_path):
    fitted("mlp", kept(tmp_path))

    _, ctx = fitted("mlp", kept(tmp_path), ctx=StoppedAfter(1000), **changed)

    assert ctx.left <= 1000 - 5 * 5


@pytest.mark.parametrize(
    "damage", [lambda whole: b"", lambda whole: whole[:-100], lambda whole: b"nonsense" * 50]
)
def test_a_damaged_checkpoint_is_as_good_as_none(damage, tmp_path):
    broken_off("mlp", kept(tmp_path), 12)
    path = kept(tmp_path).path
    path.write_bytes(damage(path.read_bytes()))

    resumed, _ = fitted("mlp", kept(tmp_path))

    assert torch.equal(weights_of(resumed), unbroken("mlp"))


def test_a_file_that_wants_to_run_something_is_not_read(tmp_path):
    fit_task = kept(tmp_path)
    torch.save({"format": RecordingContext}, fit_task.path)

    assert fit_task.load() is None


def test_a_folder_that_cannot_be_written_to_does_not_stop_a_fit(tmp_path):
    fit_task = kept(tmp_path)
    fit_task.path.mkdir()

    _, ctx = fitted("mlp", fit_task)

    assert len(ctx.of(Epoch)) == 5


def test_without_a_folder_nothing_is_kept():
    fit_task = Checkpoints(None).of("mlp")
    fit_task.save(lambda: pytest.fail("asked for its state in vain"))

    assert fit_task.load() is None


def test_what_is_done_with_is_cleared_with_what_kills_have_left(tmp_path):
    run = Checkpoints(tmp_path)
    run.of("mlp").save(dict)
    (tmp_path / ".mlp.lesson.77.part").touch()
    (tmp_path / "somebody's.txt").touch()

    run.clear()

    assert [path.name for path in tmp_path.iterdir()] == ["somebody's.txt"]


def test_nothing_stays_of_a_folder_that_holds_nothing_else(tmp_path):
    run = Checkpoints(tmp_path / "run")
    run.of("mlp, fold 1").save(lambda: {"epoch": 1})

    run.clear()

    assert list(tmp_path.iterdir()) == []


def test_names_of_fits_become_names_of_files(tmp_path):
    paths = {Checkpoints(tmp_path).of(name).path for name in ("a/b", "a b", "..", "ä\n?")}

    assert len(paths) == 4
    assert len({Checkpoints(tmp_path).of("a").next.path, Checkpoints(tmp_path).of("a").path}) == 2
    assert {path.parent for path in paths} == {tmp_path}


def test_a_fingerprint_tells_facts_weights_and_threads_apart():
    state = {"w": torch.ones(2)}

    assert fingerprint((1,), state) == fingerprint((1,), {"w": torch.ones(2)})
    assert fingerprint((1,), state) != fingerprint((2,), state)
    assert fingerprint((1,), state) != fingerprint((1,), {"w": torch.zeros(2)})


def test_a_digest_tells_tracks_by_their_sound():
    some = tracks()
    mels = [*some.mels[:-1], some.mels[-1] + 1]

    assert digest_of(some) == digest_of(tracks())
    assert digest_of(some) != digest_of(replace(some, mels=mels))
    assert digest_of(some) != digest_of(replace(some, labels=1 - some.labels))
