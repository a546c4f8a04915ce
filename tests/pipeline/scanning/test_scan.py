import errno
import os
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from contextlib import nullcontext
from pathlib import Path

import pytest

from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.scanning.scan import scan
from tests.recording_context import RecordingContext


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def music(tmp_path, write_mp3):
    folder = tmp_path / "Musics_TBC"
    for number, title in enumerate(["青花瓷", "十年", "茉莉花"]):
        write_mp3(folder / f"{number}.mp3", title=title, artist="周杰倫", genre="Pop")
    return folder


def look(library, *folders, **options):
    return scan(
        library, options.pop("ctx", RecordingContext()), paths=folders, workers=2, **options
    )


def titles(library):
    with Library(library) as opened:
        return sorted(line.title for lines in opened.lines() for line in lines)


def test_a_first_scan_finds_everything_and_hands_it_over(library, music):
    ctx = RecordingContext()

    summary = look(library, music, ctx=ctx)

    assert (summary.files, summary.tracks, summary.new) == (3, 3, 3)
    assert (summary.changed, summary.moved, summary.missing, summary.problems) == (0, 0, 0, 0)
    assert (
        titles(library) == sorted(line.title for line in ctx.lines) == ["十年", "茉莉花", "青花瓷"]
    )
    assert ctx.reports[-1].fraction == 1.0


def test_a_second_scan_reads_nothing_again(library, music):
    look(library, music)
    ctx = RecordingContext()

    summary = look(library, ctx=ctx)

    assert (summary.files, summary.new, summary.changed) == (3, 0, 0)
    assert ctx.lines == []


def test_a_changed_file_is_read_again(library, music, write_mp3):
    look(library, music)
    write_mp3(music / "1.mp3", title="十年 (Live)")

    assert look(library).changed == 1
    assert "十年 (Live)" in titles(library)


def test_a_renamed_folder_keeps_its_tracks(library, music):
    look(library, music)
    with Library(library) as opened:
        before = {known.id for known in opened.known_files().values()}
    (music / "sub").mkdir()
    shutil.move(music / "1.mp3", music / "sub" / "renamed.mp3")

    summary = look(library)

    assert (summary.moved, summary.new, summary.missing) == (1, 0, 0)
    with Library(library) as opened:
        assert {known.id for known in opened.known_files().values()} == before


def test_a_vanished_file_is_missing_and_comes_back(library, music, tmp_path):
    look(library, music)
    shutil.move(music / "1.mp3", tmp_path / "elsewhere.mp3")

    assert look(library).missing == 1
    with Library(library) as opened:
        assert opened.folders()[0].missing_count == 1

    shutil.move(tmp_path / "elsewhere.mp3", music / "1.mp3")
    assert look(library).missing == 0
    with Library(library) as opened:
        assert opened.folders()[0].missing_count == 0


def test_a_drive_that_is_unplugged_loses_no_track(library, music, tmp_path):
    look(library, music)
    music.rename(tmp_path / "unplugged")

    summary = look(library)

    assert (summary.missing, summary.problems) == (0, 1)
    assert len(titles(library)) == 3


def test_the_empty_folder_that_a_drive_leaves_loses_no_track(library, music, tmp_path):
    look(library, music)
    music.rename(tmp_path / "unplugged")
    music.mkdir()

    summary = look(library)

    assert (summary.missing, summary.problems) == (0, 1)
    with Library(library) as opened:
        assert [str(problem.reason) for problem in opened.problems()] == [
            "the folder is empty; is its drive connected? Its tracks stay as they are"
        ]
    music.rmdir()
    (tmp_path / "unplugged").rename(music)
    assert (look(library).problems, len(titles(library))) == (0, 3)


def test_files_that_a_drive_does_not_answer_for_are_not_missing(library, music, monkeypatch):
    look(library, music)
    monkeypatch.setattr(os, "scandir", lambda folder: nullcontext(map(Silent, listed(folder))))

    assert look(library).missing == 0
    monkeypatch.undo()
    assert look(library).problems == 0


