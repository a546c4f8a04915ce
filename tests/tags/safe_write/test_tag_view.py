import io
import random

import pytest

from musicreclass.core.tag_change import Patch
from musicreclass.tags.safe_write.tag_view import FileBlocks, view

DATA = random.Random(0).randbytes(300_000)


class Counting(io.BytesIO):
    reads = 0

    def read(self, size=-1, /):
        self.reads += 1
        return super().read(size)


def test_it_reads_as_the_file_does():
    chance = random.Random(1)
    file, seen = io.BytesIO(DATA), view(FileBlocks(io.BytesIO(DATA)))
    for _ in range(300):
        at, count = chance.randrange(310_000), chance.randrange(90_000)
        assert (file.seek(at), file.read(count)) == (seen.seek(at), seen.read(count))
    assert seen.seek(-9, io.SEEK_END) == len(DATA) - 9
    assert seen.read() == DATA[-9:]


def test_before_its_start_there_is_nothing():
    with pytest.raises(OSError, match="before the start"):
        view(FileBlocks(io.BytesIO(b""))).seek(-1, io.SEEK_END)


def test_it_reads_as_the_file_with_patches_would():
    patches = tuple(
        Patch(at, DATA[at : at + size], bytes(size)) for at, size in ((0, 5), (65_530, 20_000))
    )
    new = bytes(5) + DATA[5:65_530] + bytes(20_000) + DATA[85_530:]

    seen = view(FileBlocks(io.BytesIO(DATA)), patches)

    assert seen.read() == new
    seen.seek(65_000)
    assert seen.read(1_000) == new[65_000:66_000]


def test_each_block_is_read_once_whoever_looks():
    file = Counting(DATA)
    blocks = FileBlocks(file)
    for _ in range(3):
        view(blocks).read(10)
        view(blocks, [Patch(0, DATA[:1], b"x")]).read(50_000)

    assert file.reads == 1
