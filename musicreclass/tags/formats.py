"""The audio formats: recognising, reading and writing each. A new format is one row."""

from collections.abc import Callable
from dataclasses import dataclass

from musicreclass.tags.containers import ape_files, asf, chunks, flac, mp4, mpeg, ogg, wave
from musicreclass.tags.containers.ape_files import ac3_edit, ape_edit
from musicreclass.tags.containers.mpeg import end_tags_edit
from musicreclass.tags.genre_write import Writer
from musicreclass.tags.raw_tags import Reader

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
    Format("FLAC", (".flac", ".fla"), _begins(b"fLaC"), flac.FLAC_FILE, flac.flac_edit),
    Format("Opus", (".opus",), _is_ogg(b"OpusHead"), ogg.OPUS_FILE, ogg.opus_edit),
    Format("Ogg FLAC", (), _is_ogg(b"\x7fFLAC"), ogg.OGG_FLAC_FILE, ogg.ogg_flac_edit),
    Format("Speex", (".spx",), _is_ogg(b"Speex   "), ogg.SPEEX_FILE, ogg.speex_edit),
    Format(
        "Ogg Vorbis", (".ogg", ".oga"), _is_ogg(b"\x01vorbis"), ogg.VORBIS_FILE, ogg.vorbis_edit
    ),
    Format("M4A", (".m4a", ".m4b", ".m4r", ".mp4"), _is_mp4, mp4.MP4_FILE, mp4.mp4_edit),
    Format(
        "WAV",
        (".wav", ".wave"),
        _is_chunked((b"RIFF", b"RF64", b"BW64"), b"WAVE"),
        wave.WAVE,
        wave.wave_edit,
    ),
    Format(
        "AIFF",
        (".aif", ".aiff", ".aifc"),
        _is_chunked((b"FORM",), b"AIFF", b"AIFC"),
        chunks.AIFF_FILE,
        chunks.aiff_edit,
    ),
    Format("WMA", (".wma", ".asf"), _begins(_ASF_GUID), asf.ASF_FILE, asf.asf_edit),
    Format("Monkey's Audio", (".ape",), _begins(b"MAC "), ape_files.MONKEYS_AUDIO, ape_edit),
    Format("WavPack", (".wv",), _begins(b"wvpk"), ape_files.WAVPACK, ape_edit),
    Format(
        "Musepack", (".mpc", ".mpp", ".mp+"), _begins(b"MPCK", b"MP+"), ape_files.MUSEPACK, ape_edit
    ),
    Format("DSF", (".dsf",), _begins(b"DSD "), chunks.DSF_FILE, chunks.dsf_edit),
    Format("DSDIFF", (".dff",), _begins(b"FRM8"), chunks.DSDIFF_FILE, chunks.dsdiff_edit),
    Format("TTA", (".tta",), _begins(b"TTA1", b"TTA2"), mpeg.TTA, end_tags_edit),
    Format("TAK", (".tak",), _begins(b"tBaK"), ape_files.TAK, ape_edit),
    Format("AC-3", (".ac3", ".eac3"), _begins(b"\x0b\x77"), ape_files.AC3, ac3_edit),
    Format("AAC", (".aac",), _is_adts, mpeg.AAC, end_tags_edit),
    Format("MP3", (".mp3",), _is_mpeg(3), mpeg.MPEG, end_tags_edit),
    Format("MP2", (".mp2", ".mp1", ".mpa", ".mpga"), _is_mpeg(1, 2), mpeg.MPEG, end_tags_edit),
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
