"""Re-encoding frames of ID3v2.4 for ID3v2.3, which knows no UTF-8 and one text a frame."""

from collections.abc import Sequence

from musicreclass.tags.id3.frame_body import Encoding, decoded, encoded, is_known

# What follows the encoding: b a byte, l Latin-1 up to a zero, t a text up to a zero, r the rest,
# T all texts that are left. SYLT goes on with t and four bytes, over and over.
_LAYOUTS = {
    b"APIC": "lbtr",
    b"COMM": "bbbT",
    b"COMR": "lbbbbbbbblbttr",
    b"GEOB": "lttr",
    b"IPLS": "T",
    b"OWNE": "lbbbbbbbbT",
    b"SYLT": "bbbbbt",
    b"USER": "bbbT",
    b"USLT": "bbbT",
    b"WXXX": "tr",
}
_ROUND_OF_SYLT = "tbbbb"
_MIME_OF = {b"JPG": b"image/jpeg", b"PNG": b"image/png"}


def body_for_3(name: bytes, body: bytes) -> bytes | None:
    """Return the body in an encoding that ID3v2.3 knows, None where it makes no sense."""
    layout = "T" if name.startswith(b"T") else _LAYOUTS.get(name)
    if layout is None or not body or body[0] in (Encoding.LATIN_1, Encoding.UTF_16):
        return body
    if not is_known(body[0]):
        return None
    try:
        parts = _parts(layout, Encoding(body[0]), body[1:], repeats=name == b"SYLT")
    except UnicodeDecodeError:
        return None
    if parts is None:
        return None
    encoding = _simplest("".join("".join(part) for part in parts if not isinstance(part, bytes)))
    return bytes([encoding]) + b"".join(_stored(part, encoding) for part in parts)


def _simplest(text: str) -> Encoding:
    return Encoding.LATIN_1 if text.isascii() else Encoding.UTF_16


_Part = str | bytes | tuple[str, ...]


def _parts(layout: str, encoding: Encoding, body: bytes, *, repeats: bool) -> list[_Part] | None:
    """Take a body to pieces: texts with what ends them, lists of texts, and bytes."""
    parts: list[_Part] = []
    at, kinds = 0, list(layout)
    while kinds:
        kind = kinds.pop(0)
        if kind == "b":
            end = at + 1
            parts.append(body[at:end])
        elif kind == "r":
            end = len(body)
            parts.append(body[at:])
        elif kind == "T":
            end = len(body)
            parts.append(tuple(decoded(encoding, body[at:], "strict").split("\0")))
        else:
            coding = encoding if kind == "t" else Encoding.LATIN_1
            stop = _stop(body, at, coding)
            if stop is None:
                return None
            end = stop + _zero_bytes(coding)
            is_text = kind == "t"
            parts.append(decoded(coding, body[at:stop], "strict") if is_text else body[at:end])
        at = end
        if not kinds and repeats and at < len(body):
            kinds = list(_ROUND_OF_SYLT)
    return parts


def _zero_bytes(encoding: Encoding) -> int:
    return 2 if encoding in (Encoding.UTF_16, Encoding.UTF_16_BE) else 1


def _stop(body: bytes, at: int, encoding: Encoding) -> int | None:
    """Return where the zero lies that ends a text."""
    width = _zero_bytes(encoding)
    found = body.find(bytes(width), at)
    while found >= 0 and (found - at) % width:  # half of one letter and half of the next
        found = body.find(bytes(width), found + 1)
    return found if found >= 0 else None


def _stored(part: _Part, encoding: Encoding) -> bytes:
    if isinstance(part, bytes):
        return part
    if isinstance(part, str):
        return encoded(encoding, (part,)) + bytes(_zero_bytes(encoding))
    return encoded(encoding, part)


def texts_of(body: bytes) -> list[str]:
    """Return the texts of the body of a text frame, without the empty ones at the end."""
    if not body or not is_known(body[0]):
        return []
    texts = decoded(body[0], body[1:]).split("\0")
    while texts and not texts[-1]:
        texts.pop()
    return texts


def body_of(texts: Sequence[str]) -> bytes:
    """Return the body of a text frame that every version can have."""
    encoding = _simplest("".join(texts))
    return bytes([encoding]) + encoded(encoding, texts)


def several_in_one(name: bytes, body: bytes) -> bytes:
    """Join the texts of a frame by "/", as ID3v2.3 has it; one text alone stays as it is."""
    if not name.startswith(b"T") or name == b"TCON":
        return body
    fixed = 1 if name == b"TXXX" else 0  # its own name, in front
    if body.startswith(b"\0"):  # perhaps mislabelled: nothing but bytes then
        parts = body[1:].rstrip(b"\0").split(b"\0")
        if len(parts) - fixed < 2:
            return body
        return b"\0" + b"\0".join([*parts[:fixed], b"/".join(parts[fixed:])])
    texts = texts_of(body)
    return body if len(texts) - fixed < 2 else body_of([*texts[:fixed], "/".join(texts[fixed:])])


def lists_in_one(bodies: Sequence[bytes]) -> bytes:
    """Return lists of people as one; one list alone stays as it is."""
    if len(bodies) == 1:
        return bodies[0]
    if all(body.startswith(b"\0") for body in bodies):
        return b"\0" + b"\0".join(body[1:].rstrip(b"\0") for body in bodies)
    return body_of([text for body in bodies for text in texts_of(body)])


def picture_for_3(body: bytes) -> bytes:
    """Return the body of a picture of ID3v2.2 with a MIME type instead of three letters."""
    kind = body[1:4]
    return body[:1] + _MIME_OF.get(kind.upper(), kind) + b"\0" + body[4:]
