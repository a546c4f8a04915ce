"""`listen --live`: sound out of pipes and programs, and what is said when there is none."""

import _thread
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.settings import ClassifySettings, Settings
from tests.material import music
from tests.small_bundles import GENRES, save_small_bundle

RATE = 16_000


@pytest.fixture(autouse=True)
def _small_classifier(tmp_path):
    bundle = save_small_bundle(tmp_path / "small.pth")
    chosen = Settings(classifying=ClassifySettings(classifier=str(bundle)))
    settings.save(chosen, paths.settings_file())


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


@pytest.fixture
def piped(monkeypatch):
    """Return what pipes bytes into the program's stdin."""
    opened = []

    def pipe(data):
        out, into = os.pipe()
        stream = os.fdopen(out, "rb")
        opened.append(stream)
        monkeypatch.setattr(sys, "stdin", stream)

        def write():
            with os.fdopen(into, "wb") as end:
                end.write(data)

        writing = threading.Thread(target=write)
        writing.start()
        return writing

    yield pipe
    for stream in opened:
        stream.close()


def pcm(seconds=4.5, kind="<i2", full=2**15 - 1):
    made = music(seconds=seconds * 44_100 / RATE).mean(axis=1)  # slower there: it is music still
    return (made[: round(seconds * RATE)] * full).astype(kind).tobytes()


def test_each_piece_out_of_a_pipe_is_a_line_of_json(piped, capsys):
    piped(pcm(6.0))

    status = main(["listen", "--live", "--pcm", str(RATE), "--json"])

    printed = capsys.readouterr()
    found = [json.loads(line) for line in printed.out.splitlines()]
    assert status == 0
    assert [line["piece"] for line in found] == [0, 1, 2]
    assert found[-1]["now"]["genre"] == found[-1]["minute"]["genre"] == GENRES[0]
    assert all(0.0 <= line["latency"] < 60.0 for line in found)
    assert "Listening to the pipe, 16,000 Hz" in printed.err


def test_people_are_told_on_lines_what_plays_and_what_the_minute_was(piped, capsys):
    piped(pcm())

    assert main(["listen", "--live", "--pcm", str(RATE)]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("0:03  Blues 100%")
    assert "last minute: Blues 100%" in line


def test_silence_is_said_to_be_silence(piped, capsys):
    piped(bytes(2 * 4 * RATE))

    assert main(["listen", "--live", "--pcm", str(RATE)]) == 0

    assert capsys.readouterr().out == "0:03  silence  ·  last minute: silence\n"


def test_floats_in_two_channels_are_read_where_that_is_said(piped, capsys):
    mono = np.frombuffer(pcm(3.0, "<f4", 1.0), dtype="<f4")
    piped(np.repeat(mono, 2).tobytes())
    said = ["--pcm", str(RATE), "--format", "f32le", "--channels", "2"]

    assert main(["listen", "--live", "--json", *said]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["now"]["genre"] == GENRES[0]


def test_a_rest_of_a_sample_and_too_little_sound_are_said(piped, capsys):
    piped(pcm(1.0) + b"x")

    assert main(["listen", "--live", "--pcm", str(RATE)]) == 0

    said = capsys.readouterr().err
    assert "The sound ended amid a sample: 1 byte of 2 was left out." in said
    assert "The sound ended before there were 3 seconds of it." in said


def test_a_file_is_no_raw_pcm(piped, capsys):
    piped(b"fLaC" + bytes(100)).join()

    assert main(["listen", "--live", "--pcm", str(RATE)]) == 1

    assert "This is a FLAC file, not raw PCM; unpack it first: ffmpeg" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "listen goes with --live"),
        (["--pcm", "16000"], "listen goes with --live"),
        (["--live", "--pcm", "16"], "A sample rate lies between 4,000 and 384,000 Hz"),
        (["--live", "--pcm", "16000", "--channels", "0"], "Sound has 1 to 32 channels"),
        (["--live", "--pcm", "16000", "--from", "x"], "give one of the two"),
        (["--live", "--channels", "2"], "give --pcm RATE, too"),
        (["--live", "--format", "u8"], "give --pcm RATE, too"),
    ],
)
def test_wrong_use_is_one_sentence(capsys, arguments, said):
    assert main(["listen", *arguments]) == 2

    printed = capsys.readouterr()
    assert said in printed.err
    assert len(printed.err.strip().splitlines()) == 1


@pytest.mark.parametrize("option", ["--live", "--devices"])
def test_without_a_device_a_sentence_says_what_to_do(programs, capsys, option):
    assert main(["listen", option]) == 1

    said = capsys.readouterr().err
    assert said.startswith("There is nothing to record from here: no microphone,")
    assert "--pcm 16000" in said


SOURCES = "0\\tspeakers.monitor\\tm\\ts\\tIDLE\\n1\\twebcam\\tm\\ts\\tIDLE\\n"
ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="programs here are shell scripts")


@ON_UNIX
def test_devices_are_listed_and_what_is_not_there_is_refused(programs, capsys):
    programs("pactl", f'[ "$1" = list ] && printf "{SOURCES}" || echo webcam')
    programs("parec", "exit 0")

    assert main(["listen", "--devices"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "microphone: webcam",
        "what this computer plays: computer",
        "what this computer plays: speakers.monitor",
    ]
    assert main(["listen", "--live", "--from", "toaster"]) == 2
    assert "There is no “toaster” to record from; there is: webcam" in capsys.readouterr().err


@pytest.fixture
def minding_ctrl_c():
    """Mind Ctrl-C, which a shell has ignored by what it runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@ON_UNIX
@pytest.mark.usefixtures("minding_ctrl_c")
def test_a_device_is_classified_until_ctrl_c(programs, tmp_path, capsys):
    sound = tmp_path / "sound.raw"
    sound.write_bytes(bytes(2 * 44_100 * 3))
    programs("pactl", f'[ "$1" = list ] && printf "{SOURCES}" || echo webcam')
    programs("parec", f'exec {sys.executable} -c "{giving(sound)}"')
    interrupting = threading.Thread(target=interrupt_when, args=(capsys,))

    interrupting.start()
    status = main(["listen", "--live", "--from", "computer"])
    interrupting.join()

    assert status == 0
    assert "Traceback" not in capsys.readouterr().err


def giving(file):
    """Return a program that gives a file, and then waits."""
    return (
        f"import sys, time; sys.stdout.buffer.write(open('{file}', 'rb').read()); "
        "sys.stdout.flush(); time.sleep(60)"
    )


def interrupt_when(capsys):
    """Do as Ctrl-C does once something was printed."""
    until, out = time.monotonic() + 60, ""
    while "silence" not in out and time.monotonic() < until:
        time.sleep(0.1)
        out += capsys.readouterr().out
    _thread.interrupt_main()


def test_features_are_still_called_by_their_former_name(capsys):
    assert main(["listen", "no-such-file", "--csv", "features.csv"]) == 2

    assert "no-such-file does not exist" in capsys.readouterr().err


def test_help_tells_of_live_and_loads_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-P", "-m", "musicreclass", "listen", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "--pcm RATE" in done.stdout
