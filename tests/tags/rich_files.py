"""One small file of each format with tags that a genre has no business with, and how it is written.

Tags are put in by mutagen, so that nobody who writes genres here has made them.
"""

import base64
import random
import struct
from pathlib import Path
from typing import Any

import mutagen
from mutagen import apev2, asf, flac, id3, mp4
from mutagen.ogg import OggPage

from musicreclass.core.tag_change import WriteChoices, reversed_patches
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import genre_edit
from tests import material

COVER = b"\xff\xd8\xff\xe0" + random.Random(0).randbytes(5_000)
TITLE, ARTISTS, LYRICS = "青花瓷", ["周杰倫", "Björk"], "天青色等煙雨\n而我在等你"
SPEEX_SERIAL = 77
PLAIN = WriteChoices()


def patched(data, patches):
    """Return the bytes with patches in place, each of which must fit."""
    parts, at = [], 0
    for patch in patches:
        assert patch.at >= at
        assert data[patch.at : patch.at + len(patch.old)] == patch.old
        parts += [data[at : patch.at], patch.new]
        at = patch.at + len(patch.old)
    return b"".join([*parts, data[at:]])


def written(path, *genres, choices=PLAIN):
    """Return a copy with other genres, which has passed the check and leads back to the file."""
    edit = genre_edit(path, genres, choices)
    old = path.read_bytes()
    copy = path.with_name(f"written {path.name}")
    copy.write_bytes(patched(old, edit.patches))
    with path.open("rb") as here, copy.open("rb") as there:
        check_written(here, there, edit)
    assert patched(copy.read_bytes(), reversed_patches(edit.patches)) == old
    return copy


def flac_file(path: Path) -> Path:
    audio = flac.FLAC(material.write_audio(path, seconds=0.3))
    picture = flac.Picture()
    picture.type, picture.mime, picture.data = 3, "image/jpeg", COVER
    audio.add_picture(picture)
    _fill_comment(audio)
    return path


def ogg_file(path: Path) -> Path:
    audio = mutagen.File(material.write_audio(path, seconds=0.3))
    audio["METADATA_BLOCK_PICTURE"] = [base64.b64encode(COVER).decode()]
    _fill_comment(audio)
    return path


def _fill_comment(audio):
    audio["TITLE"] = TITLE
    audio["Genre"] = ["Schlager"]
    audio["Artist"] = ARTISTS
    audio["lyrics"] = LYRICS
    audio["REPLAYGAIN_TRACK_GAIN"] = "-7.03 dB"
    audio["X-UNKNOWN"] = "=;="
    audio.save()


def speex_file(path: Path, comment: bytes | None = None) -> Path:
    """Write headers of Speex and packets that are no sound."""
    header = struct.pack(
        "<8s20s13i", b"Speex   ", b"1.2", 1, 80, 44_100, 2, 4, 2, -1, 320, *[0] * 5
    )
    texts = [f"TITLE={TITLE}", "genre=Schlager", "X-UNKNOWN=1"]
    entries = [text.encode() for text in texts]
    sized = b"".join(struct.pack("<I", len(entry)) + entry for entry in entries)
    tags = struct.pack("<I", 3) + b"abc" + struct.pack("<I", len(entries)) + sized
    made: list[Any] = [
        *OggPage.from_packets([header]),
        *OggPage.from_packets([comment or tags], sequence=1, default_size=65_025, wiggle_room=0),
        *OggPage.from_packets([b"\x55" * 60] * 20, sequence=-1),
    ]
    head, *pages = made
    head.first, pages[-1].last, pages[-1].position = True, True, 6_400
    pages[-1].sequence = len(pages)
    for page in (head, *pages):
        page.serial = SPEEX_SERIAL
    path.write_bytes(b"".join(page.write() for page in (head, *pages)))
    return path


