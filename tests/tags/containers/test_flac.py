import pytest
from mutagen.flac import FLAC

from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import WriteRefused
from musicreclass.tags.write import genre_edit
from tests import material
from tests.tags.rich_files import PLAIN, flac_file, written

COMMENT, PADDING = 4, 1


def blocks(path):
    """Return the kinds and bodies of the metadata blocks, the last one marked as such."""
    data, at, found = path.read_bytes(), 4, []
    while True:
        size = int.from_bytes(data[at + 1 : at + 4], "big")
        found.append((data[at] & 0x7F, data[at + 4 : at + 4 + size]))
        at += 4 + size
        if data[at - size - 4] & 0x80:
            return found


def flac_of(path, *more):
    """Write sound with the blocks that it must have, and others."""
    data = material.write_audio(path, seconds=0.3).read_bytes()
    sound = data[4 + sum(4 + len(body) for _, body in blocks(path)) :]
    every = [blocks(path)[0], *more]
    parts = [bytes([kind]) + len(body).to_bytes(3, "big") + body for kind, body in every]
    parts[-1] = bytes([parts[-1][0] | 0x80]) + parts[-1][1:]
    path.write_bytes(b"fLaC" + b"".join(parts) + sound)
    return path


def comment(*entries):
    sized = [len(entry).to_bytes(4, "little") + entry for entry in entries]
    count = len(entries).to_bytes(4, "little")
    return COMMENT, b"\3\0\0\0abc" + count + b"".join(sized)


def test_padding_keeps_the_file_its_length(tmp_path):
    path = flac_file(tmp_path / "a.flac")

    copy = written(path, "Progressive Rock")

    assert copy.stat().st_size == path.stat().st_size
    assert len(blocks(copy)[-1][1]) == len(blocks(path)[-1][1]) - len("Progressive Rock") + 8


def test_the_file_grows_where_padding_is_too_short(tmp_path):
    path = flac_of(tmp_path / "a.flac", comment(b"TITLE=One"), (PADDING, bytes(5)))

    copy = written(path, "Jazz")

    assert blocks(copy)[1:] == [comment(b"TITLE=One", b"GENRE=Jazz"), (PADDING, bytes(1_024))]


def test_what_had_to_move_once_need_not_the_next_time(tmp_path):
    moved = written(flac_of(tmp_path / "a.flac", comment(b"GENRE=A")), "Jazz")

    copy = written(moved, "Progressive Rock")

    assert copy.stat().st_size == moved.stat().st_size


def test_padding_may_be_used_up_to_the_last_byte(tmp_path):
    path = flac_of(tmp_path / "a.flac", (PADDING, bytes(14)), comment(b"TITLE=One"))

    copy = written(path, "Jazz")

    assert blocks(copy)[1:] == [(PADDING, b""), comment(b"TITLE=One", b"GENRE=Jazz")]


def test_genres_stay_where_the_first_one_was_in_the_case_it_had(tmp_path):
    entries = b"gEnRe=A", b"TITLE=One", b"no name", b"GENRE=B", b"GENREX=C"
    path = flac_of(tmp_path / "a.flac", comment(*entries))

    copy = written(path, "Jazz", "Rock")

    assert blocks(copy)[-1] == comment(
        b"gEnRe=Jazz", b"gEnRe=Rock", b"TITLE=One", b"no name", b"GENREX=C"
    )


def test_bytes_behind_the_entries_are_kept(tmp_path):
    kind, body = comment(b"GENRE=A")
    path = flac_of(tmp_path / "a.flac", (kind, body + b"\1rest"))

    copy = written(path, "Jazz")

    assert blocks(copy)[-1][1].endswith(b"GENRE=Jazz\1rest")


@pytest.mark.parametrize("padding", [[], [(PADDING, bytes(10))], [(PADDING, bytes(999))]])
def test_a_file_without_a_comment_gets_one_and_padding(tmp_path, padding):
    path = flac_of(tmp_path / "a.flac", *padding)

    copy = written(path, "Jazz")

    assert sorted(kind for kind, _ in blocks(copy)) == [0, PADDING, COMMENT]
    assert FLAC(copy).tags.vendor == "musicreclass"
    assert read_facts(copy).tags.genres == ("Jazz",)


def test_an_id3_tag_in_front_of_a_comment_stays_as_it_is(tmp_path):
    path = flac_file(tmp_path / "a.flac")
    front = material.id3v2(3, [(b"TCON", b"\0Old")], padding=9)
    path.write_bytes(front + path.read_bytes())

    copy = written(path, "Jazz")

    assert copy.read_bytes().startswith(front)
    (remark,) = genre_edit(path, ["Jazz"], PLAIN).change.remarks
    assert str(remark).startswith("an ID3 tag in front")
    assert read_facts(copy).tags.genres == ("Jazz",)


def test_an_id3_tag_alone_gets_the_genre(tmp_path):
    path = flac_of(tmp_path / "a.flac")
    front = material.id3v2(3, [(b"TIT2", b"\0One")])
    path.write_bytes(front + path.read_bytes())

    tags = read_facts(written(path, "Jazz")).tags

    assert (tags.title, tags.genres, tags.tag_kind) == ("One", ("Jazz",), "ID3v2.3")


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([comment(b"GENRE=A"), comment(b"GENRE=B")], "several Vorbis comments"),
        ([(COMMENT, b"\3\0\0\0abc\2\0\0\0\7\0\0\0GENRE=A")], "comment is damaged"),
        ([(COMMENT, b"\xff\xff\xff\xff")], "comment is damaged"),
        ([(0, bytes(34))], "metadata blocks are damaged"),
    ],
)
def test_what_is_unclear_or_damaged_is_refused(tmp_path, entries, reason):
    path = flac_of(tmp_path / "a.flac", *entries)

    with pytest.raises(WriteRefused, match=reason):
        genre_edit(path, ["Jazz"], PLAIN)


def test_a_comment_larger_than_a_block_can_be_is_refused(tmp_path):
    path = flac_of(tmp_path / "a.flac", comment(b"X=" + bytes((1 << 24) - 40)))

    with pytest.raises(WriteRefused, match="larger than FLAC allows"):
        genre_edit(path, ["A genre of more than thirty letters"], PLAIN)
