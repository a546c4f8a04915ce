"""The Classifiers page driven as a person drives it, in the whole window."""

from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QInputDialog, QMessageBox

from musicreclass import paths, settings
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.widgets.notice_bar import NoticeBar
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.installed import install
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from musicreclass.pipeline.inventory.kept_reports import keep_report
from tests.gui.training.train_material import made_up_report
from tests.gui.turning import turned_to
from tests.gui.whole_windows import whole_windows
from tests.scored_library import STAMP, write_library
from tests.small_bundles import GENRES, save_small_bundle

NAMES = ("a.mp3", "b.mp3", "c.mp3")
WAIT_MS = 20_000


@pytest.fixture
def box(tmp_path, monkeypatch):
    """Ship a classifier that is small."""
    folder = tmp_path / "shipped"
    real = paths.resource
    monkeypatch.setattr(paths, "resource", lambda n: folder if n == "classifiers" else real(n))
    return save_small_bundle(folder / "box.pth")


@pytest.fixture
def own(tmp_path):
    """Return the file of a classifier that is installed as "own"."""
    return install(save_small_bundle(tmp_path / "own.pth", seed=2)).path


@pytest.fixture
def library(library_file, tmp_path, box):
    """Return the ids of tracks that the box calls Blues."""
    ids = write_library(library_file, tmp_path / "music", box, dict.fromkeys(NAMES))
    score(library_file, box, ids.values(), "Blues")
    return list(ids.values())


@pytest.fixture
def open_window(qapp, qtbot, workers, library_file, library):
    """Return an opener of windows on the library, each as after a restart."""

    with contextmanager(whole_windows)(qapp, workers, library_file) as open_whole:

        def open_one():
            window = open_whole()
            with qtbot.waitSignal(window.session.loaded, timeout=WAIT_MS):
                window.session.load()
            return window

        yield open_one


def score(library_file, bundle, ids, genre, mlp=None):
    """Let the library hold what two members say of tracks."""
    with Library(library_file) as library:
        library.predictions.record(
            digest_of(bundle),
            [
                ScoredTrack(i, STAMP, (said("cnn", genre), said("mlp", mlp or genre, 0.7)))
                for i in ids
            ],
        )


def said(member, genre, confidence=0.9):
    scores = np.full(len(GENRES), (1.0 - confidence) / (len(GENRES) - 1))
    scores[GENRES.index(genre)] = confidence
    return Prediction(member, GENRES, np.log(scores).astype(np.float32), seconds_analyzed=30.0)


def suggested(window):
    return {i: s.genre for i, s in window.review.tracks.tracks.suggestions().items()}


def wait_for(qtbot, window, genres):
    qtbot.waitUntil(lambda: sorted(suggested(window).values()) == sorted(genres), timeout=WAIT_MS)


def page_of(window, qtbot):
    """Turn to the page and wait until it lists what there is."""
    page = turned_to(window, ClassifiersPage)
    qtbot.waitUntil(lambda: page.table.rowCount() > 0, timeout=WAIT_MS)
    return page


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press(page, qtbot, key):
    page.window().activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    qtbot.keyClick(page.view, key)


def select(page, qtbot, name):
    qtbot.waitUntil(lambda: name in names(page), timeout=WAIT_MS)
    page.select(names(page).index(name))


def names(page):
    return [page.table.index(row, 0).data() for row in range(page.table.rowCount())]


def in_use(page):
    rows = range(page.table.rowCount())
    return [page.table.index(row, 0).data() for row in rows if page.table.row_at(row).is_in_use]


def chosen():
    return settings.load(paths.settings_file()).classifying.classifier


def drop(widget, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, copies = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    nothing = Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(QPointF(5, 5), copies, data, left, nothing))


def notice_of(window):
    return next(bar for bar in window.review.findChildren(NoticeBar))


def button(bar, text):
    return next(one for one in bar.buttons if one.text() == text)


