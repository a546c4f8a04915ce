import struct

import mutagen
import pytest

from musicreclass.core.track import Tags
from musicreclass.tags.read import read_facts
from tests import material
from tests.material import id3v1, id3v2, latin1, utf16

ALL_TAGS = {
    "title": "Ágætis byrjun",
    "artist": "王菲",
    "album_artist": "Various",
    "album": "Ω",
    "track": "3/9",
    "date": "1999-06-12",
    "genre": "Post-Rock",
}
KINDS = {
    ".aiff": "ID3v2.4",
    ".flac": "Vorbis comment",
    ".mp3": "ID3v2.4",
    ".ogg": "Vorbis comment",
    ".oga": "Vorbis comment",
    ".opus": "Vorbis comment",
    ".m4a": "MP4",
    ".alac.m4a": "MP4",
    ".wma": "ASF",
}
KINDS_WITHOUT_ALBUM_ARTIST = {
    ".wav": "RIFF INFO",
    ".wv": "APEv2",
    ".tta": "APEv2",
}  # FFmpeg's names
OLD_TITLE, OLD_ARTIST = "青花瓷", "周杰倫"


def tags_of(path):
    return read_facts(path).tags


def mp3_with(tmp_path, *frames, version=3, tail=b""):
    return material.make_mp3(tmp_path / "a.mp3", head=id3v2(version, frames), tail=tail)


@pytest.mark.parametrize(("suffix", "kind"), KINDS.items())
def test_tags_written_by_ffmpeg_are_read_in_full(tmp_path, suffix, kind):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.3, tags=ALL_TAGS)

    assert tags_of(path) == Tags(
        title="Ágætis byrjun",
        artist="王菲",
        album_artist="Various",
        album="Ω",
        track_number="3/9",
        year="1999",
        genres=("Post-Rock",),
        tag_kind=kind,
    )


@pytest.mark.parametrize(("suffix", "kind"), KINDS_WITHOUT_ALBUM_ARTIST.items())
def test_poorer_tags_are_read_as_far_as_they_go(tmp_path, suffix, kind):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.3, tags=ALL_TAGS)

    tags = tags_of(path)

    assert (tags.title, tags.artist, tags.album) == ("Ágætis byrjun", "王菲", "Ω")
    assert (tags.year, tags.genres, tags.tag_kind) == ("1999", ("Post-Rock",), kind)
    assert tags.legacy_encoding == ""


@pytest.mark.parametrize("suffix", material.ENCODED)
def test_the_sound_is_described(tmp_path, suffix):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.5)

    stream = read_facts(path).stream

    assert stream.seconds == pytest.approx(0.5, abs=0.08)
    assert stream.channels == (0 if suffix == ".tta" else 2)  # mutagen does not look there
    assert 10_000 < stream.bits_per_second < 1_500_000


@pytest.mark.parametrize(
    ("version", "title", "artist"),
    [(2, b"TT2", b"TP1"), (3, b"TIT2", b"TPE1"), (4, b"TIT2", b"TPE1")],
)
def test_each_version_of_id3_is_read_and_named(tmp_path, version, title, artist):
    path = mp3_with(
        tmp_path, (title, utf16("晴天")), (artist, latin1(b"Bj\xf6rk")), version=version
    )

    tags = tags_of(path)

    assert (tags.title, tags.artist, tags.tag_kind) == ("晴天", "Björk", f"ID3v2.{version}")


def test_id3v1_alone_is_read(tmp_path):
    tail = id3v1(b"Caf\xe9 del Mar", b"Energy 52", b"Cafe", b"1993", track=4, genre=31)
    path = material.make_mp3(tmp_path / "a.mp3", tail=tail)

    assert tags_of(path) == Tags(
        title="Café del Mar",
        artist="Energy 52",
        album="Cafe",
        track_number="4",
        year="1993",
        genres=("Trance",),
        tag_kind="ID3v1",
    )


