"""Which files of which formats are written in place, and that they come back byte for byte."""

import os

import pytest

from musicreclass.core.tag_change import SafeWay, WriteChoices
from musicreclass.core.track import FileStamp
from musicreclass.library.store import Library
from musicreclass.pipeline.writing import absorbed_writes, tag_calls
from musicreclass.pipeline.writing.apply import undo_batch
from musicreclass.tags import write
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from tests.recording_context import RecordingContext
from tests.tagged_library import decide_all, make_song, scanned, write_all
from tests.tags import rich_files

FIRST, SECOND = ("A genre of so many words that it takes all the room there is",), ("Jazz", "爵士")
MAKERS = {
    "a.flac": rich_files.flac_file,
    "a.m4a": rich_files.mp4_file,
    "a.ogg": rich_files.ogg_file,
    "a.opus": rich_files.ogg_file,
    "a.spx": rich_files.speex_file,
    "a.aiff": rich_files.inner_id3_file,
}


class Watching(Disk):
    """Notes the names of files that are patched in place."""

    def __init__(self):
        self.patched = set()

    def open_to_patch(self, path):
        self.patched.add(path.name)
        return super().open_to_patch(path)


@pytest.fixture(params=MAKERS)
def path(tmp_path, library_file, request):
    """Return a file that was written to once, so that it has room now."""
    path = tmp_path / "music" / request.param
    path.parent.mkdir()
    MAKERS[request.param](path)
    with Library(library_file) as library:
        library.record([scanned(path, library.add_folder(path.parent).id)])
    decide_all(library_file, FIRST)
    write_all(library_file)
    return path


def test_what_has_room_is_written_in_place_and_taken_back(library_file, path):
    old, disk = path.read_bytes(), Watching()
    decide_all(library_file, SECOND)

    summary, _ = write_all(library_file, disk=disk)

    assert summary.written == 1
    assert disk.patched == {path.name}
    assert read_facts(path).tags.genres == SECOND
    with Library(library_file) as library:
        (line,) = [line for batch in library.lines() for line in batch]
    assert line.genre == "; ".join(SECOND)
    undoing = Watching()
    undo_batch(library_file, summary.batch, RecordingContext(), disk=undoing)
    assert undoing.patched == {path.name}
    assert path.read_bytes() == old


def test_either_way_writes_the_same_bytes(library_file, path):
    decide_all(library_file, SECOND)
    summary, _ = write_all(library_file)
    in_place = path.read_bytes()
    undo_batch(library_file, summary.batch, RecordingContext())
    decide_all(library_file, SECOND)

    write_all(library_file, choices=WriteChoices(safe=SafeWay.COPY))

    assert path.read_bytes() == in_place


@pytest.fixture
def mp3(tmp_path, library_file):
    """Return an MP3 with a plain tag that has room, of a library that wants another genre in it."""
    path = tmp_path / "music" / "a.mp3"
    make_song(path, 1)
    with Library(library_file) as library:
        library.record([scanned(path, library.add_folder(path.parent).id)])
    decide_all(library_file, SECOND)
    return path


def known(library_file):
    """Return what the library knows of its only track."""
    with Library(library_file) as library:
        (line,) = [line for batch in library.lines() for line in batch]
        track = library.track(line.id)
    return track.stamp, (track.stream, track.tags, track.fingerprint)


def told(path):
    facts = read_facts(path)
    return FileStamp.of(path), (facts.stream, facts.tags, facts.fingerprint)


@pytest.mark.parametrize("keep_times", [True, False])
@pytest.mark.parametrize("safe", SafeWay)
def test_of_a_plain_mp3_the_library_knows_what_a_scan_would_read(
    library_file, mp3, safe, keep_times
):
    choices = WriteChoices(safe=safe, keep_times=keep_times)
    summary, _ = write_all(library_file, choices=choices)
    written = known(library_file)
    assert written == told(mp3)
    assert written[1][1].genres == SECOND

    undo_batch(library_file, summary.batch, RecordingContext())

    assert known(library_file) == told(mp3)


def test_a_plain_mp3_is_not_taken_to_pieces(library_file, mp3, monkeypatch):
    old, taken = mp3.read_bytes(), []
    for room, name in ((write, "recognised"), (absorbed_writes, "facts_in")):
        monkeypatch.setattr(room, name, lambda *args: taken.append(args))

    summary, _ = write_all(library_file)
    undone = undo_batch(library_file, summary.batch, RecordingContext())

    assert (summary.written, undone.undone, taken) == (1, 1, [])
    assert mp3.read_bytes() == old


def test_a_copy_of_a_plain_mp3_is_not_read_once_more(library_file, mp3, monkeypatch):
    taken = []
    monkeypatch.setattr(tag_calls, "read_facts", lambda path: taken.append(path))

    summary, _ = write_all(library_file, choices=WriteChoices(safe=SafeWay.COPY))

    assert (summary.written, taken) == (1, [])


def test_a_file_that_the_library_knew_otherwise_is_read_anew(library_file, mp3):
    summary, _ = write_all(library_file)
    os.utime(mp3, ns=(0, 10**18))
    with Library(library_file) as library:
        (line,) = [line for batch in library.lines() for line in batch]
        assert line.stamp != FileStamp.of(mp3)

    undone = undo_batch(library_file, summary.batch, RecordingContext())

    assert undone.undone == 1
    assert known(library_file) == told(mp3)
