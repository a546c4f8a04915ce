import io
import struct
from pathlib import Path

import pytest
from mutagen.asf import ASF

from musicreclass.core.track import Tags
from musicreclass.tags.containers.asf import (
    EXTENDED_DESCRIPTION,
    EXTENSION,
    FILE_PROPERTIES,
    LIBRARY,
    METADATA,
    PADDING,
    asf_edit,
)
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.tag_errors import Unwritable
from tests import material
from tests.tags.rich_files import PLAIN, patched, wma_file, written

HEADER = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
SOUND = b"the sound" * 20


def obj(kind, *parts):
    body = b"".join(parts)
    return kind + struct.pack("<Q", 24 + len(body)) + body


def utf16(text):
    return (text + "\0").encode("utf-16-le")


def described(name, text):
    return struct.pack("<H", len(utf16(name))) + utf16(name) + sized_text(text)


def sized_text(text):
    return struct.pack("<HH", 0, len(utf16(text))) + utf16(text)


def catalogued(name, text, stream=0):
    sizes = struct.pack("<HHHHI", 0, stream, len(utf16(name)), 0, len(utf16(text)))
    return sizes + utf16(name) + utf16(text)


def records(kind, *every):
    return obj(kind, struct.pack("<H", len(every)), *every)


def extension(*objects):
    body = b"".join(objects)
    return obj(EXTENSION, bytes(16), b"\6\0", struct.pack("<I", len(body)), body)


def asf(*objects):
    """Return a file, in the properties of which its size is stated."""
    properties = obj(FILE_PROPERTIES, bytes(80))
    body = b"".join([*objects, properties])
    header = HEADER + struct.pack("<QIH", 30 + len(body), len(objects) + 1, 0x0201)
    size = struct.pack("<Q", 30 + len(body) + len(SOUND))
    at = 30 + len(body) - len(properties) + 40
    file = header + body + SOUND
    return file[:at] + size + file[at + 8 :]


def edited(data, *genres):
    write = GenreWrite(Path("a.wma"), io.BytesIO(data), len(data), Tags(), genres, PLAIN)
    return patched(data, asf_edit(write).patches)


def test_the_genre_stays_where_it_stands():
    def file(genre):
        title, year = described("Title", "One"), described("WM/Year", "1999")
        return asf(records(EXTENDED_DESCRIPTION, title, described("WM/Genre", genre), year))

    assert edited(file("A"), "Jazz 爵士") == file("Jazz 爵士")


def test_more_genres_go_to_the_library():
    one, other = described("WM/Genre", "Jazz"), catalogued("WM/Genre", "Rock")
    before = asf(records(EXTENDED_DESCRIPTION), extension())
    after = asf(records(EXTENDED_DESCRIPTION, one), extension(records(LIBRARY, other)))

    assert edited(before, "Jazz", "Rock") == after
    assert edited(after, "Jazz") == asf(
        records(EXTENDED_DESCRIPTION, one), extension(records(LIBRARY))
    )


def test_genres_are_found_wherever_they_are():
    others = catalogued("WM/Mood", "calm", stream=1)
    before = asf(
        records(EXTENDED_DESCRIPTION, described("wm/genre", "A"), described("WM/Genre", "B")),
        extension(
            records(METADATA, catalogued("WM/Genre", "C", stream=1), others),
            records(LIBRARY, catalogued("WM/Genre", "D")),
        ),
    )

    assert edited(before, "Jazz") == asf(
        records(EXTENDED_DESCRIPTION, described("WM/Genre", "Jazz")),
        extension(records(METADATA, others), records(LIBRARY)),
    )


def test_what_is_missing_is_made():
    before = asf()
    properties = before[30 : -len(SOUND)]

    new = edited(before, "Jazz", "Rock")

    assert new[30:].startswith(properties[:40])
    assert records(EXTENDED_DESCRIPTION, described("WM/Genre", "Jazz")) in new
    assert records(LIBRARY, catalogued("WM/Genre", "Rock")) in new
    assert struct.unpack_from("<QI", new, 16) == (len(new) - len(SOUND), 3)
    assert edited(new, "Jazz", "Rock") == new


@pytest.mark.parametrize(
    "where", [lambda *objects: objects, lambda *objects: [extension(*objects)]]
)
@pytest.mark.parametrize(("padding", "genre", "left"), [(60, "Jazz", 54), (6, "Jazz", 0)])
def test_padding_keeps_the_header_its_size(where, padding, genre, left):
    def file(genre, padding):
        genres = records(EXTENDED_DESCRIPTION, described("WM/Genre", genre))
        return asf(genres, *where(obj(PADDING, bytes(padding))))

    assert edited(file("A", padding), genre) == file(genre, left)


def test_padding_absorbs_what_is_left_over():
    def file(genre, padding):
        genres = records(EXTENDED_DESCRIPTION, described("WM/Genre", genre))
        return asf(genres, obj(PADDING, bytes(padding)))

    assert edited(file("Jazz", 0), "A") == file("A", 6)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (asf(obj(EXTENDED_DESCRIPTION, b"\2\0", described("A", "B"))), "tags are damaged"),
        (asf(obj(EXTENDED_DESCRIPTION, b"\0\0", b"more")), "tags are damaged"),
        (asf(obj(EXTENDED_DESCRIPTION)), "tags are damaged"),
        (asf(EXTENDED_DESCRIPTION + struct.pack("<Q", 7)), "header is damaged"),
        (asf(EXTENDED_DESCRIPTION + struct.pack("<Q", 700)), "header is damaged"),
        (asf(b"", b""), "header is damaged"),
    ],
)
def test_what_is_damaged_is_refused(data, reason):
    with pytest.raises(Unwritable, match=reason):
        edited(data, "Jazz")


def test_a_text_longer_than_a_record_can_be_is_refused():
    with pytest.raises(Unwritable, match="too long for WMA"):
        edited(asf(), "A" * 33_000)


def test_mutagen_reads_several_genres_in_their_order(tmp_path):
    copy = written(wma_file(tmp_path / "a.wma"), "Jazz", "Rock", "Pop")

    assert [str(value) for value in ASF(copy)["WM/Genre"]] == ["Jazz", "Rock", "Pop"]


def test_the_size_in_the_header_is_that_of_the_file(tmp_path):
    path = material.write_audio(tmp_path / "a.wma", seconds=0.3)

    copy = written(path, "Jazz")

    data = copy.read_bytes()
    at = data.index(FILE_PROPERTIES) + 40
    stated = {int.from_bytes(file[at : at + 8], "little") for file in (data, path.read_bytes())}
    assert stated in ({len(data), path.stat().st_size}, {0})