def test_back_to_the_box_brings_back_what_it_suggested(
    open_window, own, library, library_file, qtbot
):
    score(library_file, own, library[:2], "Jazz")
    window = open_window()
    wait_for(qtbot, window, ["Blues"] * 3)
    page = page_of(window, qtbot)
    select(page, qtbot, "own")

    click(qtbot, page.use_button)
    wait_for(qtbot, window, ["Jazz"] * 2)  # and nothing for the track it has not asked about
    qtbot.waitUntil(lambda: "has not listened to 1 track yet" in page.notice.label.text())
    used, restarted = suggested(window), open_window()
    wait_for(qtbot, restarted, ["Jazz"] * 2)
    qtbot.waitUntil(page.box_button.isEnabled, timeout=WAIT_MS)
    click(qtbot, page.box_button)
    wait_for(qtbot, window, ["Blues"] * 3)

    assert used == suggested(restarted)
    assert chosen() == ""
    qtbot.waitUntil(lambda: in_use(page) == ["In the box"], timeout=WAIT_MS)


def test_a_chosen_file_that_is_gone_is_said_once_and_can_be_left(open_window, own, qtbot):
    save_choice("own")
    own.unlink()
    window = open_window()
    notice = notice_of(window)

    qtbot.waitUntil(notice.isVisible, timeout=WAIT_MS)
    wait_for(qtbot, window, ["Blues"] * 3)
    sentence = notice.label.text()
    click(qtbot, button(notice, "Back to the box"))
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=WAIT_MS)

    assert "own was chosen, but cannot be used" in sentence
    assert chosen() == ""


def test_a_file_that_goes_away_meanwhile_leaves_what_a_restart_would_show(
    open_window, own, library, library_file, qtbot
):
    score(library_file, own, library, "Jazz")
    save_choice("own")
    window = open_window()
    wait_for(qtbot, window, ["Jazz"] * 3)
    notice = notice_of(window)

    own.unlink()
    page_of(window, qtbot)
    wait_for(qtbot, window, ["Blues"] * 3)
    window.turn_to(window.review)

    assert notice.isVisible()


def test_a_file_that_is_back_is_used_again(open_window, own, library, library_file, qtbot):
    score(library_file, own, library, "Jazz")
    save_choice("own")
    away = own.rename(own.with_suffix(".away"))
    window = open_window()
    notice = notice_of(window)
    qtbot.waitUntil(notice.isVisible, timeout=WAIT_MS)

    away.rename(own)
    click(qtbot, button(notice, "Try again"))
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=WAIT_MS)

    wait_for(qtbot, window, ["Jazz"] * 3)


def save_choice(name):
    file = paths.settings_file()
    old = settings.load(file)
    settings.save(replace(old, classifying=replace(old.classifying, classifier=name)), file)


@pytest.mark.parametrize("on", ["window", "page"])
def test_a_file_that_is_dropped_is_taken_over(open_window, tmp_path, on, qtbot):
    window = open_window()
    page = page_of(window, qtbot)

    drop(window if on == "window" else page, save_small_bundle(tmp_path / "夜曲.pth", seed=3))
    qtbot.waitUntil(lambda: "夜曲" in names(page), timeout=WAIT_MS)

    assert page.facts().name == "夜曲"
    assert in_use(page) == ["In the box"]


def test_a_file_that_is_dropped_before_the_page_is_there_is_taken_over(
    open_window, tmp_path, qtbot
):
    window = open_window()

    drop(window, save_small_bundle(tmp_path / "夜曲.pth", seed=3))
    page = window.findChild(ClassifiersPage)
    qtbot.waitUntil(lambda: bool(names(page)) and page.facts().name == "夜曲", timeout=WAIT_MS)

    assert page.isVisible()
    assert "夜曲" in page.notice.label.text()


def test_a_dropped_file_that_is_no_classifier_is_a_sentence(open_window, tmp_path, qtbot):
    window = open_window()
    page = page_of(window, qtbot)
    (tmp_path / "song.pth").write_bytes(b"no classifier")

    drop(page, tmp_path / "song.pth")
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT_MS)

    assert "song.pth" in page.notice.label.text()
    assert names(page) == ["In the box"]


def test_one_in_use_is_renamed_and_stays_in_use(open_window, own, qtbot, monkeypatch):
    save_choice("own")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("我的曲風", True))
    page = page_of(open_window(), qtbot)
    select(page, qtbot, "own")

    press(page, qtbot, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: in_use(page) == ["我的曲風"], timeout=WAIT_MS)

    assert chosen() == "我的曲風"


