"""Sound files of every kind, made on the spot."""

import struct
from fractions import Fraction

import av
import numpy as np
import soundfile

RATE = 44_100

# name ending -> codec, sample format and container of FFmpeg
_BY_FFMPEG = {
    ".mp3": ("libmp3lame", "fltp", "mp3"),
    ".m4a": ("aac", "fltp", "ipod"),
    ".alac.m4a": ("alac", "s16p", "ipod"),
    ".aac": ("aac", "fltp", "adts"),
    ".opus": ("libopus", "flt", "ogg"),
    ".oga": ("flac", "s16", "ogg"),
    ".wma": ("wmav2", "fltp", "asf"),
    ".wv": ("wavpack", "s16p", "wv"),
    ".tta": ("tta", "s16", "tta"),
    ".ac3": ("ac3", "fltp", "ac3"),
    ".mka": ("libopus", "flt", "matroska"),
}
_BY_LIBSNDFILE = {".wav": "WAV", ".flac": "FLAC", ".aiff": "AIFF", ".ogg": "OGG", ".au": "AU"}
ENDINGS = (*_BY_LIBSNDFILE, *_BY_FFMPEG)


def sound(seconds, channels=2, rate=RATE):
    """Return a rising tone in noise, shape (n, channels): no two places in it are alike."""
    time = np.arange(round(seconds * rate)) / rate
    tone = 0.3 * np.sin(2 * np.pi * (200 + 120 * time) * time)
    noise = 0.05 * np.random.default_rng(1).standard_normal((len(time), channels))
    return (tone[:, np.newaxis] + noise).astype(np.float32)


def save(path, samples, rate=RATE, options=None, bits_per_second=192_000):
    """Write `samples` in the format that the file's ending stands for."""
    ending = path.name[path.name.index(".") :]
    if ending in _BY_LIBSNDFILE:
        soundfile.write(path, samples, rate, format=_BY_LIBSNDFILE[ending])
    else:
        _encode(path, samples, rate, bits_per_second, *_BY_FFMPEG[ending], options or {})
    return path


def _encode(path, samples, rate, bits_per_second, codec, sample_format, container_format, options):
    layout = {1: "mono", 2: "stereo"}[samples.shape[1]]
    written_rate = 48_000 if codec == "libopus" else rate
    with av.open(str(path), "w", format=container_format, container_options=options) as container:
        stream = container.add_stream(codec, rate=written_rate)
        stream.layout = layout
        stream.codec_context.format = sample_format
        stream.bit_rate = bits_per_second
        if codec == "aac":
            # Else the decoder fills bands with noise of its own, other noise after each jump.
            stream.codec_context.options = {"aac_pns": "0"}
        resampler = av.AudioResampler(format=sample_format, layout=layout, rate=written_rate)
        if len(samples) == 0:
            return
        planes = np.ascontiguousarray(samples.T, dtype=np.float32)
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        for ready in [*resampler.resample(frame), *resampler.resample(None), None]:
            container.mux(stream.encode(ready))


def wav_bytes(data, data_size, channels=1, rate=RATE, bits=16):
    """Return a PCM WAV whose header says that its data are `data_size` bytes long."""
    frame = channels * bits // 8
    form = struct.pack("<IHHIIHH", 16, 1, channels, rate, rate * frame, frame, bits)
    size = min(36 + data_size, 2**32 - 1)
    head = b"RIFF" + struct.pack("<I", size) + b"WAVEfmt " + form
    return head + b"data" + struct.pack("<I", data_size) + data


def dsf_bytes(samples):
    """Return mono samples at 44.1 kHz as DSD64: one bit each, 64 times as often."""
    wanted = np.repeat(samples.astype(float), 64).tolist()
    bits, total, last = [], 0.0, 0.0
    for value in wanted:
        total += value - last
        last = 1.0 if total >= 0.0 else -1.0
        bits.append(last > 0.0)
    packed = np.packbits(np.array(bits), bitorder="little").tobytes()
    data = packed.ljust(-(-len(packed) // 4096) * 4096, b"\x69")
    form = b"fmt " + struct.pack("<QIIIIIIQII", 52, 1, 0, 1, 1, 64 * RATE, 1, len(bits), 4096, 0)
    body = form + b"data" + struct.pack("<Q", 12 + len(data)) + data
    return b"DSD " + struct.pack("<QQQ", 28, 28 + len(body), 0) + body
