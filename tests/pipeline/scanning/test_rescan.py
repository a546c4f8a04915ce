import os
import shutil
import sys

import pytest

from musicreclass.library.store import Library
from musicreclass.pipeline.scanning.rescan import rescan
from musicreclass.pipeline.scanning.scan import scan
from tests.material import write_audio
from tests.recording_context import RecordingContext


@pytest.fixture
def music(tmp_path):
    root = tmp_path / "music"
    for name in ("a/1.wav", "a/2.wav", "a/deep/3.wav", "b/4.wav"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        write_audio(root / name, seconds=0.1 + len(name) / 50)
    return root


@pytest.fixture
def library_file(tmp_path, music):
    scan(tmp_path / "library.db", RecordingContext(), paths=[music], workers=1)
    return tmp_path / "library.db"


@pytest.fixture
def look_into(library_file):
    def look(*directories, moving=()):
        ctx = RecordingContext()
        with Library(library_file) as library:
            [folder] = library.folders()
        by_folder = {folder.id: tuple(map(str, directories))}
        return rescan(library_file, ctx, by_folder=by_folder, moving=frozenset(moving), workers=1)

    return look


def test_what_is_new_changed_and_gone_in_a_directory_is_found_and_no_more(music, look_into):
    write_audio(music / "a" / "new.wav", seconds=0.7)
    write_audio(music / "a" / "1.wav", seconds=0.8)
    (music / "a" / "2.wav").unlink()
    (music / "b" / "4.wav").unlink()

    found = look_into(music / "a")

    assert (found.new, found.changed, found.missing, found.moved) == (1, 1, 1, 0)


def test_a_file_that_could_not_be_read_before_is_no_news(music, look_into):
    (music / "a" / "empty.wav").write_bytes(b"")
    assert look_into(music / "a").problems == 1

    write_audio(music / "a" / "1.wav", seconds=0.8)
    found = look_into(music / "a")

    assert (found.changed, found.problems) == (1, 0)


def test_a_tree_that_was_moved_is_the_same_tracks_elsewhere(music, look_into):
    (music / "a").rename(music / "b" / "was a")

    found = look_into(
        music / "a", music / "a" / "deep", music / "b" / "was a", music / "b" / "was a" / "deep"
    )

    assert (found.new, found.moved, found.missing) == (0, 3, 0)


def test_a_file_that_is_still_being_written_is_left_alone(music, look_into):
    write_audio(music / "a" / "half.wav")

    found = look_into(music / "a", moving=[str(music / "a" / "half.wav")])

    assert (found.new, found.missing) == (0, 0)


def test_where_the_whole_folder_is_away_nothing_is_missing(music, look_into):
    shutil.move(music, music.with_name("unplugged"))

    found = look_into(music, music / "a", music / "b")

    assert found.missing == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_in_the_folder_is_no_second_track(music, look_into):
    (music / "b" / "link.wav").symlink_to(music / "a" / "1.wav")

    assert look_into(music / "b").new == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are bytes on Linux")
def test_names_that_are_no_text_are_found_again(music, library_file, look_into):
    odd = os.fsdecode(b"odd \xff")
    (music / odd).mkdir()
    write_audio(music / odd / "5.wav", seconds=0.5)
    assert look_into(music, music / odd).new == 1

    (music / odd / "5.wav").unlink()

    assert look_into(music / odd).missing == 1
