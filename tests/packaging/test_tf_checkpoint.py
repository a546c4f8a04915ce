"""TensorFlow's checkpoints, made here byte by byte as the format says."""

import numpy as np
import pytest
from box_classifier.tf_checkpoint import MAGIC, DamagedCheckpoint, read_checkpoint


def varint(value):
    out = b""
    while value > 0x7F:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def field(number, value):
    if isinstance(value, bytes):
        return varint(number << 3 | 2) + varint(len(value)) + value
    return varint(number << 3) + varint(value)


def entry(array, offset, dtype=1, shard=0):
    dimensions = b"".join(field(2, field(1, size)) for size in array.shape)
    where = field(3, shard) + field(4, offset) + field(5, array.nbytes)
    return field(1, dtype) + field(2, dimensions) + where + b"\x35\x00\x00\x00\x00"


def block(pairs):
    """Return a block whose keys share what they have in common with the one before."""
    out, before = b"", b""
    for key, value in pairs:
        shared = next(
            (i for i, (a, b) in enumerate(zip(key, before, strict=False)) if a != b),
            min(len(key), len(before)),
        )
        own = key[shared:]
        out += varint(shared) + varint(len(own)) + varint(len(value)) + own + value
        before = key
    return out + (0).to_bytes(4, "little") + (1).to_bytes(4, "little")


def checkpoint(arrays, **changed):
    data, pairs = b"", [(b"", b"\x08\x01")]
    for name, array in arrays.items():
        pairs.append((name.encode(), entry(array, len(data), **changed)))
        data += array.tobytes()
    entries = block(pairs)
    about = block([(b"zz", varint(0) + varint(len(entries)))])
    table = entries + b"\0" * 5 + about + b"\0" * 5
    footer = varint(0) + varint(0) + varint(len(entries) + 5) + varint(len(about))
    return table + footer.ljust(40, b"\0") + MAGIC, data


ARRAYS = {
    "dense/bias": np.arange(3, dtype="<f4"),
    "dense/kernel": np.arange(300, dtype="<f4").reshape(100, 3),
    "step": np.array(2.5, dtype="<f4"),
}


def test_variables_come_out_as_they_went_in():
    found = read_checkpoint(*checkpoint(ARRAYS))

    assert found.keys() == ARRAYS.keys()
    assert all(np.array_equal(found[name], ARRAYS[name]) for name in ARRAYS)


def test_what_is_no_float_is_passed_over():
    assert read_checkpoint(*checkpoint({"step": np.arange(2, dtype="<i8")}, dtype=9)) == {}


def test_a_checkpoint_in_two_pieces_is_refused():
    with pytest.raises(DamagedCheckpoint, match="more than one piece"):
        read_checkpoint(*checkpoint(ARRAYS, shard=1))


def test_data_that_is_cut_off_is_refused():
    index, data = checkpoint(ARRAYS)

    with pytest.raises(DamagedCheckpoint, match="does not fit"):
        read_checkpoint(index, data[:100])


def test_another_file_is_refused():
    with pytest.raises(DamagedCheckpoint, match="LevelDB"):
        read_checkpoint(b"a letter" * 20, b"")
