"""What strangers put into names is shown at a terminal, and never obeyed."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass.__main__ import main
from musicreclass.classifiers.bundle import save
from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.terminal import for_programs, open_door
from musicreclass.core.job import Progress
from tests.cli.test_console import Terminal
from tests.small_bundles import small_bundle
from tests.tagged_library import make_library

ODD = ["\x1b[2J\x1b]0;pwned\x07 esc.mp3", "\x9b31m.mp3", "two\nlines.mp3", "a\u202egpj.mp3"]
SEEN = [r"\x1b[2J\x1b]0;pwned\x07 esc.mp3", r"\u009b31m.mp3", r"two\nlines.mp3", r"a\u202egpj.mp3"]
FULL = Path("/dev/full")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no other system has such names")


def steering(text):
    """Return the signs in what was printed that a terminal would obey."""
    return {sign for sign in text if sign != "\n" and not sign.isprintable()}


@pytest.fixture
def odd(library_file, tmp_path):
    make_library(library_file, tmp_path / "music", ODD)
    return library_file


def child(library_file, *arguments, **options):
    command = [sys.executable, "-P", "-m", "musicreclass", "--library", library_file, *arguments]
    return subprocess.run(command, check=False, stderr=subprocess.PIPE, **options)


@pytest.mark.parametrize("verb", [("write", "--dry-run"), ("review", "--tracks")])
def test_names_that_would_steer_a_terminal_are_shown(odd, capsys, verb):
    assert main(["--library", str(odd), *verb]) == 0

    printed = capsys.readouterr().out
    assert steering(printed) == set()
    assert [name for name in SEEN if name not in printed] == []


def test_a_problem_with_an_odd_name_is_one_line(odd, tmp_path, capsys):
    for path in (tmp_path / "music").iterdir():
        path.write_bytes(b"changed")

    main(["--library", str(odd), "write"])

    complaints = capsys.readouterr().err
    assert steering(complaints) == set()
    assert len(complaints.splitlines()) == len(ODD)


def test_the_line_of_progress_shows_them_too(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with open_door():
        ConsoleContext().report(Progress(1, 2, ODD[0]))

    drawn = terminal.getvalue()
    assert drawn.startswith("\r\x1b[K")
    assert steering(drawn.removeprefix("\r\x1b[K")) == set()


def test_what_is_printed_past_the_context_goes_through_the_door(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    with open_door():
        sys.stdout.write("".join(ODD))

    assert steering(terminal.getvalue()) == set()


def test_json_means_the_same_behind_the_door(monkeypatch):
    said = {"genre": "".join(ODD), "other": "民謠"}
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    with open_door():
        sys.stdout.write(json.dumps(said, ensure_ascii=False))

    assert json.loads(terminal.getvalue()) == said
    assert "民謠" in terminal.getvalue()


@pytest.mark.parametrize("verb", ["list", "show"])
def test_a_classifier_of_an_odd_name_is_shown(tmp_path, capsys, verb):
    path = tmp_path / "odd\x1b[2J\x9b.pth"
    save(small_bundle(), path)
    main(["classifiers", "import", str(path)])
    capsys.readouterr()

    main(["classifiers", verb] + [path.stem] * (verb == "show"))

    assert steering("".join(capsys.readouterr())) == set()


def test_an_encoding_without_the_signs_gets_escapes(odd, tmp_path):
    make_library(tmp_path / "more.db", tmp_path / "more", ["青花瓷.mp3"])
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}

    done = child(
        tmp_path / "more.db", "write", "--dry-run", env=environment, stdout=subprocess.PIPE
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u9752\u82b1\u74f7.mp3" in done.stdout


@pytest.mark.skipif(not FULL.exists(), reason="there is no such device")
@pytest.mark.parametrize("arguments", [("review",), ("review", "--json"), ("--help",)])
def test_a_device_that_is_full_is_a_sentence(odd, arguments):
    with FULL.open("wb") as full:
        done = child(odd, *arguments, stdout=full)

    assert done.returncode == 1
    assert b"cannot be written: no space left on device" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_who_has_had_enough_is_no_problem(odd):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = child(odd, "review", stdout=writing)
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


def test_closed_streams_are_no_problem(odd):
    done = child(odd, "review", stdout=subprocess.DEVNULL, preexec_fn=lambda: os.close(1))

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_table_for_programs_keeps_names_as_they_are(monkeypatch):
    shown, kept = Terminal(), io.StringIO()
    for stream in (shown, kept):
        monkeypatch.setattr(sys, "stdout", stream)
        with open_door():
            for_programs(sys.stdout).write(ODD[0])

    assert (shown.getvalue(), kept.getvalue()) == (SEEN[0], ODD[0])
