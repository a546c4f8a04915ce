"""Real files that come, change, move and go while they are watched."""

import os
import sys
import threading

import pytest

from musicreclass.core.track import Folder
from musicreclass.errors import Cancelled
from musicreclass.pipeline.watching import quiet_directories, watch_folders, watched_tree
from musicreclass.pipeline.watching.inotify import Inotify, LimitReached
from musicreclass.pipeline.watching.mounts import remote_devices
from musicreclass.pipeline.watching.watch_folders import TouchedDirectories, Watching
from musicreclass.pipeline.watching.watched_tree import Way
from tests.recording_context import RecordingContext

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux for notices")


class Watcher:
    """A watcher that runs, and what it has said."""

    def __init__(self, folder):
        self.ctx = RecordingContext()
        self._thread = threading.Thread(target=self._run, args=[folder])
        self._thread.start()
        self.wait(lambda: self.ctx.of(Watching))

    def _run(self, folder):
        with pytest.raises(Cancelled):
            watch_folders.watch_folders([folder], self.ctx)

    def wait(self, condition, seconds=15):
        pause = threading.Event()
        for _ in range(round(seconds / 0.02)):
            if condition():
                return
            pause.wait(0.02)
        pytest.fail(f"only {self.ctx.published}")

    def touched(self):
        return {
            d for t in self.ctx.of(TouchedDirectories) for ds in t.by_folder.values() for d in ds
        }

    def wait_for(self, *directories):
        self.wait(lambda: set(map(str, directories)) <= self.touched())

    def way(self):
        return self.ctx.of(Watching)[-1].way

    def stop(self):
        self.ctx.cancel()
        self._thread.join()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(quiet_directories, "QUIET_SECONDS", 0.1)
    monkeypatch.setattr(quiet_directories, "MOST_SECONDS", 0.5)
    monkeypatch.setattr(watch_folders, "WAIT_SECONDS", 0.02)
    monkeypatch.setattr(watch_folders, "THERE_SECONDS", 0.1)
    monkeypatch.setattr(watch_folders, "COARSE_SECONDS", -60.0)  # what is made here is not new
    monkeypatch.setattr(watched_tree, "LOOK_SECONDS", 0.2)
    monkeypatch.setattr(watched_tree, "SPARE", 1.0)


@pytest.fixture
def music(tmp_path):
    root = tmp_path / "music"
    (root / "album" / "cd1").mkdir(parents=True)
    (root / "album" / "1.mp3").write_bytes(b"sound")
    return root


@pytest.fixture
def watch(music):
    started = []

    def start():
        started.append(Watcher(Folder(1, music)))
        return started[-1]

    yield start
    for watcher in started:
        watcher.stop()


@pytest.fixture(params=["notices", "looking"])
def watcher(request, watch, monkeypatch):
    if request.param == "looking":
        monkeypatch.setattr(watch_folders, "Inotify", _none)
    elif not sys.platform.startswith("linux"):
        pytest.skip("asks Linux for notices")
    return watch()


def _none():
    raise OSError("this system has no notices")


def test_a_new_file_is_noticed(watcher, music):
    (music / "album" / "2.mp3").write_bytes(b"more")

    watcher.wait_for(music / "album")


def test_a_file_that_is_changed_without_a_new_name_is_noticed(watcher, music):
    with (music / "album" / "1.mp3").open("r+b") as file:
        file.write(b"SOUND and a longer tag")

    watcher.wait_for(music / "album")


def test_a_file_that_moves_is_noticed_at_both_ends(watcher, music):
    (music / "album" / "1.mp3").rename(music / "album" / "cd1" / "1.mp3")

    watcher.wait_for(music / "album", music / "album" / "cd1")


def test_a_file_that_vanishes_is_noticed(watcher, music):
    (music / "album" / "1.mp3").unlink()

    watcher.wait_for(music / "album")


def test_a_whole_tree_that_moves_is_noticed_at_all_its_directories(watcher, music):
    (music / "album").rename(music / "renamed")

    watcher.wait_for(
        music / "album", music / "album" / "cd1", music / "renamed", music / "renamed" / "cd1"
    )


def test_what_is_put_into_a_new_directory_is_noticed_as_well(watcher, music):
    (music / "new" / "deep").mkdir(parents=True)
    watcher.wait_for(music / "new" / "deep")
    watcher.ctx.published.clear()

    (music / "new" / "deep" / "3.mp3").write_bytes(b"sound")

    watcher.wait_for(music / "new" / "deep")