def test_one_in_use_that_is_removed_leaves_the_box_and_comes_back(
    open_window, own, qtbot, monkeypatch
):
    save_choice("own")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    page = page_of(open_window(), qtbot)
    select(page, qtbot, "own")

    press(page, qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: in_use(page) == ["In the box"], timeout=WAIT_MS)
    left = names(page)
    click(qtbot, page.undo_button)
    qtbot.waitUntil(lambda: "own" in names(page), timeout=WAIT_MS)

    assert left == ["In the box"]
    assert own.is_file()


def test_the_box_can_be_neither_renamed_nor_removed(open_window, qtbot):
    page = page_of(open_window(), qtbot)
    can = {action.text(): action.isEnabled() for action in page.menu().actions()}

    assert (can["Rename…"], can["Remove…"], can["Export…"]) == (False, False, True)


def test_weights_change_suggestions_and_reset_restores_them(
    open_window, own, library, library_file, qtbot
):
    save_choice("own")
    score(library_file, own, library, "Jazz", mlp="Rock")
    window = open_window()
    wait_for(qtbot, window, ["Jazz"] * 3)
    page = page_of(window, qtbot)
    select(page, qtbot, "own")
    page.detail.choose(3)
    weights = page.detail.weights

    weights.numbers["cnn"].setValue(0)
    qtbot.waitUntil(lambda: "3 of 3 suggestions" in weights.effect.text(), timeout=WAIT_MS)
    before = suggested(window)
    click(qtbot, weights.keep_button)
    wait_for(qtbot, window, ["Rock"] * 3)
    qtbot.waitUntil(lambda: page.facts().has_own_weights, timeout=WAIT_MS)
    click(qtbot, weights.reset_button)
    click(qtbot, weights.keep_button)
    wait_for(qtbot, window, ["Jazz"] * 3)

    assert set(before.values()) == {"Jazz"}  # trying alone changes nothing
    assert settings.load(paths.settings_file()).classifying.weights == {}


def test_the_report_on_a_training_opens_again_after_a_restart(open_window, own, tmp_path, qtbot):
    keep_report(made_up_report(), tmp_path / "out.pth", digest_of(own))
    page = page_of(open_window(), qtbot)
    select(page, qtbot, "own")

    click(qtbot, page.detail.report_button)
    qtbot.waitUntil(page.report.isVisible, timeout=WAIT_MS)
    figure, titles = page.report.accuracy.text(), page.report.to_check.tracks.rowCount()
    click(qtbot, page.report.again_button)

    assert figure == "96.7 %"
    assert titles > 0
    assert page.view.isVisible()


def test_two_are_compared_on_the_library_and_shown_in_review(
    open_window, own, library, library_file, qtbot
):
    score(library_file, own, library[:2], "Jazz")
    window = open_window()
    wait_for(qtbot, window, ["Blues"] * 3)
    page = page_of(window, qtbot)
    select(page, qtbot, "own")

    click(qtbot, page.compare_button)
    comparison = page.comparison
    qtbot.waitUntil(lambda: comparison.changed.rowCount() == 2, timeout=WAIT_MS)
    row = [comparison.changed.index(0, column).data() for column in range(6)]
    click(qtbot, comparison.show_button)

    assert row[2::2] == ["Blues", "Jazz"]
    assert "2 of 2 suggestions would be another genre" in comparison.headline.text()
    assert "1 track only In the box has listened to" in comparison.hint.text()
    assert window.review.isVisible()
    assert window.review.tracks.rowCount() == 2


def test_without_one_of_their_own_a_person_is_told_how_to_get_it(open_window, qtbot):
    page = page_of(open_window(), qtbot)

    assert "You have no classifier of your own yet" in page.hint.text()
    assert page.hint.isVisible()
    assert page.train_button.isVisible()


def test_until_it_is_known_what_there_is_nothing_is_offered_or_said(theme, taxonomy, qtbot):
    page = ClassifiersPage(theme, taxonomy)
    qtbot.addWidget(page)
    page.show()

    assert not page.detail.isVisible()
    assert not page.hint.isVisible()
    assert not any(
        button.isEnabled() for button in (page.use_button, page.more_button, page.compare_button)
    )
