from pathlib import Path

import pytest

from musicreclass.gui.player.playback import NoOutputs, open_outputs
from musicreclass.gui.player.player import Player
from tests import material

A, B, C = Path("/music/a.mp3"), Path("/music/b.mp3"), Path("/music/c.mp3")


@pytest.fixture
def player(workers, outputs):
    return Player(workers, 50, lambda: outputs)


def test_nothing_is_opened_before_there_is_something_to_play(workers):
    player = Player(workers, opened=lambda: pytest.fail("opened"))
    player.play()
    player.prepare(A)

    assert player.why_off == ""


def test_a_track_is_loaded_played_and_paused(player, outputs, qtbot):
    player.load(A)
    with qtbot.waitSignal(player.playing_changed) as changed:
        player.toggle()
    player.toggle()

    assert changed.args == [True]
    assert outputs.playbacks[0].loaded == [A]
    assert not player.is_playing


def test_the_next_track_is_ready_on_the_other_player_and_begins_at_once(player, outputs):
    player.load(A, plays=True)
    player.prepare(B)
    player.load(B, plays=True)

    assert [playback.loaded for playback in outputs.playbacks] == [[A], [B]]
    assert [playback.is_playing for playback in outputs.playbacks] == [False, True]


def test_a_track_loaded_anew_is_left_alone(player, outputs):
    player.load(A, plays=True)
    player.load(A)

    assert outputs.playbacks[0].loaded == [A]
    assert player.is_playing


def test_seeking_moves_the_track_in_hand(player, qtbot):
    player.load(A)
    with qtbot.waitSignal(player.moved) as moved:
        player.seek(12.5)

    assert moved.args == [12.5]
    assert player.seconds == 12.5


def test_what_the_other_player_says_is_nobodys_business(player, outputs, qtbot):
    player.load(A)
    player.prepare(B)
    with qtbot.assertNotEmitted(player.moved), qtbot.assertNotEmitted(player.ended):
        outputs.playbacks[1].moved.emit(3.0)
        outputs.playbacks[1].ended.emit()

    assert player.seconds == 0.0


def test_the_volume_is_that_of_both_players(player, outputs):
    player.load(A)
    player.set_volume(20)

    assert [playback.volume for playback in outputs.playbacks] == [0.2, 0.2]


def test_without_a_device_it_says_why_and_does_nothing(player, outputs):
    outputs.is_there = False
    player.load(A, plays=True)

    assert player.why_off == "there is no device"
    assert outputs.playbacks == []
    assert not player.is_playing


def test_a_device_that_is_pulled_out_pauses_and_one_that_comes_may_play(player, outputs):
    player.load(A, plays=True)
    outputs.plug(False)
    was_playing = player.is_playing
    outputs.plug(True)
    player.play()

    assert not was_playing
    assert player.is_playing


def test_a_device_that_comes_late_plays_the_track_in_hand(player, outputs):
    outputs.is_there = False
    player.load(A)
    outputs.plug(True)
    player.play()

    assert outputs.playbacks[0].loaded == [A]
    assert player.is_playing


def test_without_qts_multimedia_it_says_what_is_missing(qapp):
    outputs = open_outputs()

    assert isinstance(outputs, NoOutputs)
    assert "QtMultimedia" in outputs.why_silent()


def test_what_qt_cannot_play_is_decoded_and_played_all_the_same(player, outputs, qtbot, tmp_path):
    path = material.write_audio(tmp_path / "a.wv", seconds=0.2)
    player.load(path, plays=True)
    outputs.playbacks[0].refuse()
    qtbot.waitUntil(lambda: len(outputs.playbacks[0].loaded) == 2, timeout=20_000)

    assert outputs.playbacks[0].loaded[1].suffix == ".wav"
    assert outputs.playbacks[0].path == path
    assert player.is_playing


def test_what_nobody_can_decode_is_a_sentence_until_the_next_track(
    player, outputs, qtbot, tmp_path
):
    path = tmp_path / "a.mp3"
    path.write_bytes(b"nothing of the kind" * 50)
    player.load(path, plays=True)
    outputs.playbacks[0].refuse()
    qtbot.waitUntil(lambda: bool(player.why_off), timeout=20_000)
    complaint = player.why_off
    player.load(B)

    assert complaint.startswith("This track cannot be played: ")
    assert player.why_off == ""


def test_a_decoded_file_that_cannot_be_played_either_is_not_decoded_again(player, outputs):
    player.load(A)
    outputs.playbacks[0].refuse(is_substitute=True)

    assert player.why_off == "This track cannot be played: its sound is damaged"


def test_moving_on_while_a_track_is_decoded_plays_the_new_one(player, outputs, qtbot, tmp_path):
    path = material.write_audio(tmp_path / "a.wv", seconds=0.2)
    player.load(path)
    outputs.playbacks[0].refuse()
    player.load(C)
    qtbot.waitUntil(lambda: not player.parent().children() or not _decoding(player))

    assert outputs.playbacks[0].loaded == [path, C]


def _decoding(player):
    return any(thread.isRunning() for thread in player.parent()._running)


def test_all_files_are_let_go_of(player, outputs):
    player.load(A, plays=True)
    player.prepare(B)
    player.unload()

    assert [playback.path for playback in outputs.playbacks] == [None, None]
    assert player.path is None
    assert not player.is_playing


def test_a_file_that_is_written_is_let_go_of_and_picked_up_where_it_was(player, outputs):
    player.load(A, plays=True)
    player.seek(42.0)
    player.let_go([str(A)])
    player.let_go([str(A), str(C)])
    hand = outputs.playbacks[0]
    assert hand.path is None
    assert not player.is_playing

    player.pick_up()

    assert hand.path == A
    assert (player.seconds, player.is_playing) == (42.0, True)


def test_a_file_that_is_not_written_plays_on(player, outputs):
    player.load(A, plays=True)
    player.let_go([str(B)])
    player.pick_up()

    assert outputs.playbacks[0].loaded == [A]
    assert player.is_playing


def test_a_file_come_to_while_it_is_written_is_opened_after_that(player, outputs):
    player.load(A)
    player.let_go([str(B), str(C)])
    player.prepare(C)
    player.load(B, plays=True)
    assert [playback.path for playback in outputs.playbacks] == [None, None]

    player.pick_up()

    assert outputs.playbacks[0].path == B
    assert player.is_playing
