import numpy as np
import pytest

from musicreclass.core.ensemble.pooling import Companies, Given, Pooling
from musicreclass.core.ensemble.stored import DamagedCalibration

ROCK, POP, JAZZ = range(3)


def says(genre, confidence=0.6, n_genres=3):
    rest = (1.0 - confidence) / (n_genres - 1)
    return np.log(np.where(np.arange(n_genres) == genre, confidence, rest))


def pooled(*rows, groups=None, given=None, temperature=1.0):
    groups = np.zeros(len(rows), dtype=np.intp) if groups is None else np.array(groups)
    return Pooling(temperature).pooled(np.array(rows), Companies.of_groups(groups), given)


def best(rows):
    return rows.argmax(axis=1).tolist()


def nothing(n_tracks):
    return np.zeros((n_tracks, 3))


def test_who_keeps_no_company_stays_as_he_is():
    rows = [says(ROCK), says(POP), says(JAZZ, 1.0 - 1e-6)]

    assert np.array_equal(pooled(*rows, groups=[0, 1, 2], temperature=2.0), np.array(rows))


def test_an_album_is_not_split_by_noise():
    doubtful = np.log([0.44, 0.46, 0.10])

    assert best(pooled(*[says(ROCK, 0.7)] * 8, doubtful)) == [ROCK] * 9


def test_a_track_that_clearly_differs_differs_still():
    rows = pooled(*[says(ROCK, 0.9)] * 9, says(JAZZ, 0.95))

    assert best(rows) == [ROCK] * 9 + [JAZZ]
    assert np.exp(rows[9, JAZZ]) > 0.9


def test_a_collection_of_many_genres_keeps_them_all():
    genres = [ROCK, POP, JAZZ] * 4

    rows = pooled(*(says(genre, 0.8) for genre in genres))

    assert best(rows) == genres


def test_the_more_agree_the_more_a_doubtful_one_goes_with_them():
    doubtful = np.log([0.3, 0.4, 0.3])

    shares = [np.exp(pooled(doubtful, *[says(ROCK, 0.7)] * n)[0, ROCK]) for n in (1, 3, 9)]

    assert shares == sorted(shares)
    assert shares[-1] > 0.6


def test_companies_know_nothing_of_each_other():
    rows = pooled(says(ROCK), says(ROCK), says(POP), says(POP), groups=[0, 0, 1, 1])

    assert np.allclose(rows, [says(ROCK)] * 2 + [says(POP)] * 2)


def test_what_has_nothing_to_say_is_told_by_its_company_and_tells_nothing():
    silent, rock = says(JAZZ, 0.4), says(ROCK, 0.7)
    companies = Companies(np.array([1, 2]), np.array([0, 0]), np.array([0, 0, 0]))

    rows = Pooling(1.0).pooled(np.array([silent, rock, rock]), companies)

    assert best(rows) == [ROCK] * 3
    assert np.allclose(rows[1:], rock)


def test_decisions_on_others_count_and_a_single_one_less():
    decided = nothing(3)
    decided[1, ROCK], decided[2, ROCK] = 1.0, 4.0
    rows = [says(POP, 0.6)] * 3

    found = np.exp(pooled(*rows, groups=[0, 1, 2], given=Given(decided, nothing(3)))[:, ROCK])

    assert found[0] < found[1] < found[2]
    assert best(pooled(*rows, groups=[0, 1, 2], given=Given(decided, nothing(3))))[2] == ROCK


def test_tags_of_others_settle_a_doubt_and_overrule_no_belief():
    tagged = nothing(2)
    tagged[:, ROCK] = 50.0

    rows = pooled(
        np.log([0.45, 0.5, 0.05]), says(POP, 0.95), groups=[0, 1], given=Given(nothing(2), tagged)
    )

    assert best(rows) == [ROCK, POP]
    assert np.exp(rows[1, POP]) > 0.85


def test_a_temperature_cools_what_is_pooled_alone():
    rows = [says(ROCK, 0.8)] * 2 + [says(ROCK, 0.8)]

    warm = np.exp(pooled(*rows, groups=[0, 0, 1], temperature=2.0)[:, ROCK])

    assert warm[0] == warm[1] < 0.8
    assert warm[2] == pytest.approx(0.8)


def test_what_is_kept_comes_back_and_nonsense_is_refused():
    assert Pooling.from_dict(Pooling(1.5).to_dict()) == Pooling(1.5)
    assert Pooling.from_dict({}) == Pooling()
    with pytest.raises(DamagedCalibration):
        Pooling.from_dict(Pooling().to_dict() | {"temperature": 9.0})


def test_a_word_on_most_of_an_album_counts_for_the_rest_but_not_for_what_differs():
    decided = nothing(8)
    decided[:, JAZZ] = 4.0
    rows = [says(ROCK, 0.7)] * 7 + [says(POP, 0.97)]

    found = best(pooled(*rows, given=Given(decided, nothing(8))))

    assert found == [JAZZ] * 7 + [POP]


def test_a_single_word_does_not_turn_an_album_that_agrees():
    decided = nothing(9)
    decided[:, JAZZ] = 1.0

    assert best(pooled(*[says(ROCK, 0.7)] * 9, given=Given(decided, nothing(9)))) == [ROCK] * 9