def test_apev2_counts_more_than_id3v1_beside_it(tmp_path):
    tail = material.ape_tag({"Title": b"A title of more than thirty letters"})
    path = material.make_mp3(
        tmp_path / "a.mp3", tail=tail + id3v1(b"A title of more than thirty le")
    )

    tags = tags_of(path)

    assert (tags.title, tags.tag_kind) == ("A title of more than thirty letters", "APEv2")


@pytest.mark.parametrize(
    ("version", "text", "genres"),
    [
        (3, b"(17)", ("Rock",)),
        (3, b"(4)(17)", ("Disco", "Rock")),
        (3, b"(17)Indie Rock", ("Rock", "Indie Rock")),
        (3, b"(RX)", ("Remix",)),
        (3, b"((Odd) Name", ("(Odd) Name",)),
        (3, b"17", ("Rock",)),
        (3, b"(255)", ()),
        (3, b"Unknown", ("Unknown",)),
        (3, b"Rock\0Pop", ("Rock", "Pop")),
        (3, b"Rock; Pop", ("Rock", "Pop")),
        (3, b"R&B/Soul", ("R&B/Soul",)),
        (3, b" Rock ;; Rock", ("Rock",)),
        (4, b"51\0Rock\0(4)", ("Techno-Industrial", "Rock", "Disco")),
        (4, b"", ()),
    ],
)
def test_every_spelling_of_genres_in_id3_is_understood(tmp_path, version, text, genres):
    path = mp3_with(tmp_path, (b"TCON", latin1(text)), version=version)

    assert tags_of(path).genres == genres


@pytest.mark.parametrize("suffix", [".flac", ".ogg", ".opus", ".m4a", ".mp3"])
def test_several_genres_stay_several(tmp_path, suffix):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.3)
    audio = mutagen.File(path, easy=True)
    audio["genre"] = ["Rock", "国语流行"]
    audio.save()

    assert tags_of(path).genres == ("Rock", "国语流行")


def test_several_genres_of_wma_stay_several(tmp_path):
    path = material.write_audio(tmp_path / "a.wma", seconds=0.3)
    audio = mutagen.File(path)
    audio["WM/Genre"] = ["Rock", "国语流行"]
    audio.save()

    assert tags_of(path).genres == ("Rock", "国语流行")


def test_several_genres_of_ape_stay_several(tmp_path):
    tail = material.ape_tag({"GENRE": "Rock\0国语流行".encode(), "Cover Art": b"\xff\xd8"})
    path = material.make_monkeys_audio(tmp_path / "a.ape", tail=tail)

    assert tags_of(path).genres == ("Rock", "国语流行")


def test_genres_of_mp4_may_be_numbers(tmp_path):
    path = material.write_audio(tmp_path / "a.m4a", seconds=0.3, tags={"genre": "AB"})
    text = struct.pack(">I4sI4sII", 26, b"\xa9gen", 18, b"data", 1, 0) + b"AB"
    number = struct.pack(">I4sI4sIIH", 26, b"gnre", 18, b"data", 0, 0, 18)
    path.write_bytes(path.read_bytes().replace(text, number))

    assert tags_of(path).genres == ("Rock",)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (b"1999", "1999"),
        (b"12/06/1999", "1999"),
        (b"1999-06-12T10:11", "1999"),
        (b"0000", ""),
        (b"no date", ""),
        (b"19990612", ""),
    ],
)
def test_the_year_is_found_in_all_kinds_of_dates(tmp_path, text, year):
    path = material.make_wave(tmp_path / "a.wav", [material.info_list({b"ICRD": text})])

    assert tags_of(path).year == year


@pytest.mark.parametrize("text", [b"0", b"0/0", b"00/00"])
def test_a_track_number_of_zero_is_none(tmp_path, text):
    assert tags_of(mp3_with(tmp_path, (b"TRCK", latin1(text)))).track_number == ""


