import random

from musicreclass.core.review.columns import packed
from musicreclass.core.review.columns.packed import PackedColumn


def test_each_row_gives_the_bytes_that_were_put_last(monkeypatch):
    monkeypatch.setattr(packed, "BLOCK_ROWS", 8)
    monkeypatch.setattr(packed, "SPARE_BYTES", 64)
    column, kept, chance = PackedColumn(), {}, random.Random(1)
    column.extend_by_nothing(30)
    for _ in range(3_000):
        row = chance.randrange(30)
        kept[row] = chance.randbytes(chance.randrange(1, 40)) if chance.random() < 0.9 else None
        column.put(row, kept[row])
    assert [column[row] for row in range(30)] == [kept[row] for row in range(30)]


def test_a_copy_keeps_what_there_was_while_the_column_goes_on():
    column = PackedColumn()
    column.extend_by_nothing(3)
    column.put(0, b"first")
    copy = column.copied()
    for number in range(50_000):
        column.put(0, b"%d" % number)
        column.put(1, b"second")
    column.extend_by_nothing(1)
    assert ([copy[row] for row in range(3)], len(copy)) == ([b"first", None, None], 3)


def test_what_is_replaced_again_and_again_takes_no_more_room():
    column = PackedColumn()
    column.extend_by_nothing(10)
    for _ in range(20_000):
        column.put(3, b"a suggestion that is made anew")
    assert sum(len(block) for block in column._blocks) < 200_000
