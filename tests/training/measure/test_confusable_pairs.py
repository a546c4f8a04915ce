import numpy as np

from musicreclass.training.measure.confusable_pairs import Separation, confused_pairs
from tests.training.answers import answers_of, mostly_right

GENRES = ("Blues", "Jazz", "搖滾")
TRUTH = np.arange(300) % 3
GROUPS = np.arange(300) // 3 % 50 * 3 + TRUTH


def guessing_between(first, second, truth=TRUTH, share=0.5):
    """Return answers that are right but for two genres, of which a coin names one."""
    rng = np.random.default_rng(0)
    said = np.where(np.isin(truth, (first, second)), rng.choice([first, second], len(truth)), truth)
    return answers_of(np.where(rng.random(len(truth)) < 2 * share - 1, truth, said))


def test_genres_between_which_a_coin_is_thrown_cannot_be_told_apart():
    (pair,) = confused_pairs(guessing_between(0, 1), TRUTH, GENRES, GROUPS)

    assert (pair.first, pair.second) == ("Blues", "Jazz")
    assert pair.separation is Separation.NONE
    assert pair.interval.low < 0.5 < pair.interval.high


def test_genres_that_are_found_two_times_of_three_are_hardly_told_apart():
    (pair,) = confused_pairs(guessing_between(1, 2, share=0.67), TRUTH, GENRES, GROUPS)

    assert (pair.first, pair.second, pair.separation) == ("Jazz", "搖滾", Separation.HARDLY)
    assert pair.interval.low < pair.share_right < pair.interval.high


def test_genres_that_are_told_apart_are_not_named():
    assert confused_pairs(mostly_right(TRUTH, 0.9, 3), TRUTH, GENRES, GROUPS) == ()


def test_of_few_artists_nothing_can_be_told():
    few = np.arange(12) % 3
    said = answers_of(np.array([0, 1, 2, 1, 1, 2, 0, 0, 2, 0, 1, 2]))

    (pair,) = confused_pairs(said, few, GENRES, np.arange(12))

    assert pair.separation is Separation.UNKNOWN


def test_of_music_by_one_artist_nothing_is_said():
    assert confused_pairs(guessing_between(0, 1), TRUTH, GENRES, np.zeros(300, int)) == ()
