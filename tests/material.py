"""Small audio files made on the spot: every format, odd tags, and always the same bytes.

Encoded by FFmpeg and libsndfile where they can; Monkey's Audio, Musepack and DSD are put together
by hand, valid in their headers. Of those only the DSD files hold sound that can be played.
"""

import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import av
import numpy as np
import soundfile

ENCODED = (
    *(".wav", ".aiff", ".flac", ".mp3", ".mp2", ".ogg", ".oga", ".opus"),
    *(".m4a", ".alac.m4a", ".aac", ".wma", ".wv", ".tta", ".ac3"),
)
_BY_FFMPEG = {  # suffix: container, encoder, its sample format
    ".wav": ("wav", "pcm_s16le", "s16"),
    ".aiff": ("aiff", "pcm_s16be", "s16"),
    ".flac": ("flac", "flac", "s16"),
    ".ogg": ("ogg", "vorbis", "fltp"),
    ".oga": ("ogg", "flac", "s16"),
    ".mp3": ("mp3", "libmp3lame", "fltp"),
    ".mp2": ("mp2", "mp2", "s16"),
    ".opus": ("ogg", "libopus", "flt"),
    ".m4a": ("ipod", "aac", "fltp"),
    ".alac.m4a": ("ipod", "alac", "s16p"),
    ".aac": ("adts", "aac", "fltp"),
    ".wma": ("asf", "wmav2", "fltp"),
    ".wv": ("wv", "wavpack", "s16p"),
    ".tta": ("tta", "tta", "s16"),
    ".ac3": ("ac3", "ac3", "fltp"),
}
_SILENT_MP3_FRAME = bytes.fromhex("fffb9000") + bytes(413)  # 26 ms at 128 kbit/s and 44.1 kHz


def tone(seconds=1.0, sample_rate=44_100, channels=2):
    """Return float32 samples of shape (frames, channels): two tones and a little noise."""
    time = np.arange(round(seconds * sample_rate)) / sample_rate
    noise = np.random.default_rng(0).standard_normal((len(time), channels)) * 0.01
    tones = 0.3 * np.sin(2 * np.pi * 440 * time) + 0.1 * np.sin(2 * np.pi * 1_318.5 * time)
    return (tones[:, None] + noise).astype(np.float32)


def music(seed=7, seconds=6.0):
    """Return chords that swell, beats and a noise floor, 44.1 kHz, shape (frames, 2)."""
    random = np.random.default_rng(seed)
    time = np.arange(int(44_100 * seconds)) / 44_100
    swell = 0.7 + 0.3 * np.sin(2 * np.pi * 0.4 * time)
    notes = 110.0 * 2 ** (random.integers(0, 36, size=4) / 12)
    sound = sum(0.12 * np.sin(2 * np.pi * note * time) * swell for note in notes)
    sound = sound + 0.2 * (np.mod(time, 0.5) < 0.02) * random.standard_normal(len(time))
    sound = sound + 0.02 * random.standard_normal(len(time))
    return np.stack([sound, 0.9 * sound], axis=1).astype(np.float32)


def write_audio(
    path: Path,
    *,
    seconds: float = 1.0,
    sample_rate: int = 44_100,
    channels: int = 2,
    samples: np.ndarray | None = None,
    tags: Mapping[str, str] | None = None,
) -> Path:
    """Write an audio file in the format that the name's end stands for.

    Args:
        samples: float32 of shape (frames, channels), between -1 and 1; `tone` where left out.
        tags: by FFmpeg's names: title, artist, album_artist, album, track, date, genre.
    """
    if samples is None:
        samples = tone(seconds, sample_rate, channels)
    suffix = next(s for s in sorted(_BY_FFMPEG, key=len, reverse=True) if path.name.endswith(s))
    container, encoder, sample_format = _BY_FFMPEG[suffix]
    options = {"fflags": "+bitexact"}
    if suffix == ".aiff":
        options["write_id3v2"] = "1"
    with av.open(path, "w", format=container, container_options=options) as output:
        output.metadata.update(tags or {})
        if encoder == "vorbis":
            _copy_vorbis(output, samples, sample_rate)
        else:
            _encode(output, encoder, sample_format, samples, sample_rate)
    return path


