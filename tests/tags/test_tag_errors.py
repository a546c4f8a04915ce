import errno
import pickle
from pathlib import Path

import mutagen
import pytest

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from musicreclass.tags.tag_errors import DamagedFile, TagError, tag_errors

SONG = Path("music/song.mp3")
BROKEN = as_said("broken")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "permission denied"),
        (errno.EIO, "read error"),
        (errno.ENOENT, "no longer there"),
        (errno.ESTALE, "network folder"),
        (errno.ENAMETOOLONG, "file name too long"),
    ],
)
def test_trouble_of_the_disk_becomes_a_sentence(number, sentence):
    with pytest.raises(TagError, match=sentence) as caught, tag_errors(SONG):
        raise OSError(number, "File name too long")

    assert not isinstance(caught.value, DamagedFile)
    assert str(caught.value).startswith("song.mp3: ")


def test_trouble_of_the_disk_is_found_inside_mutagens_errors():
    with pytest.raises(TagError, match="read error") as caught, tag_errors(SONG):
        raise mutagen.MutagenError(OSError(errno.EIO, "Input/output error"))

    assert not isinstance(caught.value, DamagedFile)


def test_a_seek_to_before_the_start_is_damage_of_the_file():
    with pytest.raises(DamagedFile), tag_errors(SONG):
        raise mutagen.MutagenError(OSError(errno.EINVAL, "Invalid argument"))


def test_what_mutagen_says_is_kept():
    with pytest.raises(DamagedFile, match=r"broken \(no frames\)"), tag_errors(SONG, BROKEN):
        raise mutagen.MutagenError("no frames")


@pytest.mark.parametrize("error", [ValueError("x"), IndexError("x"), RecursionError("x")])
def test_what_python_says_is_not_for_people(error):
    with pytest.raises(DamagedFile) as caught, tag_errors(SONG, BROKEN):
        raise error

    assert str(caught.value.reason) == "broken"


def test_bugs_pass_through():
    with pytest.raises(AttributeError), tag_errors(SONG):
        getattr(SONG, "no_such_thing")  # noqa: B009


@pytest.mark.parametrize("kind", [TagError, DamagedFile])
def test_errors_survive_the_way_between_processes(kind):
    error = pickle.loads(pickle.dumps(kind(SONG, "broken")))

    assert isinstance(error, FileProblem)
    assert (type(error), error.path, str(error.reason)) == (kind, SONG, "broken")
