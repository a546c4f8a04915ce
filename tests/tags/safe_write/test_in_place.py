import io
import os

import pytest

from musicreclass.core.tag_change import Patch, reversed_patches
from musicreclass.core.track import FileFacts, FileStamp, Stream, Tags
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.in_place import (
    MOST_BYTES,
    InPlaceWrite,
    mended,
    patch_in_place,
    regions_of,
)
from musicreclass.tags.safe_write.patched_bytes import (
    ChangedSince,
    digest_of_both,
    digest_outside,
    has_digest,
    tags_digest,
)
from musicreclass.tags.safe_write.safe_file import SafeWrite, Side, write_safely
from musicreclass.tags.safe_write.tag_view import FileBlocks
from musicreclass.tags.tag_errors import WriteRefused
from tests.failing_disk import FailingDisk, disk_error
from tests.material import id3v2, latin1, make_mp3

FACTS = FileFacts(Stream("MP3", 1.0, 44_100), Tags(), "")


@pytest.fixture
def path(tmp_path):
    frames = [(b"TCON", latin1(b"Rock")), (b"TIT2", latin1(b"One"))]
    head = id3v2(3, frames, padding=50)
    return make_mp3(tmp_path / "a.mp3", number=1, frames=20, head=head)


@pytest.fixture
def old(path):
    return path.read_bytes()


@pytest.fixture
def patches(old):
    """Return what makes the genre longer and the padding behind the title shorter."""
    genre, padding = old.index(b"Rock"), old.index(bytes(50))
    return Patch(genre, b"Rock", b"Big Rock"), Patch(padding, bytes(4), b"")


@pytest.fixture
def new(old, patches):
    first, second = patches
    end = second.at + 4
    return old[: first.at] + first.new + old[first.at + 4 : second.at] + old[end:]


def regions(path, patches):
    with path.open("rb") as file:
        return regions_of(patches, FileBlocks(file))


def order(path, patches, **options):
    found = regions(path, patches)
    assert found is not None
    return InPlaceWrite(path, path, path.stat(), patches, found, "tags:", FACTS, **options)


def test_what_moves_between_patches_is_written_with_them(path, old, patches, new):
    (region,) = regions(path, patches)

    end = region.at + len(region.old)
    assert old[: region.at] + region.new + old[end:] == new
    assert old[region.at : end] == region.old
    assert end - region.at < 30


def test_patches_apart_that_move_nothing_are_regions_of_their_own(path, old):
    apart = Patch(0, old[:1], b"J"), Patch(40, old[40:41], b"x")

    assert regions(path, apart) == apart


@pytest.mark.parametrize(
    "patches",
    [
        [Patch(0, b"", b"more")],
        [Patch(0, b"a", b""), Patch(MOST_BYTES, b"", b"a")],
        [Patch(0, bytes(MOST_BYTES + 1), bytes(MOST_BYTES + 1))],
    ],
)
def test_what_moves_the_end_or_takes_much_writing_is_not_for_in_place(patches):
    assert regions_of(patches, FileBlocks(io.BytesIO(bytes(3 * MOST_BYTES)))) is None


def test_a_patched_file_is_new_and_the_same_file(path, patches, new):
    before = path.stat()

    written = patch_in_place(order(path, patches), Disk())

    assert path.read_bytes() == new
    assert path.stat().st_ino == before.st_ino
    assert written.stamp_before == FileStamp.of_stat(before)
    assert written.stamp == FileStamp.of(path)


@pytest.mark.parametrize("modified_ns", [None, 10**18 + 7])
def test_the_time_is_today_or_as_is_wanted(path, patches, modified_ns):
    os.utime(path, ns=(10**18, 10**18))

    written = patch_in_place(order(path, patches, modified_ns=modified_ns), Disk())

    found = path.stat().st_mtime_ns
    assert found == written.stamp.mtime_ns
    assert found == modified_ns if modified_ns else found > 10**18 + 7


def test_a_file_that_changed_since_it_was_looked_at_is_refused(path, old, patches):
    planned = order(path, patches)
    path.write_bytes(old + b"more")

    with pytest.raises(WriteRefused, match="meanwhile"):
        patch_in_place(planned, Disk())

    assert path.read_bytes() == old + b"more"


@pytest.mark.parametrize("call", ["patch", "sync_open", "read_at"])
def test_what_could_not_be_finished_is_taken_back(path, old, patches, call):
    disk = FailingDisk(int(call == "read_at"), disk_error(), only=[call])

    with pytest.raises(WriteRefused, match="disk reports an error"):
        patch_in_place(order(path, patches), disk)

    assert path.read_bytes() == old