def _encode(output, encoder, sample_format, samples, sample_rate):
    layout = "mono" if samples.shape[1] == 1 else "stereo"
    rate = 48_000 if encoder == "libopus" else sample_rate
    stream = output.add_stream(encoder, rate=rate, layout=layout)
    stream.codec_context.format = sample_format
    stream.codec_context.bit_rate = 128_000
    stream.codec_context.flags |= av.codec.context.Flags.bitexact
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1).copy(), "flt", layout)
    frame.sample_rate = sample_rate
    stream.codec_context.open()
    resampler = av.AudioResampler(sample_format, layout, rate, stream.codec_context.frame_size)
    for piece in (*resampler.resample(frame), *resampler.resample(None)):
        output.mux(stream.encode(piece))
    last = stream.encode(None)
    output.mux([packet for packet in last if packet.size or output.format.name != "ogg"])


def _copy_vorbis(output, samples, sample_rate):
    """Let libsndfile encode; FFmpeg copies, since it numbers the stream the same each time."""
    encoded = io.BytesIO()
    soundfile.write(encoded, samples, sample_rate, format="OGG", subtype="VORBIS")
    encoded.seek(0)
    with av.open(encoded) as source:
        stream = output.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(audio=0):
            if packet.size:
                packet.stream = stream
                output.mux(packet)


def make_mp3(
    path: Path, *, frames: int = 8, number: int = 0, head: bytes = b"", tail: bytes = b""
) -> Path:
    """Write silent MPEG frames between two tags, in no time.

    Args:
        number: hidden in the last frame, so that two files do not sound alike to a hash.
    """
    last = _SILENT_MP3_FRAME[:-8] + struct.pack(">Q", number)
    path.write_bytes(head + _SILENT_MP3_FRAME * (frames - 1) + last + tail)
    return path


def id3v2(version: int, frames: Sequence[tuple[bytes, bytes]], *, padding: int = 0) -> bytes:
    """Return an ID3v2 tag of version 2, 3 or 4 with frames of raw bytes, valid or not."""
    body = b"".join(_id3_frame(version, name, data) for name, data in frames) + bytes(padding)
    return b"ID3" + bytes([version, 0, 0]) + _synchsafe(len(body)) + body


def _id3_frame(version, name, data):
    if version == 2:
        return name + len(data).to_bytes(3, "big") + data
    size = _synchsafe(len(data)) if version == 4 else len(data).to_bytes(4, "big")
    return name + size + bytes(2) + data


def _synchsafe(size):
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def latin1(text: bytes) -> bytes:
    """Return the body of an ID3 text frame that says it is Latin-1."""
    return b"\0" + text


def utf16(text: str) -> bytes:
    """Return the body of an ID3 text frame in UTF-16."""
    return b"\1" + text.encode("utf-16")


def id3v1(
    title: bytes = b"",
    artist: bytes = b"",
    album: bytes = b"",
    year: bytes = b"",
    track: int = 0,
    genre: int = 255,
) -> bytes:
    """Return the 128 bytes of an ID3v1.1 tag."""
    comment = bytes(28) + bytes([0, track])
    return struct.pack("3s30s30s30s4s30sB", b"TAG", title, artist, album, year, comment, genre)


def ape_tag(items: Mapping[str, bytes]) -> bytes:
    """Return an APEv2 tag with header and footer."""
    body = b"".join(
        struct.pack("<II", len(value), 0) + key.encode() + b"\0" + value
        for key, value in items.items()
    )
    ends = (
        struct.pack("<8sIIII8x", b"APETAGEX", 2_000, len(body) + 32, len(items), flags)
        for flags in (0xA0000000, 0x80000000)
    )
    return next(ends) + body + next(ends)


