"""Tags that are too large, or take too long, for the process that writes."""

import sys
import threading
import time
import tracemalloc

import pytest

from musicreclass.core.tag_change import ChangeState, FileChange, Id3Version, WriteChoices
from musicreclass.errors import Cancelled
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.writing import apply, tag_calls
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_size import is_heavy
from tests.material import ape_tag, id3v2, latin1, make_mp3, make_wave
from tests.pipeline.writing.test_apply import undo
from tests.recording_context import RecordingContext
from tests.tagged_library import GENRES, contents, make_library, write_all

LITTLE_BYTES = 4 << 20  # of memory in this process, while tags of 30 MB are written


def picture(megabytes):
    return b"\0image/png\0\3\0" + bytes(range(256)) * (megabytes << 12)


def heavy_song(path, *frames):
    make_mp3(path, frames=20, head=id3v2(3, [*frames, (b"TCON", latin1(b"Rock"))], padding=200))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


def library_with(library_file, folder, make):
    """Make a library of three songs, one of which `make` has made heavy before it was scanned."""
    make_library(library_file, folder, ["a.mp3", "b.mp3", "heavy.mp3"])
    make(folder / "heavy.mp3")
    scan(library_file, RecordingContext(), workers=1)
    return contents(folder)


def test_large_tags_are_written_and_taken_back_byte_for_byte(library_file, folder):
    old = library_with(library_file, folder, lambda p: heavy_song(p, (b"APIC", picture(3))))

    summary, _ = write_all(library_file)

    assert (summary.written, summary.refused) == (3, 0)
    assert read_facts(folder / "heavy.mp3").tags.genres == GENRES
    assert undo(library_file)[0].undone == 3
    assert contents(folder) == old


def test_this_process_does_not_take_large_tags_to_pieces(library_file, folder):
    library_with(library_file, folder, lambda p: heavy_song(p, (b"APIC", picture(30))))

    tracemalloc.start()
    summary, _ = write_all(library_file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert summary.written == 3
    assert peak < LITTLE_BYTES


def test_what_takes_too_long_is_refused_and_the_others_are_written(
    library_file, folder, monkeypatch
):
    many = [(b"TXXX", b"\0name %d\0" % number) for number in range(40_000)]
    old = library_with(library_file, folder, lambda p: heavy_song(p, *many))
    monkeypatch.setattr(tag_calls, "HEAVY_SECONDS", 0.2)

    summary, became = write_all(library_file)

    assert (summary.written, summary.refused) == (2, 1)
    assert str(became["heavy.mp3"].reason) == "it took longer than 0.2 seconds; it is left out"
    assert (folder / "heavy.mp3").read_bytes() == old["heavy.mp3"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.mp3", "b.mp3", "heavy.mp3"]


@pytest.mark.skipif(sys.platform != "linux", reason="ends the process elsewhere")
def test_what_takes_too_much_memory_is_refused_and_the_others_are_written(
    library_file, folder, monkeypatch
):
    old = library_with(library_file, folder, lambda p: heavy_song(p, (b"APIC", picture(50))))
    monkeypatch.setattr(tag_calls, "TAG_BYTES", 120 << 20)

    summary, became = write_all(library_file)

    assert (summary.written, summary.refused) == (2, 1)
    assert "memory" in str(became["heavy.mp3"].reason)
    assert (folder / "heavy.mp3").read_bytes() == old["heavy.mp3"]


def test_what_a_write_would_do_is_foreseen_of_large_tags_too(library_file, folder):
    old = library_with(library_file, folder, lambda p: heavy_song(p, (b"APIC", picture(1))))
    wanted = apply.wanted_genres(library_file, RecordingContext())

    found = dict(
        apply.previews(library_file, wanted, WriteChoices(id3=Id3Version.V2_4), RecordingContext())
    )

    assert found[folder / "heavy.mp3"].after == GENRES
    assert found[folder / "heavy.mp3"].kind_after == "ID3v2.4"
    assert contents(folder) == old


def test_a_damaged_large_tag_is_refused_with_its_own_reason(library_file, folder):
    def make(path):
        heavy_song(path, (b"APIC", picture(1)))
        damaged = path.read_bytes().replace(b"ID3\3", b"ID3\x09", 1)
        path.write_bytes(damaged)

    library_with(library_file, folder, make)

    _, became = write_all(library_file)

    assert became["heavy.mp3"].state is ChangeState.REFUSED
    assert isinstance(became["heavy.mp3"], FileChange)
    assert "ID3v2.9" in str(became["heavy.mp3"].reason)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: heavy_song(path, (b"TXXX", b"\0" + bytes(600_000))),
        lambda path: make_mp3(path, tail=ape_tag({"Notes": b"x" * 600_000})),
        lambda path: make_wave(path, [(b"id3 ", b"x" * 600_000)]),
    ],
    ids=["head", "tail", "chunk"],
)
def test_large_tags_are_told_wherever_they_lie(tmp_path, make):
    make(tmp_path / "a.mp3")
    make_mp3(tmp_path / "b.mp3", frames=200, head=id3v2(3, [(b"TIT2", latin1(b"x" * 90_000))]))

    assert is_heavy(tmp_path / "a.mp3")
    assert not is_heavy(tmp_path / "b.mp3")


def test_whoever_stops_does_not_wait_for_a_large_tag(library_file, folder):
    many = [(b"TXXX", b"\0name %d\0" % number) for number in range(60_000)]
    old = library_with(library_file, folder, lambda p: heavy_song(p, *many))
    ctx = RecordingContext()
    stopping = threading.Timer(0.2, ctx.cancel)
    stopping.start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        write_all(library_file, choices=WriteChoices(id3=Id3Version.V2_4), ctx=ctx)

    assert time.monotonic() - started < 5.0
    assert contents(folder) == old
    stopping.join()
