"""The Insights page with its jobs: what is worked out when, and what is said where it cannot be."""

import json
from typing import ClassVar

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from musicreclass.core.location import path_of
from musicreclass.core.review.track_list import TrackList
from musicreclass.errors import MusicReclassError
from musicreclass.gui.insights.insight_jobs import InsightJobs
from musicreclass.gui.insights.insights_page import InsightsPage, InsightView
from musicreclass.gui.insights.insights_service import InsightsService
from musicreclass.gui.player.player import Player
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.library_map import MapOfLibrary
from musicreclass.pipeline.insights.library_mislabels import Contradiction, Contradictions
from musicreclass.sentences.reason import as_said
from musicreclass.settings import Settings


class JobsInMemory(InsightJobs):
    """Figures as they are; all that needs a classifier is made up, and noted."""

    asked: ClassVar[list[InsightView]] = []
    found = Contradictions((), 0)
    trouble = None

    def sounds(self, lines, ctx):
        self.asked.append(InsightView.SOUNDS)
        loud = np.zeros((4, COLUMNS), dtype=np.float32)
        return (GenreMel("Pop", 5, loud, (50.0, 100.0, 200.0, 400.0)),)

    def map(self, known, lines, ctx):
        self.asked.append(InsightView.MAP)
        if self.trouble is not None:
            raise self.trouble
        genres = np.zeros(len(lines), dtype=np.intp)
        positions = np.zeros((len(lines), 2), dtype=np.float32)
        return MapOfLibrary("bundle", tuple(lines), positions, ("Pop",), genres, genres)

    def mislabels(self, lines, ctx):
        self.asked.append(InsightView.MISLABELS)
        return self.found