def mp4_file(path: Path) -> Path:
    audio = mp4.MP4(material.write_audio(path, seconds=0.3, tags={"title": TITLE}))
    audio["\xa9ART"] = ARTISTS
    audio["\xa9gen"] = ["Schlager"]
    audio["\xa9lyr"] = LYRICS
    audio["trkn"] = [(3, 9)]
    audio["covr"] = [mp4.MP4Cover(COVER)]
    audio["----:com.apple.iTunes:MOOD"] = [mp4.MP4FreeForm(b"of another kind")]
    audio["----:com.apple.iTunes:replaygain_track_gain"] = [mp4.MP4FreeForm(b"-7.03 dB")]
    audio.save()
    return path


def wma_file(path: Path) -> Path:
    audio = asf.ASF(material.write_audio(path, seconds=0.3, tags={"title": TITLE}))
    audio["Author"] = ARTISTS
    audio["WM/Genre"] = ["Schlager"]
    audio["WM/Lyrics"] = [LYRICS]
    audio["WM/Picture"] = [asf.ASFByteArrayAttribute(COVER)]
    audio["X-Unknown"] = [asf.ASFQWordAttribute(1 << 40)]
    audio.save()
    return path


def id3_tag() -> id3.ID3:
    tags = id3.ID3()
    tags.add(id3.TIT2(encoding=3, text=[TITLE]))
    tags.add(id3.TCON(encoding=3, text=["Schlager"]))
    tags.add(id3.TPE1(encoding=1, text=ARTISTS))
    tags.add(id3.USLT(encoding=3, lang="zho", desc="", text=LYRICS))
    tags.add(id3.TXXX(encoding=3, desc="replaygain_track_gain", text=["-7.03 dB"]))
    tags.add(id3.APIC(encoding=0, mime="image/jpeg", type=3, desc="", data=COVER))
    tags.add(id3.PRIV(owner="unknown", data=bytes(range(99))))
    return tags


def wave_file(path: Path) -> Path:
    audio = mutagen.File(material.write_audio(path, seconds=0.3, tags={"title": TITLE}))
    return _with_id3(audio, path)


def inner_id3_file(path: Path) -> Path:
    make = {".dsf": material.make_dsf, ".dff": material.make_dsdiff}
    return _with_id3(mutagen.File(make.get(path.suffix, material.write_audio)(path)), path)


def _with_id3(audio, path):
    if audio.tags is None:
        audio.add_tags()
    for frame in id3_tag().values():
        audio.tags.add(frame)
    audio.save()
    return path


def ape_file(path: Path) -> Path:
    make = {".ape": material.make_monkeys_audio, ".mpc": material.make_musepack}
    make.get(path.suffix, material.write_audio)(path)
    if path.suffix == ".ape":
        _complete_monkeys_header(path)
    tags = apev2.APEv2()
    tags["Title"] = TITLE
    tags["Genre"] = "Schlager"
    tags["Artist"] = ARTISTS
    tags["Lyrics"] = LYRICS
    tags["replaygain_track_gain"] = "-7.03 dB"
    tags["Cover Art (Front)"] = apev2.APEValue(b"a.jpg\0" + COVER, apev2.BINARY)
    tags.save(path)
    return path


def _complete_monkeys_header(path):
    """Say where the ten frames lie, for FFmpeg to open the file."""
    data = bytearray(path.read_bytes())
    struct.pack_into("<3I", data, 8, 52, 24, 40)
    struct.pack_into("<10I", data, 76, *range(116, 1_116, 100))
    path.write_bytes(data)


RICH = {
    "a.flac": flac_file,
    "a.ogg": ogg_file,
    "a.oga": ogg_file,
    "a.opus": ogg_file,
    "a.spx": speex_file,
    "a.m4a": mp4_file,
    "a.alac.m4a": mp4_file,
    "a.wma": wma_file,
    "a.wav": wave_file,
    "a.aiff": inner_id3_file,
    "a.dsf": inner_id3_file,
    "a.dff": inner_id3_file,
    "a.ape": ape_file,
    "a.wv": ape_file,
    "a.mpc": ape_file,
}
