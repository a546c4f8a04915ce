import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.core.analysis import PIECE_SCALE, PieceSpec

SPEC = PieceSpec(sample_rate=8_000, samples=100, pieces=4)


def sound(samples):
    return np.linspace(-1.0, 1.0, samples, dtype=np.float32)


@given(st.integers(1, 2_000))
def test_a_sound_of_any_length_has_pieces_from_its_first_sample_to_its_last(samples):
    pieces, given_sound = SPEC.pieces_of(sound(samples)), sound(samples)

    assert pieces.dtype == np.int16
    assert pieces.shape[1] == SPEC.samples
    assert 1 <= len(pieces) <= SPEC.pieces
    if len(pieces) > 1:
        assert pieces[0, 0] == round(float(given_sound[0]) * PIECE_SCALE)
        assert pieces[-1, -1] == round(float(given_sound[-1]) * PIECE_SCALE)
        assert np.diff(SPEC.starts(samples)).min() >= SPEC.samples // 2 - 1


def test_a_sound_shorter_than_a_piece_is_repeated_until_it_fills_one():
    pieces = SPEC.pieces_of(np.array([0.5, -0.5], dtype=np.float32))

    assert pieces.shape == (1, SPEC.samples)
    assert set(pieces[0]) == {round(0.5 * PIECE_SCALE), round(-0.5 * PIECE_SCALE)}


def test_samples_beyond_full_scale_and_no_numbers_do_no_harm():
    pieces = SPEC.pieces_of(np.full(100, [3.0, np.nan, -np.inf, 0.1] * 25, dtype=np.float32))

    assert pieces[0, :3].tolist() == [PIECE_SCALE, 0, -PIECE_SCALE]


def test_of_a_sound_without_samples_there_are_no_pieces():
    assert SPEC.pieces_of(np.empty(0, dtype=np.float32)).shape == (0, SPEC.samples)


@pytest.mark.parametrize("wrong", [{"samples": 0}, {"pieces": 65}, {"sample_rate": 0}])
def test_sizes_that_no_memory_should_hold_are_refused(wrong):
    with pytest.raises(ValueError, match="no such pieces"):
        PieceSpec(**wrong)


def test_the_usual_pieces_of_a_track_take_little_room():
    assert PieceSpec().pieces_of(sound(30 * 16_000)).nbytes < 600_000
