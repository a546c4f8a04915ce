import io
import random
import struct
from pathlib import Path

import av
import pytest
from mutagen.mp4 import MP4, Atoms

from musicreclass.core.track import Tags
from musicreclass.tags.containers.mp4 import mp4_edit
from musicreclass.tags.genre_write import GenreWrite
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import TagError, Unwritable
from musicreclass.tags.write import genre_edit
from tests import material
from tests.tags.rich_files import PLAIN, mp4_file, patched, written

MEDIA = random.Random(0).randbytes(1_000)
LONG = "Neo-Romantic " * 400


def atom(name, *parts):
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), name) + body


FREE = atom(b"free", bytes(1_024))  # what is made where there is none


def list_of(*atoms, free=None):
    """Return the atoms of tags, with so many bytes of free space behind the list."""
    handler = atom(b"hdlr", bytes(8), b"mdirappl", bytes(9))
    space = [] if free is None else [atom(b"free", bytes(free))]
    return atom(b"udta", atom(b"meta", bytes(4), handler, atom(b"ilst", *atoms), *space))


def text(name, value):
    return atom(name, atom(b"data", struct.pack(">II", 1, 0), value))


def track(kind, layout, *offsets):
    table = atom(kind, bytes(4), struct.pack(f">I{len(offsets)}{layout}", len(offsets), *offsets))
    return atom(b"trak", atom(b"mdia", atom(b"minf", atom(b"stbl", table))))


def edited(data, *genres):
    """Return what becomes of atoms that need not be a whole file."""
    write = GenreWrite(Path("a.m4a"), io.BytesIO(data), len(data), Tags(), genres, PLAIN)
    return patched(data, mp4_edit(write).patches)


def remuxed(path, **options):
    """Write the sound again, with options of FFmpeg's for the container."""
    copy = path.with_name("remuxed.m4a")
    with av.open(path) as source, av.open(copy, "w", format="mp4", options=options) as output:
        stream = output.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(audio=0):
            if packet.dts is not None:
                packet.stream = stream
                output.mux(packet)
    return copy


def decoded(path):
    with av.open(path) as file:
        return b"".join(frame.to_ndarray().tobytes() for frame in file.decode(audio=0))


def tops(path):
    with path.open("rb") as file:
        return [atom.name for atom in Atoms(file).atoms]


@pytest.mark.parametrize(
    "options",
    [
        {"movflags": "faststart"},
        {"movflags": "frag_every_frame+empty_moov"},
        {"movflags": "frag_every_frame+empty_moov+default_base_moof"},
    ],
)
def test_sound_behind_the_tags_is_found_where_it_went(tmp_path, options):
    source = material.write_audio(tmp_path / "source.m4a", seconds=0.3, tags={"title": "One"})
    path = remuxed(source, **options)

    edit = genre_edit(path, [LONG[:900]], PLAIN)
    copy = tmp_path / "b.m4a"
    copy.write_bytes(patched(path.read_bytes(), edit.patches))

    assert tops(path).index(b"moov") < tops(path).index(b"mdat")
    assert decoded(copy) == decoded(path) != b""
    assert copy.stat().st_size - path.stat().st_size > 900


@pytest.mark.parametrize(("kind", "layout"), [(b"stco", "I"), (b"co64", "Q")])
def test_offsets_grow_as_far_as_what_they_point_to_moves(kind, layout):
    def file(front, *offsets, free=b""):
        moov = atom(b"moov", track(kind, layout, *offsets), front)
        return atom(b"mdat", MEDIA) + moov + free + atom(b"mdat", MEDIA[::-1])

    before = list_of(text(b"\xa9gen", b"A"))
    after = list_of(text(b"\xa9gen", b"Jazz"))
    behind = len(file(before, 0, 0)) - 1_000

    moved = behind + 3 + len(FREE)
    assert edited(file(before, 8, behind), "Jazz") == file(after, 8, moved, free=FREE)


def test_an_index_of_fragments_moves_along(tmp_path):
    source = material.write_audio(tmp_path / "source.m4a", seconds=0.3)
    path = remuxed(source, movflags="frag_every_frame+empty_moov")

    copy = tmp_path / "b.m4a"
    copy.write_bytes(patched(path.read_bytes(), genre_edit(path, ["Jazz"], PLAIN).patches))

    assert index_of(copy) == moofs(copy)
    assert index_of(path) == moofs(path) != moofs(copy)


