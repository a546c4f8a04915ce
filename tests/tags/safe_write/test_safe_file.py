import io
import os
import stat
from typing import Any

import pytest

from musicreclass.core.tag_change import Patch, reversed_patches
from musicreclass.core.track import FileStamp
from musicreclass.sentences.reason import as_said
from musicreclass.tags.safe_write import safe_file
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.patched_bytes import ChangedSince
from musicreclass.tags.safe_write.safe_file import (
    SafeWrite,
    Side,
    digest_of,
    reads_back,
    side_of,
    write_safely,
)
from musicreclass.tags.tag_errors import WriteRefused
from tests.failing_disk import FailingDisk, disk_error

OLD = b"head" + bytes(3 << 20) + b"tail"
PATCHES = (Patch(0, b"head", b"longer head"), Patch(len(OLD) - 4, b"tail", b""))
NEW = b"longer head" + bytes(3 << 20)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "青花瓷.mp3"
    path.write_bytes(OLD)
    return path


def write(path, disk=None, *, patches=PATCHES, check=lambda old, new: None, **options):
    return write_safely(SafeWrite(path, patches, check, **options), disk or Disk())


def refusal(path, disk=None, **options):
    """Return why a write is refused, having seen that nothing changed."""
    with pytest.raises(WriteRefused) as caught:
        write(path, disk, **options)
    assert path.read_bytes() == OLD
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    return str(caught.value.reason)


def test_patches_are_put_in_and_nothing_else_is_left(path):
    written = write(path)

    assert path.read_bytes() == NEW
    assert written.stamp == FileStamp.of(path)
    assert written.stamp_before.size == len(OLD)
    assert written.remarks == ()
    assert list(path.parent.iterdir()) == [path]


def test_reversed_patches_give_the_old_bytes_back(path):
    digest = write(path).digest

    again = write(path, patches=reversed_patches(PATCHES), digest=digest)

    assert path.read_bytes() == OLD
    assert again.digest == digest


def test_the_copy_is_checked_before_it_replaces_the_file(path):
    seen = []

    write(path, check=lambda old, new: seen.append((old.read(), new.read(), path.read_bytes())))

    assert seen == [(OLD, NEW, OLD)]


def test_a_copy_that_is_not_right_is_thrown_away(path):
    def check(old, new):
        raise WriteRefused(path, as_said("the sound would have changed"))

    assert refusal(path, check=check) == "the sound would have changed"


def test_a_file_of_another_stamp_is_refused(path):
    stamp = FileStamp.of(path)
    os.utime(path, ns=(0, stamp.mtime_ns + 1))

    assert "changed since it was scanned" in refusal(path, stamp=stamp)


@pytest.mark.parametrize(
    "patches",
    [(Patch(0, b"HEAD", b"x"),), (Patch(len(OLD), b"more", b"x"),), (Patch(2**40, b"", b"x"),)],
)
def test_a_file_with_other_bytes_is_refused(path, patches):
    assert "another program changed it since" in refusal(path, patches=patches)


def test_a_file_with_another_digest_is_refused(path):
    assert "another program changed it since" in refusal(path, digest="of another file")


def test_a_file_that_changes_while_it_is_copied_is_refused(path):
    before = path.stat()
    with pytest.raises(ChangedSince, match="meanwhile"):
        write(path, check=lambda old, new: os.utime(path, ns=(0, before.st_mtime_ns + 1)))

    assert path.read_bytes() == OLD


def test_a_copy_is_read_back_byte_for_byte(path):
    check = reads_back(path, PATCHES)

    check(io.BytesIO(OLD), io.BytesIO(NEW))


@pytest.mark.parametrize("at", [0, 10, 11, 2 << 20, len(NEW) - 1])
def test_one_other_byte_of_a_copy_is_seen(path, at):
    check = reads_back(path, PATCHES)

    with pytest.raises(ChangedSince):
        check(io.BytesIO(OLD), io.BytesIO(NEW[:at] + b"\xff" + NEW[at + 1 :]))


@pytest.mark.parametrize("new", [NEW[:-1], NEW + b"\0", b""])
def test_a_copy_of_another_length_is_seen(path, new):
    check = reads_back(path, PATCHES)

    with pytest.raises(ChangedSince):
        check(io.BytesIO(OLD), io.BytesIO(new))


def test_a_link_stays_a_link(path, tmp_path):
    link = tmp_path / "elsewhere" / "link.mp3"
    link.parent.mkdir()
    link.symlink_to(path)

    write(link)

    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert list(link.parent.iterdir()) == [link]


