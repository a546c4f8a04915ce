import itertools
import random

import numpy as np
import pytest

from musicreclass.core.review.columns.texts import Texts, put_in_order
from tests.recording_context import RecordingContext

LETTERS = "ab月é\U0001f600 "
WORDS = ("", "a", "ab", "月", "é a", "bb", "\U0001f600")


@pytest.fixture(params=range(12))
def texts(request):
    """Texts in two parts, of which some became others, and what they should say."""
    chance = random.Random(request.param)
    said = ["".join(chance.choices(LETTERS, k=chance.randrange(20))) for _ in range(60)]
    texts = Texts(said[:25])
    texts.extend_by(Texts(said[25:]))
    for row in chance.sample(range(60), 5):
        said[row] = "ab" * chance.randrange(9)
        texts.put(row, said[row])
    return texts, said


def test_texts_come_back_as_they_were_kept(texts):
    kept, said = texts

    assert list(kept) == said
    assert kept.at(np.arange(60)) == said
    assert kept.at(np.array([59, 3, 0])) == [said[59], said[3], said[0]]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found_where_a_text_holds_it(texts, word):
    kept, said = texts

    assert kept.holding(word).tolist() == [word in text for text in said]
    assert kept.starting(word).tolist() == [text.startswith(word) for text in said]


def test_ranks_say_how_many_come_before(texts):
    kept, said = texts
    in_order = sorted(said)

    assert kept.ranks().tolist() == [in_order.index(text) for text in said]
    assert list(kept) == said


def test_texts_that_begin_alike_for_long_are_told_apart():
    said = ["/music/" + "x" * 40 + end for end in ("b", "a", "", "ab", "a")]

    assert Texts(said).ranks().tolist() == [4, 1, 0, 3, 1]


def test_a_text_with_a_line_break_comes_back_whole():
    texts = Texts(["one\ntwo", "three"])

    assert texts.at(np.arange(2)) == ["one\ntwo", "three"]


def test_a_copy_stays_what_it_was():
    texts = Texts(["b", "a"])
    copy = texts.copied()
    texts.put(0, "c")
    texts.extend(["d"])

    assert list(copy) == ["b", "a"]


def test_an_order_worked_out_elsewhere_is_taken_over_unless_texts_are_others_by_now():
    texts = Texts(["b", "a"])
    early, late = texts.copied(), texts.copied()
    put_in_order([early, late], RecordingContext())
    texts.take_ranks(early)
    assert texts.ranks().tolist() == [1, 0]

    texts.put(1, "z")
    texts.take_ranks(late)

    assert texts.ranks().tolist() == [0, 1]


def test_rows_in_any_order_have_their_own_texts():
    texts = Texts(["a", "bb", "c", "dd", "e"])

    for rows in itertools.permutations(range(5)):
        assert texts.at(np.array(rows)) == [texts[row] for row in rows]