@pytest.fixture(autouse=True)
def _no_classifier(monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.classification.installed.installed", list)


@pytest.fixture
def jobs(library_file, monkeypatch):
    monkeypatch.setattr(JobsInMemory, "asked", [])
    return JobsInMemory(library_file, Settings)


@pytest.fixture
def tracks(line, suggestion):
    tracks = TrackList()
    tracks.put([line(1, "青花瓷", artist="周杰倫", genre="Pop"), line(2, "So What", genre="Jazz")])
    tracks.suggest([(1, suggestion("Pop"))])
    return tracks


@pytest.fixture
def page(qtbot, theme, taxonomy):
    page = InsightsPage(theme, taxonomy, "magma")
    qtbot.addWidget(page)
    page.resize(1100, 600)
    return page


@pytest.fixture
def player(workers, outputs):
    return Player(workers, 50, lambda: outputs)


@pytest.fixture
def insights(page, jobs, tracks, player, workers):
    return InsightsService(page, jobs, tracks, player, workers)


@pytest.fixture
def looked(insights, page, qtbot):
    """Return what looks at a view until something is in it."""

    def look(view):
        page.show()
        page.choose(view)
        qtbot.waitUntil(lambda: not page.covers[view].is_covered)

    return look


def chip(page, view):
    return page._chips.button(view.value)


def test_figures_are_there_as_soon_as_the_page_is(looked, page):
    looked(InsightView.OVERVIEW)

    assert [row.name for row in page.overview.genres.rows] == ["Jazz", "Pop"]
    assert page.json_button.isEnabled()


def test_a_view_is_worked_out_when_it_is_looked_at_and_once(looked, jobs, page, qtbot):
    looked(InsightView.OVERVIEW)
    assert jobs.asked == []
    qtbot.mouseClick(chip(page, InsightView.MAP), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.covers[InsightView.MAP].is_covered)
    page.choose(InsightView.OVERVIEW)
    page.choose(InsightView.MAP)

    assert jobs.asked == [InsightView.MAP]


def test_a_library_that_changed_is_counted_anew(looked, insights, page, tracks, line, qtbot):
    looked(InsightView.OVERVIEW)
    tracks.put([line(3, "十年", genre="Rock")])
    insights.note_change()

    qtbot.waitUntil(lambda: len(page.overview.genres.rows) == 3)


def test_an_empty_library_says_so(insights, page, tracks):
    tracks.drop_folder(1)
    page.show()
    page.choose(InsightView.MAP)

    assert (
        page.covers[InsightView.MAP].sentence
        == "The library is empty. Add a folder of music first."
    )


def test_trouble_is_said_instead_of_the_view_and_tried_again(
    looked, jobs, page, qtbot, monkeypatch
):
    monkeypatch.setattr(
        JobsInMemory, "trouble", MusicReclassError(as_said("The classifier is damaged."))
    )
    page.show()
    page.choose(InsightView.MAP)
    qtbot.waitUntil(lambda: page.covers[InsightView.MAP].sentence == "The classifier is damaged.")
    monkeypatch.setattr(JobsInMemory, "trouble", None)

    page.choose(InsightView.OVERVIEW)
    looked(InsightView.MAP)

    assert jobs.asked == [InsightView.MAP, InsightView.MAP]


def test_without_a_classifier_the_reason_is_said(
    page, library_file, tracks, player, workers, qtbot
):
    bare = InsightJobs(library_file, Settings)
    insights = InsightsService(page, bare, tracks, player, workers)
    page.show()
    page.choose(InsightView.MISLABELS)

    qtbot.waitUntil(
        lambda: "No classifier is installed" in page.covers[InsightView.MISLABELS].sentence
    )
    assert insights.parent() is workers


@pytest.mark.parametrize(
    ("compared", "expected"), [(0, "No file names a genre"), (9, "No track surely sounds like")]
)
def test_a_library_without_contradictions_says_why(
    insights, page, qtbot, monkeypatch, compared, expected
):
    monkeypatch.setattr(JobsInMemory, "found", Contradictions((), compared))
    page.show()
    page.choose(InsightView.MISLABELS)

    qtbot.waitUntil(lambda: expected in page.covers[InsightView.MISLABELS].sentence)


def test_a_dot_is_played_by_whoever_plays_and_paused_on_the_page(
    looked, insights, page, player, tracks, qtbot
):
    looked(InsightView.MAP)
    insights.play_wanted.connect(lambda line: player.load(path_of(line.location), plays=True))
    page.map.play_wanted.emit(tracks.line_of(1))
    qtbot.waitUntil(lambda: page.playing.text() == "周杰倫 – 青花瓷")
    assert page.player_button.text() == "⏸"

    qtbot.mouseClick(page.player_button, Qt.MouseButton.LeftButton)

    assert not player.is_playing
    assert page.player_button.text() == "▶"


def test_what_plays_is_marked_among_the_contradictions(
    looked, insights, page, player, tracks, monkeypatch
):
    one = Contradiction(tracks.line_of(2), "Jazz", "Pop", 0.9)
    monkeypatch.setattr(JobsInMemory, "found", Contradictions((one,), 2))
    looked(InsightView.MISLABELS)
    insights.play_wanted.connect(lambda line: player.load(path_of(line.location), plays=True))

    page.mislabels.play_wanted.emit(one.line)

    assert page.mislabels.rows.index(0, 0).data() == "⏸"


def test_what_is_chosen_is_asked_to_be_shown(looked, insights, page, qtbot):
    looked(InsightView.MAP)
    page.map.choose(np.array([0]))

    with qtbot.waitSignal(insights.show_wanted) as wanted:
        qtbot.mouseClick(page.map.show_button, Qt.MouseButton.LeftButton)

    assert wanted.args == [frozenset({1})]


def test_figures_and_pictures_are_kept_where_somebody_wants_them(
    looked, insights, page, qtbot, tmp_path, monkeypatch
):
    looked(InsightView.OVERVIEW)
    names = iter([str(tmp_path / "figures.json"), str(tmp_path / "genres.png")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(names), ""))
    with qtbot.waitSignal(insights.said) as said:
        qtbot.mouseClick(page.json_button, Qt.MouseButton.LeftButton)
    looked(InsightView.SOUNDS)
    with qtbot.waitSignal(insights.said):
        qtbot.mouseClick(page.png_button, Qt.MouseButton.LeftButton)

    assert said.args[0].endswith("figures.json.")
    assert json.loads((tmp_path / "figures.json").read_text())["tracks"] == 2
    assert (tmp_path / "genres.png").read_bytes().startswith(b"\x89PNG")


def test_a_disk_that_refuses_is_said(looked, insights, page, qtbot, tmp_path, monkeypatch):
    looked(InsightView.OVERVIEW)
    gone = str(tmp_path / "gone" / "figures.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (gone, ""))

    with qtbot.waitSignal(insights.said) as said:
        qtbot.mouseClick(page.json_button, Qt.MouseButton.LeftButton)

    assert "cannot be written" in said.args[0]
