import numpy as np
import pytest

from musicreclass.core.live.pieces import HOP_SECONDS, PIECE_SECONDS, PieceCutter

RATE = 1000


@pytest.mark.parametrize("portion", [1, 999, 1500, 3000, 10_000])
def test_pieces_are_the_same_however_the_sound_comes(portion):
    sound, cutter = np.arange(10_000, dtype=np.float32), PieceCutter(RATE)

    made = [p for at in range(0, 10_000, portion) for p in cutter.add(sound[at : at + portion])]

    assert [piece.number for piece in made] == [0, 1, 2, 3, 4]
    assert [piece.start_seconds for piece in made] == [n * HOP_SECONDS for n in range(5)]
    assert all(piece.end_seconds == piece.start_seconds + PIECE_SECONDS for piece in made)
    assert all(np.array_equal(p.samples, sound[p.number * 1500 :][:3000]) for p in made)


def test_less_than_a_piece_is_none():
    assert PieceCutter(RATE).add(np.zeros(2_999, dtype=np.float32)) == []
