"""TensorFlow checkpoints, read without TensorFlow: a LevelDB table of protobuf entries, and arrays.

`NAME.index` is a sorted table whose blocks share prefixes of keys; each value says type, shape and
where in `NAME.data-00000-of-00001` the numbers of the variable of that name lie.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MAGIC = (0xDB4775248B80FB57).to_bytes(8, "little")
FOOTER_BYTES = 48
BLOCK_TRAILER_BYTES = 5  # how it is compressed, and a checksum
FLOAT32 = 1  # DT_FLOAT
# Fields of BundleEntryProto, and within its shape of TensorShapeProto and of its dimensions.
DTYPE, SHAPE, SHARD, OFFSET, SIZE = 1, 2, 3, 4, 5
DIMENSION, LENGTH = 2, 1


class DamagedCheckpoint(ValueError):
    """The bytes are no checkpoint, or not one that is understood."""


@dataclass(frozen=True, slots=True)
class _Entry:
    dtype: int
    shape: tuple[int, ...]
    offset: int
    size: int


def read_checkpoint(index: bytes, data: bytes) -> dict[str, npt.NDArray[np.float32]]:
    """Return the float32 variables of a checkpoint of one shard, by name.

    Raises:
        DamagedCheckpoint: it is cut off, compressed, or in more than one piece.
    """
    try:
        return {
            name: _array(entry, data) for name, entry in _entries(index) if entry.dtype == FLOAT32
        }
    except (IndexError, UnicodeDecodeError) as error:
        raise DamagedCheckpoint(f"the index ends too early: {error}") from error


def _array(entry: _Entry, data: bytes) -> npt.NDArray[np.float32]:
    if entry.size != 4 * math.prod(entry.shape) or entry.offset + entry.size > len(data):
        raise DamagedCheckpoint(f"{entry} does not fit {len(data)} bytes of data")
    found = np.frombuffer(data, "<f4", math.prod(entry.shape), entry.offset)
    return found.reshape(entry.shape).astype(np.float32)


def _entries(index: bytes) -> Iterator[tuple[str, _Entry]]:
    if index[-len(MAGIC) :] != MAGIC:
        raise DamagedCheckpoint("the index does not end as a LevelDB table does")
    footer = index[-FOOTER_BYTES:]
    _, _, at = _handle(footer, 0)  # of the block about blocks
    offset, size, _ = _handle(footer, at)
    for _, handle in _block(index, offset, size):
        block_offset, block_size, _ = _handle(handle, 0)
        for key, value in _block(index, block_offset, block_size):
            if key:  # the first entry has none, and is about the whole checkpoint
                yield key.decode(), _entry(value)


def _block(table: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield keys and values of a block; each key says how much it shares with the one before."""
    if table[offset + size] != 0:
        raise DamagedCheckpoint("the index is compressed")
    block = table[offset : offset + size]
    restarts = int.from_bytes(block[-4:], "little")
    at, end, key = 0, size - 4 * (restarts + 1), b""
    while at < end:
        shared, at = _varint(block, at)
        own, at = _varint(block, at)
        length, at = _varint(block, at)
        key = key[:shared] + block[at : at + own]
        at += own
        yield key, block[at : at + length]
        at += length


def _entry(value: bytes) -> _Entry:
    fields = dict(_fields(value))
    if _number(fields, SHARD) != 0:
        raise DamagedCheckpoint("the data is in more than one piece")
    dimensions = (each for number, each in _fields(_bytes(fields, SHAPE)) if number == DIMENSION)
    shape = tuple(
        _number(dict(_fields(each)), LENGTH) for each in dimensions if type(each) is bytes
    )
    return _Entry(_number(fields, DTYPE), shape, _number(fields, OFFSET), _number(fields, SIZE))


def _number(fields: Mapping[int, int | bytes], name: int) -> int:
    value = fields.get(name, 0)
    if isinstance(value, bytes):
        raise DamagedCheckpoint(f"field {name} is no number")
    return value


def _bytes(fields: Mapping[int, int | bytes], name: int) -> bytes:
    value = fields.get(name, b"")
    if isinstance(value, int):
        raise DamagedCheckpoint(f"field {name} is a number")
    return value


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the fields of a protobuf message: number, and a number or bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = _varint(message, at)
            yield number, value
        elif wire == 2:
            length, at = _varint(message, at)
            yield number, message[at : at + length]
            at += length
        elif wire == 5:  # a checksum
            at += 4
        else:
            raise DamagedCheckpoint(f"wire type {wire} is not understood")


def _handle(data: bytes, at: int) -> tuple[int, int, int]:
    """Return offset and size of a block, and where to read on."""
    offset, at = _varint(data, at)
    size, at = _varint(data, at)
    return offset, size, at


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
