import struct

import mutagen
import pytest

from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import WriteRefused
from musicreclass.tags.write import genre_edit
from tests import material
from tests.tags.rich_files import PLAIN, id3_tag, inner_id3_file, written

LONG = "Neo-Romantic " * 60


def id3(*genre):
    return material.id3v2(4, [(b"TIT2", b"\3One"), *((b"TCON", b"\3" + g) for g in genre)])


def chunks(path):
    """Return the chunks of a file with sizes of 32 or 64 bits, and what its header says of it."""
    data = path.read_bytes()
    order, width = ("<", 4) if data.startswith((b"RIFF", b"RF64")) else (">", 4)
    if data.startswith(b"FRM8"):
        width = 8
    layout = order + ("I" if width == 4 else "Q")
    at, found = 8 + width, []
    while at < len(data):
        (size,) = struct.unpack_from(layout, data, at + 4)
        found.append((data[at : at + 4], data[at + 4 + width : at + 4 + width + size]))
        at += 4 + width + size + size % 2
    (said,) = struct.unpack_from(layout, data, 4)
    assert at == len(data)
    assert said == len(data) - 4 - width
    return found


@pytest.mark.parametrize("name", ["a.aiff", "a.dff"])
@pytest.mark.parametrize("genre", ["Jazz", LONG])
def test_only_the_chunk_of_the_tag_changes(tmp_path, name, genre):
    path = inner_id3_file(tmp_path / name)

    copy = written(path, genre)

    before, after = chunks(path), chunks(copy)
    assert [chunk for chunk in after if chunk[0] != b"ID3 "] == [
        chunk for chunk in before if chunk[0] != b"ID3 "
    ]
    assert [name for name, _ in after] == [name for name, _ in before]


@pytest.mark.parametrize("make", [material.make_dsdiff, material.write_audio])
def test_a_file_without_a_tag_gets_one_behind_its_sound(tmp_path, make):
    path = make(tmp_path / ("a.dff" if make is material.make_dsdiff else "a.aiff"))

    copy = written(path, "Jazz")

    assert chunks(copy)[:-1] == chunks(path)
    assert chunks(copy)[-1][0] == b"ID3 "
    assert mutagen.File(copy).tags["TCON"].genres == ["Jazz"]


@pytest.mark.parametrize("behind", [b"", b"\0"])
def test_a_last_byte_that_nobody_counted_is_made_up_for(tmp_path, behind):
    path = material.make_wave(tmp_path / "a.wav", [(b"odd ", b"123")])
    data = bytearray(path.read_bytes()[:-1])
    struct.pack_into("<I", data, 4, len(data) - 8)
    path.write_bytes(data + behind)

    copy = written(path, "Jazz")

    copy.write_bytes(copy.read_bytes().removesuffix(behind))
    assert [name for name, _ in chunks(copy)] == [b"fmt ", b"data", b"odd ", b"id3 "]


def test_a_tag_in_a_wave_file_is_edited_where_it_is(tmp_path):
    path = material.make_wave(tmp_path / "a.wav", [(b"ID3 ", id3(b"A")), (b"last", b"kept")])

    copy = written(path, LONG)

    assert [name for name, _ in chunks(copy)] == [b"fmt ", b"data", b"ID3 ", b"last"]
    assert chunks(copy)[-1] == (b"last", b"kept")


def test_an_empty_chunk_is_filled(tmp_path):
    path = material.make_wave(tmp_path / "a.wav", [(b"id3 ", b"")])

    copy = written(path, "Jazz")

    assert mutagen.File(copy).tags["TCON"].genres == ["Jazz"]


def test_a_list_alone_keeps_the_genre(tmp_path):
    listed = material.info_list({b"INAM": b"One", b"IGNR": b"Old", b"IART": b"odd"})
    path = material.make_wave(tmp_path / "a.wav", [listed])

    copy = written(path, "Jazz", "爵士")

    assert chunks(copy)[-1] == material.info_list(
        {b"INAM": b"One", b"IGNR": "Jazz; 爵士".encode(), b"IART": b"odd"}
    )
    assert read_facts(copy).tags.genres == ("Jazz", "爵士")


def test_a_list_without_a_genre_gets_one_at_its_end(tmp_path):
    path = material.make_wave(tmp_path / "a.wav", [material.info_list({b"INAM": b"Even"})])

    copy = written(path, "Jazz")

    assert chunks(copy)[-1] == material.info_list({b"INAM": b"Even", b"IGNR": b"Jazz"})


def test_the_genre_is_taken_out_of_a_list(tmp_path):
    path = material.make_wave(
        tmp_path / "a.wav", [material.info_list({b"INAM": b"Even", b"IGNR": b"Jazz"})]
    )

    copy = written(path)

    assert chunks(copy)[-1] == material.info_list({b"INAM": b"Even"})


