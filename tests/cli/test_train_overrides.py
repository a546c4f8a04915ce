import sys

import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from musicreclass.__main__ import main
from tests.own_genres import write_genres


@pytest.fixture
def train(tmp_path, capsys):
    """Return a caller of `train --preset quick` on two genres: status and complaints."""
    music = write_genres(tmp_path / "music", tracks=4, seconds=0.5)

    def call(*arguments):
        options = ["--preset", "quick", "--out", str(tmp_path / "own.pth"), "--workers", "1"]
        status = main(["train", str(music), *options, *map(str, arguments)])
        return status, capsys.readouterr().err

    return call


def test_epochs_are_as_many_as_are_set_and_can_be_read_in_tensorboard(train, tmp_path):
    status, _ = train("--set", "epochs=3", "--set", "mlp.mixup=0", "--tensorboard", tmp_path / "b")

    logs = EventAccumulator(str(tmp_path / "b" / "mlp 1"), size_guidance={"tensors": 0}).Reload()
    assert status == 0
    assert [event.step for event in logs.Scalars("loss/taught")] == [1, 2, 3]
    assert (tmp_path / "b" / "result").is_dir()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("epochs", "--set wants NAME=VALUE, not epochs; switches are: epochs, "),
        ("haste=1", "haste is no switch; there are: epochs, "),
        ("epochs=many", "epochs takes a whole number from 1 to 1000, not many"),
    ],
)
def test_an_override_that_cannot_be_is_refused_before_anything_is_analyzed(
    train, tmp_path, given, sentence
):
    status, complaint = train("--set", given)

    assert status == 2
    assert sentence in complaint
    assert not (tmp_path / "own.pth").exists()


def test_without_tensorboard_a_sentence_says_what_to_install(train, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboard", None)

    status, complaint = train("--tensorboard", tmp_path / "board")

    assert status != 0
    assert "pip install musicreclass[tensorboard]" in complaint
