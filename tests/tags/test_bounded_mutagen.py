import random

import pytest
from mutagen._util import decode_terminated

from musicreclass.tags.bounded_mutagen import _decode

PIECES = (b"\xff\xfe", b"\xfe\xff", b"\0\0", b"\0", b"F\0", b"\0F", b"\x00\xd8", b"\x01\xdc", b"A")


def outcome(decode, data, encoding):
    try:
        return decode(data, encoding, strict=False)
    except ValueError:  # undecodable among them
        return None


@pytest.mark.parametrize("encoding", ["utf16", "utf_16_be", "utf8", "latin1"])
def test_texts_are_decoded_as_mutagen_does_byte_by_byte(encoding):
    chance = random.Random(0)
    for _ in range(3_000):
        data = b"".join(chance.choices(PIECES, k=chance.randrange(9)))
        assert outcome(_decode, data, encoding) == outcome(decode_terminated, data, encoding)
