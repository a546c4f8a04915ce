"""What the verb refuses before anything is begun; what it does is tried in tests/serve."""

import socket
import sys

import pytest

from musicreclass.__main__ import main


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--host", "0.0.0.0"], "0.0.0.0 can be reached from other computers: give --token"),
        (["--host", "0.0.0.0", "--token", "short"], "16 plain letters, digits or signs at least"),
        (["--port", "70000"], "--port is a number from 0 to 65535"),
        (["--largest", "0"], "--largest and --longest should be more than 0"),
        (["--longest", "-1"], "--largest and --longest should be more than 0"),
    ],
)
def test_wrong_use_is_a_sentence(words, sentence, home, capsys):
    assert main(["serve", *words]) == 2

    assert sentence in capsys.readouterr().err
    assert not (home / "cache" / "uploads").exists()


def test_the_token_may_come_from_the_environment(monkeypatch, capsys):
    monkeypatch.setenv("MUSICRECLASS_TOKEN", "short")

    assert main(["serve"]) == 2
    assert "16 plain letters" in capsys.readouterr().err


def test_an_address_that_is_taken_is_a_sentence(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert main(["serve", "--port", str(port)]) == 1

    assert f"Nothing can be served at 127.0.0.1, port {port}" in capsys.readouterr().err


def test_without_its_packages_it_says_which_extra_brings_them(monkeypatch, capsys):
    for name in [name for name in sys.modules if name.startswith("musicreclass.serve.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    assert main(["serve"]) == 2
    assert "pip install 'musicreclass[serve]'" in capsys.readouterr().err