def test_bytes_that_are_not_read_as_they_were_written_are_taken_back(path, old, patches):
    class Forgetful(Disk):
        patched = 0

        def patch(self, file, at, data):
            self.patched += 1
            super().patch(file, at, bytes(len(data)) if self.patched == 1 else data)

    with pytest.raises(WriteRefused, match="other bytes are read"):
        patch_in_place(order(path, patches), Forgetful())

    assert path.read_bytes() == old


@pytest.mark.parametrize("cut", range(0, 23, 3))
@pytest.mark.parametrize("forward", [False, True])
def test_a_torn_patch_is_made_whole(path, old, patches, new, cut, forward):
    (region,) = regions(path, patches)
    before, was = safe_order(path, patches), FileStamp.of(path)
    path.write_bytes(old[: region.at] + region.new[:cut] + old[region.at + cut :])

    side = mended(before, [region], Disk(), was=was, forward=forward)

    assert side in (Side.OLD, Side.NEW)
    assert path.read_bytes() == (new if side is Side.NEW else old)


def test_a_patch_torn_in_sectors_is_made_whole(path, old, patches, new):
    (region,) = regions(path, patches)
    before, was = safe_order(path, patches), FileStamp.of(path)
    middle = region.at + 10
    path.write_bytes(old[:middle] + new[middle:])  # the later ones reached the disk alone

    side = mended(before, [region], Disk(), was=was, forward=False)

    assert (side, path.read_bytes()) == (Side.OLD, old)
    assert FileStamp.of(path) == was


def safe_order(path, patches):
    with path.open("rb") as file:
        digest = tags_digest(file, patches)
    assert digest is not None
    return SafeWrite(path, patches, lambda old, new: None, digest=digest)


def test_a_copy_goes_by_the_digest_of_tags_too(path, old, patches, new):
    order = safe_order(path, patches)
    path.write_bytes(others := old.replace(b"One", b"Two"))

    with pytest.raises(ChangedSince):
        write_safely(order, Disk())
    assert path.read_bytes() == others

    path.write_bytes(old)
    write_safely(order, Disk())
    assert path.read_bytes() == new


@pytest.mark.parametrize("what", ["title", "region", "length"])
def test_a_file_that_others_changed_is_left_alone(path, old, patches, new, what):
    (region,) = regions(path, patches)
    before, was = safe_order(path, patches), FileStamp.of(path)
    torn = old[: region.at + 5] + new[region.at + 5 :]
    others = {
        "title": torn.replace(b"One", b"Two"),
        "region": torn[: region.at] + b"\xee" + torn[region.at + 1 :],
        "length": torn + b"more",
    }[what]
    path.write_bytes(others)

    assert mended(before, [region], Disk(), was=was, forward=False) is Side.NEITHER
    assert path.read_bytes() == others


def test_the_digest_of_tags_is_the_same_on_both_sides(path, old, patches, new):
    before = tags_digest(io.BytesIO(old), patches)
    back = reversed_patches(patches)

    assert before == tags_digest(io.BytesIO(new), back)
    assert has_digest(path, io.BytesIO(new), back, str(before))
    assert not has_digest(path, io.BytesIO(new.replace(b"One", b"Two")), back, str(before))
    other_sound = new[:-5] + b"other"
    assert not has_digest(path, io.BytesIO(other_sound), back, str(before))


def test_the_digest_is_the_same_where_bytes_move(path, old):
    with path.open("rb") as file:
        frames = [(b"TCON", latin1(b"Big Rock")), (b"TIT2", latin1(b"One"))]
        head = old[: old.index(bytes(50)) + 50]
        (patch,) = moving = (Patch(0, head, id3v2(3, frames, padding=500)),)
        moved = patch.new + old[len(head) :]
        digest = digest_of_both(path, file, io.BytesIO(moved), moving)

    assert digest == tags_digest(io.BytesIO(moved), reversed_patches(moving))
    other_sound = moved[:-5] + b"other"
    assert not has_digest(path, io.BytesIO(other_sound), reversed_patches(moving), digest)


def test_where_the_sound_would_be_found_elsewhere_all_bytes_are_summed_up(path, old):
    broken = Patch(0, b"ID3", b"XD3")  # no tag any more: all of it is sound
    new = broken.new + old[3:]

    digest = digest_of_both(path, io.BytesIO(old), io.BytesIO(new), (broken,))

    assert tags_digest(io.BytesIO(old), (broken,)) not in (None, digest)
    assert digest == digest_outside(path, io.BytesIO(old), (broken,))


def test_patches_into_the_sound_have_no_such_digest(old):
    at = len(old) - 500

    assert tags_digest(io.BytesIO(old), [Patch(at, old[at : at + 1], b"x")]) is None
