import threading

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.job import Progress
from musicreclass.errors import MusicReclassError
from musicreclass.gui.training.progress.curves import Curves
from musicreclass.gui.training.progress.progress_view import ProgressView
from musicreclass.gui.training.progress.stage_list import _WORDS, StageList
from musicreclass.sentences.reason import as_said
from musicreclass.training.fit.progress import (
    STAGES,
    Epoch,
    FitBegan,
    MemoryUse,
    StageBegan,
    TimeLeft,
    stage,
)


def epoch(number, *, name="mlp", loss=0.5, watched=None):
    return Epoch(name, number, 60, loss, 0.75, watched, watched, 0.001, 0.1, None)


@pytest.fixture
def view(theme, qtbot):
    view = ProgressView(theme)
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    return view


@pytest.fixture
def stages(theme, qtbot):
    stages = StageList(theme)
    qtbot.addWidget(stages)
    return stages


@pytest.fixture
def curves(theme, qtbot):
    curves = Curves(theme)
    qtbot.addWidget(curves)
    return curves


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_there_are_words_for_every_stage():
    assert tuple(_WORDS) == STAGES


def test_stages_say_what_is_done_what_goes_on_and_what_comes(stages):
    stages.note_stage(StageBegan("Reading", 1, 5))
    stages.note_stage(StageBegan("Listening", 2, 5))
    stages.note_left(TimeLeft("Listening", 90.0))
    stages.note_progress(Progress(212, 280))

    assert stages.states() == ["✓", "▶ 212 of 280 · 2 min left", "○", "○", "○"]


def test_a_fit_says_which_of_how_many_it_is(stages):
    stages.note_stage(StageBegan("Teaching", 4, 5))
    stages.note_fit(FitBegan("cnn", "fold 2", 5, 18))
    stages.note_progress(Progress(3, 60))

    assert stages.states()[3] == "▶ cnn, lesson 5 of 18 · 5%"


def test_all_stages_are_done_in_the_end(stages):
    stages.note_stage(StageBegan("Measuring", 5, 5))

    stages.finish()

    assert stages.states() == ["✓"] * 5


def test_a_stage_that_was_broken_off_is_marked(stages):
    stages.note_stage(StageBegan("Reading", 1, 5))

    stages.finish("stopped")

    assert stages.states() == ["■ stopped", *"○○○○"]


def test_curves_grow_with_the_epochs_of_a_fit(curves):
    curves.note_fit(FitBegan("mlp", "fold 1", 1, 2))
    for number in (1, 2, 3):
        curves.note_epoch(epoch(number, loss=1.0 / number))
    curves.draw()

    key = ("mlp", "fold 1", "mlp", 60)
    assert curves.loss.get().line(key) == ([1, 2, 3], [1.0, 0.5, pytest.approx(1 / 3)])
    assert curves.accuracy.get().line(key)[1] == [75.0] * 3
    assert "mlp" in curves.legend.text()


def test_a_new_fit_has_a_line_of_its_own_and_leaves_the_last_whole(curves):
    curves.note_fit(FitBegan("mlp", "fold 1", 1, 2))
    curves.note_epoch(epoch(1))
    curves.note_fit(FitBegan("mlp", "fold 2", 2, 2))
    curves.note_epoch(epoch(1, loss=0.25))
    curves.draw()

    assert curves.loss.get().line(("mlp", "fold 1", "mlp", 60)) == ([1], [0.5])
    assert curves.loss.get().line(("mlp", "fold 2", "mlp", 60)) == ([1], [0.25])


def test_figures_say_whether_they_are_of_training_tracks(curves):
    curves.note_epoch(epoch(1))
    curves.draw()
    before = curves.accuracy.get().accessibleName()
    curves.note_epoch(epoch(2, watched=0.5))
    curves.draw()

    assert before == "Right on what is taught, %"
    assert curves.accuracy.get().accessibleName() == "Right on tracks held out, %"


def test_curves_of_training_tracks_do_not_follow_those_of_tracks_held_out(curves):
    curves.note_fit(FitBegan("mlp", "fold 1", 1, 2))
    curves.note_epoch(epoch(1, watched=0.5))
    curves.note_fit(FitBegan("mlp", "all", 2, 2))
    curves.note_epoch(epoch(1))
    curves.draw()

    assert curves.accuracy.get().accessibleName() == "Right on tracks held out, %"
    assert curves.accuracy.get().line(("mlp", "fold 1", "mlp", 60)) == ([1], [50.0])
    assert len(curves.rate.get().line(("mlp", "all", "mlp", 60))[0]) == 1
    with pytest.raises(KeyError):
        curves.accuracy.get().line(("mlp", "all", "mlp", 60))


def test_memory_is_drawn_in_megabytes(curves):
    curves.note_memory(MemoryUse("mlp", 300 << 20, None, 32))
    curves.draw()

    assert curves.memory.get().line("memory")[1] == [300.0]


def test_news_of_a_job_get_to_the_stages(view, workers, qtbot):
    def job(ctx):
        listening = stage(ctx, "Listening")
        listening.report(Progress(1, 2))

    thread = workers.prepare(job)
    view.watch(thread, "Training on music")
    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    assert view.headline.text() == "Training on music"
    assert view.stages.states() == ["✓"] * 5


def test_a_training_pauses_goes_on_and_stops(view, workers, qtbot):
    entered = threading.Event()

    def job(ctx):
        stage(ctx, "Teaching")
        entered.set()
        while True:
            ctx.raise_if_cancelled()

    thread = workers.prepare(job)
    view.watch(thread, "Training")
    workers.start(thread)
    entered.wait()

    click(qtbot, view.pause_button)
    was_paused = thread.is_paused
    click(qtbot, view.pause_button)
    is_paused = thread.is_paused
    with qtbot.waitSignal(thread.finished):
        click(qtbot, view.stop_button)

    qtbot.waitUntil(view.resume_button.isVisible)
    assert (was_paused, is_paused) == (True, False)
    assert "■ stopped" in view.stages.states()
    assert "is kept" in view.said.text()


def test_trouble_is_said_beside_the_stage_that_it_ended(view, workers, qtbot):
    def job(ctx):
        stage(ctx, "Listening")
        raise MusicReclassError(as_said("The disk is full."))

    thread = workers.prepare(job)
    thread.failed.connect(lambda error: view.show_trouble(str(error)))
    view.watch(thread, "Training")
    with qtbot.waitSignal(thread.finished):
        workers.start(thread)

    qtbot.waitUntil(view.resume_button.isVisible)
    assert view.said.text() == "The disk is full."
    assert view.stages.states()[1] == "■ broken off"