def test_a_file_is_held_back_while_it_grows(watcher, music):
    growing = music / "album" / "long.mp3"
    with growing.open("wb") as file:
        for _ in range(40):
            file.write(b"more of it")
            file.flush()
            threading.Event().wait(0.03)
        for touched in watcher.ctx.of(TouchedDirectories):
            assert str(growing) in touched.moving

    watcher.wait(lambda: any(not t.moving for t in watcher.ctx.of(TouchedDirectories)))


@linux
def test_pictures_beside_music_are_nobodys_business(watch, music):
    watcher = watch()
    (music / "album" / "cover.jpg").write_bytes(b"picture")
    (music / "album" / "cd1" / "2.mp3").write_bytes(b"sound")

    watcher.wait_for(music / "album" / "cd1")
    assert str(music / "album") not in watcher.touched()


def test_where_files_came_as_the_watching_began_is_looked_into_once_more(watch, music, monkeypatch):
    monkeypatch.setattr(watch_folders, "COARSE_SECONDS", 60.0)
    os.utime(music, (0, 0))
    os.utime(music / "album", (0, 0))

    watcher = watch()

    watcher.wait_for(music / "album" / "cd1")
    assert watcher.touched() == {str(music / "album" / "cd1")}


def test_it_rests_longer_than_it_works_but_never_long(watch, music, monkeypatch):
    rests = []
    monkeypatch.setattr(watch_folders, "sleep", rests.append)
    monkeypatch.setattr(watch_folders, "WORK_SECONDS", 0.0)
    for number in range(20):
        (music / str(number)).mkdir()

    watch()

    assert len(rests) >= 20
    assert 0 < max(rests) <= watch_folders.MOST_REST_SECONDS


def test_a_drive_that_is_taken_away_has_not_lost_its_music(watcher, music):
    music.rename(music.with_name("unplugged"))
    watcher.wait(lambda: not music.exists())
    threading.Event().wait(0.5)
    assert watcher.touched() == set()

    music.with_name("unplugged").rename(music)

    watcher.wait_for(music / "album")


def test_where_the_system_watches_no_more_it_is_looked_through_and_said_so(
    watch, music, monkeypatch
):
    class Full(Inotify):
        def watch(self, directory):
            raise LimitReached(28, "No space left on device")

    if not sys.platform.startswith("linux"):
        pytest.skip("has no such limit")
    monkeypatch.setattr(watch_folders, "Inotify", Full)
    watcher = watch()
    (music / "album" / "2.mp3").write_bytes(b"more")

    watcher.wait_for(music / "album")
    assert watcher.way() is Way.LIMIT


@linux
def test_the_limit_may_be_reached_later_when_a_directory_comes(watch, music, monkeypatch):
    watcher = watch()
    assert watcher.way() is Way.NOTICES

    def full(queue, directory):
        raise LimitReached(28, "No space left on device")

    monkeypatch.setattr(Inotify, "watch", full)
    (music / "new").mkdir()
    watcher.wait(lambda: watcher.way() is Way.LIMIT)
    watcher.wait_for(music / "new")
    watcher.ctx.published.clear()
    (music / "album" / "2.mp3").write_bytes(b"more")

    watcher.wait_for(music / "album")


def test_a_network_drive_is_looked_through(watch, music, monkeypatch):
    device = music.stat().st_dev
    monkeypatch.setattr(watch_folders, "remote_devices", lambda: frozenset({device}))
    monkeypatch.setattr(watched_tree, "REMOTE_SECONDS", 0.1)
    watcher = watch()
    (music / "album" / "2.mp3").write_bytes(b"more")

    watcher.wait_for(music / "album")
    assert watcher.way() is (Way.REMOTE)


def test_which_mounts_are_of_a_network_is_read_from_what_linux_says(tmp_path):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "36 35 98:0 / / rw,noatime master:1 - ext4 /dev/root rw\n"
        "40 36 0:41 / /mnt/nas rw shared:1 - nfs4 nas:/music rw\n"
        "41 36 0:42 / /mnt/ssh rw shared:1 - fuse.sshfs me@there: rw\n"
        "42 36 0:43 / /mnt/stick rw shared:1 - fuseblk /dev/sdb1 rw\n"
    )

    assert remote_devices(mounts) == {os.makedev(0, 41), os.makedev(0, 42)}


def test_where_there_is_no_such_list_no_drive_is_of_a_network(tmp_path):
    assert remote_devices(tmp_path / "none") == frozenset()
