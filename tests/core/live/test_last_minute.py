from dataclasses import replace

import numpy as np
import pytest

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.live.last_minute import covered_seconds, minute, of_now, pooled, tag_shares
from tests.core.live.made_up import CALIBRATOR, GENRES, piece

JAZZ, POP, ROCK = (0.9, 0.05, 0.05), (0.05, 0.9, 0.05), (0.05, 0.05, 0.9)


def test_a_minute_of_one_genre_is_of_that_genre():
    found = minute([piece(n, JAZZ, ("piano",)) for n in range(20)], 31.5, CALIBRATOR)

    assert found.suggestion.genre == "Jazz"
    assert found.suggestion.confidence == pytest.approx(0.9, abs=1e-4)
    assert (found.tags, found.seconds) == (("piano",), 31.5)


def test_a_minute_is_mostly_what_most_of_it_is():
    pieces = [piece(n, JAZZ if n < 8 else ROCK) for n in range(20)]

    found = minute(pieces, 31.5, CALIBRATOR)

    assert found.suggestion.candidates[0].genre == "Rock"


def test_what_is_older_than_a_minute_is_forgotten():
    pieces = [piece(n, JAZZ) for n in range(40)] + [piece(n, ROCK) for n in range(40, 80)]

    found = minute(pieces, pieces[-1].end_seconds, CALIBRATOR)

    assert found.suggestion.genre == "Rock"
    assert found.suggestion.confidence == pytest.approx(0.9, abs=0.02)
    assert found.seconds <= 60.0


def test_silence_is_passed_over_and_nothing_else_is_silence():
    long_ago = [piece(0, JAZZ)]

    assert minute(long_ago, 40.0, CALIBRATOR).suggestion.genre == "Jazz"
    assert minute(long_ago, 90.0, CALIBRATOR).is_silent
    assert minute([], 3.0, CALIBRATOR).is_silent


def test_pieces_are_pooled_as_the_parts_of_a_track_are():
    shares = np.array([JAZZ, POP, POP])
    mean = np.log(shares).mean(axis=0)
    expected = np.exp(mean) / np.exp(mean).sum()

    (said,) = pooled([piece(n, row) for n, row in enumerate(shares)], np.full(3, 1 / 3))

    assert np.allclose(np.exp(said.scores), expected, atol=1e-6)
    assert said.genres == GENRES
    assert said.seconds_analyzed == 6.0


def test_an_embedding_is_pooled_where_all_pieces_have_one():
    first = piece(0, JAZZ, embedding=np.array([0.0, 2.0], dtype=np.float32))
    second = piece(1, JAZZ, embedding=np.array([2.0, 4.0], dtype=np.float32))
    even = np.full(2, 0.5)

    assert pooled([first, second], even)[0].embedding.tolist() == [1.0, 3.0]
    assert pooled([first, piece(1, JAZZ)], even)[0].embedding is None


def test_who_could_not_answer_for_a_piece_has_no_say_in_it():
    mute = replace(piece(1, POP), predictions=())

    (said,) = pooled([piece(0, JAZZ), mute], np.full(2, 0.5))

    assert np.exp(said.scores)[0] == pytest.approx(0.9, abs=1e-5)


def test_what_plays_now_is_what_sounded_last():
    pieces = [piece(n, JAZZ) for n in range(12)] + [piece(n, ROCK) for n in (12, 13, 14, 15)]

    recent, weights = of_now(pieces, pieces[-1].end_seconds)

    assert weights.sum() == pytest.approx(1.0)
    assert (np.diff(weights) > 0).all()
    said = CALIBRATOR.suggest(pooled(recent, weights))
    assert said.candidates[0].genre == "Rock"


def test_a_minute_that_is_too_little_is_not_sure():
    short = replace(piece(0, JAZZ), end_seconds=2.0)

    assert minute([short], 2.0, CALIBRATOR).suggestion.verdict is Verdict.NOT_SURE


def test_a_tag_has_the_share_of_the_pieces_that_show_it():
    pieces = [piece(0, JAZZ, ("calm",)), piece(1, JAZZ, ("calm", "piano"))]

    assert tag_shares(pieces, np.array([0.25, 0.75])) == {"calm": 1.0, "piano": 0.75}


def test_overlapping_pieces_cover_their_seconds_once():
    assert covered_seconds([piece(0, JAZZ), piece(1, JAZZ)]) == 4.5
    assert covered_seconds([piece(0, JAZZ), piece(10, JAZZ)]) == 6.0
