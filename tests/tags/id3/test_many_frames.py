"""Tags of so many frames that mutagen alone would take minutes."""

import time
from functools import partial

import pytest

from musicreclass.core.tag_change import WriteChoices
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from musicreclass.tags.safe_write.safe_file import SafeWrite, write_safely
from musicreclass.tags.tag_errors import TagError
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import genre_edit
from tests.material import id3v2, make_mp3


@pytest.mark.parametrize(
    "frame",
    [(b"APIC", b"\0image/png\0\3\0data"), (b"TXXX", b"\0one name\0%d"), (b"COMM", b"\0engx\0%d")],
    ids=["pictures", "texts", "comments"],
)
def test_thousands_of_frames_alike_are_refused_within_a_second(tmp_path, frame):
    name, body = frame
    frames = [(name, body.replace(b"%d", b"%d" % number)) for number in range(20_000)]
    song = make_mp3(tmp_path / "a.mp3", head=id3v2(3, frames))
    started = time.process_time()

    edit = genre_edit(song, ("New",), WriteChoices())
    with pytest.raises(TagError, match="asks for more memory or work"):
        write_safely(SafeWrite(song, edit.patches, partial(check_written, edit=edit)), Disk())

    assert time.process_time() - started < 4.0


@pytest.mark.parametrize("version", [3, 4])
def test_a_hundred_thousand_frames_are_read_within_seconds(tmp_path, version):
    frames = [(b"TXXX", b"\0name %d\0value" % number) for number in range(100_000)]
    song = make_mp3(tmp_path / "a.mp3", head=id3v2(version, [(b"TIT2", b"\0One"), *frames]))
    started = time.process_time()

    assert read_facts(song).tags.title == "One"
    assert time.process_time() - started < 1.5