def test_a_drive_that_goes_away_amid_a_scan_loses_no_track(library, music, tmp_path, monkeypatch):
    look(library, music)

    def unplug(folder):
        found = listed(folder)
        music.rename(tmp_path / "unplugged")
        (music / "of the system").mkdir(parents=True)
        monkeypatch.undo()
        return nullcontext(found)

    monkeypatch.setattr(os, "scandir", unplug)

    summary = look(library)

    assert (summary.missing, summary.problems) == (0, 1)


def listed(folder, scandir=os.scandir):
    with scandir(folder) as found:
        return list(found)


class Silent:
    """An entry of a folder on a network drive that went away after it was listed."""

    def __init__(self, entry):
        self.name, self.path = entry.name, entry.path
        self.inode, self.is_symlink = entry.inode, entry.is_symlink

    def is_dir(self):
        raise OSError(errno.ESTALE, "Stale file handle")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.mp3", b"", "empty"),
        ("text.flac", b"this is no music " * 99, "FLAC sound"),
        ("lie.mp3", b"\x89PNG\r\n\x1a\n" + bytes(500), "MP3 sound"),
    ],
)
def test_a_file_that_is_no_audio_is_a_problem_with_a_reason(library, music, name, content, reason):
    (music / name).write_bytes(content)

    summary = look(library, music)

    assert (summary.new, summary.problems) == (3, 1)
    with Library(library) as opened:
        (problem,) = opened.problems()
    assert problem.path == music / name
    assert reason in str(problem.reason)


def test_a_problem_that_is_solved_is_forgotten(library, music, write_mp3):
    (music / "bad.mp3").write_bytes(b"")
    assert look(library, music).problems == 1
    write_mp3(music / "bad.mp3", title="Good now")

    assert look(library).problems == 0
    with Library(library) as opened:
        assert opened.problems() == []


def test_a_path_that_is_no_folder_is_wrong_use(library, tmp_path):
    with pytest.raises(UsageProblem, match="is not a folder; give a folder with music"):
        look(library, tmp_path / "nothing here")


def test_a_stopped_scan_keeps_what_it_read(library, music):
    with pytest.raises(Cancelled):
        look(library, music, ctx=RecordingContext(stop_after=1))

    assert len(titles(library)) >= 1
    look(library)
    assert len(titles(library)) == 3


def test_a_folder_inside_a_known_one_is_scanned_alone(library, music, write_mp3):
    look(library, music)
    write_mp3(music / "album" / "new.mp3", title="New")
    write_mp3(music / "other" / "later.mp3", title="Later")

    assert look(library, music / "album").new == 1
    with Library(library) as opened:
        assert len(opened.folders()) == 1


def test_a_removed_folder_comes_back_with_its_tracks(library, music):
    look(library, music)
    with Library(library) as opened:
        opened.remove_folder(opened.folders()[0].id)

    summary = look(library, music)

    assert (summary.new, summary.tracks) == (0, 3)


def test_a_name_that_only_changes_its_composition_stays_one_track(library, music):
    composed = unicodedata.normalize("NFC", "Café.mp3")
    (music / "0.mp3").rename(music / composed)
    look(library, music)
    (music / composed).rename(music / unicodedata.normalize("NFD", composed))

    assert look(library).moved == 1
    assert len(titles(library)) == 3


def test_names_of_any_bytes_become_tracks(library, music):
    (music / "0.mp3").rename(music / os.fsdecode(b"\xa4\xa4\xff.mp3"))

    summary = look(library, music)

    assert (summary.new, summary.problems) == (3, 0)
    assert look(library).new == 0


def test_a_scan_that_is_killed_goes_on_where_it_stood(library, tmp_path, write_mp3):
    folder = tmp_path / "many"
    for number in range(300):
        write_mp3(folder / f"{number}.mp3", title=str(number))
    command = [sys.executable, "-m", "musicreclass", "--library", str(library), "scan", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_for(library)
    process.send_signal(signal.SIGKILL)
    process.wait()

    summary = look(library, folder)

    assert summary.tracks == 300
    assert len(titles(library)) == len(set(titles(library))) == 300


def _wait_for(path: Path):
    deadline = time.monotonic() + 20
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
