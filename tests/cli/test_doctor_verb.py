import pytest

from musicreclass.__main__ import main
from musicreclass.library.backup.backups import ASKED, back_up
from musicreclass.library.history.forgetting import batch_files
from musicreclass.pipeline import health
from musicreclass.pipeline.care.window_claim import WindowClaim
from musicreclass.pipeline.scanning import leftovers
from tests.library.filled import cut_off, empty, flip_in_index, zero_in_the_middle
from tests.tagged_library import contents, make_library

NAMES = ["a.mp3", "live/b.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


@pytest.fixture
def verb(library_file, old, capsys, monkeypatch):
    """Return a caller of a verb: status, what was printed, complaints."""
    for slow in ("_window", "_torch", "_encoder", "_decoders"):
        monkeypatch.setattr(health, slow, list)

    def call(*arguments):
        status = main(["--library", str(library_file), *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call


def test_a_flipped_bit_of_an_index_is_seen_and_repaired(verb, library_file, folder, old):
    flip_in_index(library_file, "idx_track_size_fingerprint")

    status, out, _ = verb("doctor")
    assert status == 1
    assert "`musicreclass doctor --repair` makes them anew" in out
    assert verb("library", "check")[0] == 1

    status, _, complaints = verb("doctor", "--repair")
    assert status == 0
    assert "have been made anew; nothing is lost" in complaints
    assert verb("library", "check")[0] == verb("write")[0] == verb("undo")[0] == 0
    assert contents(folder) == old


@pytest.mark.parametrize("ruin", [cut_off, zero_in_the_middle, empty])
def test_a_damaged_library_is_kept_aside_and_its_backup_restored(
    verb, library_file, folder, old, ruin
):
    back_up(library_file, ASKED)
    verb("write")
    (file,) = batch_files(library_file)
    ruin(library_file)

    status, _, complaints = verb("doctor", "--repair")

    assert status == 0
    assert "is the library now" in complaints
    assert str(file.path.parent) in complaints
    assert len(list(library_file.parent.glob("library until *.db"))) == 1
    assert verb("undo", "--from", file.path)[0] == 0
    assert contents(folder) == old


def test_without_a_backup_what_is_damaged_stays_where_it_is(verb, library_file):
    cut_off(library_file)
    before = library_file.read_bytes()

    status, _, complaints = verb("doctor", "--repair")

    assert status == 1
    assert "There is no backup of it" in complaints
    assert library_file.read_bytes() == before


def test_nothing_is_restored_behind_an_open_window(verb, library_file):
    back_up(library_file, ASKED)
    cut_off(library_file)
    claim = WindowClaim(library_file)
    claim.take()

    status, _, complaints = verb("doctor", "--repair")

    claim.let_go()
    assert status == 1
    assert "A window is open" in complaints


def test_the_old_bytes_are_named(verb, library_file):
    assert "none; those of what is written will lie in" in verb("doctor")[1]
    verb("write")
    (file,) = batch_files(library_file)

    assert f"one batch in {file.path.parent}" in verb("doctor")[1]


def test_what_a_crash_left_is_named_and_removed(verb, folder, old, monkeypatch):
    left = folder / "live" / ".musicreclass-0011223344556677.unfinished"
    left.write_bytes(b"half of a song")
    _, out, _ = verb("scan")
    assert "One copy that a crash left lies beside the music" in out

    status, out, _ = verb("doctor")
    assert (status, str(left) in out) == (1, True)
    assert str(left) in verb("problems")[1]
    assert "stays for now" in verb("doctor", "--repair")[2]
    monkeypatch.setattr(leftovers, "LEAST_AGE_SECONDS", -1.0)
    status, _, complaints = verb("doctor", "--repair")

    assert (status, "was removed" in complaints) == (0, True)
    assert contents(folder) == old
