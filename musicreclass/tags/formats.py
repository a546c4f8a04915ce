"""The audio formats: recognising, reading and writing each. A new format is one row."""

from collections.abc import Callable
from dataclasses import dataclass

from mutagen.ac3 import AC3Info
from mutagen.aiff import AIFF, AIFFInfo
from mutagen.dsdiff import DSDIFF, DSDIFFInfo
from mutagen.monkeysaudio import MonkeysAudioInfo
from mutagen.oggflac import OggFLAC, OggFLACStreamInfo
from mutagen.oggopus import OggOpus, OggOpusInfo
from mutagen.oggspeex import OggSpeex, OggSpeexInfo
from mutagen.oggvorbis import OggVorbis, OggVorbisInfo
from mutagen.tak import TAKInfo
from mutagen.trueaudio import TrueAudioInfo
from mutagen.wavpack import WavPackInfo

from musicreclass.tags import readers
from musicreclass.tags.ape_file_genre import ac3_edit, ape_edit
from musicreclass.tags.asf_genre import asf_edit
from musicreclass.tags.chunk_genre import chunk_edit
from musicreclass.tags.chunks import AIFF_LAYOUT, DSDIFF_LAYOUT
from musicreclass.tags.dsf_genre import dsf_edit
from musicreclass.tags.edges_genre import edges_edit
from musicreclass.tags.flac_genre import flac_edit
from musicreclass.tags.genre_write import Writer
from musicreclass.tags.mp4_genre import mp4_edit
from musicreclass.tags.musepack_info import musepack_info
from musicreclass.tags.ogg_genre import OGG_FLAC, OPUS, SPEEX, VORBIS
from musicreclass.tags.readers import Reader, ape_tagged, id3_tagged, inner_id3, ogg
from musicreclass.tags.wave_genre import wave_edit

SNIFF_BYTES = 512
_ASF_GUID = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")


@dataclass(frozen=True, slots=True)
class Format:
    """One audio format."""

    name: str
    suffixes: tuple[str, ...]
    starts: Callable[[bytes], bool]  # is this the start of such a file, any ID3v2 left out?
    reader: Reader
    writer: Writer


def _begins(*magics: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magics)


def _is_ogg(codec: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(b"OggS") and codec in head


def _is_chunked(group: tuple[bytes, ...], *kinds: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] in group and head[8:12] in kinds


def _is_mp4(head: bytes) -> bool:
    return head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide")


def _is_adts(head: bytes) -> bool:
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0


def _is_mpeg(*layers: int) -> Callable[[bytes], bool]:
    """Return a test for a frame of MPEG audio."""

    def starts(head: bytes) -> bool:
        return (
            len(head) > 2
            and head[0] == 0xFF
            and head[1] & 0xE0 == 0xE0
            and head[1] & 0x18 != 0x08  # a version that was never given out
            and 4 - (head[1] >> 1 & 0b11) in layers
            and head[2] >> 4 not in (0x0, 0xF)  # bitrates that say nothing
            and head[2] & 0x0C != 0x0C  # a sample rate that was never given out
        )

    return starts


# Tried in this order: sure marks before those that two random bytes may form. Where a file's
# content says nothing, the first row with its suffix is tried.
FORMATS = (
    Format("FLAC", (".flac", ".fla"), _begins(b"fLaC"), readers.FLAC_FILE, flac_edit),
    Format("Opus", (".opus",), _is_ogg(b"OpusHead"), ogg(OggOpus, OggOpusInfo), OPUS),
    Format("Ogg FLAC", (), _is_ogg(b"\x7fFLAC"), ogg(OggFLAC, OggFLACStreamInfo), OGG_FLAC),
    Format("Speex", (".spx",), _is_ogg(b"Speex   "), ogg(OggSpeex, OggSpeexInfo), SPEEX),
    Format(
        "Ogg Vorbis",
        (".ogg", ".oga"),
        _is_ogg(b"\x01vorbis"),
        ogg(OggVorbis, OggVorbisInfo),
        VORBIS,
    ),
    Format("M4A", (".m4a", ".m4b", ".m4r", ".mp4"), _is_mp4, readers.MP4_FILE, mp4_edit),
    Format(
        "WAV",
        (".wav", ".wave"),
        _is_chunked((b"RIFF", b"RF64", b"BW64"), b"WAVE"),
        readers.WAVE,
        wave_edit,
    ),
    Format(
        "AIFF",
        (".aif", ".aiff", ".aifc"),
        _is_chunked((b"FORM",), b"AIFF", b"AIFC"),
        inner_id3(AIFF, AIFFInfo),
        chunk_edit(AIFF_LAYOUT),
    ),
    Format("WMA", (".wma", ".asf"), _begins(_ASF_GUID), readers.ASF_FILE, asf_edit),
    Format("Monkey's Audio", (".ape",), _begins(b"MAC "), ape_tagged(MonkeysAudioInfo), ape_edit),
    Format("WavPack", (".wv",), _begins(b"wvpk"), ape_tagged(WavPackInfo), ape_edit),
    Format(
        "Musepack",
        (".mpc", ".mpp", ".mp+"),
        _begins(b"MPCK", b"MP+"),
        ape_tagged(musepack_info),
        ape_edit,
    ),
    Format("DSF", (".dsf",), _begins(b"DSD "), readers.DSF_FILE, dsf_edit),
    Format(
        "DSDIFF",
        (".dff",),
        _begins(b"FRM8"),
        inner_id3(DSDIFF, DSDIFFInfo),
        chunk_edit(DSDIFF_LAYOUT),
    ),
    Format("TTA", (".tta",), _begins(b"TTA1", b"TTA2"), id3_tagged(TrueAudioInfo), edges_edit),
    Format("TAK", (".tak",), _begins(b"tBaK"), ape_tagged(TAKInfo), ape_edit),
    Format("AC-3", (".ac3", ".eac3"), _begins(b"\x0b\x77"), ape_tagged(AC3Info), ac3_edit),
    Format("AAC", (".aac",), _is_adts, id3_tagged(readers.aac_sound), edges_edit),
    Format("MP3", (".mp3",), _is_mpeg(3), readers.MPEG, edges_edit),
    Format("MP2", (".mp2", ".mp1", ".mpa", ".mpga"), _is_mpeg(1, 2), readers.MPEG, edges_edit),
)

AUDIO_SUFFIXES = frozenset(suffix for row in FORMATS for suffix in row.suffixes)


def candidates(head: bytes, suffix: str) -> list[Format]:
    """Return the formats that a file may have, the likeliest first.

    Args:
        head: the file's first bytes behind any ID3v2 tag.
        suffix: of its name, with the dot. What the content says counts more.
    """
    by_content = next((row for row in FORMATS if row.starts(head)), None)
    by_name = next((row for row in FORMATS if suffix.lower() in row.suffixes), None)
    return [row for row in dict.fromkeys((by_content, by_name)) if row is not None]
