"""Requests that no honest client makes, each with what may be answered: for `serve_load`."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass

BOUNDARY = b"----bad"
FORM = "multipart/form-data; boundary=----bad"
HOST = b"Host: 127.0.0.1\r\n"
NAMES = (
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\config",
    "/etc/shadow",
    "songs/../../x.mp3",
    "..",
    "",
    "a\x00b.mp3",
    "a\x1b]0;x\x07.mp3",
    "\x7f.mp3",
    "x" * 5000,
)
HOURS = 10 * 3600


@dataclass(frozen=True, slots=True)
class BadRequest:
    """What is sent: at once, or byte by byte, or not to its end."""

    kind: str
    sent: bytes
    is_slow: bool = False  # one byte a second
    is_cut: bool = False  # the connection is closed in the middle: nobody is there to be told


def bad_requests(sound: bytes, flac: bytes, largest: int, seed: int = 0) -> Iterator[BadRequest]:
    """Yield bad requests without an end, of each kind in turn.

    Args:
        sound: of a file that could be answered.
        flac: of another, whose header is changed.
        largest: bytes that a file may have.
    """
    chance = random.Random(seed)
    while True:
        yield BadRequest("malformed form", _posted(_malformed(sound[:2000], chance)))
        yield BadRequest("malformed sound", _posted(form("a.mp3", _noise(sound, chance))))
        yield BadRequest("no HTTP", chance.randbytes(chance.randrange(1, 200)) + b"\r\n\r\n")
        yield BadRequest("odd head", _odd_head(chance))
        yield BadRequest("oversized, it says", _posted(b"", length=largest * 1000))
        yield BadRequest("oversized", _posted(form("a.mp3", bytes(largest + 1))))
        yield BadRequest("path as a name", _posted(form(chance.choice(NAMES), sound[:2000])))
        yield BadRequest("cut off", _posted(form("a.mp3", sound))[:-1000], is_cut=True)
        yield BadRequest("form cut off", _posted(form("a.mp3", sound[:5000])[:-40]))
        yield BadRequest("ten hours, it says", _posted(form("a.flac", _ten_hours(flac, chance))))
        yield BadRequest("of another kind", _posted(b'{"path": "/etc/passwd"}', "application/json"))
        yield BadRequest("unknown option", _posted(form("a.mp3", b"x"), path="?path=/etc/passwd"))
        yield BadRequest(
            "unknown classifier", _posted(form("a.mp3", sound), path="?classifier=../x")
        )


def slow_requests(sound: bytes) -> list[BadRequest]:
    """Return requests that come at one byte a second: from the head on, or in the body."""
    whole = _posted(form("a.mp3", sound))
    head = whole.index(b"\r\n\r\n") + 4
    return [
        BadRequest("slow head", whole[:head], is_slow=True),
        BadRequest("slow body", whole[: head + 200], is_slow=True),
    ]


def form(name: str, content: bytes, field: str = "files") -> bytes:
    """Return the body of a form with one file."""
    head = f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    return b"--%s\r\n%s%s\r\n--%s--\r\n" % (BOUNDARY, head.encode(), content, BOUNDARY)


def _posted(body: bytes, kind: str = FORM, *, path: str = "", length: int | None = None) -> bytes:
    head = f"POST /api/v1/classify{path} HTTP/1.1\r\n".encode() + HOST
    size = len(body) if length is None else length
    return head + f"Content-Type: {kind}\r\nContent-Length: {size}\r\n\r\n".encode() + body


def _malformed(sound: bytes, chance: random.Random) -> bytes:
    body = form("a.mp3", sound)
    match chance.randrange(4):
        case 0:
            return body[chance.randrange(1, 10) :]
        case 1:
            return body.replace(b"filename", b"file name")
        case 2:
            return body.replace(b'name="files"', b'name="path"')
        case _:
            return chance.randbytes(500)


def _noise(sound: bytes, chance: random.Random) -> bytes:
    """Return what a decoder cannot make sound of, behind a beginning that looks like one."""
    heads = (b"ID3\x04\x00\x00\x00\x00\x00\x0a", b"RIFF\xff\xff\xff\xffWAVE", b"fLaC", b"OggS", b"")
    return chance.choice(heads) + bytes(chance.randrange(0, 3000))


def _odd_head(chance: random.Random) -> bytes:
    return chance.choice(
        [
            b"POST /api/v1/classify HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n",
            b"POST /api/v1/classify HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
            b"POST /api/v1/classify HTTP/1.1\r\n" + HOST + b"Content-Length: -5\r\n\r\n",
            b"POST /api/v1/classify HTTP/1.1\r\n" + HOST + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
            b"POST /api/v1/classify HTTP/1.1\r\n" + HOST + b"Origin: http://evil\r\n\r\n",
            b"GET /../../etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n",
            b"BREW /api/v1/classify HTTP/1.1\r\n" + HOST + b"\r\n",
            b"POST /api/v1/jobs/x HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n",
        ]
    )


def _ten_hours(flac: bytes, chance: random.Random) -> bytes:
    """Return a FLAC whose header says that it lasts ten hours or more."""
    content = bytearray(flac)
    samples = int(44_100 * HOURS * chance.uniform(1.0, 2.0))
    at = 8 + 13  # where the total of samples begins, in half a byte
    content[at] = (content[at] & 0xF0) | (samples >> 32)
    content[at + 1 : at + 5] = struct.pack(">I", samples & 0xFFFFFFFF)
    return bytes(content)
