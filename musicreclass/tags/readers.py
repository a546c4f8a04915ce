"""How families of formats are read: from an open file to its sound's data and its raw tags.

The sound's data are whatever mutagen offers as `info`: length, sample_rate, channels and bitrate
as far as the format has them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from mutagen.aac import AACInfo
from mutagen.asf import ASF
from mutagen.dsf import DSF, DSFFile, DSFInfo
from mutagen.flac import FLAC, FLACNoHeaderError, StreamInfo
from mutagen.mp3 import MPEGInfo
from mutagen.mp4 import Atoms, MP4Info, MP4NoTrackError, MP4Tags

from musicreclass.tags.ape import read_ape
from musicreclass.tags.asf_sound import read_asf_sound
from musicreclass.tags.edges import head_end
from musicreclass.tags.errors import NoSound
from musicreclass.tags.id3_read import id3_texts, read_id3, wanted_frames
from musicreclass.tags.raw_tags import RawTags, Texts
from musicreclass.tags.riff import read_wave, read_wave_sound

_VORBIS_FIELDS = {
    "title": ("title",),
    "artist": ("artist",),
    "album_artist": ("albumartist", "album artist", "album_artist"),
    "album": ("album",),
    "track_number": ("tracknumber", "track"),
    "year": ("date", "year", "originaldate"),
    "genres": ("genre",),
}
_MP4_FIELDS = {
    "title": ("\xa9nam",),
    "artist": ("\xa9ART",),
    "album_artist": ("aART",),
    "album": ("\xa9alb",),
    "track_number": ("trkn",),
    "year": ("\xa9day",),
    "genres": ("\xa9gen",),
}
_ASF_FIELDS = {
    "title": ("title",),
    "artist": ("author", "wm/author"),
    "album_artist": ("wm/albumartist",),
    "album": ("wm/albumtitle",),
    "track_number": ("wm/tracknumber",),
    "year": ("wm/year", "date", "wm/originalreleaseyear"),
    "genres": ("wm/genre",),
}
_MP4_TAGS = b"moov.udta.meta.ilst"

Info = Any
Contents = tuple[Info, RawTags]


@dataclass(frozen=True, slots=True)
class Reader:
    """Two ways into a file, both from its first byte."""

    contents: Callable[[BinaryIO], Contents]
    sound: Callable[[BinaryIO], Info]  # what is left to do where the tags are broken


def id3_tagged(sound: Callable[[BinaryIO, int], Info]) -> Reader:
    """Return a reader for formats with tags at both ends. ID3v2 counts most, ID3v1 least.

    Args:
        sound: takes the file and where the sound starts.
    """

    def contents(file: BinaryIO) -> Contents:
        tags, start = read_id3(file)
        if not tags.kind.startswith("ID3v2"):
            ape = read_ape(file)
            tags = ape if ape.kind else tags
        return sound(file, start), tags

    return Reader(contents, lambda file: sound(file, head_end(file)))


def ape_tagged(info: Callable[[BinaryIO], Info]) -> Reader:
    """Return a reader for formats with APEv2 tags, and ID3 where programs put it nevertheless."""

    def sound(file: BinaryIO) -> Info:
        file.seek(head_end(file))
        return info(file)

    def contents(file: BinaryIO) -> Contents:
        ape = read_ape(file)
        return sound(file), ape if ape.kind else read_id3(file)[0]

    return Reader(contents, sound)


def inner_id3(container: Callable[..., Any], info: Callable[[BinaryIO], Info]) -> Reader:
    """Return a reader for containers that keep an ID3 tag in a chunk of theirs."""

    def contents(file: BinaryIO) -> Contents:
        audio = container(file, known_frames=wanted_frames(), translate=False, load_v1=False)
        return audio.info, id3_texts(audio.tags)

    return Reader(contents, info)


def ogg(container: Callable[[BinaryIO], Any], info: Callable[[BinaryIO], Info]) -> Reader:
    """Return a reader for a codec in Ogg."""

    def contents(file: BinaryIO) -> Contents:
        audio = container(file)
        return audio.info, _vorbis_texts(audio.tags)

    return Reader(contents, info)


def aac_sound(file: BinaryIO, _: int) -> Info:
    """Return the sound's data; mutagen looks for tags in front of it anew."""
    file.seek(0)
    return AACInfo(file)


def _read_flac(file: BinaryIO) -> Contents:
    """Read FLAC; an ID3 tag in front of it counts where there is no Vorbis comment."""
    audio = FLAC(file)
    tags = _vorbis_texts(audio.tags) if audio.tags is not None else read_id3(file)[0]
    return audio.info, tags


def _read_flac_sound(file: BinaryIO) -> Info:
    file.seek(head_end(file))
    if file.read(4) != b"fLaC":
        raise FLACNoHeaderError("no FLAC header found")
    header = file.read(4)
    return StreamInfo(file.read(int.from_bytes(header[1:], "big")))


def _read_mp4(file: BinaryIO) -> Contents:
    atoms = Atoms(file)
    tags = MP4Tags(atoms, file) if _MP4_TAGS in atoms else None
    return _mp4_info(atoms, file), _mp4_texts(tags)


def _mp4_info(atoms: Any, file: BinaryIO) -> Info:
    """Return the data of the first sound track."""
    try:
        info = MP4Info(atoms, file)
    except MP4NoTrackError as error:
        raise NoSound from error
    if not info.codec:  # mutagen then tells the length of the video
        raise NoSound
    return info


def _read_asf(file: BinaryIO) -> Contents:
    audio = ASF(file)
    found = _by_name((name, str(value).strip("\0")) for name, value in audio.tags)
    return read_asf_sound(file), RawTags.of("ASF" if found else "", found, _ASF_FIELDS)


def _vorbis_texts(comment: Any) -> RawTags:
    if comment is None:
        return RawTags()
    return RawTags.of("Vorbis comment", _by_name(list(comment)), _VORBIS_FIELDS)


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, Texts]:
    found: dict[str, Texts] = {}
    for name, text in pairs:
        if text:
            found[name.lower()] = (*found.get(name.lower(), ()), text)
    return found


def _mp4_texts(tags: Any) -> RawTags:
    if tags is None:
        return RawTags()
    texts = {name: tuple(map(str, tags[name])) for (name,) in _MP4_FIELDS.values() if name in tags}
    if "trkn" in texts:
        texts["trkn"] = tuple(_of_total(*pair) for pair in tags["trkn"])
    return RawTags.of("MP4", texts, _MP4_FIELDS)


def _of_total(number: int, total: int) -> str:
    if not number:
        return ""
    return f"{number}/{total}" if total else str(number)


MPEG = id3_tagged(MPEGInfo)
FLAC_FILE = Reader(_read_flac, _read_flac_sound)
MP4_FILE = Reader(_read_mp4, lambda file: _mp4_info(Atoms(file), file))
WAVE = Reader(read_wave, read_wave_sound)
ASF_FILE = Reader(_read_asf, read_asf_sound)
DSF_FILE = inner_id3(DSF, lambda file: DSFInfo(DSFFile(file).fmt_chunk))