def test_a_file_with_two_names_is_refused_unless_they_may_part(path, tmp_path):
    other = tmp_path / "other.mp3"
    other.hardlink_to(path)
    with pytest.raises(WriteRefused, match="2 names"):
        write(path)

    write(path, part_links=True)

    assert (path.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_read_only_file_is_refused(path):
    path.chmod(0o444)

    assert "read-only" in refusal(path)


@pytest.mark.parametrize(("number", "reason"), [(0, "permission denied"), (1, "folder is read-")])
def test_what_may_not_be_written_to_is_refused(path, number, reason):
    class Closed(Disk):
        answers = [False] if number == 0 else [True, False]

        def may_write(self, path):
            return self.answers.pop(0)

    assert reason in refusal(path, Closed())


def test_too_little_room_is_known_before_anything_is_written(path):
    class Full(Disk):
        def free_bytes(self, folder):
            return len(OLD)

        def create(self, path):
            pytest.fail("wrote anyway")

    assert "too little room" in refusal(path, Full())


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(WriteRefused, match="no ordinary file"):
        write(tmp_path)


def test_a_vanished_file_is_a_sentence(tmp_path):
    with pytest.raises(WriteRefused, match="no longer there"):
        write(tmp_path / "gone.mp3")


def test_mode_and_times_are_kept(path):
    path.chmod(0o640)
    os.utime(path, ns=(10**18, 10**18 + 7))

    write(path, modified_ns=path.stat().st_mtime_ns)

    now = path.stat()
    assert stat.S_IMODE(now.st_mode) == 0o640
    assert now.st_mtime_ns == 10**18 + 7


def test_a_time_that_is_not_to_be_kept_is_today(path):
    os.utime(path, ns=(10**18, 10**18))

    write(path)

    assert path.stat().st_mtime_ns > 10**18


class Attributed(Disk):
    """A disk with extended attributes, whatever the real one can do."""

    def __init__(self, **attributes):
        self.old = attributes
        self.new = {"system.posix_acl_access": b"of the folder"}

    def attributes(self, path):
        return dict(self.new if path.name.startswith(".") else self.old)

    def set_attribute(self, path, name, value):
        self.new[name] = value

    def remove_attribute(self, path, name):
        del self.new[name]


def test_attributes_go_along_and_access_lists_are_those_of_the_old_file(path):
    disk = Attributed(**{"user.rating": b"5"})

    assert write(path, disk).remarks == ()
    assert disk.new == {"user.rating": b"5"}


def test_attributes_that_cannot_go_along_are_named(path):
    class Refusing(Attributed):
        def set_attribute(self, path, name, value):
            raise disk_error()

    disk = Refusing(**{"user.rating": b"5", "system.posix_acl_access": b"mine"})

    assert tuple(map(str, write(path, disk).remarks)) == (
        "the access list of the file could not be kept",
        "attributes of the file could not be kept: user.rating",
    )


@pytest.mark.parametrize(
    ("call", "remark"),
    [
        ("set_mode", "the rights to the file could not be kept"),
        ("set_times", "the time of modification could not be kept"),
        ("sync_folder", "the system could not promise"),
    ],
)
def test_what_cannot_be_kept_is_said_and_the_genre_is_written(path, call, remark):
    disk = FailingDisk(0, disk_error(), only=[call])

    (said,) = write(path, disk, modified_ns=10**18).remarks

    assert str(said).startswith(remark)
    assert path.read_bytes() == NEW


def test_another_owner_is_kept_or_missed(path):
    class Owned(Disk):
        def stat(self, path):
            found = super().stat(path)
            return found if path.name.startswith(".") else _with_owner(found, 12_345)

        def set_owner(self, path, user, group):
            raise PermissionError

    assert str(write(path, Owned()).remarks[0]).startswith("the file belongs to you now")


def _with_owner(found, user):
    fields = list(found)
    fields[stat.ST_UID] = user
    return os.stat_result(fields, {"st_mtime_ns": found.st_mtime_ns, "st_atime_ns": 0})


class InUse(Disk):
    """Windows, where a player holds the file for a moment."""

    def __init__(self, times):
        self.times = times

    def replace(self, source, target):
        self.times -= 1
        if self.times >= 0:
            error: Any = PermissionError(13, "in use")
            error.winerror = 32
            raise error
        super().replace(source, target)


def test_a_file_that_is_in_use_for_a_moment_is_waited_for(path, monkeypatch):
    monkeypatch.setattr(safe_file, "_WAITS_SECONDS", (0.0, 0.0))

    write(path, InUse(2))

    assert path.read_bytes() == NEW


def test_a_file_that_stays_in_use_is_refused(path, monkeypatch):
    monkeypatch.setattr(safe_file, "_WAITS_SECONDS", (0.0, 0.0))

    assert "another program is using the file" in refusal(path, InUse(3))


def test_the_side_is_told_by_the_patched_bytes(path):
    before = side_of(path, PATCHES, len(OLD), Disk())
    write(path)
    after = side_of(path, PATCHES, len(OLD), Disk())
    path.write_bytes(NEW + b"x")
    other = side_of(path, PATCHES, len(OLD), Disk())

    assert (before, after, other) == (Side.OLD, Side.NEW, Side.NEITHER)


def test_the_digest_is_the_same_on_both_sides(path):
    before = digest_of(path, PATCHES, Disk())
    digest = write(path).digest

    assert before == digest == digest_of(path, reversed_patches(PATCHES), Disk())


class Sharing(Disk):
    """A file system whose files can share their bytes."""

    written = 0

    def clone(self, source, file):
        source.seek(0)
        file.write(source.read())
        return True

    def write(self, file, data):
        self.written += len(data)
        super().write(file, data)


def test_a_copy_that_moves_nothing_shares_what_the_file_system_can_share(path):
    disk, patch = Sharing(), Patch(0, b"head", b"HEAD")

    written = write(path, disk, patches=(patch,))

    assert disk.written == 0
    assert path.read_bytes() == b"HEAD" + OLD[4:]
    assert written.digest == digest_of(path, reversed_patches((patch,)), disk)
