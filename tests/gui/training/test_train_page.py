"""The Train page driven as a person drives it, on folders of music made on the spot."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from musicreclass import paths
from musicreclass.classifiers import bundle
from musicreclass.classifiers.encoders import shelf
from musicreclass.core.job import Progress
from musicreclass.gui.player.player import Player
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.training.choose.folder_table import FOLDER, GENRE
from musicreclass.gui.training.report_actions import ReportActions
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.training.training_jobs import TrainingJobs
from musicreclass.gui.training.training_service import TrainingService
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.installed import installed
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from musicreclass.pipeline.inventory.kept_reports import kept_report
from musicreclass.pipeline.review.decide import set_genres
from musicreclass.pipeline.training import training_order
from musicreclass.pipeline.training.training_order import Sources, TrainingOrder
from musicreclass.training.fit.progress import stage
from tests.gui.training.train_material import made_up_report
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext
from tests.small_bundles import save_small_bundle
from tests.tagged_library import make_library
from tests.tiny_encoders import onnx_folder

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def choices(home):
    return Choices(paths.settings_file())


@pytest.fixture
def page(theme, taxonomy, workers, qtbot):
    page = TrainPage(theme, taxonomy)
    # What a job says after the test must not come to a page that is gone.
    qtbot.addWidget(page, before_close_func=lambda _: workers.shutdown())
    page.resize(1240, 640)
    return page


@pytest.fixture
def choice(choices, workers):
    return ClassifierChoice(choices, workers)


@pytest.fixture
def player(workers, outputs):
    return Player(workers, 80, lambda: outputs)


@pytest.fixture
def training(page, choices, choice, player, workers, library_file):
    Library(library_file).close()
    jobs = TrainingJobs(library_file, lambda: choices.settings)
    training = TrainingService(page, jobs, workers)
    actions = ReportActions(page.report, jobs, choice, player, workers)
    training.trained.connect(actions.show_report)
    page.left.connect(player.unload)
    page.show()
    return training


@pytest.fixture
def waiting(monkeypatch):
    """Put in the place of training a job that goes on until it is stopped."""
    entered = threading.Event()

    def train(jobs, order, ctx):
        training_order.keep(order, paths.data_dir() / "trainings")
        fitting = stage(ctx, "Teaching")
        fitting.report(Progress(1, 10))
        entered.set()
        while True:
            ctx.raise_if_cancelled()

    monkeypatch.setattr(TrainingJobs, "train", train)
    return entered


@pytest.fixture
def finished(monkeypatch):
    """Put in the place of training a job that is done at once."""
    monkeypatch.setattr(TrainingJobs, "train", lambda jobs, order, ctx: made_up_report())


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def look(page, qtbot, folder):
    """Choose a folder and wait until it was looked through."""
    page.choose_folder(folder)
    strip = page.choose.strip
    qtbot.waitUntil(lambda: not strip.stop_button.isVisible(), timeout=20_000)


def concerns(page):
    return page.choose.concerns.texts()


@pytest.mark.slow
def test_from_a_folder_to_a_classifier_in_use(
    page, training, choices, choice, qtbot, tmp_path, monkeypatch
):
    music, out = write_genres(tmp_path / "music"), tmp_path / "own.pth"
    choose(monkeypatch, music)

    click(qtbot, page.start.folder_button)
    qtbot.waitUntil(page.choose.order.train_button.isEnabled, timeout=20_000)
    click(qtbot, page.choose.order.presets.buttons["quick"])
    click(qtbot, page.choose.order.advanced_button)
    qtbot.keyClicks(page.choose.drawer.fields["epochs"], "2")
    page.choose.order.out.selectAll()
    qtbot.keyClicks(page.choose.order.out, str(out))
    click(qtbot, page.choose.order.train_button)
    qtbot.waitUntil(lambda: page.currentWidget() is page.report, timeout=60_000)
    said = [chip.text() for chip in page.report.chips if chip.isVisible()]
    click(qtbot, page.report.use_button)
    qtbot.waitUntil(page.report.classify_button.isEnabled, timeout=20_000)

    assert bundle.load(out).genres == ("Drums", "Flutes")
    assert "What was taken for what" in said
    assert choices.settings.classifying.classifier == "own"
    assert [one.name for one in installed() if not one.is_in_box] == ["own"]
    with qtbot.waitSignal(choice.classify_wanted):
        click(qtbot, page.report.classify_button)
    assert training_order.unfinished(paths.data_dir() / "trainings") == ()


@pytest.mark.slow
def test_an_encoder_of_ones_own_is_learned_from_and_named(page, training, qtbot, tmp_path):
    onnx_folder(tmp_path / "tiny")
    shelf.add(tmp_path / "tiny")
    music, out = write_genres(tmp_path / "music", tracks=4, seconds=1.5), tmp_path / "own.pth"
    page.choose_folder(music)
    choice = page.choose.order.encoder
    qtbot.waitUntil(page.choose.order.train_button.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: choice.box.findData("tiny") > 0, timeout=20_000)

    choice.box.setCurrentIndex(choice.box.findData("tiny"))
    choice.box.activated.emit(choice.box.currentIndex())
    qtbot.waitUntil(lambda: "about" in choice.cost.text(), timeout=60_000)
    page.choose.order.out.setText(str(out))
    click(qtbot, page.choose.order.train_button)
    qtbot.waitUntil(lambda: page.currentWidget() is page.report, timeout=60_000)

    assert bundle.load(out).training["encoder"] == "tiny"
    kept = kept_report(digest_of(out)).report
    assert kept.about.preset == "encoder tiny"
    assert "the encoder tiny says of the music (licence: CC0)" in str(kept.about.notes[-1])
    assert "CC0" in choice.cost.text()


def test_a_dropped_folder_is_looked_through(page, training, qtbot, tmp_path):
    write_genres(tmp_path, tracks=2, seconds=0.5)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    left, copies = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    nothing = Qt.KeyboardModifier.NoModifier

    page.dropEvent(QDropEvent(QPointF(5, 5), copies, data, left, nothing))
    qtbot.waitUntil(lambda: page.choose.folders.rowCount() == 2, timeout=20_000)

    folders = page.choose.folders
    assert [folders.index(row, GENRE).data() for row in (0, 1)] == ["Drums", "Flutes"]
    assert any(text.startswith("Few tracks: Drums has only 2 tracks") for text in concerns(page))


def test_a_folder_left_out_is_counted_no_more(page, training, qtbot, tmp_path):
    look(page, qtbot, write_genres(tmp_path, tracks=2, seconds=0.5))
    box = page.choose.folders.index(0, FOLDER)
    unchecked, role = Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole

    page.choose.folders.setData(box, unchecked, role)
    qtbot.waitUntil(lambda: not page.choose.order.train_button.isEnabled(), timeout=20_000)

    assert "All tracks in" in concerns(page)[0]
    assert "Genres: 1 · Tracks: 2" in page.choose.strip.text()


def test_the_table_of_genres_is_kept_and_taken_back(page, training, qtbot, tmp_path, monkeypatch):
    look(page, qtbot, write_genres(tmp_path / "music", tracks=2, seconds=0.5))
    kept = tmp_path / "genres.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(kept), ""))
    folders = page.choose.folders

    folders.setData(folders.index(0, GENRE), "Techno")
    click(qtbot, page.choose.save_button)
    qtbot.waitUntil(lambda: "is kept in" in page.choose.strip.text(), timeout=20_000)
    folders.setData(folders.index(0, GENRE), "Jazz")
    click(qtbot, page.choose.load_button)
    qtbot.waitUntil(lambda: folders.index(0, GENRE).data() == "Techno", timeout=20_000)

    assert 'Drums = "Techno"' in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("genres", "sentence"),
    [((), "holds no folders with music"), (("Drums",), "to tell genres apart")],
)
def test_folders_that_do_not_suffice_are_answered_in_words(
    genres, sentence, page, training, qtbot, tmp_path
):
    write_genres(tmp_path / "made", tracks=2, seconds=0.5)
    music = tmp_path / "music"
    music.mkdir()
    for genre in genres:
        (tmp_path / "made" / genre).rename(music / genre)

    look(page, qtbot, music)

    assert sentence in concerns(page)[0]
    assert not page.choose.order.train_button.isEnabled()


def test_a_folder_on_a_drive_that_is_gone_is_answered_in_words(page, training, qtbot, tmp_path):
    look(page, qtbot, tmp_path / "gone")

    assert "is not a folder" in concerns(page)[0]


def test_a_path_that_cannot_be_written_to_is_answered_in_words(page, training, qtbot, tmp_path):
    sources = Sources(write_genres(tmp_path / "music", tracks=2, seconds=0.5))

    training.train(TrainingOrder(sources, tmp_path / "nowhere" / "own.pth", preset="quick"))
    qtbot.waitUntil(page.progress.resume_button.isVisible, timeout=20_000)

    assert "make it first, or choose another place" in page.progress.said.text()


def test_what_was_stopped_is_offered_and_gone_on_with(page, training, waiting, qtbot, tmp_path):
    order = TrainingOrder(Sources(tmp_path), tmp_path / "own.pth", preset="quick")
    training.train(order)
    qtbot.waitUntil(waiting.is_set, timeout=20_000)

    click(qtbot, page.progress.stop_button)
    qtbot.waitUntil(page.progress.resume_button.isVisible)
    waiting.clear()
    click(qtbot, page.progress.resume_button)
    qtbot.waitUntil(waiting.is_set, timeout=20_000)
    is_running = training.is_running
    click(qtbot, page.progress.stop_button)
    qtbot.waitUntil(page.progress.resume_button.isVisible)

    assert is_running
    assert training_order.unfinished(paths.data_dir() / "trainings") == (order,)


def test_a_training_of_another_day_is_offered_and_can_be_given_up(page, training, qtbot, tmp_path):
    runs = paths.data_dir() / "trainings"
    order = TrainingOrder(Sources(tmp_path), tmp_path / "own.pth", preset="quick")
    training_order.keep(order, runs)
    (runs / order.name).mkdir()

    training.read_unfinished()
    qtbot.waitUntil(page.start.resume_button.isVisible, timeout=20_000)
    offered = page.start.unfinished_label.text()
    click(qtbot, page.start.forget_button)
    qtbot.waitUntil(lambda: not page.start.resume_button.isVisible(), timeout=20_000)

    assert str(tmp_path) in offered
    assert list(runs.iterdir()) == []


def test_a_training_of_another_day_is_gone_on_with(page, training, waiting, qtbot, tmp_path):
    music = write_genres(tmp_path / "music", tracks=2, seconds=0.5)
    order = TrainingOrder(
        Sources(music), tmp_path / "own.pth", preset="quick", overrides={"epochs": 2}
    )
    training_order.keep(order, paths.data_dir() / "trainings")
    training.read_unfinished()
    qtbot.waitUntil(page.start.resume_button.isVisible, timeout=20_000)

    click(qtbot, page.start.resume_button)
    qtbot.waitUntil(waiting.is_set, timeout=20_000)
    shown = page.progress.headline.text()
    click(qtbot, page.progress.stop_button)
    qtbot.waitUntil(page.progress.resume_button.isVisible)
    click(qtbot, page.progress.back_button)
    qtbot.waitUntil(page.choose.order.train_button.isEnabled, timeout=20_000)

    assert shown == "Training on music"
    assert page.choose.drawer.overrides() == {"epochs": 2}
    assert page.choose.order.presets.current == "quick"


def test_tracks_of_the_report_are_played_and_paused(
    page, training, finished, player, qtbot, tmp_path
):
    training.train(TrainingOrder(Sources(tmp_path), tmp_path / "own.pth"))
    qtbot.waitUntil(lambda: page.currentWidget() is page.report)

    page.report.play_wanted.emit("/music/4.mp3")
    playing = player.is_playing
    page.report.play_wanted.emit("/music/4.mp3")

    assert player.path == Path("/music/4.mp3")
    assert (playing, player.is_playing) == (True, False)


def test_leaving_the_page_ends_the_music(page, training, finished, player, qtbot, tmp_path):
    training.train(TrainingOrder(Sources(tmp_path), tmp_path / "own.pth"))
    qtbot.waitUntil(lambda: page.currentWidget() is page.report)
    page.report.play_wanted.emit("/music/4.mp3")

    page.hide()

    assert not player.is_playing


def test_the_report_is_kept_as_a_page(page, training, finished, qtbot, tmp_path, monkeypatch):
    kept = tmp_path / "report.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    training.train(TrainingOrder(Sources(tmp_path), tmp_path / "own.pth"))
    qtbot.waitUntil(lambda: page.currentWidget() is page.report)

    click(qtbot, page.report.save_button)
    qtbot.waitUntil(lambda: "is kept in" in page.report.said.text(), timeout=20_000)

    assert kept.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_after_use_it_the_report_says_how_to_go_back(
    page, training, finished, choice, qtbot, tmp_path
):
    out = save_small_bundle(tmp_path / "own.pth")
    training.train(TrainingOrder(Sources(tmp_path), out))
    qtbot.waitUntil(lambda: page.currentWidget() is page.report)

    click(qtbot, page.report.use_button)
    qtbot.waitUntil(page.report.back_button.isVisible, timeout=20_000)
    said, used = page.report.back_button.text(), choice.name
    click(qtbot, page.report.back_button)

    assert (said, used) == ("Back to the box", "own")
    assert choice.name == ""
    assert page.report.use_button.isEnabled()


def test_a_classifier_that_is_gone_cannot_be_used(page, training, finished, qtbot, tmp_path):
    training.train(TrainingOrder(Sources(tmp_path), tmp_path / "own.pth"))
    qtbot.waitUntil(lambda: page.currentWidget() is page.report)

    click(qtbot, page.report.use_button)
    qtbot.waitUntil(lambda: "own.pth" in page.report.said.text(), timeout=20_000)

    assert page.report.use_button.isEnabled()


def test_training_again_leaves_the_last_classifier_alone(page, training, finished, qtbot, tmp_path):
    (tmp_path / "own.pth").write_bytes(b"")
    page.choose.order.out.setText(str(tmp_path / "own.pth"))
    training.train(TrainingOrder(Sources(tmp_path), tmp_path / "own.pth"))
    qtbot.waitUntil(lambda: page.currentWidget() is page.report)

    click(qtbot, page.report.again_button)

    assert page.currentWidget() is page.choose
    assert page.choose.order.destination() == tmp_path / "own-2.pth"


def test_what_was_decided_alone_is_listed_by_genre(page, training, qtbot, library_file, tmp_path):
    make_library(library_file, tmp_path / "music", [f"{number}.mp3" for number in range(10)])
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
    set_genres(library_file, lines[:5], ("Jazz",), RecordingContext())

    click(qtbot, page.start.decisions_button)
    qtbot.waitUntil(lambda: page.choose.folders.rowCount() == 2, timeout=20_000)

    quick = page.choose.order.presets.buttons["quick"]
    qtbot.waitUntil(lambda: "about" in quick.text(), timeout=20_000)  # what it says comes last

    folders = page.choose.folders
    assert [folders.index(row, GENRE).data() for row in (0, 1)] == ["Folk", "Jazz"]
    assert not page.choose.save_button.isEnabled()


def test_presets_say_how_long_they_take_once_the_folder_was_looked_through(
    page, training, qtbot, tmp_path
):
    quick = page.choose.order.presets.buttons["quick"]

    page.choose_folder(write_genres(tmp_path, tracks=2, seconds=0.5))
    qtbot.waitUntil(lambda: "about" in quick.text(), timeout=30_000)

    assert quick.text().startswith("Quick · about ")
