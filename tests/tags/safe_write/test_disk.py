import errno
from pathlib import Path
from typing import Any

import pytest

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from musicreclass.tags.safe_write.disk import may_pass, meaning, write_errors
from musicreclass.tags.tag_errors import WriteRefused

PATH = Path("/music/a.mp3")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "a.mp3: the disk is full; make room on it and write again"),
        (errno.EROFS, "a.mp3: the disk is read-only; allow writing to it and write again"),
        (errno.EPERM, "a.mp3: permission denied; allow writing to the file"),
        (errno.ENOTEMPTY, "a.mp3: the file cannot be written (directory not empty)"),
    ],
)
def test_what_the_disk_says_becomes_a_refusal(number, sentence):
    with pytest.raises(WriteRefused) as caught, write_errors(PATH):
        raise OSError(number, "Directory not empty")

    assert str(caught.value).startswith(sentence)


def test_what_is_said_of_the_tags_passes():
    with pytest.raises(FileProblem, match="damaged"), write_errors(PATH):
        raise FileProblem(PATH, as_said("damaged"))


@pytest.mark.parametrize(("winerror", "passes"), [(5, True), (32, True), (2, False)])
def test_only_what_another_program_holds_is_worth_waiting_for(winerror, passes):
    error: Any = PermissionError(errno.EACCES, "Permission denied")
    error.winerror = winerror

    assert may_pass(error) is passes
    assert ("another program is using" in str(meaning(error))) is (winerror == 32)