def index_of(path):
    """Return the offsets in the index that FFmpeg has made: of 64 bits, and three small numbers."""
    data = path.read_bytes()
    body = data[data.rindex(b"tfra") + 4 :]
    (count,) = struct.unpack_from(">I", body, 12)
    return [struct.unpack_from(">Q", body, 24 + 19 * entry)[0] for entry in range(count)]


def moofs(path):
    with path.open("rb") as file:
        return [atom.offset for atom in Atoms(file).atoms if atom.name == b"moof"]


def test_fragments_that_say_where_they_are_say_so_anew():
    def file(front, base, free=b""):
        header = atom(b"tfhd", b"\0\0\0\1" + struct.pack(">IQ", 1, base))
        moof = atom(b"moof", atom(b"traf", header))
        return atom(b"moov", front) + free + moof + atom(b"mdat", MEDIA)

    before = list_of(text(b"\xa9gen", b"A"))
    after = list_of(text(b"\xa9gen", b"Jazz"))
    base = 8 + len(before)

    assert edited(file(before, base), "Jazz") == file(after, base + 3 + len(FREE), FREE)


@pytest.mark.parametrize(("free", "left"), [(3, 0), (100, 97)])
def test_free_space_keeps_all_offsets(free, left):
    def file(genre, free):
        front = list_of(text(b"\xa9nam", b"One"), text(b"\xa9gen", genre), free=free)
        return atom(b"moov", track(b"stco", "I", 500), front) + atom(b"mdat", MEDIA)

    assert edited(file(b"A", free), "Jazz") == file(b"Jazz", left)


def test_free_space_behind_all_tags_does_too():
    def file(genre, free):
        moov = atom(b"moov", track(b"stco", "I", 500), list_of(text(b"\xa9gen", genre)))
        return moov + atom(b"free", bytes(free)) + atom(b"mdat", MEDIA)

    assert edited(file(b"A", 50), "Jazz") == file(b"Jazz", 47)


def test_free_space_is_used_up_to_the_last_byte():
    before = atom(b"moov", list_of(text(b"\xa9gen", b"A"), free=4))
    after = atom(b"moov", list_of(text(b"\xa9gen", b"A" * 13)))

    assert edited(before, "A" * 13) == after


def test_free_space_absorbs_what_is_left_over():
    before = atom(b"moov", list_of(text(b"\xa9gen", b"A" * 9), free=4))

    assert edited(before, "A") == atom(b"moov", list_of(text(b"\xa9gen", b"A"), free=12))


def test_a_number_for_the_genre_becomes_its_name():
    number = atom(b"gnre", atom(b"data", struct.pack(">IIH", 0, 0, 18)))
    before = atom(b"moov", list_of(text(b"\xa9nam", b"One"), number, text(b"\xa9too", b"x")))
    after = list_of(text(b"\xa9nam", b"One"), text(b"\xa9gen", b"Jazz"), text(b"\xa9too", b"x"))

    assert edited(before, "Jazz") == atom(b"moov", after) + FREE


def test_a_number_beside_the_name_goes():
    number = atom(b"gnre", atom(b"data", struct.pack(">IIH", 0, 0, 18)))
    before = atom(b"moov", list_of(text(b"\xa9gen", b"A"), text(b"\xa9nam", b"One"), number))

    assert edited(before, "Jazz") == atom(
        b"moov", list_of(text(b"\xa9gen", b"Jazz"), text(b"\xa9nam", b"One"))
    )


def test_several_genres_are_several_values_of_one_atom():
    genres = atom(b"\xa9gen", *[text(b"\xa9gen", t)[8:] for t in (b"Jazz", b"Rock")])

    moov = atom(b"moov", list_of(genres))
    assert edited(atom(b"moov", list_of()), "Jazz", "Rock") == moov + FREE


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        atom(b"udta"),
        atom(b"udta", bytes(4)),
        atom(b"udta", atom(b"chpl", b"chapters")),
        atom(b"udta", atom(b"meta", bytes(4), atom(b"hdlr", bytes(8), b"mdirappl", bytes(9)))),
    ],
)
def test_a_list_is_made_where_there_is_none(inside):
    new = edited(atom(b"moov", inside), "Jazz")

    assert list_of(text(b"\xa9gen", b"Jazz"))[8:] in new
    assert edited(new, "Jazz") == new
    assert (b"chpl" in new) == (b"chpl" in inside)


