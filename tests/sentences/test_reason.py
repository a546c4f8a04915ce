import pickle
from pathlib import Path

import pytest

from musicreclass.errors import Cancelled, FileProblem, MusicReclassError
from musicreclass.sentences.reason import as_said, because, from_stored, to_stored

SHORT = because("audio.too_short", samples=1, needed=2)
NESTED = because("said.of_file", name="青花瓷.mp3", reason=SHORT)


@pytest.mark.parametrize(
    "reason", [as_said("the moon is away"), NESTED, because("a.b", all=("x", 2))]
)
def test_a_reason_comes_back_from_the_disk_as_it_was(reason):
    assert from_stored(to_stored(reason)) == reason


def test_a_sentence_kept_by_an_older_version_is_said_as_it_is():
    assert str(from_stored("there is no sound in it")) == "there is no sound in it"


@pytest.mark.parametrize("text", ["3", '"text"', "{}", '{"code": 3, "values": {}}', "[1]"])
def test_what_is_no_reason_is_said_as_it_is(text):
    assert str(from_stored(text)) == text


@pytest.mark.parametrize(
    "error",
    [
        MusicReclassError(NESTED),
        FileProblem(Path("a.mp3"), because("said.stopped")),
        FileProblem(Path("a.mp3"), as_said("some words")),
        Cancelled(),
    ],
)
def test_an_error_crosses_processes_with_its_reason(error):
    back = pickle.loads(pickle.dumps(error))

    assert type(back) is type(error)
    assert back.reason == error.reason
    assert str(back) == str(error)


def test_an_error_about_a_file_names_it():
    assert (
        str(FileProblem(Path("/music/a.mp3"), as_said("it is copy-protected")))
        == "a.mp3: it is copy-protected"
    )