def make_wave(path: Path, extra: Iterable[tuple[bytes, bytes]] = (), *, frames: int = 441) -> Path:
    """Write a WAV file of 16 bits, mono, 44.1 kHz, with more chunks behind the sound."""
    sound = np.random.default_rng(0).integers(-999, 999, frames, "<i2").tobytes()
    header = struct.pack("<HHIIHH", 1, 1, 44_100, 88_200, 2, 16)
    chunks = ((b"fmt ", header), (b"data", sound), *extra)
    body = b"WAVE" + b"".join(riff_chunk(*chunk) for chunk in chunks)
    path.write_bytes(riff_chunk(b"RIFF", body))
    return path


def riff_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def info_list(texts: Mapping[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return a LIST INFO chunk for `make_wave`."""
    return b"LIST", b"INFO" + b"".join(riff_chunk(n, t + b"\0") for n, t in texts.items())


def make_monkeys_audio(path: Path, *, tail: bytes = b"") -> Path:
    """Write the header of ten seconds of Monkey's Audio; what follows is no sound."""
    header = struct.pack("<4sHH48xIIIHHI", b"MAC ", 3_990, 0, 44_100, 44_100, 10, 16, 2, 44_100)
    path.write_bytes(header + b"\x55" * 2_000 + tail)
    return path


def make_musepack(path: Path, *, tail: bytes = b"") -> Path:
    """Write the header of ten seconds of Musepack (stream version 8); what follows is no sound."""
    samples = 441_000
    count = bytes([samples >> 14 | 0x80, samples >> 7 & 0x7F | 0x80, samples & 0x7F])
    packets = (
        (b"SH", bytes(4) + b"\x08" + count + b"\0" + bytes([0x00, 0x10])),
        (b"RG", b"\x01" + bytes(8)),
        (b"AP", b"\x55" * 100),
        (b"SE", b""),
    )
    body = b"".join(name + bytes([len(data) + 3]) + data for name, data in packets)
    path.write_bytes(b"MPCK" + body + tail)
    return path


def make_dsf(path: Path, *, tail: bytes = b"", blocks: int = 4) -> Path:
    """Write silence in DSD: 4096 bytes for each of two channels and `blocks`."""
    sound = b"\x69" * (4_096 * 2 * blocks)
    total = 28 + 52 + 12 + len(sound)
    path.write_bytes(
        struct.pack("<4sQQQ", b"DSD ", 28, total + len(tail), total if tail else 0)
        + struct.pack("<4sQIIIIII", b"fmt ", 52, 1, 0, 2, 2, 2_822_400, 1)
        + struct.pack("<QII", 4_096 * 8 * blocks, 4_096, 0)
        + struct.pack("<4sQ", b"data", 12 + len(sound))
        + sound
        + tail
    )
    return path


def make_dsdiff(path: Path) -> Path:
    """Write silence in the other container for DSD."""
    properties = b"SND " + b"".join(
        name + struct.pack(">Q", len(body)) + body
        for name, body in (
            (b"FS  ", struct.pack(">I", 2_822_400)),
            (b"CHNL", struct.pack(">H", 2) + b"SLFTSRGT"),
            (b"CMPR", b"DSD " + b"\x0enot compressed\0"),
        )
    )
    body = b"DSD " + b"".join(
        name + struct.pack(">Q", len(data)) + data
        for name, data in (
            (b"FVER", bytes([1, 5, 0, 0])),
            (b"PROP", properties),
            (b"DSD ", b"\x69" * 28_224),
        )
    )
    path.write_bytes(b"FRM8" + struct.pack(">Q", len(body)) + body)
    return path


def make_silent_video(path: Path) -> Path:
    """Write a film of four grey frames and no sound."""
    with av.open(path, "w", container_options={"fflags": "+bitexact"}) as output:
        stream = output.add_stream("mpeg4", rate=25, width=16, height=16, pix_fmt="yuv420p")
        for _ in range(4):
            frame = av.VideoFrame.from_ndarray(np.full((16, 16, 3), 128, np.uint8), "rgb24")
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path