def test_an_empty_list_stays_when_there_is_nothing_to_take_away():
    assert edited(atom(b"moov"), *()) == atom(b"moov")


def test_old_quicktime_lists_have_no_version():
    handler = atom(b"hdlr", bytes(8), b"mdirappl", bytes(9))

    def file(genre):
        return atom(b"moov", atom(b"udta", atom(b"meta", handler, atom(b"ilst", genre))))

    assert edited(file(text(b"\xa9gen", b"A")), "Jazz") == file(text(b"\xa9gen", b"Jazz")) + FREE


def test_sizes_in_64_bits_and_without_end_are_understood():
    def file(genre, free=b""):
        moov = atom(b"moov", list_of(text(b"\xa9gen", genre)))
        long = struct.pack(">I4sQ", 1, b"moov", len(moov) + 8) + moov[8:]
        return long + free + struct.pack(">I4s", 0, b"mdat") + MEDIA

    assert edited(file(b"A"), "Jazz") == file(b"Jazz", FREE)


def test_what_had_to_move_once_need_not_the_next_time():
    def file(genre):
        moov = atom(b"moov", track(b"stco", "I", 500), list_of(text(b"\xa9gen", genre)))
        return moov + atom(b"mdat", MEDIA)

    moved = edited(file(b"A"), "Jazz")

    assert len(edited(moved, "Progressive Rock")) == len(moved)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (atom(b"mdat", MEDIA), "atoms are damaged"),
        (atom(b"moov", b"\0\0\1\0udta"), "atoms are damaged"),
        (atom(b"moov", b"\0\0\0\4udta"), "atoms are damaged"),
        (atom(b"moov") + atom(b"meta", bytes(4)), "index of a kind that would have to be made"),
        (
            atom(b"moov", atom(b"udta", atom(b"meta", bytes(4), atom(b"hdlr", bytes(24))))),
            "of a kind that cannot be written",
        ),
        (atom(b"moov", track(b"stco", "I", 2**32 - 1)) + atom(b"mdat"), "behind what its offsets"),
        (atom(b"moov", track(b"saio", "I", 9)) + atom(b"mdat"), "protected against copying"),
        (
            atom(b"moov", track(b"stco", "I", 9).replace(b"\0\0\0\1", b"\0\0\0\5"))
            + atom(b"mdat", MEDIA),
            "atoms are damaged",
        ),
        (
            atom(b"moov")
            + atom(b"mfra", atom(b"tfra", struct.pack(">3xBIII5I", 0, 1, 0, 2, *[0] * 5)) + FREE),
            "atoms are damaged",
        ),
        (
            atom(b"moov") + atom(b"moof", atom(b"traf", atom(b"tfhd", b"\0\0\0\1" + bytes(8)))),
            "atoms are damaged",
        ),
    ],
)
def test_what_is_damaged_or_unknown_is_refused(data, reason):
    with pytest.raises(Unwritable, match=reason):
        edited(data, "Jazz")


def test_chapters_are_kept(tmp_path):
    path = mp4_file(tmp_path / "a.m4a")
    chapter = struct.pack(">QB", 0, 5) + b"First"
    chapters = atom(b"chpl", b"\1" + bytes(7), b"\1", chapter)
    data = path.read_bytes()
    at = data.index(b"udta") - 4
    sizes = {data.index(name) - 4 for name in (b"udta", b"moov")}
    data = data[: at + 8] + chapters + data[at + 8 :]
    for size_at in sizes:
        (size,) = struct.unpack_from(">I", data, size_at)
        data = data[:size_at] + struct.pack(">I", size + len(chapters)) + data[size_at + 4 :]
    path.write_bytes(data)

    copy = written(path, LONG[:900])

    assert chapters in copy.read_bytes()
    assert [chapter.title for chapter in MP4(copy).chapters] == ["First"]


def test_a_video_without_sound_is_refused(tmp_path):
    path = material.make_silent_video(tmp_path / "a.mp4")

    with pytest.raises(TagError, match="no sound in it"):
        genre_edit(path, ["Jazz"], PLAIN)


def test_a_file_of_which_the_end_is_missing_keeps_what_is_there(tmp_path):
    path = remuxed(mp4_file(tmp_path / "a.m4a"), movflags="faststart")
    path.write_bytes(path.read_bytes()[:-500])

    copy = written(path, "Jazz")

    assert read_facts(copy).tags.genres == ("Jazz",)