def test_several_artists_become_one_text(tmp_path):
    path = mp3_with(tmp_path, (b"TPE1", latin1(b"Ella\0Louis\0Ella")), version=4)

    assert tags_of(path).artist == "Ella; Louis"


def test_text_is_fit_for_one_line_of_a_table(tmp_path):
    path = mp3_with(tmp_path, (b"TIT2", utf16(" One\r\nTwo\t")), (b"TALB", utf16("x" * 9_999)))

    tags = tags_of(path)

    assert tags.title == "One Two"
    assert len(tags.album) == 1_000


def test_a_title_of_thousands_of_parts_is_cut(tmp_path):
    parts = b"\0".join(b"part %d" % number for number in range(40_000))

    path = mp3_with(tmp_path, (b"TIT2", b"\3" + parts), version=4)

    assert len(tags_of(path).title) == 1_000


@pytest.mark.parametrize(
    ("codec", "name"), [("gb18030", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")]
)
def test_mislabelled_id3_is_shown_as_meant_and_marked(tmp_path, codec, name):
    frames = [
        (b"TIT2", latin1(OLD_TITLE.encode(codec))),
        (b"TPE1", latin1(OLD_ARTIST.encode(codec))),
    ]

    tags = tags_of(mp3_with(tmp_path, *frames))

    assert (tags.title, tags.artist, tags.legacy_encoding) == (OLD_TITLE, OLD_ARTIST, name)


def test_mislabelled_id3v1_is_shown_as_meant(tmp_path):
    tail = id3v1("ハナミズキ".encode("cp932"), "一青窈".encode("cp932"), genre=146)

    tags = tags_of(material.make_mp3(tmp_path / "a.mp3", tail=tail))

    assert (tags.title, tags.artist, tags.legacy_encoding) == ("ハナミズキ", "一青窈", "shift_jis")
    assert tags.genres == ("JPop",)


def test_a_mislabelled_genre_is_shown_as_meant(tmp_path):
    frames = [
        (b"TCON", latin1("国语流行".encode("gbk"))),
        (b"TPE1", latin1("邓丽君".encode("gbk"))),
    ]

    assert tags_of(mp3_with(tmp_path, *frames)).genres == ("国语流行",)


def test_old_info_chunks_are_shown_as_meant(tmp_path):
    texts = {b"INAM": "红豆".encode("gbk"), b"IART": "王菲".encode("gbk"), b"ITRK": b"7"}

    tags = tags_of(material.make_wave(tmp_path / "a.wav", [material.info_list(texts)]))

    assert (tags.title, tags.artist, tags.track_number) == ("红豆", "王菲", "7")
    assert (tags.tag_kind, tags.legacy_encoding) == ("RIFF INFO", "gb18030")


def test_an_id3_chunk_counts_more_than_info(tmp_path):
    chunks = [
        material.info_list({b"INAM": b"Info"}),
        (b"id3 ", id3v2(4, [(b"TIT2", latin1(b"ID3"))])),
    ]

    tags = tags_of(material.make_wave(tmp_path / "a.wav", chunks))

    assert (tags.title, tags.tag_kind) == ("ID3", "ID3v2.4")


def test_ape_tags_that_are_not_utf8_are_shown_as_meant(tmp_path):
    tail = material.ape_tag(
        {"Title": OLD_TITLE.encode("big5"), "Artist": OLD_ARTIST.encode("big5")}
    )

    tags = tags_of(material.make_musepack(tmp_path / "a.mpc", tail=tail))

    assert (tags.title, tags.artist, tags.legacy_encoding) == (OLD_TITLE, OLD_ARTIST, "big5")


def test_reading_leaves_no_trace(tmp_path):
    path = mp3_with(tmp_path, (b"TIT2", latin1(OLD_TITLE.encode("big5"))))
    before = path.read_bytes(), path.stat().st_mtime_ns

    read_facts(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
