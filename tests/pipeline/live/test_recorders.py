import shutil
import stat

import pytest

from musicreclass.pipeline.live.recorders import (
    DEFAULT_MONITOR,
    InputKind,
    answer_of,
    recorder_of,
    recorders,
)

SOURCES = (
    "0\tspeakers.monitor\tmodule-null-sink.c\ts16le 2ch 44100Hz\tIDLE\n"
    "1\twebcam\tmodule-alsa-card.c\ts16le 2ch 44100Hz\tIDLE\n"
    "2\theadset\tmodule-bluez5-device.c\ts16le 1ch 16000Hz\tRUNNING\n"
)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Return a maker of programs, the only ones that there are."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name, text):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return make


def a_server(listed=SOURCES, default="headset\n"):
    answers = {"list": listed, "get-default-source": default}
    return lambda command: answers.get(command[1]) if command[0] == "pactl" else None


def test_the_usual_microphone_comes_first_and_what_is_played_counts_as_an_input(programs):
    programs("parec", "exit 0")

    found = recorders(a_server())

    assert [(one.kind, one.name) for one in found] == [
        (InputKind.MICROPHONE, "headset"),
        (InputKind.MICROPHONE, "webcam"),
        (InputKind.COMPUTER, ""),
        (InputKind.COMPUTER, "speakers.monitor"),
    ]
    assert f"--device={DEFAULT_MONITOR}" in found[2].command


def test_a_kind_or_a_name_finds_what_records_it(programs):
    programs("parec", "exit 0")
    found = recorders(a_server())

    assert recorder_of("microphone", found).name == "headset"
    assert recorder_of("computer", found).name == ""
    assert recorder_of("webcam", found).name == "webcam"
    assert recorder_of("toaster", found) is None


def test_a_server_without_a_microphone_still_has_what_is_played(programs):
    programs("parec", "exit 0")

    found = recorders(a_server("0\tspeakers.monitor\tm\ts\tIDLE\n", "speakers.monitor\n"))

    assert {one.kind for one in found} == {InputKind.COMPUTER}


@pytest.mark.parametrize(
    ("cards", "count"),
    [("card 0: PCH [HDA Intel PCH], device 0: ALC257", 1), ("no soundcards found...", 0)],
)
def test_without_a_server_a_card_is_recorded_from(cards, count):
    found = recorders(lambda command: cards if command[0] == "arecord" else None)

    assert [one.command[0] for one in found] == ["arecord"] * count


def test_without_programs_there_is_nothing(programs):
    assert recorders() == ()


@pytest.mark.skipif(shutil.which("sh") is None, reason="programs of this test are shell scripts")
def test_a_program_that_fails_says_nothing(programs):
    programs("pactl", "echo something; exit 1")
    programs("arecord", "echo card 0: x")

    assert answer_of(("pactl", "list")) is None
    assert answer_of(("arecord", "-l")) == "card 0: x\n"
    assert answer_of(("parec",)) is None
