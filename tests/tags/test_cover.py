import base64
import struct

import pytest
from mutagen.apev2 import APEBinaryValue, APEv2
from mutagen.asf import ASF, ASFByteArrayAttribute
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, ID3
from mutagen.mp4 import MP4, MP4Cover
from mutagen.oggvorbis import OggVorbis

from musicreclass.tags.cover import LARGEST_BYTES, cover
from musicreclass.tags.tag_errors import TagError
from tests import material

FRONT = b"\x89PNG the front of it"
BACK = b"\x89PNG the back of it"


def picture(kind, data):
    made = Picture()
    made.type, made.data, made.mime = kind, data, "image/png"
    return made


def into_id3(path):
    tags = ID3(path) if path.suffix == ".mp3" else ID3()
    tags.add(APIC(encoding=0, mime="image/png", type=4, desc="b", data=BACK))
    tags.add(APIC(encoding=0, mime="image/png", type=3, desc="f", data=FRONT))
    tags.save(path)


def into_flac(path):
    audio = FLAC(path)
    audio.add_picture(picture(4, BACK))
    audio.add_picture(picture(3, FRONT))
    audio.save()


def into_ogg(path):
    audio = OggVorbis(path)
    pictures = picture(4, BACK), picture(3, FRONT)
    texts = [base64.b64encode(one.write()).decode() for one in pictures]
    audio["metadata_block_picture"] = texts
    audio.save()


def into_mp4(path):
    audio = MP4(path)
    audio["covr"] = [MP4Cover(FRONT, MP4Cover.FORMAT_PNG)]
    audio.save()


def into_asf(path):
    audio = ASF(path)
    words = "image/png\0\0".encode("utf-16-le")
    audio["WM/Picture"] = [
        ASFByteArrayAttribute(struct.pack("<bi", kind, len(data)) + words + data)
        for kind, data in ((4, BACK), (3, FRONT))
    ]
    audio.save()


def into_ape(path):
    tags = APEv2(path)
    tags["Cover Art (Back)"] = APEBinaryValue(b"back.png\0" + BACK)
    tags["Cover Art (Front)"] = APEBinaryValue(b"front.png\0" + FRONT)
    tags.save(path)


WAYS = {
    ".mp3": into_id3,
    ".flac": into_flac,
    ".ogg": into_ogg,
    ".m4a": into_mp4,
    ".wma": into_asf,
    ".wv": into_ape,
}


@pytest.mark.parametrize("suffix", WAYS)
def test_the_front_cover_is_found_among_others(tmp_path, suffix):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.2, tags={"title": "x"})
    WAYS[suffix](path)

    assert cover(path) == FRONT


@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".ogg", ".wav", ".wma"])
def test_a_file_without_pictures_has_no_cover(tmp_path, suffix):
    path = material.write_audio(tmp_path / f"a{suffix}", seconds=0.2, tags={"title": "x"})

    assert cover(path) is None


def test_what_is_not_called_the_front_is_better_than_nothing(tmp_path):
    path = material.write_audio(tmp_path / "a.flac", seconds=0.2)
    audio = FLAC(path)
    audio.add_picture(picture(0, BACK))
    audio.save()

    assert cover(path) == BACK


def test_a_picture_beyond_all_measure_is_no_cover(tmp_path):
    path = tmp_path / "a.mp3"
    material.make_mp3(path)
    tags = ID3()
    tags.add(APIC(encoding=0, mime="image/png", type=3, data=bytes(LARGEST_BYTES + 1)))
    tags.save(path)

    assert cover(path) is None


def test_a_file_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(TagError, match="no longer there"):
        cover(tmp_path / "gone.mp3")


def test_a_file_that_makes_no_sense_is_a_sentence(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(b"nothing of the kind" * 50)

    with pytest.raises(TagError, match="the cover is damaged"):
        cover(path)
