import sys

import numpy as np
import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from musicreclass.errors import FileProblem
from musicreclass.training.config import TrainingConfig
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.measure.evaluation import evaluate
from musicreclass.training.reports import tensorboard
from musicreclass.training.reports.tensorboard import (
    CELL,
    TensorboardContext,
    TensorboardMissing,
    confusion_picture,
)
from tests.recording_context import RecordingContext
from tests.training.fit_material import GENRES, network_of, tracks


@pytest.fixture
def context(tmp_path):
    context = TensorboardContext(RecordingContext(), tmp_path / "logs")
    yield context
    context.close()


def kept(folder):
    events = EventAccumulator(str(folder), size_guidance={"tensors": 0, "images": 0, "scalars": 0})
    return events.Reload()


def fit(ctx, **changed):
    training_config = TrainingConfig(epochs=3, **changed)
    Trainer(
        network_of("mlp"), tracks(), training_config, ctx, seed=0, watched=tracks(n=10, seed=1)
    ).fit()


def test_every_epoch_of_every_fit_is_written_down(context, tmp_path):
    fit(context)
    fit(context)
    context.close()

    second = kept(tmp_path / "logs" / "mlp 2")
    assert [event.step for event in second.Scalars("loss/taught")] == [1, 2, 3]
    assert {"loss/watched", "accuracy/watched", "learning rate"} <= set(second.Tags()["scalars"])
    assert {folder.name for folder in (tmp_path / "logs").iterdir()} == {"mlp 1", "mlp 2"}


def test_a_finished_analysis_is_kept_all_the_same(tmp_path):
    ctx = RecordingContext()
    context = TensorboardContext(ctx, tmp_path)

    fit(context)
    context.close()

    assert [epoch.number for epoch in ctx.of(Epoch)] == [1, 2, 3]


def test_a_trial_of_rates_is_a_curve(context, tmp_path):
    fit(context, finds_rate=True)
    context.close()

    curve = kept(tmp_path / "logs" / "mlp rates").Scalars("trial/rate")
    assert len(curve) > 10
    assert curve[0].value < curve[-1].value


def test_the_confusion_of_genres_is_a_picture_and_a_table(context, tmp_path):
    some = tracks()
    scores = np.eye(2, dtype=np.float32)[some.labels] * 4.0

    context.publish(evaluate(scores, some.labels, GENRES, some.groups))
    context.close()

    result = kept(tmp_path / "logs" / "result")
    assert result.Images("confusion")[0].width == 2 * CELL
    assert any("confusion" in tag for tag in result.Tags()["tensors"])


def test_the_diagonal_of_a_picture_is_white_where_all_is_right():
    picture = confusion_picture(np.array([[5, 0, 0], [0, 3, 3], [0, 0, 0]]))

    assert picture.shape == (3 * CELL, 3 * CELL)
    assert picture[0, 0] == 255
    assert picture[CELL, CELL] == 128
    assert picture[-1, -1] == 0


def test_without_the_package_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboard", None)

    with pytest.raises(TensorboardMissing, match=r"pip install musicreclass\[tensorboard\]"):
        TensorboardContext(RecordingContext(), tmp_path)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(FileProblem, match="cannot be written"):
        tensorboard.writer(tmp_path / "file" / "logs")