def test_list_and_tag_are_kept_in_step(tmp_path):
    listed = material.info_list({b"INAM": b"One", b"IGNR": b"Old"})
    path = material.make_wave(tmp_path / "a.wav", [listed, (b"id3 ", id3(b"Old"))])

    copy = written(path, "Jazz")

    assert chunks(copy)[2] == material.info_list({b"INAM": b"One", b"IGNR": b"Jazz"})
    assert mutagen.File(copy).tags["TCON"].genres == ["Jazz"]


def test_a_list_without_a_genre_beside_a_tag_stays_as_it_is(tmp_path):
    listed = material.info_list({b"INAM": b"One"})
    path = material.make_wave(tmp_path / "a.wav", [listed, (b"id3 ", id3(b"Old"))])

    assert chunks(written(path, "Jazz"))[2] == listed


def test_texts_in_an_old_encoding_are_still_read_as_before(tmp_path):
    title = "青花瓷 發如雪 東風破 七里香 菊花台"
    listed = material.info_list({b"INAM": title.encode("big5"), b"IGNR": b"Pop"})
    path = material.make_wave(tmp_path / "a.wav", [listed])

    tags = read_facts(written(path, "流行")).tags

    assert (tags.title, tags.genres) == (title, ("流行",))


def test_a_genre_that_the_old_encoding_has_not_is_refused(tmp_path):
    title = "青花瓷 發如雪 東風破 七里香 菊花台"
    listed = material.info_list({b"INAM": title.encode("big5"), b"IGNR": b"Pop"})
    path = material.make_wave(tmp_path / "a.wav", [listed])

    with pytest.raises(WriteRefused, match="old encoding that has no such characters"):
        genre_edit(path, ["Þjóðlagatónlist"], PLAIN)


@pytest.mark.parametrize("name", [b"RF64", b"BW64"])
def test_files_beyond_4_gb_say_their_size_elsewhere(tmp_path, name):
    path = material.make_wave(tmp_path / "a.wav")
    data = path.read_bytes()
    sizes = struct.pack("<QQQI", len(data) + 36 - 8, 882, 441, 0)
    body = data[12:].replace(b"data" + struct.pack("<I", 882), b"data\xff\xff\xff\xff")
    path.write_bytes(name + b"\xff\xff\xff\xffWAVE" + material.riff_chunk(b"ds64", sizes) + body)

    copy = written(path, "Jazz")

    (said,) = struct.unpack_from("<Q", copy.read_bytes(), 20)
    assert said == copy.stat().st_size - 8
    assert copy.read_bytes()[4:8] == b"\xff\xff\xff\xff"
    assert read_facts(copy).tags.genres == ("Jazz",)


@pytest.mark.parametrize("size", [0, 100, 0xFFFFFFFF])
def test_a_file_that_lies_about_its_size_gets_no_new_chunk(tmp_path, size):
    path = material.make_wave(tmp_path / "a.wav")
    data = path.read_bytes()
    path.write_bytes(data[:4] + struct.pack("<I", size) + data[8:])

    with pytest.raises(WriteRefused, match="sizes contradict each other"):
        genre_edit(path, ["Jazz"], PLAIN)


def test_garbage_behind_the_chunks_is_kept(tmp_path):
    path = material.make_wave(tmp_path / "a.wav")
    path.write_bytes(path.read_bytes() + b"odd")

    copy = written(path, "Jazz")

    assert copy.read_bytes().endswith(b"odd")
    assert mutagen.File(copy).tags["TCON"].genres == ["Jazz"]


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ([(b"id3 ", id3()), (b"ID3 ", id3())], "several ID3 tags"),
        ([(b"LIST", b"INFOIGNR\xff\0\0\0A")], "list of texts is damaged"),
        ([(b"LIST", b"INFOIGN")], "list of texts is damaged"),
    ],
)
def test_what_is_unclear_or_damaged_is_refused(tmp_path, extra, reason):
    path = material.make_wave(tmp_path / "a.wav", extra)

    with pytest.raises(WriteRefused, match=reason):
        genre_edit(path, ["Jazz"], PLAIN)


def test_a_dsf_file_without_a_tag_learns_where_it_lies(tmp_path):
    path = material.make_dsf(tmp_path / "a.dsf")
    size = path.stat().st_size

    copy = written(path, "Jazz")

    data = copy.read_bytes()
    assert struct.unpack_from("<QQ", data, 12) == (len(data), size)
    assert data[size:].startswith(b"ID3")
    assert data[28:size] == path.read_bytes()[28:]


def test_a_dsf_file_of_another_size_than_it_says_is_refused(tmp_path):
    path = material.make_dsf(tmp_path / "a.dsf")
    path.write_bytes(path.read_bytes() + b"more")

    with pytest.raises(WriteRefused, match="another size than the file has"):
        genre_edit(path, ["Jazz"], PLAIN)


def test_a_tag_of_version_2_4_stays_so(tmp_path):
    path = inner_id3_file(tmp_path / "a.dsf")

    copy = written(path, "Jazz")

    assert mutagen.File(copy).tags.version == mutagen.File(path).tags.version
    assert id3_tag().keys() <= mutagen.File(copy).tags.keys()
