import pytest

from musicreclass.core.job import Progress
from musicreclass.training.fit.progress import (
    ANALYZING,
    STAGES,
    FitBegan,
    StageBegan,
    StageContext,
    TimeLeft,
    TrainingProgress,
    stage,
)
from tests.recording_context import RecordingContext


def test_the_cost_of_all_fits_is_counted_on():
    ctx = RecordingContext()
    training_progress = TrainingProgress(ctx, fit_tasks=2, cost=5)

    training_progress.begin("mlp", "fold 1", 2)
    training_progress.report(Progress(1, 2, "mlp"))
    training_progress.report(Progress(2, 2, "mlp"))
    training_progress.begin("mlp", "all", 3)
    training_progress.report(Progress(3, 3, "mlp"))

    assert [report.done for report in ctx.reports] == [0, 1, 2, 2, 5]
    assert {report.total for report in ctx.reports} == {5}


def test_a_fit_that_ends_early_counts_as_done():
    ctx = RecordingContext()
    training_progress = TrainingProgress(ctx, fit_tasks=2, cost=20)

    training_progress.begin("cnn", "fold 1", 10)
    training_progress.report(Progress(4, 10))
    training_progress.begin("cnn", "all", 10)

    assert ctx.reports[-1].done == 10


def test_fits_are_announced_with_their_number():
    ctx = RecordingContext()
    training_progress = TrainingProgress(ctx, fit_tasks=4, cost=8)

    training_progress.begin("mlp", "fold 1", 2)
    training_progress.begin("cnn", "fold 1", 2)

    assert ctx.published == [
        FitBegan("mlp", "fold 1", 1, 4),
        FitBegan("cnn", "fold 1", 2, 4),
    ]


def test_a_stage_says_its_name_its_number_and_the_time_left():
    ctx = RecordingContext()

    stage(ctx, ANALYZING).report(Progress(1, 4, "a.mp3"))

    assert ctx.published == [StageBegan("Listening", 2, 5), TimeLeft("Listening", None)]
    assert ctx.reports == [Progress(1, 4, "Listening  a.mp3")]


@pytest.mark.parametrize("name", STAGES)
def test_a_report_that_bears_the_name_already_is_left_alone(name):
    ctx = RecordingContext()

    StageContext(ctx, name).report(Progress(1, 4, f"{name} mlp"))

    assert ctx.reports[0].current == f"{name} mlp"
