"""Small valid inputs that a fuzzer begins with: few files that reach many branches of a parser."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from musicreclass.sentences.languages import LANGUAGES
from musicreclass.settings import Settings, save
from tests import material
from tests.tags.containers import test_asf as asf
from tests.tags.containers import test_flac as flac
from tests.tags.containers import test_mp4 as mp4
from tests.tags.random_tags import random_tag
from tests.tags.rich_files import RICH

ID3V1 = material.id3v1(b"One", b"Someone", year=b"1999", track=3, genre=17)
APE = material.ape_tag({"Title": b"One", "Genre": b"Old\0Older", "Year": b"1999"})


def made(*makers: Callable[[Path], object]) -> list[bytes]:
    """Return what each maker has written to the path that it was given."""
    contents = []
    for make in makers:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "a"
            kept = make(path)
            contents.append((kept if isinstance(kept, Path) else path).read_bytes())
    return contents


def rich(*names: str) -> list[bytes]:
    """Return some of the files that have every kind of tag."""
    return made(*(lambda path, name=name: RICH[name](path.with_name(name)) for name in names))


def utf8(text: str) -> bytes:
    return b"\3" + text.encode()


def id3_tags() -> list[bytes]:
    """Return tags of all versions whose frames are converted in every way there is."""
    id3v2 = material.id3v2
    new = [
        (b"TDRC", utf8("2001-02-03T04:05")),
        (b"TDOR", utf8("1999-01")),
        (b"TIPL", utf8("producer\0Someone")),
        (b"TMCL", b"\1" + "小提琴\0王菲".encode("utf-16")),
        (b"COMM", b"\3eng" + "描述\0評論".encode()),
        (b"USLT", b"\2eng" + "a\0b".encode("utf-16-be")),
        (b"SYLT", b"\3eng\2\1" + b"desc\0one\0\0\0\0\1two\0\0\0\0\2"),
        (b"APIC", b"\3image/png\0\3" + "封面\0".encode() + b"\x89PNG"),
        (b"TXXX", utf8("key\0one\0two")),
        (b"WXXX", b"\3desc\0http://x"),
        (b"COMR", b"\3USD1\0" + b"20300101http://x\0\1seller\0what\0image/png\0data"),
        (b"OWNE", b"\3USD1\0" + b"20300101seller"),
        (b"CHAP", b"one\0" + bytes(16) + b"TIT2\0\0\0\2\0\0\3x"),
        (b"TMOO", utf8("sad")),
        (b"TCON", utf8("Rock\0(17)\0Pop")),
    ]
    old = [
        (b"TYER", b"\x001999"),
        (b"TDAT", b"\x000302"),
        (b"TIME", b"\x000405"),
        (b"TORY", b"\x001998"),
        (b"IPLS", b"\0producer\0Someone"),
        (b"RVAD", bytes(12)),
        (b"TCON", b"\0(17)(4)Rock"),
    ]
    oldest = [
        (b"TT2", b"\0One"),
        (b"TYE", b"\x001999"),
        (b"PIC", b"\0PNG\3desc\0\x89PNG"),
        (b"ULT", b"\1eng" + "a\0".encode("utf-16") + b"text"),
        (b"CRM", b"owner\0\0secret"),
        (b"TCO", b"\0(17)"),
    ]
    return [id3v2(4, new, padding=9), id3v2(3, old, padding=300), id3v2(2, oldest, padding=20)]


def id3() -> list[bytes]:
    tags = [*id3_tags(), *(random_tag(random.Random(seed)) for seed in range(30))]
    ends = [b"", ID3V1, APE + ID3V1]
    return made(
        *(
            lambda path, n=n, tag=tag: material.make_mp3(path, head=tag, tail=ends[n % 3])
            for n, tag in enumerate(tags)
        )
    )


def riff() -> list[bytes]:
    texts = {b"INAM": b"One", b"IGNR": "流派".encode(), b"ICRD": b"1999"}
    chunk = (b"id3 ", material.id3v2(3, [(b"TCON", b"\0Old")]))
    return [
        *rich("a.wav", "a.aiff"),
        *made(
            lambda path: material.make_wave(path, [material.info_list(texts)]),
            lambda path: material.make_wave(path, [material.info_list(texts), chunk]),
            lambda path: material.make_wave(path, [chunk]),
            material.make_wave,
        ),
    ]


def mp4_files() -> list[bytes]:
    def remuxed(path: Path, flags: str) -> object:
        source = material.write_audio(path.with_name("a.m4a"), seconds=0.2, tags={"title": "One"})
        return mp4.remuxed(source, movflags=flags)

    ways = ("faststart", "frag_every_frame+empty_moov", "empty_moov+default_base_moof")
    tags = mp4.list_of(mp4.text(b"\xa9gen", b"A"), mp4.text(b"\xa9nam", b"One"), free=30)
    wide = mp4.atom(b"moov", mp4.track(b"co64", "Q", 8, 16), tags) + mp4.atom(b"mdat", bytes(99))
    numbered = mp4.atom(b"gnre", mp4.atom(b"data", bytes(8), b"\0\x11"))
    free = mp4.atom(b"----", mp4.atom(b"mean", bytes(4), b"x"), mp4.atom(b"name", bytes(4), b"y"))
    short = mp4.atom(b"moov", mp4.track(b"stco", "I", 8), mp4.list_of(numbered, free))
    head = mp4.atom(b"ftyp", b"M4A \0\0\0\0")
    return [
        *rich("a.m4a", "a.alac.m4a"),
        *made(*(lambda path, way=way: remuxed(path, way) for way in ways)),
        head + wide,
        head + mp4.atom(b"mdat", bytes(99)) + short,
    ]


def asf_files() -> list[bytes]:
    described = asf.records(asf.EXTENDED_DESCRIPTION, asf.described("WM/Genre", "Old"))
    library = asf.records(asf.LIBRARY, asf.catalogued("WM/Genre", "Older"))
    return [
        *rich("a.wma"),
        asf.asf(described, asf.extension(library)),
        asf.asf(asf.extension(asf.records(asf.METADATA, asf.catalogued("a", "b")), library)),
    ]


def flac_files() -> list[bytes]:
    comment = flac.comment(b"GENRE=Old", b"TITLE=One", b"genre=Older")
    return [
        *rich("a.flac"),
        *made(
            lambda path: flac.flac_of(path.with_name("a.flac"), comment, (1, bytes(50))),
            lambda path: flac.flac_of(path.with_name("a.flac"), (2, b"test" * 3), comment),
            lambda path: flac.flac_of(path.with_name("a.flac"), (1, bytes(50))),
        ),
    ]


def ape_files() -> list[bytes]:
    lyrics = APE + b"LYRICSBEGINxx000013LYRICS200" + ID3V1
    return [
        *made(
            lambda path: material.make_mp3(path, tail=APE + ID3V1),
            lambda path: material.make_mp3(path, tail=lyrics),
            lambda path: material.make_mp3(path, tail=APE[32:]),
        ),
        *rich("a.ape", "a.wv", "a.mpc"),
    ]


def bundles() -> list[bytes]:
    from tests.small_bundles import save_small_bundle  # torch takes its time

    return made(
        lambda path: save_small_bundle(path.with_suffix(".pth")),
        lambda path: save_small_bundle(path.with_suffix(".pth"), genres=("搖滾",)),
    )


def settings() -> list[bytes]:
    def kept(path: Path) -> None:
        save(Settings(), path)

    return [*made(kept), b"version = 1\n[scan]\nworkers = 2\n"]


def vocabularies() -> list[bytes]:
    names = ", ".join(f'"{language}": "Own {language}"' for language in LANGUAGES)
    own = f'{{"id": "own", {names}, "parent": "rock", "aliases": ["mine"]}}'
    below = f'{{"id": "below", {names.replace("Own", "Below")}, "parent": "own"}}'
    return [
        f'{{"version": 1, "genres": [{own}, {below}]}}'.encode(),
        f'{{"names": {{"rock": {{{names}}}}}, "merged": {{"punk": "rock"}}}}'.encode(),
        b'{"version": 1, "hidden": ["rock"], "aliases": {"rock": ["x"]}}',
    ]


def queries() -> list[bytes]:
    return [
        b'genre:rock -"live" OR confidence:>90% length:<5:00 year:1990..1999',
        'folder:"王菲" is:new mood:sad>50% -tag:mellow infile:pop | era:80s'.encode(),
    ]


def mappings() -> list[bytes]:
    return [b'[genres]\nRock = "Rock"\n"Jazz & Blues" = "Jazz"\nTalk = false\n']


def patterns() -> list[bytes]:
    return [b"{genre}/{artist}/{title}", b"{genre}/{filename}.{ext}"]
