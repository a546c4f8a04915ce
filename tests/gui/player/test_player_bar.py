from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from musicreclass.gui.player.player import Player
from musicreclass.gui.player.player_bar import PlayerBar

A = Path("/music/a.mp3")


@pytest.fixture
def player(workers, outputs):
    return Player(workers, 50, lambda: outputs)


@pytest.fixture
def bar(qtbot, player, theme):
    bar = PlayerBar(player, theme, plays_on_move=False)
    qtbot.addWidget(bar)
    bar.resize(340, 60)
    bar.show()
    return bar


def test_the_button_plays_and_pauses_and_says_which(bar, player, qtbot):
    player.load(A)
    before = bar.play_button.accessibleName()
    qtbot.mouseClick(bar.play_button, Qt.MouseButton.LeftButton)

    assert player.is_playing
    assert (before, bar.play_button.accessibleName()) == ("Play", "Pause")


def test_the_position_is_shown_as_it_moves(bar, player, outputs):
    player.load(A)
    bar.set_length(200.0)
    outputs.playbacks[0].moved.emit(61.2)

    assert bar.position.text() == "1:01"
    assert bar.length.text() == "3:20"
    assert bar.slider.value() == 612


def test_the_keyboard_on_the_slider_seeks(bar, player, qtbot):
    player.load(A)
    bar.set_length(200.0)
    qtbot.keyClick(bar.slider, Qt.Key.Key_PageUp)

    assert player.seconds == 5.0


def test_a_click_on_the_slider_seeks(bar, player, qtbot):
    player.load(A)
    bar.set_length(200.0)
    at = QPoint(bar.slider.width() - 20, bar.slider.height() // 2)
    qtbot.mouseClick(bar.slider, Qt.MouseButton.LeftButton, pos=at)

    assert player.seconds > 0.0


def test_without_a_device_the_button_is_off_and_says_why(bar, player, outputs):
    outputs.is_there = False
    player.load(A)

    assert not bar.play_button.isEnabled()
    assert bar.why_off.isVisible()
    assert bar.why_off.text() == "there is no device"


def test_a_volume_is_set_at_once_and_kept_once_the_hand_rests(bar, player, qtbot):
    with qtbot.waitSignal(bar.volume_chosen) as chosen:
        bar.volume.setValue(30)
        bar.volume.setValue(35)
        now = player.volume

    assert now == 35
    assert chosen.args == [35]


def test_playing_as_one_moves_is_a_choice(bar, qtbot):
    with qtbot.waitSignal(bar.plays_on_move_chosen) as chosen:
        bar.auto_play.trigger()

    assert chosen.args == [True]
    assert bar.plays_on_move
