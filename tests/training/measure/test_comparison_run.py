from dataclasses import replace

import pytest

from musicreclass.core.analysis import AnalysisSpec
from musicreclass.errors import Cancelled
from musicreclass.sentences.reason import because
from musicreclass.training.config import Masks, TrainingConfig
from musicreclass.training.measure.baselines import XgboostMissing
from musicreclass.training.measure.comparison_run import Absent, networks, simple_ones
from musicreclass.training.members import Member, TrainingPlan
from tests.recording_context import RecordingContext, stopped_context
from tests.training.fit_material import CNN, MLP, tracks

CONFIG = TrainingConfig(
    epochs=8, learning_rate=5e-3, batch_size=8, mixup=0.0, masks=Masks(1, bands=4, frames=4)
)
PLAN = TrainingPlan((Member("mlp", MLP, CONFIG), Member("cnn", CNN, CONFIG)))


def simple(some, ctx=None):
    folds = some.groups % 3
    return {
        one.name: one
        for one in simple_ones(some, some.features, folds, ctx or RecordingContext(), 0)
    }


def share_right(said, some):
    return (said.argmax(axis=1) == some.labels).mean()


def test_the_simple_ones_answer_for_tracks_that_they_were_not_trained_on():
    some = tracks(n=60)

    found = simple(some)

    assert list(found) == ["majority", "logistic regression", "svm", "xgboost"]
    assert share_right(found["svm"].log_probs, some) > 0.9
    assert share_right(found["majority"].log_probs, some) < 0.7
    assert found["svm"].needs == AnalysisSpec()
    assert found["majority"].needs is None
    assert min(one.fitting_seconds for one in found.values()) > 0.0


def test_what_is_not_installed_is_absent_with_the_reason(monkeypatch):
    reason = because("training.xgboost_missing", package="xgboost")

    def missing():
        raise XgboostMissing(reason)

    monkeypatch.setattr("musicreclass.training.measure.baselines._xgboost", missing)

    found = simple(tracks(n=30))

    assert found["xgboost"] == Absent("xgboost", reason)


def test_networks_answer_alone_and_together():
    some = tracks(n=60)

    mlp, cnn, ensemble = networks(some, PLAN, some.groups % 2, RecordingContext(), 0)

    assert [one.name for one in (mlp, cnn, ensemble)] == ["mlp", "cnn", "ensemble"]
    assert share_right(ensemble.log_probs, some) > 0.8
    assert ensemble.fitting_seconds == pytest.approx(mlp.fitting_seconds + cnn.fitting_seconds)
    assert ensemble.needs == PLAN.needs
    assert len(ensemble.networks) == 2
    assert (mlp.needs.mels, cnn.needs.features) == ((), False)


def test_one_network_needs_no_ensemble():
    some = tracks(n=30)
    plan = replace(PLAN, members=PLAN.members[:1])

    assert [one.name for one in networks(some, plan, some.groups % 2, RecordingContext(), 0)] == [
        "mlp"
    ]


def test_it_stops_when_told_to():
    with pytest.raises(Cancelled):
        simple(tracks(n=30), stopped_context())
