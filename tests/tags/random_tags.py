"""ID3v2 tags as programs of twenty years wrote them, put together at random."""

import random
import re
import zlib

LEGACY = [
    "青花瓷".encode("gbk"),
    "國語流行".encode("big5"),
    "ハナミズキ".encode("cp932"),
    "Вечер".encode("cp1251"),
    b"M\xfasica",
]
SHORT = {"TIT2": "TT2", "TPE1": "TP1", "TCON": "TCO", "COMM": "COM", "GEOB": "GEO", "PRIV": "PRV"}
SHORT |= {"TALB": "TAL", "TXXX": "TXX", "APIC": "PIC", "POPM": "POP", "XYZW": "XYZ"}


def seven_bits(number: int, width: int = 4) -> bytes:
    return bytes(number >> 7 * digit & 0x7F for digit in reversed(range(width)))


def stuffed(content: bytes) -> bytes:
    return re.sub(rb"\xff(?=[\x00\xe0-\xff]|\Z)", b"\xff\x00", content)


def text(chance: random.Random, version: int) -> bytes:
    """Return the body of a text frame in any encoding that the version has, or mislabelled."""
    word = chance.choice(["Café del Mar", "王菲", "plain", "ＦＦ", "\U0001f3b7", ""])
    encoding = chance.choice([0, 0, 1, 1, 2, 3] if version == 4 else [0, 0, 1])
    if encoding == 0:
        return b"\0" + chance.choice([*LEGACY, b"plain", b"two\0three\0"])
    if encoding == 1:
        return b"\1" + word.encode("utf-16") + chance.choice([b"", b"\0\0"])
    return bytes([encoding]) + word.encode(("utf-16-be", "utf-8")[encoding - 2])


def noise(chance: random.Random) -> bytes:
    """Return bytes with many of those that look like sound."""
    content = chance.randbytes(chance.choice([0, 3, 40, 200, 900]))
    return bytes(255 if byte > 200 else 0 if byte < 40 else byte for byte in content)


def frame_body(chance: random.Random, name: str, version: int) -> bytes:
    if name == "GEOB":
        label = chance.choice([b"Serato Markers2", b"Serato BeatGrid", b"Serato Overview"])
        return b"\0application/octet-stream\0\0" + label + b"\0" + noise(chance)
    if name == "PRIV":
        return b"TRAKTOR4\0" + noise(chance)
    if name == "APIC":
        kind = b"JPG" if version == 2 else b"image/jpeg\0"
        return b"\0" + kind + b"\x03\0\xff\xd8\xff\xe0" + noise(chance)
    if name == "COMM":
        return text(chance, version)[:1] + b"eng" + noise(chance)
    if name == "POPM":
        return b"Windows Media Player 9 Series\0\xff\0\0\0\7"
    if name == "XYZW":
        return noise(chance) or b"?"
    return text(chance, version)


def frame(
    chance: random.Random, name: str, version: int, *, wide: bool, all_stuffed: bool
) -> bytes:
    """Return one frame; every fourth is compressed, encrypted, grouped or unsynchronised."""
    body = frame_body(chance, name, version) or b"\0"
    if version == 2:
        return SHORT[name].encode() + len(body).to_bytes(3, "big") + body
    treatment = chance.choice(["squeeze", "secret", "group", "stuff"] + 12 * ["none"])
    flags = 0
    if version == 3:
        if treatment == "squeeze":
            flags, body = 0x80, len(body).to_bytes(4, "big") + zlib.compress(body)
        elif treatment == "secret":
            flags, body = 0x40, b"\x81" + noise(chance)
        elif treatment == "group":
            flags, body = 0x20, b"\x90" + body
        return name.encode() + len(body).to_bytes(4, "big") + bytes([0, flags]) + body
    if treatment == "squeeze":
        flags, body = 0x09, seven_bits(len(body)) + zlib.compress(body)
    elif treatment == "secret":
        flags, body = 0x04, b"\x81" + noise(chance)
    elif treatment == "group":
        flags, body = 0x40, b"\x90" + body
    if all_stuffed or treatment == "stuff":
        flags, body = flags | 0x02, stuffed(body)
    size = len(body).to_bytes(4, "big") if wide else seven_bits(len(body))
    return name.encode() + size + bytes([chance.choice([0, 0, 0x40]), flags]) + body


def extended_header(version: int, frames: bytes, padding: int) -> bytes:
    """Return one with a right checksum."""
    if version == 3:
        crc = zlib.crc32(frames).to_bytes(4, "big")
        return (10).to_bytes(4, "big") + b"\x80\0" + padding.to_bytes(4, "big") + crc
    crc = seven_bits(zlib.crc32(frames + bytes(padding)), 5)
    return seven_bits(12) + b"\1\x20\5" + crc


def random_tag(chance: random.Random) -> bytes:
    """Return a whole valid tag of version 2, 3 or 4."""
    version = chance.choice([2, 3, 3, 4, 4])
    wide = version == 4 and chance.random() < 0.2
    stuffs = not wide and chance.random() < 0.25
    names = [chance.choice(list(SHORT)) for _ in range(chance.randrange(1, 9))]
    names = [name for name in names if name != "TCON"] + ["TCON"] * chance.choice([0, 1, 1, 1, 2])
    chance.shuffle(names)
    frames = [
        frame(chance, name, version, wide=wide, all_stuffed=stuffs and version == 4)
        for name in names
    ]
    if wide:  # what tells the two kinds of sizes apart
        frames.insert(0, b"APIC" + (300).to_bytes(4, "big") + bytes(2) + b"\0JPG\0\3" * 50)
    content = b"".join(frames)
    has_footer = version == 4 and chance.random() < 0.15
    padding = 0 if has_footer else chance.choice([0, 1, 9, 300])
    flags = (0x80 if stuffs else 0) | (0x10 if has_footer else 0)
    extended = b""
    if version > 2 and not stuffs and chance.random() < 0.15:
        flags |= 0x40
        extended = extended_header(version, content, padding)
    if stuffs and version < 4:
        content = stuffed(content)
    body = extended + content + bytes(padding)
    end = bytes([version, 0, flags]) + seven_bits(len(body))
    return b"ID3" + end + body + (b"3DI" + end if has_footer else b"")
