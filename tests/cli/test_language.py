"""What the command line says in other languages than English."""

import gettext

import pytest

from musicreclass.__main__ import main
from musicreclass.cli import scan
from musicreclass.errors import MusicReclassError
from tests.sentences.every_reason import CATALOGUE, TRANSLATED, reason_of, with_english


@pytest.fixture
def fail_with(monkeypatch, capsys):
    """Return what runs a verb that fails for a reason, and returns what was said of it."""
    # argparse looks for catalogues of its own seventy times a run; there are none.
    monkeypatch.setattr(gettext, "find", lambda *_, **__: None)

    def run(code):
        def fail(*_):
            raise MusicReclassError(reason_of(code))

        monkeypatch.setattr(scan, "run", fail)
        assert main(["scan", "."]) == 1
        return capsys.readouterr().err

    return run


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_reason_is_said_in_english_on_another_command_line(monkeypatch, fail_with, language):
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")

    said = {code: fail_with(code) for code in CATALOGUE}

    assert all(said.values())
    assert with_english(said) == {}
