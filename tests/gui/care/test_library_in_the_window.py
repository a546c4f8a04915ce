"""The whole window: what happens to its library elsewhere, and to its folders."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from musicreclass import paths
from musicreclass.core.decision import Decision, ReviewState
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.library.store import Library
from musicreclass.pipeline.care import outside_changes
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.watching import quiet_directories, watch_folders
from musicreclass.sentences.reason import as_said
from tests.recording_context import RecordingContext

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _no_classifier(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(quiet_directories, "QUIET_SECONDS", 0.1)
    monkeypatch.setattr(watch_folders, "WAIT_SECONDS", 0.02)
    monkeypatch.setattr(outside_changes, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(outside_changes, "WAIT_SECONDS", 0.05)


@pytest.fixture
def music(tmp_path, write_mp3):
    folder = tmp_path / "Musics_TBC"
    for number in range(6):
        write_mp3(folder / "album" / f"{number}.mp3", title=f"Song {number}", genre="Pop")
    return folder


@pytest.fixture
def library_file(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def window(qapp, qtbot, workers, library_file, music):
    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    window.show()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])
    qtbot.waitUntil(lambda: window.review.tracks.rowCount() == 6, timeout=10_000)
    qtbot.waitUntil(lambda: not window.session.is_scanning)
    return window


def titles(window):
    tracks = window.review.tracks
    return [tracks.row_at(row).shown_title for row in range(tracks.rowCount())]


def at_the_command_line(library_file, *words):
    environment = {**os.environ, "MUSICRECLASS_HOME": str(library_file.parent / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "musicreclass", "--library", library_file, *map(str, words)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def decide_elsewhere(library_file):
    """Decide on all tracks as another window would."""
    with Library(library_file) as library:
        ids = [line.id for batch in library.lines() for line in batch]
        decision = Decision(ReviewState.CHANGED, ("Klezmer",), datetime.now(UTC))
        library.decisions.record(dict.fromkeys(ids, decision))


def test_what_the_command_line_decides_appears_where_one_is(window, qtbot, library_file, music):
    table = window.review.table
    table.go_to(3)

    at_the_command_line(library_file, "accept", music / "album" / "1.mp3", "--genre", "Klezmer")

    qtbot.waitUntil(
        lambda: any(
            line.decision and line.decision.genres == ("Klezmer",)
            for line in window.review.tracks.tracks.everything()
        ),
        timeout=10_000,
    )
    assert table.current_line().shown_title == "Song 3"
    assert table.selected_count == 1


def test_a_folder_that_another_window_removes_goes_and_what_is_in_hand_stays(
    window, qtbot, library_file, music, tmp_path, write_mp3
):
    other = tmp_path / "Other"
    write_mp3(other / "else.mp3", title="Else", genre="Rock")
    scan(library_file, RecordingContext(), paths=[other], workers=1)
    qtbot.waitUntil(lambda: "Else" in titles(window), timeout=10_000)
    window.review.table.go_to(titles(window).index("Song 2"))

    with Library(library_file) as library:
        library.remove_folder(next(f.id for f in library.folders() if f.path == other))

    qtbot.waitUntil(lambda: "Else" not in titles(window), timeout=10_000)
    assert window.review.table.current_line().shown_title == "Song 2"


def test_new_changed_and_vanished_files_appear_by_themselves(window, qtbot, music, write_mp3):
    write_mp3(music / "album" / "new.mp3", title="Brand new", genre="Jazz")
    qtbot.waitUntil(lambda: "Brand new" in titles(window), timeout=15_000)

    write_mp3(music / "album" / "new.mp3", title="Renamed by a tagger", genre="Jazz")
    qtbot.waitUntil(lambda: "Renamed by a tagger" in titles(window), timeout=15_000)

    (music / "album" / "new.mp3").unlink()
    qtbot.waitUntil(lambda: window.review.tracks.tracks.missing_count == 1, timeout=15_000)
    assert "In your folders" in window.strip.text()


def test_a_tree_that_moves_keeps_its_decisions(window, qtbot, library_file, music):
    decide_elsewhere(library_file)
    decided = window.review.tracks.tracks

    (music / "album").rename(music / "another name")

    qtbot.waitUntil(
        lambda: all("another name" in str(line.location) for line in decided.everything()),
        timeout=15_000,
    )
    qtbot.waitUntil(lambda: all(line.decision for line in decided.everything()), timeout=10_000)
    assert len(decided) == 6
    assert decided.missing_count == 0


def test_a_folder_may_be_left_unwatched(window, qtbot, library_file, music, write_mp3):
    [folder] = window.review.sidebar.folders.folders
    with qtbot.waitSignal(window.session.contents_changed):
        window.review.sidebar.watching_wanted.emit(folder.id, False)
    write_mp3(music / "album" / "new.mp3", title="Brand new", genre="Jazz")
    qtbot.wait(1_000)

    assert "Brand new" not in titles(window)
    with Library(library_file) as library:
        assert [f.is_watched for f in library.folders()] == [False]


def test_a_folder_that_is_removed_comes_back_by_a_click_with_all_that_was_decided(
    window, qtbot, library_file, music
):
    decide_elsewhere(library_file)
    tracks = window.review.tracks.tracks
    qtbot.waitUntil(lambda: all(line.decision for line in tracks.everything()), timeout=10_000)
    [folder] = window.review.sidebar.folders.folders

    window.review.sidebar.removal_wanted.emit(folder.id)
    qtbot.waitUntil(lambda: window.strip.offer_button.isVisible())
    assert window.strip.text().startswith("Musics_TBC is no longer in the library.")
    assert "what you decided is kept" in window.strip.text()
    assert titles(window) == []

    qtbot.mouseClick(window.strip.offer_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(titles(window)) == 6, timeout=10_000)
    qtbot.waitUntil(lambda: all(line.decision for line in tracks.everything()), timeout=10_000)
    assert not window.strip.offer_button.isVisible()


def test_settings_that_cannot_be_used_are_named_and_stay_named_after_the_first_scan(
    qapp, qtbot, workers, library_file, music, caplog
):
    paths.settings_file().write_text("theme = = broken")

    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])

    qtbot.waitUntil(lambda: "settings.broken.toml" in window.strip.text(), timeout=10_000)
    assert str(paths.settings_file()) in window.strip.text()
    assert "settings.broken.toml" in caplog.text
